/** Trains the gate of `src/engine/model/gate.ts`: which sentences are read at all. */
import { GATE_SIZE, type GateHeader, gateShare, LEAD_SHARE, placeOfPair } from '../../src/engine/model/gate.ts';
import { margin, type Row, train } from './svm.ts';

/** What the gate sees of a sentence. */
export interface Glance {
  language: 'zh' | 'en';
  text: string;
  /** What introduces the sentence, or "". */
  lead: string;
  /** Whether the sentence carries a label, or the rules find something in it. */
  speaks: boolean;
}

/** A sentence let through in vain costs time; one that is held back costs a finding. */
const OPTIONS = { c: 1, positive: 4, epochs: 20, seed: 1 };

function rowOfGlance({ text, lead }: Glance): Row {
  const sums = new Map<number, number>();
  for (const [part, share] of [
    [text, 1],
    [lead, LEAD_SHARE],
  ] as const)
    for (let i = 0; i < part.length; i++) {
      const place = placeOfPair(part.charCodeAt(i), i + 1 < part.length ? part.charCodeAt(i + 1) : 0);
      sums.set(place, (sums.get(place) ?? 0) + share * gateShare(part.length));
    }
  return { index: Int32Array.from(sums.keys()), value: Float32Array.from(sums.values()) };
}

/** @returns weights by place, the last one is the bias */
function machineOf(glances: readonly Glance[]): Float64Array {
  const chinese = glances.filter(({ language }) => language === 'zh');
  return train(
    chinese.map(rowOfGlance),
    chinese.map(({ speaks }) => speaks),
    GATE_SIZE,
    OPTIONS,
  );
}

/** Scores of `unseen` by a gate trained on `seen`; English is always read. */
export function gateScores(seen: readonly Glance[], unseen: readonly Glance[]): number[] {
  const machine = machineOf(seen);
  return unseen.map((glance) => (glance.language === 'en' ? Infinity : margin(machine, rowOfGlance(glance))));
}

/** The gate as it stands in the file. */
export function gateOf(
  glances: readonly Glance[],
  threshold: number,
): { header: GateHeader; table: Int8Array<ArrayBuffer> } {
  const machine = machineOf(glances);
  const weights = machine.subarray(0, GATE_SIZE);
  const scale = weights.reduce((top, w) => Math.max(top, Math.abs(w)), 0) / 127;
  return {
    header: { scale, bias: machine[GATE_SIZE]!, threshold },
    table: Int8Array.from(weights, (w) => Math.round(w / scale)),
  };
}
