/** Makes texts comparable: one width, one script, no characters that cannot be seen, and a map back to the text as given. */
import { isLatinLetter } from '../latin.ts';
import type { Normalized } from '../pipeline.ts';
import { CHINESE_TWIN, characters, Kind } from './characters.ts';
import { canPrecedeMark, isMark, LONGEST_MASK, REACH, unmask } from './masks.ts';
import { isGloss, LONGEST_GLOSS } from './pinyin.ts';

const SPACE = 0x20;
const LINE_BREAK = 0x0a;
const CLOSING = 0x29;
const OPENING = 0x28;
const FULL_OPENING = 0xff08;
const FULL_CLOSING = 0xff09;
const APOSTROPHE = 0x2019;
const REPLACEMENT = 0xfffd;
/** Deepest nesting of brackets in one line whose pairing is followed. */
const DEEPEST = 32;

/**
 * Normalises `raw`; never throws, linear in its length, and the result is never longer.
 *
 * - full-width ASCII → half width, Latin → lower case, look-alike radicals and compatibility ideographs → the ideograph,
 *   Traditional → Simplified one for one; corner quotes and small or vertical punctuation → “ ” ‘ ’ ， （ …;
 * - characters that cannot be seen are dropped; lone surrogates become U+FFFD;
 * - blanks go next to a line break and between Chinese characters or punctuation, elsewhere a run becomes one space;
 *   `\n` stays, `\r` counts as a blank;
 * - ASCII `, ; : ? ! ( )` next to a Chinese character or Chinese punctuation becomes its Chinese twin; a closing bracket
 *   follows its opening one, so `(1)` stays as it is and `(以下` … `)` becomes （以下…）;
 * - readings in brackets behind a character go: 優(yōu)品 → 优品;
 * - marks that split or hide characters of a word in `dict/masked-words.json` are undone: 通*讯录, 通*录 → 通讯录.
 */
export function normalize(raw: string): Normalized {
  return new Normalizer(raw).run();
}

class Normalizer {
  private readonly raw: string;
  private readonly tables = characters();
  private readonly out: Uint16Array;
  private readonly map: Uint32Array;
  private length = 0;
  /** Raw offset of the blank that waits to be written, or -1. */
  private blank = -1;
  /** For each open bracket of the line, whether it became Chinese. */
  private readonly open: boolean[] = [];

  constructor(raw: string) {
    this.raw = raw;
    this.out = new Uint16Array(raw.length);
    this.map = new Uint32Array(raw.length + 1);
  }

  run(): Normalized {
    const { raw } = this;
    const { han, kind } = this.tables;
    for (let i = 0; i < raw.length;) {
      const unit = raw.charCodeAt(i);
      i = han[unit] !== 0 ? this.characters(i) : this.step(i, unit, kind[unit]!);
    }
    this.map[this.length] = raw.length;
    const units = this.out.subarray(0, this.length);
    return { text: UTF_16.decode(units), units, raw: this.map.subarray(0, this.length + 1) };
  }

  /** Writes the Chinese characters from `first` on, most of any text; gives the offset behind them. */
  private characters(first: number): number {
    const { raw, out, map } = this;
    const { han } = this.tables;
    this.space(han[raw.charCodeAt(first)]!);
    let { length } = this;
    let i = first;
    for (; i < raw.length; i++) {
      const unit = han[raw.charCodeAt(i)]!;
      if (unit === 0) break;
      out[length] = unit;
      map[length] = i;
      length++;
    }
    this.length = length;
    return i;
  }

  /** Handles the code unit at `i`, no Chinese character; gives the offset of the next one. */
  private step(i: number, unit: number, kind: number): number {
    if (kind === Kind.Dropped) return i + 1;
    if (kind === Kind.Blank) {
      if (this.blank < 0) this.blank = i;
      return i + 1;
    }
    if (kind === Kind.LineBreak) {
      this.blank = -1;
      this.open.length = 0;
      this.write(LINE_BREAK, i);
      return i + 1;
    }
    if (unit >= 0xd800 && unit <= 0xdfff) return this.surrogate(i, unit);
    if (unit === OPENING || unit === FULL_OPENING) {
      const end = this.glossEnd(i);
      if (end > 0) return end;
    }
    let target = this.tables.to[unit] ?? unit;
    if (kind === Kind.Ascii) target = this.punctuation(target, i);
    else if (target === FULL_OPENING || target === FULL_CLOSING) this.bracket(target === FULL_OPENING, true);
    else if (isMark(target) && canPrecedeMark(this.last())) {
      const end = this.unmasked(i);
      if (end > 0) return end;
    } else if (
      unit === APOSTROPHE &&
      isLatinLetter(this.last()) &&
      isLatinLetter(this.tables.to[this.raw.charCodeAt(i + 1)] ?? 0)
    )
      target = 0x27;
    this.space(target);
    this.write(target, i);
    return i + 1;
  }

  private write(unit: number, at: number): void {
    this.out[this.length] = unit;
    this.map[this.length] = at;
    this.length++;
  }

  private last(): number {
    return this.length > 0 ? (this.out[this.length - 1] ?? LINE_BREAK) : LINE_BREAK;
  }

