/** Keeps the page script registered for exactly the sites the user allowed, less those switched off. */
import browser from 'webextension-polyfill';
import { PAGE_SCRIPT } from '../messages.ts';
import type { Settings } from '../store/settings.ts';

const ID = 'agreement';

/** Match patterns of host permissions as `permissions.getAll` gives them, without what is no web page. */
export function webOrigins(origins: readonly string[]): string[] {
  return origins.filter((origin) => /^(?:https?|\*):\/\//.test(origin) || origin === '<all_urls>').toSorted();
}

/** Match patterns of the hosts switched off; a host that no pattern can hold is left out. */
export function offPatterns(sites: readonly string[]): string[] {
  return sites
    .filter((site) => /^(?:[a-z0-9-]+\.)*[a-z0-9-]+$|^\[[0-9a-f:]+\]$/i.test(site))
    .map((site) => `*://${site}/*`);
}

let queue: Promise<void> = Promise.resolve();

/** Brings the registration in line with permissions and settings. Calls run one after the other. */
export function register(settings: () => Promise<Pick<Settings, 'disabledSites'>>): Promise<void> {
  queue = queue.then(async () => {
    const { origins = [] } = await browser.permissions.getAll();
    const matches = webOrigins(origins);
    const [old] = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
    if (matches.length === 0) {
      if (old) await browser.scripting.unregisterContentScripts({ ids: [ID] });
      return;
    }
    const script = {
      id: ID,
      js: [PAGE_SCRIPT],
      matches,
      excludeMatches: offPatterns((await settings()).disabledSites),
      runAt: 'document_idle' as const,
      persistAcrossSessions: true,
    };
    await (old ? browser.scripting.updateContentScripts([script]) : browser.scripting.registerContentScripts([script]));
  });
  // A failure is for the caller; the next call must run all the same.
  const result = queue;
  queue = queue.catch(() => {});
  return result;
}

/** Runs the page script in the tabs already open on allowed sites, as a reload would. */
export async function injectIntoOpenTabs(origins: readonly string[]): Promise<void> {
  const url = webOrigins(origins);
  if (url.length === 0) return;
  const tabs = await browser.tabs.query({ url, discarded: false });
  await Promise.allSettled(
    tabs.flatMap(({ id }) =>
      id === undefined ? [] : [browser.scripting.executeScript({ target: { tabId: id }, files: [PAGE_SCRIPT] })],
    ),
  );
}
