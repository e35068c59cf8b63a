/** Cuts English through compromise/two: words, contractions and dictionary forms. About 270,000 characters a second. */
import nlp from 'compromise/two';
import type { Token } from './index.ts';

/** The part of compromise's term that is read; its types leave the computed fields out. */
interface Term {
  text: string;
  normal: string;
  implicit?: string;
  root?: string;
  machine?: string;
  index?: [number, number];
}

/**
 * Words of `text` with their ranges in it; punctuation and blanks give none. `norm` is the dictionary form ("parties" →
 * "party"). A contraction gives one token a word, each with the range of the whole: "don't" → do, not.
 */
export function cut(text: string): Token[] {
  const doc = nlp(text);
  doc.compute('root');
  const terms = (doc as unknown as { docs: Term[][] }).docs.flat();
  const tokens: Token[] = [];
  let from = 0;
  for (const term of terms) {
    const norm = term.implicit ?? term.root ?? term.normal;
    if (term.text === '') {
      const whole = tokens.at(-1);
      if (whole && norm !== '') tokens.push({ ...whole, norm });
      continue;
    }
    const start = text.indexOf(term.text, from);
    if (start < 0) continue;
    from = start + term.text.length;
    tokens.push({ text: term.text, start, end: from, norm });
  }
  return tokens;
}
