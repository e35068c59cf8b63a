/** Each rule's own examples, run through the whole engine: quote and effect exactly, in order. */
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../../src/engine/index.ts';
import { loadSegmenter } from '../../../src/engine/segment/node.ts';
import { RULES } from '../../../src/rules/index.ts';
import { CATEGORIES } from '../../../src/types.ts';

const engine = createEngine(loadSegmenter());

describe('rules', () => {
  it('are one a category, in the order of the categories', () => {
    expect(RULES.map((rule) => rule.id)).toEqual([...CATEGORIES]);
  });
});

describe.each(RULES)('$id', (rule) => {
  it('has words for people in both languages', () => {
    const { name, why, todo } = rule;
    for (const text of [name, why.grants, why.limits, todo.grants, todo.limits]) {
      expect(text.zh.trim()).not.toBe('');
      expect(text.en.trim()).not.toBe('');
      expect(text.zh).not.toMatch(/[!！]/);
      expect(text.en).not.toMatch(/!/);
    }
  });

  it('names each pattern once', () => {
    const ids = rule.patterns.map((pattern) => pattern.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has at least 15 examples, true and false positives both', () => {
    expect(rule.examples.length).toBeGreaterThanOrEqual(15);
    const negatives = rule.examples.filter((example) => example.finds.length === 0).length;
    expect(negatives).toBeGreaterThanOrEqual(5);
    expect(negatives).toBeLessThan(rule.examples.length);
  });

  it.each(rule.examples)('$text', ({ text, finds }) => {
    for (const { quote } of finds) expect(text).toContain(quote);
    const found = engine
      .analyze(text)
      .findings.filter((finding) => finding.category === rule.id)
      .map(({ quote, effect }) => ({ quote, effect }));
    expect(found).toEqual(finds);
  });
});
