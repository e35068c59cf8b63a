/** From bags of hashed features to the rows that machines are trained on, and from their weights back to features. */
import { encodeModel, LinearModel } from '../../src/engine/model/linear.ts';
import { type Row, type SvmOptions, train } from './svm.ts';

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
/**
 * How much a feature's being common counts when the features are chosen that a machine may keep: between 0.5 and 1 the choice
 * costs almost nothing, at 0 (the largest weights alone) it costs 0.01 of F1 and half as many features again.
 */
const COMMON = 0.7;
/** What a weight of its own that a level of nearness has counts beside the weight that all examples share. */
const OWN_WEIGHT = 0.6;

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

export function rowOf(bag: Bag, { column, idf }: Space): Row {
  const index: number[] = [];
  const value: number[] = [];
  for (const [hash, v] of bag) {
    const at = column.get(hash);
    if (at === undefined) continue;
    index.push(at);
    value.push(v * idf[at]!);
  }
  return { index: Int32Array.from(index), value: Float32Array.from(value) };
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
 * One machine a label, with few weights: a first one says which features matter, a second one learns from these alone. To
 * drop the small weights of the first one instead lifts all margins and costs 0.03 of F1.
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
export function machinesOf(
  bags: readonly Bag[],
  positives: readonly (readonly boolean[])[],
  { minCount, keep, shares, nearness = [], ...options }: MachineOptions,
): Machines {
  const space = spaceOf(bags, minCount);
  const rows = bags.map((bag) => rowOf(bag, space));
  const size = space.idf.length;
  const levels = nearness.reduce((top, level) => Math.max(top, level), 0);
  const apart = (some: readonly Row[]): Row[] => some.map((row, i) => withOwn(row, nearness[i] ?? 0, size));
  const taught = (some: readonly Row[], positive: readonly boolean[]): Float64Array =>
    summed(train(some, positive, (levels + 1) * size, options, shares), size);
  const whole = apart(rows);
  const sizes = positives.map((positive) => Math.sqrt(positive.filter(Boolean).length));
  const sum = sizes.reduce((a, b) => a + b, 0);
  const weights = new Map<number, Float64Array>();
  const bias = positives.map((positive, label) => {
    const kept = mostTelling(taught(whole, positive), space, Math.round((keep * sizes[label]!) / sum));
    const machine = taught(apart(rows.map((row) => only(row, kept))), positive);
    for (const [hash, at] of space.column) {
      if (machine[at] === 0) continue;
      let row = weights.get(hash);
      if (!row) weights.set(hash, (row = new Float64Array(positives.length)));
      row[label] = machine[at]! * space.idf[at]!;
    }
    return machine[size]!;
  });
  return { weights, bias };
}

/** The model as its file gives it back, with all thresholds 0: to be scored before they are known. */
export function modelOf(labels: readonly string[], { weights, bias }: Machines, steps: number): LinearModel {
  const header = { labels: [...labels], bias, threshold: labels.map(() => 0), calibration: [] };
  return LinearModel.parse(encodeModel(header, weights, steps));
}

/** By column, 1 for those that matter most to a machine. */
function mostTelling(machine: Float64Array, { idf, count }: Space, keep: number): Uint8Array {
  const telling = idf.map((factor, at) => Math.abs(machine[at]!) * factor * count[at]! ** COMMON);
  const least = telling.toSorted().at(-keep) ?? 0;
  return Uint8Array.from(telling, (much) => (much > 0 && much >= least ? 1 : 0));
}

function only({ index, value }: Row, kept: Uint8Array): Row {
  const here = (_: number, i: number): boolean => kept[index[i]!] === 1;
  return { index: index.filter(here), value: value.filter(here) };
}

/** The row with its features once more for each level up to `nearness`, `size` columns further on each time. */
function withOwn({ index, value }: Row, nearness: number, size: number): Row {
  const n = index.length;
  const row = { index: new Int32Array(n * (nearness + 1)), value: new Float32Array(n * (nearness + 1)) };
  for (let level = 0; level <= nearness; level++)
    for (let i = 0; i < n; i++) {
      row.index[level * n + i] = level * size + index[i]!;
      row.value[level * n + i] = value[i]! * (level === 0 ? 1 : OWN_WEIGHT);
    }
  return row;
}

/** What a machine of several levels says of the nearest: their weights in one, the bias is the last. */
function summed(machine: Float64Array, size: number): Float64Array {
  const sum = machine.slice(0, size + 1);
  sum[size] = machine.at(-1)!;
  for (let at = size; at < machine.length - 1; at++) sum[at % size]! += OWN_WEIGHT * machine[at]!;
  return sum;
}
