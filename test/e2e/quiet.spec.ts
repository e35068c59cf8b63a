/** What the extension must not do: wake up for nothing, change the page, take its events. */
import type { BrowserContext, Page } from '@playwright/test';
import { expect, launch, test, workerOf } from './fixtures.ts';
import { ask, drawnIn, stateOf } from './read.ts';

test.describe('ordinary pages', () => {
  let context: BrowserContext;
  test.beforeAll(async () => {
    // A browser of its own: the engine must not have been started by another test.
    context = await launch();
  });
  test.afterAll(async () => context.close());

  for (const name of ['shop', 'news', 'bank-home', 'staff-directory', 'chat']) {
    test(`${name} sends no message and wakes no engine`, async ({ site }) => {
      const worker = await workerOf(context);
      await worker.evaluate(() => {
        const seen = globalThis as { seen?: unknown[] };
        if (seen.seen) return;
        seen.seen = [];
        chrome.runtime.onMessage.addListener((message) => void seen.seen!.push(message));
        const { instantiateStreaming } = WebAssembly;
        WebAssembly.instantiateStreaming = (...args) => {
          seen.seen!.push({ type: 'WebAssembly' });
          return instantiateStreaming(...args);
        };
      });
      const page = await context.newPage();
      await page.goto(`${site.origin}/${name}/`);
      // Late text makes the gate look again.
      await page.evaluate(() => document.body.append('更多内容'));
      await page.waitForTimeout(1500);
      expect((await stateOf(page))?.status).toBe('not-checked');
      expect(await worker.evaluate(() => (globalThis as { seen?: unknown[] }).seen)).toEqual([]);
      expect(await page.locator('mingtiao-host').count()).toBe(0);
      expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
      await page.close();
    });
  }

  test('the same watch does see an agreement wake the engine', async ({ site }) => {
    const worker = await workerOf(context);
    const page = await context.newPage();
    await page.goto(`${site.origin}/loan-contract/`);
    await expect.poll(async () => (await drawnIn(page)).length).toBeGreaterThan(0);
    const seen = await worker.evaluate(() =>
      (globalThis as { seen?: { type: string }[] }).seen!.map(({ type }) => type),
    );
    expect(seen.toSorted()).toEqual(['WebAssembly', 'engine.analyze', 'engine.wake', 'page.changed', 'page.changed']);
    await page.close();
  });
});

test('the page is the same but for one element in its root', async ({ page, site }) => {
  await page.addInitScript(() => {
    addEventListener('DOMContentLoaded', () => {
      Object.assign(globalThis, { before: measured() });
    });
    const measured = () => ({
      body: document.body.outerHTML,
      head: document.head.outerHTML,
      height: document.documentElement.scrollHeight,
      width: document.documentElement.scrollWidth,
    });
    Object.assign(globalThis, { measured });
  });
  await page.goto(`${site.origin}/loan-contract/`);
  await expect.poll(async () => (await drawnIn(page)).length).toBeGreaterThan(0);
  await page.keyboard.press('Alt+Shift+KeyJ');
  await expect(page.locator('mingtiao-host').getByRole('dialog')).toBeVisible();
  const { before, after, children } = await page.evaluate(() => {
    const { before, measured } = globalThis as unknown as { before: unknown; measured: () => unknown };
    return {
      before,
      after: measured(),
      children: Array.from(document.documentElement.children, (child) => child.localName),
    };
  });
  expect(after).toEqual(before);
  expect(children).toEqual(['head', 'body', 'mingtiao-host']);
});

