import { describe, expect, it } from 'vitest';
import { createEngine } from '../../../src/engine/index.ts';
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
