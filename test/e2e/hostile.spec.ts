/** Pages made to break the reading of what they bind: too much of everything, wrong addresses, names that stand for others. */
import type { Page } from '@playwright/test';
import type { Site } from './serve.ts';
import { expect, test } from './fixtures.ts';
import { drawnIn, stateOf } from './read.ts';

const HEAD =
  '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>领取借款额度</title><link rel="icon" href="data:,">';
const LENDING = '<p>最高可借额度 50,000 元，借款按月还款。</p>';
const REACH = '第二条 甲方逾期后，乙方可以联系甲方填写的紧急联系人。';
const AGREEMENT = `<h3>借款服务协议</h3><p>本协议由甲方与乙方订立，甲方为借款人。</p><p>第一条 甲方按期还款。</p><p>${REACH}</p>`;

/** Opens a page made of `html` and collects what it complains of. */
async function opened(page: Page, site: Site, name: string, html: string, head = ''): Promise<string[]> {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  site.add(`/${name}/`, `${HEAD}${head}<h1>领取借款额度</h1>${LENDING}${html}`);
  await page.goto(`${site.origin}/${name}/`);
  return errors;
}
const documentsOf = async (page: Page) => (await stateOf(page))?.consent.documents ?? [];

test('ten thousand links in one row: a few are listed, the page stays quick', async ({ page, site }) => {
  const links = Array.from({ length: 10_000 }, (_, i) => `<a href="/none/${i}.html">《第${i}号借款协议》</a>`).join('');
  await opened(
    page,
    site,
    'many-links',
    `<p><input type="checkbox">我已阅读并同意${links}</p><button>立即领取</button>`,
  );
  await expect.poll(async () => (await stateOf(page))?.status).toBe('checked');
  expect((await documentsOf(page)).length).toBeLessThanOrEqual(60);
  const late = await page.evaluate(async () => {
    let longest = 0;
    for (let i = 0, at = performance.now(); i < 60; i++) {
      await new Promise((resolve) => setTimeout(resolve, 16));
      longest = Math.max(longest, performance.now() - at);
      at = performance.now();
    }
    return longest;
  });
  // Far above what is needed, on a busy machine too: it is to tell a pause from a page that hangs.
  expect(late).toBeLessThan(1500);
});

test('a name of 100,000 characters is no name; the row after it is found', async ({ page, site }) => {
  const long = `《${'甲'.repeat(100_000)}协议》`;
  await opened(
    page,
    site,
    'long-name',
    `<p><input type="checkbox">我已阅读并同意<a href="/x.html">${long}</a></p><p><input type="checkbox">我已阅读并同意<a href="/linked-sign-up/loan.html">《借款服务协议》</a></p><button>立即领取</button>`,
  );
  await expect.poll(async () => (await documentsOf(page)).map(({ name }) => name)).toEqual(['借款服务协议']);
});

test('addresses that are no pages are not gone to', async ({ page, site }) => {
  const targets = [
    'javascript:globalThis.ran=1',
    'data:text/html,<p>借款服务协议</p>',
    'file:///etc/passwd',
    'blob:http://localhost/1',
    'ftp://localhost/x',
    'view-source:http://localhost/',
    'about:blank',
    'http://',
    '\u0001javascript:globalThis.ran=1',
    'java\nscript:globalThis.ran=1',
  ];
  const links = targets.map((href, i) => `<a href="${href}">《第${i}号借款协议》</a>`).join('');
  await opened(page, site, 'schemes', `<p><input type="checkbox">我已阅读并同意${links}</p><button>立即领取</button>`);
  await expect.poll(async () => (await documentsOf(page)).length).toBe(targets.length);
  expect((await documentsOf(page)).map(({ url }) => url)).toEqual(targets.map(() => null));
  await page.waitForTimeout(800);
  expect(await page.evaluate(() => (globalThis as { ran?: number }).ran)).toBeUndefined();
});

test('a page that takes our element away again and again is left alone in the end, and still read', async ({
  page,
  site,
}) => {
  const errors = await opened(
    page,
    site,
    'removes',
    `${AGREEMENT}<p><input type="checkbox">我已阅读并同意<a href="/linked-sign-up/loan.html">《借款服务协议》</a></p><button>立即领取</button>
     <script>taken = 0; new MutationObserver(() => { for (const host of document.querySelectorAll('mingtiao-host')) { host.remove(); taken++; } }).observe(document.documentElement, { childList: true, subtree: true });</script>`,
  );
  await expect.poll(async () => (await stateOf(page))?.status).toBe('checked');
  await expect.poll(async () => (await documentsOf(page))[0]?.state.status).toBe('read');
  for (let i = 0; i < 40; i++) await page.evaluate(() => document.body.append('。'));
  await page.waitForTimeout(1500);
  const taken = () => page.evaluate(() => (globalThis as unknown as { taken: number }).taken);
  const before = await taken();
  await page.waitForTimeout(1500);
  expect(await taken()).toBe(before);
  expect(before).toBeLessThan(60);
  expect((await drawnIn(page)).map(({ text }) => text)).toContain(REACH);
  expect(errors).toEqual([]);
});

