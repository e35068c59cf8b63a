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
import { placesFor } from '../model/hash.ts';
import { classOfId, conceptCount, conceptId, CONCEPTS, isLiteral } from './lexicon.ts';

/** A concept's occurrence in the analysed sentence; `from`/`to` are word indices, end exclusive. */
export interface Mark {
  concept: string;
  /** The number of `concept`. */
  id: number;
  start: number;
  end: number;
  from: number;
  to: number;
  negated: boolean;
}

/** What an element of a sequence asks of a mark; one object for all elements that ask the same. */
export interface Atom {
  concepts: string[];
  /** The numbers of `concepts`. */
  ids: number[];
  polarity: 'plain' | 'negated' | 'either';
  /** At the beginning of the sentence. */
  first: boolean;
}

export interface Element {
  atom: Atom;
  /** Words allowed between the element before and this one. */
  gap: number;
  /** Numbers of the concepts that may not stand in that gap. */
  barriers: number[];
}

/** A compiled pattern: every conjunct must match. */
export interface Compiled {
  source: string;
  conjuncts: Element[][];
  /** The concepts of every atom once, the shortest lists first: the likeliest to be absent. */
  needs: readonly (readonly number[])[];
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

const atoms = new Map<string, Atom>();
const compiled = new Map<string, Compiled>();

function atomOf(sign: string, names: string): Atom {
  let atom = atoms.get(sign + names);
  if (!atom) {
    const concepts = names.split('|').map((name) => (name.startsWith('"') ? literal(name.slice(1, -1)) : name));
    const polarity = sign === '~' ? 'negated' : sign === '=' ? 'either' : 'plain';
    atom = { concepts, ids: concepts.map(conceptId), polarity, first: sign === '^' };
    atoms.set(sign + names, atom);
  }
  return atom;
}

/**
 * The same object for the same source.
 * @throws when the source is not of the grammar or names an unknown concept.
 */
export function compile(source: string): Compiled {
  const known = compiled.get(source) ?? read(source);
  compiled.set(source, known);
  return known;
}

function read(source: string): Compiled {
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
    const atom = atomOf(sign ?? '', names ?? '');
    for (const concept of atom.concepts)
      if (!concept.startsWith('"') && !CONCEPTS.has(concept))
        throw new Error(`pattern "${source}": unknown concept ${concept}`);
    current.push({ atom, gap, barriers: barriers.map(conceptId) });
    gap = PLAIN_GAP;
    barriers = [];
  }
  if (conjuncts.some((c) => c.length === 0)) throw new Error(`pattern "${source}" is empty`);
  return { source, conjuncts, needs: needsOf(conjuncts) };
}

function needsOf(conjuncts: readonly Element[][]): number[][] {
  const asked = new Set(conjuncts.flat().map(({ atom }) => atom.ids));
  return [...asked].sort((a, b) => a.length - b.length);
}

/** The literal words that the patterns left for a sentence quote: marks of others would be made for nothing. */
export class Wanted {
  /** By pattern. */
  readonly #literals: readonly (readonly number[])[];
  /** Literal word → the last choice it is part of. */
  readonly #chosen = new Float64Array(conceptCount());
  #choice = 0;

  /** @param patterns to choose from, each with all it asks of a sentence @param always chosen */
  constructor(patterns: readonly (readonly Compiled[])[], always: readonly Compiled[]) {
    for (const id of literalsOf(always)) this.#chosen[id] = Infinity;
    this.#literals = patterns.map((asked) => literalsOf(asked).filter((id) => this.#chosen[id] === 0));
  }

