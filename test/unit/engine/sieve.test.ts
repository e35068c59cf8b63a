import { describe, expect, it } from 'vitest';
import { Hits } from '../../../src/engine/classify/lexicon.ts';
import { compile } from '../../../src/engine/classify/pattern.ts';
import { type Around, Sieve } from '../../../src/engine/classify/sieve.ts';
import { wordNet } from '../../../src/engine/classify/view.ts';
import { normalize } from '../../../src/engine/normalize/index.ts';
import { RULES } from '../../../src/rules/index.ts';

const all = (sources: string[] | undefined) => (sources ?? []).map(compile);

const PATTERNS = RULES.flatMap((rule, category) =>
  rule.patterns.map((pattern) => ({
    pattern,
    outcome: 2 * category + (pattern.effect === 'grants' ? 0 : 1),
    any: all(pattern.any),
    with: all(pattern.with),
    lead: all(pattern.lead),
  })),
);
const OUTCOMES = 2 * RULES.length;
const EXAMPLES = RULES.flatMap((rule) => rule.examples.map(({ text }) => text));

const languageOf = (text: string): 'zh' | 'en' => (/[\u4e00-\u9fff]/.test(text) ? 'zh' : 'en');

function hitsOf(text: string): Hits {
  const hits = new Hits();
  wordNet().scan(normalize(text).text, languageOf(text), hits);
  return hits;
}

describe('the sieve', () => {
  it('leaves out the patterns of outcomes that are not wanted, and no others', () => {
    const sieve = new Sieve(PATTERNS, EXAMPLES);
    const lead = hitsOf('逾期后,我们可能会联系您的:');
    let left = 0;
    EXAMPLES.forEach((text, i) => {
      const around: Around = { language: languageOf(text), lead: i % 2 ? lead : undefined };
      const hits = hitsOf(text);
      const wanted = Uint8Array.from({ length: OUTCOMES }, (_, outcome) => (outcome % 7 === i % 7 ? 2 : 0));
      const possible = sieve.sift(hits, around).filter((p) => wanted[PATTERNS[p]!.outcome]);
      expect(sieve.sift(hits, around, wanted)).toEqual(possible);
      left += possible.length;
    });
    expect(left).toBeGreaterThan(EXAMPLES.length / 10);
  });
});
