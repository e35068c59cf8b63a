/** The service worker may fail or die; what a page shows must stay true. Each test has a browser of its own. */
import type { BrowserContext } from '@playwright/test';
import { expect, launch, test as base, workerOf } from './fixtures.ts';
import { ask, badgeOf, drawnIn, stateOf } from './read.ts';

const test = base.extend<{ own: BrowserContext }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from the pattern
  own: async ({}, use) => {
    const context = await launch();
    await use(context);
    await context.close();
  },
});

test('an engine that cannot start: the page says that it could not be checked, and can be checked later', async ({
  own,
  site,
}) => {
  const worker = await workerOf(own);
  await worker.evaluate(() => {
    const real = WebAssembly.instantiateStreaming;
    WebAssembly.instantiateStreaming = () => Promise.reject(new Error('no memory'));
    Object.assign(globalThis, { mend: () => (WebAssembly.instantiateStreaming = real) });
  });
  const page = await own.newPage();
  await page.goto(`${site.origin}/loan-contract/`);
  await expect.poll(async () => (await stateOf(page))?.status).toBe('could-not-check');
  const state = await stateOf(page);
  expect(state).toMatchObject({ unread: [{ reason: 'engine-failed' }] });
  expect(await drawnIn(page)).toEqual([]);
  expect((await badgeOf(page)).text).toBe('!');

  await worker.evaluate(() => (globalThis as unknown as { mend: () => void }).mend());
  expect(await ask(page, { type: 'page.check' })).toMatchObject({ status: 'checked' });
  expect((await drawnIn(page)).length).toBeGreaterThan(0);
  await expect.poll(async () => (await badgeOf(page)).text).not.toBe('!');
});

test('a worker that has died is started again by the next change, and the marks on screen do not need it', async ({
  own,
  site,
}) => {
  await workerOf(own);
  const page = await own.newPage();
  await page.goto(`${site.origin}/loan-contract/`);
  await expect.poll(async () => (await drawnIn(page)).length).toBeGreaterThan(0);
  const before = (await drawnIn(page)).length;
  const devtools = await own.newCDPSession(page);
  await devtools.send('ServiceWorker.enable');
  await devtools.send('ServiceWorker.stopAllWorkers');

  await page.keyboard.press('Alt+Shift+KeyJ');
  await expect(page.locator('mingtiao-host').getByRole('dialog')).toBeVisible();
  await page.evaluate(() => {
    const clause = document.createElement('p');
    clause.textContent = '5.4 甲方逾期的，乙方可以联系甲方的同事和朋友。';
    document.body.append(clause);
  });
  await expect.poll(async () => (await drawnIn(page)).length).toBe(before + 1);
});

test('coming back to a page shows its badge again', async ({ own, site }) => {
  await workerOf(own);
  const page = await own.newPage();
  await page.goto(`${site.origin}/loan-contract/`);
  await expect.poll(async () => (await badgeOf(page)).text).toMatch(/^\d/);
  const { text } = await badgeOf(page);
  await page.goto(`${site.origin}/shop/`);
  await expect.poll(async () => (await badgeOf(page)).text).toBe('');
  await page.goBack();
  await expect.poll(async () => (await badgeOf(page)).text).toBe(text);
});

test('a site switched off is left alone at once, and read again when switched on', async ({ own, site }) => {
  const worker = await workerOf(own);
  const page = await own.newPage();
  await page.goto(`${site.origin}/loan-contract/`);
  await expect.poll(async () => (await drawnIn(page)).length).toBeGreaterThan(0);
  await worker.evaluate(() => chrome.storage.local.set({ settings: { disabledSites: ['localhost'] } }));
  await expect.poll(() => drawnIn(page)).toEqual([]);
  await expect(page.locator('mingtiao-host')).toHaveCount(0);
  await expect.poll(async () => (await stateOf(page))?.status).toBe('not-checked');
  await expect.poll(async () => (await badgeOf(page)).text).toBe('');

  const other = await own.newPage();
  await other.goto(`${site.origin}/table-list/`);
  await other.waitForTimeout(500);
  expect(await stateOf(other)).toBeUndefined();

  await worker.evaluate(() => chrome.storage.local.set({ settings: { disabledSites: [] } }));
  await expect.poll(async () => (await drawnIn(page)).length).toBeGreaterThan(0);
});

test('settings reach open pages: language, strip, keys', async ({ own, site }) => {
  const worker = await workerOf(own);
  const page = await own.newPage();
  await page.goto(`${site.origin}/loan-contract/`);
  const rail = page.locator('mingtiao-host').getByRole('navigation');
  await expect(rail).toBeVisible();
  await worker.evaluate(() =>
    chrome.storage.local.set({ settings: { language: 'en', showRail: false, keys: { next: 'Ctrl+Alt+KeyN' } } }),
  );
  await expect(rail).toHaveCount(0);
  await page.keyboard.press('Alt+Shift+KeyJ');
  await page.keyboard.press('Control+Alt+KeyN');
  const card = page.locator('mingtiao-host').getByRole('dialog');
  await expect(card.getByRole('button', { name: 'Close' })).toBeVisible();
  await expect(card).toContainText('1 of');
});

test('an update takes over open pages: one host, marks once, the old script silent', async ({ own, site }) => {
  const worker = await workerOf(own);
  const page = await own.newPage();
  await page.goto(`${site.origin}/loan-contract/`);
  await expect.poll(async () => (await drawnIn(page)).length).toBeGreaterThan(0);
  const before = await drawnIn(page);
  await page.evaluate(() => document.querySelector('mingtiao-host')!.setAttribute('data-old', ''));
  // Without developer mode a reloaded extension stays off.
  const extensions = await own.newPage();
  await extensions.goto('chrome://extensions/');
  await extensions.evaluate(() => {
    const { developerPrivate } = chrome as unknown as {
      developerPrivate: { updateProfileConfiguration(to: object): void };
    };
    developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
  });
  await page.bringToFront();
  await worker.evaluate(() => chrome.runtime.reload()).catch(() => {});
  await expect(page.locator('mingtiao-host:not([data-old])')).toHaveCount(1);
  await expect(page.locator('mingtiao-host')).toHaveCount(1);
  await page.evaluate(() => document.body.append('。'));
  await page.waitForTimeout(800);
  expect(await drawnIn(page)).toEqual(before);
  expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(1);
  await page.keyboard.press('Alt+Shift+KeyJ');
  await expect(page.locator('mingtiao-host').getByRole('dialog')).toContainText('第 1 处');
});
