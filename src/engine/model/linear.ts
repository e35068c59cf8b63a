/**
 * A linear model over hashed features, several labels at once, read from one compact file.
 *
 * File: "MTL1", uint32 length of a JSON header, the header, then for each kept feature its hash (sorted, as LEB128
 * differences), then the weights, one int8 a label, feature by feature, then the table of the gate where the header has one.
 * Little endian.
 */

import { Gate, GATE_SIZE, type GateHeader } from './gate.ts';
import { mix, ngramSeed, ngramStep, placesFor } from './hash.ts';

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
  /** Without one every sentence is read. */
  gate?: GateHeader;
}

const MAGIC = 0x314c544d; // "MTL1"

export class LinearModel {
  readonly labels: readonly string[];

  private constructor(
    readonly header: LinearHeader,
    private readonly weights: Weights,
    readonly gate: Gate | undefined,
  ) {
    this.labels = header.labels;
  }

  /** @throws when the bytes are not of the format */
  static parse(bytes: Uint8Array): LinearModel {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.byteLength < 8 || view.getUint32(0, true) !== MAGIC) throw new Error('not a model file');
    const length = view.getUint32(4, true);
    const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length))) as LinearHeader;
    const hashes = new Uint32Array(header.features);
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
      hashes[row] = hash;
    }
    const tables = new Int8Array(bytes.subarray(at));
    const end = header.features * header.labels.length;
    if (tables.length !== end + (header.gate ? GATE_SIZE : 0)) throw new Error('model file is cut short');
    const gate = header.gate && new Gate(header.gate, tables.subarray(end));
    return new LinearModel(header, new Weights(hashes, tables.subarray(0, end), header.labels.length), gate);
  }

  /** Index of a label; undefined where the model does not know it. */
  label(name: string): number | undefined {
    const index = this.labels.indexOf(name);
    return index < 0 ? undefined : index;
  }

  /** Margins per label of a bag of features. */
  scorer(): Scorer {
    return new Scorer(this.header, this.weights);
  }

  /** @returns 0..1, calibrated on documents of companies the model had not seen */
  probability(label: number, margin: number): number {
    const [a, b] = this.header.calibration[label]!;
    return 1 / (1 + Math.exp(a * margin + b));
  }
}

/**
 * The weights of features by hash. What belongs to one feature lies side by side: tables this large are read from memory, and
 * the way there is what takes the time.
 */
class Weights {
  /** Most features of a text are unknown: a bit is set for each that is known. */
  readonly #filter = new Uint8Array(FILTER / 8);
  /** Open addressing, two numbers a place: the feature's hash, and its run. */
  readonly #places: Int32Array;
  /** The weights that are not 0, few of a feature are: the label times 256, and the weight as a byte. */
  readonly #runs: Int16Array;

  /** @param weights one a label, feature by feature, as `hashes` */
  constructor(hashes: Uint32Array, weights: Int8Array, labels: number) {
    this.#places = new Int32Array(2 * placesFor(hashes.length));
    this.#runs = new Int16Array(1 + weights.reduce((count, weight) => count + (weight === 0 ? 0 : 1), 0));
    // Run 0 says that a place is free, so the first run begins at 1.
    let at = 1;
    hashes.forEach((hash, feature) => {
      const from = at;
      for (let label = 0; label < labels; label++) {
        const weight = weights[feature * labels + label]!;
        if (weight !== 0) this.#runs[at++] = (label << 8) | (weight & 0xff);
      }
      this.#put(hash, (from << RUN_BITS) | (at - from));
    });
  }

  #put(hash: number, run: number): void {
    const place = this.#placeOf(hash);
    this.#places[place] = hash;
    this.#places[place + 1] = run;
    const bit = filterBit(hash);
    this.#filter[bit >>> 3]! |= 1 << (bit & 7);
  }

  /** Where a feature is, or would be. */
  #placeOf(hash: number): number {
    const places = this.#places;
    const last = places.length - 1;
    const key = hash | 0;
    let place = (hash << 1) & last;
    while (places[place + 1] !== 0 && places[place] !== key) place = (place + 2) & last;
    return place;
  }

  /** Adds what a feature weighs, times `value`, to the sums of the labels; an unknown one weighs nothing. */
  add(hash: number, value: number, sums: Float64Array): void {
    const bit = filterBit(hash);
    if ((this.#filter[bit >>> 3]! & (1 << (bit & 7))) === 0) return;
    const run = this.#places[this.#placeOf(hash) + 1]!;
    const runs = this.#runs;
    for (let i = run >>> RUN_BITS, end = i + (run & LONGEST_RUN); i < end; i++) {
      const weight = runs[i]!;
      sums[weight >> 8]! += ((weight << 24) >> 24) * value;
    }
  }
}

/** Bits of the filter. */
const FILTER = 2 ** 21;
const filterBit = (hash: number): number => Math.imul(hash, 0x9e3779b1) >>> 11;
/** Bits that hold how long a run is, which is no longer than a model has labels; the others hold where it begins. */
const RUN_BITS = 6;
const LONGEST_RUN = 2 ** RUN_BITS - 1;

/** Sums weights; one is made a sentence. */
export class Scorer {
  readonly #header: LinearHeader;
  readonly #weights: Weights;
  readonly #sums: Float64Array;

  constructor(header: LinearHeader, weights: Weights) {
    this.#header = header;
    this.#weights = weights;
    this.#sums = new Float64Array(header.labels.length);
  }

  /** Adds a feature; unknown ones count nothing. @param hash 32 bits, unsigned */
  add(hash: number, value: number): void {
    this.#weights.add(hash, value, this.#sums);
  }

  /** Adds every character n-gram of `text` up to a length, as `ngrams` gives them. */
  addNgrams(text: string, longest: number, salt: number, value: number): void {
    const { length } = text;
    for (let i = 0; i < length; i++) {
      const end = Math.min(length, i + longest);
      let state = ngramSeed(salt);
      for (let j = i; j < end; j++) {
        state = ngramStep(state, text.charCodeAt(j));
        this.add(mix(state), value);
      }
    }
  }

  margin(label: number): number {
    const { scale, bias } = this.#header;
    return this.#sums[label]! * scale[label]! + bias[label]!;
  }

  margins(): Float64Array {
    return this.#sums.map((_, label) => this.margin(label));
  }
}

/**
 * Writes the file that `LinearModel.parse` reads.
 *
 * @param weights feature hash → one weight a label
 * @param gate the gate's table, where the header has one
 */
export function encodeModel(
  header: Omit<LinearHeader, 'features' | 'scale'>,
  weights: ReadonlyMap<number, Float64Array>,
  gate = new Int8Array(0),
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
  const out = new Uint8Array(8 + json.length + deltas.length + rows.length * labels + gate.length);
  const view = new DataView(out.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, json.length, true);
  out.set(json, 8);
  out.set(deltas, 8 + json.length);
  rows.forEach((row, i) => out.set(new Uint8Array(row.buffer), 8 + json.length + deltas.length + i * labels));
  out.set(new Uint8Array(gate.buffer), out.length - gate.length);
  return out;
}
