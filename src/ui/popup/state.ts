import type { PageState } from '../../messages.ts';
import type { OutlineEntry } from '../../types.ts';

/** Why nothing of a tab can be read, each with its own words. */
export type Blocked = 'browser-page' | 'store' | 'pdf' | 'file' | 'needs-access' | 'failed';

/** What the popup shows. */
export type PopupState =
  /** The page script has not answered yet. */
  | { kind: 'starting' }
  | { kind: 'blocked'; why: Blocked }
  /** The reader switched this site off. */
  | { kind: 'disabled' }
  | { kind: 'page'; page: PageState };

/** The site of the tab, where its address is known and is a web page's. */
export interface Site {
  /** As `location.hostname` gives it. */
  host: string;
  /** The match pattern to ask permission for. */
  pattern: string;
  /** Permission for the site is there: its pages are checked without a click. */
  always: boolean;
}

/** What the reader can do in the popup. Promises never reject. */
export interface PopupActions {
  check: () => void;
  /** `false`: the clause is no longer on the page. */
  jump: (finding: number) => Promise<boolean>;
  /** The document map; `undefined`: it could not be had. */
  outline: () => Promise<OutlineEntry[] | undefined>;
  /**
   * Reads a document that the page asks to accept (an index into `Consent.documents`); of another site after asking for it, so
   * call it in a click handler. `false`: the reader did not allow that site.
   */
  readDocument: (document: number) => Promise<boolean>;
  /** `false`: the place is no longer on the page. */
  go: (entry: OutlineEntry) => Promise<boolean>;
  /** Asks for, or gives up, permission to read the site. `false`: nothing changed. Call it in a click handler. */
  setAlways: (on: boolean) => Promise<boolean>;
  setDisabled: (on: boolean) => Promise<boolean>;
  openSettings: () => void;
  /** Hands a file to the browser's downloads. */
  save: (name: string, mediaType: string, content: string) => void;
  /** `false`: the clipboard refused. */
  copy: (text: string) => Promise<boolean>;
}
