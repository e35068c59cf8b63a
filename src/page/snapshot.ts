/** The text a page shows, and where each character of it stands in the page. */
import type { Unread } from '../types.ts';
import { HOST_TAG } from './host.ts';
import { documentOf, firstChildOf, nextSiblingOf, nodeNameOf, nodeTypeOf } from './nodes.ts';
import { type Gap, Print } from './print.ts';
import { documentIn, shadowRootOf } from './trees.ts';
import { unreadElement } from './unread.ts';

/** `length` characters of the text, from `at` on, are those of `node.data` from `offset` on. Characters in no run are breaks. */
export interface Run {
  at: number;
  node: Text;
  offset: number;
  length: number;
}

export interface Snapshot {
  text: string;
  /** In text order, not overlapping. */
  runs: Run[];
  /** Every tree that was read: the document, shadow roots, documents in frames. */
  roots: (Document | ShadowRoot)[];
  unread: Unread[];
  /** How long the page was kept waiting for it in all, in ms. */
  busy: number;
}

/** UTF-16 units read at most; what is left over is reported as `too-large`. */
const MAX_CHARS = 6_000_000;
/** A reader needs no longer list of what could not be read. */
const MAX_UNREAD = 20;
/** How long the page waits for the walk at a time, in ms. */
const SLICE = 8;

/**
 * Reads what `document` shows: block boundaries and `<br>` as line breaks, table cells apart by tabs, white space as
 * rendered. Hidden text is left out; a passage that stands twice, once out of sight, counts once. Pauses every few
 * milliseconds, so the page may change under it: check a run against its node before use.
 */
export async function takeSnapshot(document: Document): Promise<Snapshot> {
  const walk = new Walk();
  let start = performance.now();
  let busy = 0;
  for (const _ of walk.document(document)) {
    const now = performance.now();
    if (now - start < SLICE) continue;
    busy += now - start;
    await pause();
    start = performance.now();
  }
  const read = walk.finish();
  return { ...read, busy: busy + performance.now() - start };
}

/** Lets the page work; unlike a timer it is not put off for a second in a tab in the background. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
}

/** What parts two pieces of text, weakest first. */
const NOTHING = 0;
const SPACE = 1;
const CELL = 2;
const LINE = 3;
type Break = typeof NOTHING | typeof SPACE | typeof CELL | typeof LINE;
const BREAKS: readonly Gap[] = ['', ' ', '\t', '\n'];

/** Neither rendered as text nor holding any. Text of form controls is the user's, not the page's. */
const SKIPPED = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE HEAD INPUT TEXTAREA SELECT DATALIST AUDIO VIDEO METER PROGRESS RT RP MATH SVG'.split(
    ' ',
  ),
);
/** What viewers make pieces of printed lines of. */
const PIECES = new Set('SPAN DIV P'.split(' '));
const MEDIA = new Set('CANVAS IMG IFRAME FRAME EMBED OBJECT'.split(' '));

interface Style {
  /** Whether white space is kept, and whether line feeds are. */
  pre: 'collapse' | 'lines' | 'keep';
  visible: boolean;
  /** Children are laid out beside each other: what parts them is no line break. */
  row: boolean;
}

interface Line {
  text: string;
  runs: Run[];
  element: Element | null;
}

class Walk {
  readonly #lines: Line[] = [{ text: '', runs: [], element: null }];
  readonly #roots: (Document | ShadowRoot)[] = [];
  readonly #unread: Unread[] = [];
  #pending: Break = NOTHING;
  #chars = 0;
  #full = false;
  readonly #print = new Print();
  /** The element that the last text read stands in, if that is a piece placed by its coordinates. */
  #piece: Element | undefined;

  *document(document: Document): Generator<void> {
    this.#roots.push(document);
    this.#break(LINE);
    if (document.body) yield* this.#element(document.body, { pre: 'collapse', visible: true, row: false });
    this.#break(LINE);
  }