  /** @param patterns by place */
  choose(patterns: readonly number[]): this {
    this.#choice++;
    for (const pattern of patterns) for (const id of this.#literals[pattern]!) this.#chosen[id] = this.#choice;
    return this;
  }

  has(literal: number): boolean {
    return this.#chosen[literal]! >= this.#choice;
  }
}

function literalsOf(patterns: readonly Compiled[]): number[] {
  return [...new Set(patterns.flatMap(({ needs }) => needs.flat()).filter(isLiteral))];
}

export interface Match {
  marks: Mark[];
}

/** Marks that end a chain of the elements so far, each with the place of the one before it among those of the last element. */
interface Chains {
  marks: readonly Mark[];
  before: readonly number[];
}

/** Which marks stand for which concept: a table with open addressing, and chains of marks in text order. */
class ByConcept {
  /** A bit a concept: most are asked for in vain. */
  readonly #present = new Int32Array((conceptCount() >> 5) + 1);
  /** Two numbers a place: a concept, and the index + 1 of its first mark, 0 where the place is free. */
  readonly #places: Int32Array;
  /** Mark → the index + 1 of the next one of its concept, 0 behind the last. */
  readonly #next: Int32Array;

  constructor(readonly marks: readonly Mark[]) {
    this.#places = new Int32Array(2 * placesFor(marks.length));
    this.#next = new Int32Array(marks.length);
    for (let i = marks.length - 1; i >= 0; i--) {
      const { id } = marks[i]!;
      const place = this.#place(id);
      this.#present[id >> 5]! |= 1 << (id & 31);
      this.#places[place] = id;
      this.#next[i] = this.#places[place + 1]!;
      this.#places[place + 1] = i + 1;
    }
  }

  /** Where a concept is, or would be. */
  #place(concept: number): number {
    const places = this.#places;
    const last = places.length - 1;
    let place = (concept << 1) & last;
    while (places[place + 1] !== 0 && places[place] !== concept) place = (place + 2) & last;
    return place;
  }

  has(concept: number): boolean {
    return (this.#present[concept >> 5]! & (1 << (concept & 31))) !== 0;
  }

  /** The index of a concept's first mark in text order, and of the next one of the same concept; -1 behind the last. */
  first(concept: number): number {
    return this.#places[this.#place(concept) + 1]! - 1;
  }
  next(mark: number): number {
    return this.#next[mark]! - 1;
  }
}

function inOrder(marks: readonly Mark[]): boolean {
  for (let i = 1; i < marks.length; i++) if (marks[i]!.from < marks[i - 1]!.from) return false;
  return true;
}

/** The concepts and words of one stretch of text, ready for matching. */
export class Stream {
  readonly #byConcept: ByConcept;
  readonly #byAtom = new Map<Atom, readonly Mark[]>();
  readonly #known = new Map<Compiled, Match | undefined>();
  /** Marks stand in the order of their words; not so in several headings side by side. */
  readonly #ordered: boolean;

  /**
   * @param marks of the lexicon's concepts, in text order
   * @param literals of the words that only patterns quote, in text order
   */
  constructor(
    readonly marks: readonly Mark[],
    readonly literals: readonly Mark[],
  ) {
    this.#byConcept = new ByConcept(marks.concat(literals));
    this.#ordered = inOrder(marks) && inOrder(literals);
  }

  /** The first match, or undefined. @param lastFrom the last element must begin at or after this word */
  match(pattern: Compiled, lastFrom = 0): Match | undefined {
    // Most patterns fail for want of some concept: sooner told than looked up.
    for (const ids of pattern.needs) if (!this.#has(ids)) return undefined;
    if (lastFrom > 0) return this.#find(pattern, lastFrom);
    const known = this.#known.get(pattern);
    if (known !== undefined || this.#known.has(pattern)) return known;
    const found = this.#find(pattern, 0);
    this.#known.set(pattern, found);
    return found;
  }

  /** Whether one of the patterns matches. */
  matchesAny(patterns: readonly Compiled[]): boolean {
    for (const pattern of patterns) if (this.match(pattern)) return true;
    return false;
  }

  #find(pattern: Compiled, lastFrom: number): Match | undefined {
    const marks: Mark[] = [];
    for (const elements of pattern.conjuncts) {
      const found = this.#sequence(elements, lastFrom);
      if (!found) return undefined;
      marks.push(...found);
    }
    return { marks };
  }

  #sequence(elements: readonly Element[], lastFrom: number): Mark[] | undefined {
    // Chains that reach each element, kept once per end position: k elements × marks, never exponential.
    const chains: Chains[] = [];
    for (let k = 0; k < elements.length; k++) {
      const element = elements[k]!;
      const all = this.#candidates(element.atom);
      const marks = k === elements.length - 1 && lastFrom > 0 ? all.filter((mark) => mark.from >= lastFrom) : all;
      const next = k === 0 ? { marks, before: [] } : this.#continued(chains[k - 1]!.marks, element, marks);
      if (next.marks.length === 0) return undefined;
      chains.push(next);
    }
    return firstOf(chains);
  }

