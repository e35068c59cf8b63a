/** What the clause model sees of a sentence: character n-grams, concepts and pairs of them, and the lead-in's concepts. */
import { classOfId, conceptName, CONCEPTS } from '../classify/lexicon.ts';
import type { Mark, Stream } from '../classify/pattern.ts';
import type { View } from '../classify/view.ts';
import { hashOf, mix, ngramCount, ngrams } from './hash.ts';
import type { Scorer } from './linear.ts';

const SALT = {
  text: 1,
  concept: 3,
  pair: 4,
  leadConcept: 5,
  document: 8,
} as const;
/** How much a kind of feature weighs beside the text's n-grams, whose squares add up to about 1. */
const VALUE = {
  concept: 0.15,
  pair: 0.1,
  leadConcept: 0.2,
  document: 0.2,
} as const;
const LONGEST_NGRAM = 3;
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

/** What takes the features: a sum of their weights, or a bag to learn from. */
export interface Sink {
  add(hash: number, value: number): void;
}

/**
 * Adds every feature of the sentence; the same feature may come more than once and then counts more. The rules' word is none
 * of them: it looks better on the agreements that the rules were written with than it is.
 */
export function addFeatures(view: View, to: Sink): void {
  const { text } = view.sentence;
  const weight = weightOf(text);
  ngrams(framed(text), 1, LONGEST_NGRAM, SALT.text, (hash) => to.add(hash, weight));
  addConcepts(view, to);
}

/** Adds the n-grams of a sentence to a sum: they need no words. */
export function addNgrams(text: string, scorer: Scorer): void {
  scorer.addNgrams(framed(text), LONGEST_NGRAM, SALT.text, weightOf(text));
}

/** Adds all other features of the sentence. */
export function addConcepts(view: View, to: Sink): void {
  for (const name of namesOf(view.own)) to.add(hashOfName(name, SALT.concept), VALUE.concept);
  addPairs(view.own, to);
  const { lead } = view;
  if (lead) for (const name of namesOf(lead)) to.add(hashOfName(name, SALT.leadConcept), VALUE.leadConcept);
  to.add(hashOf(view.sentence.language, SALT.document), VALUE.document);
}

/** The hashes of the n-grams alone. */
export function ngramHashes(text: string): Set<number> {
  const hashes = new Set<number>();
  ngrams(framed(text), 1, LONGEST_NGRAM, SALT.text, (hash) => hashes.add(hash));
  return hashes;
}

/** Text with marks at its ends: an n-gram there is another one than in the middle. */
const framed = (text: string): string => `^${text}$`;
const weightOf = (text: string): number => 1 / Math.sqrt(ngramCount(framed(text).length, 1, LONGEST_NGRAM));

/** A concept as it stands: twice its number, and 1 when it is negated. */
const standing = (mark: Mark): number => mark.id * 2 + (mark.negated ? 1 : 0);
const nameOf = (name: number): string => (name & 1 ? '~' : '') + conceptName(name >> 1);
/** How many ways to stand the lexicon's concepts have. */
const WIDTH = CONCEPTS.size * 2;

/** By a concept as it stands, whether it can be part of a pair. */
const IN_PAIRS = Uint8Array.from({ length: WIDTH }, (_, name) => (PAIRED.has(classOfId(name >> 1)!) ? 1 : 0));

/** The hashes made so far, 0 where there is none, by kind and name. */
const nameHashes = new Uint32Array((Math.max(...Object.values(SALT)) + 1) * WIDTH);

function hashOfName(name: number, salt: number): number {
  return (nameHashes[salt * WIDTH + name] ||= hashOf(nameOf(name), salt));
}

/** Reckoned anew each time: a table of all pairs is further away than the sum. */
const hashOfPair = (first: number, second: number): number =>
  mix(Math.imul(hashOfName(first, SALT.pair), 0x9e3779b1) ^ hashOfName(second, SALT.pair));

/** Headings and lead-ins stand around many sentences. */
const namesKnown = new WeakMap<Stream, readonly number[]>();

/** By a concept as it stands, its place in the list that it was last looked up in. */
const places = new Int32Array(WIDTH);

/** The place of a concept as it stands in a list, where it is added when it comes for the first time. */
function placeOf(name: number, found: number[]): number {
  const place = places[name]!;
  return found[place] === name ? place : (places[name] = found.push(name) - 1);
}

/** The lexicon's concepts in a stream, each once; words that only a pattern quotes are left to the n-grams. */
function namesOf(stream: Stream): readonly number[] {
  const known = namesKnown.get(stream);
  if (known) return known;
  const found: number[] = [];
  for (const mark of stream.marks) placeOf(standing(mark), found);
  namesKnown.set(stream, found);
  return found;
}

/** Of the marks that can be part of a pair: the place of the concept as it stands, its first word, and the one behind its last. */
let paired = { places: new Int32Array(256), from: new Int32Array(256), to: new Int32Array(256) };

/** Which pairs came before: the place of the first times the number of places, plus that of the second. */
let pairs = new Uint8Array(64 * 64);

/** Each pair counts once. */
function addPairs(stream: Stream, to: Sink): void {
  const names: number[] = [];
  const count = notePaired(stream.marks, names);
  const { places: at, from, to: ends } = paired;
  const width = names.length;
  if (pairs.length < width * width) pairs = new Uint8Array(width * width * 2);
  pairs.fill(0, 0, width * width);
  for (let i = 0; i < count; i++) {
    const row = at[i]! * width;
    const reach = ends[i]! + PAIR_REACH;
    for (let j = i + 1; j < count && from[j]! <= reach; j++) {
      if (pairs[row + at[j]!] !== 0) continue;
      pairs[row + at[j]!] = 1;
      const first = names[at[i]!]!;
      const second = names[at[j]!]!;
      if (first >> 1 !== second >> 1) to.add(hashOfPair(first, second), VALUE.pair);
    }
  }
}

/** Fills `paired`. Most marks make no pair; left in, they would be passed over once for every mark near them. @param names takes the concepts as they stand */
function notePaired(marks: readonly Mark[], names: number[]): number {
  if (paired.from.length < marks.length) {
    const column = (): Int32Array<ArrayBuffer> => new Int32Array(marks.length * 2);
    paired = { places: column(), from: column(), to: column() };
  }
  let count = 0;
  for (const mark of marks) {
    const name = standing(mark);
    if (!IN_PAIRS[name]) continue;
    paired.places[count] = placeOf(name, names);
    paired.from[count] = mark.from;
    paired.to[count++] = mark.to;
  }
  return count;
}
