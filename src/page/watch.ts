/** Notices that a page has changed: late text, removed text, dialogs made anew, routes. */

export interface WatchEvents {
  /** Text or structure may have changed. Called once for a burst of changes, before they are painted. */
  changed(): void;
  /** The address changed without a page load. */
  routed(): void;
  /** The page opened or closed something in the top layer. */
  layered(): void;
  /** The reader came back to the page and found it as it was left. */
  returned(): void;
}

/** Attributes that pages show and hide text with. */
const SHOWING = ['class', 'style', 'hidden', 'open', 'aria-hidden', 'src', 'srcdoc'];

export class Watcher {
  readonly #document: Document;
  readonly #events: WatchEvents;
  readonly #isOwn: (node: Node) => boolean;
  readonly #observer: MutationObserver;
  readonly #watched = new WeakSet<Node>();
  readonly #ended = new AbortController();
  #attributes = false;

  /** @param isOwn whether a node is what the extension itself adds and removes */
  constructor(document: Document, isOwn: (node: Node) => boolean, events: WatchEvents) {
    this.#document = document;
    this.#events = events;
    this.#isOwn = isOwn;
    this.#observer = new MutationObserver((records) => {
      if (records.some((record) => this.#matters(record))) events.changed();
    });
    this.#observe(document);
    const view = document.defaultView!;
    const options = { signal: this.#ended.signal, passive: true, capture: true };
    const routed = () => events.routed();
    view.addEventListener('popstate', routed, options);
    view.addEventListener('hashchange', routed, options);
    (view as { navigation?: EventTarget }).navigation?.addEventListener('currententrychange', routed, options);
    view.addEventListener('pageshow', (event) => event.persisted && events.returned(), options);
    document.addEventListener('toggle', (event) => this.#isOwn(event.target as Node) || events.layered(), options);
    document.addEventListener('fullscreenchange', () => events.layered(), options);
  }

  /** From now on follows what shows and hides text too, in every tree of `roots`. */
  follow(roots: readonly (Document | ShadowRoot)[]): void {
    if (!this.#attributes) {
      this.#attributes = true;
      this.#observe(this.#document);
      const options = { signal: this.#ended.signal, passive: true, capture: true };
      for (const type of ['transitionend', 'animationend']) {
        this.#document.addEventListener(
          type,
          (event) => this.#isOwn(event.target as Node) || this.#events.changed(),
          options,
        );
      }
    }
    for (const root of roots) {
      if (this.#watched.has(root)) continue;
      this.#watched.add(root);
      this.#observe(root);
    }
  }

  readonly #loaded = (event: Event): void => {
    if (isFrame(event.target)) this.#events.changed();
  };

  stop(): void {
    this.#observer.disconnect();
    this.#ended.abort();
  }

  #observe(root: Document | ShadowRoot): void {
    // Text in a frame comes with its load. Listening twice with one listener is listening once.
    root.addEventListener('load', this.#loaded, { signal: this.#ended.signal, passive: true, capture: true });
    this.#observer.observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
      ...(this.#attributes ? { attributeFilter: SHOWING } : {}),
    });
  }

  #matters({ type, target, addedNodes, removedNodes }: MutationRecord): boolean {
    if (type !== 'childList') return !this.#isOwn(target);
    for (const nodes of [addedNodes, removedNodes]) for (const node of nodes) if (!this.#isOwn(node)) return true;
    return false;
  }
}

function isFrame(target: EventTarget | null): boolean {
  const name = (target as Partial<Element> | null)?.nodeName;
  return name === 'IFRAME' || name === 'FRAME';
}
