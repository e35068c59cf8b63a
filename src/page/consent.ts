/** The rows of consent as they stand on the page now, tied to what is known of them and of the documents they bind. */
import type { BoundRow, Consent } from '../messages.ts';
import { targetOf } from './agreement-links.ts';
import { AGREE, consentRows, type ConsentRow, type Tick } from './consent-row.ts';
import type { Linked, LinkedDocuments } from './linked.ts';
import { areThere } from './trees.ts';

export interface LiveRow extends ConsentRow {
  preTicked: BoundRow['preTicked'];
  /** One for each of `agreements`. */
  documents: Linked[];
}

/** Looking that takes no longer than this is done again with every change, in ms. */
const CHEAP = 8;
/** Rows remembered; a page may make new ones for ever. */
const MAX_REMEMBERED = 200;

export class ConsentReader {
  readonly #linked: LinkedDocuments;
  /** What ticks said when first seen, by themselves and, as pages make them anew, by their words and place. */
  readonly #first = new WeakMap<Element, BoundRow['preTicked']>();
  readonly #remembered = new Map<string, BoundRow['preTicked']>();
  readonly #touched = new WeakSet<EventTarget>();
  readonly #touchedTexts = new Set<string>();
  #text: string | undefined;
  #took = 0;
  rows: LiveRow[] = [];

  /** @param late the reader has used this page before it was looked at */
  constructor(
    linked: LinkedDocuments,
    private readonly late: boolean,
  ) {
    this.#linked = linked;
  }

  /** Looks for rows again, in every tree the page shows. @param text what these trees show */
  find(roots: readonly (Document | ShadowRoot)[], text: string): void {
    // Most changes of a page leave its rows alone; on a long one looking again costs.
    if (this.#took > CHEAP && text === this.#text && this.rows.every(stands)) return;
    this.#text = text;
    const start = performance.now();
    const found = AGREE.test(text) ? roots.flatMap((root) => consentRows(root)).filter(isRendered) : [];
    this.#took = performance.now() - start;
    const seen = new Map<string, number>();
    this.rows = found.map((row) => {
      const nth = seen.get(row.text) ?? 0;
      seen.set(row.text, nth + 1);
      const documents = row.agreements.map(({ name, target }) => this.#linked.get(name, target));
      return { ...row, documents, preTicked: this.#preTicked(row, nth) };
    });
  }

  clear(): void {
    this.#text = undefined;
    this.rows = [];
  }

  /** Notes what the reader clicked or typed at. */
  touch(path: readonly EventTarget[]): void {
    for (const target of path) this.#touched.add(target);
    for (const row of this.rows) if (path.includes(row.element)) this.#touchedTexts.add(row.text);
  }

  /** Each document once. */
  get documents(): Linked[] {
    return [...new Set(this.rows.flatMap(({ documents }) => documents))];
  }

  get state(): Consent {
    const documents = this.documents;
    return {
      rows: this.rows.map(({ text, by, preTicked, here, documents: bound }) => ({
        text,
        by,
        preTicked,
        here,
        documents: [...new Set(bound.map((each) => documents.indexOf(each)))],
      })),
      documents: documents.map(({ name, url, sameOrigin, state }) => ({ name, url, sameOrigin, state })),
    };
  }

  #preTicked({ tick, text, element }: ConsentRow, nth: number): BoundRow['preTicked'] {
    if (!tick) return null;
    const { pathname, hash } = element.ownerDocument.location;
    const key = `${pathname}${hash}\n${nth}\n${text}`;
    const known = this.#first.get(tick.element) ?? this.#remembered.get(key);
    const first = known ?? (this.#mayBeTheReaders(tick, text) ? 'unknown' : tick.ticked);
    this.#first.set(tick.element, first);
    if (this.#remembered.size >= MAX_REMEMBERED) this.#remembered.clear();
    this.#remembered.set(key, first);
    return first;
  }

  #mayBeTheReaders(tick: Tick, text: string): boolean {
    if (tick.ticked !== 'yes' || (tick.element as Partial<HTMLInputElement>).defaultChecked) return false;
    return this.late || this.#touched.has(tick.element) || this.#touchedTexts.has(text);
  }
}

/** Whether everything a row is made of is still in the page, and its links lead where they did. */
function stands(row: ConsentRow): boolean {
  if (!isThere(row)) return false;
  return row.agreements.every(({ element, target }) => targetOf(element)?.url === target?.url);
}

/** Whether everything a row is made of is still in the page. */
export function isThere({ range, element, tick, button, agreements }: ConsentRow): boolean {
  const names = agreements.flatMap((each) => [each.element, each.range.startContainer]);
  return areThere([range.startContainer, element, tick?.element, button, ...names]);
}

function isRendered({ range }: ConsentRow): boolean {
  return range.getClientRects().length > 0;
}
