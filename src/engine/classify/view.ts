/** A sentence made ready for the rules: its words, the concepts they stand for, what is negated, and its surroundings. */
import type { Parsed, Segmenter, Sentence } from '../pipeline.ts';
import { ranges } from '../segment/english.ts';
import {
  classOfId,
  conceptId,
  conceptName,
  CONCEPTS,
  conceptsOf,
  type Hits,
  isLiteral,
  MEANINGS,
  standsFor,
  withPlaces,
  WordNet,
} from './lexicon.ts';
import { LITERALS, type Mark, MarksByConcept, Stream, type Wanted } from './pattern.ts';
import { markNegation } from './negation.ts';

/** Marks of a stretch of text, and the number of its words. */
export interface Marked {
  /** Of the lexicon's concepts that are wanted, in text order. */
  marks: Mark[];
  /** Of words that only patterns quote, those wanted, in text order. */
  literals: Mark[];
  words: number;
}

/** What stands around a sentence, cut into words only when it is asked for. */
export interface Around {
  context: Sentence | undefined;
  lead: () => { stream: Stream; words: number } | undefined;
  headings: () => Stream;
}

/** Sentences are matched one after the other. */
const ownByConcept = new MarksByConcept();

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
    this.own = new Stream(own.marks, own.literals, true, ownByConcept);
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
 * @param hits the words found in it @param wanted of the concepts and literal words; all of them without it
 */
export function marksOf(sentence: Sentence, hits: Hits, segmenter: Segmenter, wanted?: Wanted): Marked {
  const words = cutWords(sentence, segmenter);
  const count = putInWordOrder(hits, sentence.language, words);
  const marks: Mark[] = [];
  const literals: Mark[] = [];
  const { from: begin, items } = MEANINGS;
  for (let place = 0; place < count; place++) {
    const hit = order[place]!;
    const meaning = hits.meanings[hit]!;
    const start = hits.starts[hit]!;
    const end = hits.ends[hit]!;
    const from = froms[hit]!;
    const to = tos[hit]!;
    const mayBeHeld = place > 0 && reaches[place - 1]! >= end;
    for (let k = begin[meaning]!; k < begin[meaning + 1]!; k++) {
      const id = items[k]!;
      if (wanted && !wanted.has(id)) continue;
      const literal = isLiteral(id);
      // English punctuation is no word, and then nothing but a barrier or what a pattern quotes.
      if (from === to && !literal && classOfId(id) !== 'barrier') continue;
      if (mayBeHeld && isHeld(hits, place, id)) continue;
      (literal ? literals : marks).push({ concept: conceptName(id), id, start, end, from, to, negated: false });
    }
  }
  const kept = markNegation(withoutWaived(marks), sentence.text, sentence.language);
  return { marks: kept, literals, words };
}

/** Hits that begin and end where words do, by first word, the longer ones first. */
let order = new Int32Array(256);
/** For each of these, how far it and those before it reach. */
let reaches = new Int32Array(256);
/** Hit → its first word, and the one behind its last. */
let froms = new Int32Array(256);
let tos = new Int32Array(256);

/** Fills `order`, `reaches`, `froms` and `tos`. @param words of the text @returns how many hits are in order */
function putInWordOrder(hits: Hits, language: Sentence['language'], words: number): number {
  if (order.length < hits.length) {
    order = new Int32Array(hits.length * 2);
    reaches = new Int32Array(hits.length * 2);
    froms = new Int32Array(hits.length * 2);
    tos = new Int32Array(hits.length * 2);
  }
  let count = 0;
  for (let hit = 0; hit < hits.length; hit++) {
    const start = hits.starts[hit]!;
    const end = hits.ends[hit]!;
    let from = beginning[start]!;
    let to = ending[end]!;
    if (from < 0 || to < 0) {
      // English punctuation is no word: it stands between two.
      if (language !== 'en' || end - start > 1) continue;
      from = to = wordsBefore(start, words);
    }
    froms[hit] = from;
    tos[hit] = to;
    // They come by first character, so hardly any has far to go.
    let place = count++;
    for (; place > 0 && comesAfter(order[place - 1]!, from, to); place--) order[place] = order[place - 1]!;
    order[place] = hit;
  }
  let reach = 0;
  for (let place = 0; place < count; place++) reaches[place] = reach = Math.max(reach, hits.ends[order[place]!]!);
  return count;
}

const comesAfter = (hit: number, from: number, to: number): boolean =>
  froms[hit]! > from || (froms[hit] === from && tos[hit]! < to);

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

/**
 * Whether a longer word holds a hit and changes what one of its concepts means. Whatever holds the longer one and changes that
 * changes both, so it makes no difference that the longer one may be left out as well.
 * @param place of the hit in `order`
 */
function isHeld(hits: Hits, place: number, concept: number): boolean {
  const { starts, ends, meanings } = hits;
  const held = order[place]!;
  const start = starts[held]!;
  const end = ends[held]!;
  for (let k = place - 1; k >= 0 && reaches[k]! >= end; k--) {
    const holder = order[k]!;
    if (ends[holder]! < end || (ends[holder] === end && starts[holder] === start)) continue;
    if (changes(meanings[holder]!, concept)) return true;
  }
  return false;
}

/** Kinds of concepts, by what a longer word around them changes. */
const Kind = { Blocker: 2, Negation: 4, Action: 8, Recipients: 16, Anyone: 32, Other: 64 } as const;

function kindOf(concept: number): number {
  const of = classOfId(concept);
  if (of === 'blocker') return Kind.Blocker;
  if (of === 'negation') return Kind.Negation;
  if (of === 'action') return Kind.Action;
  if (of === 'recipients') return Kind.Recipients;
  return concept === ANYONE ? Kind.Anyone : Kind.Other;
}

/** Meaning → the kinds of concepts that its words change inside them, and `ASKED`; 0 where that was not asked yet. */
let changed = new Int32Array(1024);
const ASKED = 1;

/**
 * Longer words that change what a shorter one inside them means: nothing counts inside a `blocker` ("企业通讯录"), no action
 * inside a trigger ("无法联系到您"), people or data ("contact list"), no negation inside any word but a cue; and of two words of
 * one concept only the longer one. A literal word is changed by a blocker only, and changes nothing.
 */
function changes(holder: number, held: number): boolean {
  changed = withPlaces(changed, holder + 1);
  const kinds = (changed[holder] ||= conceptsOf(holder).reduce((all, concept) => all | changedBy(concept), ASKED));
  return (kinds & kindOf(held)) !== 0 || standsFor(holder, held);
}

function changedBy(concept: number): number {
  const of = classOfId(concept);
  if (of === undefined || of === 'cue') return 0;
  if (of === 'blocker') return ~Kind.Blocker;
  if (of === 'recipients') return Kind.Negation | Kind.Recipients | (NAMED.has(conceptName(concept)) ? Kind.Anyone : 0);
  return Kind.Negation | (of === 'trigger' || of === 'people' || of === 'data' ? Kind.Action : 0);
}

/** Companies that are not just anyone: "关联公司", "催收公司". */
const NAMED: ReadonlySet<string> = new Set(['AFFILIATE', 'COLLECTION_FIRM', 'BUREAU']);
const ANYONE = conceptId('ANYONE');

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
