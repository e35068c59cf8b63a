/** Cuts English through compromise/two: words, contractions and dictionary forms. About 270,000 characters a second. */
import nlp from 'compromise/two';
import type { Token } from './index.ts';

/** The part of compromise's term that is read; its own type leaves the computed fields out. */
interface Term {
  text: string;
  normal: string;
  /** The word a part of a contraction stands for: "do" and "not" of "don't". */
  implicit?: string;
  root?: string;
  tags?: Set<string>;
}

/**
 * Words of `text` with their ranges in it; punctuation and blanks give none. `norm` is the dictionary form ("parties" →
 * "party"). A contraction gives one token a word, each with the range of the whole: "don't" → do, not.
 */
export function cut(text: string): Token[] {
  return tokensOf(text, terms(text), dictionaryForm);
}

/** The ranges of the words of `cut`, in an eighth of its time. Without tags "the user's" is a possessive, never "user is". */
export function ranges(text: string): Pick<Token, 'start' | 'end'>[] {
  return tokensOf(text, nlp.tokenize(text).docs.flat(), (term) => term.implicit ?? term.normal);
}

function tokensOf(text: string, all: readonly Term[], normOf: (term: Term) => string): Token[] {
  const tokens: Token[] = [];
  let from = 0;
  for (const term of all) {
    if (term.text === '') {
      const whole = tokens.at(-1);
      if (whole && term.implicit) tokens.push({ ...whole, norm: term.implicit });
      continue;
    }
    const start = text.indexOf(term.text, from);
    const norm = normOf(term);
    if (start < 0 || norm === '') continue;
    from = start + term.text.length;
    tokens.push(
      ...(/[^/]\/[^/]/.test(term.text)
        ? halves(term.text, start)
        : [owner({ text: term.text, start, end: from, norm }, term)]),
    );
  }
  return tokens;
}

/** The words of "and/or", which compromise keeps as one. */
function halves(text: string, start: number): Token[] {
  return [...text.matchAll(/[^/]+/g)].map((m) => {
    const at = start + m.index;
    return { text: m[0], start: at, end: at + m[0].length, norm: m[0] };
  });
}

/** A possessive without its "'s", so that the word inside is found: "borrower's" → borrower. */
function owner(token: Token, term: Term): Token {
  const cut = term.implicit === undefined ? /'s?$/.exec(token.text) : null;
  if (!cut || cut.index === 0) return token;
  return { ...token, text: token.text.slice(0, cut.index), end: token.start + cut.index };
}

function terms(text: string): readonly Term[] {
  const view = nlp(text);
  view.compute('root');
  return view.docs.flat();
}

function dictionaryForm(term: Term): string {
  const found = term.implicit ?? term.root;
  if (found !== undefined) return found;
  // compromise gives "contacts'" no root.
  if (term.tags?.has('Possessive') && term.normal.endsWith('s')) return terms(term.normal)[0]?.root ?? term.normal;
  return term.normal;
}
