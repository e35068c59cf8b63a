import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/types.ts';
import { verdictWord } from '../../../src/ui/words.ts';

const answer = (verdict: Answer['verdict'], question: Answer['question'] = 'contacts'): Answer => ({
  question,
  verdict,
  text: { zh: '', en: '' },
  evidence: [],
});

describe('verdictWord', () => {
  it('says of a document read in part that only the part read does not say it', () => {
    expect(verdictWord('zh-CN', answer('not-stated'), true)).toBe('读到的部分没有写');
    expect(verdictWord('en', answer('not-stated', 'recipients'), true)).toBe('Not stated in what was read');
  });

  it('lets what was found stand, read in part or whole', () => {
    expect(verdictWord('zh-CN', answer('yes'), true)).toBe(verdictWord('zh-CN', answer('yes')));
    expect(verdictWord('zh-CN', answer('not-stated'))).toBe('没有写');
  });
});