test('a page that lets nothing be loaded has its documents read all the same, without complaint', async ({
  page,
  site,
}) => {
  const errors = await opened(
    page,
    site,
    'strict-row',
    `<p><input type="checkbox" id="t">我已阅读并同意<a href="/linked-sign-up/loan.html">《借款服务协议》</a></p><button>立即领取</button>`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; connect-src 'none'; require-trusted-types-for 'script'">`,
  );
  await expect.poll(async () => (await documentsOf(page))[0]?.state.status).toBe('read');
  await page.click('#t');
  await expect(page.locator('mingtiao-host')).toHaveCount(1);
  expect(errors).toEqual([]);
});

test('forms whose fields are called like their own properties: row, tick, contacts and button all work', async ({
  page,
  site,
}) => {
  const names =
    'parentNode parentElement firstChild lastChild nextSibling previousSibling childNodes children nodeName nodeType nodeValue localName tagName ownerDocument isConnected getRootNode contains closest matches textContent innerText innerHTML querySelector querySelectorAll getElementsByTagName getAttribute hasAttribute attributes getBoundingClientRect getClientRects scrollTop clientHeight compareDocumentPosition addEventListener dispatchEvent assignedSlot shadowRoot attachShadow style classList className id name elements length submit form'
      .split(' ')
      .map((name) => `<input type="hidden" name="${name}">`)
      .join('');
  const errors = await opened(
    page,
    site,
    'clobbered-form',
    `<form name="createRange"></form><form name="body"></form><form name="documentElement"></form><form name="activeElement"></form>
     <form onsubmit="return false">${names}<p>紧急联系人姓名 <input placeholder="联系人姓名"> 手机号 <input placeholder="联系人手机号"></p>
     <p><input type="checkbox" id="t"><label for="t">我已阅读并同意</label><a href="/linked-sign-up/loan.html">《借款服务协议》</a></p><button id="go">立即领取</button></form>`,
  );
  await expect.poll(async () => (await documentsOf(page))[0]?.state.status).toBe('read');
  // Playwright's own clicks trust what such a form says of itself.
  for (const id of ['t', 'go']) {
    const box = await page.evaluate((id) => {
      const element = Document.prototype.getElementById.call(document, id)!;
      const { x, y, width, height } = Element.prototype.getBoundingClientRect.call(element);
      return { x: x + width / 2, y: y + height / 2 };
    }, id);
    await page.mouse.click(box.x, box.y);
  }
  await page.waitForTimeout(500);
  expect(errors).toEqual([]);
  expect((await stateOf(page))?.consent.rows).toMatchObject([{ by: 'tick', preTicked: 'no' }]);
});

test('what is shown beside a row goes with the row: by route, by removal, by another view', async ({ page, site }) => {
  await opened(
    page,
    site,
    'routes-row',
    `<main id="view"></main><script>
      const row = '<p><input type="checkbox" id="t">我已阅读并同意<a href="/linked-sign-up/loan.html">《借款服务协议》</a></p><button id="go">立即领取</button>';
      const show = () => (view.innerHTML = location.hash === '#/home' ? '<p>首页。今天没有待还账单。</p>' : row);
      addEventListener('hashchange', show);
      show();</script>`,
  );
  await expect.poll(async () => (await documentsOf(page))[0]?.state.status).toBe('read');
  const shown = () =>
    page.evaluate(() => {
      const root = document.querySelector('mingtiao-host')?.shadowRoot;
      return [...(root?.querySelectorAll('button,[role="dialog"]') ?? [])].filter((each) => each.checkVisibility())
        .length;
    });
  await expect.poll(shown).toBeGreaterThan(0);
  await page.click('#t');
  await page.waitForTimeout(400);
  await page.evaluate(() => (location.hash = '#/home'));
  await expect.poll(shown).toBe(0);
  expect((await stateOf(page))?.consent.rows).toEqual([]);
  await page.evaluate(() => (location.hash = '#/sign'));
  await expect.poll(shown).toBeGreaterThan(0);
  expect((await stateOf(page))?.consent.documents).toHaveLength(1);
});
