/** What stands beside names, rows and forms: marks, notes, and the panel of one document. In the host's shadow root. */
import { render } from 'preact';
import type { Finding } from '../../types.ts';
import { language, t } from '../../ui/i18n.ts';
import type { ContactForm } from '../contact-form.ts';
import { isThere, type LiveRow } from '../consent.ts';
import type { Host } from '../host.ts';
import type { Linked } from '../linked.ts';
import { boxesOf, reveal } from '../reveal.ts';
import { isSheet, placeCard } from '../card/place.ts';
import { areThere } from '../trees.ts';
import { boxOf, endOf, inkAround, isDarkBehind, linesAround, sightOf, wordsBox } from './ink.ts';
import { describe, MarkButton } from './mark.tsx';
import { Note } from './note.tsx';
import { Panel } from './panel.tsx';
import { around, type Box, type PlacedMark, placeMark, placeNote, type View } from './place.ts';

export interface BesideEvents {
  /** The reader wants a document read. Called in the event of the click. */
  read: (document: Linked) => void;
  /** The panel opens: what else is open closes. */
  opened: () => void;
}

/** One sentence to be shown, and what it stands beside. */
export interface NoteShown {
  text: string;
  more?: string | undefined;
  onLook?: (() => void) | undefined;
  onQuiet?: (() => void) | undefined;
  onClose: () => void;
  /** What it must not cover, besides what it stands beside. */
  keep: readonly Element[];
  anchor: Element;
}

export interface BesideShown {
  rows: readonly LiveRow[];
  agreeing: NoteShown | undefined;
  form: (NoteShown & { form: ContactForm }) | undefined;
}

interface Item {
  key: string;
  row: LiveRow;
  /** Index into the row's agreements. */
  nth: number;
  document: Linked;
  element: HTMLElement | null;
  /** Where it stands beside the name, as long as the name and the row keep their size. */
  placed: (PlacedMark & { for: string }) | undefined;
}

/** More marks than this help nobody. */
const MAX_MARKS = 40;
/** After something moved, positions are followed for at most this many frames, and until they have kept still for some. */
const FRAMES = 90;
const STILL = 6;
/** Text that a note on a form may cover before it is folded, in px². */
const MAY_COVER = 200;
const MIDDLE = { top: 0.1, at: 0.4, bottom: 0.75 };

export class Beside {
  readonly #document: Document;
  readonly #view: Window;
  readonly #host: Host;
  readonly #events: BesideEvents;
  readonly #root: HTMLElement;
  readonly #ended = new AbortController();
  #heard = new WeakSet<Node>();
  #shown: BesideShown = { rows: [], agreeing: undefined, form: undefined };
  #items: Item[] = [];
  #open: { key: string; document: Linked; finding: Finding | undefined; focus: number } | undefined;
  #notes: Record<'agreeing' | 'form', HTMLElement | null> = { agreeing: null, form: null };
  #unfolded = false;
  #focusCalls = 0;
  #returnTo: HTMLElement | null = null;
  #said = '';
  #saidFor = '';
  #frame = 0;
  #framesLeft = 0;
  #still = 0;
  #where = '';

