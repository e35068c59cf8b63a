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
import { classOfId, conceptCount, conceptId, CONCEPTS, withPlaces } from './lexicon.ts';

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
  /** Where `NEEDS` tells what must be there at least. */
  needs: number;
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
  return { source, conjuncts, needs: noteNeeds(conjuncts) };
}

/**
 * What the patterns need, one behind the other: the place behind what this one needs, then the concepts of every atom once, the
 * shortest lists first, for they are the likeliest to be absent; before each list the place behind it.
 */
let NEEDS = new Int32Array(1024);
let needsEnd = 0;

/** Adds to `NEEDS`. @returns where */
function noteNeeds(conjuncts: readonly Element[][]): number {
  const asked = new Set(conjuncts.flat().map(({ atom }) => atom.ids));
  const needs = needsEnd;
  needsEnd++;
  for (const ids of [...asked].sort((a, b) => a.length - b.length)) {
    const end = needsEnd + 1 + ids.length;
    NEEDS = withPlaces(NEEDS, end);
    NEEDS.set([end, ...ids], needsEnd);
    needsEnd = end;
  }
  NEEDS[needs] = needsEnd;
  return needs;
}

/** In place of the number of a choice. */
const ALWAYS = 2 ** 32 - 1;

/** What the patterns left for a sentence ask for: marks of other literal words and cues would be made for nothing. */
export class Wanted {
  /** By pattern. */
  readonly #asked: readonly (readonly number[])[];
  /** Concept or literal word → the last choice it is part of. */
  readonly #chosen = new Uint32Array(conceptCount());
  #choice = 0;

  /**
   * @param patterns to choose from, each with all it asks of a sentence @param always chosen
   * @param cues that are asked for elsewhere
   */
  constructor(patterns: readonly (readonly Compiled[])[], always: readonly Compiled[], cues: readonly string[]) {
    for (const [name, concept] of CONCEPTS) if (concept.class !== 'cue') this.#chosen[conceptId(name)] = ALWAYS;
    for (const id of [...cues.map(conceptId), ...askedBy(always)]) this.#chosen[id] = ALWAYS;
    this.#asked = patterns.map((asked) => askedBy(asked).filter((id) => this.#chosen[id] === 0));
  }

  /** @param patterns by place */
  choose(patterns: readonly number[]): this {
    this.#choice++;
    for (const pattern of patterns) for (const id of this.#asked[pattern]!) this.#chosen[id] = this.#choice;
    return this;
  }

  has(concept: number): boolean {
    return this.#chosen[concept]! >= this.#choice;
  }
}

function askedBy(patterns: readonly Compiled[]): number[] {
  const elements = patterns.flatMap(({ conjuncts }) => conjuncts.flat());
  return [...new Set(elements.flatMap(({ atom, barriers }) => [...atom.ids, ...barriers]))];
}

export interface Match {
  marks: Mark[];
}

/**
 * Chains of marks that the elements of a sequence so far ask for, those of one element behind those of the one before: the mark
 * a chain ends with, by its place in the stream, and the chain that it continues. Filled again and again.
 */
let ends = new Int32Array(1024);
let continued = new Int32Array(1024);

function makeRoom(places: number): void {
  ends = withPlaces(ends, places);
  continued = withPlaces(continued, places);
}

/** Which marks of a stream stand for which concept: a table with open addressing, and chains of marks in text order. */
export class MarksByConcept {
  /** Those of the lexicon's concepts, then those of literal words. */
  marks: readonly Mark[] = [];
  #stream: Stream | undefined;
  /** A bit a concept: most are asked for in vain. */
  #present = new Int32Array(0);
  /** Two numbers a place: a concept, and the index + 1 of its first mark, 0 where the place is free. */
  #places = new Int32Array(0);
  /** The number of the last place in use. */
  #last = 0;
  /** Mark → the index + 1 of the next one of its concept, 0 behind the last. */
  #next = new Int32Array(0);

