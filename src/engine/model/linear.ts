/**
 * A linear model over hashed features, several labels at once, read from one compact file.
 *
 * File: "MTL1", uint32 length of a JSON header, the header, then for each kept feature its hash (sorted, as LEB128
 * differences), then the weights, one int8 a label, feature by feature. Little endian.
 */

import { mix, ngramSeed, ngramStep } from './hash.ts';

/** The models of `dict/NAME.bin`. */
export type ModelName = 'clauses' | 'topics';

export interface LinearHeader {
  labels: string[];
  /** Number of kept features. */
  features: number;
  /** Per label: what an int8 step is worth. */
  scale: number[];
  bias: number[];
  /** Per label: margin from which on the label is given. */
  threshold: number[];
  /** Per label: probability = 1 / (1 + exp(a · margin + b)). */
  calibration: [number, number][];
}

const MAGIC = 0x314c544d; // "MTL1"

export class LinearModel {
  readonly labels: readonly string[];

  private constructor(
    readonly header: LinearHeader,
    private readonly features: FeatureTable,
    private readonly weights: Rows,
  ) {
    this.labels = header.labels;
  }

  /** @throws when the bytes are not of the format */
  static parse(bytes: Uint8Array): LinearModel {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.byteLength < 8 || view.getUint32(0, true) !== MAGIC) throw new Error('not a model file');
    const length = view.getUint32(4, true);
    const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length))) as LinearHeader;
    const features = new FeatureTable(header.features);
    let at = 8 + length;
    let hash = 0;
    for (let row = 0; row < header.features; row++) {
      let delta = 0;
      for (let shift = 0; ; shift += 7) {
        const byte = bytes[at++];
        if (byte === undefined) throw new Error('model file is cut short');
        delta += (byte & 127) * 2 ** shift;
        if (byte < 128) break;
      }
      hash += delta;
      features.add(hash, row);
    }
    const weights = new Int8Array(bytes.subarray(at));
    if (weights.length !== header.features * header.labels.length) throw new Error('model file is cut short');
    return new LinearModel(header, features, rowsOf(weights, header.features, header.labels.length));
  }

  /** Index of a label; undefined where the model does not know it. */
  label(name: string): number | undefined {
    const index = this.labels.indexOf(name);
    return index < 0 ? undefined : index;
  }

  /** Margins per label of a bag of features. */
  scorer(): Scorer {
    return new Scorer(this.header, this.features, this.weights);
  }

  /** @returns 0..1, calibrated on documents of companies the model had not seen */
  probability(label: number, margin: number): number {
    const [a, b] = this.header.calibration[label]!;
    return 1 / (1 + Math.exp(a * margin + b));
  }
}

/** The rows that features have, by hash. */
class FeatureTable {
  /** Most features of a text are unknown: a bit is set for each that is known. */
  readonly #filter = new Uint8Array(FILTER / 8);
  /** Open addressing; -1 where a place is free. */
  readonly #keys: Int32Array;
  readonly #rows: Int32Array;
  readonly #mask: number;

  constructor(features: number) {
    let size = 1;
    while (size < features * 2) size *= 2;
    this.#mask = size - 1;
    this.#keys = new Int32Array(size);
    this.#rows = new Int32Array(size).fill(-1);
  }

