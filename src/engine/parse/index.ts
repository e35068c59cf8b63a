/** Cuts a text into sentences and says in which clause, under which lead-in, each stands. */
import type { Normalized, Parsed, Sentence } from '../pipeline.ts';
import { documentLanguage, sentenceLanguage } from './language.ts';
import { type NumberMark, readNumber } from './numbers.ts';
import { type LeadIn, Outline } from './outline.ts';
import { units } from './units.ts';

/** A unit of the text before it is placed. */
interface Unit {
  start: number;
  end: number;
  at: number;
  /** Normalised, with its numbers. */
  text: string;
  /** It opens, it ends a line. */
  first: boolean;
  last: boolean;
  marks: NumberMark[];
  /** UTF-16 length of the numbers in `text`. */
  numbered: number;
}

const WORDY = /[\p{L}\p{N}]/u;
const MOST_NUMBERS = 4;

/** Longest heading in UTF-16 units, numbers left out. */
const LONGEST_HEADING = { zh: 30, en: 80 };
const SENTENCE_END = /[。！？!?；;.…][”’"')）】」』]*$/;
const STOP = /[。！？!?.][”’"')）】」』]*$/;
const SEMICOLON = /[；;，,、](?:以及|及|和|或|并且|and|or)?[”’"')）】]*$/;
const COLON = /[：:][”’"'）)]*$/;
const UNFINISHED = /[\p{L}\p{N}，,、]$/u;
/** Says that something is laid on someone: a clause, however short, and no heading. */
const CLAUSE_WORDS = /同意|应当|不得|必须|有权|承诺|确认|已阅读|可以|无权|负责|shall|must|agree|will /;
const ANNOUNCES =
  /以下|下列|如下|包括|包含|例如|有权|情形|情况|范围|用于|目的|授权|同意|following|includ|such as|consent|agree/;
const ANNOUNCES_WITHOUT_COLON =
  /(?:如下|(?:以下|下列)(?:情形|情况|信息|内容|事项|目的|用途|方式|范围|条款|规定|约定|权限|个人信息)(?:之一)?)(?:的)?$/;
/** A lead-in and its first item in one sentence: "我们有权：(1)…". */
const INLINE_LIST = /[：:] ?(?=[(（]?(?:1|一|i|a)[)）]|1[、.](?![0-9])|一、|[①⑴㈠]|a\. )/;
/** A lead-in and its first item without a number: "包括：姓名；". */
const INLINE_COLON = /[：:](?=.)/;
const SHORTEST_LEAD_IN = 7;
/** A line shorter than this was not broken by its width. */
const SHORTEST_WRAPPED = 15;
const TITLE = /^《[^《》]{2,40}》$/;
const TITLE_NOUN =
  /(?:条款|政策|协议|协议书|说明|声明|定义|合同|授权书|须知|告知书|确认书|承诺书|通知|规则|总则|附则|释义|引言|前言|目录|鉴于|其他|其它|责任|义务|权利|范围|方式|保护|安全|变更|终止|解决|适用|约定|事项|管辖|保密|费用|服务|收集|使用|共享|披露|存储|转让|提示|附件|policy|agreement|terms|conditions|notice|definitions?|statement|consent|rights|security|disclosure)$/;

/** Parses `raw`, of which `n` is the normalised form. Linear; never throws. */
export function parse(raw: string, n: Normalized): Parsed {
  const language = documentLanguage(raw);
  return { sentences: new Parser(raw, n, language === 'en' ? 'en' : 'zh').run(), language };
}

class Parser {
  private readonly raw: string;
  private readonly n: Normalized;
  private readonly fallback: Sentence['language'];
  private readonly units: Unit[];
  private readonly outline = new Outline();
  private readonly sentences: Sentence[] = [];
  /** Lines that occur more than once: a table of contents and the headings that it lists. */
  private readonly repeated: ReadonlySet<string>;
  private lead: LeadIn | undefined;
  /** The lead-in of items without numbers that are being read. */
  private loose: number | undefined;

  constructor(raw: string, n: Normalized, fallback: Sentence['language']) {
    this.raw = raw;
    this.n = n;
    this.fallback = fallback;
    this.units = readUnits(raw, n);
    this.repeated = repeatedLines(this.units);
  }

  run(): Sentence[] {
    this.units.forEach((unit, i) => this.add(unit, i));
    return this.sentences;
  }

  private add(unit: Unit, i: number): void {
    const index = this.sentences.length;
    const body = unit.text.slice(unit.numbered);
    const language = sentenceLanguage(body) ?? this.fallback;
    const continues = this.continued(unit, i);
    const heading = continues === undefined && this.isHeading(unit, i, body, language);
    const item = this.place(unit, body, heading, continues, index);
    const sentence: Sentence = {
      start: unit.start,
      end: unit.end,
      text: body,
      at: unit.at + unit.numbered,
      clause: this.outline.path(),
      number: unit.marks.at(-1)?.number ?? '',
      heading: heading || body === '',
      language,
    };
    if (item !== undefined && !sentence.heading) sentence.leadIn = item;
    if (continues !== undefined) sentence.continues = continues;
    this.sentences.push(sentence);
    this.close(unit, body, sentence.heading, index);
  }

  /** Puts the unit into the outline; gives the lead-in that governs it. */
  private place(
    unit: Unit,
    body: string,
    heading: boolean,
    continues: number | undefined,
    index: number,
  ): number | undefined {
    if (unit.marks.length > 0) {
      this.loose = undefined;
      this.enter(unit, body, heading);
      return this.outline.leadIn();
    }
    if (continues !== undefined) return this.sentences[index - 1]?.leadIn;
    if (heading) {
      this.loose = undefined;
      if (index > 0 && this.sentences.some((s) => !s.heading)) this.outline.title(this.label(unit.start, unit.end));
      return undefined;
    }
    if (this.lead && this.isLooseItem(unit, body)) this.loose = this.lead.index;
    if (this.loose !== undefined) return this.loose;
    if (unit.first) this.outline.paragraph();
    return this.outline.leadIn();
  }

  private enter(unit: Unit, body: string, heading: boolean): void {
    let from = unit.at;
    unit.marks.forEach((mark, k) => {
      const last = k === unit.marks.length - 1;
      const start = this.n.raw[from] ?? 0;
      const titleEnd = last ? this.titleEnd(unit, body, heading) : 0;
      const end = titleEnd || (this.n.raw[from + mark.bare] ?? unit.end);
      const label = mark.kind === 'bullet' ? '' : this.label(start, Math.min(end, unit.end));
      this.outline.enter(mark, label, titleEnd > 0, this.lead);
      from += mark.length;
    });
  }

  /** Raw offset at which the heading behind the unit's number ends, 0 without one. */
  private titleEnd(unit: Unit, body: string, heading: boolean): number {
    if (body === '') return 0;
    if (heading) return unit.end;
    const short = /^[^，。；：,;:、]{1,20}[：:]$/.test(body) && !CLAUSE_WORDS.test(body);
    if (short && unit.last) return this.n.raw[unit.at + unit.numbered + body.length - 1] ?? unit.end;
    // "第三条 信息授权 甲方同意…": the title is set off by a blank, which only the text as given still has.
    const start = this.n.raw[unit.at + unit.numbered] ?? unit.end;
    const set = /^[\u4e00-\u9fff]{2,14}(?=[ \u3000\t\u00a0]+[\u4e00-\u9fff])/.exec(
      this.raw.slice(start, Math.min(unit.end, start + 32)),
    );
    return set && unit.marks.at(-1)?.kind !== 'bullet' && !CLAUSE_WORDS.test(set[0]) ? start + set[0].length : 0;
  }

  private label(start: number, end: number): string {
    return this.raw.slice(start, end).replace(/\s+/g, ' ').trim();
  }

  /** What the sentence means for those behind it. */
  private close(unit: Unit, body: string, heading: boolean, index: number): void {
    if (body === '') return;
    this.lead = undefined;
    const own = unit.marks.length > 0;
    const nests = own || this.outline.underHeading;
    const depth = this.outline.depth;
    if (COLON.test(body) || (unit.last && ANNOUNCES_WITHOUT_COLON.test(body.replace(/[。.]$/, '')))) {
      this.lead = { index, depth, nests };
      return;
    }
    if (heading) return;
    const list = INLINE_LIST.exec(body);
    if (list) {
      const mark = readNumber(body, list.index + list[0].length, false);
      const start = this.n.raw[unit.at + unit.numbered + list.index + list[0].length] ?? 0;
      if (mark) this.outline.enter(mark, this.label(start, start + mark.bare), false, { index, depth, nests: true });
    } else if (SEMICOLON.test(body) && this.loose === undefined) {
      const colon = INLINE_COLON.exec(body);
      if (colon && ANNOUNCES.test(body.slice(0, colon.index))) this.loose = index;
    }
    const stop = STOP.test(body);
    this.outline.end(stop ? 'stop' : SEMICOLON.test(body) ? 'semicolon' : 'open');
    if (stop) this.loose = undefined;
  }

  /** Whether a line without a number is an item of the list that the sentence before it announced. */
  private isLooseItem(unit: Unit, body: string): boolean {
    const announcing = this.sentences[this.lead?.index ?? -1]?.text ?? '';
    if (announcing.length < SHORTEST_LEAD_IN && !ANNOUNCES.test(announcing)) return false;
    return unit.first && !(COLON.test(body) && body.length < SHORTEST_LEAD_IN);
  }

  /** Index of the sentence of which this unit is the rest, behind a line break. */
  private continued(unit: Unit, i: number): number | undefined {
    const before = this.units[i - 1];
    const index = this.sentences.length - 1;
    const sentence = this.sentences[index];
    if (!before || !sentence || !unit.first || unit.marks.length > 0 || sentence.heading) return undefined;
    if (this.loose !== undefined || this.lead || !UNFINISHED.test(before.text)) return undefined;
    if (/\n\s*\n/.test(this.raw.slice(before.end, unit.start))) return undefined;
    if (/[，,、]$/.test(before.text)) return index;
    return before.text.length >= SHORTEST_WRAPPED && !TITLE.test(unit.text) ? index : undefined;
  }

  private isHeading(unit: Unit, i: number, body: string, language: 'zh' | 'en'): boolean {
    if (!unit.first || !unit.last || body === '') return false;
    if (TITLE.test(body)) return true;
    const bare = body.replace(/[ .·…]{2,}[0-9]{0,3}$/, '');
    if (bare.length > LONGEST_HEADING[language] || SENTENCE_END.test(bare) || COLON.test(bare) || /[，,、]$/.test(bare))
      return false;
    if (bare !== body) return true;
    const next = this.units[i + 1];
    const kind = unit.marks.at(-1)?.kind;
    if (kind !== undefined) {
      if (kind === 'bullet' || CLAUSE_WORDS.test(bare)) return false;
      if (kind === 'part' || kind === 'chapter' || kind === 'section' || kind === 'article') return true;
      if (this.repeated.has(unit.text)) return true;
      if (this.lead || this.outline.leadIn() !== undefined) return false;
      return next !== undefined && next.marks.at(-1)?.style !== unit.marks.at(-1)?.style;
    }
    if (this.sentences.every((s) => s.heading)) return TITLE_NOUN.test(bare) || i === 0;
    if (this.lead || this.loose !== undefined || !next || CLAUSE_WORDS.test(bare) || /[，,。；;：:_]/.test(bare))
      return false;
    return TITLE_NOUN.test(bare) && (next.marks.length > 0 || next.text.length > LONGEST_HEADING[language]);
  }
}

/** Units with more than punctuation in them, trimmed, with their normalised text and numbers. */
function readUnits(raw: string, n: Normalized): Unit[] {
  const found: Unit[] = [];
  let at = 0;
  for (const [from, to] of units(raw)) {
    const piece = raw.slice(from, to);
    const start = from + piece.length - piece.trimStart().length;
    const end = from + piece.trimEnd().length;
    while (at < n.text.length && (n.raw[at] ?? 0) < start) at++;
    let stop = at;
    while (stop < n.text.length && (n.raw[stop] ?? 0) < end) stop++;
    const whole = n.text.slice(at, stop);
    const text = whole.trim();
    if (!WORDY.test(text)) continue;
    const first = from === 0 || raw[from - 1] === '\n';
    const before = found.at(-1);
    if (before) before.last = first;
    const own = at + whole.length - whole.trimStart().length;
    found.push({ start, end, at: own, text, first, last: true, ...readNumbers(text, first) });
    at = stop;
  }
  return found;
}

function readNumbers(text: string, first: boolean): Pick<Unit, 'marks' | 'numbered'> {
  const marks: NumberMark[] = [];
  let numbered = 0;
  while (marks.length < MOST_NUMBERS) {
    const mark = readNumber(text, numbered, first && marks.length === 0);
    if (!mark) break;
    marks.push(mark);
    numbered += mark.length;
  }
  return { marks, numbered };
}

/** Numbered lines that stand in the text more than once. */
function repeatedLines(all: Unit[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { first, last, marks, text } of all) {
    if (!first || !last || marks.length === 0 || text.length > LONGEST_HEADING.en) continue;
    if (seen.has(text)) twice.add(text);
    seen.add(text);
  }
  return twice;
}