  /** Fills it anew where it holds the marks of another stream. */
  note(stream: Stream): void {
    if (this.#stream === stream) return;
    this.#stream = stream;
    const marks = stream.marks.concat(stream.literals);
    const size = 2 * placesFor(marks.length);
    this.marks = marks;
    this.#present = withPlaces(this.#present, (conceptCount() >> 5) + 1).fill(0);
    this.#places = withPlaces(this.#places, size).fill(0, 0, size);
    this.#last = size - 1;
    this.#next = withPlaces(this.#next, marks.length);
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
    const last = this.#last;
    let place = (concept << 1) & last;
    while (places[place + 1] !== 0 && places[place] !== concept) place = (place + 2) & last;
    return place;
  }

  has(concept: number): boolean {
    return (this.#present[concept >> 5]! & (1 << (concept & 31))) !== 0;
  }

  /** Whether there is something for every atom of a pattern. @param needs its place in `NEEDS` */
  hasAll(needs: number): boolean {
    for (let at = needs + 1, end = NEEDS[needs]!; at < end; at = NEEDS[at]!)
      if (!this.#hasOne(at + 1, NEEDS[at]!)) return false;
    return true;
  }

  /** Whether there is one of the concepts in a part of `NEEDS`. */
  #hasOne(from: number, to: number): boolean {
    for (let at = from; at < to; at++) if (this.has(NEEDS[at]!)) return true;
    return false;
  }

  /** The index of a concept's first mark in text order, and of the next one of the same concept; -1 behind the last. */
  first(concept: number): number {
    return this.has(concept) ? this.#places[this.#place(concept) + 1]! - 1 : -1;
  }
  next(mark: number): number {
    return this.#next[mark]! - 1;
  }
}

/** The concepts and words of one stretch of text, ready for matching. */
export class Stream {
  readonly #byConcept: MarksByConcept;

  /**
   * @param marks of the lexicon's concepts, in text order
   * @param literals of the words that only patterns quote, in text order
   * @param ordered marks stand in the order of their words; not so in several headings side by side
   * @param byConcept what it is matched with; may be that of streams that are matched at other times
   */
  constructor(
    readonly marks: readonly Mark[],
    readonly literals: readonly Mark[],
    readonly ordered = true,
    byConcept = new MarksByConcept(),
  ) {
    this.#byConcept = byConcept;
  }

  /** The first match, or undefined. @param lastFrom the last element must begin at or after this word */
  match({ needs, conjuncts }: Compiled, lastFrom = 0): Match | undefined {
    this.#byConcept.note(this);
    // Most patterns fail for want of some concept: sooner told than looked up.
    if (!this.#byConcept.hasAll(needs)) return undefined;
    const marks: Mark[] = [];
    for (const elements of conjuncts) if (!this.#follow(elements, lastFrom, marks)) return undefined;
    return { marks };
  }

  /** Whether one of the patterns matches. */
  matchesAny(patterns: readonly Compiled[]): boolean {
    for (const pattern of patterns) if (this.match(pattern)) return true;
    return false;
  }

  /** Whether marks stand as a sequence asks; the first that do are added to `found`. */
  #follow(elements: readonly Element[], lastFrom: number, found: Mark[]): boolean {
    // Chains that reach each element, kept once per end position: k elements × marks, never exponential.
    let from = 0;
    let to = 0;
    for (let k = 0; k < elements.length; k++) {
      const element = elements[k]!;
      const end = this.#select(element.atom, to, k === elements.length - 1 ? lastFrom : 0);
      const next = k === 0 ? end : this.#continue(element, from, to, end);
      from = to;
      to = next;
      if (from === to) return false;
    }
    this.#takeChain(elements.length, from, found);
    return true;
  }

  /** Adds the marks of a chain. @param length of it */
  #takeChain(length: number, chain: number, found: Mark[]): void {
    const begin = found.length;
    for (let k = length - 1, at = chain; k >= 0; at = continued[at]!, k--)
      found[begin + k] = this.#byConcept.marks[ends[at]!]!;
  }

  /**
   * Leaves, of the marks from `to` to `end`, those that continue a chain.
   * @param from where the chains so far begin, up to `to` @returns the new end
   */
  #continue(element: Element, from: number, to: number, end: number): number {
    let next = to;
    /** Chains before this one are out of reach, for this mark and all behind it. */
    let reach = from;
    for (let at = to; at < end; at++) {
      const mark = ends[at]!;
      const word = this.#byConcept.marks[mark]!.from;
      while (this.ordered && reach < to && this.#isPast(element, this.#byConcept.marks[ends[reach]!]!.to, word))
        reach++;
      const chain = this.#before(element, reach, to, word);
      if (chain < 0) continue;
      ends[next] = mark;
      continued[next++] = chain;
    }
    return next;
  }

  /** The first of the chains from `reach` to `to` that the element can follow, or -1. @param word its first */
  #before(element: Element, reach: number, to: number, word: number): number {
    for (let chain = reach; chain < to; chain++) {
      const end = this.#byConcept.marks[ends[chain]!]!;
      if (this.ordered && end.from > word) return -1;
      if (word >= end.to && word - end.to <= element.gap && !this.#barred(element, end.to, word)) return chain;
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

  /**
   * Puts the marks for an atom into `ends`, in the order of their words; of several at one word in the order of the atom's
   * concepts. @param lastFrom their first word at least @returns where they end
   */
  #select({ ids, polarity, first }: Atom, to: number, lastFrom: number): number {
    let end = to;
    for (const id of ids) {
      const begin = end;
      const positive = polarity === 'plain' && classOfId(id) === 'action';
      for (let i = this.#byConcept.first(id); i >= 0; i = this.#byConcept.next(i)) {
        const mark = this.#byConcept.marks[i]!;
        if (mark.from < lastFrom || (mark.negated ? positive : polarity === 'negated')) continue;
        if (first && mark.from > FIRST) continue;
        makeRoom(end + 1);
        ends[end++] = i;
      }
      this.#merge(to, begin, end);
    }
    return end;
  }

  /** Puts the marks from `middle` to `end` among those before them, by their words. */
  #merge(from: number, middle: number, end: number): void {
    if (middle === from || middle === end || this.#word(ends[middle - 1]!) <= this.#word(ends[middle]!)) return;
    // Those to be added move out of the way first.
    makeRoom(2 * end - middle);
    ends.copyWithin(end, middle, end);
    let old = middle - 1;
    for (let at = end - 1, last = 2 * end - middle - 1; last >= end; at--)
      ends[at] = old >= from && this.#word(ends[old]!) > this.#word(ends[last]!) ? ends[old--]! : ends[last--]!;
  }

  /** The first word of a mark. */
  #word(mark: number): number {
    return this.#byConcept.marks[mark]!.from;
  }

  #barred({ barriers }: Element, from: number, to: number): boolean {
    if (barriers.length === 0 || !this.#has(barriers)) return false;
    const { marks } = this;
    for (let i = this.ordered ? firstFrom(marks, from) : 0; i < marks.length; i++) {
      const mark = marks[i]!;
      if (this.ordered && mark.from > to) break;
      if (mark.from >= from && mark.to <= to && barriers.includes(mark.id)) return true;
    }
    return false;
  }
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