  add(hash: number, row: number): void {
    let slot = hash & this.#mask;
    while (this.#rows[slot] !== -1) slot = (slot + 1) & this.#mask;
    this.#keys[slot] = hash | 0;
    this.#rows[slot] = row;
    const bit = filterBit(hash);
    this.#filter[bit >>> 3]! |= 1 << (bit & 7);
  }

  /** False when the feature is unknown. */
  mayHave(hash: number): boolean {
    const bit = filterBit(hash);
    return (this.#filter[bit >>> 3]! & (1 << (bit & 7))) !== 0;
  }

  /** The row of a feature, or -1. */
  row(hash: number): number {
    if (!this.mayHave(hash)) return -1;
    const key = hash | 0;
    let slot = hash & this.#mask;
    while (this.#rows[slot] !== -1) {
      if (this.#keys[slot] === key) return this.#rows[slot]!;
      slot = (slot + 1) & this.#mask;
    }
    return -1;
  }
}

/** Bits of the filter. */
const FILTER = 2 ** 21;
const filterBit = (hash: number): number => Math.imul(hash, 0x9e3779b1) >>> 11;

/** Weights that are not 0: row `r` has `values` for `labels` from `from[r]` to `from[r + 1]`. Few of a row are not. */
interface Rows {
  from: Int32Array;
  labels: Uint16Array;
  values: Int8Array;
}

function rowsOf(weights: Int8Array, features: number, labels: number): Rows {
  let size = 0;
  for (const weight of weights) if (weight !== 0) size++;
  const rows = { from: new Int32Array(features + 1), labels: new Uint16Array(size), values: new Int8Array(size) };
  let at = 0;
  for (let row = 0; row < features; row++) {
    for (let label = 0; label < labels; label++) {
      const weight = weights[row * labels + label]!;
      if (weight === 0) continue;
      rows.labels[at] = label;
      rows.values[at++] = weight;
    }
    rows.from[row + 1] = at;
  }
  return rows;
}

/** Sums weights; one is made a sentence. */
export class Scorer {
  readonly #header: LinearHeader;
  readonly #features: FeatureTable;
  readonly #weights: Rows;
  readonly #sums: Float64Array;

  constructor(header: LinearHeader, features: FeatureTable, weights: Rows) {
    this.#header = header;
    this.#features = features;
    this.#weights = weights;
    this.#sums = new Float64Array(header.labels.length);
  }

  /** Adds a feature; unknown ones count nothing. @param hash 32 bits, unsigned */
  add(hash: number, value: number): void {
    const row = this.#features.row(hash);
    if (row < 0) return;
    const { from, labels, values } = this.#weights;
    for (let i = from[row]!, end = from[row + 1]!; i < end; i++) this.#sums[labels[i]!]! += values[i]! * value;
  }

  /** Adds every character n-gram of `text` up to a length, as `ngrams` gives them. */
  addNgrams(text: string, longest: number, salt: number, value: number): void {
    const features = this.#features;
    const { length } = text;
    for (let i = 0; i < length; i++) {
      const end = Math.min(length, i + longest);
      let state = ngramSeed(salt);
      for (let j = i; j < end; j++) {
        state = ngramStep(state, text.charCodeAt(j));
        const hash = mix(state);
        if (features.mayHave(hash)) this.add(hash, value);
      }
    }
  }

  margins(): Float64Array {
    const { scale, bias } = this.#header;
    return this.#sums.map((sum, l) => sum * scale[l]! + bias[l]!);
  }
}

/** Writes the file that `LinearModel.parse` reads. @param weights feature hash → one weight a label */
export function encodeModel(
  header: Omit<LinearHeader, 'features' | 'scale'>,
  weights: ReadonlyMap<number, Float64Array>,
): Uint8Array {
  const labels = header.labels.length;
  const top = new Float64Array(labels);
  for (const row of weights.values()) row.forEach((w, l) => (top[l] = Math.max(top[l]!, Math.abs(w))));
  const scale = Array.from(top, (t) => (t === 0 ? 1 : t / 127));
  const hashes: number[] = [];
  const rows: Int8Array[] = [];
  for (const hash of [...weights.keys()].sort((a, b) => a - b)) {
    const row = Int8Array.from(weights.get(hash)!, (w, l) => Math.round(w / scale[l]!));
    if (row.every((w) => w === 0)) continue;
    hashes.push(hash);
    rows.push(row);
  }
  const json = new TextEncoder().encode(JSON.stringify({ ...header, features: rows.length, scale }));
  const deltas: number[] = [];
  let last = 0;
  for (const hash of hashes) {
    let delta = hash - last;
    last = hash;
    while (delta >= 128) {
      deltas.push((delta % 128) | 128);
      delta = Math.floor(delta / 128);
    }
    deltas.push(delta);
  }
  const out = new Uint8Array(8 + json.length + deltas.length + rows.length * labels);
  const view = new DataView(out.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, json.length, true);
  out.set(json, 8);
  out.set(deltas, 8 + json.length);
  rows.forEach((row, i) => out.set(new Uint8Array(row.buffer), 8 + json.length + deltas.length + i * labels));
  return out;
}
