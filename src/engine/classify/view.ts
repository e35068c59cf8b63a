/** A sentence made ready for the rules: its words, the concepts they stand for, what is negated, and its surroundings. */
import type { Parsed, Segmenter, Sentence } from '../pipeline.ts';
import { ranges } from '../segment/english.ts';
import { classOfId, conceptId, conceptName, CONCEPTS, type Hits, isLiteral, MEANINGS, WordNet } from './lexicon.ts';
import { LITERALS, type Mark, Stream, type Wanted } from './pattern.ts';
import { markNegation } from './negation.ts';

/** Marks of a stretch of text, and the number of its words. */
export interface Marked {
  /** Of the lexicon's concepts, in text order. */
  marks: Mark[];
  /** Of words that only patterns quote, in text order. */
  literals: Mark[];
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
    this.own = new Stream(own.marks, own.literals);
    this.words = own.words;
    this.#around = around;
  }

  /** The sentence that `lead` holds the concepts of, as `contextOf` tells. */
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
    const behind = (own: readonly Mark[]): Mark[] =>
      own.map((m) => ({ ...m, from: m.from + ownFrom, to: m.to + ownFrom }));
    this.#joined ??= {
      stream: new Stream(
        [...lead.stream.marks, ...behind(this.own.marks)],
        [...lead.stream.literals, ...behind(this.own.literals)],
      ),
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
/** Word → where it begins. */
let starts = new Int32Array(1024);

/** Fills `beginning`, `ending` and `starts`. @returns how many words there are */
function cutWords(sentence: Sentence, segmenter: Segmenter): number {
  const { text, language } = sentence;
  if (beginning.length <= text.length) {
    beginning = new Int32Array(text.length * 2);
    ending = new Int32Array(text.length * 2);
    starts = new Int32Array(text.length * 2);
  }
  beginning.fill(-1, 0, text.length + 1);
  ending.fill(-1, 0, text.length + 1);
  let words = 0;
  if (language === 'en') {
    for (const { start, end } of ranges(text)) {
      beginning[start] = words;
      starts[words++] = start;
      ending[end] = words;
    }
    return words;
  }
  let at = 0;
  for (const word of segmenter.cut(text)) {
    beginning[at] = words;
    starts[words++] = at;
    at += word.length;
    ending[at] = words;
  }
  return words;
}

/**
 * Marks of a piece of normalised text; `Mark.start`/`end` are UTF-16 offsets into it.
 * @param hits the words found in it @param wanted of the literal words; all of them without it
 */
export function marksOf(sentence: Sentence, hits: Hits, segmenter: Segmenter, wanted?: Wanted): Marked {
  const words = cutWords(sentence, segmenter);
  const english = sentence.language === 'en';
  const marks: Mark[] = [];
  const literals: Mark[] = [];
  const { from: begin, items } = MEANINGS;
  for (let i = 0; i < hits.length; i++) {
    const start = hits.starts[i]!;
    const end = hits.ends[i]!;
    let from = beginning[start]!;
    let to = ending[end]!;
    const isWord = from >= 0 && to >= 0;
    // English punctuation is no word: it stands between two.
    if (!isWord && !(english && end - start === 1)) continue;
    if (!isWord) from = to = wordsBefore(start, words);
    const meaning = hits.meanings[i]!;
    for (let k = begin[meaning]!; k < begin[meaning + 1]!; k++) {
      const id = items[k]!;
      const literal = isLiteral(id);
      if (literal && wanted && !wanted.has(id)) continue;
      if (isWord || literal || classOfId(id) === 'barrier')
        (literal ? literals : marks).push({ concept: conceptName(id), id, start, end, from, to, negated: false });
    }
  }
  const kept = markNegation(inWordOrder(withoutWaived(withoutHeld(marks))), sentence.text, sentence.language);
  return { marks: kept, literals: outsideBlockers(literals, marks), words };
}

/** A literal word changes nothing and is changed by nothing but a blocker. @param marks those of the same text */
function outsideBlockers(literals: Mark[], marks: readonly Mark[]): Mark[] {
  if (literals.length === 0) return literals;
  const blockers = marks.filter(({ id }) => classOfId(id) === 'blocker');
  if (blockers.length === 0) return literals;
  const holds = (outer: Mark, { start, end }: Mark): boolean =>
    outer.start <= start && outer.end >= end && outer.end - outer.start > end - start;
  return literals.filter((literal) => !blockers.some((blocker) => holds(blocker, literal)));
}

