/** From bags of hashed features to the rows that a machine is trained on, and from its weights back to features. */
import type { Row } from './svm.ts';

/** How often, or how much, each feature (32-bit hash) is in an example. */
export type Bag = ReadonlyMap<number, number>;

/** The features of the given examples: hash → column, and each column's inverse document frequency. */
export interface Space {
  column: Map<number, number>;
  idf: Float64Array;
}

/** Brings squares of rows near 1, so that the price of an error means the same everywhere. */
const SHRINK = 5;

/** @param minCount a feature that fewer bags hold is left out */
export function spaceOf(bags: readonly Bag[], minCount: number): Space {
  const count = new Map<number, number>();
  for (const bag of bags) for (const hash of bag.keys()) count.set(hash, (count.get(hash) ?? 0) + 1);
  const column = new Map<number, number>();
  const idf: number[] = [];
  for (const [hash, n] of count)
    if (n >= minCount) {
      column.set(hash, idf.length);
      idf.push(Math.log(1 + bags.length / n) / SHRINK);
    }
  return { column, idf: Float64Array.from(idf) };
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

/**
 * What `encodeModel` takes: for each feature one weight a label, to be multiplied with the bag's values as they are. Weights
 * below `prune` times a label's largest are 0.
 *
 * @param machines per label, as `train` gives them
 */
export function weightsByFeature(
  machines: readonly Float64Array[],
  { column, idf }: Space,
  prune: number,
): Map<number, Float64Array> {
  const weights = new Map<number, Float64Array>();
  machines.forEach((machine, label) => {
    const scaled = Float64Array.from(idf, (factor, i) => factor * machine[i]!);
    const least = prune * scaled.reduce((top, x) => Math.max(top, Math.abs(x)), 0);
    for (const [hash, at] of column) {
      if (Math.abs(scaled[at]!) < least) continue;
      let row = weights.get(hash);
      if (!row) weights.set(hash, (row = new Float64Array(machines.length)));
      row[label] = scaled[at]!;
    }
  });
  return weights;
}
