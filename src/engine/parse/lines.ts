/** The units of a text with what their place in the line and the numbers they begin with tell. */
import type { Normalized } from '../pipeline.ts';
import { type NumberMark, readNumber } from './numbers.ts';
import { blankEnd, blankStart, units } from './units.ts';

/** A number and the heading glued to it: "第一章额度第一条…" has "额度" as its chapter's heading. */
interface Mark extends NumberMark {
  /** UTF-16 offset in `Unit.text`. */
  at: number;
  /** UTF-16 length of the heading between this number and the next one, 0 without. */
  heading: number;
}

export interface Unit {
  /** UTF-16 offsets in the text as given, without white space at the ends. */
  start: number;
  end: number;
  /** UTF-16 offset of `text` in the normalised text. */
  at: number;
  /** Normalised, with its numbers. */
  text: string;
  /** It opens, it ends a line. */
  first: boolean;
  last: boolean;
  /** UTF-16 length of its line in the text as given, without white space at the ends. */
  line: number;
  /** A blank line stands before it. */
  apart: boolean;
  marks: Mark[];
  /** `text` without its numbers. */
  body: string;
  /** The unit before it in its line when that is a number and nothing else: "1. Consent" is two units. */
  number: Unit | undefined;
}

const WORDY = /[\p{L}\p{N}]/u;
const MOST_NUMBERS = 4;
const GLUED_HEADING =
  /[\u4e00-\u9fff、]{2,24}? ?(?=第[零〇一二三四五六七八九十百0-9]{1,6}条|（[一1]）|[一1][、)）]|1\.(?![0-9])|[1-9][0-9]?\.[0-9])/y;
/** "第三条 违反本合同第五条": the second number is referred to, not opened. */
const REFERS = /根据|依据|依照|按照|违反|除|见|与|按|因|为|在|本|该|上述|至|达|超过|不/;
const CAN_BE_GLUED: ReadonlySet<string> = new Set([
  'part',
  'chapter',
  'section',
  'article',
  'han',
  'arabic',
  'decimal',
]);

/** Units with more than punctuation in them, in order. Linear. */
export function readUnits(raw: string, n: Normalized): Unit[] {
  const found: Unit[] = [];
  let at = 0;
  let lineEnd = -1;
  let line = 0;
  for (const [from, to] of units(raw)) {
    const start = blankEnd(raw, from, to);
    const end = blankStart(raw, start, to);
    while (at < n.text.length && (n.raw[at] ?? 0) < start) at++;
    // The normalised text is no longer than what it stands for.
    let stop = Math.min(n.text.length, at + end - start);
    while (stop > at && n.raw[stop - 1]! >= end) stop--;
    const own = blankEnd(n.text, at, stop);
    const text = n.text.slice(own, blankStart(n.text, own, stop));
    at = stop;
    if (!isWordy(text)) continue;
    const before = found.at(-1);
    const first = from > lineEnd;
    if (first) {
      lineEnd = raw.indexOf('\n', from);
      if (lineEnd < 0) lineEnd = raw.length;
      line = blankStart(raw, start, lineEnd) - start;
      if (before) before.last = true;
    }
    const apart =
      first && before !== undefined && start - before.end > 1 && /\n\s*\n/.test(raw.slice(before.end, start));
    const marks = readMarks(text, first);
    const last = marks.at(-1);
    const body = last ? text.slice(last.at + last.length) : text;
    const number = !first && before?.body === '' ? before : undefined;
    found.push({ start, end, at: own, text, first, last: false, line, apart, marks, body, number });
  }
  const final = found.at(-1);
  if (final) final.last = true;
  return found;
}

/** Most lines begin with a Chinese character, which is one look. */
function isWordy(text: string): boolean {
  const first = text.charCodeAt(0);
  return (first >= 0x4e00 && first <= 0x9fff) || WORDY.test(text);
}

function readMarks(text: string, first: boolean): Mark[] {
  const marks: Mark[] = [];
  let at = 0;
  while (marks.length < MOST_NUMBERS) {
    const number = readNumber(text, at, first && marks.length === 0);
    if (!number) break;
    const { kind, style, value, parts, bare, length } = number;
    const heading = gluedHeading(text, at + length, number);
    const mark = { kind, style, value, parts, number: number.number, bare, length, at, heading };
    marks.push(mark);
    at += mark.length + mark.heading;
  }
  // The heading before a number is only one when the number is read: give back what was not.
  const last = marks.at(-1);
  if (last) last.heading = 0;
  return marks;
}

/** Length of the heading between the number before `at` and one glued behind it, 0 without. */
function gluedHeading(text: string, at: number, number: NumberMark): number {
  if (!CAN_BE_GLUED.has(number.kind)) return 0;
  GLUED_HEADING.lastIndex = at;
  const heading = GLUED_HEADING.exec(text)?.[0];
  if (heading === undefined || REFERS.test(heading)) return 0;
  const next = readNumber(text, at + heading.length, false);
  return next && next.kind !== number.kind ? heading.length : 0;
}
