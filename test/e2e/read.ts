/** What the extension shows on a page, read back the way a reader or the popup would get it. */
import type { Frame, Page } from '@playwright/test';
import type { PageState } from '../../src/messages.ts';
import { workerOf } from './fixtures.ts';

/** Names and texts of our highlights in a document, in order of position. */
export async function drawnIn(frame: Page | Frame): Promise<{ name: string; text: string }[]> {
  return frame.evaluate(() =>
    [...CSS.highlights]
      .filter(([name]) => name.startsWith('mingtiao-'))
      .flatMap(([name, ranges]) => [...ranges].map((range) => ({ name, text: (range as Range).toString() }))),
  );
}

/** The state of the page script in `page`, asked for as the popup asks; `undefined` where no script answers. */
export async function stateOf(page: Page): Promise<PageState | undefined> {
  return ask(page, { type: 'page.state' }) as Promise<PageState | undefined>;
}

/** Sends a message to the page script of `page` from the extension. */
export async function ask(page: Page, message: { type: string; [key: string]: unknown }): Promise<unknown> {
  const worker = await workerOf(page.context());
  return worker.evaluate(
    async ({ url, message }) => {
      const tabs = await chrome.tabs.query({});
      const tab = tabs.find((each) => each.url === url);
      if (tab?.id === undefined) throw new Error(`no tab at ${url}`);
      return chrome.tabs.sendMessage(tab.id, message).catch(() => undefined);
    },
    { url: page.url(), message },
  );
}

/** What the badge of `page`'s tab says. */
export async function badgeOf(page: Page): Promise<{ text: string; title: string }> {
  const worker = await workerOf(page.context());
  return worker.evaluate(async (url) => {
    const tabs = await chrome.tabs.query({});
    const tabId = tabs.find((each) => each.url === url)?.id;
    if (tabId === undefined) throw new Error(`no tab at ${url}`);
    return { text: await chrome.action.getBadgeText({ tabId }), title: await chrome.action.getTitle({ tabId }) };
  }, page.url());
}
