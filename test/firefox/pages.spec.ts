/** The page fixtures that matter most, in a real Firefox: the same marks, and the same way through the page as without us. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test as base } from '@playwright/test';
import type { PageState } from '../../src/messages.ts';
import { CASES, type Case, drawnFor, type Expected, findingsOf, unreadOf } from '../e2e/cases.ts';
import { serve, type Site } from '../e2e/serve.ts';
import { Firefox } from './marionette.ts';
import { walk } from './walk.ts';

const BUILD = path.resolve(import.meta.dirname, '../../.output/firefox-mv3-test');
const ID = 'mingtiao@mingtiao.example';
const AGAIN = 5;
/** One page at least for each pattern that pages of lenders are made in. */
const NAMES = new Set([
  'antd-popup-frame',
  'canvas-only',
  'class-tick-route',
  'contact-form',
  'focus-trap',
  'icon-tick',
  'layui-layer',
  'linked-sign-up',
  'pdf-viewer',
  'pre-contract',
  'radix-checkout',
  'scroll-countdown',
  'scroll-gate',
  'shadow-closed',
  'sign-up',
  'vant-sheet',
  'vue-html-late',
  'word-spans',
]);

function firefoxPath(): string {
  const file = [process.env.MINGTIAO_FIREFOX, '/usr/bin/firefox-esr', '/usr/bin/firefox'].find(
    (each) => each && existsSync(each),
  );
  if (!file) throw new Error('no Firefox: set MINGTIAO_FIREFOX to its full path');
  return file;
}

/** Runs at the head of each page, before the page's own scripts. */
const NOTES = `
  globalThis.noted = { focus: [], console: [], errors: [] };
  addEventListener('focusin', ({ target }) => noted.focus.push(target.id || target.localName), true);
  addEventListener('error', ({ message }) => noted.errors.push(message));
  addEventListener('unhandledrejection', ({ reason }) => noted.errors.push(String(reason)));
  for (const type of ['log', 'info', 'warn', 'error']) {
    const original = console[type];
    console[type] = (...words) => {
      noted.console.push(type + ': ' + words.join(' '));
      original.apply(console, words);
    };
  }`;

interface Driven {
  firefox: Firefox;
  site: Site;
  /** A window on the page under test, and one on a page of the extension. */
  windows: { page: string; extension: string };
}

