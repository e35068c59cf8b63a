/** Frames and the plain sentences built from them. */
import type { Frame, Text } from '../../types.ts';
import { CONCEPTS } from './lexicon.ts';
import type { Mark } from './pattern.ts';

const SLOTS = ['actor', 'action', 'data', 'people', 'recipients', 'trigger', 'consent'] as const;
type Slot = (typeof SLOTS)[number];
const LISTS: ReadonlySet<Slot> = new Set(['data', 'people', 'recipients']);

/** A frame as concept marks: `marks` of the sentence that fill each slot, in text order, one a concept. */
export type FrameMarks = Partial<Record<Slot, Mark[]>>;

/** @param matched marks the rule matched: they outrank the others of their slot */
export function frameMarks(marks: readonly Mark[], matched: readonly Mark[]): FrameMarks {
  const out: FrameMarks = {};
  for (const mark of [...matched, ...marks]) {
    const slot = CONCEPTS.get(mark.concept)?.class as Slot;
    if (!SLOTS.includes(slot) || mark.concept === 'READER') continue;
    const list = (out[slot] ??= []);
    if (list.some((m) => m.concept === mark.concept || (m.start < mark.end && mark.start < m.end))) continue;
    if (list.length > 0 && !LISTS.has(slot)) continue;
    list.push(mark);
  }
  return out;
}

/** @param words the text as given of a mark */
export function frameOf(slots: FrameMarks, words: (mark: Mark) => string): Frame {
  const frame: Frame = {};
  for (const slot of SLOTS) {
    const list = slots[slot]?.toSorted((a, b) => a.start - b.start).map(words);
    if (!list?.length) continue;
    if (slot === 'data' || slot === 'people' || slot === 'recipients') frame[slot] = [...new Set(list)];
    else frame[slot] = list[0]!;
  }
  return frame;
}

/** Fills a template (see `Rule.why`) with the labels of the concepts in the frame. */
export function explain(template: Text, slots: FrameMarks): Text {
  return { zh: fill(template.zh, slots, 'zh'), en: fill(template.en, slots, 'en') };
}

function fill(template: string, slots: FrameMarks, language: keyof Text): string {
  const label = (slot: string): string => {
    const labels = (slots[slot as Slot] ?? [])
      .map((m) => CONCEPTS.get(m.concept)?.label?.[language])
      .filter((l) => l !== undefined);
    return [...new Set(labels)].slice(0, 4).join(language === 'zh' ? '、' : ', ');
  };
  return template
    .replace(/\[([^\]]*)\]/g, (_, part: string) =>
      [...part.matchAll(/\{(\w+)\}/g)].every(([, slot]) => label(slot!) !== '') ? part : '',
    )
    .replace(/\{(\w+)(?:\|([^}]*))?\}/g, (_, slot: string, fallback?: string) => label(slot) || fallback || '');
}
