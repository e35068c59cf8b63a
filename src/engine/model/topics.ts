/** What a sentence is about: a linear model over character n-grams (`dict/topics.bin`, trained by `scripts/train/topics.ts`). */
import { TOPICS, type TopicId } from '../../types.ts';
import { ngramCount, ngrams } from './hash.ts';
import type { LinearModel } from './linear.ts';

const LONGEST_NGRAM = 4;

/** Calls `each` with every feature of a Chinese sentence. @param text normalised */
export function topicFeatures(text: string, each: (hash: number, value: number) => void): void {
  const own = `^${text.replace(/\s/g, '')}$`;
  const weight = 1 / Math.sqrt(ngramCount(own.length, 1, LONGEST_NGRAM));
  ngrams(own, 1, LONGEST_NGRAM, 0, (hash) => each(hash, weight));
}

/** Margins of a normalised Chinese sentence, in the order of the model's labels. */
export function topicMargins(text: string, model: LinearModel): number[] {
  const scorer = model.scorer();
  topicFeatures(text, (hash, value) => scorer.add(hash, value));
  return scorer.margins();
}

/** Indices of the labels given to a sentence with these margins: those above their thresholds, or else the nearest one. */
export function labelsAbove(margins: readonly number[], thresholds: readonly number[]): number[] {
  const over = thresholds.map((threshold, label) => margins[label]! - threshold);
  const above = over.flatMap((distance, label) => (distance > 0 ? [label] : []));
  return above.length > 0 ? above : [over.indexOf(Math.max(...over))];
}

/** The topics of a normalised Chinese sentence, at least one: every sentence of a privacy policy has some topic. */
export function topicsOf(text: string, model: LinearModel): TopicId[] {
  return labelsAbove(topicMargins(text, model), model.header.threshold).map((label) => TOPICS[label]!);
}
