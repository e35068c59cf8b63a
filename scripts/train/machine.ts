/** How one label's machine learns. Apart from the rest, so that several can at once. */
import { type Row, type SvmOptions, train } from './svm.ts';

/** Sparse rows in memory that threads share. */
export interface Table {
  /** By row, where its entries end and the next one's begin. */
  ends: Int32Array;
  index: Int32Array;
  value: Float32Array;
}

/** What the machines of all labels learn from. */
export interface Lesson {
  table: Table;
  /** By column: inverse document frequency, and how many examples hold it. */
  idf: Float64Array;
  count: Float64Array;
  /** How many times over the columns stand in the table beyond the first. */
  levels: number;
  /** By row: factor on the price of an error. */
  shares: readonly number[];
  options: SvmOptions;
}

/** What one of them is to tell. */
export interface Task {
  /** By row. */
  positive: readonly boolean[];
  /** How many weights it may have. */
  keep: number;
}

/** What a weight of its own that a level of nearness has counts beside the weight that all examples share. */
export const OWN_WEIGHT = 0.6;
/**
 * How much a feature's being common counts when the features are chosen that a machine may keep: between 0.5 and 1 the choice
 * costs almost nothing, at 0 (the largest weights alone) it costs 0.01 of F1 and half as many features again.
 */
const COMMON = 0.7;

/**
 * Makes machines with few weights: a first one says which features matter, a second one learns from these alone. To drop the small
 * weights of the first one instead lifts all margins and costs 0.03 of F1.
 *
 * @returns by task: a weight a column, all levels summed up; the last one is the bias
 */
export function machinesFrom(lesson: Lesson): (task: Task) => Float64Array {
  const rows = rowsOf(lesson.table);
  return ({ positive, keep }) => {
    const kept = mostTelling(taught(lesson, rows, positive), lesson, keep);
    return taught(
      lesson,
      rows.map((row) => only(row, kept)),
      positive,
    );
  };
}

function rowsOf({ ends, index, value }: Table): Row[] {
  return Array.from(ends, (end, i) => {
    const start = i === 0 ? 0 : ends[i - 1]!;
    return { index: index.subarray(start, end), value: value.subarray(start, end) };
  });
}

const taught = ({ idf, levels, shares, options }: Lesson, rows: readonly Row[], positive: readonly boolean[]) =>
  summed(train(rows, positive, (levels + 1) * idf.length, options, shares), idf.length);

/** What a machine of several levels says of the nearest: their weights in one, the bias is the last. */
function summed(machine: Float64Array, size: number): Float64Array {
  const sum = machine.slice(0, size + 1);
  sum[size] = machine.at(-1)!;
  for (let at = size; at < machine.length - 1; at++) sum[at % size]! += OWN_WEIGHT * machine[at]!;
  return sum;
}

/** By column, 1 for those that matter most to a machine. */
function mostTelling(machine: Float64Array, { idf, count }: Lesson, keep: number): Uint8Array {
  const telling = idf.map((factor, at) => Math.abs(machine[at]!) * factor * count[at]! ** COMMON);
  const least = telling.toSorted().at(-keep) ?? 0;
  return Uint8Array.from(telling, (much) => (much > 0 && much >= least ? 1 : 0));
}

function only({ index, value }: Row, kept: Uint8Array): Row {
  const here = (_: number, i: number): boolean => kept[index[i]! % kept.length] === 1;
  return { index: index.filter(here), value: value.filter(here) };
}
