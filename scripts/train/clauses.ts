/**
 * Trains the clause model: `npm run train -- [--folds FOLDER] DIR…` (folders of labelled agreements, see CONTRIBUTING.md).
 *
 * Every sentence becomes a row of the features in `src/engine/model/features.ts`; one linear machine a category and effect.
 * Threshold and calibration come from documents of companies left out of the training
 * (5 folds); so does that of the gate (`gate.ts`), which is in the file too. The same data and seed give the same file.
 *
 * FOLDER takes the models that the folds were left out of, `0.bin` …, and `folds.json`, the fold of each agreement: with them
 * `npm run eval` reads every agreement as one of a company that is new to the model.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { type Candidate, Classifier, mayStandAlone } from '../../src/engine/classify/index.ts';
import { features, ngramHashes, type Sight } from '../../src/engine/model/features.ts';
import { encodeModel } from '../../src/engine/model/linear.ts';
import { normalize } from '../../src/engine/normalize/index.ts';
import { parse } from '../../src/engine/parse/index.ts';
import { loadSegmenter } from '../../src/engine/segment/node.ts';
import { RULES } from '../../src/rules/index.ts';
import { CATEGORIES, type CategoryId, type Effect, type Group, GROUPS } from '../../src/types.ts';
import { foldsByCompany, labelsOf, load } from './data.ts';
import { type GateFile, gateOf, gateScores, type Glance } from './gate.ts';
import { type Machines, machinesOf, modelOf } from './space.ts';
import { bestThreshold, platt } from './svm.ts';

const SEED = 20261121;
const FOLDS = 5;
const OPTIONS = { c: 1, positive: 1.5, epochs: 20, seed: SEED };
/** What an error on a sentence of our own costs beside one on a real agreement. */
const OWN_SHARE = 0.2;
/** The same for one that says a real agreement's clause in other words. */
const REWORDED_SHARE = 0.5;
/** Fold of sentences that come from no agreement. */
const NEVER_LEFT_OUT = -1;
/** Margin of what cannot be found. */
const CLOSED = -1;
/** F1 within which thresholds are taken for equally good. */
const SLACK = 0.003;
/** Share of what is found rightly that the gate may cost. */
const MOST_LOST = 0.012;
/** A feature seen in fewer sentences is left out; a label with fewer positives is left to the rules. */
const MIN_COUNT = 2;
const MIN_POSITIVES = 8;
/**
 * What the rules' word adds to the model's margin. Not learned: the rules look better on the agreements they were written
 * with than they are. Chosen on agreements of other companies that nobody had read by then; F1 is flat around it there.
 */
const RULE_WORD = 0.7;
/**
 * The same for a label that fewer than `FEW` sentences of real agreements in a language carry. From so few the model does not learn
 * how they say it, and doubts what it has not seen. The confidence of one that is rare in both is that of all labels.
 */
const RULE_WORD_OF_FEW = 1;
const FEW = 50;
/** How many weights the file holds, and in how many steps: more of either gains less than 0.003 of F1. */
const KEEP = 550_000;
const STEPS = 31;

export interface Example {
  bag: Map<number, number>;
  glance: Glance;
  labels: Set<string>;
  /** "category effect" that the rules found. */
  rules: Set<string>;
  /** Whether the model is asked: it can find nothing elsewhere. */
  asked: boolean;
  /** Of the company it comes from, or `NEVER_LEFT_OUT`. */
  fold: number;
  /** How like the sentences of an agreement it is: 2 one of them, 1 what says one in other words, 0 any other of our own. */
  nearness: number;
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
      if (sentence.heading && labels.size === 0) continue;
      const from = { document: document.file, fold: folds[d]!, share: 1, nearness: 2 };
      out.push(exampleOf({ ...looked, found: asked ? looked.found : [], asked }, labels, from));
    }
  });
  return out;
}

