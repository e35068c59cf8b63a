/** Pages that change under the extension. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { badgeOf, drawnIn, stateOf } from './read.ts';

const REACH = '第二条 甲方逾期后，乙方可以联系甲方填写的紧急联系人。';
const texts = async (page: Page) => (await drawnIn(page)).map(({ text }) => text);

test('routes: marks come with the agreement and go with it, by history and by hash', async ({ page, site }) => {
  await page.goto(`${site.origin}/spa-routes/`);
  await page.waitForTimeout(300);
  expect(await texts(page)).toEqual([]);
  await page.click('#to-agreement');
  await expect.poll(() => texts(page)).toContain(REACH);
  await expect.poll(async () => (await badgeOf(page)).text).toBe('1');
  await page.click('#to-home');
  await expect.poll(() => texts(page)).toEqual([]);
  await expect.poll(async () => (await stateOf(page))?.status).toBe('not-checked');
  await expect.poll(async () => (await badgeOf(page)).text).toBe('');
  await page.click('#to-hash');
  await expect.poll(() => texts(page)).toContain('我们会读取您手机里的通讯录。');
  await page.goBack();
  await page.goBack();
  await page.evaluate(() => document.getElementById('to-agreement')!.click());
  await expect.poll(() => texts(page)).toContain(REACH);
});

test('a mark goes before its changed text is painted, and others stay', async ({ page, site }) => {
  await page.goto(`${site.origin}/loan-contract/`);
  const quote = '4.1 甲方逾期未还款的，乙方有权联系甲方填写的紧急联系人，请其转告甲方还款。';
  await expect.poll(() => texts(page)).toContain(quote);
  const before = await texts(page);
  const drawnAtNextPaint = await page.evaluate(async () => {
    const paragraph = [...document.querySelectorAll('p')].find((p) => p.textContent?.startsWith('4.1'))!;
    (paragraph.firstChild as Text).data = '4.1 甲方应当按时还款。';
    // Two frames: the first paint with the change lies between them.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return [...CSS.highlights].flatMap(([, set]) => [...set] as Range[]).map((range) => range.toString());
  });
  expect(drawnAtNextPaint.toSorted()).toEqual(before.filter((text) => text !== quote).toSorted());
  await expect
    .poll(async () => {
      const state = await stateOf(page);
      return state?.status === 'checked' && state.report.findings.some((f) => f.quote.startsWith('4.1'));
    })
    .toBe(false);
});

test('text put in front moves the marks along; text put back is marked again', async ({ page, site }) => {
  await page.goto(`${site.origin}/loan-contract/`);
  await expect.poll(async () => (await texts(page)).length).toBeGreaterThan(5);
  const before = (await texts(page)).toSorted();
  await page.evaluate(() => {
    const notice = document.createElement('p');
    notice.textContent = '请仔细阅读本合同的全部内容。';
    document.body.prepend(notice);
  });
  await page.waitForTimeout(600);
  expect((await texts(page)).toSorted()).toEqual(before);
  await page.evaluate(() => {
    const html = document.body.innerHTML;
    document.body.innerHTML = '';
    document.body.innerHTML = html;
  });
  await expect.poll(async () => (await texts(page)).toSorted()).toEqual(before);
});

test('a dialog made anew five times is marked each time, and counts once', async ({ page, site }) => {
  await page.goto(`${site.origin}/bottom-sheet/`);
  for (let i = 0; i < 5; i++) {
    await page.click('#open');
    await expect.poll(async () => (await texts(page)).filter((text) => text.includes('家人和朋友')).length).toBe(1);
    await page.evaluate(() => document.getElementById('open')!.click());
    await expect.poll(async () => (await texts(page)).filter((text) => text.includes('家人和朋友')).length).toBe(0);
  }
});

test('text that is shown by a class, after a transition, is read then', async ({ page, site }) => {
  site.add(
    '/fade/',
    `<!doctype html><meta charset="utf-8"><title>借款协议</title><style>#a{opacity:0;transition:opacity .2s}#a.on{opacity:1}</style>
     <h1>借款协议</h1><p>本协议由甲方与乙方订立，甲方为借款人。</p><p>第一条 甲方按期还款。</p><p id="a">${REACH}</p>`,
  );
  await page.goto(`${site.origin}/fade/`);
  await expect.poll(async () => (await stateOf(page))?.status).toBe('checked');
  expect(await texts(page)).toEqual([]);
  await page.evaluate(() => document.getElementById('a')!.classList.add('on'));
  await expect.poll(() => texts(page)).toEqual([REACH]);
});

test('a page whose text all stands in shadow roots is found at the second look, and stays found', async ({
  page,
  site,
}) => {
  site.add(
    '/all-shadow/',
    `<!doctype html><meta charset="utf-8"><title>花信</title><app-root></app-root><script>
      const shadow = document.querySelector('app-root').attachShadow({ mode: 'open' });
      shadow.innerHTML = '<h1>借款协议</h1><p>本协议由甲方与乙方订立，甲方为借款人。</p><p>${REACH}</p>';
    </script>`,
  );
  await page.goto(`${site.origin}/all-shadow/`);
  await expect.poll(() => texts(page)).toEqual([REACH]);
  await page.evaluate(() => document.body.append('页脚'));
  await page.waitForTimeout(700);
  expect(await texts(page)).toEqual([REACH]);
});

test('a page that sets its own adopted style sheets keeps its marks drawn', async ({ page, site }) => {
  await page.goto(`${site.origin}/loan-contract/`);
  await expect.poll(async () => (await texts(page)).length).toBeGreaterThan(5);
  await page.evaluate(() => {
    document.adoptedStyleSheets = [new CSSStyleSheet()];
    document.body.append('。');
  });
  await expect.poll(() => page.evaluate(() => document.adoptedStyleSheets.length)).toBe(2);
});
