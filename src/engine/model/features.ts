/** What the clause model sees of a sentence: character n-grams, concepts and their order, surroundings, and the rules' word. */
import type { Candidate } from '../classify/index.ts';
import { classOfId, conceptName } from '../classify/lexicon.ts';
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
  rule: 7,
  document: 8,
} as const;
/** How much a kind of feature weighs beside the text's n-grams, whose squares add up to about 1. */
const VALUE = {
  concept: 0.3,
  pair: 0.2,
  leadConcept: 0.2,
  heading: 0.15,
  rule: 1,
  document: 0.2,
} as const;
const LONGEST_NGRAM = 4;
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

/** Calls `each` with every feature of the sentence; the same feature may come more than once and then counts more. */
export function features(view: View, found: readonly Candidate[], each: (hash: number, value: number) => void): void {
  const { text, weight } = textOf(view);
  ngrams(text, 1, LONGEST_NGRAM, SALT.text, (hash) => each(hash, weight));
  otherFeatures(view, found, each);
}

/** Adds the features of the sentence to a sum. */
export function addFeatures(view: View, found: readonly Candidate[], scorer: Scorer): void {
  const { text, weight } = textOf(view);
  scorer.addNgrams(text, LONGEST_NGRAM, SALT.text, weight);
  otherFeatures(view, found, (hash, value) => scorer.add(hash, value));
}

function textOf(view: View): { text: string; weight: number } {
  const text = `^${view.sentence.text}$`;
  return { text, weight: 1 / Math.sqrt(ngramCount(text.length, 1, LONGEST_NGRAM)) };
}

function otherFeatures(view: View, found: readonly Candidate[], each: (hash: number, value: number) => void): void {
  for (const name of names(view.own)) each(hashOfName(name, SALT.concept), VALUE.concept);
  for (const pair of pairs(view.own)) each(hashOfPair(pair), VALUE.pair);
  if (view.lead) for (const name of names(view.lead)) each(hashOfName(name, SALT.leadConcept), VALUE.leadConcept);
  for (const name of names(view.headings)) each(hashOfName(name, SALT.heading), VALUE.heading);
  for (const { rule, pattern } of found) each(ruleFeature(`${rule.id} ${pattern.effect}`), VALUE.rule);
  each(hashOf(view.sentence.language, SALT.document), VALUE.document);
}

/** The feature that says: the rules found this. @param label "category effect" */
export function ruleFeature(label: string): number {
  return hashOf(label, SALT.rule);
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
