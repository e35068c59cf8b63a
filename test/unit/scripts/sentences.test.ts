import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ownExample, type OwnSentence } from '../../../scripts/train/clauses.ts';
import { Classifier } from '../../../src/engine/classify/index.ts';
import { loadSegmenter } from '../../../src/engine/segment/node.ts';
import { CATEGORIES } from '../../../src/types.ts';

const FOLDER = new URL('../../../scripts/train/sentences/', import.meta.url);

describe('own sentences', () => {
  it.each(readdirSync(FOLDER))('%s: texts, and labels that exist', (file) => {
    const lines = readFileSync(new URL(file, FOLDER), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as OwnSentence);
    const faulty = lines.filter(
      ({ text, lead, heading, like, labels }) =>
        text.trim() === '' ||
        [lead, heading, like].some((part) => part === '') ||
        labels.some(
          ([category, effect]) =>
            !CATEGORIES.includes(category) ||
            !['grants', 'limits'].includes(effect) ||
            (category.startsWith('consent-') && effect === 'limits'),
        ) ||
        new Set(labels.map((label) => label.join())).size < labels.length,
    );
    expect(faulty).toEqual([]);
  });

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
