/** A sentence made ready for the rules: its words, the concepts they stand for, what is negated, and its surroundings. */
import type { Parsed, Segmenter, Sentence } from '../pipeline.ts';
import { ranges } from '../segment/english.ts';
import { classOfId, conceptName, CONCEPTS, type Hits, WordNet } from './lexicon.ts';
import { LITERALS, type Mark, Stream } from './pattern.ts';
import { markNegation } from './negation.ts';

/** Marks of a stretch of text, and the number of its words. */
export interface Marked {
  marks: Mark[];
  words: number;
}

/** What the rules see of a sentence. */
export class View {
  /** Concepts in the sentence. */
  readonly own: Stream;
  /** Number of words in the sentence. */
  readonly words: number;
  /** The sentence that `lead` holds the concepts of: its lead-in, or the broken line before. */
  readonly context: Sentence | undefined;
  readonly lead: Stream | undefined;
  readonly #leadWords: number;
  readonly #above: () => Stream;
  #joined: Stream | undefined;

  constructor(
    readonly sentence: Sentence,
    own: Marked,
    context: { sentence: Sentence; lead: Stream; words: number } | undefined,
    headings: () => Stream,
  ) {
    this.own = new Stream(own.marks);
    this.words = own.words;
    this.context = context?.sentence;
    this.lead = context?.lead;
    this.#leadWords = context?.words ?? 0;
    this.#above = headings;
  }

  /** Concepts of lead-in and sentence as one; `ownFrom` is the sentence's first word in it. */
  get joined(): { stream: Stream; ownFrom: number } | undefined {
    if (!this.lead) return undefined;
    const ownFrom = this.#leadWords;
    this.#joined ??= new Stream([
      ...this.lead.marks,
      ...this.own.marks.map((m) => ({ ...m, from: m.from + ownFrom, to: m.to + ownFrom })),
    ]);
    return { stream: this.#joined, ownFrom };
  }

  /** Concepts of each heading above and of the title. */
  get headings(): Stream {
    return this.#above();
  }
}

let net: WordNet | undefined;

/** Built on first use: the rules' literal words are only known once the rules are compiled. */
export function wordNet(): WordNet {
  net ??= new WordNet([
    ...CONCEPTS,
    ...[...LITERALS].map(([name, words]): [string, { class: 'cue'; zh: string[]; en: string[] }] => [
      name,
      { class: 'cue', ...words },
    ]),
  ]);
  return net;
}

/** Where words begin and end, by UTF-16 offset: the index of the word that begins there, that of the one behind the word that ends there, or -1. */
let beginning = new Int32Array(1024);
let ending = new Int32Array(1024);

/** Fills `beginning` and `ending`. @returns where each word begins */
function cutWords(sentence: Sentence, segmenter: Segmenter): number[] {
  const { text, language } = sentence;
  if (beginning.length <= text.length) {
    beginning = new Int32Array(text.length * 2);
    ending = new Int32Array(text.length * 2);
  }
  beginning.fill(-1, 0, text.length + 1);
  ending.fill(-1, 0, text.length + 1);
  const starts: number[] = [];
  if (language === 'en') {
    for (const { start, end } of ranges(text)) {
      beginning[start] = starts.length;
      starts.push(start);
      ending[end] = starts.length;
    }
    return starts;
  }
  let at = 0;
  for (const word of segmenter.cut(text)) {
    beginning[at] = starts.length;
    starts.push(at);
    at += word.length;
    ending[at] = starts.length;
  }
  return starts;
}

/** Marks of a piece of normalised text; `Mark.start`/`end` are UTF-16 offsets into it. @param hits the words found in it */
export function marksOf(sentence: Sentence, hits: Hits, segmenter: Segmenter): Marked {
  const starts = cutWords(sentence, segmenter);
  const marks: Mark[] = [];
  for (let i = 0; i < hits.length; i++) {
    const start = hits.starts[i]!;
    const end = hits.ends[i]!;
    const concept = conceptName(hits.concepts[i]!);
    const from = beginning[start]!;
    const to = ending[end]!;
    if (from >= 0 && to >= 0) marks.push({ concept, start, end, from, to, negated: false });
    else if (sentence.language === 'en' && end - start === 1 && classOfId(hits.concepts[i]!) === 'barrier') {
      // English punctuation is no word: it stands between two.
      const between = wordsBefore(starts, start);
      marks.push({ concept, start, end, from: between, to: between, negated: false });
    }
  }
  const kept = dropContained(dropBlocked(marks));
  kept.sort((a, b) => a.from - b.from || b.to - a.to);
  markNegation(kept, sentence.language);
  return { marks: kept, words: starts.length };
}