  *#children(parent: Node, style: Style): Generator<void> {
    for (let child = firstChildOf(parent); child && !this.#full; child = nextSiblingOf(child)) {
      yield* this.#node(child, style);
    }
  }

  *#node(node: Node, style: Style): Generator<void> {
    const type = nodeTypeOf(node);
    if (type === 3) {
      if (style.visible) yield* this.#text(node as Text, style.pre);
    } else if (type === 1) {
      yield;
      yield* this.#element(node as Element, style);
    }
  }

  *#element(element: Element, outer: Style): Generator<void> {
    const name = nodeNameOf(element).toUpperCase();
    if (name === 'BR') {
      if (outer.visible) this.#break(LINE);
      return;
    }
    if (SKIPPED.has(name) || name === HOST_TAG) return;
    const css = documentOf(element).defaultView?.getComputedStyle(element);
    if (!css || css.display === 'none' || css.opacity === '0' || css.contentVisibility === 'hidden') return;
    const style: Style = {
      pre: preserves(css),
      visible: css.visibility !== 'hidden' && css.visibility !== 'collapse',
      row: css.display.endsWith('flex') && !css.flexDirection.startsWith('column'),
    };
    const around = breakOf(css.display, outer.row);
    this.#break(around);
    // Viewers let no piece wrap.
    const placed = css.position === 'absolute' && /^(?:pre|nowrap)$/.test(css.whiteSpace) && PIECES.has(name);
    if (placed) this.#goOn(element);
    if (MEDIA.has(name)) yield* this.#media(element, style);
    else if (name === 'DETAILS' && !element.hasAttribute('open')) yield* this.#summary(element, style);
    else yield* this.#content(element, style);
    this.#break(around);
    if (placed) this.#piece = element;
  }

  /** Where the last text and `piece` are pieces of one printed page, their places say what parts them. */
  #goOn(piece: Element): void {
    const line = this.#lines.at(-1)!;
    const last = line.runs.at(-1)?.node;
    if (!last || !this.#piece?.contains(last)) return;
    const gap = this.#print.gap(this.#piece, piece, line.text, piece.textContent ?? '');
    if (gap !== undefined) this.#pending = BREAKS.indexOf(gap) as Break;
  }

  /** The flat tree: a shadow root in place of the children, slotted nodes in place of their slot. */
  *#content(element: Element, style: Style): Generator<void> {
    const shadow = shadowRootOf(element);
    if (shadow) {
      this.#roots.push(shadow);
      yield* this.#children(shadow, style);
      return;
    }
    const slotted = nodeNameOf(element) === 'SLOT' ? (element as HTMLSlotElement).assignedNodes() : [];
    if (slotted.length === 0) yield* this.#children(element, style);
    else for (const node of slotted) yield* this.#node(node, style);
  }

  *#summary(details: Element, style: Style): Generator<void> {
    const summary = details.querySelector(':scope > summary');
    if (summary) yield* this.#element(summary, style);
  }

  *#media(element: Element, style: Style): Generator<void> {
    if (!style.visible) return;
    const inner = documentIn(element);
    if (inner) {
      yield* this.document(inner);
      return;
    }
    const unread = unreadElement(element);
    if (unread && this.#unread.length < MAX_UNREAD) this.#unread.push(unread);
    if (element.nodeName === 'OBJECT' && !unread) yield* this.#children(element, style);
  }

  *#text(node: Text, pre: Style['pre']): Generator<void> {
    const { data } = node;
    if (pre === 'keep') {
      for (let at = 0; at < data.length; at += 50_000) {
        this.#add(node, at, Math.min(at + 50_000, data.length));
        yield;
      }
      return;
    }
    const space = pre === 'lines' ? /[ \t\r\f]+|\n[ \t\r\f]*/g : /[ \t\n\r\f]+/g;
    let from = 0;
    for (let found = space.exec(data); found; found = space.exec(data)) {
      if (found.index > from) this.#add(node, from, found.index);
      this.#break(pre === 'lines' && found[0].startsWith('\n') ? LINE : SPACE);
      from = space.lastIndex;
      yield;
    }
    if (from < data.length) this.#add(node, from, data.length);
  }

  #break(kind: Break): void {
    if (kind > this.#pending) this.#pending = kind;
  }

  #add(node: Text, from: number, to: number): void {
    let line = this.#lines.at(-1)!;
    if (this.#pending === LINE && line.text) {
      line = { text: '', runs: [], element: node.parentElement };
      this.#lines.push(line);
    } else if (line.text) {
      line.text += BREAKS[this.#pending];
    } else {
      line.element = node.parentElement;
    }
    this.#pending = NOTHING;
    line.runs.push({ at: line.text.length, node, offset: from, length: to - from });
    line.text += node.data.slice(from, to);
    this.#chars += to - from;
    if (this.#chars > MAX_CHARS && !this.#full) {
      this.#full = true;
      this.#unread.push({ reason: 'too-large', where: line.text.slice(-40) });
    }
  }

  finish(): Omit<Snapshot, 'busy'> {
    const lines = withoutHiddenCopies(this.#lines);
    const runs: Run[] = [];
    let at = 0;
    for (const line of lines) {
      for (const run of line.runs) {
        run.at += at;
        runs.push(run);
      }
      at += line.text.length + 1;
    }
    return { text: lines.map((line) => line.text).join('\n'), runs, roots: this.#roots, unread: this.#unread };
  }
}

function preserves({ whiteSpace, whiteSpaceCollapse }: CSSStyleDeclaration): Style['pre'] {
  const kind = whiteSpaceCollapse || whiteSpace;
  if (kind === 'preserve-breaks' || kind === 'pre-line') return 'lines';
  return kind === 'collapse' || kind === 'normal' || kind === 'nowrap' ? 'collapse' : 'keep';
}

function breakOf(display: string, inRow: boolean): Break {
  if (display.startsWith('inline') || display === 'contents' || display.startsWith('ruby'))
    return inRow ? SPACE : NOTHING;
  if (display === 'table-cell') return CELL;
  return inRow ? SPACE : LINE;
}

/** Shorter lines (labels, numbers) may well stand twice. */
const COPY_LENGTH = 16;
/** Geometry is asked for only where a line stands twice, and for no more pairs than this. */
const COPY_CHECKS = 2000;

/** Leaves out lines that stand elsewhere too, where this one is out of sight and the other is not. */
function withoutHiddenCopies(lines: Line[]): Line[] {
  const first = new Map<string, Line>();
  const dropped = new Set<Line>();
  let checks = COPY_CHECKS;
  for (const line of lines) {
    if (line.text.length < COPY_LENGTH) continue;
    const other = first.get(line.text);
    if (!other) {
      first.set(line.text, line);
    } else if (checks-- > 0) {
      if (isOutOfSight(line)) {
        dropped.add(line);
      } else if (isOutOfSight(other)) {
        dropped.add(other);
        first.set(line.text, line);
      }
    }
  }
  return dropped.size === 0 ? lines : lines.filter((line) => !dropped.has(line));
}

/** Moved off the page, clipped to nothing, or hidden from assistive technology as a copy is. */
function isOutOfSight({ element }: Line): boolean {
  if (!element) return false;
  if (element.closest('[aria-hidden="true"]')) return true;
  const view = element.ownerDocument.defaultView;
  const box = element.getBoundingClientRect();
  if (box.right <= 0 || box.bottom + (view?.scrollY ?? 0) <= 0) return true;
  let up: Element | null = element;
  for (let i = 0; up && i < 6; i++, up = up.parentElement)
    if (up.clientWidth <= 1 && up.clientHeight <= 1 && up.scrollHeight > 4) return true;
  return box.width <= 1 || box.height <= 1;
}
