/** What the clause model sees of a sentence: character n-grams, concepts and their order, and surroundings. */
import { classOfId, type ConceptClass, conceptName, CONCEPTS } from '../classify/lexicon.ts';
import type { Mark, Stream } from '../classify/pattern.ts';
import type { View } from '../classify/view.ts';
import { hashOf, ngramCount, ngrams } from './hash.ts';
import type { Scorer } from './linear.ts';

const SALT = {
  text: 1,
  concept: 3,
  pair: 4,
  leadConcept: 5,
  heading: 6,
  document: 8,
  order: 9,
} as const;
/** How much a kind of feature weighs beside the text's n-grams, whose squares add up to about 1. */
const VALUE = {
  concept: 0.15,
  pair: 0.1,
  order: 0.1,
  leadConcept: 0.2,
  heading: 0.15,
  document: 0.2,
} as const;
const LONGEST_NGRAM = 3;
/** Sequences of concept classes ("actor action people") up to this length. */
const LONGEST_ORDER = 4;
/** Concepts further apart than this many words do not make a pair. */
const PAIR_REACH = 10;
/** Only who does what to which data, on what consent, makes pairs; everything together would be mostly chance. */
const PAIRED: ReadonlySet<string> = new Set([
  'action',
  'people',
  'data',
  'recipients',
  'actor',
  'trigger',
  'consent',
  'negation',
]);

/**
 * Calls `each` with every feature of the sentence; the same feature may come more than once and then counts more. The rules'
 * word is none of them: it looks better on the agreements that the rules were written with than it is.
 */
export function features(view: View, each: (hash: number, value: number) => void): void {
  const { text, weight } = textOf(view);
  ngrams(text, 1, LONGEST_NGRAM, SALT.text, (hash) => each(hash, weight));
  otherFeatures(view, each);
}

/** Adds the features of the sentence to a sum. */
export function addFeatures(view: View, scorer: Scorer): void {
  const { text, weight } = textOf(view);
  scorer.addNgrams(text, LONGEST_NGRAM, SALT.text, weight);
  otherFeatures(view, (hash, value) => scorer.add(hash, value));
}

function textOf(view: View): { text: string; weight: number } {
  const text = `^${view.sentence.text}$`;
  return { text, weight: 1 / Math.sqrt(ngramCount(text.length, 1, LONGEST_NGRAM)) };
}

function otherFeatures(view: View, each: (hash: number, value: number) => void): void {
  for (const name of namesOf(view.own)) each(hashOfName(name, SALT.concept), VALUE.concept);
  eachPair(view.own, (pair) => each(hashOfPair(pair), VALUE.pair));
  eachOrder(view.own, (hash) => each(hash, VALUE.order));
  if (view.lead) for (const name of namesOf(view.lead)) each(hashOfName(name, SALT.leadConcept), VALUE.leadConcept);
  for (const name of namesOf(view.headings)) each(hashOfName(name, SALT.heading), VALUE.heading);
  each(hashOf(view.sentence.language, SALT.document), VALUE.document);
}

/** A concept as it stands: twice its number, and 1 when it is negated. */
const standing = (mark: Mark): number => mark.id * 2 + (mark.negated ? 1 : 0);
const nameOf = (name: number): string => (name & 1 ? '~' : '') + conceptName(name >> 1);
/** How many ways to stand the lexicon's concepts have. */
const WIDTH = CONCEPTS.size * 2;

/** What can be part of a pair, in order, and the place of each concept as it stands in that order, or -1. */
const PAIRABLE = Array.from({ length: WIDTH }, (_, name) => name).filter((name) => PAIRED.has(classOfId(name >> 1)!));
const PLACE = Int32Array.from({ length: WIDTH }, (_, name) => PAIRABLE.indexOf(name));
/** A pair has one number: `a * PAIR_WIDTH + b` for the places of its parts. */
const PAIR_WIDTH = PAIRABLE.length;

/** The hashes made so far, 0 where there is none: by kind and name, and by pair. */
const nameHashes = new Uint32Array((Math.max(...Object.values(SALT)) + 1) * WIDTH);
const pairHashes = new Uint32Array(PAIR_WIDTH * PAIR_WIDTH);

