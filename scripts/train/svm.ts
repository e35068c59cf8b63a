/** L2-loss linear support vector machine by dual coordinate descent (Hsieh et al. 2008), deterministic for a seed. */

/** A sparse row: feature indices and their values. */
export interface Row {
  index: Int32Array;
  value: Float32Array;
}

export interface SvmOptions {
  /** Price of an error. */
  c: number;
  /** Factor on `c` for positive rows. */
  positive: number;
  epochs: number;
  seed: number;
}

/** A small seeded generator (mulberry32). */
function random(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * @param share factor on the price of an error, by row
 * @returns weights; the last one is the bias
 */
export function train(
  rows: readonly Row[],
  positive: readonly boolean[],
  size: number,
  options: SvmOptions,
  share: readonly number[] = rows.map(() => 1),
): Float64Array {
  const { c, epochs, seed } = options;
  const weights = new Float64Array(size + 1);
  const alpha = new Float64Array(rows.length);
  const square = Float64Array.from(rows, (row) => row.value.reduce((sum, v) => sum + v * v, 1));
  const order = Array.from(rows, (_, i) => i);
  const next = random(seed);
  // Rows far on the right side seldom come back: they are looked at in every fourth round only.
  const idle = new Uint8Array(rows.length);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    let worst = 0;
    const everyRow = epoch % 4 === 0;
    for (const i of order) {
      if (idle[i] && !everyRow) continue;
      const { index, value } = rows[i]!;
      const y = positive[i] ? 1 : -1;
      const damp = 0.5 / (share[i]! * (positive[i] ? c * options.positive : c));
      const gradient = y * margin(weights, rows[i]!) - 1 + damp * alpha[i]!;
      const projected = alpha[i] === 0 ? Math.min(gradient, 0) : gradient;
      worst = Math.max(worst, Math.abs(projected));
      idle[i] = alpha[i] === 0 && gradient > 0.2 ? 1 : 0;
      if (Math.abs(projected) < 1e-10) continue;
      const updated = Math.max(alpha[i]! - gradient / (square[i]! + damp), 0);
      const step = (updated - alpha[i]!) * y;
      alpha[i] = updated;
      for (let k = 0; k < index.length; k++) weights[index[k]!]! += step * value[k]!;
      weights[size]! += step;
    }
    if (worst < 0.02 && everyRow) break;
  }
  return weights;
}

export function margin(weights: Float64Array, row: Row): number {
  let sum = weights.at(-1)!;
  for (let k = 0; k < row.index.length; k++) sum += weights[row.index[k]!]! * row.value[k]!;
  return sum;
}

/** Platt scaling: `[a, b]` of probability = 1 / (1 + exp(a · margin + b)), by Newton's method with damped targets. */
export function platt(margins: readonly number[], positive: readonly boolean[]): [number, number] {
  const plus = positive.filter(Boolean).length;
  const minus = positive.length - plus;
  const high = (plus + 1) / (plus + 2);
  const low = 1 / (minus + 2);
  let a = 0;
  let b = Math.log((minus + 1) / (plus + 1));
  for (let round = 0; round < 100; round++) {
    let h11 = 1e-9;
    let h22 = 1e-9;
    let h21 = 0;
    let g1 = 0;
    let g2 = 0;
    margins.forEach((m, i) => {
      const p = 1 / (1 + Math.exp(a * m + b));
      const d = (positive[i] ? high : low) - p;
      const w = p * (1 - p);
      h11 += m * m * w;
      h22 += w;
      h21 += m * w;
      g1 += m * d;
      g2 += d;
    });
    if (Math.abs(g1) < 1e-6 && Math.abs(g2) < 1e-6) break;
    const determinant = h11 * h22 - h21 * h21;
    const limit = (x: number): number => Math.max(-1, Math.min(1, x));
    a -= limit((h22 * g1 - h21 * g2) / determinant);
    b -= limit((h11 * g2 - h21 * g1) / determinant);
  }
  return [a, b];
}

/**
 * The threshold with the best F1; with `slack`, the highest of those whose F1 is within it of the best: where the curve is
 * flat its highest point is chance, and a reader is better served by fewer findings that are right more often.
 */
export function bestThreshold(margins: readonly number[], positive: readonly boolean[], slack = 0): number {
  const order = margins.map((_, i) => i).sort((i, j) => margins[j]! - margins[i]!);
  const total = positive.filter(Boolean).length;
  let hits = 0;
  const f1 = order.map((i, taken) => {
    if (positive[i]) hits++;
    return (2 * hits) / (taken + 1 + total);
  });
  const best = f1.reduce((a, b) => Math.max(a, b), 0);
  const at = f1.findIndex((f) => f >= best - slack);
  const [last, next] = [margins[order[at]!]!, margins[order[at + 1]!]];
  return next === undefined ? last : (last + next) / 2;
}