  constructor(document: Document, host: Host, events: BesideEvents) {
    this.#document = document;
    this.#view = document.defaultView!;
    this.#host = host;
    this.#events = events;
    this.#root = document.createElement('div');
    this.#root.className = 'root beside';
    // Before card and rail in the order of the keyboard: names stand in the page before what is said of them.
    host.shadow.prepend(this.#root);
    const options = { capture: true, passive: true, signal: this.#ended.signal };
    this.#view.addEventListener('resize', () => this.follow(), options);
    this.#root.addEventListener('keydown', (event) => this.#pressed(event));
  }

  /** The document whose panel is open. */
  get opened(): Linked | undefined {
    return this.#open?.document;
  }

  show(shown: BesideShown): void {
    this.#shown = shown;
    const before = new Map(this.#items.map((item) => [item.key, item]));
    this.#items = itemsOf(shown.rows).map((item) => {
      const old = before.get(item.key);
      return { ...item, element: old?.element ?? null, placed: undefined };
    });
    if (this.#open && !this.#items.some(({ document }) => document === this.#open?.document)) this.close();
    this.#render();
    this.follow();
  }

  /** Follows what scrolls in these trees; shadow roots and frames do not tell the window. */
  listen(roots: readonly (Document | ShadowRoot)[]): void {
    for (const root of roots) {
      if (this.#heard.has(root)) continue;
      this.#heard.add(root);
      const options = { capture: true, passive: true, signal: this.#ended.signal };
      root.addEventListener('scroll', () => this.follow(), options);
      if (root === this.#document) this.#view.addEventListener('scroll', () => this.follow(), options);
    }
  }

  /** Opens the panel of a document, at one of its findings if asked. */
  open(document: Linked, finding: Finding | undefined, focus: boolean, key = ''): void {
    this.#events.opened();
    if (!this.#open) this.#returnTo = focusedIn(this.#host.shadow, this.#document);
    const beside = key || (this.#items.find((item) => item.document === document)?.key ?? '');
    this.#open = { key: beside, document, finding, focus: focus ? ++this.#focusCalls : 0 };
    this.#host.settle();
    this.#render();
    this.follow();
  }

  close(): void {
    if (!this.#open) return;
    const hadFocus = this.#host.shadow.activeElement !== null;
    const mark = this.#items.find(({ key }) => key === this.#open?.key)?.element;
    const back = this.#returnTo?.isConnected ? this.#returnTo : mark;
    this.#open = undefined;
    this.#returnTo = null;
    this.#render();
    if (hadFocus) back?.focus({ preventScroll: true });
  }

  /** Moves the focus to the next mark; `false`: there is none, or `round` was not asked for. */
  step(by: 1 | -1, round = false): boolean {
    const active = this.#host.shadow.activeElement;
    const items = this.#reachable;
    const at = items.findIndex(({ element }) => element === active);
    const next = at === -1 ? (by === 1 ? 0 : items.length - 1) : at + by;
    const item = items[round ? (next + items.length) % items.length : next];
    if (!item?.element) return false;
    reveal(item.row.agreements[item.nth]!.range, MIDDLE);
    this.#place();
    item.element.focus({ preventScroll: true });
    return true;
  }

  get hasMarks(): boolean {
    return this.#reachable.length > 0;
  }

  get #reachable(): Item[] {
    return this.#items.filter(({ element }) => element !== null && element.dataset.seen !== 'gone');
  }

  /** Whether the focus is on a mark. */
  get hasFocus(): boolean {
    const active = this.#host.shadow.activeElement;
    return active !== null && this.#items.some(({ element }) => element === active);
  }

  /** Whether a note must stay: the reader is at it. */
  isHeld(kind: 'agreeing' | 'form'): boolean {
    const element = this.#notes[kind];
    return element !== null && (element.matches(':hover') || element.contains(this.#host.shadow.activeElement));
  }

  /** Says, for those who do not see the marks, that they exist; once for the same documents. */
  announce(words: string, forWhat: string): void {
    if (forWhat === this.#saidFor) return;
    this.#saidFor = forWhat;
    this.#said = words;
    this.#render();
  }

  /** Says what a document came to. */
  say(document: Linked): void {
    this.#said = describe(document);
    this.#render();
  }

  /** Keeps everything in its place while the page moves, and a little longer: boxes slide in after the change that shows them. */
  follow(): void {
    this.#framesLeft = FRAMES;
    this.#still = 0;
    this.#frame ||= requestAnimationFrame(() => this.#next());
  }

  remove(): void {
    this.#ended.abort();
    cancelAnimationFrame(this.#frame);
    render(null, this.#root);
    this.#root.remove();
  }

  #next(): void {
    this.#frame = 0;
    if (this.#ended.signal.aborted) return;
    const where = this.#place();
    this.#still = where === this.#where ? this.#still + 1 : 0;
    this.#where = where;
    if (this.#still < STILL && this.#framesLeft-- > 0) this.#frame = requestAnimationFrame(() => this.#next());
  }

  // ---- what is shown

  #render(): void {
    this.#root.lang = language();
    const { rows, agreeing, form } = this.#shown;
    const open = this.#open;
    render(
      <>
        <p class="said" role="status">
          {this.#said}
        </p>
        {rows.map((row, index) => {
          const items = this.#items.filter((item) => item.row === row);
          if (items.length === 0) return null;
          return (
            <div key={index} role="group" aria-label={t('beside.group', { row: row.text.slice(0, 80) })}>
              {items.map((item) => (
                <MarkButton
                  key={item.key}
                  document={item.document}
                  opened={open?.key === item.key}
                  onPress={() => this.#press(item)}
                  onFocus={() => this.#focused(item)}
                  setElement={(element) => (item.element = element ?? item.element)}
                />
              ))}
            </div>
          );
        })}
        {/* The panel says more, and would lie on it. */}
        <div role="status">{agreeing && !open && this.#note('agreeing', agreeing)}</div>
        <div role="status">{form && this.#note('form', form)}</div>
        {open && (
          <Panel
            document={open.document}
            finding={open.finding}
            focus={open.focus}
            onClose={() => this.close()}
            onAgain={() => this.#events.read(open.document)}
          />
        )}
      </>,
      this.#root,
    );
    this.#place();
  }

  #note(kind: 'agreeing' | 'form', { text, more, onLook, onQuiet, onClose }: NoteShown) {
    const setElement = (element: HTMLElement | null) => (this.#notes[kind] = element);
    const onUnfold = () => {
      this.#unfolded = true;
      this.follow();
    };
    // Other words are another note: nothing in a note moves.
    return <Note key={`${text}${more}`} {...{ kind, text, more, onLook, onQuiet, onClose, onUnfold, setElement }} />;
  }

  #press(item: Item): void {
    const { state } = item.document;
    if (state.status === 'unread') {
      this.#events.read(item.document);
      // What cannot be read at all says so at once.
      if (item.document.state.status !== 'failed') return;
    }
    if (this.#open?.key === item.key) return this.close();
    this.open(item.document, undefined, true, item.key);
  }

  /** A mark that the page has scrolled out of sight is still reached by Tab. */
  #focused({ element, row, nth }: Item): void {
    if (element?.dataset.seen === 'no') reveal(row.agreements[nth]!.range, MIDDLE);
    this.follow();
  }

  #pressed(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    const active = this.#host.shadow.activeElement;
    const note = (['agreeing', 'form'] as const).find((kind) => this.#notes[kind]?.contains(active));
    if (!this.#open && !note) return;
    // The key is meant for what has the focus, not for a dialog of the page under it.
    event.preventDefault();
    event.stopPropagation();
    // The panel goes first: right after it has opened from a note, the focus is still in that note.
    if (this.#open) this.close();
    else if (note) this.#shown[note]?.onClose();
  }

  // ---- where it stands

  /** Puts everything in its place, by transforms alone. Returns where that is, to tell whether it moves. */
  #place(): string {
    const { innerWidth: width, innerHeight: height } = this.#view;
    const view = { width, height };
    const coarse = this.#view.matchMedia('(pointer: coarse)').matches;
    const marks: Box[] = [];
    const where: string[] = [];
    for (const item of this.#items) {
      const box = this.#placeMark(item, marks, view, coarse);
      if (box) marks.push(box);
      where.push(box ? `${Math.round(box.x)},${Math.round(box.y)}` : '-');
    }
    for (const kind of ['agreeing', 'form'] as const) where.push(this.#placeNote(kind, marks, view));
    where.push(this.#placePanel(view));
    return where.join();
  }

  #placeMark(item: Item, marks: readonly Box[], view: View, coarse: boolean) {
    const { element, row, nth } = item;
    if (!element) return undefined;
    const { range, element: holder } = row.agreements[nth]!;
    const name = isThere(row) && isRendered(holder) ? endOf(range) : undefined;
    const rowBox = name && around([boxOf(row.element), ...(row.tick ? [boxOf(row.tick.element)] : [])]);
    if (!name || !rowBox) {
      element.dataset.seen = 'gone';
      return undefined;
    }
    const key = [name.width, name.height, rowBox.width, rowBox.height, name.x - rowBox.x, name.y - rowBox.y, view.width]
      .map(Math.round)
      .join();
    if (item.placed?.for !== key) {
      const ink = [...inkAround(name, row.element, [row.tick?.element, row.button]), ...marks];
      // A row at the edge of the window is placed as if there were room: it may be scrolled in.
      const room = { width: view.width, height: Number.POSITIVE_INFINITY };
      const { box, reach } = placeMark(name, rowBox, ink, room, coarse);
      item.placed = { box: { ...box, x: box.x - name.x, y: box.y - name.y }, reach, for: key };
      element.dataset.ground = isDarkBehind(holder) ? 'dark' : 'light';
      element.style.setProperty('--size', `${box.width}px`);
      element.style.setProperty('--reach', `${-reach}px`);
    }
    const { box } = item.placed;
    const at = { ...box, x: name.x + box.x, y: name.y + box.y };
    element.style.transform = `translate(${at.x.toFixed(1)}px, ${at.y.toFixed(1)}px)`;
    const [x, y] = [name.x + name.width - Math.min(6, name.width / 2), name.y + name.height / 2];
    const inside = x >= 0 && y >= 0 && x <= view.width && y <= view.height;
    const sight = inside ? sightOf(x, y, holder, row.element, (each) => this.#host.is(each)) : 'clipped';
    // What the page has covered is not for now; what it has only scrolled away may be gone to.
    const inert = sight === 'covered' || this.#isInert(holder);
    const seen = sight === 'seen' && !inert;
    element.dataset.seen = inert ? 'gone' : seen ? 'yes' : 'no';
    return seen ? at : undefined;
  }

  /** A modal dialog leaves nothing else to be used. */
  #isInert(holder: Element): boolean {
    const dialogs = this.#document.querySelectorAll('dialog:modal');
    return dialogs.length > 0 && !dialogs[dialogs.length - 1]!.contains(holder);
  }

  #placeNote(kind: 'agreeing' | 'form', marks: readonly Box[], view: View): string {
    const element = this.#notes[kind];
    const note = this.#shown[kind];
    if (!element || !note) return '-';
    const anchor = areThere([note.anchor]) && isRendered(note.anchor) ? anchorBox(kind, note.anchor) : undefined;
    const gone = !anchor || anchor.y > view.height || anchor.y + anchor.height < 0;
    // A sheet takes the lower part of a phone's screen for itself.
    const box =
      gone || (this.#open && isSheet(view))
        ? null
        : this.#roomFor(kind, element, note, visibleOf(view, anchor), marks, view);
    element.dataset.seen = box ? 'yes' : 'no';
    if (!box) return 'off';
    element.style.transform = `translate(${box.x.toFixed(1)}px, ${box.y.toFixed(1)}px)`;
    return `${Math.round(box.x)},${Math.round(box.y)}`;
  }

  /** A note on a form that would cover what the page says is folded, until the reader unfolds it. */
  #roomFor(
    kind: 'agreeing' | 'form',
    element: HTMLElement,
    note: NoteShown,
    anchor: Box,
    marks: readonly Box[],
    view: View,
  ): Box | null {
    const kept = note.keep.filter((each) => areThere([each])).map(boxOf);
    const keep = [anchor, ...kept, ...marks].filter(({ width, height }) => width > 0 && height > 0);
    const spare = linesAround(note.anchor);
    const room = () => {
      const { offsetWidth: width, offsetHeight: height } = element;
      return placeNote({ width, height }, anchor, keep, spare, view);
    };
    element.dataset.folded = 'no';
    const whole = room();
    if (kind !== 'form' || this.#unfolded || (whole && whole.covered < MAY_COVER)) return whole;
    element.dataset.folded = 'yes';
    return room();
  }

  #placePanel(view: View): string {
    const panel = this.#root.querySelector<HTMLElement>('.panel');
    const open = this.#open;
    if (!panel || !open) return '-';
    const item = this.#items.find(({ key }) => key === open.key);
    const range = item?.row.agreements[item.nth]?.range;
    const boxes = range && areThere([range.startContainer]) ? boxesOf(range) : [];
    placeCard(panel, boxes, view, `${open.key} ${open.document.state.status}`);
    return panel.style.transform;
  }
}

function itemsOf(rows: readonly LiveRow[]): Omit<Item, 'element' | 'placed'>[] {
  const items = rows.flatMap((row, index) =>
    row.documents.map((document, nth) => ({ key: `${index}.${nth}.${document.name}`, row, nth, document })),
  );
  return items.slice(0, MAX_MARKS);
}

function isRendered(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
}

/** A row as a whole; of a form the words of its heading. */
function anchorBox(kind: 'agreeing' | 'form', anchor: Element): Box {
  return kind === 'form' ? wordsBox(anchor) : boxOf(anchor);
}

/** The part of a box that is in the window. */
function visibleOf({ width, height }: View, box: Box): Box {
  const x = Math.max(0, box.x);
  const y = Math.max(0, box.y);
  return {
    x,
    y,
    width: Math.max(1, Math.min(box.x + box.width, width) - x),
    height: Math.max(1, Math.min(box.y + box.height, height) - y),
  };
}

function focusedIn(shadow: ShadowRoot, { activeElement }: Document): HTMLElement | null {
  const active = shadow.activeElement ?? activeElement;
  return active instanceof HTMLElement && active.localName !== 'body' ? active : null;
}
