import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { units, unitsOf } from '../../../src/engine/parse/units.ts';

const cut = (text: string): string[] => units(text).map(([start, end]) => text.slice(start, end));

describe('units', () => {
  it.each([
    ['您同意。我们可以！是吗？', ['您同意。', '我们可以！', '是吗？']],
    ['您说“同意。”然后借款；好', ['您说“同意。”', '然后借款；', '好']],
    ['第一行\n第二行\n\n第三行', ['第一行', '第二行', '第三行']],
    ['一行\r\n两行', ['一行\r', '两行']],
    ['  \n\t\n。', ['。']],
    ['姓名、电话，住址', ['姓名、电话，住址']],
    ['We call. You agree! ok? yes; no', ['We call.', ' You agree!', ' ok?', ' yes;', ' no']],
    ['We call. you agree', ['We call. you agree']],
    ['1. Consent', ['1.', ' Consent']],
    ['It is "here." Then (A) leaves.) Next', ['It is "here."', ' Then (A) leaves.)', ' Next']],
    ['Rate is 3.5 and e.g. this', ['Rate is 3.5 and e.g. this']],
    ['1.您同意', ['1.您同意']],
    ['好（是。）】走', ['好（是。）】', '走']],
    ['', []],
  ])('%j', (text, expected) => {
    expect(cut(text)).toEqual(expected);
  });

  it('are in order, do not overlap and leave only white space and line breaks out', () => {
    const piece = fc.constantFrom('您', '。', '；', '\n', ' ', '.', 'A', 'a', '”', ')', '! ', '\r', '\ud800');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        let reached = 0;
        for (const [start, end] of units(text)) {
          expect(start).toBeGreaterThanOrEqual(reached);
          expect(text.slice(reached, start).trim()).toBe('');
          expect(text.slice(start, end).trim()).not.toBe('');
          reached = end;
        }
        expect(text.slice(reached).trim()).toBe('');
      }),
      { numRuns: 500 },
    );
  });
});

describe('unitsOf', () => {
  const all: [number, number][] = [
    [0, 10],
    [10, 14],
    [14, 30],
  ];

  it.each([
    [[0, 10], [0]],
    [[2, 6], [0]],
    [
      [0, 14],
      [0, 1],
    ],
    [[9, 13], [1]],
    [[30, 40], []],
  ] as const)('%j stands for %j', (span, expected) => {
    expect(unitsOf(span, all)).toEqual(expected);
  });
});
