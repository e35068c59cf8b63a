/**
 * A linear model over hashed features, several labels at once, read from one compact file.
 *
 * File: "MTL1", uint32 length of a JSON header, the header, then for each kept feature its hash (sorted, as LEB128
 * differences), then the weights, one int8 a label, feature by feature, then the table of the gate where the header has one.
 * Little endian.
 */

import { ADDITIONS, EVERY_OTHER, IN_NUMBER, RAISE_ALL, RAISED } from './bytes.ts';
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
  readonly #rows = new WeakMap<Uint32Array, Int32Array>();

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

  /** Where the weights of features stand, for `Scorer.addRows`: what is met again and again is looked up once. */
  rowsOf(hashes: Uint32Array): Int32Array {
    let rows = this.#rows.get(hashes);
    if (!rows) this.#rows.set(hashes, (rows = Int32Array.from(hashes, (hash) => this.weights.rowOf(hash))));
    return rows;
  }

  /** @returns 0..1, calibrated on documents of companies the model had not seen */
  probability(label: number, margin: number): number {
    const [a, b] = this.header.calibration[label]!;
    return 1 / (1 + Math.exp(a * margin + b));
  }
}

/**
 * The weights of features by hash, those of a feature side by side. Tables this large are read from memory, and waiting for it
 * is what takes the time: features are looked up many at once, without a branch on what the table will say, so that the
 * processor asks for the next ones while it waits. Half the weights of those that are met are not 0, so that adding all takes
 * less than asking which to add.
 */
class Weights {
  /** Open addressing, two numbers a place: the feature's hash, and where its row begins. */
  readonly #places: Int32Array;
  /** Four labels a number. The first row is that of unknown features. */
  readonly #rows: Int32Array;
  /** Numbers in a row; a power of two, so that hardly any row lies in two lines of the processor's memory. */
  readonly #width: number;
  readonly #noSums: readonly number[];
  /** Of the features looked up: the row of each, 0 where it is unknown, and which are not at the place of their hash. */
  readonly #found = new Int32Array(ADDITIONS);
  readonly #displaced = new Int32Array(ADDITIONS);

