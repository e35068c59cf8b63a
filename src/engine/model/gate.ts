/**
 * Tells at a glance which Chinese sentences may say something, before they are cut into words.
 *
 * Every pair of characters has four weights, one for each kind of thing that may be said (`scripts/train/gate.ts`). They are
 * summed over the sentence and, for less, over its lead-in; one of the four sums above the threshold opens.
 */

import { ADDITIONS, EVERY_OTHER, RAISED } from './bytes.ts';

export interface GateHeader {
  /** What an int8 step is worth, by kind. */
  scale: number[];
  bias: number[];
  /** Score of a kind from which on a sentence is read. */
  threshold: number;
}

/** Kinds, each of which has its weights. */
export const GATE_KINDS = 4;
/** Places of the table, a power of two; pairs that share one share their weights. */
export const GATE_PLACES = 2 ** 16;
/** Bytes of the table in the file: a weight a place, kind after kind. */
export const GATE_SIZE = GATE_KINDS * GATE_PLACES;
/** How much the lead-in's pairs count beside the sentence's own. */
export const LEAD_SHARE = 0.25;
/** Characters added to every length, so that the shortest sentences do not outshout the others. */
const SHORT = 8;

/** The place of a pair of UTF-16 units; behind the last one stands 0. */
export const placeOfPair = (first: number, second: number): number =>
  Math.imul(Math.imul(first, 0x9e3779b1) ^ second, 0x85ebca6b) >>> 16;

/** What the weights of a text's pairs are multiplied with. */
export const gateShare = (length: number): number => 1 / Math.sqrt(length + SHORT);

/** A sentence in the text that it stands in. */
export interface Stretch {
  /** UTF-16 offset of `text`. */
  at: number;
  text: string;
}

export class Gate {
  /** By place: the weights of its kinds, raised, the first one lowest. */
  readonly #weights = new Int32Array(GATE_PLACES);
  readonly #sums = new Float64Array(GATE_KINDS);

  /** @param table as in the file */
  constructor(
    readonly header: GateHeader,
    table: Int8Array,
  ) {
    table.forEach((weight, i) => {
      this.#weights[i % GATE_PLACES]! |= (weight + RAISED) << (8 * Math.floor(i / GATE_PLACES));
    });
  }

  /** Whether a sentence may say something. @param units of the text that both stand in @param lead what introduces it */
  opens(units: Uint16Array, sentence: Stretch, lead: Stretch | undefined): boolean {
    return this.score(units, sentence, lead) > this.header.threshold;
  }

  /** The highest of the kinds' scores. */
  score(units: Uint16Array, sentence: Stretch, lead: Stretch | undefined): number {
    const { scale, bias } = this.header;
    this.#sums.fill(0);
    this.#add(units, sentence, 1);
    if (lead !== undefined) this.#add(units, lead, LEAD_SHARE);
    let best = -Infinity;
    for (let kind = 0; kind < GATE_KINDS; kind++) best = Math.max(best, this.#sums[kind]! * scale[kind]! + bias[kind]!);
    return best;
  }

  #add(units: Uint16Array, { at, text: { length } }: Stretch, share: number): void {
    const worth = share * gateShare(length);
    for (let from = 0; from < length; from += ADDITIONS) {
      const end = Math.min(length, from + ADDITIONS);
      this.#addPiece(units, at + from, at + end, end < length ? units[at + end]! : 0, worth);
    }
  }

  /** @param behind the unit at `end`, or 0 where the sentence ends there */
  #addPiece(units: Uint16Array, from: number, end: number, behind: number, worth: number): void {
    const weights = this.#weights;
    let even = 0;
    let odd = 0;
    let unit = behind;
    for (let i = end - 1; i >= from; i--) {
      const next = unit;
      unit = units[i]!;
      const four = weights[placeOfPair(unit, next)]!;
      even = (even + (four & EVERY_OTHER)) | 0;
      odd = (odd + ((four >>> 8) & EVERY_OTHER)) | 0;
    }
    const raised = RAISED * (end - from);
    const sums = this.#sums;
    sums[0]! += ((even & 0xffff) - raised) * worth;
    sums[1]! += ((odd & 0xffff) - raised) * worth;
    sums[2]! += ((even >>> 16) - raised) * worth;
    sums[3]! += ((odd >>> 16) - raised) * worth;
  }
}
