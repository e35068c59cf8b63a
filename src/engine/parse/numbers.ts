/** Recognises the numbers that clauses and list items begin with. Reads normalised text. */

/** Kinds of numbers from the most general to the most particular, as documents usually nest them. */
export const ORDER = [
  'part',
  'chapter',
  'section',
  'article',
  'paragraph',
  'point',
  'title',
  'han',
  'han-bracket',
  'arabic',
  'decimal',
  'arabic-closing',
  'arabic-bracket',
  'circled',
  'letter',
  'letter-bracket',
  'roman',
  'roman-bracket',
  'bullet',
] as const;
export type NumberKind = (typeof ORDER)[number];

export interface NumberMark {
  kind: NumberKind;
  /** Kind and style of delimiter: what makes two numbers siblings. */
  style: string;
  value: number;
  /** All components of 3.2.1; one for other kinds. */
  parts: number[];
  /** Normalised, without delimiters that say nothing: "第三条", "3.2", "(1)", "①". */
  number: string;
  /** UTF-16 lengths from the place read: of the number itself, and with the delimiter and blank behind it. */
  bare: number;
  length: number;
}

/** 第三章, 第三条, Section 3: numbers of the document's parts, not of items. */
export const FIXED: ReadonlySet<NumberKind> = new Set(['part', 'chapter', 'section', 'article', 'paragraph', 'point']);

const HAN_DIGITS = '零一二三四五六七八九';
const BEGINS_HAN: ReadonlySet<number> = new Set(Array.from('一二三四五六七八九十', (ch) => ch.charCodeAt(0)));
const FORMAL: Record<string, string> = {
  〇: '零',
  两: '二',
  壹: '一',
  贰: '二',
  叁: '三',
  肆: '四',
  伍: '五',
  陆: '六',
  柒: '七',
  捌: '八',
  玖: '九',
  拾: '十',
  佰: '百',
};
const ORDINAL_KIND: Record<string, NumberKind> = {
  编: 'part',
  篇: 'part',
  部分: 'part',
  章: 'chapter',
  节: 'section',
  条: 'article',
  款: 'paragraph',
  项: 'point',
};
const ENGLISH_KIND: Record<string, NumberKind> = {
  part: 'part',
  schedule: 'part',
  annex: 'part',
  appendix: 'part',
  chapter: 'chapter',
  article: 'article',
  section: 'article',
  clause: 'article',
};

/** A run of circled or bracketed characters in Unicode: first, last, kind, number of the first. */
const ENCLOSED: readonly (readonly [
  number,
  number,
  'circled' | 'arabic-bracket' | 'arabic' | 'han-bracket',
  number,
])[] = [
  [0x2460, 0x2473, 'circled', 1],
  [0x2474, 0x2487, 'arabic-bracket', 1],
  [0x2488, 0x249b, 'arabic', 1],
  [0x2776, 0x277f, 'circled', 1],
  [0x2780, 0x2789, 'circled', 1],
  [0x278a, 0x2793, 'circled', 1],
  [0x3220, 0x3229, 'han-bracket', 1],
  [0x3251, 0x325f, 'circled', 21],
  [0x32b1, 0x32bf, 'circled', 36],
];

const ORDINAL =
  /第 ?([0-9]{1,3}|[零〇一二两三四五六七八九十百壹贰叁肆伍陆柒捌玖拾佰]{1,6}) ?(编|篇|部分|章|节|条|款|项)(之[一二三四五六七八九十])?([、.:：])? ?/y;
/** What follows a number that only refers to a clause elsewhere: 第三条约定的…, 第五条第二款, 第六条至第八条. */
const REFERENCE =
  /(?:约定|规定|所述|所列|所指|第|和|及|至|到|或|与|以及|中所|中的|中约|项|款|的|所|下|之|情形|以上|以下|列明|载明|内容|执行|处理|[)）,，])/y;
const HAN_NUMBER = /([一二三四五六七八九十]{1,3})([、.]|[:：]) ?/y;
const HAN_BRACKET = /([(（]?)([一二三四五六七八九十]{1,3})[)）][、.]? ?/y;
const DECIMAL = /([1-9][0-9]?(?:\.[0-9]{1,2}){1,4})(?![0-9%‰])(\.?[、:：)）]?) ?/y;
const ARABIC = /([0-9]{1,3})(?:([.、)）])|[:：，](?![0-9])) ?/y;
const ARABIC_BARE = /([1-9][0-9]?) (?:\/ )?(?=[\u4e00-\u9fff])/y;
const ARABIC_BRACKET = /[(（]([0-9]{1,3})[)）][、.]? ?/y;
const LETTER = /([a-z])([.、)）]) ?/y;
const LETTER_BRACKET = /[(（]([a-z])[)）] ?/y;
const ROMAN = /([ivxl]{1,5})([.、)）]) ?/y;
const ROMAN_BRACKET = /[(（]([ivxl]{1,5})[)）] ?/y;
const ENGLISH =
  /(part|schedule|annex|appendix|chapter|article|section|clause) ([0-9]{1,3}(?:\.[0-9]{1,2}){0,3}|[ivxl]{1,6}|[a-z](?![a-z]))(?![a-z0-9])([.:)、,]|[ ]?[-–—])? ?/y;
