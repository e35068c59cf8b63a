/** Cuts a text into sentences and says in which clause, under which lead-in, each stands. */
import type { Normalized, Parsed, Sentence } from '../pipeline.ts';
import { contents, isHeading, isTitle, TAIL } from './headings.ts';
import { documentLanguage, sentenceLanguage } from './language.ts';
import { readUnits, type Unit } from './lines.ts';
import { FIXED, readNumber } from './numbers.ts';
import { type LeadIn, Outline } from './outline.ts';

const STOP = /[。！？!?.][”’"')）】」』]{0,4}$/;
const SEMICOLON = /[；;](?:以及|及|和|或|或者|并且|and|or)?[”’"')）】]{0,4}$/;
const COLON = /[：:][-–—]{0,2}[”’"'）)]{0,4}$/;
const COMMA = /[，,、]$/;
const UNFINISHED = /[\p{L}\p{N}，,、]$/u;
/** Announces what follows: a list without numbers is taken for one only behind these words or a long lead-in. */
const ANNOUNCES =
  /以下|下列|如下|包括|包含|例如|有权|情形|情况|范围|用于|目的|授权|同意|不得|不会|不应|不可|禁止|承诺|保证|可以|应当|following|includ|such as|consent|agree|\bnot\b|never/;
const ANNOUNCES_WITHOUT_COLON =
  /(?:如下|(?:以下|下列)(?:情形|情况|信息|内容|事项|目的|用途|方式|范围|条款|规定|约定|权限|个人信息)(?:之一)?)(?:的)?[。.]?$/;
/** Speaks of what comes next, whatever it ends in: a lead-in where a list begins behind it. */
const POINTS_AHEAD =
  /(?:(?:以下|下列|下述)(?![简合统]?称)(?:[^，。；：]{0,18}|[^，。；：]{0,6}(?:情形|情况|场景|条件|目的|用途|方式|途径|事项)[^。；：]{0,40})|\bfollowing\b[^.,;:]{0,40})[。；.;]?$/;
/** No English sentence ends in these: its list begins behind it, whatever stands between. */
const BREAKS_OFF =
  /\b(?:to|that|by|with|for|from|of|in|on|may|not|shall|will|can|if|when|where|which|includ(?:es?|ing)|as)[;,.]?[-–—]{0,2}$/;
/** UTF-16 units: more than `POINTS_AHEAD` takes. */
const LONGEST_POINTER = 72;
/** Announces a list of bare lines: "Information we may collect". */
const ANNOUNCES_BARE_LINES =
  /\b(?:collect|use|share|disclose|process|access|obtain|provide)|收集|使用|共享|提供|披露|获取|信息$/;
/** A lead-in and its first item in one sentence: "我们有权：(1)…". */
const INLINE_LIST = /[：:] ?(?=[(（]?(?:1|一|i|a)[)）]|1[、.](?![0-9])|一、|[①⑴㈠]|a[、.] ?(?![a-z]\.))/;
/** A key and its value: "生效日期：2022年3月21日". */
const FIELD = /^[^，。；,;]{1,10}[：:]/;
/** The name of a list of recipients: it says what the rows below it are, at the very top too. */
const NAMES_A_LIST = /(?:sdk|第三方|合作|接收方|对外提供|共享).{0,20}(?:清单|目录|列表|名单|一览)/i;
/** A heading with a colon: "信息共享：". */
const NAME_AND_COLON = /^(?:(?![您我你]|甲方|乙方|以下|下列|如下|同意|有权)[\u4e00-\u9fff、]){2,16}：$/;
/** Says what else, or what follows: it means nothing without the sentence before it. */
const TAKES_UP =
  /^(?:否则|由此|因此(?:而)?(?:产生|造成|引起|引发|导致)|对此|一切(?:相关|法律|责任|后果|损失|由此)|由于.{0,10}(?:公布|公示|公开|披露|曝光)|(?:otherwise|failing this)\b)/;
const SHORTEST_LEAD_IN = 7;
/** A bracket that a line break cuts in two. */
const OPEN_BRACKET = /[（(][^（）()]*$/;
const CLOSES_BRACKET = /^[^（）()]*[）)]/;
/** UTF-16 units behind the bracket that opens. */
const LONGEST_OPEN = 200;
/** "乙方（出借人）：" */
const LONGEST_FIELD = 14;
/** UTF-16 units: a line shorter than this did not end because it was full. */
const SHORTEST_WRAPPED = { zh: 15, en: 40 };
const LONGEST_BARE_LINE = { zh: 30, en: 80 };
/** UTF-16 units: no sentence that somebody wrote is longer; what is longer is read in pieces, each a sentence of its own. */
const LONGEST_SENTENCE = 2000;
/** Where a piece ends when it can. */
const BETWEEN_PIECES = ['，', '、', ',', ' '];

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
  private readonly contents: ReadonlySet<Unit>;
  private readonly outline = new Outline();
  private readonly sentences: Sentence[] = [];
  private lead: LeadIn | undefined;
  /** The lead-in of items without numbers that are being read. */
  private loose: number | undefined;
  /** Nothing but headings so far. */
  private opening = true;

  constructor(raw: string, n: Normalized, fallback: Sentence['language']) {
    this.raw = raw;
    this.n = n;
    this.fallback = fallback;
    this.units = readUnits(raw, n);
    this.contents = contents(this.units);
  }

  run(): Sentence[] {
    this.units.forEach((unit, i) => {
      if (this.contents.has(unit)) this.addEntry(unit);
      else this.add(unit, i);
    });
    return this.sentences;
  }

  /** A line of a table of contents: it opens nothing. */
  private addEntry(unit: Unit): void {
    this.lead = undefined;
    this.loose = undefined;
    this.push(unit, 'zh', true, [this.label(unit.start, unit.end)]);
  }

  private add(unit: Unit, i: number): void {
    const language = sentenceLanguage(unit.body) ?? this.fallback;
    const continues = this.continued(unit, i, language);
    const heading =
      unit.body === '' ||
      (continues === undefined && this.isHeading(unit, i, language) && (headsPart(unit) || !this.pointsAhead(unit, i)));
    const leadIn = this.place(unit, heading, continues);
    this.push(unit, language, heading, this.outline.path(), heading ? undefined : leadIn, continues);
    if (!heading) this.opening = false;
    if (unit.body !== '') this.close(unit, i, language, heading, this.sentences.length - 1);
  }

  /** Index of the sentence that the unit takes up: the one before it in the same clause. */
  private takenUp(unit: Unit, clause: readonly string[]): number | undefined {
    const before = this.sentences.at(-1);
    if (!before || before.heading || unit.marks.length > 0 || !TAKES_UP.test(unit.body)) return undefined;
    const same = before.clause.length === clause.length && before.clause.every((label, i) => label === clause[i]);
    return same ? this.sentences.length - 1 : undefined;
  }

  private push(
    unit: Unit,
    language: Sentence['language'],
    heading: boolean,
    clause: string[],
    leadIn?: number,
    continues?: number,
  ): void {
    const sentence: Sentence = {
      start: unit.start,
      end: unit.end,
      text: unit.body,
      at: unit.at + unit.text.length - unit.body.length,
      clause,
      number: (unit.marks.at(-1) ?? unit.number?.marks.at(-1))?.number ?? '',
      heading,
      language,
    };
    if (leadIn !== undefined) sentence.leadIn = leadIn;
    if (continues !== undefined) sentence.continues = continues;
    const takesUp = heading ? undefined : this.takenUp(unit, clause);
    if (takesUp !== undefined) sentence.takesUp = takesUp;
    if (unit.body.length <= LONGEST_SENTENCE) this.sentences.push(sentence);
    else this.pushPieces(sentence);
  }

  private pushPieces(sentence: Sentence): void {
    const { text, at } = sentence;
    for (let from = 0; from < text.length;) {
      const to = pieceEnd(text, from);
      const piece = text.slice(from, to).trimEnd();
      const start = from === 0 ? sentence.start : this.rawAt(at + from);
      const end = to === text.length ? sentence.end : this.rawAt(at + from + piece.length - 1) + 1;
      if (piece !== '') this.sentences.push({ ...sentence, start, end, text: piece, at: at + from });
      from = to;
    }
  }

  private isHeading(unit: Unit, i: number, language: 'zh' | 'en'): boolean {
    const loose = unit.marks.length === 0 && this.loose !== undefined;
    const governed = loose || this.lead !== undefined || this.outline.leadIn() !== undefined;
    return isHeading({ unit, next: this.units[i + 1], language, raw: this.raw, opening: this.opening, governed });
  }

  /** Puts the unit into the outline; gives the lead-in that governs it. */
  private place(unit: Unit, heading: boolean, continues: number | undefined): number | undefined {
    if (unit.marks.length > 0) {
      this.loose = undefined;
      this.enter(unit, heading);
      return this.outline.leadIn();
    }
    if (continues !== undefined) return this.sentences[continues]?.leadIn;
    if (heading) {
      this.loose = undefined;
      if (unit.number) this.outline.name(this.label(unit.number.start, unit.end));
      else if (NAMES_A_LIST.test(unit.body) || (!this.opening && !isTitle(unit.body)))
        this.outline.title(this.label(unit.start, unit.end));
      return undefined;
    }
    if (this.lead && this.isLooseItem(unit)) this.loose = this.lead.index;
    if (this.loose !== undefined) return this.loose;
    if (unit.first) this.outline.paragraph();
    return this.outline.leadIn();
  }

  private enter(unit: Unit, heading: boolean): void {
    const tail = unit.body.slice(-TAIL);
    unit.marks.forEach((mark, k) => {
      const from = unit.at + mark.at;
      const start = this.rawAt(from);
      const glued = mark.heading > 0 ? this.rawAt(from + mark.length + mark.heading) : 0;
      const titleEnd = k === unit.marks.length - 1 ? this.titleEnd(unit, heading) : glued;
      const end = titleEnd || this.rawAt(from + mark.bare);
      const label = mark.kind === 'bullet' ? '' : this.label(start, Math.min(end, unit.end));
      this.outline.enter(mark, label, titleEnd > 0 && !COLON.test(tail), this.lead, SEMICOLON.test(tail));
    });
  }

  private rawAt(normalised: number): number {
    return this.n.raw[normalised] ?? this.raw.length;
  }

  /** Raw offset at which the heading behind the unit's number ends, 0 without one. */
  private titleEnd(unit: Unit, heading: boolean): number {
    const { body } = unit;
    if (body === '') return 0;
    if (heading) return unit.end;
    const start = this.rawAt(unit.at + unit.text.length - body.length);
    if (unit.last && body.endsWith('：') && NAME_AND_COLON.test(body))
      return this.rawAt(unit.at + unit.text.length - 1);
    // "第三条 信息授权 甲方同意…", "一、【定义】…": what sets the title off stands only in the text as given.
    const raw = this.raw.slice(start, Math.min(unit.end, start + 40));
    const title = /^(?:【[^【】\n]{2,20}】|[\u4e00-\u9fff、]{2,14}(?=[ \u3000\t\u00a0]{1,8}[\u4e00-\u9fff]))/.exec(
      raw,
    )?.[0];
    return title !== undefined && unit.marks.at(-1)?.kind !== 'bullet' ? start + title.length : 0;
  }

  private label(start: number, end: number): string {
    return this.raw.slice(start, end).replace(/\s+/g, ' ').trim();
  }

  /** What the sentence means for those behind it. */
  private close(unit: Unit, i: number, language: 'zh' | 'en', heading: boolean, index: number): void {
    const { body } = unit;
    const tail = body.slice(-TAIL);
    // What ends in a full stop ends in nothing else.
    const stop = tail.endsWith('。') || STOP.test(tail);
    const nests = unit.marks.length > 0 || unit.number !== undefined || this.outline.underHeading;
    this.lead = undefined;
    if ((!stop && COLON.test(tail)) || (unit.last && this.announces(unit, i, language))) {
      const numbered = unit.marks.length > 0 || !unit.first;
      this.lead = { index, depth: this.outline.depth, nests, numbered, speaks: isAnnouncement(body) };
      if (!heading) this.loose = undefined;
      return;
    }
    if (heading) return;
    const semicolon = !stop && SEMICOLON.test(tail);
    const list = INLINE_LIST.exec(body);
    if (list) this.openInlineList(unit, list.index + list[0].length, index);
    else if (semicolon && this.loose === undefined) {
      const colon = /[：:]/.exec(body)?.index ?? 0;
      if (ANNOUNCES.test(body.slice(0, colon))) this.loose = index;
    }
    this.outline.end({ stop, semicolon, line: unit.last && (stop || !COMMA.test(tail)) });
    if (stop) this.loose = undefined;
  }

  /** Whether a line without a colon introduces what follows. */
  private announces(unit: Unit, i: number, language: 'zh' | 'en'): boolean {
    if (ANNOUNCES_WITHOUT_COLON.test(unit.body.slice(-TAIL)) || this.pointsAhead(unit, i)) return true;
    if (this.loose !== undefined || !this.isBareLine(unit, language)) return false;
    for (const next of [this.units[i + 1], this.units[i + 2]])
      if (next?.marks.length !== 0 || !this.isBareLine(next, language)) return false;
    return ANNOUNCES_BARE_LINES.test(unit.body);
  }

  /** Whether a line speaks of the list that begins behind it. */
  private pointsAhead(unit: Unit, i: number): boolean {
    const next = this.units[i + 1];
    const [mark] = next?.marks ?? [];
    if (!unit.last || !next || !mark || (mark.value !== 1 && mark.kind !== 'bullet') || headsPart(next)) return false;
    if (!POINTS_AHEAD.test(unit.body.slice(-LONGEST_POINTER)) && !BREAKS_OFF.test(unit.body.slice(-TAIL))) return false;
    return !this.isHeading(next, i + 1, this.fallback);
  }

  private isBareLine(unit: Unit, language: 'zh' | 'en'): boolean {
    if (!unit.first || !unit.last || unit.body.length > LONGEST_BARE_LINE[language]) return false;
    return /[\p{L}\p{N})）]$/u.test(unit.body.slice(-TAIL)) && !FIELD.test(unit.body);
  }

  /** "我们有权：(1)…；": the sentence introduces the list that begins inside it. */
  private openInlineList(unit: Unit, at: number, index: number): void {
    const mark = readNumber(unit.body, at, false);
    if (!mark) return;
    const from = unit.at + unit.text.length - unit.body.length + at;
    const label = this.label(this.rawAt(from), this.rawAt(from + mark.bare));
    this.outline.enter(mark, label, false, {
      index,
      depth: this.outline.depth,
      nests: true,
      numbered: false,
      speaks: true,
    });
  }

  /** Whether a line without a number is an item of the list that the sentence before it announced. */
  private isLooseItem(unit: Unit): boolean {
    const announcing = this.sentences[this.lead?.index ?? -1]?.text ?? '';
    if (!isAnnouncement(announcing)) return false;
    return unit.first && !(unit.body.length < LONGEST_FIELD && COLON.test(unit.body));
  }

  /** Index of the sentence of which this unit is the rest, behind a line break. */
  private continued(unit: Unit, i: number, language: 'zh' | 'en'): number | undefined {
    const before = this.units[i - 1];
    const index = this.sentences.length - 1;
    const sentence = this.sentences[index];
    if (!before || !sentence || sentence.heading || !unit.first || unit.marks.length > 0 || unit.apart)
      return undefined;
    const tail = before.text.slice(-TAIL);
    if (this.lead || !UNFINISHED.test(tail) || isTitle(unit.body)) return undefined;
    if (CLOSES_BRACKET.test(unit.body) && OPEN_BRACKET.test(before.text.slice(-LONGEST_OPEN))) return index;
    // A row of a table ends where the table ends, not where it is full.
    if (FIELD.test(unit.body) || this.raw.slice(before.start, before.end).includes('\t')) return undefined;
    if (COMMA.test(tail)) return index;
    if (language === 'en' && !/[a-z]/.test(this.raw[unit.start] ?? '')) return undefined;
    // A line that ended because it was full is about as long as the next one, or longer; the rest of a sentence is either
    // full again or ends the sentence, where a table's next cell does neither.
    const shortest = SHORTEST_WRAPPED[language] * (this.loose === undefined ? 1 : 2);
    const full = before.line >= shortest && before.line + (language === 'en' ? 16 : 3) >= unit.line;
    if (unit.last && unit.line < shortest && UNFINISHED.test(unit.text.slice(-TAIL))) return undefined;
    return full ? index : undefined;
  }
}

/** 第三条, Section 3. */
function headsPart({ marks }: Unit): boolean {
  return marks.some(({ kind }) => FIXED.has(kind));
}

/** Whether a sentence that ends in a colon is more than the name of a field. */
function isAnnouncement(text: string): boolean {
  return text.length >= SHORTEST_LEAD_IN || ANNOUNCES.test(text);
}

/** Where the piece that begins at `from` ends: behind the last comma or blank that it can hold, else where it is full. */
function pieceEnd(text: string, from: number): number {
  const full = from + LONGEST_SENTENCE;
  if (full >= text.length) return text.length;
  const last = Math.max(...BETWEEN_PIECES.map((mark) => text.slice(from, full).lastIndexOf(mark)));
  if (last > 0) return from + last + 1;
  const low = text.charCodeAt(full);
  return low >= 0xdc00 && low <= 0xdfff ? full - 1 : full;
}