/** The rules' own example sentences, as further training rows. */
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
        return exampleOf(looked, new Set([...own, ...others]), {
          document: `rule ${rule.id}`,
          fold: NEVER_LEFT_OUT,
          share: OWN_SHARE,
          nearness: 0,
        });
      });
    }),
  );
}

/**
 * The project's own labelled sentences (`sentences/*.jsonl`), as further training rows.
 *
 * @param examples those of real agreements, for `ownExample`
 */
export function ownSentences(examples: readonly Example[]): Example[] {
  const classifier = new Classifier(loadSegmenter());
  const folds = new Map(examples.map(({ document, fold }) => [document, fold]));
  const folder = new URL('sentences/', import.meta.url);
  return readdirSync(folder)
    .sort()
    .flatMap((file) =>
      readFileSync(new URL(file, folder), 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => ownExample(JSON.parse(line) as OwnSentence, file, folds, classifier)),
    );
}

/** @param folds by agreement: a sentence that says a clause of one of them in other words is left out with it */
export function ownExample(
  { text, lead, heading, like, labels }: OwnSentence,
  document: string,
  folds: ReadonlyMap<string, number>,
  classifier: Classifier,
): Example {
  const before = [heading, lead]
    .filter((part) => part !== undefined)
    .map((part) => `${part}\n`)
    .join('');
  const parsed = parse(before + text, normalize(before + text));
  const inside = parsed.sentences.filter((s) => s.start >= before.length);
  const sentence = inside.reduce((a, b) => (b.end - b.start > a.end - a.start ? b : a));
  const looked = classifier.look(sentence, classifier.read(parsed, ''));
  return exampleOf(looked, new Set(labels.map((label) => label.join(' '))), {
    document,
    fold: (like === undefined ? undefined : folds.get(like)) ?? NEVER_LEFT_OUT,
    ...(like === undefined ? { share: OWN_SHARE, nearness: 0 } : { share: REWORDED_SHARE, nearness: 1 }),
  });
}

/** A line of `sentences/*.jsonl`: own wording, labelled by the meanings of the categories, complete over all of them. */
export interface OwnSentence {
  text: string;
  /** What introduces the list it is an item of. */
  lead?: string;
  /** The heading above. */
  heading?: string;
  /** The labelled agreement (its `file`) of which it says a clause in other words. */
  like?: string;
  labels: [CategoryId, Effect][];
}

function exampleOf(
  { sight, view, found, asked }: ReturnType<Classifier['look']>,
  labels: Set<string>,
  { share, ...from }: Pick<Example, 'document' | 'fold' | 'nearness'> & Pick<Glance, 'share'>,
): Example {
  const rules = rulesOf(found);
  const glance = {
    language: view.sentence.language,
    text: view.sentence.text,
    lead: view.context?.text ?? '',
    labels,
    rules,
    share,
  };
  return { bag: bagOf(sight), glance, labels, rules, asked, ...from };
}

const rulesOf = (found: readonly Candidate[]): Set<string> =>
  new Set(found.map(({ rule, pattern }) => `${rule.id} ${pattern.effect}`));

function bagOf(sight: Sight): Map<number, number> {
  const bag = new Map<number, number>();
  features(sight, (hash, value) => bag.set(hash, (bag.get(hash) ?? 0) + value));
  return bag;
}

/** By example, a margin for every label. */
interface Margins {
  all: Float64Array[];
  /** Of the n-grams alone. */
  ngrams: Float64Array[];
  /** By fold, the machines that had not seen it. */
  machines: Machines[];
}

/** What the labels' machines have learnt from the examples. */
function learn(examples: readonly Example[], labels: readonly string[]): Promise<Machines> {
  return machinesOf(
    examples.map(({ bag }) => bag),
    labels.map((label) => examples.map((e) => e.labels.has(label))),
    {
      ...OPTIONS,
      minCount: MIN_COUNT,
      keep: KEEP,
      shares: examples.map(({ glance }) => glance.share),
      nearness: examples.map(({ nearness }) => nearness),
    },
  );
}

