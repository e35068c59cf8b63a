/**
 * What the clause model sees of a sentence: character n-grams, concepts and pairs of them, and the lead-in's concepts. Concepts
 * come from the lexicon's words wherever they stand, also across word boundaries: it costs no accuracy, and most sentences are
 * never cut into words.
 */
import {
  classOfId,
  conceptId,
  conceptName,
  CONCEPTS,
  type Hits,
  isLiteral,
  MEANINGS,
  withPlaces,
} from '../classify/lexicon.ts';
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
/** Concepts further apart than this many UTF-16 units do not make a pair. */
const PAIR_REACH = { zh: 18, en: 54 } as const;
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

/** A sentence as the model sees it. */
export interface Sight {
  /** Normalised. */
  text: string;
  language: 'zh' | 'en';
  /** Words of the lexicon in it, by their beginnings. */
  hits: Hits;
  /** Those of its lead-in. */
  lead: Hits | undefined;
}

/**
 * Gives every feature of the sentence and its value; the same one may come more than once and then counts more. The rules' word
 * is none of them: it looks better on the agreements that the rules were written with than it is.
 */
export function features(sight: Sight, each: (hash: number, value: number) => void): void {
  const weight = weightOf(sight.text);
  ngrams(framed(sight.text), 1, LONGEST_NGRAM, SALT.text, (hash) => each(hash, weight));
  conceptFeatures(sight, (feature, value) => each(CONCEPT_HASHES[feature]!, value));
}

/** Adds the n-grams of a sentence to a sum. */
export function addNgrams(text: string, scorer: Scorer): void {
  scorer.addNgrams(framed(text), LONGEST_NGRAM, SALT.text, weightOf(text));
}

/** Gives all other features of the sentence, by their places in `CONCEPT_HASHES`. */
export function conceptFeatures({ language, hits, lead }: Sight, each: (feature: number, value: number) => void): void {
  eachConcept(hits, (id) => each(id, VALUE.concept));
  pairFeatures(hits, PAIR_REACH[language], each);
  if (lead) for (const id of leadConcepts(lead)) each(LEAD + id, VALUE.leadConcept);
  each(LANGUAGE[language], VALUE.document);
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

/** The concepts that can be part of a pair, and by concept its place among them, or -1. */
const IN_PAIRS = Array.from(CONCEPTS.keys(), conceptId).filter((id) => PAIRED.has(classOfId(id)!));
const PAIR_PLACES = Int16Array.from({ length: CONCEPTS.size }, (_, id) => IN_PAIRS.indexOf(id));
/** By place in `IN_PAIRS`, whether it is something done. */
const IS_DEED = Uint8Array.from(IN_PAIRS, (id) => (classOfId(id) === 'action' ? 1 : 0));

/** Where the kinds of features begin that are not n-grams: concepts by number, those of the lead-in, the language, pairs. */
const LEAD = CONCEPTS.size;
const LANGUAGE = { zh: 2 * CONCEPTS.size, en: 2 * CONCEPTS.size + 1 } as const;
const PAIRS = 2 * CONCEPTS.size + 2;

/** The hashes of all features that are not n-grams: few enough to be looked up in a model once and for all. */
export const CONCEPT_HASHES = (() => {
  const hashes = new Uint32Array(PAIRS + IN_PAIRS.length ** 2);
  for (const name of CONCEPTS.keys()) {
    hashes[conceptId(name)] = hashOf(name, SALT.concept);
    hashes[LEAD + conceptId(name)] = hashOf(name, SALT.leadConcept);
  }
  for (const language of ['zh', 'en'] as const) hashes[LANGUAGE[language]] = hashOf(language, SALT.document);
  const ends = IN_PAIRS.map((id) => hashOf(conceptName(id), SALT.pair));
  ends.forEach((first, i) =>
    ends.forEach((second, k) => (hashes[PAIRS + i * ends.length + k] = mix(Math.imul(first, 0x9e3779b1) ^ second))),
  );
  return hashes;
})();

/** Concept → the number of the last text that it came in; of pairs the same. */
const lastIn = { concepts: new Int32Array(CONCEPTS.size), pairs: new Int32Array(IN_PAIRS.length ** 2) };
let texts = 0;

/** Gives the lexicon's concepts, each once; words that only a pattern quotes are left to the n-grams. */
function eachConcept({ meanings, length }: Hits, each: (id: number) => void): void {
  const text = ++texts;
  const { from, items } = MEANINGS;
  for (let i = 0; i < length; i++) {
    const meaning = meanings[i]!;
    for (let k = from[meaning]!, end = from[meaning + 1]!; k < end; k++) {
      const id = items[k]!;
      if (isLiteral(id) || lastIn.concepts[id] === text) continue;
      lastIn.concepts[id] = text;
      each(id);
    }
  }
}

/** Lead-ins stand before many sentences. */
const leadsKnown = new WeakMap<Hits, readonly number[]>();

function leadConcepts(lead: Hits): readonly number[] {
  let concepts = leadsKnown.get(lead);
  if (!concepts) {
    const found: number[] = [];
    eachConcept(lead, (id) => found.push(id));
    leadsKnown.set(lead, (concepts = found));
  }
  return concepts;
}

/** Of the words that can be part of a pair: the concept's place in `IN_PAIRS`, where the word begins and where it ends. */
let paired = { places: new Int32Array(256), from: new Int32Array(256), to: new Int32Array(256) };

/** Each pair counts once; no two deeds make one, they are mostly two names of the same. @param reach UTF-16 units */
function pairFeatures(hits: Hits, reach: number, each: (feature: number, value: number) => void): void {
  const text = ++texts;
  const count = notePaired(hits);
  const { places: at, from, to } = paired;
  for (let i = 0; i < count; i++) {
    const first = at[i]!;
    const last = to[i]! + reach;
    for (let k = i + 1; k < count && from[k]! <= last; k++) {
      const second = at[k]!;
      if (first === second || (IS_DEED[first]! & IS_DEED[second]!) !== 0) continue;
      const pair = first * IN_PAIRS.length + second;
      if (lastIn.pairs[pair] === text) continue;
      lastIn.pairs[pair] = text;
      each(PAIRS + pair, VALUE.pair);
    }
  }
}

/** Fills `paired`: most words make no pair; left in, they would be passed over once for every word near them. */
function notePaired(hits: Hits): number {
  const { from, items } = MEANINGS;
  let count = 0;
  for (let i = 0; i < hits.length; i++) {
    const meaning = hits.meanings[i]!;
    for (let k = from[meaning]!, end = from[meaning + 1]!; k < end; k++) {
      const id = items[k]!;
      const place = isLiteral(id) ? -1 : PAIR_PLACES[id]!;
      if (place < 0) continue;
      if (count === paired.from.length) makeRoom();
      paired.places[count] = place;
      paired.from[count] = hits.starts[i]!;
      paired.to[count++] = hits.ends[i]!;
    }
  }
  return count;
}

function makeRoom(): void {
  const { places: at, from, to } = paired;
  const places = at.length + 1;
  paired = { places: withPlaces(at, places), from: withPlaces(from, places), to: withPlaces(to, places) };
}
