/**
 * The pattern language of the rules: sequences of concepts over the words of a sentence.
 *
 *     PLATFORM ..20 REACH ..8 CONTACT        within 20 words, then within 8
 *     REACH|VISIT|"家访" CONTACT              alternatives; a plain space allows up to 4 words between
 *     READ + ADDRESS_BOOK                    directly next to each other
 *     ~SHARE ..10 THIRD_PARTY                the action is negated
 *     =SHARE                                 negated or not
 *     DISCLOSE ... "黑名单"                   anywhere later; a quoted word is its own concept
 *     SHARE ..12!COMMA PARTNER               no COMMA in between
 *     A & B                                  both, in any order
 *     ^ADDRESS_BOOK                          at the beginning: at most 2 words stand before it
 *
 * An action concept without a sign must not be negated. Gaps count words (jieba words or English words), punctuation included.
 * Matching tries every hit for every element once per gap bound: linear in the sentence for a given pattern.
 */
import { CONCEPTS } from './lexicon.ts';

/** A concept's occurrence in the analysed sentence; `from`/`to` are word indices, end exclusive. */
export interface Mark {
  concept: string;
  start: number;
  end: number;
  from: number;
  to: number;
  negated: boolean;
}

interface Element {
  concepts: string[];
  polarity: 'plain' | 'negated' | 'either';
  /** Words allowed between the element before and this one. */
  gap: number;
  /** Concepts that may not stand in that gap. */
  barriers: string[];
  /** At the beginning of the sentence. */
  first: boolean;
}

/** A compiled pattern: every conjunct must match. */
export interface Compiled {
  source: string;
  conjuncts: Element[][];
}

const TOKEN =
  /(\.\.\.|\.\.\d+|\+|&)(?:!([A-Z_|]+))?|([~=^]?)((?:"[^"]+"|[A-Z][A-Z0-9_]*)(?:\|(?:"[^"]+"|[A-Z][A-Z0-9_]*))*)|(\S+)/g;
const PLAIN_GAP = 4;
/** Words that may stand before an element marked `^` (a dash, a quotation mark, "手机"). */
const FIRST = 2;

/** Literal words used in patterns become concepts of their own, named by their quoted form. */
export const LITERALS = new Map<string, { zh: string[]; en: string[] }>();

function literal(word: string): string {
  const name = `"${word}"`;
  if (!LITERALS.has(name)) LITERALS.set(name, /[a-z]/.test(word) ? { zh: [word], en: [word] } : { zh: [word], en: [] });
  return name;
}

/** @throws when the source is not of the grammar or names an unknown concept. */
export function compile(source: string): Compiled {
  const conjuncts: Element[][] = [[]];
  let gap = PLAIN_GAP;
  let barriers: string[] = [];
  for (const [, op, bars, sign, names, other] of source.matchAll(TOKEN)) {
    if (other !== undefined) throw new Error(`pattern "${source}": cannot read "${other}"`);
    const current = conjuncts.at(-1)!;
    if (op !== undefined) {
      if (op === '&') conjuncts.push([]);
      else gap = op === '+' ? 0 : op === '...' ? Infinity : Number(op.slice(2));
      barriers = bars?.split('|') ?? [];
      for (const bar of barriers)
        if (!CONCEPTS.has(bar)) throw new Error(`pattern "${source}": unknown concept ${bar}`);
      continue;
    }
    const concepts = (names ?? '').split('|').map((name) => (name.startsWith('"') ? literal(name.slice(1, -1)) : name));
    for (const concept of concepts)
      if (!concept.startsWith('"') && !CONCEPTS.has(concept))
        throw new Error(`pattern "${source}": unknown concept ${concept}`);
    const polarity = sign === '~' ? 'negated' : sign === '=' ? 'either' : 'plain';
    current.push({ concepts, polarity, gap, barriers, first: sign === '^' });
    gap = PLAIN_GAP;
    barriers = [];
  }
  if (conjuncts.some((c) => c.length === 0)) throw new Error(`pattern "${source}" is empty`);
  return { source, conjuncts };
}

export interface Match {
  marks: Mark[];
}

/** The concepts and words of one stretch of text, ready for matching. */
export class Stream {
  readonly byConcept = new Map<string, Mark[]>();

  /** @param marks in text order */
  constructor(readonly marks: readonly Mark[]) {
    for (const mark of marks) {
      const list = this.byConcept.get(mark.concept);
      if (list) list.push(mark);
      else this.byConcept.set(mark.concept, [mark]);
    }
  }

  /** The first match, or undefined. @param lastFrom the last element must begin at or after this word */
  match(pattern: Compiled, lastFrom = 0): Match | undefined {
    const marks: Mark[] = [];
    for (const elements of pattern.conjuncts) {
      const found = this.#sequence(elements, lastFrom);
      if (!found) return undefined;
      marks.push(...found);
    }
    return { marks };
  }

  #sequence(elements: Element[], lastFrom: number): Mark[] | undefined {
    // Chains that reach each element, kept once per end position: k elements × marks, never exponential.
    let chains: { mark: Mark; before?: { mark: Mark; before?: unknown } }[] = [];
    for (let k = 0; k < elements.length; k++) {
      const element = elements[k]!;
      const candidates = this.#candidates(element);
      const next: typeof chains = [];
      for (const mark of candidates) {
        if (k === elements.length - 1 && mark.from < lastFrom) continue;
        if (k === 0) next.push({ mark });
        else {
          const before = chains.find(
            ({ mark: b }) =>
              mark.from >= b.to && mark.from - b.to <= element.gap && !this.#barred(element, b.to, mark.from),
          );
          if (before) next.push({ mark, before });
        }
      }
      if (next.length === 0) return undefined;
      chains = next;
    }
    const out: Mark[] = [];
    for (let at = chains[0] as { mark: Mark; before?: unknown } | undefined; at; at = at.before as typeof at)
      out.unshift(at.mark);
    return out;
  }

  #candidates(element: Element): Mark[] {
    const out: Mark[] = [];
    for (const concept of element.concepts)
      for (const mark of this.byConcept.get(concept) ?? []) {
        const action = CONCEPTS.get(concept)?.class === 'action';
        if (action && element.polarity === 'plain' && mark.negated) continue;
        if (element.polarity === 'negated' && !mark.negated) continue;
        if (element.first && mark.from > FIRST) continue;
        out.push(mark);
      }
    return element.concepts.length > 1 ? out.toSorted((a, b) => a.from - b.from) : out;
  }

  #barred(element: Element, from: number, to: number): boolean {
    return element.barriers.some((concept) =>
      this.byConcept.get(concept)?.some((mark) => mark.from >= from && mark.to <= to),
    );
  }
}
