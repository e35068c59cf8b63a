/** The page fixtures: what each stands for, how it is used, and what must be found on it. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { LinkFailure, PageState } from '../../src/messages.ts';
import type { ConsentRow, Tick } from '../../src/page/consent-row.ts';
import type { Finding, Unread } from '../../src/types.ts';

/** `at`: where the quote begins in the text the page shows, in UTF-16 units. */
export type ExpectedFinding = Pick<Finding, 'category' | 'effect' | 'severity' | 'quote'> & { at: number };

export interface Expected {
  status: PageState['status'];
  /** All findings, in the order of the text; each is drawn once. */
  marked: ExpectedFinding[];
  unread: Unread[];
  /** The rows of consent, before anything is clicked. */
  rows?: ExpectedRow[];
  /** What the rows bind, and what reading it comes to. */
  documents?: ExpectedDocument[];
}
export interface ExpectedRow {
  by: ConsentRow['by'];
  /** Its kind and whether it is ticked: "native yes". */
  tick: `${Tick['kind']} ${Tick['ticked']}` | null;
  names: string[];
  button: string | null;
}
export type ExpectedDocument = {
  name: string;
  /** From the page's own address; `null` where only a script knows it. */
  path: string | null;
} & (
  | { status: 'read'; moved?: boolean; findings: Omit<ExpectedFinding, 'at'>[] }
  | { status: 'failed'; why: LinkFailure; detail?: string }
);

/**
 * One thing a user, or the page, does:
 * "click SELECTOR", "type SELECTOR TEXT", "key NAME", "focus SELECTOR", "scroll SELECTOR" (with the wheel, to its end),
 * "wait SELECTOR" (until it is there and seen, in the page or one of its frames), "gone SELECTOR" (until it is not), "html SELECTOR" (its HTML put in anew), "reload SELECTOR" (a frame).
 */
export type Step = string;

export interface Case {
  name: string;
  what: string;
  /** What in the world it stands for: a numbered pattern of consent pages, a gate. */
  source?: string;
  /** What shows the text. */
  open: Step[];
  /** What makes the text anew. */
  again: Step[];
  /** A user's way through the page, to its end: what the page then sent stands in `globalThis.sent`. */
  flow: Step[];
  expected: Expected;
}

const PAGES = path.resolve(import.meta.dirname, '../fixtures/pages');
const read = (name: string, file: string): unknown => JSON.parse(readFileSync(path.join(PAGES, name, file), 'utf8'));

export const CASES: Case[] = readdirSync(PAGES).map((name) => ({
  name,
  open: [],
  again: [],
  flow: [],
  ...(read(name, 'metadata.json') as Pick<Case, 'what' | 'source'>),
  expected: read(name, 'expected.json') as Expected,
}));

/** "click", "#go", and what comes after. */
export function parsed(step: Step): { verb: string; what: string; rest: string } {
  const [, verb, what, rest] = /^(\w+) (.+?)(?: (.+))?$/.exec(step) ?? [];
  if (!verb || !what) throw new Error(`no step: ${step}`);
  // Only what is typed comes after a selector; other selectors may hold spaces.
  return verb === 'type' ? { verb, what, rest: rest ?? '' } : { verb, what: step.slice(verb.length + 1), rest: '' };
}

/** What the report and the page should say, in the form in which both can be compared. */
export function findingsOf(state: PageState | undefined): ExpectedFinding[] {
  const findings = state?.status === 'checked' ? state.report.findings : [];
  return findings
    .map(({ category, effect, severity, quote, start, end }) => {
      if (end - start !== quote.length) throw new Error(`the span of ${quote} is not its length`);
      return { category, effect, severity, at: start, quote };
    })
    .toSorted((a, b) => a.at - b.at || a.category.localeCompare(b.category));
}

export function unreadOf(state: PageState | undefined): Unread[] {
  if (state?.status === 'checked') return state.report.unread ?? [];
  return state?.status === 'could-not-check' ? state.unread : [];
}

/** All that should be drawn, in the order of the text, without white space: what two findings share is drawn once. */
export function drawnFor(marked: readonly ExpectedFinding[]): string {
  const passages = new Map(marked.map(({ at, quote }) => [`${at},${quote.length}`, quote]));
  return [...passages.values()].join('').replaceAll(/\s/g, '');
}
