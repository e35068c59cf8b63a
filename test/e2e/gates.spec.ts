/** Pages that make the reader wait, scroll or stay: their own flow, with the extension and without it, must be the same. */
import { type BrowserContext, chromium, type ConsoleMessage, type Page } from '@playwright/test';
import { executablePath, expect, test } from './fixtures.ts';
import { drawnIn } from './read.ts';

/** What a page's own flow left behind. */
interface Outcome {
  /** What the form sent. */
  sent: unknown;
  /** Ids in the order the focus went to them, where the page notes them. */
  focused: unknown;
  console: string[];
  errors: string[];
  scrollHeights: number[];
  html: string;
}
/** What it is walked through with: cumulative layout shift since the page began, the extension's own elements included. */
interface Walked {
  outcome: Outcome;
  shift: number;
}

const GATES: [name: string, walk: (page: Page) => Promise<void>][] = [
  [
    'scroll-gate',
    async (page) => {
      await expect(page.locator('#go')).toBeDisabled();
      await page.hover('#text');
      await expect(async () => {
        await page.mouse.wheel(0, 400);
        await expect(page.locator('#go')).toBeEnabled({ timeout: 100 });
      }).toPass();
      await page.click('#go');
    },
  ],
  [
    'countdown-gate',
    async (page) => {
      await expect(page.locator('#go')).toHaveText('我已知悉');
      await page.click('#go');
    },
  ],
  [
    'focus-trap',
    async (page) => {
      for (const key of ['Tab', 'Tab', 'Tab', 'Tab', 'Shift+Tab', 'Tab']) await page.keyboard.press(key);
      await page.locator('#outside').focus();
      await page.keyboard.press('Space');
      await page.click('#go');
    },
  ],
  [
    'bottom-bar',
    async (page) => {
      await page.keyboard.press('End');
      await page.click('#go');
    },
  ],
  [
    'vant-sheet',
    async (page) => {
      await page.click('.van-checkbox__icon');
      await page.click('#open');
      await page.click('.van-popup__close-icon');
      await page.click('#go');
    },
  ],
];

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

for (const [name, walk] of GATES) {
  // The pages that show their agreement at once are walked through with the marks on them.
  const marked = (page: Page) =>
    name === 'vant-sheet' ? undefined : expect.poll(async () => (await drawnIn(page)).length).toBeGreaterThan(0);

  test(`${name} works the same`, async ({ page, site }) => {
    const address = `${site.origin}/${name}/`;
    const other = await plain.newPage();
    const without = await walked(other, address, walk);
    await other.close();
    const withIt = await walked(page, address, walk, marked);
    expect(without.outcome.sent).toBeTruthy();
    expect(withIt.outcome).toEqual(without.outcome);
  });

  test(`${name}: nothing shifts`, async ({ page, site }) => {
    // The rail's ticks move by `top` when the length of the text changes, which counts as a shift of the page.
    test.fail(name === 'countdown-gate', 'a tick of the rail shifts');
    expect((await walked(page, `${site.origin}/${name}/`, walk, marked)).shift).toBe(0);
  });
}

async function walked(
  page: Page,
  address: string,
  walk: (page: Page) => Promise<void>,
  ready?: (page: Page) => Promise<void> | undefined,
): Promise<Walked> {
  const messages: string[] = [];
  const errors: string[] = [];
  page.on('console', (message: ConsoleMessage) => messages.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => errors.push(error.message));
  await page.addInitScript(() => {
    const noted = globalThis as { shift?: number };
    noted.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) noted.shift! += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(address);
  await ready?.(page);
  await walk(page);
  // Late work of the extension would fall into this.
  await page.waitForTimeout(500);
  const { shift, ...seen } = await page.evaluate(() => {
    const { sent, focused, shift } = globalThis as { sent?: unknown; focused?: unknown; shift?: number };
    const root = document.documentElement.cloneNode(true) as Element;
    for (const host of root.querySelectorAll('mingtiao-host')) host.remove();
    const boxes = [document.documentElement, ...document.querySelectorAll('#text,#trap')];
    return {
      sent,
      focused,
      shift: shift!,
      html: root.outerHTML,
      scrollHeights: boxes.map(({ scrollHeight }) => scrollHeight),
    };
  });
  return { outcome: { ...seen, console: messages, errors }, shift };
}
