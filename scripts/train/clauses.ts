/**
 * Trains the clause model: `npm run train -- DIR…` (folders of labelled agreements, see CONTRIBUTING.md).
 *
 * Every sentence about which the model would be asked becomes a row of the features in `src/engine/model/features.ts`; one
 * linear machine a category and effect. Threshold and calibration come from documents of companies left out of the training
 * (5 folds). The same data and seed give the same file.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { type Candidate, Classifier, RULE_WORD } from '../../src/engine/classify/index.ts';
import type { View } from '../../src/engine/classify/view.ts';
import { features } from '../../src/engine/model/features.ts';
import { encodeModel } from '../../src/engine/model/linear.ts';
import { normalize } from '../../src/engine/normalize/index.ts';
import { parse } from '../../src/engine/parse/index.ts';
import { loadSegmenter } from '../../src/engine/segment/node.ts';
import { RULES } from '../../src/rules/index.ts';
import { CATEGORIES, type CategoryId, type Effect, GROUPS } from '../../src/types.ts';
import { foldsByCompany, labelsOf, load } from './data.ts';
import { rowOf, spaceOf, weightsByFeature } from './space.ts';
import { bestThreshold, margin, platt, train } from './svm.ts';

const SEED = 20261121;
const FOLDS = 5;
export const OPTIONS = { c: 1, positive: 1.5, epochs: 20, seed: SEED };
/** A feature seen in fewer sentences is left out; a label with fewer positives is left to the rules. */
const MIN_COUNT = 2;
const MIN_POSITIVES = 8;
/** A label on which rules and model together do worse than the rules alone, by this much F1, is left to the rules. */
const WORSE = 0.1;
/** Weights below this share of a label's largest are dropped from the file. */
const PRUNE = 0.03;

export interface Example {
  bag: Map<number, number>;
  labels: Set<string>;
  /** "category effect" that the rules found. */
  rules: Set<string>;
  /** Whether the model is asked: it can find nothing elsewhere. */
  asked: boolean;
  fold: number;
  document: string;
}

/** One example a sentence. */
export function examplesOf(folders: readonly string[]): Example[] {
  const classifier = new Classifier(loadSegmenter());
  const documents = load(folders);
  const folds = foldsByCompany(documents, FOLDS);
  const out: Example[] = [];
  documents.forEach((document, d) => {
    const normalized = normalize(document.text);
    const parsed = parse(document.text, normalized);
    const reading = classifier.read(parsed, '');
    for (const sentence of parsed.sentences) {
      const looked = classifier.look(sentence, reading);
      const labels = labelsOf(document, sentence.start, sentence.end);
      const asked = looked.asked && !sentence.heading;
      if (!asked && labels.size === 0) continue;
      out.push(exampleOf({ ...looked, found: asked ? looked.found : [], asked }, labels, folds[d]!, document.file));
    }
  });
  return out;
}

/** The rules' own example sentences, as further training rows (fold -1: never left out). */
export function ruleExamples(): Example[] {
  const classifier = new Classifier(loadSegmenter());
  return RULES.flatMap((rule) =>
    rule.examples.flatMap(({ text, finds }) => {
      const parsed = parse(text, normalize(text));
      const reading = classifier.read(parsed, '');
      return parsed.sentences.map((sentence): Example => {
        const looked = classifier.look(sentence, reading);
        const quote = text.slice(sentence.start, sentence.end);
        const own = finds.filter((f) => f.quote === quote).map((f) => `${rule.id} ${f.effect}`);
        // An example only speaks of its own category; the rules' word stands in for the others.
        const others = [...rulesOf(looked.found)].filter((label) => !label.startsWith(`${rule.id} `));
        return exampleOf(looked, new Set([...own, ...others]), -1, `rule ${rule.id}`);
      });
    }),
  );
}

