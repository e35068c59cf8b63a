import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import words from '../../../dict/words.json' with { type: 'json' };
import { normalize } from '../../../src/engine/normalize/index.ts';
import { parse } from '../../../src/engine/parse/index.ts';
import type { Sentence } from '../../../src/engine/pipeline.ts';
import { createSegmenter } from '../../../src/engine/segment/jieba.ts';
import { tokens } from '../../../src/engine/segment/index.ts';
import { loadSegmenter } from '../../../src/engine/segment/node.ts';
import { Together } from '../../../src/engine/segment/together.ts';

const segmenter = loadSegmenter();

function sentence(raw: string): Sentence {
  const first = parse(raw, normalize(raw)).sentences[0];
  if (!first) throw new Error('no sentence');
  return first;
}

describe('texts cut together', () => {
  it('have the words they have alone, whatever they begin and end with', () => {
    const unit = fc.constantFrom(...'通讯录紧急联系人第三方，。（ \t\r\n\u3000\u2028a1%.-\ud83d\ude00'.split(''));
    fc.assert(
      fc.property(fc.array(fc.string({ unit, maxLength: 8 })), (texts) => {
        const together = new Together(segmenter);
        together.prepare(texts);
        for (const text of texts) expect(together.cut(text)).toEqual(segmenter.cut(text));
      }),
    );
  });
});

describe('jieba', () => {
  it.each([
    ['您可以联系人工客服', ['联系', '人工客服']],
    ['企业通讯录仅供同事使用', ['企业通讯录']],
    ['紧急联系人的通话记录', ['紧急联系人', '通话记录']],
    ['骑行共享单车', ['共享单车']],
    ['向合作机构与关联公司提供', ['合作机构', '关联公司']],
  ])('keeps the words of %s whole', (text, expected) => {
    expect(segmenter.cut(text)).toEqual(expect.arrayContaining(expected));
  });

  it('keeps every user word whole', () => {
    const broken = words.map((entry) => entry.split(' ')[0] ?? '').filter((word) => segmenter.cut(word).length !== 1);
    expect(broken).toEqual([]);
  });

  it('gives back any well-formed text, and lone surrogates as as many U+FFFD', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        expect(segmenter.cut(text).join('')).toBe(text.toWellFormed());
        expect(segmenter.cut(text).join('')).toHaveLength(text.length);
      }),
      { numRuns: 300 },
    );
    expect(segmenter.cut('您\ud800好\udc00').join('')).toBe('您\ufffd好\ufffd');
  });

  it('hands a frequency on as it stands', () => {
    const given: string[] = [];
    createSegmenter({ cut: (text) => [text], with_dict: (dict) => void given.push(dict) });
    expect(given.join('\n').split('\n')).toHaveLength(words.length);
    expect(given.join('\n')).toMatch(/^(?:\S+ [1-9][0-9]*(?:\n|$))+$/);
  });
});

describe('tokens', () => {
  it('fill a Chinese sentence without gaps', () => {
    const s = sentence('（1）我们会联系您的紧急联系人，并读取APP 内的通讯录。');
    const found = tokens(s, segmenter);
    expect(found.map((t) => t.text).join('')).toBe(s.text);
    let reached = 0;
    for (const token of found) {
      expect(token.start).toBe(reached);
      expect(s.text.slice(token.start, token.end)).toBe(token.text);
      expect(token.norm).toBe(token.text);
      reached = token.end;
    }
    expect(reached).toBe(s.text.length);
  });

  it('give English words their dictionary form and contractions their parts', () => {
    const s = sentence("We won't share your contacts with third parties, unless you've agreed.");
    const found = tokens(s, segmenter);
    expect(found.map((t) => t.norm)).toEqual([
      'we',
      'will',
      'not',
      'share',
      'your',
      'contact',
      'with',
      'third',
      'party',
      'unless',
      'you',
      'have',
      'agree',
    ]);
    expect(found.map((t) => s.text.slice(t.start, t.end))).toEqual(found.map((t) => t.text));
    expect(found.filter((t) => t.text === "won't").map((t) => t.norm)).toEqual(['will', 'not']);
  });

  it('give possessives their owner', () => {
    const s = sentence("we may tell the borrower's friends and your relatives' employers.");
    expect(tokens(s, segmenter).map((t) => t.norm)).toEqual(
      expect.arrayContaining(['borrower', 'friend', 'relative', 'employer']),
    );
  });

  it('lie in order inside any English sentence', () => {
    const word = fc.constantFrom(
      "don't",
      'e.g.',
      'third-party',
      'contacts',
      "lender's",
      '(the',
      '"you")',
      'a/b',
      '$5,000',
      'and',
      ',',
      '—',
      'x_y',
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 15 }), (parts) => {
        const text = parts.join(' ').toLowerCase();
        const s: Sentence = { ...sentence('we call.'), text };
        let reached = 0;
        for (const token of tokens(s, segmenter)) {
          expect(s.text.slice(token.start, token.end)).toBe(token.text);
          expect(token.norm).not.toBe('');
          expect(token.start).toBeGreaterThanOrEqual(reached);
          reached = token.start;
        }
      }),
      { numRuns: 200 },
    );
  });
});
