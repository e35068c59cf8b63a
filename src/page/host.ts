/** The one element the extension adds to a page; everything it shows lives in its shadow root. */

export const HOST_TAG = 'MINGTIAO-HOST';

/** Pages that take the element away again and again keep it away. */
const RETURNS = 30;

export class Host {
  readonly shadow: ShadowRoot;
  readonly #element: HTMLElement;
  readonly #document: Document;
  #returns = 0;

  constructor(document: Document, css: string) {
    this.#document = document;
    // One left by a version of the extension that has since been replaced.
    for (const old of document.querySelectorAll(HOST_TAG)) old.remove();
    this.#element = document.createElement(HOST_TAG.toLowerCase());
    this.#element.popover = 'manual';
    // Closed, so that the page cannot rewrite what we say of it; open only in the build that browser tests look into.
    this.shadow = this.#element.attachShadow({ mode: import.meta.env.MODE === 'test' ? 'open' : 'closed' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    this.shadow.adoptedStyleSheets = [sheet];
    // The page's own "click outside" and shortcut handlers are not meant for clicks and keys in the card.
    for (const type of OWN_EVENTS) {
      this.shadow.addEventListener(type, (event) => event.stopPropagation(), { passive: true });
    }
    this.settle();
  }

  /**
   * Puts the element where it can be seen and used: in the root, or inside a modal dialog, which makes all else inert; in
   * the top layer whenever the page has something there.
   */
  settle(): void {
    const dialog = topDialog(this.#document);
    const home = dialog ?? this.#document.documentElement;
    if (this.#element.parentNode !== home) {
      if (!this.#element.isConnected && this.#returns++ > RETURNS) return;
      home.append(this.#element);
    }
    const wanted = dialog !== undefined || this.#document.querySelector(TOP_LAYER) !== null;
    if (wanted && !this.#element.matches(':popover-open')) this.#element.showPopover();
    if (!wanted && this.#element.matches(':popover-open')) this.#element.hidePopover();
  }

  /** Comes back on top of what the page has just put into the top layer. */
  raise(): void {
    if (this.#element.matches(':popover-open') && !this.shadow.activeElement) this.#element.hidePopover();
    this.settle();
  }

  /** Whether `node` is the element itself. */
  is(node: Node | EventTarget | null): boolean {
    return node === this.#element;
  }

  remove(): void {
    this.#element.remove();
  }
}

const OWN_EVENTS = [
  'click',
  'dblclick',
  'auxclick',
  'contextmenu',
  'mousedown',
  'mouseup',
  'pointerdown',
  'pointerup',
  'touchstart',
  'touchend',
  'keydown',
  'keyup',
  'keypress',
  'focusin',
  'focusout',
  'wheel',
];

const TOP_LAYER = `:popover-open:not(${HOST_TAG}), :fullscreen`;

function topDialog(document: Document): Element | undefined {
  return [...document.querySelectorAll('dialog:modal')].at(-1);
}