function hashOfName(name: number, salt: number): number {
  return (nameHashes[salt * WIDTH + name] ||= hashOf(nameOf(name), salt));
}

function hashOfPair(pair: number): number {
  return (pairHashes[pair] ||= hashOf(
    `${nameOf(PAIRABLE[Math.floor(pair / PAIR_WIDTH)]!)} ${nameOf(PAIRABLE[pair % PAIR_WIDTH]!)}`,
    SALT.pair,
  ));
}

/** Tells what comes again in a sentence: a number is known when it bears the sentence's stamp. Spares a set a sentence. */
class Repeats {
  readonly #stamps: Uint32Array;
  #now = 0;

  constructor(numbers: number) {
    this.#stamps = new Uint32Array(numbers);
  }

  /** Forgets everything. */
  begin(): void {
    this.#now++;
  }

  /** Whether `number` comes for the first time. */
  isNew(number: number): boolean {
    if (this.#stamps[number] === this.#now) return false;
    this.#stamps[number] = this.#now;
    return true;
  }
}

const names = new Repeats(WIDTH);
const pairs = new Repeats(PAIR_WIDTH * PAIR_WIDTH);

/** Headings and lead-ins stand around many sentences. */
const namesKnown = new WeakMap<Stream, readonly number[]>();

/** The lexicon's concepts in a stream, each once; words that only a pattern quotes are left to the n-grams. */
function namesOf(stream: Stream): readonly number[] {
  let found = namesKnown.get(stream);
  if (!found) {
    names.begin();
    found = stream.marks.map(standing).filter((name) => names.isNew(name));
    namesKnown.set(stream, found);
  }
  return found;
}

function eachPair(stream: Stream, each: (pair: number) => void): void {
  pairs.begin();
  // Most marks make no pair; left in, they would be passed over once for every mark near them.
  const marks = stream.marks.filter((mark) => PLACE[standing(mark)]! >= 0);
  for (let i = 0; i < marks.length; i++) {
    const a = marks[i]!;
    const first = PLACE[standing(a)]! * PAIR_WIDTH;
    for (let j = i + 1; j < marks.length && marks[j]!.from - a.to <= PAIR_REACH; j++) {
      const pair = first + PLACE[standing(marks[j]!)]!;
      if (a.id !== marks[j]!.id && pairs.isNew(pair)) each(pair);
    }
  }
}

/** The classes of concepts as they stand, numbered from 1; of the denied ones there are only actions. */
const STANDING_CLASSES = [...new Set([...CONCEPTS.values()].map((concept) => concept.class)), '~action'];
const CLASS_PLACE = Uint8Array.from({ length: WIDTH }, (_, name) => {
  const kind: ConceptClass = classOfId(name >> 1)!;
  return STANDING_CLASSES.indexOf(name & 1 && kind === 'action' ? '~action' : kind) + 1;
});
/** An order has one number: its places as digits to this base. */
const ORDER_BASE = STANDING_CLASSES.length + 1;
const orderHashes = new Uint32Array(ORDER_BASE ** LONGEST_ORDER);
const orders = new Repeats(orderHashes.length);

/** Each order of classes in which concepts follow one another, once; a class that repeats counts as one. */
function eachOrder({ marks }: Stream, each: (hash: number) => void): void {
  orders.begin();
  const sequence = marks.map((mark) => CLASS_PLACE[standing(mark)]!).filter((place, i, all) => place !== all[i - 1]);
  for (let from = 0; from < sequence.length; from++) {
    let order = sequence[from]!;
    for (let to = from + 1; to < sequence.length && to < from + LONGEST_ORDER; to++) {
      order = order * ORDER_BASE + sequence[to]!;
      if (orders.isNew(order)) each((orderHashes[order] ||= hashOfOrder(sequence.slice(from, to + 1))));
    }
  }
}

function hashOfOrder(sequence: readonly number[]): number {
  return hashOf(sequence.map((place) => STANDING_CLASSES[place - 1]!).join(' '), SALT.order);
}
