/** Words with characters hidden or split by marks: 通*讯录 (split), 通*录 (hidden). Works on UTF-16 units. */
import data from '../../../dict/masked-words.json';

const MARKS = new Uint8Array(0x10000);
for (const mark of data.marks) MARKS[mark.charCodeAt(0)] = 1;

interface Candidate {
  word: readonly number[];
  /** Place in `word` of the character before the mark. */
  at: number;
}

/** Each word under every character that can stand before a mark in it, the longest words first. */
const CANDIDATES = new Map<number, Candidate[]>();
for (const text of data.words.toSorted((a, b) => b.length - a.length)) {
  const word = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
  for (const [at, unit] of word.slice(0, -1).entries()) {
    const list = CANDIDATES.get(unit);
    if (list) list.push({ word, at });
    else CANDIDATES.set(unit, [{ word, at }]);
  }
}

/** Longest run of marks that hides or splits a word. */
export const LONGEST_MASK = 2;
/** How many units behind a mark decide: the longest word with a mark between all its characters. */
export const REACH = (LONGEST_MASK + 1) * Math.max(...data.words.map((word) => word.length));

export function isMark(unit: number): boolean {
  return MARKS[unit] === 1;
}

/** Whether some word can have a mark behind `unit`. */
export function canPrecedeMark(unit: number): boolean {
  return CANDIDATES.has(unit);
}

/**
 * What `marks` marks stand for between `before[0 … length)` and `after`, in which further marks of the word may follow:
 * no units when they only split a word, the hidden ones (as many as marks) when they replace some, `undefined` when no
 * word of the list fits. The longest word wins, then splitting.
 */
export function unmask(
  before: Uint16Array,
  length: number,
  marks: number,
  after: readonly number[],
): readonly number[] | undefined {
  for (const { word, at } of CANDIDATES.get(before[length - 1] ?? 0) ?? []) {
    for (const hidden of [0, marks]) {
      const rest = at + 1 + hidden;
      if (
        rest < word.length &&
        after[0] === word[rest] &&
        endsWith(before, length, word, at) &&
        spells(after, 0, word, rest)
      )
        return word.slice(at + 1, rest);
    }
  }
  return undefined;
}

function endsWith(units: Uint16Array, length: number, word: readonly number[], last: number): boolean {
  for (let i = 0; i <= last; i++) if (units[length - 1 - i] !== word[last - i]) return false;
  return true;
}

/** Whether `units` from `at` spell `word` from `from`, with characters hidden or split by marks. */
function spells(units: readonly number[], at: number, word: readonly number[], from: number): boolean {
  while (from < word.length && at < units.length && !isMark(units[at] ?? 0)) {
    if (units[at] !== word[from]) return false;
    at++;
    from++;
  }
  if (from === word.length) return true;
  let run = 0;
  while (at + run < units.length && isMark(units[at + run] ?? 0)) run++;
  if (run === 0 || run > LONGEST_MASK) return false;
  // A word does not end in a mark: which character it hides could not be checked.
  return spells(units, at + run, word, from) || (from + run < word.length && spells(units, at + run, word, from + run));
}