  /** The chains that go on with one of the marks. @param ends of the chains so far */
  #continued(ends: readonly Mark[], element: Element, marks: readonly Mark[]): Chains {
    const next: Mark[] = [];
    const links: number[] = [];
    /** Chains before this one are out of reach, for this mark and all behind it. */
    let reach = 0;
    for (const mark of marks) {
      while (this.#ordered && reach < ends.length && this.#isPast(element, ends[reach]!.to, mark.from)) reach++;
      const before = this.#before(element, ends, reach, mark.from);
      if (before < 0) continue;
      next.push(mark);
      links.push(before);
    }
    return { marks: next, before: links };
  }

  /** The place of the first chain that the element can follow, or -1. @param from its first word */
  #before(element: Element, ends: readonly Mark[], reach: number, from: number): number {
    for (let i = reach; i < ends.length; i++) {
      const end = ends[i]!;
      if (this.#ordered && end.from > from) return -1;
      if (from >= end.to && from - end.to <= element.gap && !this.#barred(element, end.to, from)) return i;
    }
    return -1;
  }

  /** Whether the gap from `to` to `from` is too wide or barred, which it then is for whatever stands further on. */
  #isPast(element: Element, to: number, from: number): boolean {
    return from >= to && (from - to > element.gap || this.#barred(element, to, from));
  }

  #has(ids: readonly number[]): boolean {
    for (const id of ids) if (this.#byConcept.has(id)) return true;
    return false;
  }

  #candidates(atom: Atom): readonly Mark[] {
    let found = this.#byAtom.get(atom);
    if (!found) {
      found = this.#select(atom);
      this.#byAtom.set(atom, found);
    }
    return found;
  }

  /** Marks for an atom in the order of their words; of several at one word in the order of the atom's concepts. */
  #select({ ids, polarity, first }: Atom): readonly Mark[] {
    const out: Mark[] = [];
    for (const id of ids) {
      const positive = polarity === 'plain' && classOfId(id) === 'action';
      for (let i = this.#byConcept.first(id); i >= 0; i = this.#byConcept.next(i)) {
        const mark = this.#byConcept.marks[i]!;
        if (mark.negated ? positive : polarity === 'negated') continue;
        if (!first || mark.from <= FIRST) out.push(mark);
      }
    }
    return ids.length === 1 || inOrder(out) ? out : out.sort((a, b) => a.from - b.from);
  }

  #barred({ barriers }: Element, from: number, to: number): boolean {
    if (barriers.length === 0 || !this.#has(barriers)) return false;
    const { marks } = this;
    for (let i = this.#ordered ? firstFrom(marks, from) : 0; i < marks.length; i++) {
      const mark = marks[i]!;
      if (this.#ordered && mark.from > to) break;
      if (mark.from >= from && mark.to <= to && barriers.includes(mark.id)) return true;
    }
    return false;
  }
}

/** The marks of the first of the longest chains. */
function firstOf(chains: readonly Chains[]): Mark[] {
  const out: Mark[] = [];
  for (let k = chains.length - 1, at = 0; k >= 0; k--) {
    const { marks, before } = chains[k]!;
    out.push(marks[at]!);
    at = before[at]!;
  }
  return out.toReversed();
}

/** Index of the first mark that begins at or behind a word. @param marks in the order of their words */
export function firstFrom(marks: readonly Mark[], word: number): number {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (marks[middle]!.from < word) low = middle + 1;
    else high = middle;
  }
  return low;
}