  /** @param weights one a label, feature by feature, as `hashes` */
  constructor(
    hashes: Uint32Array,
    weights: Int8Array,
    readonly labels: number,
  ) {
    this.#places = new Int32Array(2 * placesFor(hashes.length));
    this.#width = 2 ** Math.ceil(Math.log2(Math.ceil(labels / IN_NUMBER)));
    this.#rows = new Int32Array((1 + hashes.length) * this.#width);
    this.#noSums = Array.from({ length: Math.ceil(labels / IN_NUMBER) * IN_NUMBER }, () => 0);
    const sizes = rowSizes(weights, hashes.length, labels);
    // The lowest byte of a number comes first, as in the file: every machine that runs a browser is little-endian.
    const bytes = new Int8Array(this.#rows.buffer);
    let row = 0;
    // What says something of many labels is met most: it gets the places of its hashes, and stands together.
    for (let size = labels; size > 0; size--)
      for (let feature = 0; feature < sizes.length; feature++) {
        if (sizes[feature] !== size) continue;
        row += this.#width;
        this.#put(hashes[feature]!, row);
        const to = row * IN_NUMBER;
        const from = feature * labels;
        for (let label = 0; label < labels; label++) bytes[to + label] = weights[from + label]!;
      }
    for (let i = 0; i < this.#rows.length; i++) this.#rows[i]! ^= RAISE_ALL;
  }

  #put(hash: number, row: number): void {
    const place = this.#placeOf(hash);
    this.#places[place] = hash;
    this.#places[place + 1] = row;
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

  /** Where the row of a feature begins, 0 where it is unknown. */
  rowOf(hash: number): number {
    return this.#places[this.#placeOf(hash) + 1]!;
  }

  /** Adds the weights of the first `count` of `hashes`, `ADDITIONS` at most. @param sums as `emptySums` makes them */
  addFeatures(hashes: Int32Array, count: number, value: number, sums: number[]): void {
    this.#find(hashes, count);
    this.addRows(this.#found, count, value, sums);
  }

  /** The same for features whose rows are known. */
  addRows(chosen: Int32Array, count: number, value: number, sums: number[]): void {
    const rows = this.#rows;
    const raised = RAISED * count;
    for (let label = 0; label < this.labels; label += IN_NUMBER) {
      const column = label / IN_NUMBER;
      let even = 0;
      let odd = 0;
      for (let i = 0; i < count; i++) {
        const four = rows[chosen[i]! + column]!;
        even = (even + (four & EVERY_OTHER)) | 0;
        odd = (odd + ((four >>> 8) & EVERY_OTHER)) | 0;
      }
      sums[label]! += ((even & 0xffff) - raised) * value;
      sums[label + 1]! += ((odd & 0xffff) - raised) * value;
      sums[label + 2]! += ((even >>> 16) - raised) * value;
      sums[label + 3]! += ((odd >>> 16) - raised) * value;
    }
  }

  /** A list by label, and behind the last what makes the numbers of a row whole. No typed array: those are slow to make. */
  emptySums(): number[] {
    return this.#noSums.slice();
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
      const row = places[place + 1]!;
      const difference = places[place]! ^ hashes[i]!;
      // All bits where another feature is at the place.
      const differs = (difference | -difference) >> 31;
      found[i] = row & ~differs;
      displaced[others] = i;
      others += (differs & -row) >>> 31;
    }
    for (let k = 0; k < others; k++) {
      const i = displaced[k]!;
      found[i] = this.rowOf(hashes[i]!);
    }
  }
}

/** How many weights of each feature are not 0. */
function rowSizes(weights: Int8Array, features: number, labels: number): Uint8Array {
  const sizes = new Uint8Array(features);
  for (let feature = 0, i = 0; feature < features; feature++)
    for (const end = i + labels; i < end; i++) if (weights[i] !== 0) sizes[feature]!++;
  return sizes;
}

/** Features that count the same for the same sums, noted until they are many or the sums are asked for. */
class Tally {
  readonly #weights: Weights;
  readonly #hashes = new Int32Array(ADDITIONS);
  #count = 0;
  readonly #rows = new Int32Array(ADDITIONS);
  #sums: number[] = [];
  #value = 0;

  constructor(weights: Weights) {
    this.#weights = weights;
  }

  emptySums(): number[] {
    return this.#weights.emptySums();
  }

  add(hash: number, value: number, sums: number[]): void {
    this.#turnTo(sums, value);
    if (this.#count === ADDITIONS) this.settle();
    this.#hashes[this.#count++] = hash;
  }

  addNgrams(text: string, longest: number, salt: number, value: number, sums: number[]): void {
    this.#turnTo(sums, value);
    const hashes = this.#hashes;
    const seed = ngramSeed(salt);
    const { length } = text;
    for (let i = 0; i < length; i++) {
      if (this.#count > ADDITIONS - longest) this.settle();
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

  /** Adds features whose rows are known: those of `places`, the first `count` of them, behind `from`. */
  addRows(known: Int32Array, from: number, places: Int32Array, count: number, value: number, sums: number[]): void {
    const rows = this.#rows;
    for (let begin = 0; begin < count; begin += ADDITIONS) {
      const size = Math.min(ADDITIONS, count - begin);
      for (let i = 0; i < size; i++) rows[i] = known[from + places[begin + i]!]!;
      this.#weights.addRows(rows, size, value, sums);
    }
  }

  #turnTo(sums: number[], value: number): void {
    if (sums === this.#sums && value === this.#value) return;
    this.settle();
    this.#sums = sums;
    this.#value = value;
  }

  /** Adds up what was noted. */
  settle(): void {
    if (this.#count === 0) return;
    this.#weights.addFeatures(this.#hashes, this.#count, this.#value, this.#sums);
    this.#count = 0;
  }
}

/** Sums weights; one is made a sentence. */
export class Scorer {
  readonly #header: LinearHeader;
  readonly #tally: Tally;
  readonly #sums: number[];

  constructor(header: LinearHeader, tally: Tally) {
    this.#header = header;
    this.#tally = tally;
    this.#sums = tally.emptySums();
  }

  /** Adds a feature; unknown ones count nothing. @param hash 24 bits */
  add(hash: number, value: number): void {
    this.#tally.add(hash, value, this.#sums);
  }

  /**
   * Adds features by their places in `LinearModel.rowsOf`: each is the sum of `from` and one of the first `count` of `places`.
   */
  addRows(rows: Int32Array, from: number, places: Int32Array, count: number, value: number): void {
    this.#tally.addRows(rows, from, places, count, value, this.#sums);
  }

  /** Adds every character n-gram of `text` up to a length, as `ngrams` gives them. */
  addNgrams(text: string, longest: number, salt: number, value: number): void {
    this.#tally.addNgrams(text, longest, salt, value, this.#sums);
  }

  /** By label. */
  margins(): number[] {
    this.#tally.settle();
    const { scale, bias } = this.#header;
    return bias.map((base, label) => base + this.#sums[label]! * scale[label]!);
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
