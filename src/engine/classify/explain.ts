/** The plain sentences built from frames: templates filled with the labels of concepts. */
import type { Text } from '../../types.ts';
import type { FrameMarks, Slot } from './frame.ts';
import { CONCEPTS } from './lexicon.ts';

/** Labels of each slot, without repetition, most general ones dropped; `audience` is people and recipients as one. */
export type Labels = Partial<Record<Slot | 'audience', Text[]>>;

/** Labels named at most in one sentence; more are summed up as "等". */
const MOST = 4;
/** Who gets the data is named in full. */
const MOST_RECIPIENTS = 7;
/** Says nothing beside a kind of data that is named. */
const GENERAL = 'PERSONAL_INFO';

export function labelsOf(slots: FrameMarks): Labels {
  const out: Labels = {};
  for (const [slot, marks] of Object.entries(slots) as [Slot, { concept: string }[]][]) {
    const concepts = marks
      .map((m) => m.concept)
      .filter((c, _, all) => c !== GENERAL || all.every((a) => a === GENERAL));
    const labels = concepts.flatMap((concept) => CONCEPTS.get(concept)?.label ?? []);
    if (labels.length > 0) out[slot] = distinct(labels);
  }
  return out;
}

/** Leaves out labels said twice, and those that a fuller one holds ("the contacts you name", "the emergency contacts you name"). */
export function distinct(labels: readonly Text[]): Text[] {
  const unique = [...new Map(labels.map((label) => [label.zh, label])).values()];
  return unique.filter((a) => !unique.some((b) => b !== a && holds(b.en.split(' '), a.en.split(' '))));
}

const holds = (fuller: readonly string[], words: readonly string[]): boolean =>
  fuller.length > words.length && words.every((word) => fuller.includes(word));

/** "A、B和C", for conditions "A或者B"; more than `MOST` are cut short. */
function list(labels: readonly Text[], language: keyof Text, slot: string): string {
  const words = labels.map((label) => label[language]);
  const comma = language === 'zh' ? '、' : ', ';
  const most = slot === 'recipients' ? MOST_RECIPIENTS : MOST;
  if (words.length > most) return words.slice(0, most).join(comma) + (language === 'zh' ? '等' : ' and others');
  const last = words.pop();
  if (last === undefined || words.length === 0) return last ?? '';
  return words.join(comma) + conjunction([...words, last], language, slot) + last;
}

function conjunction(words: readonly string[], language: keyof Text, slot: string): string {
  if (slot === 'trigger') return language === 'zh' ? '或者' : ' or ';
  if (slot === 'consent') return language === 'zh' ? '，' : ', ';
  if (language === 'en') return ' and ';
  return words.some((word) => word.includes('和')) ? '以及' : '和';
}

/** Adds who is told: people and the public as one list. */
export function audience(labels: Labels): Labels {
  const told = distinct([...(labels.people ?? []), ...(labels.recipients ?? [])]);
  return told.length > 0 ? { ...labels, audience: told } : labels;
}

/** Fills a template (see `Rule.why`) with labels. */
export function explain(template: Text, labels: Labels): Text {
  return { zh: fill(template.zh, labels, 'zh'), en: fill(template.en, labels, 'en') };
}

function fill(template: string, labels: Labels, language: keyof Text): string {
  const label = (slot: string): string => list(labels[slot as keyof Labels] ?? [], language, slot);
  const filled = template
    .replace(/\[([^\]]*)\]/g, (_, part: string) =>
      [...part.matchAll(/\{(\w+)\}/g)].every(([, slot]) => label(slot!) !== '') ? part : '',
    )
    .replace(/\{(\w+)(?:\|([^}]*))?\}/g, (_, slot: string, fallback?: string) => label(slot) || fallback || '');
  return language === 'en' ? filled.replace(/(?:^|\. )[a-z]/g, (start) => start.toUpperCase()) : filled;
}
