/** A page and the documents it asks to accept, written out together, each format parsed back. */
import * as fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import Papa from 'papaparse';
import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { toCsv } from '../../../src/report/csv.ts';
import { toHtml } from '../../../src/report/html.ts';
import { toJson } from '../../../src/report/json.ts';
import { toMarkdown } from '../../../src/report/markdown.ts';
import { type Reports, reportsOf } from '../../../src/report/merge.ts';
import { toText } from '../../../src/report/text.ts';
import type { Report } from '../../../src/types.ts';
import { anyReport, collapsed, fixture } from './reports.ts';
import { attribute, elements, textOf } from './tree.ts';

const options = { language: 'zh-CN', timeZone: 'UTC' } as const;
const page = { ...fixture('none').report, title: '立即申请' };
const terms = { ...fixture('promises').report, title: '用户服务协议' };
const loan = { ...fixture('loan').report, title: '借款合同' };
const left = { reason: 'linked-document', where: '《征信授权书》 https://credit.example/a' } as const;
const reports: Reports = reportsOf(
  [page, terms, loan].map((report) => ({ name: null, report })),
  [left],
);

/** The quotes of a report in the order in which HTML and Markdown write them. */
function quotesOf(report: Report): string[] {
  const both = report.contradictions.flatMap(({ promise, grant }) => [promise, grant]);
  const of = (effect: string) => report.findings.flatMap((f, i) => (f.effect === effect ? i : []));
  return [...both, ...of('grants'), ...of('limits')].map((i) => collapsed(report.findings[i]?.quote ?? ''));
}

const chapters = (all: DefaultTreeAdapterTypes.Element[]) =>
  all.filter(({ tagName }) => tagName === 'h1').map((e) => collapsed(textOf(e)));
const blocks = (all: DefaultTreeAdapterTypes.Element[]) =>
  all.filter(({ tagName }) => tagName === 'blockquote').map((e) => collapsed(textOf(e)));

describe('several reports', () => {
  it('are an array in JSON, one alone is itself', () => {
    expect(JSON.parse(toJson(reports))).toEqual(reports);
    expect(JSON.parse(toJson([loan]))).toEqual(loan);
  });

  it('are one table in CSV, each row with its document, clauses numbered through', () => {
    const { data, errors } = Papa.parse<string[]>(toCsv(reports, options).slice(1).trimEnd());
    expect(errors).toEqual([]);
    const [header, ...rows] = data;
    expect(header?.[0]).toBe('协议');
    expect([...new Set(rows.map(([document]) => document))]).toEqual(['立即申请', '用户服务协议', '借款合同']);
    const clauses = rows.filter((row) => /^\d+$/.test(row[2] ?? ''));
    const count = (document: string) => clauses.filter(([of]) => of === document).length;
    expect([count('用户服务协议'), count('借款合同')]).toEqual([terms.findings.length, loan.findings.length]);
    const numbers = clauses.map((row) => Number(row[2])).toSorted((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, i) => i + 1));
    expect(rows.find((row) => row[5] === left.where)?.[0]).toBe('立即申请');
  });

  it('are chapters in HTML, with a way to each', () => {
    const all = elements(parse(toHtml(reports, options)));
    expect(chapters(all)).toEqual(['协议检查结果', '立即申请', '用户服务协议', '借款合同']);
    expect(blocks(all)).toEqual(reports.flatMap(quotesOf));
    const ids = all.flatMap((e) => attribute(e, 'id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const inside = all
      .flatMap((e) => (e.tagName === 'a' ? (attribute(e, 'href') ?? '') : []))
      .filter((to) => to.startsWith('#'));
    expect(inside).toEqual(['#d1', '#d2', '#d3']);
    for (const to of inside) expect(ids).toContain(to.slice(1));
    expect(all.some((e) => e.tagName === 'li' && textOf(e).includes(left.where))).toBe(true);
  });

  it('are chapters in Markdown', () => {
    const extensions = { extensions: [gfm()], htmlExtensions: [gfmHtml()] };
    const all = elements(parseFragment(micromark(toMarkdown(reports, options), extensions)));
    expect(chapters(all)).toEqual(['协议检查结果', '立即申请', '用户服务协议', '借款合同']);
    expect(blocks(all)).toEqual(reports.flatMap(quotesOf));
  });

  it('are parts of the plain text, and what was not read is named', () => {
    const text = toText(reports, options);
    const at = ['==== 立即申请 ====', left.where, '==== 用户服务协议 ====', '==== 借款合同 ===='].map((part) =>
      text.indexOf(part),
    );
    expect(at).toEqual(at.toSorted((a, b) => a - b));
    expect(at).not.toContain(-1);
  });

  it('keep every quote, whatever they say', () => {
    fc.assert(
      fc.property(anyReport, anyReport, (a, b) => {
        const all = elements(parse(toHtml([a, b], options)));
        expect(blocks(all)).toEqual([a, b].flatMap(quotesOf));
        expect(JSON.parse(toJson([a, b]))).toHaveLength(2);
      }),
      { numRuns: 50 },
    );
  });
});
