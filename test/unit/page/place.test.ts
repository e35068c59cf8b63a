import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { around, type Box, overlap, placeMark, placeNote } from '../../../src/page/beside/place.ts';

const box = (x: number, y: number, width: number, height: number): Box => ({ x, y, width, height });
const view = { width: 360, height: 640 };
const name = box(100, 300, 80, 14);
const row = box(20, 296, 320, 22);

describe('a mark', () => {
  test('stands right after a name that nothing follows', () => {
    const { box: at } = placeMark(name, row, [name], view, false);
    expect(at.x).toBe(181);
    expect(at.y + at.height / 2).toBe(307);
    expect(at.width).toBe(18);
  });

  test('goes above the end of a name that another follows at once', () => {
    const next = box(182, 300, 80, 14);
    const { box: at } = placeMark(name, row, [name, next], view, false);
    expect(overlap(at, next) + overlap(at, name)).toBe(0);
    expect(at.y + at.height).toBeLessThanOrEqual(300);
  });

  test('goes below where a line stands above', () => {
    const next = box(182, 300, 80, 14);
    const above = box(20, 278, 320, 16);
    const { box: at } = placeMark(name, row, [name, next, above], view, false);
    expect(at.y).toBeGreaterThanOrEqual(314);
  });

  test('takes clicks only where nothing else does', () => {
    const link = box(202, 300, 60, 14);
    const { box: at, reach } = placeMark(name, row, [name, link], view, false);
    expect(
      overlap({ x: at.x - reach, y: at.y - reach, width: at.width + 2 * reach, height: at.height + 2 * reach }, link),
    ).toBe(0);
    // Nothing near: a full target for the finger.
    const alone = placeMark(name, row, [], view, true);
    expect(alone.box.width + 2 * alone.reach).toBe(44);
  });

  test('covers no ink wherever there is a free place to take', () => {
    const boxes = fc.record({
      x: fc.integer({ min: 0, max: 340 }),
      y: fc.integer({ min: 200, max: 400 }),
      width: fc.integer({ min: 1, max: 60 }),
      height: fc.integer({ min: 10, max: 16 }),
    });
    fc.assert(
      fc.property(fc.array(boxes, { maxLength: 6 }), (ink) => {
        const { box: at, reach } = placeMark(name, row, [name, ...ink], view, false);
        expect(at.x).toBeGreaterThanOrEqual(0);
        expect(at.x + at.width).toBeLessThanOrEqual(view.width);
        if (reach > 0) {
          const wide = { x: at.x - reach, y: at.y - reach, width: at.width + 2 * reach, height: at.height + 2 * reach };
          for (const each of ink) expect(overlap(wide, each)).toBe(0);
        }
        const after = box(181, 298, 18, 18);
        if (ink.every((each) => overlap(after, each) === 0))
          expect(ink.reduce((sum, each) => sum + overlap(at, each), 0)).toBe(0);
      }),
    );
  });
});

describe('a note', () => {
  const size = { width: 300, height: 70 };

  test('stands below its row, or above it, and off the button', () => {
    expect(placeNote(size, row, [row], [], view)?.y).toBe(324);
    const button = box(20, 330, 320, 44);
    const at = placeNote(size, row, [row, button], [], view)!;
    expect(overlap(at, button) + overlap(at, row)).toBe(0);
  });

  test('is never put where it covers what must be seen, nor outside the window', () => {
    const boxes = fc.record({
      x: fc.integer({ min: 0, max: 300 }),
      y: fc.integer({ min: 0, max: 600 }),
      width: fc.integer({ min: 1, max: 200 }),
      height: fc.integer({ min: 1, max: 80 }),
    });
    fc.assert(
      fc.property(boxes, fc.array(boxes, { maxLength: 8 }), (anchor, keep) => {
        const at = placeNote(size, anchor, [anchor, ...keep], [], view);
        if (!at) return;
        for (const each of [anchor, ...keep]) expect(overlap(at, each)).toBe(0);
        expect(at.x >= 0 && at.y >= 0 && at.x + at.width <= view.width && at.y + at.height <= view.height).toBe(true);
      }),
    );
  });

  test('is not shown where there is no room', () => {
    expect(placeNote(size, row, [box(0, 0, 360, 640)], [], view)).toBeNull();
  });
});

test('the box around none is none', () => {
  expect(around([])).toBeUndefined();
  expect(around([box(0, 0, 1, 1), box(5, 6, 1, 1)])).toEqual(box(0, 0, 6, 7));
});
