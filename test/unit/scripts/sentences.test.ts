import { describe, expect, it } from 'vitest';
import { ownExample, type OwnSentence } from '../../../scripts/train/clauses.ts';
import { Classifier } from '../../../src/engine/classify/index.ts';
import { loadSegmenter } from '../../../src/engine/segment/node.ts';

describe('own sentences', () => {
  it('are left out with the agreement that they say in other words, if there is one', () => {
    const classifier = new Classifier(loadSegmenter());
    const foldOf = (like?: string): number => {
      const sentence: OwnSentence = { text: '我们会致电您的紧急联系人。', labels: [['contact-reach', 'grants']] };
      const folds = new Map([['a.txt', 3]]);
      return ownExample({ ...sentence, ...(like && { like }) }, 'x.jsonl', folds, classifier).fold;
    };
    expect(foldOf('a.txt')).toBe(3);
    expect([foldOf('b.txt'), foldOf()]).toEqual([-1, -1]);
  });

  it('are read with their lead-in', () => {
    const sentence: OwnSentence = { text: '（1）您的亲友；', lead: '逾期后，我们有权联系：', labels: [] };
    const { glance } = ownExample(sentence, 'x.jsonl', new Map(), new Classifier(loadSegmenter()));
    expect(glance.lead).toContain('有权联系');
    expect(glance.text).toContain('亲友');
  });
});
