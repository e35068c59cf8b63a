import { type MessageKey, translate, type UiLanguage } from '../ui/i18n.ts';
import type { Reports } from './merge.ts';
import { type Entry, type ExportOptions, type Outline, outlines, references } from './outline.ts';

const COLUMNS = [
  'report.document',
  'report.section',
  'report.number',
  'report.item',
  'report.severity',
  'report.clause',
  'report.quote',
  'report.meaning',
  'report.law',
  'report.advice',
  'report.evidence',
  'report.confidence',
] as const satisfies MessageKey[];

type Column = (typeof COLUMNS)[number];
type Row = Partial<Record<Column, string>>;

/** Excel keeps 32,767 characters of a cell and spills the rest into the next rows. */
const CELL_LIMIT = 32_000;

/**
 * One table: facts, answers, clauses, promises, contradictions, gaps and unread parts as rows under the same twelve columns,
 * told apart by the first two: which document, and which part of its report. RFC 4180 with a byte order mark and CRLF, so that Excel and WPS read it as UTF-8.
 */
export function toCsv(reports: Reports, options: ExportOptions): string {
  const { language } = options;
  const header = COLUMNS.map((key) => translate(language, key));
  const table = outlines(reports, options).flatMap((o) =>
    tableOf(o).map((row): Row => ({ 'report.document': o.title, ...row })),
  );
  const rows = table.map((row) => COLUMNS.map((key) => row[key] ?? ''));
  return `\ufeff${[header, ...rows].map((cells) => cells.map((c) => cell(c, language)).join(',')).join('\r\n')}\r\n`;
}

function tableOf(o: Outline): Row[] {
  const section = (key: MessageKey, rows: Row[]): Row[] =>
    rows.map((row) => ({ 'report.section': translate(o.language, key), ...row }));
  return [
    ...section(
      'report.document',
      [[translate(o.language, 'report.summary'), o.headline.join(' ')], ...o.facts].map(([label = '', value = '']) => ({
        'report.item': label,
        'report.meaning': value,
      })),
    ),
    ...section(
      'report.answers',
      o.answers.map((a) => ({
        'report.item': a.question,
        'report.severity': a.verdict,
        'report.meaning': a.text,
        'report.evidence': references(a.evidence),
      })),
    ),
    ...section('report.risks', o.risks.map(entryRow)),
    ...section('report.promises', o.promises.map(entryRow)),
    ...section(
      'report.contradictions',
      o.contradictions.map(({ text, promise, grant }) => ({
        'report.item': text,
        'report.clause': [promise.clause, grant.clause].join('\n'),
        'report.quote': [promise.quote, grant.quote].join('\n'),
        'report.evidence': references([promise.number, grant.number]),
      })),
    ),
    ...section(
      'report.missing',
      o.missing.map((text) => ({ 'report.item': text })),
    ),
    ...section(
      'report.unread',
      o.unread.map((u) => ({ 'report.item': u.reason, 'report.clause': u.where, 'report.advice': u.todo })),
    ),
  ];
}

function entryRow(e: Entry): Row {
  return {
    'report.number': String(e.number),
    'report.item': e.kind,
    'report.severity': e.levelWord,
    'report.clause': e.clause,
    'report.quote': e.quote,
    'report.meaning': e.meaning,
    'report.law': e.laws.join('\n'),
    'report.advice': e.advice,
    'report.confidence': e.confidence,
  };
}

/** What a spreadsheet may run as a formula, in half or full width. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;
/** "3.10" would become 3.1 and "3-2" a day in March; a whole number stays what it is. */
const MISREAD = /^\d[\d.,:/-]{0,40}$/;
const WHOLE = /^\d{1,15}$/;

function cell(text: string, language: UiLanguage): string {
  const short =
    text.length > CELL_LIMIT
      ? `${text.slice(0, CELL_LIMIT).toWellFormed()}… ${translate(language, 'report.cut')}`
      : text;
  const plain = FORMULA.test(short) ? `'${short}` : MISREAD.test(short) && !WHOLE.test(short) ? `§ ${short}` : short;
  return /[",\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
