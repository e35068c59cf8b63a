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

/** Resolves when the window has gone. It pings as long as it is open, so that the worker lives to hear the end. */
async function answered(page: string): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    const heard = (port: browser.Runtime.Port) => {
      if (port.name !== ALLOW_PORT || port.sender?.url !== page) return;
      browser.runtime.onConnect.removeListener(heard);
      port.onDisconnect.addListener(() => resolve());
    };
    browser.runtime.onConnect.addListener(heard);
  });
  // Phones have tabs only.
  if (browser.windows) await browser.windows.create({ url: page, type: 'popup', ...SIZE });
  else await browser.tabs.create({ url: page });
  await closed;
}
