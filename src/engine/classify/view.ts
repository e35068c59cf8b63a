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

/** What stands around a sentence, cut into words only when it is asked for. */
export interface Around {
  context: Sentence | undefined;
  lead: () => { stream: Stream; words: number } | undefined;
  headings: () => Stream;
}

/** What the rules see of a sentence. */
export class View {
  /** Concepts in the sentence. */
  readonly own: Stream;
  /** Number of words in the sentence. */
  readonly words: number;
  readonly #around: Around;
  #joined: { stream: Stream; ownFrom: number } | undefined;

  constructor(
    readonly sentence: Sentence,
    own: Marked,
    around: Around,
  ) {
    this.own = new Stream(own.marks);
    this.words = own.words;
    this.#around = around;
  }

  /** The sentence that `lead` holds the concepts of: its lead-in, or the broken line before. */
  get context(): Sentence | undefined {
    return this.#around.context;
  }

  get lead(): Stream | undefined {
    return this.#around.lead()?.stream;
  }

  /** Concepts of lead-in and sentence as one; `ownFrom` is the sentence's first word in it. */
  get joined(): { stream: Stream; ownFrom: number } | undefined {
    const lead = this.#around.lead();
    if (!lead) return undefined;
    const ownFrom = lead.words;
    this.#joined ??= {
      stream: new Stream([
        ...lead.stream.marks,
        ...this.own.marks.map((m) => ({ ...m, from: m.from + ownFrom, to: m.to + ownFrom })),
      ]),
      ownFrom,
    };
    return this.#joined;
  }

  /** Concepts of each heading above and of the title. */
  get headings(): Stream {
    return this.#around.headings();
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
  const english = sentence.language === 'en';
  const marks: Mark[] = [];
  for (let i = 0; i < hits.length; i++) {
    const start = hits.starts[i]!;
    const end = hits.ends[i]!;
    const id = hits.concepts[i]!;
    let from = beginning[start]!;
    let to = ending[end]!;
    if (from < 0 || to < 0) {
      // English punctuation is no word: it stands between two.
      if (!english || end - start !== 1 || classOfId(id) !== 'barrier') continue;
      from = to = wordsBefore(starts, start);
    }
    marks.push({ concept: conceptName(id), id, start, end, from, to, negated: false });
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

/**
 * The furthest end of the words of some kind: of those that begin before a place and of those that begin there. Words are
 * added in text order; a word may be asked about once all that begin where it begins were added.
 */
class Furthest {
  #before = -1;
  #here = -1;
  #at = -1;

  add(start: number, end: number): void {
    if (start !== this.#at) {
      if (this.#here > this.#before) this.#before = this.#here;
      this.#here = -1;
      this.#at = start;
    }
    if (end > this.#here) this.#here = end;
  }

  /** Whether a longer word holds this one. */
  holds(start: number, end: number): boolean {
    if (this.#at !== start) return this.#before >= end || this.#here >= end;
    return this.#before >= end || this.#here > end;
  }
}

/** Terms that the document defines are found last; the others come in text order. */
function inTextOrder(marks: Mark[]): Mark[] {
  for (let i = 1; i < marks.length; i++)
    if (marks[i]!.start < marks[i - 1]!.start) return marks.toSorted((a, b) => a.start - b.start);
  return marks;
}

/** Index of the first mark behind `i` that begins elsewhere. */
function behind(marks: readonly Mark[], i: number): number {
  const { start } = marks[i]!;
  let next = i + 1;
  while (next < marks.length && marks[next]!.start === start) next++;
  return next;
}

const without = (marks: Mark[], dropped: Set<Mark>): Mark[] =>
  dropped.size === 0 ? marks : marks.filter((mark) => !dropped.has(mark));

/**
 * Longer words that change what a shorter one inside them means: nothing counts inside a `blocker` ("企业通讯录"), no action
 * inside a trigger ("无法联系到您"), people or data ("contact list"), no negation inside any word but a cue.
 */
function dropBlocked(all: Mark[]): Mark[] {
  const marks = inTextOrder(all);
  const blocker = new Furthest();
  const meaning = new Furthest();
  const holder = new Furthest();
  const dropped = new Set<Mark>();
  for (let i = 0; i < marks.length;) {
    const next = behind(marks, i);
    for (let k = i; k < next; k++) {
      const { id, start, end } = marks[k]!;
      const kind = classOfId(id);
      if (kind === undefined || kind === 'cue') continue;
      meaning.add(start, end);
      if (kind === 'blocker') blocker.add(start, end);
      else if (kind === 'trigger' || kind === 'people' || kind === 'data') holder.add(start, end);
    }
    for (; i < next; i++) {
      const { id, start, end } = marks[i]!;
      const kind = classOfId(id);
      if (
        (kind !== 'blocker' && blocker.holds(start, end)) ||
        (kind === 'negation' && meaning.holds(start, end)) ||
        (kind === 'action' && holder.holds(start, end))
      )
        dropped.add(marks[i]!);
    }
  }
  return without(all, dropped);
}

/** Of two words of one concept where one holds the other, the longer counts. */
function dropContained(all: Mark[]): Mark[] {
  const marks = inTextOrder(all);
  const furthest = new Map<number, Furthest>();
  const dropped = new Set<Mark>();
  for (let i = 0; i < marks.length;) {
    const next = behind(marks, i);
    for (let k = i; k < next; k++) {
      const { id, start, end } = marks[k]!;
      let of = furthest.get(id);
      if (!of) furthest.set(id, (of = new Furthest()));
      of.add(start, end);
    }
    for (; i < next; i++) {
      const { id, start, end } = marks[i]!;
      if (furthest.get(id)!.holds(start, end)) dropped.add(marks[i]!);
    }
  }
  return without(all, dropped);
}

export function headingSentence(text: string, language: 'zh' | 'en'): Sentence {
  return { start: 0, end: text.length, text, at: 0, clause: [], number: '', heading: true, language };
}

/** The sentences that give a sentence its context: its lead-in, or the broken line it continues. */
export function contextOf(parsed: Parsed, sentence: Sentence): Sentence | undefined {
  const index = sentence.continues ?? sentence.leadIn;
  return index === undefined ? undefined : parsed.sentences[index];
}
