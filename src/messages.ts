/** Every message between the parts of the extension, typed, in one place. */
import type { OutlineEntry, Report, Unread } from './types.ts';

/** What the page script knows about its page; the popup and the badge show nothing else. */
export type PageState = Reading & { consent: Consent };

/** What reading the page itself came to. */
export type Reading =
  /** The gate did not open and nobody asked: nothing was read. Never shown as clear. */
  | { status: 'not-checked' }
  | { status: 'checking' }
  /** `report.findings` may be empty ("nothing found"); `report.unread` names what could not be read. */
  | { status: 'checked'; report: Report; marked: number }
  /** Nothing of the page could be read, or the engine failed. */
  | { status: 'could-not-check'; unread: Unread[] };

/** What the page takes consent to, and what is known of those documents. Both empty where no row was found. */
export interface Consent {
  /** In page order. */
  rows: BoundRow[];
  /** Each document once, in the order in which the rows name them. */
  documents: LinkedDocument[];
}

export const NO_CONSENT: Consent = { rows: [], documents: [] };

export interface BoundRow {
  /** As the page says it: "我已阅读并同意《…》《…》". */
  text: string;
  /** What gives the consent: a tick, or pressing the button. */
  by: 'tick' | 'button';
  /** Before the reader did anything; `null` exactly when `by` is `button`. */
  preTicked: 'yes' | 'no' | 'unknown' | null;
  /** The row speaks of the agreement that stands on this page. */
  here: boolean;
  /** Indices into `Consent.documents`. More than one: a single act binds several. */
  documents: number[];
}

/** An agreement that the page names and a link may lead to. */
export interface LinkedDocument {
  /** Without brackets: "个人信息授权书". From the page: not to be trusted. */
  name: string;
  /** Absolute, `http:` or `https:`; `null` where only the page's own script knows what a click opens. From the page. */
  url: string | null;
  /** Whether the page may read it itself; another site asks for a permission first. */
  sameOrigin: boolean;
  state: LinkState;
}

export type LinkState =
  /** Nobody asked for it yet. Never shown as clear. */
  { status: 'unread' } | { status: 'reading' } | LinkResult;

/** What an attempt to read a linked document came to. */
export type LinkResult =
  /** `url`: where it was found after redirects; `moved`: that is another address than the link's. */
  | { status: 'read'; report: Report; url: string; moved: boolean }
  /** `detail`: a status code, a content type, a host: what the reader may want to know; "" for nothing. */
  | { status: 'failed'; why: LinkFailure; detail: string };

export const LINK_FAILURES = [
  /** Only the page's own script can open it. */
  'no-address',
  /** It stands on another site, and the reader has not allowed that. */
  'not-allowed',
  /** No connection, refused, or led to a site that may not be read: browsers do not say which. */
  'unreachable',
  'timeout',
  /** More than 5 MB. */
  'too-large',
  /** An error page; `detail` is the status code. */
  'http-error',
  /** Neither HTML, text nor PDF; `detail` is the content type. */
  'other-type',
  /** A document that holds no text, or is drawn by a script or made of pictures. */
  'no-text',
  /** It can be read, but is no agreement: a page to log in, an error page sent as a success, a menu. */
  'no-agreement',
  /** Damaged, or asks for a password. */
  'broken',
  'engine-failed',
] as const;
export type LinkFailure = (typeof LINK_FAILURES)[number];

/** Page script → background. */
export interface ToBackground {
  /** The gate opened: start the engine now, so that it is warm when the text comes. */
  'engine.wake': { request: object; response: void };
  'engine.analyze': { request: { text: string; url: string; title: string }; response: Report };
  /** The document map of a text; asked for only when the reader wants to see it. */
  'engine.outline': { request: { text: string }; response: OutlineEntry[] };
  /**
   * Reads bytes that the page script fetched from its own site. `bytes` is base64, `contentType` as sent, "" for
   * none, `url` the address after redirects, `name` what the page calls the document.
   */
  'document.parse': {
    request: { bytes: string; contentType: string; url: string; name: string; moved: boolean };
    response: LinkResult;
  };
  /** Fetches and reads a document of another site, without cookies; `not-allowed` where there is no permission for it. */
  'document.read': { request: { url: string; name: string }; response: LinkResult };
  /** Asks the reader for permission to read the site of `url`, on a click of theirs. `false`: refused. */
  'document.allow': { request: { url: string }; response: boolean };
  /** Whether the reader allowed this page's site for good, so that the documents it links may be read without a click. */
  'site.allowed': { request: object; response: boolean };
  /**
   * The page's state changed; the background sets the badge of the sender's tab. `severe` counts clauses of severity 3 that
   * grant something, linked documents included, `unread` the parts and documents that could not be read, `waiting` the
   * documents that nobody has read yet.
   */
  'page.changed': {
    request: { status: PageState['status']; severe: number; findings: number; unread: number; waiting: number };
    response: void;
  };
}

/** Popup → page script of one tab. */
export interface ToPage {
  'page.state': { request: object; response: PageState };
  /** Check this page whether or not the gate opened. */
  'page.check': { request: object; response: PageState };
  /** Scroll to a finding of the current report and open its card. `false`: its text is no longer on the page. */
  'page.jump': { request: { finding: number }; response: boolean };
  /** Read a linked document (an index into `Consent.documents`); permission for another site must be there already. */
  'page.read-document': { request: { document: number }; response: PageState };
  /** The document map of the text that the current report is on. */
  'page.outline': { request: object; response: OutlineEntry[] };
  /** Scroll to an entry of the document map. `false`: its text is no longer on the page. */
  'page.go': { request: Pick<OutlineEntry, 'start' | 'quote'>; response: boolean };
}

/** The page script, as `scripting.executeScript` and `registerContentScripts` take it. Running it twice in a page does no harm. */
export const PAGE_SCRIPT = 'content-scripts/agreement.js';

/** The port that the window in which the reader allows a site keeps open to the background. */
export const ALLOW_PORT = 'allow';

/** What comes back in place of a response when a request failed; `error` is for people who debug, not for readers. */
export interface Failure {
  error: string;
}

/** Whether what came back for a request says that it failed. */
export function isFailure(reply: unknown): reply is Failure {
  return typeof reply === 'object' && reply !== null && 'error' in reply && typeof reply.error === 'string';
}

/** Requests travel as `{ type, ...request }`; failures come back as `{ error }` so that they can be told from silence. */
export type Message<M> = { [K in keyof M]: { type: K } & (M[K] extends { request: infer R } ? R : never) }[keyof M];
