/**
 * What the clause model sees of a sentence: character n-grams (in English words as well), concepts and pairs of them, and of
 * the lead-in n-grams and concepts. Concepts come from the lexicon's words wherever they stand, in Chinese also across word
 * boundaries: it costs no accuracy there, and most sentences are never cut into words.
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
import { hashOf, mix, ngramCount, ngrams, wordHashes } from './hash.ts';
import type { Scorer } from './linear.ts';

const SALT = {
  text: 1,
  lead: 2,
  concept: 3,
  pair: 4,
  leadConcept: 5,
  document: 8,
  word: 9,
} as const;
/** How much a kind of feature weighs beside the text's n-grams, whose squares add up to about 1. */
const VALUE = {
  word: 1.2,
  lead: 0.5,
  concept: 0.15,
  pair: 0.1,
  leadConcept: 0.2,
  document: 0.2,
} as const;
/** Of the text and of its lead-in, which is the same for many sentences and would be learned by heart. */
const LONGEST_NGRAM = { text: 3, lead: 2 } as const;
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

/** The words of a sentence. */
interface Statement {
  /** Normalised. */
  text: string;
  language: 'zh' | 'en';
}

/** A sentence as the model sees it. */
export interface Sight extends Statement {
  /** Words of the lexicon in it, by their beginnings. */
  hits: Hits;
  /** What introduces it, or what it goes on with. */
  lead: { sentence: { text: string }; hits: Hits } | undefined;
}

/**
 * Gives every feature of the sentence and its value; the same one may come more than once and then counts more. The rules' word
 * is none of them: it looks better on the agreements that the rules were written with than it is.
 */
export function features(sight: Sight, each: (hash: number, value: number) => void): void {
  const { text, lead } = sight;
  const weight = weightOf(text, 'text');
  ngrams(framed(text), 1, LONGEST_NGRAM.text, SALT.text, (hash) => each(hash, weight));
  eachWord(sight, each);
  if (lead) {
    const value = weightOf(lead.sentence.text, 'lead') * VALUE.lead;
    ngrams(framed(lead.sentence.text), 1, LONGEST_NGRAM.lead, SALT.lead, (hash) => each(hash, value));
  }
  eachKind(sight, (from, places, count, value) => {
    for (let i = 0; i < count; i++) each(CONCEPT_HASHES[from + places[i]!]!, value);
  });
}

/**
 * An English word is longer than an n-gram: there single words and pairs of them come in as well (F1 +0.03 on English sentences
 * of unseen companies).
 */
function eachWord({ text, language }: Statement, each: (hash: number, value: number) => void): void {
  if (language !== 'en') return;
  const hashes = wordHashes(text, SALT.word);
  const value = VALUE.word / Math.sqrt(hashes.length);
  for (const hash of hashes) each(hash, value);
}

/** Adds the n-grams of a sentence to a sum, and its words. */
export function addNgrams(sight: Statement, scorer: Scorer): void {
  scorer.addNgrams(framed(sight.text), LONGEST_NGRAM.text, SALT.text, weightOf(sight.text, 'text'));
  eachWord(sight, (hash, value) => scorer.add(hash, value));
}

/** Adds all other features of the sentence. @param rows where a model holds `CONCEPT_HASHES` */
export function addOthers(sight: Sight, scorer: Scorer, rows: Int32Array): void {
  const { lead } = sight;
  if (lead)
    scorer.addNgrams(
      framed(lead.sentence.text),
      LONGEST_NGRAM.lead,
      SALT.lead,
      weightOf(lead.sentence.text, 'lead') * VALUE.lead,
    );
  eachKind(sight, (from, places, count, value) => scorer.addRows(rows, from, places, count, value));
}

/**
 * Gives the features that are not n-grams kind by kind: each has its place in `CONCEPT_HASHES`, which is the sum of `from` and
 * one of the first `count` of `places`.
 */
function eachKind(
  { language, hits, lead }: Sight,
  each: (from: number, places: Int32Array, count: number, value: number) => void,
): void {
  const { concepts, words } = noteConcepts(hits);
  each(0, found.concepts, concepts, VALUE.concept);
  each(PAIRS, found.pairs, notePairs(words, PAIR_REACH[language]), VALUE.pair);
  if (lead) each(LEAD, leadConcepts(lead.hits), leadConcepts(lead.hits).length, VALUE.leadConcept);
  each(0, LANGUAGE[language], 1, VALUE.document);
}

/** The hashes of what `addNgrams` adds. */
export function ngramHashes(sight: Statement): Set<number> {
  const hashes = new Set<number>();
  ngrams(framed(sight.text), 1, LONGEST_NGRAM.text, SALT.text, (hash) => hashes.add(hash));
  eachWord(sight, (hash) => hashes.add(hash));
  return hashes;
}

/** Text with marks at its ends: an n-gram there is another one than in the middle. */
const framed = (text: string): string => `^${text}$`;
const weightOf = (text: string, of: 'text' | 'lead'): number =>
  1 / Math.sqrt(ngramCount(framed(text).length, 1, LONGEST_NGRAM[of]));

/** The concepts that can be part of a pair, and by concept its place among them, or -1. */
const IN_PAIRS = Array.from(CONCEPTS.keys(), conceptId).filter((id) => PAIRED.has(classOfId(id)!));
const PAIR_PLACES = Int16Array.from({ length: CONCEPTS.size }, (_, id) => IN_PAIRS.indexOf(id));
/** By place in `IN_PAIRS`, whether it is something done. */
const IS_DEED = Uint8Array.from(IN_PAIRS, (id) => (classOfId(id) === 'action' ? 1 : 0));