/** Margins by a model that has not seen the example's company, read from a file like the one that ships; -1 where it is not asked. */
export async function outOfFold(
  examples: readonly Example[],
  extra: readonly Example[],
  labels: readonly string[],
): Promise<Margins> {
  const none = (): Float64Array[] => examples.map(() => new Float64Array(labels.length).fill(CLOSED));
  const margins: Margins = { all: none(), ngrams: none(), machines: [] };
  for (let fold = 0; fold < FOLDS; fold++) {
    const seen = [...examples, ...extra].filter((e) => e.fold !== fold);
    const machines = await learn(seen, labels);
    margins.machines.push(machines);
    const model = modelOf(labels, machines, STEPS);
    examples.forEach((e, i) => {
      if (e.fold !== fold || !e.asked) return;
      margins.all[i]!.set(model.marginsOf(e.bag));
      margins.ngrams[i]!.set(model.marginsOf(ngramsOf(e)));
    });
  }
  return margins;
}

function ngramsOf({ bag, glance }: Example): Map<number, number> {
  const hashes = ngramHashes(glance);
  return new Map([...bag].filter(([hash]) => hashes.has(hash)));
}

/** Scores of every example by a gate that has not seen its company, and by fold that gate. */
export function gateOutOfFold(
  examples: readonly Example[],
  extra: readonly Example[],
): { scores: number[]; gates: GateFile[] } {
  const scores = examples.map(() => 0);
  const gates: GateFile[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const seen = [...examples, ...extra].filter((e) => e.fold !== fold);
    const gate = gateOf(seen.map(({ glance }) => glance));
    gates.push(gate);
    const unseen = examples.flatMap((e, i) => (e.fold === fold ? [i] : []));
    gateScores(
      gate,
      unseen.map((i) => examples[i]!.glance),
    ).forEach((score, k) => (scores[unseen[k]!] = score));
  }
  return { scores, gates };
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

const areFew = (examples: readonly Example[], label: string): boolean =>
  examples.filter((e) => e.labels.has(label)).length < FEW;

const groupOf = (label: string): Group => RULES.find(({ id }) => label.startsWith(`${id} `))!.group;

/** The highest threshold of the gate that costs no more than `MOST_LOST` of what is found rightly. */
function gateThreshold(scores: readonly number[], rights: readonly number[]): number {
  const sorted = scores.flatMap((score, i) => Array.from({ length: rights[i]! }, () => score)).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * MOST_LOST)]!;
}

/** Writes what `npm run eval` needs to read every agreement by a model that had not seen its company. */
function writeFolds(folder: string, files: readonly Uint8Array[], examples: readonly Example[]): void {
  mkdirSync(folder, { recursive: true });
  files.forEach((file, fold) => writeFileSync(join(folder, `${fold}.bin`), file));
  const folds = Object.fromEntries(examples.map(({ document, fold }) => [document, fold]));
  writeFileSync(join(folder, 'folds.json'), `${JSON.stringify(folds, null, 2)}\n`);
}