/** The project's own labelled sentences (`sentences/*.jsonl`), as further training rows. */
export function ownSentences(): Example[] {
  const classifier = new Classifier(loadSegmenter());
  const folder = new URL('sentences/', import.meta.url);
  return readdirSync(folder)
    .sort()
    .flatMap((file) =>
      readFileSync(new URL(file, folder), 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line): Example => {
          const { text, lead, heading, labels } = JSON.parse(line) as OwnSentence;
          const before = [heading, lead]
            .filter((part) => part !== undefined)
            .map((part) => `${part}\n`)
            .join('');
          const parsed = parse(before + text, normalize(before + text));
          const inside = parsed.sentences.filter((s) => s.start >= before.length);
          const sentence = inside.reduce((a, b) => (b.end - b.start > a.end - a.start ? b : a));
          const looked = classifier.look(sentence, classifier.read(parsed, ''));
          return exampleOf(looked, new Set(labels.map((label) => label.join(' '))), -1, file);
        }),
    );
}

/** A line of `sentences/*.jsonl`: own wording, labelled by the meanings of the categories, complete over all of them. */
interface OwnSentence {
  text: string;
  /** What introduces the list it is an item of. */
  lead?: string;
  /** The heading above. */
  heading?: string;
  labels: [CategoryId, Effect][];
}

function exampleOf(
  { view, found, asked }: ReturnType<Classifier['look']>,
  labels: Set<string>,
  fold: number,
  document: string,
): Example {
  return { bag: bagOf(view), labels, rules: rulesOf(found), asked, fold, document };
}

const rulesOf = (found: readonly Candidate[]): Set<string> =>
  new Set(found.map(({ rule, pattern }) => `${rule.id} ${pattern.effect}`));

function bagOf(view: View): Map<number, number> {
  const bag = new Map<number, number>();
  features(view, (hash, value) => bag.set(hash, (bag.get(hash) ?? 0) + value));
  return bag;
}

/** Margins of every example for every label by a model that has not seen its company; -1 where it is not asked. */
export function outOfFold(
  examples: readonly Example[],
  extra: readonly Example[],
  labels: readonly string[],
): Float64Array[] {
  const margins = examples.map(() => new Float64Array(labels.length).fill(-1));
  for (let fold = 0; fold < FOLDS; fold++) {
    const seen = [...examples.filter((e) => e.fold !== fold), ...extra];
    const bags = seen.map(({ bag }) => bag);
    const space = spaceOf(bags, MIN_COUNT);
    const rows = bags.map((bag) => rowOf(bag, space));
    const unseen = examples.flatMap((e, i) => (e.fold === fold && e.asked ? [{ i, row: rowOf(e.bag, space) }] : []));
    labels.forEach((label, l) => {
      const positive = seen.map((e) => e.labels.has(label));
      const weights = train(rows, positive, space.idf.length, OPTIONS);
      for (const { i, row } of unseen) margins[i]![l] = margin(weights, row);
    });
  }
  return margins;
}

export function labelsWorthTraining(examples: readonly Example[]): string[] {
  return CATEGORIES.flatMap((c) => [`${c} grants`, `${c} limits`]).filter(
    (label) => examples.filter((e) => e.labels.has(label)).length >= MIN_POSITIVES,
  );
}

/** F1 of `given` against the examples' labels. */
export function scores(
  examples: readonly Example[],
  given: (i: number, label: string) => boolean,
  labels: readonly string[],
): { p: number; r: number; f: number } {
  let tp = 0;
  let fp = 0;
  let fn = 0;
  examples.forEach((e, i) => {
    for (const label of labels) {
      const is = e.labels.has(label);
      const says = given(i, label);
      if (is && says) tp++;
      else if (says) fp++;
      else if (is) fn++;
    }
  });
  return { p: tp / (tp + fp || 1), r: tp / (tp + fn || 1), f: (2 * tp) / (2 * tp + fp + fn || 1) };
}

/** Expected calibration error of the given findings, in ten bins: how far confidence and precision lie apart. */
function calibrationError(given: readonly { probability: number; right: boolean }[]): number {
  const bins = Array.from({ length: 10 }, () => ({ n: 0, probability: 0, right: 0 }));
  for (const { probability, right } of given) {
    const bin = bins[Math.min(9, Math.floor(probability * 10))]!;
    bin.n++;
    bin.probability += probability;
    if (right) bin.right++;
  }
  return bins.reduce((sum, bin) => sum + Math.abs(bin.probability - bin.right), 0) / given.length;
}

