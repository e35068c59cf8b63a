/** Reports to export: those of `test/fixtures/reports`, and arbitrary ones with hostile words in every text. */
import fs from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { CATEGORIES, type Finding, type Report, type Text } from '../../../src/types.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../fixtures/reports');

export interface ReportFixture {
  name: string;
  text: string;
  report: Report;
}

export const FIXTURES: ReportFixture[] = fs
  .readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json'))
  .map(readFixture);

function readFixture(file: string): ReportFixture {
  const { text, report }: { text: string; report: Report } = JSON.parse(
    fs.readFileSync(path.join(FOLDER, file), 'utf8'),
  );
  return { name: path.basename(file, '.json'), text, report };
}

export function fixture(name: string): ReportFixture {
  const found = FIXTURES.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no fixture ${name}`);
  return found;
}

/** Pieces that mean something to a spreadsheet, to Markdown or to HTML. */
const PIECES = [
  '=1+1',
  '+',
  '-',
  '@SUM(A1)',
  '＝',
  '＋',
  '－',
  '＠',
  '"',
  '""',
  ',',
  ';',
  '\t',
  '\n',
  "'",
  '3.10',
  '1-2',
  '|',

  '# ',
  '- ',
  '1. ',
  '1) ',
  '> ',
  '```',
  '~~~',
  '---',
  '===',
  '***',
  '*a*',
  '_b_',
  '~~c~~',
  '[x](javascript:1)',
  '![',

  '<script>alert(1)</script>',
  '</style>',
  '<img src=x onerror=1>',
  '<!--',
  '-->',
  ']]>',
  '&lt;',
  '&#60;',
  '&amp',
  '<b',

  'http://evil.example',
  'www.evil.example',
  'a@evil.example',
  'mailto:a@evil.example',
  '<http://evil.example>',

  '\\',
  '\\\\',
  '`',
  '[^1]',
  '[^1]: x',
  '[x]: /y',
  '- [ ] ',
  '    ',
  '  ',
  ' ',
  '条款',
  '第三条',
  '联系您的家人',
  '𠮷',
  '😀',
];

/** Words without control characters or lone surrogates, so that they come back from an export as they went in. */
const hostile: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'grapheme', maxLength: 6 })), {
    minLength: 1,
    maxLength: 8,
  })
  .map((pieces) => pieces.join('').replace(/(?![\t\n])\p{Cc}/gu, ''))
  .filter((text) => text.isWellFormed() && text.trim() !== '');

const text: fc.Arbitrary<Text> = fc.record({ zh: hostile, en: hostile });

const finding: fc.Arbitrary<Finding> = fc.record({
  category: fc.constantFrom(...CATEGORIES),
  group: fc.constantFrom('people', 'sharing', 'consent'),
  effect: fc.constantFrom('grants', 'limits'),
  severity: fc.constantFrom(1, 2, 3),
  confidence: fc.double({ min: 0, max: 1, noNaN: true }),
  start: fc.nat(),
  end: fc.nat(),
  quote: hostile,
  clause: fc.array(hostile, { maxLength: 2 }),
  frame: fc.constant({}),
  why: text,
  laws: fc.array(
    fc.record(
      { id: hostile, name: text, article: hostile, inForce: hostile, level: text, binds: text, plain: text },
      { requiredKeys: ['id', 'name', 'level', 'binds', 'plain'] },
    ),
    { maxLength: 2 },
  ),
  todo: text,
});

const LOAN = fixture('loan').report;

/** A report with at least one finding, whose every text is hostile. */
export const anyReport: fc.Arbitrary<Report> = fc
  .record({
    findings: fc.array(finding, { minLength: 1, maxLength: 4 }),
    words: fc.array(hostile, { minLength: 4, maxLength: 4 }),
    url: fc.oneof(
      hostile,
      hostile.map((end) => `https://a.example/?${end}`),
    ),
    texts: fc.tuple(text, text, text),
  })
  .map(hostileReport);

interface Hostile {
  findings: Finding[];
  words: string[];
  url: string;
  texts: [Text, Text, Text];
}

function hostileReport({ findings, words, url, texts }: Hostile): Report {
  const [title = '', lender = '', where = '', file = ''] = words;
  const [said, other, missing] = texts;
  return {
    ...LOAN,
    title,
    url,
    file,
    platform: { id: 'x', name: other, lender, lenderType: 'unknown' },
    findings,
    answers: Array.from(LOAN.answers, (answer) => ({ ...answer, text: said, evidence: [0] })),
    contradictions: [{ promise: 0, grant: 0, text: said }],
    missing: [{ id: 'x', text: missing }],
    unread: [{ reason: 'canvas', where }],
  };
}

/** Runs of white space as one space: what a reader of Markdown or HTML sees. */
export function collapsed(value: string): string {
  return value.replace(/\s+/g, ' ').trim();
}
