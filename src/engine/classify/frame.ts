/** Frames and the plain sentences built from them. */
import type { Frame, Text } from '../../types.ts';
import { CONCEPTS } from './lexicon.ts';
import type { Mark } from './pattern.ts';

const SLOTS = ['actor', 'action', 'data', 'people', 'recipients', 'trigger', 'consent'] as const;
type Slot = (typeof SLOTS)[number];
const isSlot = (name: string | undefined): name is Slot => SLOTS.some((slot) => slot === name);
const LISTS: ReadonlySet<Slot> = new Set(['data', 'people', 'recipients']);

/** A frame as concept marks: `marks` of the sentence that fill each slot, in text order. */
export type FrameMarks = Partial<Record<Slot, Mark[]>>;

/** Words between two that act together: "我们或我们委托的催收机构". */
const TOGETHER = 5;
/** What acts as one with the party before it. */
const MOST_ACTORS = 2;

/** @param matched marks the rule matched: they outrank the others of their slot */
export function frameMarks(marks: readonly Mark[], matched: readonly Mark[]): FrameMarks {
  const out: FrameMarks = {};
  for (const mark of [...matched, ...marks]) {
    const slot = CONCEPTS.get(mark.concept)?.class;
    if (!isSlot(slot) || slot === 'actor') continue;
    const list = (out[slot] ??= []);
    if (list.some((m) => m.start < mark.end && mark.start < m.end)) continue;
    if (list.length > 0 && !LISTS.has(slot)) continue;
    list.push(mark);
  }
  const actors = actorsOf(marks, matched);
  if (actors.length > 0) out.actor = actors;
  return out;
}

/** Who acts: those named together last before the action that matched, the reader left out. */
function actorsOf(marks: readonly Mark[], matched: readonly Mark[]): Mark[] {
  const named = marks.filter((m) => CONCEPTS.get(m.concept)?.class === 'actor');
  const reader = new Set(named.filter((m) => m.concept === 'READER').map((m) => m.start));
  // 甲方 that is known to be the lender is the lender, not "甲方".
  const known = new Set(named.filter((m) => !m.concept.startsWith('PARTY_')).map((m) => m.start));
  const actors = named.filter((m) => !reader.has(m.start) && (!m.concept.startsWith('PARTY_') || !known.has(m.start)));
  const action = matched.find((m) => CONCEPTS.get(m.concept)?.class === 'action')?.from ?? Infinity;
  const before = actors.filter((m) => m.to <= action);
  const last = before.at(-1) ?? actors[0];
  if (!last) return [];
  const out = [last];
  for (let i = before.length - 2; i >= 0 && out.length < MOST_ACTORS; i--) {
    const mark = before[i]!;
    if (out[0]!.from - mark.to > TOGETHER) break;
    if (mark.concept !== out[0]!.concept && mark.end <= out[0]!.start) out.unshift(mark);
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
  return { zh: fill(template.zh, slots, 'zh'), en: capital(fill(template.en, slots, 'en')) };
}

function fill(template: string, slots: FrameMarks, language: keyof Text): string {
  const label = (slot: string): string => {
    const labels = ((isSlot(slot) && slots[slot]) || [])
      .map((m) => CONCEPTS.get(m.concept)?.label?.[language])
      .filter((l) => l !== undefined);
    return joined([...new Set(labels)].slice(0, 4), language);
  };
  return template
    .replace(/\[([^\]]*)\]/g, (_, part: string) =>
      [...part.matchAll(/\{(\w+)\}/g)].every(([, slot]) => label(slot!) !== '') ? part : '',
    )
    .replace(/\{(\w+)(?:\|([^}]*))?\}/g, (_, slot: string, fallback?: string) => label(slot) || fallback || '');
}

/** "a、b和c", "a, b and c". */
function joined(words: string[], language: keyof Text): string {
  const last = words.pop();
  if (last === undefined) return '';
  if (words.length === 0) return last;
  return language === 'zh' ? `${words.join('、')}和${last}` : `${words.join(', ')} and ${last}`;
}

const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);
