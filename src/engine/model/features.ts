/** What the clause model sees of a sentence: character n-grams, concepts and their order, and surroundings. */
import { classOfId, type ConceptClass, conceptName } from '../classify/lexicon.ts';
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
  for (const name of names(view.own)) each(hashOfName(name, SALT.concept), VALUE.concept);
  for (const pair of pairs(view.own)) each(hashOfPair(pair), VALUE.pair);
  orders(view.own, (hash) => each(hash, VALUE.order));
  if (view.lead) for (const name of names(view.lead)) each(hashOfName(name, SALT.leadConcept), VALUE.leadConcept);
  for (const name of names(view.headings)) each(hashOfName(name, SALT.heading), VALUE.heading);
  each(hashOf(view.sentence.language, SALT.document), VALUE.document);
}

/** A concept as it stands: twice its number, and 1 when it is negated. */
const standing = (mark: Mark): number => mark.id * 2 + (mark.negated ? 1 : 0);
const nameOf = (name: number): string => (name & 1 ? '~' : '') + conceptName(name >> 1);
/** More than twice the number of concepts: `a * WIDTH + b` is a pair of them. */
const WIDTH = 2 ** 16;

const nameHashes = new Map<number, number>();
const pairHashes = new Map<number, number>();

function hashOfName(name: number, salt: number): number {
  const key = salt * WIDTH + name;
  let hash = nameHashes.get(key);
  if (hash === undefined) nameHashes.set(key, (hash = hashOf(nameOf(name), salt)));
  return hash;
}

function hashOfPair(pair: number): number {
  let hash = pairHashes.get(pair);
  if (hash === undefined) {
    hash = hashOf(`${nameOf(Math.floor(pair / WIDTH))} ${nameOf(pair % WIDTH)}`, SALT.pair);
    pairHashes.set(pair, hash);
  }
  return hash;
}

/** The lexicon's concepts in a stream; words that only a pattern quotes are left to the n-grams. */
function names(stream: Stream): Set<number> {
  const out = new Set<number>();
  for (const mark of stream.marks) if (classOfId(mark.id) !== undefined) out.add(standing(mark));
  return out;
}

function pairs(stream: Stream): Set<number> {
  const out = new Set<number>();
  const marks = stream.marks.filter((m) => PAIRED.has(classOfId(m.id) ?? ''));
  for (let i = 0; i < marks.length; i++)
    for (let j = i + 1; j < marks.length && marks[j]!.from - marks[i]!.to <= PAIR_REACH; j++) {
      const a = marks[i]!;
      const b = marks[j]!;
      if (a.id !== b.id) out.add(standing(a) * WIDTH + standing(b));
    }
  return out;
}

/** A class as it stands, by number: `ORDER_WIDTH` is more than there are. */
const places = new Map<ConceptClass, number>();
const placeNames: string[] = [];
const ORDER_WIDTH = 32;
const orderHashes = new Map<number, number>();

function placeOf(kind: ConceptClass, negated: boolean): number {
  let place = places.get(kind);
  if (place === undefined) {
    places.set(kind, (place = placeNames.length));
    placeNames.push(kind, `~${kind}`);
  }
  return place + (negated ? 1 : 0);
}

/** Each order of classes in which concepts follow one another, once; a class that repeats counts as one. */
function orders(stream: Stream, each: (hash: number) => void): void {
  const sequence: number[] = [];
  for (const mark of stream.marks) {
    const kind = classOfId(mark.id);
    if (kind === undefined) continue;
    const place = placeOf(kind, mark.negated);
    if (place !== sequence.at(-1)) sequence.push(place);
  }
  const seen = new Set<number>();
  for (let from = 0; from < sequence.length; from++) {
    let key = sequence[from]! + 1;
    for (let to = from + 1; to < sequence.length && to < from + LONGEST_ORDER; to++) {
      key = key * ORDER_WIDTH + sequence[to]! + 1;
      if (seen.has(key)) continue;
      seen.add(key);
      each(hashOfOrder(key, sequence, from, to));
    }
  }
}

function hashOfOrder(key: number, sequence: readonly number[], from: number, to: number): number {
  let hash = orderHashes.get(key);
  if (hash === undefined) {
    const name = sequence.slice(from, to + 1).map((place) => placeNames[place]!);
    orderHashes.set(key, (hash = hashOf(name.join(' '), SALT.order)));
  }
  return hash;
}
