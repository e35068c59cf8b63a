/**
 * Asking the reader for another site. Browsers take such a request only from a click: Chrome passes the click on a page along
 * with the message, Firefox does not, so in both a small window of the extension asks, and its own button is the click.
 */
import browser from 'webextension-polyfill';
import { ALLOW_PORT } from '../messages.ts';
import { isWeb, patternOf } from './documents.ts';

const SIZE = { width: 460, height: 360 };
let asking = false;

/**
 * Whether the site of `url` may be read, having asked if need be; closing the window is a no. Only one window at a time: a
 * page that asks again meanwhile gets a no.
 */
export async function askToAllow(url: string): Promise<boolean> {
  if (!isWeb(url)) throw new RangeError('no web address');
  const origins = [patternOf(url)];
  if (await browser.permissions.contains({ origins })) return true;
  if (asking) return false;
  asking = true;
  try {
    await answered(browser.runtime.getURL(`/allow.html?url=${encodeURIComponent(url)}`));
    // What counts is what the browser says, not who said so.
    return await browser.permissions.contains({ origins });
  } finally {
    asking = false;
  }
}

/** Resolves when the window has gone, be it before it has drawn anything. */
async function answered(page: string): Promise<void> {
  const removed = new Set<number>();
  let waitsFor: number | undefined;
  let tell = (): void => {};
  const noteRemoved = (tab: number): void => {
    removed.add(tab);
    if (tab === waitsFor) tell();
  };
  browser.tabs.onRemoved.addListener(noteRemoved);
  browser.runtime.onConnect.addListener(stayAlive);
  try {
    waitsFor = (await opened(page))?.id;
    if (waitsFor !== undefined && !removed.has(waitsFor)) await new Promise<void>((resolve) => (tell = resolve));
  } finally {
    browser.tabs.onRemoved.removeListener(noteRemoved);
    browser.runtime.onConnect.removeListener(stayAlive);
  }
}

async function opened(page: string): Promise<browser.Tabs.Tab | undefined> {
  // Phones have tabs only.
  if (!browser.windows) return browser.tabs.create({ url: page });
  return (await browser.windows.create({ url: page, type: 'popup', ...SIZE })).tabs?.[0];
}

/** The window pings as long as it is open: a worker that nobody speaks to would not live to hear the end. */
function stayAlive(port: browser.Runtime.Port): void {
  if (port.name === ALLOW_PORT) port.onMessage.addListener(() => {});
}