test("the page's handlers see the same events with the extension as without", async ({ page, site }) => {
  const html = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>借款协议</title><style>body{height:3000px;font:16px/1.8 sans-serif}</style>
    <h1>借款协议</h1><input id="typing"><button id="own">按钮</button><p>本协议由甲方与乙方订立，甲方为借款人。</p>
    <p id="marked">第一条 甲方逾期后，乙方可以联系甲方填写的紧急联系人。</p>
    <script>
      log = [];
      for (const type of ['click','mousedown','mouseup','pointerdown','keydown','keyup','keypress','input','focusin','focusout','scroll','wheel','message','toggle','error'])
        addEventListener(type, (e) => log.push([type, e.target?.id || e.target?.localName || 'window', e.defaultPrevented, e.isTrusted].join(' ')), true);
    </script></html>`;
  site.add('/events/', html);
  site.add('/events-off/', html);
  const act = async (page: Page) => {
    await page.click('#marked', { position: { x: 120, y: 12 } });
    await page.click('#own');
    await page.fill('#typing', 'abc');
    await page.focus('#typing');
    await page.keyboard.press('Alt+Shift+KeyJ');
    await page.keyboard.type('d');
    await page.mouse.wheel(0, 300);
    await page.waitForTimeout(300);
    return page.evaluate(() => (globalThis as unknown as { log: string[] }).log);
  };
  await page.goto(`${site.origin}/events/`);
  await expect.poll(async () => (await drawnIn(page)).length).toBeGreaterThan(0);
  const withExtension = await act(page);

  // A host the build has no access to.
  await page.goto(`${site.origin.replace('localhost', 'off.localhost')}/events-off/`);
  await page.waitForTimeout(300);
  expect(await drawnIn(page)).toEqual([]);
  const without = await act(page);
  const unlessOurs = withExtension.filter((line) => !line.includes('mingtiao-host'));
  expect(unlessOurs).toEqual(without);
});

test('marks are painted: each kind in its own line, on light and on dark pages', async ({ page, site }) => {
  for (const [name, colours] of [
    [
      'loan-contract',
      [
        [179, 50, 27],
        [31, 107, 67],
      ],
    ],
    ['traditional-contract', [[242, 164, 143]]],
  ] as const) {
    await page.goto(`${site.origin}/${name}/`);
    await expect.poll(async () => (await drawnIn(page)).length).toBeGreaterThan(0);
    const png = (await page.screenshot({ fullPage: true })).toString('base64');
    const counts = await page.evaluate(
      async ({ png, colours }) => {
        const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
        canvas.drawImage(bitmap, 0, 0);
        const { data } = canvas.getImageData(0, 0, bitmap.width - 60, bitmap.height);
        return colours.map((colour) => {
          let count = 0;
          for (let i = 0; i < data.length; i += 4) if (colour.every((c, k) => Math.abs(data[i + k]! - c) < 12)) count++;
          return count;
        });
      },
      { png, colours: colours.map((colour) => [...colour]) },
    );
    for (const count of counts) expect(count).toBeGreaterThan(200);
  }
});

test('a page that allows no style and no script of others is marked all the same', async ({ page, site }) => {
  site.add(
    '/strict/',
    `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta http-equiv="Content-Security-Policy"
      content="default-src 'none'; require-trusted-types-for 'script'"><title>借款协议</title>
      <h1>借款协议</h1><p>本协议由甲方与乙方订立，甲方为借款人。</p>
      <p>第一条 甲方逾期后，乙方可以联系甲方填写的紧急联系人。</p></html>`,
  );
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  await page.goto(`${site.origin}/strict/`);
  await expect.poll(async () => (await drawnIn(page)).length).toBe(1);
  await page.keyboard.press('Alt+Shift+KeyJ');
  const card = page.locator('mingtiao-host').getByRole('dialog');
  await expect(card).toBeVisible();
  expect(await card.evaluate((element) => getComputedStyle(element).position)).toBe('fixed');
  expect((await card.boundingBox())!.y).toBeGreaterThan(50);
  expect(complaints).toEqual([]);
});

test('injected twice, it runs once', async ({ page, site, worker }) => {
  await page.goto(`${site.origin}/loan-contract/`);
  await expect.poll(async () => (await drawnIn(page)).length).toBeGreaterThan(0);
  const before = await drawnIn(page);
  await worker.evaluate(async (url) => {
    const tab = (await chrome.tabs.query({})).find((each) => each.url === url);
    const script = { target: { tabId: tab!.id! }, files: ['/content-scripts/agreement.js' as const] };
    await chrome.scripting.executeScript(script);
    await chrome.scripting.executeScript(script);
  }, page.url());
  await page.keyboard.press('Alt+Shift+KeyJ');
  await expect(page.locator('mingtiao-host')).toHaveCount(1);
  await expect(page.locator('mingtiao-host').getByRole('dialog')).toContainText('第 1 处');
  expect(await drawnIn(page)).toEqual(before);
  expect(((await ask(page, { type: 'page.state' })) as { status: string }).status).toBe('checked');
});
