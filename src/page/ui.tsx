import { render } from 'preact';
import type { Report } from '../types.ts';
import { language, t } from '../ui/i18n.ts';
import { severeIn } from '../ui/words.ts';
import { Card } from './card/card.tsx';
import { placeCard } from './card/place.ts';
import { Host } from './host.ts';
import type { Mark } from './marks.ts';
import { Rail } from './rail.tsx';
import { boxesOf } from './reveal.ts';
import css from './ui.css?inline';

export interface UiEvents {
  /** Next or previous mark. */
  step: (by: 1 | -1) => void;
  /** Another finding, wherever it stands. */
  pick: (finding: number) => void;
  go: (mark: Mark) => void;
}

export interface Shown {
  marks: readonly Mark[];
  report: Report | undefined;
  rail: boolean;
  /** UTF-16 length of the text the marks lie in. */
  length: number;
}

/** Card, rail and announcements, in the host's shadow root. */
export class Ui {
  readonly host: Host;
  readonly #root: HTMLElement;
  readonly #events: UiEvents;
  readonly #document: Document;
  readonly #ended = new AbortController();
  #shown: Shown = { marks: [], report: undefined, rail: false, length: 0 };
  #open: { mark: Mark; finding: number; focus: number } | undefined;
  #focusCalls = 0;
  #returnTo: HTMLElement | null = null;
  #said = '';
  #frame = 0;

  constructor(document: Document, events: UiEvents) {
    this.#document = document;
    this.#events = events;
    this.host = new Host(document, css);
    this.#root = document.createElement('div');
    this.#root.className = 'root';
    this.host.shadow.append(this.#root);
    const options = { capture: true, passive: true, signal: this.#ended.signal };
    const view = document.defaultView!;
    const moved = () => this.reposition();
    view.addEventListener('scroll', moved, options);
    view.addEventListener('resize', moved, options);
    this.#root.addEventListener('keydown', (event) => this.#pressed(event));
  }

  /** The mark whose card is open. */
  get opened(): Mark | undefined {
    return this.#open?.mark;
  }

  show(shown: Shown): void {
    const open = this.#open;
    this.#shown = shown;
    if (open) {
      // Marks are made anew with every pass; the card stays with the same passage.
      const mark = shown.marks.find(
        ({ findings, start }) => start === open.mark.start && findings.includes(open.finding),
      );
      if (mark) this.#open = { ...open, mark, focus: 0 };
      else this.close();
    }
    this.#render();
  }

  /** @param focus whether focus goes to the card: only for what the reader did with the keyboard or the card itself */
  open(mark: Mark, finding: number, focus: boolean): void {
    if (!this.#open) this.#returnTo = focusedIn(this.#document);
    this.#open = { mark, finding, focus: focus ? ++this.#focusCalls : 0 };
    this.host.settle();
    this.#render();
  }

  close(): void {
    if (!this.#open) return;
    const hadFocus = this.host.shadow.activeElement !== null;
    this.#open = undefined;
    this.#render();
    if (hadFocus && this.#returnTo?.isConnected) this.#returnTo.focus({ preventScroll: true });
    this.#returnTo = null;
  }

  /**
   * Says once, for those who do not see the marks, what was found.
   *
   * @param open documents that the page binds and nobody has read: while there are any, nothing is said to be absent
   */
  announce({ findings, unread = [] }: Report, drawn: boolean, open: number): void {
    const parts: string[] = [];
    if (findings.length > 0) parts.push(t('live.found', { n: findings.length, severe: severeIn({ findings }) }));
    else if (open === 0) parts.push(t('live.none'));
    if (unread.length > 0) parts.push(t('badge.unread', { n: unread.length }));
    if (!drawn && findings.length > 0) parts.push(t('live.not-drawn'));
    this.#said = parts.join(' ');
    this.#render();
  }

  /** Keeps the card beside its passage while the page moves. */
  reposition(): void {
    if (!this.#open || this.#frame) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#place();
    });
  }

  remove(): void {
    this.#ended.abort();
    render(null, this.#root);
    this.host.remove();
  }

  #render(): void {
    const { marks, report, rail, length } = this.#shown;
    const open = this.#open;
    this.#root.lang = language();
    render(
      <>
        {report && open && (
          <Card
            report={report}
            finding={open.finding}
            siblings={open.mark.findings}
            at={marks.indexOf(open.mark) + 1}
            count={marks.length}
            focus={open.focus}
            onStep={this.#events.step}
            onPick={this.#events.pick}
            onClose={() => this.close()}
          />
        )}
        {report && rail && marks.length > 0 && (
          <Rail
            marks={marks}
            report={report}
            length={length}
            opened={open?.mark}
            onNext={() => this.#events.step(1)}
            onGo={this.#events.go}
          />
        )}
        <p class="said" role="status">
          {this.#said}
        </p>
      </>,
      this.#root,
    );
    this.#place();
  }

  #place(): void {
    const card = this.#root.querySelector<HTMLElement>('.card');
    const view = this.#document.defaultView;
    if (!card || !view || !this.#open) return;
    const boxes = this.#open.mark.pieces.flatMap(({ range }) => boxesOf(range));
    const size = { width: view.innerWidth, height: view.innerHeight };
    placeCard(card, boxes, size, String(this.#open.finding));
  }

  #pressed(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.#open) return;
    // The key is meant for the card, not for a dialog of the page under it.
    event.preventDefault();
    event.stopPropagation();
    this.close();
  }
}

function focusedIn({ activeElement }: Document): HTMLElement | null {
  return activeElement instanceof HTMLElement && activeElement.localName !== 'body' ? activeElement : null;
}
