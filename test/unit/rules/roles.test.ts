import { describe, expect, it } from 'vitest';
import { Classifier } from '../../../src/engine/classify/index.ts';
import { createEngine } from '../../../src/engine/index.ts';
import { normalize } from '../../../src/engine/normalize/index.ts';
import { parse } from '../../../src/engine/parse/index.ts';
import { loadSegmenter } from '../../../src/engine/segment/node.ts';

describe('who is who among the parties', () => {
  const engine = createEngine(loadSegmenter());
  const promise = '乙方不得联系甲方以外的任何人催收欠款。';

  it.each([
    ['a title at the end of the line before is the other party’s', '甲方：您，即使用本服务的用户\n乙方：海角示例银行'],
    ['a title in brackets', '甲方（借款人）：张三\n乙方（贷款人）：海角示例银行'],
  ])('%s', (_, parties) => {
    const { findings } = engine.analyze(`${parties}\n第三条 催收\n${promise}`);
    expect(findings.map(({ category, effect, quote }) => [category, effect, quote])).toEqual([
      ['contact-reach', 'limits', promise],
    ]);
  });

  it('hears no promise where the party that must not is the reader', () => {
    const { findings } = engine.analyze(`甲方：海角示例银行\n乙方（借款人）：张三\n第三条 催收\n${promise}`);
    expect(findings.filter(({ effect }) => effect === 'limits')).toEqual([]);
  });
});

describe('terms that a document defines', () => {
  const classifier = new Classifier(loadSegmenter());
  const termsOf = (text: string): string => classifier.read(parse(text, normalize(text)), '').roles.key;

  it.each([
    ['We speak of companies of our group (together "Sunlit Partners").', 'sunlit partners:AFFILIATE'],
    ['We may hire collection agencies ("Field Agents").', 'field agents:COLLECTOR'],
    ['Example Credit Limited ("Example Credit")', 'example credit:PLATFORM'],
    ['向审核您申请的合作机构（以下简称“资方”）提供资料。', '资方:PARTNER'],
  ])('%s', (text, expected) => {
    expect(termsOf(text)).toBe(expected);
  });

  it.each([
    // The letters of "son" stand in "personal".
    'You apply for a personal loan ("Request").',
    'The sum advanced by our lending partners (the "Facility").',
    '乙方向出借人申请的借款（以下简称“标的借款”）。',
    'This agreement is made by Example Trade Limited (the "Borrower").',
    '示例贸易有限公司（以下简称“借款人”）',
  ])('are no one where they are a thing or the reader: %s', (text) => {
    expect(termsOf(text)).toBe('');
  });
});