const ENGLISH_REFERENCE = /(?:of|and|or|to|above|below|hereof|shall|sets?|applies|apply|is|are|in|under|through)\b/y;
const BULLET = /[•·●■◆▪◦○□※✓✔√➢►▶★☆*◇▲◎→»>–—-] ?/y;
/** Words that count: "3 个月", "1.5 倍" are amounts, not numbers of clauses; "2.1 个人信息" is one. */
const MEASURE =
  /[%‰天元种次倍份周级类万亿折]|个(?!人)|日(?!历|志)|月(?!付)|年(?!龄)|名(?!称|字|单)|位(?!置)|人(?!脸|民|员|工)|期(?!限|间)|号(?!码)|小时|工作日|版(?!本)/y;

/**
 * The number at `at` of `text`, or undefined. `lineStart`: whether it opens a line, where bullets and bare numbers are
 * taken too.
 */
export function readNumber(text: string, at: number, lineStart: boolean): NumberMark | undefined {
  const code = text.charCodeAt(at);
  if (code === 0x7b2c) return ordinal(text, at);
  if (code >= 0x30 && code <= 0x39) return arabic(text, at, lineStart);
  if (code === 0x28 || code === 0xff08) return bracketed(text, at);
  if (code >= 0x61 && code <= 0x7a) return latin(text, at);
  if (code >= 0x4e00 && code <= 0x9fff) return BEGINS_HAN.has(code) ? han(text, at, lineStart) : undefined;
  return enclosed(text, at, code) ?? (lineStart ? bullet(text, at) : undefined);
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function mark(
  kind: NumberKind,
  style: string,
  value: number,
  number: string,
  bare: number,
  length: number,
  parts = [value],
): NumberMark {
  return { kind, style: `${kind}${style}`, value, parts, number, bare, length };
}

function ordinal(text: string, at: number): NumberMark | undefined {
  const m = match(ORDINAL, text, at);
  const kind = ORDINAL_KIND[m?.[2] ?? ''];
  if (!m || !kind || match(REFERENCE, text, at + m[0].length)) return undefined;
  const value = /[0-9]/.test(m[1] ?? '') ? Number(m[1]) : hanValue(m[1] ?? '');
  const number = `第${m[1] ?? ''}${m[2] ?? ''}${m[3] ?? ''}`;
  return mark(kind, '', value, number, m[0].trimEnd().length - (m[4]?.length ?? 0), m[0].length);
}

function han(text: string, at: number, lineStart: boolean): NumberMark | undefined {
  const bracket = match(HAN_BRACKET, text, at);
  if (bracket) return hanBracket(bracket);
  const m = match(HAN_NUMBER, text, at);
  if (!m || (!lineStart && m[2] !== '、')) return undefined;
  return mark('han', '', hanValue(m[1] ?? ''), m[1] ?? '', (m[1] ?? '').length, m[0].length);
}

function hanBracket(m: RegExpExecArray): NumberMark {
  const bare = (m[1] ?? '').length + (m[2] ?? '').length + 1;
  return mark(
    'han-bracket',
    m[1] ? '' : '|',
    hanValue(m[2] ?? ''),
    m[1] ? `(${m[2] ?? ''})` : `${m[2] ?? ''})`,
    bare,
    m[0].length,
  );
}

function arabic(text: string, at: number, lineStart: boolean): NumberMark | undefined {
  const decimal = match(DECIMAL, text, at);
  if (decimal && (decimal[2] !== '' || !match(MEASURE, text, at + decimal[0].length))) {
    const number = decimal[1] ?? '';
    const parts = number.split('.').map(Number);
    return mark('decimal', String(parts.length), parts.at(-1) ?? 0, number, number.length, decimal[0].length, parts);
  }
  const m = match(ARABIC, text, at);
  if (m) {
    const digits = m[1] ?? '';
    const delimiter = m[2];
    if (delimiter === '.' && isDigit(text.charCodeAt(at + digits.length + 1))) return undefined;
    if (delimiter === undefined && !lineStart) return undefined;
    if (delimiter === ')' || delimiter === '）')
      return mark('arabic-closing', '', Number(digits), `${digits})`, digits.length + 1, m[0].length);
    return mark('arabic', delimiter ?? ':', Number(digits), digits, digits.length, m[0].length);
  }
  const bare = lineStart ? match(ARABIC_BARE, text, at) : null;
  if (!bare || match(MEASURE, text, at + bare[0].length)) return undefined;
  return mark('arabic', ' ', Number(bare[1]), bare[1] ?? '', (bare[1] ?? '').length, bare[0].length);
}

function bracketed(text: string, at: number): NumberMark | undefined {
  const number = match(ARABIC_BRACKET, text, at);
  if (number)
    return mark(
      'arabic-bracket',
      '',
      Number(number[1]),
      `(${number[1] ?? ''})`,
      (number[1] ?? '').length + 2,
      number[0].length,
    );
  const chinese = match(HAN_BRACKET, text, at);
  if (chinese) return hanBracket(chinese);
  const roman = match(ROMAN_BRACKET, text, at);
  const letter = match(LETTER_BRACKET, text, at);
  const m = roman ?? letter;
  if (!m) return undefined;
  const letters = m[1] ?? '';
  const kind = roman ? 'roman-bracket' : 'letter-bracket';
  return mark(
    kind,
    '',
    roman ? romanValue(letters) : letterValue(letters),
    `(${letters})`,
    letters.length + 2,
    m[0].length,
  );
}

function latin(text: string, at: number): NumberMark | undefined {
  const english = match(ENGLISH, text, at);
  const kind = ENGLISH_KIND[english?.[1] ?? ''];
  if (english && kind && !match(ENGLISH_REFERENCE, text, at + english[0].length)) {
    const digits = english[2] ?? '';
    const parts = /[0-9]/.test(digits) ? digits.split('.').map(Number) : [romanValue(digits)];
    const number = `${english[1] ?? ''} ${digits}`;
    return mark(kind, english[1] ?? '', parts[0] ?? 0, number, number.length, english[0].length, parts);
  }
  const roman = match(ROMAN, text, at);
  const letter = match(LETTER, text, at);
  const m = roman ?? letter;
  // "e.g.", "i.e.", "u.s.": the next letter is followed by a full stop too.
  if (!m || (m[2] === '.' && /^[a-z]\./.test(text.slice(at + m[0].length, at + m[0].length + 2)))) return undefined;
  const letters = m[1] ?? '';
  const closing = m[2] === ')' || m[2] === '）' ? ')' : '';
  const value = roman ? romanValue(letters) : letterValue(letters);
  return mark(
    roman ? 'roman' : 'letter',
    closing,
    value,
    letters + closing,
    letters.length + closing.length,
    m[0].length,
  );
}

function enclosed(text: string, at: number, code: number): NumberMark | undefined {
  const run = ENCLOSED.find(([first, last]) => code >= first && code <= last);
  if (!run) return undefined;
  const value = code - run[0] + run[3];
  const number = {
    circled: text[at] ?? '',
    'arabic-bracket': `(${value})`,
    arabic: String(value),
    'han-bracket': `(${HAN_DIGITS[value] ?? '十'})`,
  }[run[2]];
  const behind = /^[、.]? ?/.exec(text.slice(at + 1, at + 3))?.[0].length ?? 0;
  return mark(run[2], run[2] === 'arabic' ? '.' : '', value, number, 1, 1 + behind);
}

function bullet(text: string, at: number): NumberMark | undefined {
  const m = match(BULLET, text, at);
  if (!m || at + m[0].length >= text.length || match(BULLET, text, at + m[0].length)) return undefined;
  if (m[0] === '-' && isDigit(text.charCodeAt(at + 1))) return undefined;
  return mark('bullet', m[0].trim(), 0, m[0].trim(), 1, m[0].length);
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function letterValue(letter: string): number {
  return letter.charCodeAt(0) - 0x60;
}

function romanValue(letters: string): number {
  const worth: Record<string, number> = { i: 1, v: 5, x: 10, l: 50 };
  let value = 0;
  for (let i = 0; i < letters.length; i++) {
    const here = worth[letters[i] ?? ''] ?? 0;
    value += here < (worth[letters[i + 1] ?? ''] ?? 0) ? -here : here;
  }
  return value;
}

/** 一 … 九百九十九, also 壹 贰 and 一二 read digit by digit. */
function hanValue(number: string): number {
  let value = 0;
  let digit = 0;
  let byDigits = 0;
  for (const written of number) {
    const ch = FORMAL[written] ?? written;
    const worth = ch === '百' ? 100 : ch === '十' ? 10 : 0;
    if (worth === 0) {
      digit = HAN_DIGITS.indexOf(ch);
      byDigits = byDigits * 10 + digit;
    } else {
      value += (digit || 1) * worth;
      digit = 0;
    }
  }
  return value === 0 ? byDigits : value + digit;
}
