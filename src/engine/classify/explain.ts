/** The plain sentences built from frames: templates filled with the labels of concepts. */
import type { Text } from '../../types.ts';
import { type FrameMarks, type Slot, SLOTS } from './frame.ts';
import { CONCEPTS } from './lexicon.ts';

/** Labels of each slot that has any, without repetition, most general ones dropped; `audience` is people and recipients as one. */
export type Labels = Partial<Record<Slot | 'audience', Text[]>>;

/** Labels named at most in one sentence; more are summed up as "等". */
const MOST = 4;
/** Who gets the data is named in full. */
const MOST_RECIPIENTS = 7;
/** Says nothing beside a kind of data that is named. */
const GENERAL = 'PERSONAL_INFO';

export function labelsOf(slots: FrameMarks): Labels {
  const out: Labels = {};
  for (const slot of SLOTS) {
    const marks = slots[slot];
    if (!marks) continue;
    const onlyGeneral = marks.every(({ concept }) => concept === GENERAL);
    const labels: Text[] = [];
    for (const { concept } of marks) {
      const label = onlyGeneral || concept !== GENERAL ? CONCEPTS.get(concept)?.label : undefined;
      if (label) labels.push(label);
    }
    if (labels.length > 0) out[slot] = distinct(labels);
  }
  return out;
}

/** Leaves out labels said twice, and those that a fuller one holds ("the contacts you name", "the emergency contacts you name"). */
export function distinct(labels: readonly Text[]): Text[] {
  if (labels.length < 2) return [...labels];
  const byName = new Map<string, Text>();
  for (const label of labels) byName.set(label.zh, label);
  const unique = [...byName.values()];
  if (unique.length < 2) return unique;
  const cut = unique.map(wordsOf);
  return unique.filter((_, i) => !cut.some((words) => holds(words, cut[i]!)));
}

/** The English words of labels, each cut once. */
const words = new Map<string, readonly string[]>();

function wordsOf({ en }: Text): readonly string[] {
  let known = words.get(en);
  if (!known) words.set(en, (known = en.split(' ')));
  return known;
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
  const { people, recipients } = labels;
  const told = people && recipients ? distinct([...people, ...recipients]) : (people ?? recipients);
  return told ? { ...labels, audience: told } : labels;
}

/** What a template is made of: text, slots, and groups that are left out where one of their slots is empty. */
type Part =
  string | { slot: keyof Labels; fallback: string } | { needs: readonly (keyof Labels)[]; parts: readonly Part[] };

const GROUP = /\[([^\]]*)\]/;
const SLOT = /\{(\w+)(?:\|([^}]*))?\}/;

/** Templates by their text, each read once. */
const templates = new Map<string, readonly Part[]>();

/** Fills a template (see `Rule.why`) with labels. */
export function explain(template: Text, labels: Labels): Text {
  return { zh: fill(template.zh, labels, 'zh'), en: fill(template.en, labels, 'en') };
}

function fill(template: string, labels: Labels, language: keyof Text): string {
  let parts = templates.get(template);
  if (!parts) templates.set(template, (parts = read(template)));
  const filled = filledParts(parts, labels, language);
  return language === 'en' ? capitalised(filled) : filled;
}

/** The same with a capital letter at the beginning of each sentence. */
function capitalised(text: string): string {
  let out = text;
  for (let at = 0, stop = 0; stop >= 0; at = stop + 2) {
    const letter = out.charAt(at);
    if (letter >= 'a' && letter <= 'z') out = out.slice(0, at) + letter.toUpperCase() + out.slice(at + 1);
    stop = out.indexOf('. ', at);
  }
  return out;
}

function read(template: string): Part[] {
  // Every other piece is what stands in a group.
  return template.split(GROUP).flatMap((piece, i): Part[] => {
    const parts = readSlots(piece);
    if (i % 2 === 0) return parts;
    const needs = [...piece.matchAll(/\{(\w+)\}/g)].map(([, slot]) => slot as keyof Labels);
    return [{ needs, parts }];
  });
}

function readSlots(text: string): Part[] {
  const pieces = text.split(SLOT);
  return pieces.flatMap((piece, i): Part[] => {
    if (i % 3 === 0) return piece === '' ? [] : [piece];
    return i % 3 === 1 ? [{ slot: piece as keyof Labels, fallback: pieces[i + 1] ?? '' }] : [];
  });
}

function filledParts(parts: readonly Part[], labels: Labels, language: keyof Text): string {
  let out = '';
  for (const part of parts) {
    if (typeof part === 'string') out += part;
    else if ('slot' in part) out += list(labels[part.slot] ?? [], language, part.slot) || part.fallback;
    else if (part.needs.every((slot) => labels[slot])) out += filledParts(part.parts, labels, language);
  }
  return out;
}
