/** The popup's side of the extension: which tab, what its page script says, permissions and settings. No words, no DOM. */
import browser from 'webextension-polyfill';
import {
  isFailure,
  type LinkedDocument,
  type Message,
  NO_CONSENT,
  PAGE_SCRIPT,
  type PageState,
  type ToPage,
} from '../../messages.ts';
import { readSettings, saveSettings } from '../../store/settings.ts';
import type { OutlineEntry } from '../../types.ts';
import type { Blocked, PopupState, Site } from './state.ts';

export interface Tab {
  id: number;
  /** Absent where the extension may not know the address. */
  url?: URL;
}

/** The tab the popup is about: `?tab=ID` of its own address, else the active one. `undefined`: there is no such tab. */
export async function findTab(search: string): Promise<Tab | undefined> {
  const wanted = new URLSearchParams(search).get('tab');
  const tab =
    wanted === null
      ? (await browser.tabs.query({ active: true, currentWindow: true }))[0]
      : await browser.tabs.get(Number(wanted)).catch(() => undefined);
  if (tab?.id === undefined) return undefined;
  const url = tab.url === undefined ? null : URL.parse(tab.url);
  return url ? { id: tab.id, url } : { id: tab.id };
}

/** `undefined` for a tab that shows no web page. */
export async function siteOf({ url }: Tab): Promise<Site | undefined> {
  if (url === undefined || !/^https?:$/.test(url.protocol)) return undefined;
  const pattern = patternOf(url);
  return { host: url.hostname, pattern, always: await browser.permissions.contains({ origins: [pattern] }) };
}

/** The match pattern of a site. Ports cannot be told apart. */
function patternOf({ protocol, hostname }: URL): string {
  return `${protocol}//${hostname}/*`;
}

/** What the tab's page script knows; runs the script first where it is missing and may run. */
export async function look(tab: Tab): Promise<PopupState> {
  const host = tab.url?.hostname;
  if (host !== undefined && (await readSettings()).disabledSites.includes(host)) return { kind: 'disabled' };
  const known = await ask(tab, { type: 'page.state' });
  if (known !== undefined) return { kind: 'page', page: known };
  const blocked = closedTo(tab.url) ?? (await inject(tab));
  if (blocked !== undefined) return { kind: 'blocked', why: blocked };
  const page = await ask(tab, { type: 'page.state' });
  return page === undefined ? { kind: 'blocked', why: 'failed' } : { kind: 'page', page };
}

/** Has the page checked whether or not it looks like an agreement. */
export async function check(tab: Tab): Promise<PopupState> {
  const page = await ask(tab, { type: 'page.check' });
  return page === undefined ? { kind: 'blocked', why: 'failed' } : { kind: 'page', page };
}

/**
 * Asks for the document's site where it is another than the page's. Browsers take that only while a click is being handled, so
 * nothing may be awaited before it. `false`: refused.
 */
export async function allowDocument({ url, sameOrigin }: LinkedDocument): Promise<boolean> {
  const parsed = url === null ? null : URL.parse(url);
  if (sameOrigin || !parsed) return true;
  return browser.permissions.request({ origins: [patternOf(parsed)] }).catch(() => false);
}

/** Has the page script read a linked document; resolves when that is done. */
export async function readDocument(tab: Tab, document: number): Promise<PopupState> {
  const page = await ask(tab, { type: 'page.read-document', document });
  return page === undefined ? { kind: 'blocked', why: 'failed' } : { kind: 'page', page };
}

/** Shows a clause on the page. `false`: it is no longer there. */
export async function jump(tab: Tab, finding: number): Promise<boolean> {
  return show(tab, { type: 'page.jump', finding });
}

/** The document map of the page; `undefined`: it could not be had. */
export async function outline(tab: Tab): Promise<OutlineEntry[] | undefined> {
  const reply = await send(tab, { type: 'page.outline' });
  return Array.isArray(reply) ? (reply as OutlineEntry[]) : undefined;
}

