import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { machinesOf, modelOf } from '../../../scripts/train/space.ts';
import { bestThreshold } from '../../../scripts/train/svm.ts';

const OPTIONS = { c: 1, positive: 1, epochs: 20, seed: 1, minCount: 1 };

/** Bags of two kinds, told apart by one feature each; the others come by chance and say nothing. */
function bags(): { bag: Map<number, number>; positive: boolean }[] {
  return Array.from({ length: 60 }, (_, i) => {
    const positive = i % 3 === 0;
    const bag = new Map([[positive ? 1 : 2, 1]]);
    for (let k = 0; k < 5; k++) bag.set(100 + ((i * 7 + k * 13) % 40), 1);
    return { bag, positive };
  });
}

describe('machines with few weights', () => {
  it.each([2, 10, 1000])('keep no more than %i, and those that tell', async (keep) => {
    const examples = bags();
    const { weights, bias } = await machinesOf(
      examples.map(({ bag }) => bag),
      [examples.map(({ positive }) => positive)],
      { ...OPTIONS, keep },
    );
    expect(weights.size).toBeLessThanOrEqual(keep);
    expect(weights.get(1)![0]!).toBeGreaterThan(0);
    expect(weights.get(2)![0]!).toBeLessThan(0);
    const model = modelOf(['x'], { weights, bias }, 31);
    for (const { bag, positive } of examples) expect(model.marginsOf(bag)[0]! > 0).toBe(positive);
  });

  it('gives labels with more positives more weights', async () => {
    const examples = bags();
    const few = examples.map((_, i) => i % 20 === 0);
    const { weights } = await machinesOf(
      examples.map(({ bag }) => bag),
      [examples.map(({ positive }) => positive), few],
      { ...OPTIONS, keep: 20 },
    );
    const counts = [0, 1].map((label) => [...weights.values()].filter((row) => row[label] !== 0).length);
    expect(counts[0]!).toBeGreaterThan(counts[1]!);
    expect(counts[0]! + counts[1]!).toBeLessThanOrEqual(20);
  });
});

describe('machines that learn from what is not quite alike', () => {
  // Feature 1 says yes in forty far examples and no in ten near ones; feature 2 says no in both, feature 3 yes.
  const examples = [
    ...Array.from({ length: 40 }, () => ({ bag: new Map([[1, 1]]), positive: true, nearness: 0 })),
    ...Array.from({ length: 40 }, () => ({ bag: new Map([[2, 1]]), positive: false, nearness: 0 })),
    ...Array.from({ length: 10 }, () => ({ bag: new Map([[1, 1]]), positive: false, nearness: 1 })),
    ...Array.from({ length: 10 }, () => ({ bag: new Map([[3, 1]]), positive: true, nearness: 1 })),
  ];
  const marginOf = async (feature: number, nearness?: readonly number[]): Promise<number> => {
    const machines = await machinesOf(
      examples.map(({ bag }) => bag),
      [examples.map(({ positive }) => positive)],
      { ...OPTIONS, c: 100, keep: 10, ...(nearness && { nearness }) },
    );
    return modelOf(['x'], machines, 127).marginsOf(new Map([[feature, 1]]))[0]!;
  };
  const nearness = examples.map((e) => e.nearness);

  it('follow the near ones where the two disagree, and the far ones elsewhere', async () => {
    expect(await marginOf(1, nearness)).toBeLessThan(0);
    expect(await marginOf(2, nearness)).toBeLessThan(0);
    expect(await marginOf(3, nearness)).toBeGreaterThan(0);
  });

  it('follow the many where nothing is said of nearness', async () => {
    expect(await marginOf(1)).toBeGreaterThan(0);
    expect(
      await marginOf(
        1,
        examples.map(() => 0),
      ),
    ).toBe(await marginOf(1));
  });
});

describe('the threshold', () => {
  const f1At = (margins: readonly number[], positive: readonly boolean[], threshold: number): number => {
    const taken = margins.flatMap((m, i) => (m > threshold ? [positive[i]!] : []));
    return (2 * taken.filter(Boolean).length) / (taken.length + positive.filter(Boolean).length);
  };
  const cases = fc
    .uniqueArray(fc.tuple(fc.integer({ min: -500, max: 500 }), fc.boolean()), {
      minLength: 2,
      maxLength: 60,
      selector: ([margin]) => margin,
    })
    .filter((rows) => rows.some(([, positive]) => positive));

  it('has the best F1 of all', () => {
    fc.assert(
      fc.property(cases, (rows) => {
        const margins = rows.map(([m]) => m / 100);
        const positive = rows.map(([, p]) => p);
        const best = f1At(margins, positive, bestThreshold(margins, positive) - 1e-9);
        for (const margin of margins) expect(f1At(margins, positive, margin - 1e-9)).toBeLessThanOrEqual(best + 1e-9);
      }),
    );
  });

  it('is the highest of those that are about as good', () => {
    const margins = [0.9, 0.7, 0.5, 0.1, -0.4];
    const positive = [true, true, false, true, false];
    // F1 by what is given: 0.5, 0.8, 0.67, 0.86, 0.75.
    expect(bestThreshold(margins, positive)).toBeCloseTo(-0.15);
    expect(bestThreshold(margins, positive, 0.05)).toBeCloseTo(-0.15);
    expect(bestThreshold(margins, positive, 0.15)).toBeCloseTo(0.6);
    expect(bestThreshold(margins, positive, 0.4)).toBeCloseTo(0.8);
  });
});