/** Where the kinds of features begin that are not n-grams: concepts by number, those of the lead-in, the language, pairs. */
const LEAD = CONCEPTS.size;
const LANGUAGE = { zh: Int32Array.of(2 * CONCEPTS.size), en: Int32Array.of(2 * CONCEPTS.size + 1) } as const;
const PAIRS = 2 * CONCEPTS.size + 2;

/** The hashes of all features that are not n-grams: few enough to be looked up in a model once and for all. */
export const CONCEPT_HASHES = (() => {
  const hashes = new Uint32Array(PAIRS + IN_PAIRS.length ** 2);
  for (const name of CONCEPTS.keys()) {
    hashes[conceptId(name)] = hashOf(name, SALT.concept);
    hashes[LEAD + conceptId(name)] = hashOf(name, SALT.leadConcept);
  }
  for (const language of ['zh', 'en'] as const) hashes[LANGUAGE[language][0]!] = hashOf(language, SALT.document);
  const ends = IN_PAIRS.map((id) => hashOf(conceptName(id), SALT.pair));
  ends.forEach((first, i) =>
    ends.forEach((second, k) => (hashes[PAIRS + i * ends.length + k] = mix(Math.imul(first, 0x9e3779b1) ^ second))),
  );
  return hashes;
})();

/** Pair → 1 where it may be one: of two concepts, but not of two deeds, which are mostly two names of the same. */
const MAY_PAIR = Uint8Array.from({ length: IN_PAIRS.length ** 2 }, (_, pair) => {
  const first = Math.floor(pair / IN_PAIRS.length);
  const second = pair % IN_PAIRS.length;
  return first === second || (IS_DEED[first] && IS_DEED[second]) ? 0 : 1;
});

/** Concept → the number of the last text that it came in; of pairs the same. */
const lastIn = { concepts: new Int32Array(CONCEPTS.size), pairs: new Int32Array(IN_PAIRS.length ** 2) };
let texts = 0;
/** The concepts and the pairs of a text, each once, in order; there is room for what is written behind them. */
const found = { concepts: new Int32Array(CONCEPTS.size + 1), pairs: new Int32Array(IN_PAIRS.length ** 2 + 1) };
/** Of the words that can be part of a pair: the concept's place in `IN_PAIRS`, where the word begins and where it ends. */
let paired = { places: new Int32Array(256), from: new Int32Array(256), to: new Int32Array(256) };
/** By place in `IN_PAIRS`: up to which of these words the concept's pairs are known. */
const reached = new Int32Array(IN_PAIRS.length);

/**
 * Fills `found.concepts` with the lexicon's concepts and `paired`; words that only a pattern quotes are left to the n-grams.
 * Here and for pairs, what is not to be noted is written over by the next: a branch would often be foreseen wrong.
 */
function noteConcepts({ meanings, starts, ends, length }: Hits): { concepts: number; words: number } {
  const text = ++texts;
  const { from, items } = MEANINGS;
  const last = lastIn.concepts;
  let concepts = 0;
  let words = 0;
  for (let i = 0; i < length; i++) {
    const meaning = meanings[i]!;
    for (let k = from[meaning]!, end = from[meaning + 1]!; k < end; k++) {
      const id = items[k]!;
      // Literal words come last in a meaning.
      if (isLiteral(id)) break;
      found.concepts[concepts] = id;
      concepts += (last[id]! - text) >>> 31;
      last[id] = text;
      if (words === paired.from.length) makeRoom();
      const place = PAIR_PLACES[id]!;
      paired.places[words] = place;
      paired.from[words] = starts[i]!;
      paired.to[words] = ends[i]!;
      words += ~place >>> 31;
    }
  }
  return { concepts, words };
}

/** Fills `found.pairs` from the first `words` of `paired`. @param reach UTF-16 units @returns how many they are */
function notePairs(words: number, reach: number): number {
  const text = texts;
  const { places, from, to } = paired;
  const { pairs } = found;
  const last = lastIn.pairs;
  let count = 0;
  reached.fill(0);
  for (let i = 0; i < words; i++) {
    const first = places[i]!;
    const row = first * IN_PAIRS.length;
    const end = to[i]! + reach;
    // What stands near an earlier word of the concept makes no other pair with this one.
    let k = Math.max(i + 1, reached[first]!);
    for (; k < words && from[k]! <= end; k++) {
      const pair = row + places[k]!;
      pairs[count] = pair;
      count += ((last[pair]! - text) >>> 31) & MAY_PAIR[pair]!;
      last[pair] = text;
    }
    reached[first] = k;
  }
  return count;
}

function makeRoom(): void {
  const { places: at, from, to } = paired;
  const places = at.length + 1;
  paired = { places: withPlaces(at, places), from: withPlaces(from, places), to: withPlaces(to, places) };
}

/** Lead-ins stand before many sentences. */
const leadsKnown = new WeakMap<Hits, Int32Array>();

function leadConcepts(lead: Hits): Int32Array {
  let concepts = leadsKnown.get(lead);
  if (!concepts) leadsKnown.set(lead, (concepts = found.concepts.slice(0, noteConcepts(lead).concepts)));
  return concepts;
}
