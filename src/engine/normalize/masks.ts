/** Words with a character hidden or split by a mark: 通*讯录 (split), 通*录 (hidden). */
import data from '../../../dict/masked-words.json';

const MARKS: ReadonlySet<number> = new Set(data.marks.map((mark) => mark.charCodeAt(0)));
/** Longest word of the list, in UTF-16 units. */
export const LONGEST_WORD = Math.max(...data.words.map((word) => word.length));
/** Longest run of marks that hides or splits a word. */
export const LONGEST_MASK = 2;

/** Each word under every character that can stand before a mark in it. */
const BY_CHARACTER = new Map<string, { word: string; at: number }[]>();
for (const word of data.words)
  for (let at = 0; at < word.length - 1; at++) {
    const list = BY_CHARACTER.get(word[at] ?? '') ?? [];
    list.push({ word, at });
    BY_CHARACTER.set(word[at] ?? '', list);
  }

export function isMark(unit: number): boolean {
  return MARKS.has(unit);
}

/**
 * What the marks between `before` and `after` stand for: `''` when they only split a word, the hidden characters (as many
 * as marks) when they replace some, `undefined` when no word of the list fits. The longest word wins, then splitting.
 * `after` may hold further marks of the same word.
 */
export function unmask(before: string, marks: number, after: string): string | undefined {
  let best: string | undefined;
  let bestLength = 0;
  for (const { word, at } of BY_CHARACTER.get(before.at(-1) ?? '') ?? []) {
    if (word.length <= bestLength || !before.endsWith(word.slice(0, at + 1))) continue;
    for (const hidden of [0, marks]) {
      const rest = word.slice(at + 1 + hidden);
      if (rest === '' || !spells(after, rest)) continue;
      best = word.slice(at + 1, at + 1 + hidden);
      bestLength = word.length;
      break;
    }
  }
  return best;
}

/** Whether `text` begins with `word`, of which single characters may be hidden or split by runs of marks. */
function spells(text: string, word: string): boolean {
  if (text[0] !== word[0]) return false;
  let reached: Set<number> = new Set([1]);
  for (let i = 1; reached.size > 0;) {
    if (reached.has(word.length)) return true;
    if (i >= text.length) return false;
    let run = 0;
    while (run <= LONGEST_MASK && i + run < text.length && isMark(text.charCodeAt(i + run))) run++;
    const next: Set<number> = new Set();
    if (run === 0) for (const at of reached) if (text[i] === word[at]) next.add(at + 1);
    if (run > 0 && run <= LONGEST_MASK)
      for (const at of reached) {
        next.add(at);
        // A word does not end in a mark: which character it hides could not be checked.
        if (at + run < word.length) next.add(at + run);
      }
    reached = next;
    i += Math.max(1, run);
  }
  return false;
}
