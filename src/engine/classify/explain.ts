/** The plain sentences built from frames: templates filled with the labels of concepts. */
import type { Text } from '../../types.ts';
import type { FrameMarks, Slot } from './frame.ts';
import { CONCEPTS } from './lexicon.ts';

/** Labels of each slot, without repetition, most general ones dropped. */
export type Labels = Partial<Record<Slot, Text[]>>;

/** Labels named at most in one sentence; more are summed up as "等". */
const MOST = 3;
/** Says nothing beside a kind of data that is named. */
const GENERAL = 'PERSONAL_INFO';

export function labelsOf(slots: FrameMarks): Labels {
  const out: Labels = {};
  for (const [slot, marks] of Object.entries(slots) as [Slot, { concept: string }[]][]) {
    const concepts = marks.map((m) => m.concept).filter((c, _, all) => c !== GENERAL || all.every((a) => a === GENERAL));
    const labels = concepts.flatMap((concept) => CONCEPTS.get(concept)?.label ?? []);
    if (labels.length > 0) out[slot] = distinct(labels);
  }
  return out;
}

/** Leaves out labels said twice, and those that a fuller one holds ("联系人" beside "紧急联系人"). */
export function distinct(labels: readonly Text[]): Text[] {
  const unique = [...new Map(labels.map((label) => [label.zh, label])).values()];
  return unique.filter((a) => !unique.some((b) => b !== a && b.zh.endsWith(a.zh)));
}

/** "A、B和C"; more than three are cut short. */
export function list(labels: readonly Text[], language: keyof Text): string {
  const words = labels.map((label) => label[language]);
  if (words.length > MOST)
    return words.slice(0, MOST).join(language === 'zh' ? '、' : ', ') + (language === 'zh' ? '等' : ' and others');
  const last = words.pop();
  if (last === undefined || words.length === 0) return last ?? '';
  return words.join(language === 'zh' ? '、' : ', ') + (language === 'zh' ? '和' : ' and ') + last;
}

/** Fills a template (see `Rule.why`) with labels. */
export function explain(template: Text, labels: Labels): Text {
  return { zh: fill(template.zh, labels, 'zh'), en: fill(template.en, labels, 'en') };
}

function fill(template: string, labels: Labels, language: keyof Text): string {
  const label = (slot: string): string => list(labels[slot as Slot] ?? [], language);
  const filled = template
    .replace(/\[([^\]]*)\]/g, (_, part: string) =>
      [...part.matchAll(/\{(\w+)\}/g)].every(([, slot]) => label(slot!) !== '') ? part : '',
    )
    .replace(/\{(\w+)(?:\|([^}]*))?\}/g, (_, slot: string, fallback?: string) => label(slot) || fallback || '');
  return filled.charAt(0).toUpperCase() + filled.slice(1);
}