/** What the rules make of the margins. */
function withRules(examples: readonly Example[], byModel: readonly Float64Array[], label: string, l: number): number[] {
  return byModel.map((m, i) => m[l]! + (examples[i]!.rules.has(label) ? RULE_WORD : 0));
}

function main(folders: string[]): void {
  const examples = examplesOf(folders);
  const extra = [...ruleExamples(), ...ownSentences()];
  const known = labelsWorthTraining([...examples, ...extra]);
  console.log(`${examples.length} sentences, ${extra.length} sentences of our own, ${known.length} labels`);
  const byModel = outOfFold(examples, extra, known);
  const alone = bestThreshold(
    byModel.flatMap((m) => [...m]),
    examples.flatMap((e) => known.map((label) => e.labels.has(label))),
  );
  // What the rules say moves the threshold as far down as their silence moves it up.
  const least = alone + RULE_WORD / 2;
  const byRules = (i: number, label: string): boolean => examples[i]!.rules.has(label);
  const all = new Map(known.map((label, l) => [label, withRules(examples, byModel, label, l)]));
  const labels = known.filter((label) => {
    const together = scores(examples, (i, x) => all.get(x)![i]! > least, [label]);
    return together.f >= scores(examples, byRules, [label]).f - WORSE;
  });
  const margins = labels.map((label) => all.get(label)!);
  const calibration = labels.map((label, l) =>
    platt(
      margins[l]!,
      examples.map((e) => e.labels.has(label)),
    ),
  );
  const every = CATEGORIES.flatMap((c) => [`${c} grants`, `${c} limits`]);
  const show = (name: string, s: { p: number; r: number; f: number }): void =>
    console.log(name.padEnd(28), s.p.toFixed(3), s.r.toFixed(3), s.f.toFixed(3));
  const found = (i: number, label: string): boolean => {
    const l = labels.indexOf(label);
    return l >= 0 ? margins[l]![i]! > least : examples[i]!.rules.has(label);
  };
  labels.forEach((label) => {
    show(label, scores(examples, found, [label]));
    show('  rules', scores(examples, byRules, [label]));
  });
  show('all, rules', scores(examples, byRules, every));
  for (const group of GROUPS) {
    const granted = RULES.filter((rule) => rule.group === group).map((rule) => `${rule.id} grants`);
    show(`${group}, grants`, scores(examples, found, granted));
  }
  show(
    'all, model',
    scores(examples, (i, x) => known.includes(x) && byModel[i]![known.indexOf(x)]! > alone, every),
  );
  show('all', scores(examples, found, every));
  const given = examples.flatMap((e, i) =>
    labels.flatMap((label, l) => {
      const m = margins[l]![i]!;
      const [a, b] = calibration[l]!;
      return m > least ? [{ probability: 1 / (1 + Math.exp(a * m + b)), right: e.labels.has(label) }] : [];
    }),
  );
  console.log(`expected calibration error ${calibrationError(given).toFixed(3)} over ${given.length} findings`);

  const sentences = [...examples, ...extra];
  const bags = sentences.map(({ bag }) => bag);
  const space = spaceOf(bags, MIN_COUNT);
  const rows = bags.map((bag) => rowOf(bag, space));
  const machines = labels.map((label) =>
    train(
      rows,
      sentences.map((e) => e.labels.has(label)),
      space.idf.length,
      OPTIONS,
    ),
  );
  const weights = weightsByFeature(machines, space, PRUNE);
  const bias = machines.map((machine) => machine.at(-1)!);
  const file = encodeModel({ labels, bias, threshold: labels.map(() => least), calibration }, weights);
  writeFileSync(new URL('../../dict/clauses.bin', import.meta.url), file);
  console.log(
    `dict/clauses.bin: ${weights.size} features, ${file.length} bytes, ${gzipSync(file, { level: 9 }).length} gzip`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2));
