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
  /** By the language of a sentence, per label: what a rule's finding adds to the margin. */
  word?: Record<'zh' | 'en', number[]>;
  /** Without one every sentence is read. */
  gate?: GateHeader;
}

const MAGIC = 0x314c544d; // "MTL1"

export class LinearModel {
  readonly labels: readonly string[];
  readonly #runs = new WeakMap<Uint32Array, Int32Array>();

  private constructor(
    readonly header: LinearHeader,
    private readonly weights: Weights,
    private readonly tally: Tally,
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
    const weights = new Weights(hashes, tables.subarray(0, end), header.labels.length);
    return new LinearModel(header, weights, new Tally(weights), gate);
  }

  /** Index of a label; undefined where the model does not know it. */
  label(name: string): number | undefined {
    const index = this.labels.indexOf(name);
    return index < 0 ? undefined : index;
  }

  /** Sums up features. */
  scorer(): Scorer {
    return new Scorer(this.header, this.tally);
  }

  /** Margins of features, by label. @param bag hash → value */
  marginsOf(bag: ReadonlyMap<number, number>): number[] {
    const scorer = this.scorer();
    for (const [hash, value] of bag) scorer.add(hash, value);
    return scorer.margins();
  }

  /** Where the weights of features stand, for `Scorer.addRuns`: what is met again and again is looked up once. */
  runsOf(hashes: Uint32Array): Int32Array {
    let runs = this.#runs.get(hashes);
    if (!runs) this.#runs.set(hashes, (runs = Int32Array.from(hashes, (hash) => this.weights.runOf(hash))));
    return runs;
  }

  /** @returns 0..1, calibrated on documents of companies the model had not seen */
  probability(label: number, margin: number): number {
    const [a, b] = this.header.calibration[label]!;
    return 1 / (1 + Math.exp(a * margin + b));
  }
}

/**
 * The weights of features by hash. Tables this large are read from memory, and waiting for it is what takes the time: features
 * are looked up many at once, without a branch on what the table will say, so that the processor asks for the next ones while
 * it waits.
 */
class Weights {
  /** Open addressing, two numbers a place: the feature's hash, and its run. */
  readonly #places: Int32Array;
  /** The weights that are not 0, few of a feature are: the label times 256, and the weight as a byte. */
  readonly #runs: Int16Array;
  /** Of the features looked up: the run of each, 0 where it is unknown, and which are not at the place of their hash. */
  readonly #found = new Int32Array(BATCH);
  readonly #displaced = new Int32Array(BATCH);

  /** @param weights one a label, feature by feature, as `hashes` */
  constructor(
    hashes: Uint32Array,
    weights: Int8Array,
    readonly labels: number,
  ) {
    const { sizes, total } = runSizes(weights, hashes.length, labels);
    this.#places = new Int32Array(2 * placesFor(hashes.length));
    this.#runs = new Int16Array(1 + total + AT_ONCE);
    // Run 0 says that a place is free, so the first run begins at 1.
    let at = 1;
    // What says something of many labels is met most: it gets the places of its hashes, and stands together.
    for (let size = labels; size > 0; size--)
      for (let feature = 0; feature < sizes.length; feature++) {
        if (sizes[feature] !== size) continue;
        this.#put(hashes[feature]!, (at << RUN_BITS) | size);
        for (let label = 0; label < labels; label++) {
          const weight = weights[feature * labels + label]!;
          if (weight !== 0) this.#runs[at++] = (label << 8) | (weight & 0xff);
        }
      }
  }

  #put(hash: number, run: number): void {
    const place = this.#placeOf(hash);
    this.#places[place] = hash;
    this.#places[place + 1] = run;
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

  /** The run of a feature, 0 where it is unknown. */
  runOf(hash: number): number {
    return this.#places[this.#placeOf(hash) + 1]!;
  }

  /** Lays the runs of the first `count` of `hashes` one behind the other. @returns the length of the row */
  lay(hashes: Int32Array, count: number, row: Int16Array): number {
    this.#find(hashes, count);
    return this.layRuns(this.#found, count, row);
  }

  /** The same for runs that are known. */
  layRuns(laid: Int32Array, count: number, row: Int16Array): number {
    const runs = this.#runs;
    let length = 0;
    for (let i = 0; i < count; i++) {
      const run = laid[i]!;
      const from = run >>> RUN_BITS;
      const size = run & LONGEST_RUN;
      // Few runs are longer; what is copied too much of a shorter one is overwritten by the next.
      row[length] = runs[from]!;
      row[length + 1] = runs[from + 1]!;
      row[length + 2] = runs[from + 2]!;
      row[length + 3] = runs[from + 3]!;
      for (let k = AT_ONCE; k < size; k++) row[length + k] = runs[from + k]!;
      length += size;
    }
    return length;
  }

  /** Fills `found`: first for what is at the place of its hash or unknown, which most are. */
  #find(hashes: Int32Array, count: number): void {
    const places = this.#places;
    const found = this.#found;
    const displaced = this.#displaced;
    const last = places.length - 1;
    let others = 0;
    for (let i = 0; i < count; i++) {
      const place = (hashes[i]! << 1) & last;
      const run = places[place + 1]!;
      const difference = places[place]! ^ hashes[i]!;
      // All bits where another feature is at the place.
      const differs = (difference | -difference) >> 31;
      found[i] = run & ~differs;
      displaced[others] = i;
      others += (differs & -run) >>> 31;
    }
    for (let k = 0; k < others; k++) {
      const i = displaced[k]!;
      found[i] = this.runOf(hashes[i]!);
    }
  }
}

