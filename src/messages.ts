/** Every message between the parts of the extension, typed, in one place. */
import type { OutlineEntry, Report, Unread } from './types.ts';

/** What the page script knows about its page; the popup and the badge show nothing else. */
export type PageState =
  /** The gate did not open and nobody asked: nothing was read. Never shown as clear. */
  | { status: 'not-checked' }
  | { status: 'checking' }
  /** `report.findings` may be empty ("nothing found"); `report.unread` names what could not be read. */
  | { status: 'checked'; report: Report; marked: number }
  /** Nothing of the page could be read, or the engine failed. */
  | { status: 'could-not-check'; unread: Unread[] };

/** Page script → background. */
export interface ToBackground {
  /** The gate opened: start the engine now, so that it is warm when the text comes. */
  'engine.wake': { request: object; response: void };
  'engine.analyze': { request: { text: string; url: string; title: string }; response: Report };
  /** The document map of a text; asked for only when the reader wants to see it. */
  'engine.outline': { request: { text: string }; response: OutlineEntry[] };
  /**
   * The page's state changed; the background sets the badge of the sender's tab. `severe` counts clauses of severity 3 that
   * grant something, `unread` the parts that could not be read.
   */
  'page.changed': {
    request: { status: PageState['status']; severe: number; findings: number; unread: number };
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
  /** The document map of the text that the current report is on. */
  'page.outline': { request: object; response: OutlineEntry[] };
  /** Scroll to an entry of the document map. `false`: its text is no longer on the page. */
  'page.go': { request: Pick<OutlineEntry, 'start' | 'quote'>; response: boolean };
}

/** The page script, as `scripting.executeScript` and `registerContentScripts` take it. Running it twice in a page does no harm. */
export const PAGE_SCRIPT = 'content-scripts/agreement.js';

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
