/** What the clause model sees of a sentence: character n-grams, concepts and their order, surroundings, and the rules' word. */
import type { Candidate } from '../classify/index.ts';
import { CONCEPTS } from '../classify/lexicon.ts';
import type { Stream } from '../classify/pattern.ts';
import type { View } from '../classify/view.ts';
import { hashOf, ngrams } from './hash.ts';

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
  const text = `^${view.sentence.text}$`;
  const own: number[] = [];
  ngrams(text, 1, 4, SALT.text, (hash) => own.push(hash));
  const weight = 1 / Math.sqrt(own.length || 1);
  for (const hash of own) each(hash, weight);

  for (const name of names(view.own)) each(hashOf(name, SALT.concept), VALUE.concept);
  for (const pair of pairs(view.own)) each(hashOf(pair, SALT.pair), VALUE.pair);
  if (view.lead) for (const name of names(view.lead)) each(hashOf(name, SALT.leadConcept), VALUE.leadConcept);
  for (const name of names(view.headings)) each(hashOf(name, SALT.heading), VALUE.heading);
  for (const { rule, pattern } of found) each(ruleFeature(`${rule.id} ${pattern.effect}`), VALUE.rule);
  each(hashOf(view.sentence.language, SALT.document), VALUE.document);
}

/** The feature that says: the rules found this. @param label "category effect" */
export function ruleFeature(label: string): number {
  return hashOf(label, SALT.rule);
}

/** The lexicon's concepts in a stream; words that only a pattern quotes are left to the n-grams. */
function names(stream: Stream): Set<string> {
  const concepts = stream.marks.filter((m) => CONCEPTS.has(m.concept));
  return new Set(concepts.map((m) => (m.negated ? `~${m.concept}` : m.concept)));
}

function pairs(stream: Stream): Set<string> {
  const out = new Set<string>();
  const marks = stream.marks.filter((m) => PAIRED.has(CONCEPTS.get(m.concept)?.class ?? ''));
  for (let i = 0; i < marks.length; i++)
    for (let j = i + 1; j < marks.length && marks[j]!.from - marks[i]!.to <= PAIR_REACH; j++) {
      const a = marks[i]!;
      const b = marks[j]!;
      if (a.concept !== b.concept) out.add(`${a.negated ? '~' : ''}${a.concept} ${b.negated ? '~' : ''}${b.concept}`);
    }
  return out;
}
