import * as fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { toCsv } from '../../../src/report/csv.ts';
import { UI_LANGUAGES, type UiLanguage } from '../../../src/ui/i18n.ts';
import { lawTitle } from '../../../src/ui/words.ts';
import { anyReport, fixture, FIXTURES } from './reports.ts';

const COLUMNS = 12;
const QUOTE = 6;
const zone = { timeZone: 'Asia/Shanghai' };

function parse(csv: string): string[][] {
  expect(csv.startsWith('\ufeff')).toBe(true);
  const { data, errors } = Papa.parse<string[]>(csv.slice(1), { delimiter: ',', newline: '\r\n' });
  expect(errors).toEqual([]);
  // The file ends with a line break, after which the parser sees one empty row.
  expect(data.pop()).toEqual(['']);
  return data;
}

/** What a cell holds once the guards against formulas and dates are taken off. */
const bare = (cell: string | undefined) => (cell ?? '').replace(/^(?:'|§ )/, '');

const clauseRows = (rows: string[][]) => rows.filter((row) => /^\d+$/.test(row[2] ?? ''));

describe('CSV', () => {
  it.each(FIXTURES.flatMap(({ name }) => UI_LANGUAGES.map((language): [string, UiLanguage] => [name, language])))(
    '%s in %s is one table that holds every clause',
    (name, language) => {
      const { report } = fixture(name);
      const rows = parse(toCsv([report], { language, ...zone }));
      for (const row of rows) expect(row).toHaveLength(COLUMNS);
      const clauses = clauseRows(rows).toSorted((a, b) => Number(a[2]) - Number(b[2]));
      expect(clauses).toHaveLength(report.findings.length);
      report.findings.forEach((finding, i) => {
        expect(clauses[i]?.[2]).toBe(String(i + 1));
        for (const law of finding.laws) expect(clauses[i]?.[8]).toContain(lawTitle(language, law));
        expect(bare(clauses[i]?.[QUOTE])).toBe(finding.quote.replace(/(?!\n)\p{Cc}/gu, '\ufffd'));
      });
    },
  );

  it('carries facts, answers, contradictions, gaps and unread parts', () => {
    const { report } = fixture('loan');
    const dated = { ...report, checkedAt: '2026-11-21T12:41:00.000Z', sha256: 'ab'.repeat(32) };
    const rows = parse(toCsv([dated], { language: 'en', ...zone }));
    const fact = (item: string) => rows.find((row) => row[1] === 'Document' && row[3] === item)?.[7];
    expect(fact('Address')).toBe(report.url);
    expect(fact('Document')).toBe(report.title);
    expect(fact('Checked at')).toBe('2026-11-21 20:41 GMT+8');
    expect(fact('SHA-256 of the text')).toBe('ab'.repeat(32));
    expect(fact('Lender')).toBe('云山市星河小额贷款有限公司 (Micro-loan company)');
    const of = (section: string) => rows.filter((row) => row[1] === section);
    expect(of('Five questions').map((row) => row[4])).toEqual([
      'Yes',
      'Yes',
      'Contradictory',
      'Contradictory',
      'Hardly',
    ]);
    expect(of('Five questions')[0]?.[10]).toBe('#12 #2 #4');
    expect(of('Where it contradicts itself').map((row) => row[10])).toEqual(['#8 #13', '#7 #11']);
    expect(of('What is missing')).toHaveLength(2);
    expect(of('What could not be checked').map((row) => row[5])).toEqual(report.unread?.map((part) => part.where));
  });

  it('separates records by CRLF and keeps line breaks of a quote inside its cell', () => {
    const csv = toCsv([fixture('hostile').report], { language: 'zh-CN' });
    expect(csv.endsWith('\r\n')).toBe(true);
    const outside = csv.replace(/"(?:[^"]|"")*"/g, '');
    expect(outside.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(parse(csv).some((row) => row[QUOTE]?.includes('\n'))).toBe(true);
  });

  it('keeps what a spreadsheet would take for a number or a date as text', () => {
    const rows = clauseRows(parse(toCsv([fixture('hostile').report], { language: 'en' })));
    expect(rows.map((row) => row[5])).toEqual(expect.arrayContaining(['§ 3.10', '§ 1-2', "'=1"]));
  });

  it('cuts a cell that Excel cannot hold, and says so', () => {
    const { report } = fixture('loan');
    const findings = report.findings.map((finding, i) =>
      i === 0 ? { ...finding, quote: '借'.repeat(200_000) } : finding,
    );
    const cell = clauseRows(parse(toCsv([{ ...report, findings }], { language: 'en' })))[0]?.[QUOTE] ?? '';
    expect(cell.length).toBeLessThan(32_767);
    expect(cell).toMatch(/^借{32000}… .*JSON/);
  });

  it('runs no formula and loses no word, whatever the agreement says', () => {
    fc.assert(
      fc.property(anyReport, fc.constantFrom(...UI_LANGUAGES), (report, language) => {
        const rows = parse(toCsv([report], { language }));
        for (const row of rows) {
          expect(row).toHaveLength(COLUMNS);
          for (const cell of row) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠\t\r]/);
        }
        const quotes = clauseRows(rows).map((row) => bare(row[QUOTE]));
        expect(quotes.toSorted()).toEqual(report.findings.map((f) => bare(f.quote.trim())).toSorted());
      }),
    );
  });
});