/** Shows a part of the agreement on the page. `false`: it is no longer there. */
export async function go(tab: Tab, { start, quote }: OutlineEntry): Promise<boolean> {
  return show(tab, { type: 'page.go', start, quote });
}

/** Has the page show something. On a phone the popup covers the page, so it makes way. */
async function show(tab: Tab, message: Message<Pick<ToPage, 'page.jump' | 'page.go'>>): Promise<boolean> {
  if ((await send(tab, message)) !== true) return false;
  if ((await browser.runtime.getPlatformInfo()).os === 'android') {
    await browser.tabs.update(tab.id, { active: true });
    window.close();
  }
  return true;
}

/** Calls `listener` when the tab's page reports a change; returns what ends it. */
export function onPageChanged(tab: Tab, listener: () => void): () => void {
  const heard = (message: unknown, sender: browser.Runtime.MessageSender): undefined => {
    const changed =
      typeof message === 'object' && message !== null && 'type' in message && message.type === 'page.changed';
    if (changed && sender.tab?.id === tab.id) listener();
  };
  browser.runtime.onMessage.addListener(heard);
  return () => browser.runtime.onMessage.removeListener(heard);
}

/** Asks the reader for the site's permission, or gives it up. `false`: nothing changed. */
export async function setAlways({ pattern }: Site, on: boolean): Promise<boolean> {
  try {
    return await browser.permissions[on ? 'request' : 'remove']({ origins: [pattern] });
  } catch {
    // A permission that the extension needs to run cannot be given up.
    return false;
  }
}

/** Switches a site off or on again. `false`: it could not be stored. */
export async function setDisabled({ host }: Site, on: boolean): Promise<boolean> {
  const others = (await readSettings()).disabledSites.filter((site) => site !== host);
  return saveSettings({ disabledSites: on ? [...others, host] : others });
}

async function ask(
  tab: Tab,
  message: Message<Pick<ToPage, 'page.state' | 'page.check' | 'page.read-document'>>,
): Promise<PageState | undefined> {
  const reply = await send(tab, message);
  if (isFailure(reply))
    return { status: 'could-not-check', unread: [{ reason: 'engine-failed', where: '' }], consent: NO_CONSENT };
  return isPageState(reply) ? reply : undefined;
}

function isPageState(reply: unknown): reply is PageState {
  return typeof reply === 'object' && reply !== null && 'status' in reply && typeof reply.status === 'string';
}

/** `undefined` where no page script answers. */
async function send(tab: Tab, message: Message<ToPage>): Promise<unknown> {
  return browser.tabs.sendMessage(tab.id, message, { frameId: 0 }).catch(() => undefined);
}

const STORES = /^(?:chromewebstore\.google\.com|addons\.mozilla\.org|microsoftedge\.microsoft\.com)$/;

/** Why an address can never be read, as far as the address itself tells. */
function closedTo(url: URL | undefined): Blocked | undefined {
  if (url === undefined || url.protocol === 'file:') return undefined;
  if (!/^https?:$/.test(url.protocol)) return 'browser-page';
  return STORES.test(url.hostname) ? 'store' : undefined;
}

/** Runs the page script in the tab; says why where it cannot run. */
async function inject(tab: Tab): Promise<Blocked | undefined> {
  const target = { tabId: tab.id };
  try {
    const [type] = await browser.scripting.executeScript({ target, func: () => document.contentType });
    if (type?.result === 'application/pdf') return 'pdf';
    await browser.scripting.executeScript({ target, files: [PAGE_SCRIPT] });
    return undefined;
  } catch {
    if (tab.url?.protocol === 'file:') return 'file';
    if (tab.url?.pathname.toLowerCase().endsWith('.pdf')) return 'pdf';
    return tab.url === undefined ? 'browser-page' : 'needs-access';
  }
}
