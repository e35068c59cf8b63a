/**
 * The documents that a page's rows of consent name: what is known of each, and the reading of them. What was read is kept
 * as long as the page lives, also when the page's script shows another view.
 */
import { siteOf, withoutFragment } from '../address.ts';
import type { LinkedDocument, LinkResult, LinkState, Message, ToBackground } from '../messages.ts';
import { failed, fetchDocument } from '../read/fetch.ts';
import type { Target } from './agreement-links.ts';

/** Documents read without a click, in the life of a page. */
const MAX_UNASKED = 6;
/** Names kept that nothing is known of yet: a page may rename its links for ever. */
const MAX_UNREAD = 200;

export interface LinkedOptions {
  /** The page's address now. */
  address: () => string;
  /** Rejects when the background fails or does not answer. */
  request: (message: Message<ToBackground>) => Promise<unknown>;
  /** Some document's state is another. */
  changed: () => void;
  fetch?: typeof fetchDocument;
}

/** One of `Consent.documents`, the same object as long as the page lives. */
export interface Linked extends LinkedDocument {
  /** What is asked for when it is read, without a fragment; `null` where reading makes no sense. */
  readonly source: string | null;
}

export class LinkedDocuments {
  readonly #options: LinkedOptions;
  readonly #documents = new Map<string, Linked>();
  readonly #ended = new AbortController();
  /** One at a time. */
  #last: Promise<void> = Promise.resolve();
  #unasked = 0;

  constructor(options: LinkedOptions) {
    this.#options = options;
  }

  /** The document of this name and address. */
  get(name: string, target: Target | null): Linked {
    const url = target?.url ?? null;
    const key = `${name}\n${url}`;
    const known = this.#documents.get(key);
    if (known) return known;
    const source = target && sourceOf(target, this.#options.address());
    const same = url !== null && originOf(url) === originOf(this.#options.address());
    const state = this.#stateAt(source) ?? { status: 'unread' };
    const document: Linked = { name, url, sameOrigin: same, state, source };
    this.#documents.set(key, document);
    this.#forget();
    return document;
  }

  /** Those of which the text was read, whether or not a row names them now. */
  get read(): Linked[] {
    return [...this.#documents.values()].filter(({ state }) => state.status === 'read');
  }

  /**
   * Reads a document because the reader asked for it; one that failed is tried again. To be called in the very event of
   * the click where a permission may have to be asked for.
   *
   * @param mayAsk whether to ask for permission to read another site
   */
  async open(document: Linked, mayAsk: boolean): Promise<void> {
    if (document.state.status === 'read' || document.state.status === 'reading') return;
    if (document.source === null) return this.#set(document, failed('no-address'));
    const allowed = mayAsk && !document.sameOrigin ? this.#allow(document.source) : Promise.resolve(true);
    this.#set(document, { status: 'reading' });
    if (!(await allowed)) return this.#set(document, failed('not-allowed', siteOf(document.source)));
    await this.#enqueue(document);
  }

  /** Reads what may be read without a click: the page's own documents, few, one after the other. */
  async openUnasked(documents: readonly Linked[], idle: () => Promise<void>): Promise<void> {
    for (const document of documents) {
      if (!document.sameOrigin || document.source === null || document.state.status !== 'unread') continue;
      if (this.#unasked >= MAX_UNASKED) return;
      this.#unasked += 1;
      await idle();
      if (this.#ended.signal.aborted || document.state.status !== 'unread') return;
      this.#set(document, { status: 'reading' });
      await this.#enqueue(document);
    }
  }

  end(): void {
    this.#ended.abort();
  }

  #enqueue(document: Linked): Promise<void> {
    this.#last = this.#last.then(async () => {
      const state = this.#stateAt(document.source) ?? (await this.#result(document));
      if (!this.#ended.signal.aborted) this.#set(document, state);
    });
    return this.#last;
  }

  async #result({ source, name, sameOrigin }: Linked): Promise<LinkResult> {
    if (this.#ended.signal.aborted || source === null) return failed('unreachable');
    try {
      if (!sameOrigin) return await this.#ask({ type: 'document.read', url: source, name });
      const get = this.#options.fetch ?? fetchDocument;
      const got = await get(source, 'same-origin', this.#ended.signal);
      if ('status' in got) return got;
      return await this.#ask({ type: 'document.parse', name, ...got, bytes: base64(got.bytes) });
    } catch {
      return failed('engine-failed');
    }
  }

  async #ask(message: Message<ToBackground>): Promise<LinkResult> {
    const result = (await this.#options.request(message)) as LinkResult | null;
    if (result?.status !== 'read' && result?.status !== 'failed') throw new Error('no answer');
    return result;
  }

  async #allow(url: string): Promise<boolean> {
    return (await this.#options.request({ type: 'document.allow', url }).catch(() => false)) === true;
  }

  /** What is known of an address from any name that leads there. */
  #stateAt(source: string | null): LinkState | undefined {
    if (source === null) return undefined;
    return this.read.find((each) => each.source === source)?.state;
  }

  /** Whatever leads to the same address has the same text. */
  #set(document: Linked, state: LinkState): void {
    document.state = state;
    if (state.status === 'read')
      for (const each of this.#documents.values()) if (each.source === document.source) each.state = state;
    this.#options.changed();
  }

  #forget(): void {
    if (this.#documents.size <= MAX_UNREAD) return;
    for (const [key, { state }] of this.#documents) {
      if (state.status === 'unread') this.#documents.delete(key);
      if (this.#documents.size <= MAX_UNREAD) return;
    }
  }
}

/**
 * The address to fetch for a link; `null` for a place or a route in this page, which only the page itself can show, and for
 * a route of a script elsewhere, whose address gives an empty shell.
 */
function sourceOf({ via, url }: Target, page: string): string | null {
  const source = withoutFragment(url);
  if (via === 'hash' || source === withoutFragment(page)) return null;
  return /^#[!/]/.test(new URL(url).hash) ? null : source;
}

function originOf(url: string): string {
  return new URL(url).origin;
}

/** Arguments to one call are limited. */
const CHUNK = 0x8000;

function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary);
}