/** How many words begin before an offset. @param words how many there are */
function wordsBefore(offset: number, words: number): number {
  let low = 0;
  let high = words;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** By first word, the longer ones first; in place. They come by first character, so hardly any has far to go. */
function inWordOrder(marks: Mark[]): Mark[] {
  for (let i = 1; i < marks.length; i++) {
    const mark = marks[i]!;
    let at = i;
    for (; at > 0 && comesAfter(marks[at - 1]!, mark); at--) marks[at] = marks[at - 1]!;
    marks[at] = mark;
  }
  return marks;
}

const comesAfter = (a: Mark, b: Mark): boolean => a.from > b.from || (a.from === b.from && a.to < b.to);

/** For each mark, how far it and those before it reach. */
let reaches = new Int32Array(256);

/**
 * Leaves out the marks that a longer one holds and changes. Whatever holds the longer one and changes that changes both, so it
 * makes no difference that the longer one may be left out as well. @param marks in text order
 */
function withoutHeld(marks: readonly Mark[]): Mark[] {
  if (reaches.length < marks.length) reaches = new Int32Array(marks.length * 2);
  const kept: Mark[] = [];
  let reach = 0;
  for (let i = 0; i < marks.length; i++) {
    const mark = marks[i]!;
    reach = Math.max(reach, mark.end);
    reaches[i] = reach;
    if (!isHeld(marks, i)) kept.push(mark);
  }
  return kept;
}

/** Whether a longer mark holds the one at `i` and changes it. */
function isHeld(marks: readonly Mark[], i: number): boolean {
  const held = marks[i]!;
  const { start, end } = held;
  for (let k = i - 1; k >= 0 && reaches[k]! >= end; k--) {
    const holder = marks[k]!;
    if (holder.end >= end && (holder.start < start || holder.end > end) && changes(holder, held)) return true;
  }
  for (let k = i + 1; k < marks.length && marks[k]!.start === start; k++)
    if (marks[k]!.end > end && changes(marks[k]!, held)) return true;
  return false;
}

/**
 * Longer words that change what a shorter one inside them means: nothing counts inside a `blocker` ("企业通讯录"), no action
 * inside a trigger ("无法联系到您"), people or data ("contact list"), no negation inside any word but a cue; and of two words of
 * one concept only the longer one.
 */
function changes(holder: Mark, held: Mark): boolean {
  if (holder.id === held.id) return true;
  const outer = classOfId(holder.id);
  if (outer === undefined || outer === 'cue') return false;
  const inner = classOfId(held.id);
  if (outer === 'blocker') return inner !== 'blocker';
  if (inner === 'negation') return true;
  if (outer === 'recipients' && (inner === 'recipients' || (NAMED.has(holder.concept) && held.concept === 'ANYONE')))
    return true;
  return inner === 'action' && (outer === 'trigger' || outer === 'people' || outer === 'data');
}

/** Companies that are not just anyone: "关联公司", "催收公司". */
const NAMED: ReadonlySet<string> = new Set(['AFFILIATE', 'COLLECTION_FIRM', 'BUREAU']);

/** Words for asking once more or apart, and those that spare it. */
const APART: ReadonlySet<string> = new Set(['SINGLY', 'SINGLE_CONSENT', 'SEPARATE', 'ASKED_APART']);
const NO_ASKING = conceptId('NO_ASKING');
const NO_MORE_ASKING = conceptId('NO_MORE_ASKING');

/** Words between the two: "无需就每次提供另行征得您的同意". */
const SPARED_WORDS = 4;

/** "无须另行取得您的同意": nobody is asked apart where that is spared. */
function withoutWaived(marks: Mark[]): Mark[] {
  const spared = marks.filter(({ id }) => id === NO_ASKING || id === NO_MORE_ASKING);
  if (spared.length === 0) return marks;
  return marks.filter(
    ({ concept, from }) => !APART.has(concept) || !spared.some((m) => m.from <= from && from <= m.to + SPARED_WORDS),
  );
}

export function headingSentence(text: string, language: 'zh' | 'en'): Sentence {
  return { start: 0, end: text.length, text, at: 0, clause: [], number: '', heading: true, language };
}

/** The sentence that gives a sentence its context: its lead-in, the broken line it continues, or what it takes up. */
export function contextOf(parsed: Parsed, sentence: Sentence): Sentence | undefined {
  const index = sentence.continues ?? sentence.takesUp ?? sentence.leadIn;
  return index === undefined ? undefined : parsed.sentences[index];
}