/** How many words begin before an offset. */
function wordsBefore(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The furthest end of the words seen so far in text order: those that begin before a place, and those that begin there. */
class Furthest {
  #before = -1;
  #here = -1;
  #at = -1;

  add(start: number, end: number): void {
    if (start !== this.#at) {
      this.#before = Math.max(this.#before, this.#here);
      this.#here = -1;
      this.#at = start;
    }
    this.#here = Math.max(this.#here, end);
  }

  /** Whether a longer word holds this one. To be asked when every word that begins at or before `start` was added. */
  holds(start: number, end: number): boolean {
    const before = this.#at === start ? this.#before : Math.max(this.#before, this.#here);
    return before >= end || (this.#at === start && this.#here > end);
  }
}

/** Calls `add` for all marks that begin at one place and then `drops` for each of them, place by place; gives the rest. */
function sweep(marks: Mark[], add: (mark: Mark) => void, drops: (mark: Mark) => boolean): Mark[] {
  // Terms that the document defines are found last.
  const ordered = marks.every((mark, i) => i === 0 || marks[i - 1]!.start <= mark.start);
  const byStart = ordered ? marks : marks.toSorted((a, b) => a.start - b.start);
  const dropped = new Set<Mark>();
  for (let i = 0; i < byStart.length;) {
    const { start } = byStart[i]!;
    let next = i;
    for (; byStart[next]?.start === start; next++) add(byStart[next]!);
    for (; i < next; i++) if (drops(byStart[i]!)) dropped.add(byStart[i]!);
  }
  return dropped.size === 0 ? marks : marks.filter((mark) => !dropped.has(mark));
}

/**
 * Longer words that change what a shorter one inside them means: nothing counts inside a `blocker` ("企业通讯录"), no action
 * inside a trigger ("无法联系到您"), people or data ("contact list"), no negation inside any word but a cue.
 */
function dropBlocked(marks: Mark[]): Mark[] {
  const blocker = new Furthest();
  const notNegation = new Furthest();
  const meaning = new Furthest();
  const holder = new Furthest();
  return sweep(
    marks,
    (mark) => {
      const kind = classOf(mark);
      if (kind === 'blocker') blocker.add(mark.start, mark.end);
      if (mark.concept === 'NOT_NEG') notNegation.add(mark.start, mark.end);
      if (kind !== undefined && kind !== 'cue') meaning.add(mark.start, mark.end);
      if (kind === 'trigger' || kind === 'people' || kind === 'data') holder.add(mark.start, mark.end);
    },
    (mark) => {
      const kind = classOf(mark);
      if (kind !== 'blocker' && blocker.holds(mark.start, mark.end)) return true;
      if (kind === 'barrier') return notNegation.holds(mark.start, mark.end);
      if (kind === 'negation') return meaning.holds(mark.start, mark.end);
      return kind === 'action' && holder.holds(mark.start, mark.end);
    },
  );
}

const classOf = (mark: Mark): string | undefined => CONCEPTS.get(mark.concept)?.class;

/** Of two words of one concept where one holds the other, the longer counts. */
function dropContained(marks: Mark[]): Mark[] {
  const furthest = new Map<string, Furthest>();
  return sweep(
    marks,
    ({ concept, start, end }) => {
      let of = furthest.get(concept);
      if (!of) furthest.set(concept, (of = new Furthest()));
      of.add(start, end);
    },
    ({ concept, start, end }) => furthest.get(concept)!.holds(start, end),
  );
}

export function headingSentence(text: string, language: 'zh' | 'en'): Sentence {
  return { start: 0, end: text.length, text, at: 0, clause: [], number: '', heading: true, language };
}

/** The sentences that give a sentence its context: its lead-in, or the broken line it continues. */
export function contextOf(parsed: Parsed, sentence: Sentence): Sentence | undefined {
  const index = sentence.continues ?? sentence.leadIn;
  return index === undefined ? undefined : parsed.sentences[index];
}
