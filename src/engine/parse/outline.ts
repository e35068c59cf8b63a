/** The clauses that are open at a place of the document, outermost first. */
import { FIXED, type NumberKind, type NumberMark, ORDER } from './numbers.ts';

interface Level {
  kind: NumberKind;
  style: string;
  value: number;
  parts: number[];
  /** As it stands in the text as given, with its heading; '' for a bullet. */
  label: string;
  heading: boolean;
  /** Index of the sentence that introduces this list. */
  leadIn: number | undefined;
  /** The list goes on with the numbers that its lead-in stands under. */
  beside: boolean;
  /** A sentence of the current item has ended: what follows stands on its own. */
  ended: boolean;
  /** The item's line has ended: paragraphs below it stand on their own, items below it do not. */
  lineEnded: boolean;
  /** Items of this list end in a semicolon. */
  semicolons: boolean;
}

/** A sentence that announces a list, and how many levels were open there. */
export interface LeadIn {
  index: number;
  depth: number;
  /** It carries a number itself or stands under one that is a heading: its list is nested in that clause. */
  nests: boolean;
  /** It stands behind a number in its line. */
  numbered: boolean;
  /** It is more than the name of a field. */
  speaks: boolean;
}

/** How general a kind is. Authors nest （一）, 1. and 1.1 in any order, so that these are equals. */
function rank(kind: NumberKind): number {
  return ORDER.indexOf(kind === 'han-bracket' || kind === 'decimal' ? 'arabic' : kind);
}

/** Deepest outline kept; what is nested deeper takes the place of the innermost clause. */
const DEEPEST = 12;
/** Kinds that hardly ever head a clause. */
const LIST_KINDS: ReadonlySet<NumberKind> = new Set([
  'arabic-closing',
  'arabic-bracket',
  'circled',
  'letter',
  'letter-bracket',
  'roman',
  'roman-bracket',
  'bullet',
]);

export class Outline {
  private levels: Level[] = [];
  private last: string[] = [];
  /** Whether `last` is the path still. */
  private settled = true;

  get depth(): number {
    return this.levels.length;
  }

  /** The same list as before where it holds the same labels: many sentences share one. */
  path(): string[] {
    if (this.settled) return this.last;
    this.settled = true;
    const path: string[] = [];
    for (const { label } of this.levels) if (label !== '') path.push(label);
    if (path.length !== this.last.length || path.some((label, i) => label !== this.last[i])) this.last = path;
    return this.last;
  }

  /** Whether the innermost clause is a heading. */
  get underHeading(): boolean {
    return this.levels.at(-1)?.heading ?? false;
  }

  /**
   * The lead-in that governs the current item: that of the innermost list that has one, unless a heading stands between
   * or a sentence of the item has ended already.
   */
  leadIn(): number | undefined {
    for (let i = this.levels.length - 1; i >= 0; i--) {
      const level = this.levels[i];
      if (!level || level.heading || level.ended) return undefined;
      if (i === this.levels.length - 1 && level.lineEnded) return undefined;
      if (level.leadIn !== undefined) return level.leadIn;
    }
    return undefined;
  }

  /** Opens the clause of `mark`, closing what it ends. `label` as for `path`. */
  enter(mark: NumberMark, label: string, heading: boolean, lead: LeadIn | undefined, semicolon = false): void {
    const read = this.disambiguate(mark);
    const { at, sibling } = this.place(read, heading, lead);
    const level = sibling ? this.levels[at] : undefined;
    // "（三）您同意：（四）……；（五）……。": a list that goes on with its lead-in's numbers ends with its first full stop.
    const before = level?.beside && level.ended ? undefined : level;
    const beside =
      lead?.speaks === true && level !== undefined && level.leadIn === undefined && (semicolon || !lead.numbered);
    const governed = lead !== undefined && !FIXED.has(read.kind) && (at >= lead.depth || !sibling || beside);
    this.push(at, {
      kind: read.kind,
      style: read.style,
      value: read.value,
      parts: read.parts,
      label,
      heading,
      leadIn: governed ? lead.index : before?.leadIn,
      beside: governed ? beside && lead.numbered : (before?.beside ?? false),
      semicolons: before?.semicolons ?? false,
    });
  }

  /** Opens a heading without a number. */
  title(label: string): void {
    const title = this.levels.findIndex((level) => level.kind === 'title');
    this.push(title < 0 ? this.levelOfHeading('title') : title, {
      kind: 'title',
      style: 'title',
      value: 0,
      parts: [],
      label,
      heading: true,
      leadIn: undefined,
      beside: false,
      semicolons: false,
    });
  }

  /** Gives the innermost clause its heading, which stands behind its number as a sentence of its own. */
  name(label: string): void {
    const level = this.levels.at(-1);
    if (level) Object.assign(level, { label, heading: true });
    this.settled = false;
  }

  private push(at: number, level: Omit<Level, 'ended' | 'lineEnded'>): void {
    while (this.levels.length > Math.min(at, DEEPEST - 1)) this.levels.pop();
    this.levels.push({ ...level, ended: false, lineEnded: false });
    this.settled = false;
  }

