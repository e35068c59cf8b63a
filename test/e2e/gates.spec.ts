/** Each page's own way through it, with the extension and without it: what it sends, shows, says and measures is the same. */
import { type BrowserContext, chromium, type ConsoleMessage, type Page } from '@playwright/test';
import { type Case, CASES, type Step } from './cases.ts';
import { executablePath, expect, test } from './fixtures.ts';
import { stateOf } from './read.ts';
import { walk } from './walk.ts';

/** What a walk through a page left behind. */
interface Outcome {
  /** What the page sent; `undefined` where it takes nothing. */
  sent: unknown;
  /** Ids, or names of elements without one, in the order the focus went to them. */
  focused: string[];
  console: string[];
  errors: string[];
  /** Of the page and of everything in it that scrolls. */
  scrollHeights: number[];
  scrollTops: number[];
  fields: unknown[];
  /** Of the page and its frames, without the extension's one element. */
  html: string[];
  /** Cumulative layout shift since the page began, what follows a click included. */
  shift: number;
}

/** What the extension does after a step comes within this, in ms. */
const PAUSE = 150;

let plain: BrowserContext;
test.beforeAll(async () => {
  plain = await chromium.launchPersistentContext('', {
    ...executablePath(),
    headless: true,
    viewport: { width: 1280, height: 800 },
    locale: 'zh-CN',
    args: ['--no-sandbox', '--disable-gpu'],
  });
});
test.afterAll(async () => plain.close());

for (const each of CASES.filter(({ source }) => source !== undefined)) {
  test(`${each.name} works the same`, async ({ page, site }) => {
    const address = `${site.origin}/${each.name}/`;
    const other = await plain.newPage();
    const without = await walked(other, address, each);
    await other.close();
    const withIt = await walked(page, address, each, async () => {
      // Pages that show their agreement at once are walked through with the marks on them.
      const { status } = each.expected;
      if (each.open.every(isWait)) await expect.poll(async () => (await stateOf(page))?.status).toBe(status);
      else await page.waitForTimeout(PAUSE);
    });
    if (each.flow.length > 0) expect(without.outcome.sent).toBeTruthy();
    expect(withIt.outcome).toEqual(without.outcome);
    expect(withIt.shifted).toEqual([]);
  });
}

const isWait = (step: Step): boolean => step.startsWith('wait ');

async function walked(page: Page, address: string, { open, flow }: Case, ready?: () => Promise<void>) {
  const messages: string[] = [];
  const errors: string[] = [];
  page.on('console', (message: ConsoleMessage) => {
    // A linked document that is not there: the browser's own line, which no script of the page can see and none can prevent.
    if (message.text().startsWith('Failed to load resource') && message.location().url !== address) return;
    messages.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => errors.push(error.message));
  await page.addInitScript(noteFocusAndShifts);
  await page.goto(address);
  // Viewers draw when their document has come, after the page has loaded.
  await walk(page, open.filter(isWait));
  await ready?.();
  await walk(page, flow.length > 0 ? flow : [...open, 'key End'], PAUSE);
  const { shifted, ...seen } = await settled(page);
  const outcome: Outcome = { ...seen, console: messages, errors };
  return { outcome, shifted };
}

/**
 * What is left once it has stayed the same for half a second and some frames, which on a busy machine are fewer; late work of
 * the extension would fall into this.
 */
async function settled(page: Page) {
  let left = await page.evaluate(whatIsLeft);
  for (;;) {
    await page.waitForTimeout(500);
    await page.evaluate(someFrames);
    const later = await page.evaluate(whatIsLeft);
    if (JSON.stringify(later) === JSON.stringify(left)) return later;
    left = later;
  }
}

interface Noted {
  sent?: unknown;
  focus: string[];
  shift: number;
  shifted: string[];
}

function noteFocusAndShifts(): void {
  const noted: Noted = Object.assign(globalThis as object as Noted, { focus: [], shift: 0, shifted: [] });
  const nameOf = (target: EventTarget | null) => {
    const { id, localName } = target as Element;
    return id || localName || 'document';
  };
  addEventListener('focusin', ({ target }) => void noted.focus.push(nameOf(target)), true);
  type Shift = PerformanceEntry & { value: number; sources: { node: Node | null }[] };
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries() as Shift[]) {
      noted.shift += value;
      for (const { node } of sources) {
        const host = (node?.getRootNode() as Partial<ShadowRoot> | undefined)?.host ?? node;
        if (host && nameOf(host) === 'mingtiao-host') noted.shifted.push(nameOf(node));
      }
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

async function someFrames(): Promise<void> {
  for (let i = 0; i < 10; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
}

function whatIsLeft() {
  const { sent, focus, shift, shifted } = globalThis as object as Noted;
  const documents = [document];
  for (const frame of document.querySelectorAll('iframe'))
    if (frame.contentDocument) documents.push(frame.contentDocument);
  const copies = documents.map(({ documentElement }) => documentElement.cloneNode(true) as Element);
  for (const copy of copies) for (const host of copy.querySelectorAll('mingtiao-host')) host.remove();
  const boxes = [...document.querySelectorAll('html,body,body *')].filter(
    (box) => box.scrollHeight > box.clientHeight && box.clientHeight > 0,
  );
  return {
    sent,
    shift,
    shifted,
    focused: focus.filter((name) => name !== 'mingtiao-host'),
    html: copies.map((copy) => copy.outerHTML),
    scrollHeights: boxes.map(({ scrollHeight }) => scrollHeight),
    scrollTops: boxes.map(({ scrollTop }) => scrollTop),
    fields: Array.from(document.querySelectorAll('input'), ({ value, checked }) => [value, checked]),
  };
}
