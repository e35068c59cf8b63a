/** From bags of hashed features to the rows that machines are trained on, and from their weights back to features. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { encodeModel, LinearModel } from '../../src/engine/model/linear.ts';
import { type Lesson, OWN_WEIGHT, type Table, type Task } from './machine.ts';
import type { SvmOptions } from './svm.ts';

/** How often, or how much, each feature (24-bit hash) is in an example. */
export type Bag = ReadonlyMap<number, number>;

/** The features of the given examples. */
export interface Space {
  /** Hash → column. */
  column: Map<number, number>;
  /** By column: inverse document frequency, and how many examples hold it. */
  idf: Float64Array;
  count: Float64Array;
}

/** Brings squares of rows near 1, so that the price of an error means the same everywhere. */
const SHRINK = 5;

/** @param minCount a feature that fewer bags hold is left out */
export function spaceOf(bags: readonly Bag[], minCount: number): Space {
  const counts = new Map<number, number>();
  for (const bag of bags) for (const hash of bag.keys()) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  const column = new Map<number, number>();
  const count: number[] = [];
  for (const [hash, n] of counts) if (n >= minCount) column.set(hash, count.push(n) - 1);
  const idf = Float64Array.from(count, (n) => Math.log(1 + bags.length / n) / SHRINK);
  return { column, idf, count: Float64Array.from(count) };
}

/** Machines of several labels, as `encodeModel` takes them. */
export interface Machines {
  /** Feature hash → one weight a label, to be multiplied with the bag's values as they are. */
  weights: Map<number, Float64Array>;
  /** By label. */
  bias: number[];
}

interface MachineOptions extends SvmOptions {
  minCount: number;
  keep: number;
  shares?: readonly number[];
  nearness?: readonly number[];
}

/**
 * The machines of several labels (`machinesFrom`), on all processors.
 *
 * Examples unlike those that the model is for teach it less by counting less, and more by not having to be agreed with: beside
 * the weights that all share, those of each level of nearness and above have some of their own, and the file holds the sums
 * for the nearest ("frustratingly easy domain adaptation", Daumé III 2007; everything +0.006 F1 on unseen companies).
 *
 * @param positives by label and bag
 * @param keep how many weights all labels together may have; one with more positives gets more
 * @param shares factor on the price of an error, by bag
 * @param nearness by bag: 0 … `levels`, the nearest are like what the model will read
 */
export async function machinesOf(
  bags: readonly Bag[],
  positives: readonly (readonly boolean[])[],
  { minCount, keep, shares, nearness = [], ...options }: MachineOptions,
): Promise<Machines> {
  const space = spaceOf(bags, minCount);
  const size = space.idf.length;
  const levels = nearness.reduce((top, level) => Math.max(top, level), 0);
  const table = tableOf(bags, space, nearness);
  const lesson = { table, idf: space.idf, count: space.count, levels, shares: shares ?? bags.map(() => 1), options };
  const sizes = positives.map((positive) => Math.sqrt(positive.filter(Boolean).length));
  const sum = sizes.reduce((a, b) => a + b, 0);
  const machines = await inParallel(
    lesson,
    positives.map((positive, l) => ({ positive, keep: Math.round((keep * sizes[l]!) / sum) })),
  );
  const weights = new Map<number, Float64Array>();
  machines.forEach((machine, label) => {
    for (const [hash, at] of space.column) {
      if (machine[at] === 0) continue;
      let row = weights.get(hash);
      if (!row) weights.set(hash, (row = new Float64Array(positives.length)));
      row[label] = machine[at]! * space.idf[at]!;
    }
  });
  return { weights, bias: machines.map((machine) => machine[size]!) };
}

/** Each task's machine, in the order of the tasks. What they share is in memory once. */
async function inParallel(lesson: Lesson, tasks: readonly Task[]): Promise<Float64Array[]> {
  const machines: Float64Array[] = [];
  let next = 0;
  const work = (worker: Worker): Promise<void> =>
    new Promise((resolve, reject) => {
      let at = -1;
      const go = (): void => {
        at = next++;
        if (at < tasks.length) worker.postMessage(tasks[at]);
        else resolve(worker.terminate().then(() => undefined));
      };
      worker.on('error', reject).on('message', (machine: Float64Array) => {
        machines[at] = machine;
        go();
      });
      go();
    });
  const count = Math.min(availableParallelism(), tasks.length);
  // Without what this process was started with: Node reads these two files as they are.
  const start = (): Worker => new Worker(new URL('worker.ts', import.meta.url), { workerData: lesson, execArgv: [] });
  await Promise.all(Array.from({ length: count }, () => work(start())));
  return machines;
}

/** A row a bag: its features once more for each level up to its nearness, `size` columns further on each time. */
function tableOf(bags: readonly Bag[], { column, idf }: Space, nearness: readonly number[]): Table {
  const size = idf.length;
  const known = bags.map((bag) => [...bag.keys()].filter((hash) => column.has(hash)));
  const ends = new Int32Array(new SharedArrayBuffer(bags.length * 4));
  let total = 0;
  known.forEach((hashes, i) => (ends[i] = total += hashes.length * ((nearness[i] ?? 0) + 1)));
  const index = new Int32Array(new SharedArrayBuffer(total * 4));
  const value = new Float32Array(new SharedArrayBuffer(total * 4));
  let at = 0;
  bags.forEach((bag, i) => {
    for (let level = 0; level <= (nearness[i] ?? 0); level++)
      for (const hash of known[i]!) {
        const place = column.get(hash)!;
        index[at] = level * size + place;
        value[at++] = Math.fround(bag.get(hash)! * idf[place]!) * (level === 0 ? 1 : OWN_WEIGHT);
      }
  });
  return { ends, index, value };
}

/** The model as its file gives it back, with all thresholds 0: to be scored before they are known. */
export function modelOf(labels: readonly string[], { weights, bias }: Machines, steps: number): LinearModel {
  const header = { labels: [...labels], bias, threshold: labels.map(() => 0), calibration: [] };
  return LinearModel.parse(encodeModel(header, weights, steps));
}