  /** Notes how a sentence of the current item ended. */
  end(how: { stop: boolean; semicolon: boolean; line: boolean }): void {
    const level = this.levels.at(-1);
    if (!level) return;
    if (how.stop) level.ended = true;
    if (how.semicolon) level.semicolons = true;
    if (how.line) level.lineEnded = true;
  }

  /** A new line without a number: lists that are over are closed. */
  paragraph(): void {
    for (let level = this.levels.at(-1); level !== undefined; level = this.levels.at(-1)) {
      const over = level.leadIn !== undefined && level.ended && (level.semicolons || LIST_KINDS.has(level.kind));
      if (level.kind !== 'bullet' && !over) return;
      this.levels.pop();
      this.settled = false;
    }
  }

  /** "(i)" behind "(h)" is a letter. */
  private disambiguate(mark: NumberMark): NumberMark {
    if (!mark.kind.startsWith('roman')) return mark;
    const letters = mark.number.replace(/[^a-z]/g, '');
    if (letters.length !== 1) return mark;
    const value = letters.charCodeAt(0) - 0x60;
    const style = mark.style.replace('roman', 'letter');
    if (!this.levels.some((level) => level.style === style && level.value === value - 1)) return mark;
    return { ...mark, kind: mark.kind === 'roman' ? 'letter' : 'letter-bracket', style, value, parts: [value] };
  }

  /** The level that `mark` takes, and whether it continues the list that is open there. */
  private place(mark: NumberMark, heading: boolean, lead: LeadIn | undefined): { at: number; sibling: boolean } {
    if (FIXED.has(mark.kind)) return this.placeFixed(mark);
    if (mark.kind === 'decimal') return this.placeDecimal(mark);
    const next = this.levels.findLastIndex(
      (level) => level.style === mark.style && (level.value === mark.value - 1 || mark.kind === 'bullet'),
    );
    if (next >= 0) return { at: next, sibling: true };
    const same = this.levels.findLastIndex((level) => level.style === mark.style);
    if (same >= 0) {
      if (mark.value > 1) return { at: same, sibling: true };
      if (lead && lead.nests) return { at: this.levels.length, sibling: false };
      // "1." again below a clause that is as general: a list inside that clause.
      const inside = this.levels.some((level, i) => i > same && (level.heading || rank(level.kind) <= rank(mark.kind)));
      return { at: inside ? this.levelAbove(mark.kind) : same, sibling: false };
    }
    // Authors mix "1." and "1、" in one list.
    const kin =
      mark.value > 1
        ? this.levels.findLastIndex((level) => level.kind === mark.kind && level.value === mark.value - 1)
        : -1;
    if (kin >= 0) return { at: kin, sibling: true };
    // 一、 heads a part of the document, whatever introduces it.
    if (lead && mark.kind !== 'han') return { at: this.levels.length, sibling: false };
    return { at: heading ? this.levelOfHeading(mark.kind) : this.levelAbove(mark.kind), sibling: false };
  }

  /** A heading does not stand in a list item that is no more general than itself. */
  private levelOfHeading(kind: NumberKind): number {
    const at = this.levels.findIndex(
      (level) =>
        !this.keeps(level, kind) || (!level.heading && level.kind !== 'decimal' && rank(level.kind) === rank(kind)),
    );
    return at < 0 ? this.levels.length : at;
  }

  /** 第三条 ends everything but what is more general. */
  private placeFixed(mark: NumberMark): { at: number; sibling: boolean } {
    const same = this.levels.findIndex((level) => level.style === mark.style);
    if (same >= 0) return { at: same, sibling: true };
    const at = this.levels.findIndex((level) =>
      FIXED.has(level.kind) ? rank(level.kind) >= rank(mark.kind) : !level.heading,
    );
    return { at: at < 0 ? this.levels.length : at, sibling: false };
  }

  /** 3.2.1 stands under 3.2, that under 3.1's parent, or under the clause numbered 3. */
  private placeDecimal(mark: NumberMark): { at: number; sibling: boolean } {
    const decimals = this.levels.findIndex((level) => level.kind === 'decimal');
    if (decimals >= 0) {
      const over = this.levels.findIndex(
        (level, i) => i >= decimals && (level.kind !== 'decimal' || !isPrefix(level.parts, mark.parts)),
      );
      const at = over < 0 ? this.levels.length : over;
      return { at, sibling: this.levels[at]?.style === mark.style };
    }
    const parent = this.levels.findLastIndex((level) => level.value === mark.parts[0] && level.kind !== 'bullet');
    return { at: parent >= 0 ? parent + 1 : this.levelAbove(mark.kind), sibling: false };
  }

  /** Where a new kind of number goes: below the more general kinds that are open, and below any heading. */
  private levelAbove(kind: NumberKind): number {
    const at = this.levels.findIndex((level) => !this.keeps(level, kind));
    return at < 0 ? this.levels.length : at;
  }

  /** Whether `level` stays open when a new kind of number begins. 一、 heads a part of the document: it ends "1." too. */
  private keeps(level: Level, kind: NumberKind): boolean {
    if (FIXED.has(level.kind) || rank(level.kind) <= rank(kind)) return true;
    return level.heading && kind !== 'han';
  }
}

function isPrefix(short: number[], long: number[]): boolean {
  return short.length < long.length && short.every((part, i) => part === long[i]);
}
