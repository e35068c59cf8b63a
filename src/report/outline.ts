/** A report in one language, as plain strings in reading order: what every exporter writes out. */
import type { Finding, Report } from '../types.ts';
import { headline } from '../ui/headline.ts';
import { textIn, translate, type MessageKey, type UiLanguage } from '../ui/i18n.ts';
import {
  clausePath,
  kindWord,
  type Level,
  lawTitle,
  lenderLine,
  levelOf,
  levelWord,
  verdictWord,
} from '../ui/words.ts';
import type { Reports } from './merge.ts';

export interface Entry {
  /** 1-based place among the findings of all reports that are written together, the same in every format. */
  number: number;
  level: Level;
  levelWord: string;
  kind: string;
  group: string;
  /** "第九条 违约与催收 › 9.2"; "" where the clause has no number. */
  clause: string;
  quote: string;
  meaning: string;
  /** A law with its article, level, date in force, whom it binds and what it means, one string each. */
  laws: string[];
  advice: string;
  /** Number, kind and, where the kind does not say it, level: "#3 读取手机通讯录（严重）". */
  heading: string;
  /** "87 %". */
  confidence: string;
}

export interface Outline {
  language: UiLanguage;
  title: string;
  /** The worst there is, or that nothing was found with what that does not mean: one to two sentences. */
  headline: string[];
  /** Address of the page, only where it is http or https. */
  link?: string;
  /** Label and value: title, address, platform, lender, time, hash, length, language. */
  facts: [label: string, value: string][];
  /**
   * `said` is verdict and text in one, without saying the verdict twice; `see` names the entries it rests on, "（见 #1 #4）"
   * or "".
   */
  answers: { question: string; verdict: string; text: string; said: string; evidence: number[]; see: string }[];
  risks: Entry[];
  promises: Entry[];
  contradictions: { text: string; promise: Entry; grant: Entry }[];
  missing: string[];
  /** `what` is reason and place in one. */
  unread: { reason: string; where: string; what: string; todo: string }[];
}

export interface ExportOptions {
  language: UiLanguage;
  /** IANA name of the zone times are shown in; this device's where absent. */
  timeZone?: string;
}

/** One for each report, numbered through. @throws RangeError as `outline` */
export function outlines(reports: Reports, options: ExportOptions): Outline[] {
  let before = 0;
  return reports.map((report) => {
    const one = outline(report, options, before);
    before += report.findings.length;
    return one;
  });
}

/**
 * @param before how many findings the reports before this one hold
 * @throws RangeError where a contradiction or an answer points at a finding that is not there.
 */
export function outline(report: Report, options: ExportOptions, before = 0): Outline {
  const { language } = options;
  const entries = report.findings.map((finding, i) => entryOf(language, finding, before + i + 1));
  const at = (i: number): Entry => {
    const entry = entries[i];
    if (entry === undefined) throw new RangeError(`no finding ${i} in a report of ${entries.length}`);
    return entry;
  };
  const link = webAddress(report.url);
  return {
    language,
    title: clean(report.title ?? report.file ?? '') || translate(language, 'popup.title-unknown'),
    headline: [
      headline(language, report),
      ...(report.findings.some((f) => f.effect === 'grants') ? [] : [translate(language, 'headline.none.note')]),
    ],
    ...(link === undefined ? {} : { link }),
    facts: facts(report, options),
    answers: report.answers.map((answer) => {
      const evidence = answer.evidence.map((i) => at(i).number);
      const verdict = verdictWord(language, answer, (report.unread?.length ?? 0) > 0);
      const text = clean(textIn(language, answer.text));
      return {
        question: translate(language, `question.${answer.question}`),
        verdict,
        text,
        said: text.startsWith(verdict) ? text : translate(language, 'report.field', { label: verdict, value: text }),
        evidence,
        see: evidence.length > 0 ? translate(language, 'report.see', { list: references(evidence) }) : '',
      };
    }),
    risks: entries.filter((e) => e.level !== 'promise'),
    promises: entries.filter((e) => e.level === 'promise'),
    contradictions: report.contradictions.map(({ promise, grant, text }) => ({
      text: clean(textIn(language, text)),
      promise: at(promise),
      grant: at(grant),
    })),
    missing: (report.missing ?? []).map(({ text }) => clean(textIn(language, text))),
    unread: (report.unread ?? []).map((part) => {
      const reason = translate(language, `unread.${part.reason}`);
      const where = clean(part.where);
      const todo = translate(language, `unread.${part.reason}.todo`);
      return { reason, where, what: where ? translate(language, 'report.where', { reason, where }) : reason, todo };
    }),
  };
}

/** "#3 #12": no spreadsheet takes it for a number or a date, and nobody for a clause of the agreement. */
export function references(numbers: number[]): string {
  return numbers.map((n) => `#${n}`).join(' ');
}

function entryOf(language: UiLanguage, finding: Finding, number: number): Entry {
  const kind = kindWord(language, finding);
  const word = levelWord(language, finding);
  return {
    number,
    level: levelOf(finding),
    levelWord: word,
    kind,
    heading:
      finding.effect === 'limits'
        ? `#${number} ${kind}`
        : translate(language, 'report.heading', { number, kind, level: word }),
    group: translate(language, `group.${finding.group}`),
    clause: clean(clausePath(finding.clause)),
    quote: clean(finding.quote),
    meaning: clean(textIn(language, finding.why)),
    laws: finding.laws.map((law) => {
      const since = law.inForce === undefined ? '' : translate(language, 'report.law.since', { date: law.inForce });
      const vars = { title: lawTitle(language, law), level: textIn(language, law.level), since };
      const who = textIn(language, law.binds);
      const plain = textIn(language, law.plain);
      return clean(translate(language, 'report.law.line', { ...vars, plain, who }));
    }),
    advice: clean(textIn(language, finding.todo)),
    confidence: `${Math.round(finding.confidence * 100)} %`,
  };
}

function facts(report: Report, { language, timeZone }: ExportOptions): [string, string][] {
  const { platform } = report;
  const rows: [MessageKey, string | undefined][] = [
    ['report.document', report.title],
    ['report.address', report.url],
    ['report.file', report.file],
    ['popup.platform', platform && textIn(language, platform.name)],
    ['popup.lender', platform && lenderLine(language, platform)],
    ['report.checked-at', report.checkedAt && formatTime(report.checkedAt, timeZone)],
    ['report.sha256', report.sha256],
    ['report.chars', String(report.chars)],
    ['report.language', translate(language, `language.${report.language}`)],
  ];
  return rows.flatMap(([key, value]) => (value ? [[translate(language, key), clean(value)]] : []));
}

/** "2026-11-21 20:41 GMT+8": the same form in every language, so that it can be compared and sorted. */
function formatTime(iso: string, timeZone?: string): string {
  const parts = new Intl.DateTimeFormat('en', {
    ...(timeZone === undefined ? {} : { timeZone }),
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'shortOffset',
  }).formatToParts(new Date(iso));
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.find((p) => p.type === type)?.value ?? '';
  return `${of('year')}-${of('month')}-${of('day')} ${of('hour')}:${of('minute')} ${of('timeZoneName')}`;
}

function webAddress(url: string | undefined): string | undefined {
  const parsed = url === undefined ? null : URL.parse(url);
  return parsed && /^https?:$/.test(parsed.protocol) ? parsed.href : undefined;
}

// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** Text that every format can hold: whole UTF-16, `\n` for line ends, U+FFFD for control characters. */
function clean(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(CONTROL, '\ufffd').trim();
}