async function main(folders: readonly string[], foldsTo: string | undefined): Promise<void> {
  const examples = examplesOf(folders);
  const extra = [...ruleExamples(), ...ownSentences(examples)];
  const { scores: gateScore, gates } = gateOutOfFold(examples, extra);
  const labels = labelsWorthTraining([...examples, ...extra]);
  console.log(`${examples.length} sentences, ${extra.length} sentences of our own, ${labels.length} labels`);
  const byModel = await outOfFold(examples, extra, labels);
  const few = labels.map((label) => areFew(examples, label));
  const wordIn = (language: Glance['language']): number[] => {
    const spoken = examples.filter(({ glance }) => glance.language === language);
    return labels.map((label) => (areFew(spoken, label) ? RULE_WORD_OF_FEW : RULE_WORD));
  };
  const word = { zh: wordIn('zh'), en: wordIn('en') };
  const heard = labels.map((label, l) =>
    examples.map((e, i) => byModel.all[i]![l]! + (e.rules.has(label) ? word[e.glance.language][l]! : 0)),
  );
  const least = bestThreshold(
    heard.flat(),
    labels.flatMap((label) => examples.map((e) => e.labels.has(label))),
    SLACK,
  );
  const byRules = (i: number, label: string): boolean => examples[i]!.rules.has(label);
  const groups = labels.map(groupOf);
  const ruledOut = (e: Example, i: number, l: number): boolean =>
    !e.rules.has(labels[l]!) && !mayStandAlone(groups[l]!, byModel.ngrams[i]![l]!, least);
  const all = heard.map((of, l) => examples.map((e, i) => (ruledOut(e, i, l) ? CLOSED : of[i]!)));
  const rightly = examples.map(
    (e, i) => labels.filter((label, l) => e.labels.has(label) && all[l]![i]! > least).length,
  );
  const threshold = gateThreshold(gateScore, rightly);
  const open = gateScore.map((score) => score > threshold);
  console.log(
    `threshold ${least.toFixed(3)}; gate at ${threshold.toFixed(2)}: ${open.filter(Boolean).length} of ${open.length} sentences read`,
  );
  const margins = all.map((of) => of.map((m, i) => (open[i] ? m : CLOSED)));
  // Of what is found alone: how sure it is that the rest is nothing, nobody is told.
  const findings = labels.map((label, l) =>
    examples.flatMap((e, i) =>
      margins[l]![i]! > least ? [{ margin: margins[l]![i]!, right: e.labels.has(label) }] : [],
    ),
  );
  const fitted = (given: (typeof findings)[number]): [number, number] =>
    platt(
      given.map(({ margin }) => margin),
      given.map(({ right }) => right),
    );
  const ofAll = fitted(findings.flat());
  const calibration = findings.map((given, l) => (few[l] ? ofAll : fitted(given)));
  const every = CATEGORIES.flatMap((c) => [`${c} grants`, `${c} limits`]);
  const show = (name: string, s: { p: number; r: number; f: number }): void =>
    console.log(name.padEnd(28), s.p.toFixed(3), s.r.toFixed(3), s.f.toFixed(3));
  const found = (i: number, label: string): boolean => {
    const l = labels.indexOf(label);
    return l >= 0 ? margins[l]![i]! > least : open[i]! && byRules(i, label);
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
    scores(examples, (i, x) => labels.includes(x) && byModel.all[i]![labels.indexOf(x)]! > least, every),
  );
  show('all', scores(examples, found, every));
  const given = findings.flatMap((some, l) => {
    const [a, b] = calibration[l]!;
    return some.map(({ margin, right }) => ({ probability: 1 / (1 + Math.exp(a * margin + b)), right }));
  });
  console.log(`expected calibration error ${calibrationError(given).toFixed(3)} over ${given.length} findings`);

  const fileOf = ({ weights, bias }: Machines, { header, table }: GateFile): Uint8Array =>
    encodeModel(
      { labels, word, bias, threshold: labels.map(() => least), calibration, gate: { ...header, threshold } },
      weights,
      STEPS,
      table,
    );
  if (foldsTo !== undefined)
    writeFolds(
      foldsTo,
      byModel.machines.map((machines, fold) => fileOf(machines, gates[fold]!)),
      examples,
    );
  const sentences = [...examples, ...extra];
  const machines = await learn(sentences, labels);
  const file = fileOf(machines, gateOf(sentences.map(({ glance }) => glance)));
  writeFileSync(new URL('../../dict/clauses.bin', import.meta.url), file);
  console.log(
    `dict/clauses.bin: ${machines.weights.size} features, ${file.length} bytes, ${gzipSync(file, { level: 9 }).length} gzip`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { folds: { type: 'string' } } });
  await main(positionals, values.folds);
}