const test = base.extend<object, { driven: Driven }>({
  driven: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from the pattern
    async ({}, use) => {
      const site = await serve(NOTES);
      const firefox = await Firefox.start(firefoxPath(), BUILD, ID);
      const { value: page } = (await firefox.send('WebDriver:GetWindowHandle')) as { value: string };
      const made = (await firefox.send('WebDriver:NewWindow', { type: 'window', focus: false })) as { handle: string };
      await firefox.send('WebDriver:SwitchToWindow', { handle: made.handle, focus: false });
      await firefox.send('WebDriver:Navigate', { url: firefox.addressOf('options.html') });
      await firefox.send('WebDriver:SwitchToWindow', { handle: page });
      await use({ firefox, site, windows: { page, extension: made.handle } });
      await firefox.stop();
      await site.close();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
});

const chosen = CASES.filter(({ name }) => NAMES.has(name));

test('every page named here is a fixture', () => {
  expect(chosen.map(({ name }) => name).toSorted()).toEqual([...NAMES].toSorted());
});

for (const { name, open, again, expected } of chosen) {
  test(`${name}: the same marks as in Chromium, made anew five times`, async ({ driven }) => {
    const { firefox, site } = driven;
    await firefox.send('WebDriver:Navigate', { url: `${site.origin}/${name}/` });
    await walk(firefox, open);
    await expectMarks(driven, expected);
    for (let i = 0; again.length > 0 && i < AGAIN; i++) {
      await walk(firefox, again);
      await expectMarks(driven, expected);
    }
  });
}

for (const each of chosen.filter(({ flow }) => flow.length > 0)) {
  test(`${each.name} works the same`, async ({ driven }) => {
    const { origin } = driven.site;
    // The build may read localhost and nothing under it.
    const without = await walked(driven, origin.replace('localhost', 'off.localhost'), each);
    expect(without.sent).toBeTruthy();
    expect(await walked(driven, origin, each, true)).toEqual(without);
  });
}

test('nothing in the extension failed meanwhile', async ({ driven }) => {
  expect(await driven.firefox.extensionErrors()).toEqual([]);
});

async function expectMarks(driven: Driven, expected: Expected): Promise<void> {
  await expect(async () => {
    const state = await stateOf(driven);
    expect(state?.status).toBe(expected.status);
    expect(unreadOf(state)).toEqual(expected.unread);
    expect(findingsOf(state)).toEqual(expected.marked);
    expect(await driven.firefox.evaluate(drawnText)).toBe(drawnFor(expected.marked));
    if (state?.status === 'checked') expect(state.marked).toBe(expected.marked.length);
  }).toPass({ timeout: 20_000, intervals: [50, 100, 250] });
}

/** Asked as the popup asks; `undefined` where no page script answers. */
async function stateOf({ firefox, windows }: Driven): Promise<PageState | undefined> {
  const url = await firefox.evaluate(() => location.href);
  await firefox.send('WebDriver:SwitchToWindow', { handle: windows.extension, focus: false });
  try {
    const state = await firefox.evaluate(async (url) => {
      const { browser } = window as unknown as { browser: typeof chrome };
      const tab = (await browser.tabs.query({})).find((each) => each.url === url);
      if (tab?.id === undefined) return null;
      return JSON.stringify(await browser.tabs.sendMessage(tab.id, { type: 'page.state' }).catch(() => null));
    }, url);
    return state === null ? undefined : ((JSON.parse(state) as PageState | null) ?? undefined);
  } finally {
    await firefox.send('WebDriver:SwitchToWindow', { handle: windows.page, focus: false });
  }
}

function drawnText(): string {
  const windows: Window[] = [window];
  for (const frame of document.querySelectorAll('iframe'))
    if (frame.contentDocument) windows.push(frame.contentWindow!);
  const drawn = windows.map((view) => {
    const ranges: Range[] = [];
    const rules = view.document.adoptedStyleSheets.flatMap((sheet) =>
      Array.from(sheet.cssRules, ({ cssText }) => cssText),
    );
    for (const [name, highlight] of (view as unknown as typeof globalThis).CSS.highlights)
      if (rules.some((rule) => rule.startsWith(`::highlight(${name})`)))
        ranges.push(...(highlight as unknown as Iterable<Range>));
    return (
      ranges
        .filter((range) => range.startContainer.isConnected)
        .toSorted((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b))
        // What a window draws of another's document nobody sees.
        .map((range) => (range.startContainer.ownerDocument === view.document ? range.toString() : '(elsewhere)'))
        .join('')
    );
  });
  return drawn.join('').replaceAll(/\s/g, '');
}

async function walked(driven: Driven, origin: string, { name, open, flow, expected }: Case, ours = false) {
  const { firefox } = driven;
  await firefox.send('WebDriver:Navigate', { url: `${origin}/${name}/` });
  if (ours && open.length === 0) await expect.poll(async () => (await stateOf(driven))?.status).toBe(expected.status);
  await walk(firefox, flow);
  // Late work of the extension would fall into this.
  await new Promise((resolve) => setTimeout(resolve, 500));
  const left = await firefox.evaluate(whatIsLeft);
  return JSON.parse(left) as { sent?: unknown };
}

function whatIsLeft(): string {
  const { sent, noted } = window as unknown as { sent: unknown; noted: { focus: string[] } };
  const documents = [document];
  for (const frame of document.querySelectorAll('iframe'))
    if (frame.contentDocument) documents.push(frame.contentDocument);
  const copies = documents.map(({ documentElement }) => documentElement.cloneNode(true) as Element);
  for (const copy of copies) for (const host of copy.querySelectorAll('mingtiao-host')) host.remove();
  const boxes = [...document.querySelectorAll('html,body,body *')].filter(
    (box) => box.scrollHeight > box.clientHeight && box.clientHeight > 0,
  );
  const notes = JSON.parse(JSON.stringify(noted)) as { focus: string[] };
  return JSON.stringify({
    sent: sent === undefined ? undefined : (JSON.parse(JSON.stringify(sent)) as unknown),
    noted: { ...notes, focus: notes.focus.filter((name) => name !== 'mingtiao-host') },
    html: copies.map((copy) => copy.outerHTML),
    scrollHeights: boxes.map(({ scrollHeight }) => scrollHeight),
    scrollTops: boxes.map(({ scrollTop }) => scrollTop),
    fields: Array.from(document.querySelectorAll('input'), ({ value, checked }) => [value, checked]),
  });
}
