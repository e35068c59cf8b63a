/** Texts far larger than any agreement: read whole, in pieces where a sentence has no end, and in linear time. */
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../../src/engine/index.ts';
import { normalize } from '../../../src/engine/normalize/index.ts';
import { parse } from '../../../src/engine/parse/index.ts';
import { loadSegmenter } from '../../../src/engine/segment/node.ts';
import type { Report } from '../../../src/types.ts';

const engine = createEngine(loadSegmenter());
const ZH = '如您逾期未还款，您同意我们联系您的紧急联系人、家人和朋友，并向其披露您的欠款信息，不得骚扰无关第三方，';
const EN =
  'if you do not repay on time you agree that we may contact your emergency contacts and your family members, ';
/** UTF-16 units a finding quotes at most. */
const LONGEST = 2000;

function fill(words: string, length: number): string {
  return words.repeat(Math.ceil(length / words.length)).slice(0, length);
}

function expectWhole(text: string, report: Report): void {
  expect(report.chars).toBe(text.length);
  for (const { start, end, quote } of report.findings) expect(text.slice(start, end)).toBe(quote);
}

describe('one sentence of 200,000 characters', () => {
  it.each([
    ['Chinese', ZH],
    ['Chinese without commas', ZH.replaceAll(/[，、]/g, '')],
    ['English', EN],
  ])('finds clauses from its beginning to its end: %s', (_, words) => {
    const text = fill(words, 200_000);
    const report = engine.analyze(text);
    expectWhole(text, report);
    const reach = report.findings.filter((f) => f.category === 'contact-reach');
    expect(reach[0]!.start).toBe(0);
    expect(reach.at(-1)!.end).toBeGreaterThan(text.length - 2 * LONGEST);
    for (const { quote } of reach) expect(quote.length).toBeLessThanOrEqual(LONGEST);
  });

  it.each([
    ['no marks', '联系'],
    ['nothing but negations', '不，'],
    ['nothing but brackets', '（以下简称“'],
    ['nothing but companies', '有限公司'],
    ['English without blanks', EN.replaceAll(/[ ,]/g, '')],
    ['one letter', 'a'],
    ['blanks', ' '],
  ])('is read through: %s', (_, words) => {
    const text = fill(words, 200_000);
    expectWhole(text, engine.analyze(text));
  });

  it('is cut behind commas into pieces that make up the whole', () => {
    const text = fill(ZH, 200_000);
    const { sentences } = parse(text, normalize(text));
    expect(sentences.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
    for (const { text: piece } of sentences.slice(0, -1)) expect(piece).toMatch(/[，、]$/);
  });

  it('is cut between characters where it has no comma', () => {
    const text = fill('𠮷', 10_000);
    const { sentences } = parse(text, normalize(text));
    expect(sentences.map((s) => text.slice(s.start, s.end)).join('')).toBe(text);
    for (const { start, end } of sentences) expect(text.slice(start, end).isWellFormed()).toBe(true);
  });
});

describe('5 MB', () => {
  /** Mostly clauses that say nothing of interest, no two alike. */
  function agreement(lines: string[]): string {
    let text = '';
    for (let i = 0; text.length < 5_000_000; i++) text += `${(i % 40) + 1}. ${lines[i % lines.length]}（${i}）\n`;
    return text;
  }

  it('is read in Chinese', () => {
    const text = agreement([
      '您可以在还款日之前随时查看剩余应还的金额和每一期的账单。',
      '我们会采用加密技术保护您的个人信息，并定期检查系统的安全。',
      '本合同自双方签署之日起生效，未尽事宜由双方另行协商。',
      '您同意我们在您逾期时联系您的紧急联系人。',
    ]);
    const report = engine.analyze(text);
    expectWhole(text, report);
    const reach = report.findings.filter((f) => f.category === 'contact-reach');
    expect(reach.length).toBe(text.split('联系您的紧急联系人').length - 1);
  }, 60_000);

  it('is read in English', () => {
    const text = agreement([
      'You can view your remaining balance and every instalment at any time before it is due.',
      'This agreement takes effect on the day on which both parties have signed it.',
      'We keep our systems safe and review them every year.',
      'If you fall behind, we may call your emergency contacts.',
    ]).replaceAll(/（(\d+)）/g, ' ($1)');
    const report = engine.analyze(text);
    expectWhole(text, report);
    expect(report.findings.filter((f) => f.category === 'contact-reach').length).toBeGreaterThan(1000);
  }, 60_000);
});
