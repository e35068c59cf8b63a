/**
 * Trains the topic model: `npm run train:topics -- DIR`, where DIR holds `train.jsonl`, `dev.jsonl` and `test.jsonl`, a line a
 * sentence: `{"text": "…", "topics": [0, 2]}`, numbers as in `TOPICS` of `src/types.ts`.
 *
 * Data: CAPP-130 (Zhu et al., "CAPP-130: A Corpus of Chinese Application Privacy Policy Summarization and Interpretation",
 * NeurIPS 2023 Datasets and Benchmarks; EnlightenedAI/CAPP-130 on GitHub), CC BY 4.0: 20,268 sentences of Chinese privacy policies
 * with their topics, in the published split. Its sentences are no part of this project; the weights learnt from them are.
 *
 * Every sentence is normalised as the engine does and becomes character 1–4-grams (`topicFeatures`); one linear machine a topic
 * learns from `train` and `dev` together. Thresholds and calibration come from 4-fold cross-validation on these two. `test` is
 * scored at the end, with the file as it was written. The same data and seed give the same file.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { encodeModel, LinearModel } from '../../src/engine/model/linear.ts';
import { labelsAbove, topicFeatures, topicsOf } from '../../src/engine/model/topics.ts';
import { normalize } from '../../src/engine/normalize/index.ts';
import { TOPICS } from '../../src/types.ts';
import { type Bag, type Machines, machinesOf, modelOf } from './space.ts';
import { bestThreshold, platt } from './svm.ts';

const OPTIONS = { c: 0.8, positive: 1, epochs: 12, seed: 20261121 };
const FOLDS = 4;
/** A feature that fewer sentences hold is left out. */
const MIN_COUNT = 2;
/** How many weights the file holds, and in how many steps: as good as all of them, and a third smaller. */
const KEEP = 350_000;
const STEPS = 31;
const FILE = new URL('../../dict/topics.bin', import.meta.url);

interface Example {
  text: string;
  bag: Bag;
  topics: Set<number>;
}

function load(file: string): Example[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const { text: raw, topics } = JSON.parse(line) as { text: string; topics: number[] };
      const { text } = normalize(raw);
      const bag = new Map<number, number>();
      topicFeatures(text, (hash, value) => bag.set(hash, (bag.get(hash) ?? 0) + value));
      return { text, bag, topics: new Set(topics) };
    });
}

/** What the topics' machines have learnt from the examples. */
function learn(examples: readonly Example[]): Promise<Machines> {
  return machinesOf(
    examples.map(({ bag }) => bag),
    TOPICS.map((_, topic) => examples.map(({ topics }) => topics.has(topic))),
    { ...OPTIONS, minCount: MIN_COUNT, keep: KEEP },
  );
}

/** Margins of every example by a model that has not seen it. */
async function outOfFold(examples: readonly Example[]): Promise<number[][]> {
  const margins: number[][] = examples.map(() => []);
  for (let fold = 0; fold < FOLDS; fold++) {
    const seen = examples.filter((_, i) => i % FOLDS !== fold);
    const model = modelOf(TOPICS, await learn(seen), STEPS);
    examples.forEach(({ bag }, i) => {
      if (i % FOLDS === fold) margins[i] = model.marginsOf(bag);
    });
  }
  return margins;
}

interface Scores {
  micro: number;
  macro: number;
  byTopic: number[];
}

/** @param given the topics that a model gives the n-th example */
function scoresOf(examples: readonly Example[], given: readonly (readonly number[])[]): Scores {
  const hits = TOPICS.map(() => 0);
  const sizes = TOPICS.map(() => 0);
  examples.forEach(({ topics }, i) => {
    for (const topic of topics) sizes[topic]!++;
    for (const topic of given[i]!) {
      sizes[topic]!++;
      if (topics.has(topic)) hits[topic]!++;
    }
  });
  const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
  const byTopic = TOPICS.map((_, topic) => (2 * hits[topic]!) / (sizes[topic]! || 1));
  return { micro: (2 * sum(hits)) / sum(sizes), macro: sum(byTopic) / TOPICS.length, byTopic };
}

async function main([folder, ...more]: string[]): Promise<void> {
  if (folder === undefined || more.length > 0) throw new Error('usage: npm run train:topics -- DIR');
  const [examples, test] = [
    ['train', 'dev'].flatMap((split) => load(join(folder, `${split}.jsonl`))),
    load(join(folder, 'test.jsonl')),
  ];
  const margins = await outOfFold(examples);
  const perTopic = TOPICS.map((_, topic) => ({
    margins: margins.map((row) => row[topic]!),
    positive: examples.map(({ topics }) => topics.has(topic)),
  }));
  const threshold = perTopic.map((topic) => bestThreshold(topic.margins, topic.positive));
  const calibration = perTopic.map((topic) => platt(topic.margins, topic.positive));
  const validated = scoresOf(
    examples,
    margins.map((row) => labelsAbove(row, threshold)),
  );

  const { weights, bias } = await learn(examples);
  const file = encodeModel({ labels: [...TOPICS], bias, threshold, calibration }, weights, STEPS);
  writeFileSync(FILE, file);

  const model = LinearModel.parse(readFileSync(FILE));
  const tested = scoresOf(
    test,
    test.map(({ text }) => topicsOf(text, model).map((topic) => TOPICS.indexOf(topic))),
  );
  TOPICS.forEach((topic, i) => console.log(topic.padEnd(20), tested.byTopic[i]!.toFixed(3)));
  for (const [name, { micro, macro }] of Object.entries({ 'cross-validation': validated, test: tested }))
    console.log(name.padEnd(20), `micro-F1 ${micro.toFixed(4)}  macro-F1 ${macro.toFixed(4)}`);
  const gzip = gzipSync(file, { level: 9 }).length;
  console.log(`dict/topics.bin: ${model.header.features} features, ${file.length} bytes, ${gzip} gzip`);
}

await main(process.argv.slice(2));