  private lastKind(): number {
    return this.tables.kind[this.last()] ?? 0;
  }

  /** Writes the blank that waits, if one belongs before `next`. */
  private space(next: number): void {
    if (this.blank < 0) return;
    const glued = this.isGlued(this.last(), next);
    if (this.last() !== LINE_BREAK && !glued) this.write(SPACE, this.blank);
    this.blank = -1;
  }

  /** Whether a blank between two units says nothing. */
  private isGlued(before: number, after: number): boolean {
    if (this.isChinese(before)) return this.isChinese(after) || this.isShared(after);
    return this.isChinese(after) && this.isShared(before);
  }

  private isShared(unit: number): boolean {
    return this.tables.kind[unit] === Kind.SharedPunctuation;
  }

  private isChinese(unit: number): boolean {
    const kind = this.tables.kind[unit];
    return kind === Kind.Han || kind === Kind.HanPunctuation;
  }

  /** A pair is kept, or dropped where it is a variation selector or a tag; half a pair becomes U+FFFD. */
  private surrogate(i: number, unit: number): number {
    const low = this.raw.charCodeAt(i + 1);
    if (unit > 0xdbff || !(low >= 0xdc00 && low <= 0xdfff)) {
      this.space(REPLACEMENT);
      this.write(REPLACEMENT, i);
      return i + 1;
    }
    const unseen = unit === 0xdb40 && (low <= 0xdc7f || (low >= 0xdd00 && low <= 0xddef));
    if (!unseen) {
      this.space(unit);
      this.write(unit, i);
      this.write(low, i + 1);
    }
    return i + 2;
  }

  private punctuation(unit: number, i: number): number {
    const chinese = CHINESE_TWIN[unit] ?? unit;
    if (unit === CLOSING && this.open.length > 0) return this.bracket(false, false) ? chinese : unit;
    const becomes = this.isChinese(this.last()) || this.isChinese(this.nextVisible(i + 1));
    if (unit === OPENING) this.bracket(true, becomes);
    return becomes ? chinese : unit;
  }

  /** Notes an opening bracket, or gives what its closing one must be: whether the opening one became Chinese. */
  private bracket(opening: boolean, chinese: boolean): boolean {
    if (!opening) return this.open.pop() ?? chinese;
    if (this.open.length < DEEPEST) this.open.push(chinese);
    return chinese;
  }

  /** Normalised code unit of the next character in the line that is not blank or dropped. */
  private nextVisible(from: number): number {
    const { raw } = this;
    const { to, kind } = this.tables;
    for (let i = from; i < raw.length; i++) {
      const unit = raw.charCodeAt(i);
      const k = kind[unit];
      if (k === Kind.LineBreak) return LINE_BREAK;
      if (k !== Kind.Blank && k !== Kind.Dropped) return to[unit] ?? unit;
    }
    return LINE_BREAK;
  }

  /** End of the gloss whose bracket opens at `i`, or 0. */
  private glossEnd(i: number): number {
    if (this.lastKind() !== Kind.Han) return 0;
    let end = i + 1;
    for (const last = Math.min(this.raw.length, i + 2 + LONGEST_GLOSS); end < last; end++) {
      const unit = this.raw.charCodeAt(end);
      if (unit === CLOSING || unit === FULL_CLOSING) break;
      if (unit === LINE_BREAK || this.tables.kind[unit] === Kind.HanPunctuation) return 0;
    }
    const close = this.raw.charCodeAt(end);
    if (close !== CLOSING && close !== FULL_CLOSING) return 0;
    let before = 0;
    while (before < 8 && this.tables.kind[this.out[this.length - 1 - before] ?? 0] === Kind.Han) before++;
    if (!isGloss(this.raw.slice(i + 1, end).trim(), before)) return 0;
    this.blank = -1;
    return end + 1;
  }

  /** Writes what the marks at `i` hide; gives the offset behind them, or 0 when they are no mask. */
  private unmasked(i: number): number {
    const { raw } = this;
    let end = i;
    while (end - i <= LONGEST_MASK && isMark(this.tables.to[raw.charCodeAt(end)] ?? 0)) end++;
    if (end - i > LONGEST_MASK) return 0;
    const hidden = unmask(this.out, this.length, end - i, this.lookAhead(end));
    if (hidden === undefined) return 0;
    this.blank = -1;
    for (const [k, unit] of hidden.entries()) this.write(unit, i + k);
    return end;
  }

  /** The next normalised characters of the line, without blanks: as many as decide about a mask. */
  private lookAhead(from: number): number[] {
    const { raw } = this;
    const { to, kind } = this.tables;
    const units: number[] = [];
    // Blanks and dropped characters are skipped, but not without end.
    const last = Math.min(raw.length, from + 2 * REACH);
    for (let i = from; i < last && units.length < REACH; i++) {
      const unit = raw.charCodeAt(i);
      const k = kind[unit];
      if (k === Kind.LineBreak) break;
      if (k !== Kind.Blank && k !== Kind.Dropped) units.push(to[unit] ?? unit);
    }
    return units;
  }
}

/** For well-formed UTF-16. Every machine that runs a browser is little-endian. */
const UTF_16 = new TextDecoder('utf-16le', { ignoreBOM: true });
