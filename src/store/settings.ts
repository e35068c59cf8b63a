/** What a person chose, kept in `storage.local`. Nothing else of theirs is stored. */
import browser from 'webextension-polyfill';
import { type LanguageSetting, UI_LANGUAGES } from '../ui/i18n.ts';

/** Keys that move between marks, as `KeyboardEvent.code` with modifiers in the order Ctrl+Alt+Shift: `Alt+Shift+KeyJ`. */
export interface Keys {
  next: string;
  previous: string;
}

export interface Settings {
  language: LanguageSetting;
  /** Host names ("loan.example.com") on which nothing is read. */
  disabledSites: string[];
  /** Reads the agreements that a page's row of consent names without a click, where the page's site is allowed for good. */
  readLinked: boolean;
  /** Host names on which no line comes up at the moment of agreeing. */
  quietSites: string[];
  /** The strip at the edge of a page that shows where its marks lie. */
  showRail: boolean;
  keys: Keys;
}

export const DEFAULT_SETTINGS: Readonly<Settings> = {
  language: 'auto',
  disabledSites: [],
  readLinked: true,
  quietSites: [],
  showRail: true,
  keys: { next: 'Alt+Shift+KeyJ', previous: 'Alt+Shift+KeyK' },
};

const KEY = 'settings';
const SHORTCUT = /^(?:Ctrl\+)?(?:Alt\+)?(?:Shift\+)?[A-Z][A-Za-z0-9]{0,20}$/;

/**
 * Settings from whatever is stored: a field that is missing, or not of its type, takes its default; a field this version
 * does not know is left out. So an older or a newer version's settings are read without a migration.
 */
export function parseSettings(stored: unknown): Settings {
  const from = isRecord(stored) ? stored : {};
  const keys = isRecord(from.keys) ? from.keys : {};
  return {
    language: isLanguage(from.language) ? from.language : DEFAULT_SETTINGS.language,
    disabledSites: sitesOf(from.disabledSites),
    readLinked: flagOf(from.readLinked, DEFAULT_SETTINGS.readLinked),
    quietSites: sitesOf(from.quietSites),
    showRail: flagOf(from.showRail, DEFAULT_SETTINGS.showRail),
    keys: {
      next: isShortcut(keys.next) ? keys.next : DEFAULT_SETTINGS.keys.next,
      previous: isShortcut(keys.previous) ? keys.previous : DEFAULT_SETTINGS.keys.previous,
    },
  };
}

/** The settings now; the defaults where storage cannot be read. */
export async function readSettings(): Promise<Settings> {
  try {
    return parseSettings((await browser.storage.local.get(KEY))[KEY]);
  } catch {
    return parseSettings(undefined);
  }
}

/** Changes some settings. `false`: they could not be stored (disk full) and nothing changed. */
export async function saveSettings(change: Partial<Settings>): Promise<boolean> {
  try {
    const stored = (await browser.storage.local.get(KEY))[KEY];
    await browser.storage.local.set({ [KEY]: parseSettings({ ...parseSettings(stored), ...change }) });
    return true;
  } catch {
    return false;
  }
}

/** Calls `listener` with the new settings whenever they change in any part of the extension; returns what ends it. */
export function onSettingsChanged(listener: (settings: Settings) => void): () => void {
  const changed = (changes: Record<string, browser.Storage.StorageChange>, area: string) => {
    if (area === 'local' && KEY in changes) listener(parseSettings(changes[KEY]?.newValue));
  };
  browser.storage.onChanged.addListener(changed);
  return () => browser.storage.onChanged.removeListener(changed);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Each once, in order. */
function sitesOf(value: unknown): string[] {
  return Array.isArray(value) ? [...new Set(value.filter((site) => typeof site === 'string'))].toSorted() : [];
}

function flagOf(value: unknown, fallback: boolean): boolean {
  return typeof value === 'boolean' ? value : fallback;
}

function isLanguage(value: unknown): value is LanguageSetting {
  return value === 'auto' || UI_LANGUAGES.some((known) => known === value);
}

function isShortcut(value: unknown): value is string {
  return typeof value === 'string' && SHORTCUT.test(value);
}
