/**
 * Tells at a glance which Chinese sentences may say something, before they are cut into words: a sum of weights of their
 * character pairs and of those of the lead-in. One table that fits a processor's nearest memory, one look a character.
 */

export interface GateHeader {
  /** What an int8 step is worth. */
  scale: number;
  bias: number;
  /** Score from which on a sentence is read. */
  threshold: number;
}

/** Places of the table, a power of two; pairs that share one share a weight. */
export const GATE_SIZE = 2 ** 16;
/** How much the lead-in's pairs count beside the sentence's own. */
export const LEAD_SHARE = 0.5;
/** Characters added to every length, so that the shortest sentences do not outshout the others. */
const SHORT = 8;

/** The place of a pair of UTF-16 units; behind the last one stands 0. */
export const placeOfPair = (first: number, second: number): number =>
  Math.imul(Math.imul(first, 0x9e3779b1) ^ second, 0x85ebca6b) >>> 16;

/** What the weights of a text's pairs are multiplied with. */
export const gateShare = (length: number): number => 1 / Math.sqrt(length + SHORT);

export class Gate {
  /** @param weights one a place */
  constructor(
    readonly header: GateHeader,
    private readonly weights: Int8Array,
  ) {}

  /** Whether a sentence may say something. @param lead what introduces it, normalised like `text`, or undefined */
  opens(text: string, lead: string | undefined): boolean {
    const { scale, bias, threshold } = this.header;
    const sum = this.#sum(text) + (lead === undefined ? 0 : LEAD_SHARE * this.#sum(lead));
    return sum * scale + bias > threshold;
  }

  #sum(text: string): number {
    const { weights } = this;
    const { length } = text;
    let sum = 0;
    let unit = length === 0 ? 0 : text.charCodeAt(0);
    for (let i = 1; i <= length; i++) {
      const next = i < length ? text.charCodeAt(i) : 0;
      sum += weights[placeOfPair(unit, next)]!;
      unit = next;
    }
    return sum * gateShare(length);
  }
}