/** How many weights of each feature are not 0, and of all together. */
function runSizes(weights: Int8Array, features: number, labels: number): { sizes: Uint8Array; total: number } {
  const sizes = new Uint8Array(features);
  let total = 0;
  for (let feature = 0, i = 0; feature < features; feature++) {
    for (const end = i + labels; i < end; i++) if (weights[i] !== 0) sizes[feature]!++;
    total += sizes[feature]!;
  }
  return { sizes, total };
}

/** Features that are looked up together at most. */
const BATCH = 256;
/** Weights of a run that are copied without asking how many it has. */
const AT_ONCE = 4;
/** Bits that hold how long a run is, which is no longer than a model has labels; the others hold where it begins. */
const RUN_BITS = 6;
const LONGEST_RUN = 2 ** RUN_BITS - 1;

/** Features that count the same for the same sums, noted until they are many or the sums are asked for. */
class Tally {
  readonly #weights: Weights;
  readonly #hashes = new Int32Array(BATCH);
  readonly #known = new Int32Array(BATCH);
  #count = 0;
  readonly #row: Int16Array;
  #sums: number[] = [];
  #value = 0;

  constructor(weights: Weights) {
    this.#weights = weights;
    this.#row = new Int16Array(BATCH * weights.labels + AT_ONCE);
  }

  add(hash: number, value: number, sums: number[]): void {
    this.#turnTo(sums, value);
    if (this.#count === BATCH) this.settle();
    this.#hashes[this.#count++] = hash;
  }

  addNgrams(text: string, longest: number, salt: number, value: number, sums: number[]): void {
    this.#turnTo(sums, value);
    const hashes = this.#hashes;
    const seed = ngramSeed(salt);
    const { length } = text;
    for (let i = 0; i < length; i++) {
      if (this.#count > BATCH - longest) this.settle();
      const end = Math.min(length, i + longest);
      let count = this.#count;
      let state = seed;
      for (let j = i; j < end; j++) {
        state = ngramStep(state, text.charCodeAt(j));
        hashes[count++] = mix(state);
      }
      this.#count = count;
    }
  }

  #turnTo(sums: number[], value: number): void {
    if (sums === this.#sums && value === this.#value) return;
    this.settle();
    this.#sums = sums;
    this.#value = value;
  }

  /** Adds up what was noted, in the order in which it was. */
  settle(): void {
    if (this.#count === 0) return;
    this.#addRow(this.#weights.lay(this.#hashes, this.#count, this.#row), this.#value, this.#sums);
    this.#count = 0;
  }

  /** Adds what features weigh whose runs are known: those of `places`, the first `count` of them, behind `from`. */
  addRuns(runs: Int32Array, from: number, places: Int32Array, count: number, value: number, sums: number[]): void {
    this.settle();
    const known = this.#known;
    for (let begin = 0; begin < count; begin += BATCH) {
      const size = Math.min(BATCH, count - begin);
      for (let i = 0; i < size; i++) known[i] = runs[from + places[begin + i]!]!;
      this.#addRow(this.#weights.layRuns(known, size, this.#row), value, sums);
    }
  }

  #addRow(length: number, value: number, sums: number[]): void {
    const row = this.#row;
    for (let i = 0; i < length; i++) {
      const weight = row[i]!;
      sums[weight >> 8]! += ((weight << 24) >> 24) * value;
    }
  }
}

/** Sums weights; one is made a sentence. */
export class Scorer {
  readonly #header: LinearHeader;
  readonly #tally: Tally;
  /** By label. A plain list: one is made a sentence, and typed arrays are slow to make and to clear away. */
  readonly #sums: number[];

  constructor(header: LinearHeader, tally: Tally) {
    this.#header = header;
    this.#tally = tally;
    this.#sums = header.labels.map(() => 0);
  }

  /** Adds a feature; unknown ones count nothing. @param hash 24 bits */
  add(hash: number, value: number): void {
    this.#tally.add(hash, value, this.#sums);
  }

  /**
   * Adds features by their places in `LinearModel.runsOf`: each is the sum of `from` and one of the first `count` of `places`.
   */
  addRuns(runs: Int32Array, from: number, places: Int32Array, count: number, value: number): void {
    this.#tally.addRuns(runs, from, places, count, value, this.#sums);
  }

  /** Adds every character n-gram of `text` up to a length, as `ngrams` gives them. */
  addNgrams(text: string, longest: number, salt: number, value: number): void {
    this.#tally.addNgrams(text, longest, salt, value, this.#sums);
  }

  /** By label. */
  margins(): number[] {
    this.#tally.settle();
    const { scale, bias } = this.#header;
    return this.#sums.map((sum, label) => sum * scale[label]! + bias[label]!);
  }
}

/**
 * Writes the file that `LinearModel.parse` reads.
 *
 * @param weights feature hash → one weight a label
 * @param steps into which a label's largest weight is divided, 127 at most; fewer make a smaller file
 * @param gate the gate's table, where the header has one
 */
export function encodeModel(
  header: Omit<LinearHeader, 'features' | 'scale'>,
  weights: ReadonlyMap<number, Float64Array>,
  steps = 127,
  gate = new Int8Array(0),
): Uint8Array {
  const labels = header.labels.length;
  const top = new Float64Array(labels);
  for (const row of weights.values()) row.forEach((w, l) => (top[l] = Math.max(top[l]!, Math.abs(w))));
  const scale = Array.from(top, (t) => (t === 0 ? 1 : t / steps));
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
