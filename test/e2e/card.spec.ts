/** The card beside a clause: how it opens, what it holds, where focus goes. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { ask, drawnIn, stateOf } from './read.ts';

const REACH = '4.1 甲方逾期未还款的，乙方有权联系甲方填写的紧急联系人，请其转告甲方还款。';

async function openContract(page: Page, origin: string, name = 'loan-contract'): Promise<void> {
  await page.goto(`${origin}/${name}/`);
  await expect.poll(async () => (await drawnIn(page)).length).toBeGreaterThan(0);
}

/** A point in the middle of a passage, in the viewport. */
async function pointIn(page: Page, words: string): Promise<{ x: number; y: number }> {
  return page.evaluate((words) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node as Text).data.indexOf(words);
      if (at === -1) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + words.length);
      node.parentElement!.scrollIntoView({ block: 'center', behavior: 'instant' });
      const box = range.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }
    throw new Error(`not on the page: ${words}`);
  }, words);
}

const card = (page: Page) => page.locator('mingtiao-host').getByRole('dialog');

test('a click on a marked clause opens its card; a click elsewhere does not', async ({ page, site }) => {
  await openContract(page, site.origin);
  const plain = await pointIn(page, '甲方可以提前还款');
  await page.mouse.click(plain.x, plain.y);
  await expect(card(page)).toHaveCount(0);

  const { x, y } = await pointIn(page, '联系甲方填写的紧急联系人');
  await page.mouse.click(x, y);
  await expect(card(page)).toBeVisible();
  await expect(card(page).getByRole('heading', { level: 2 })).toHaveText('联系你身边的人');
  const state = await stateOf(page);
  const finding = state?.status === 'checked' && state.report.findings.find((f) => f.quote === REACH);
  if (!finding) throw new Error('the clause was not found');
  await expect(card(page)).toContainText('第四条 逾期的处理');
  for (const words of finding.frame.people ?? []) await expect(card(page)).toContainText(words);
  await expect(card(page)).toContainText(finding.why.zh);
  await expect(card(page)).toContainText(finding.todo.zh);
  for (const law of finding.laws) await expect(card(page)).toContainText(law.plain.zh);
  await card(page).getByRole('button', { name: '关闭' }).click();
  await expect(card(page)).toHaveCount(0);
});

test('the card says on what consent only where the clause says more than 同意', async ({ page, site }) => {
  const clauses = [
    '1.1 甲方同意乙方将甲方的个人资料提供给合作机构。',
    '1.2 甲方不可撤销地授权乙方查询甲方的个人信用报告。',
  ];
  const lines = ['借款协议', '甲方（借款人）：王某', '乙方（出借人）：示例小额贷款有限公司', '第一条 信息', ...clauses];
  site.add(
    '/two-consents/',
    `<!doctype html><meta charset="utf-8"><title>借款协议</title>${lines.map((line) => `<p>${line}</p>`).join('')}`,
  );
  await openContract(page, site.origin, 'two-consents');
  for (const [words, said] of [
    ['个人资料', false],
    ['信用报告', true],
  ] as const) {
    const { x, y } = await pointIn(page, words);
    await page.mouse.click(x, y);
    await expect(card(page)).toContainText(words);
    await expect(card(page).getByText('凭什么同意')).toHaveCount(said ? 1 : 0);
    await page.keyboard.press('Escape');
    await expect(card(page)).toHaveCount(0);
  }
});

test('keys step through the clauses in text order and round; Escape closes and gives focus back', async ({
  page,
  site,
}) => {
  site.add('/with-button/', CONTRACT_WITH_BUTTON);
  await openContract(page, site.origin, 'with-button');
  await page.focus('#own');
  await page.keyboard.press('Alt+Shift+KeyJ');
  await expect(card(page)).toContainText('第 1 处，共 2 处');
  await expect(card(page).getByRole('heading', { level: 2 })).toBeFocused();
  await page.keyboard.press('Alt+Shift+KeyJ');
  await expect(card(page)).toContainText('第 2 处，共 2 处');
  await page.keyboard.press('Alt+Shift+KeyJ');
  await expect(card(page)).toContainText('第 1 处，共 2 处');
  await page.keyboard.press('Alt+Shift+KeyK');
  await expect(card(page)).toContainText('第 2 处，共 2 处');
  await page.keyboard.press('Escape');
  await expect(card(page)).toHaveCount(0);
  await expect(page.locator('#own')).toBeFocused();
});

test('shortcuts leave typing alone', async ({ page, site }) => {
  site.add('/with-button/', CONTRACT_WITH_BUTTON);
  await openContract(page, site.origin, 'with-button');
  await page.focus('#typing');
  await page.keyboard.press('Alt+Shift+KeyJ');
  await page.keyboard.type('jk');
  await page.waitForTimeout(100);
  await expect(card(page)).toHaveCount(0);
  await expect(page.locator('#typing')).toHaveValue(/jk$/);
});

test('a link and a checkbox inside a mark do what they did; the card stays shut', async ({ page, site }) => {
  site.add('/with-button/', CONTRACT_WITH_BUTTON);
  await openContract(page, site.origin, 'with-button');
  await page.click('#link');
  expect(new URL(page.url()).hash).toBe('#linked');
  await page.click('#label');
  await expect(page.locator('#tick')).toBeChecked();
  await expect(card(page)).toHaveCount(0);
});

test('the popup can jump to a clause, far down and in a scrolled box, without taking focus', async ({ page, site }) => {
  await page.goto(`${site.origin}/bottom-sheet/`);
  await page.click('#open');
  await expect.poll(async () => (await drawnIn(page)).length).toBeGreaterThan(1);
  const state = await stateOf(page);
  if (state?.status !== 'checked') throw new Error('not checked');
  const finding = state.report.findings.findIndex((f) => f.quote.includes('联系您的家人和朋友'));
  expect(await ask(page, { type: 'page.jump', finding })).toBe(true);
  await expect(card(page)).toBeVisible();
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('body');
  const box = await page.evaluate(() => {
    const range = [...CSS.highlights]
      .flatMap(([, set]) => [...set] as Range[])
      .find((r) => r.toString().includes('家人和朋友'));
    return range?.getBoundingClientRect().toJSON() as DOMRect;
  });
  expect(box.top).toBeGreaterThan(0);
  expect(box.bottom).toBeLessThan(800);

  await page.evaluate(() => document.querySelector('.sheet')!.remove());
  await expect.poll(async () => (await drawnIn(page)).filter(({ text }) => text.includes('家人和朋友')).length).toBe(0);
  expect(await ask(page, { type: 'page.jump', finding })).toBe(false);
});

test('the card can be seen and used over a modal dialog', async ({ page, site }) => {
  await page.goto(`${site.origin}/modal-dialog/`);
  await page.click('#open');
  await expect.poll(async () => (await drawnIn(page)).some(({ text }) => text.includes('紧急联系人'))).toBe(true);
  const { x, y } = await pointIn(page, '紧急联系人');
  await page.mouse.click(x, y);
  await expect(card(page)).toBeVisible();
  const close = card(page).getByRole('button', { name: '关闭' });
  // Playwright clicks only what is on top and takes events.
  await close.click({ timeout: 2000 });
  await expect(card(page)).toHaveCount(0);
  await expect(page.locator('#d')).toBeVisible();

  await page.mouse.click(x, y);
  await expect(card(page)).toBeVisible();
  await page.keyboard.press('Alt+Shift+KeyJ');
  await page.keyboard.press('Escape');
  await expect(card(page)).toHaveCount(0);
  await expect(page.locator('#d')).toBeVisible();
  await page.click('#close');
  await expect
    .poll(() => page.evaluate(() => document.querySelector('mingtiao-host')?.parentElement?.localName))
    .toBe('html');
});

for (const name of ['shadow-open', 'shadow-closed', 'frame-late']) {
  test(`a click opens the card of a clause inside: ${name}`, async ({ page, site }) => {
    await page.goto(`${site.origin}/${name}/`);
    await expect.poll(async () => (await stateOf(page))?.status).toBe('checked');
    await expect
      .poll(async () => {
        const state = await stateOf(page);
        return state?.status === 'checked' && state.marked;
      })
      .toBeGreaterThan(0);
    const state = await stateOf(page);
    if (state?.status !== 'checked') throw new Error('not checked');
    const finding = state.report.findings.findIndex((f) => f.category === 'contact-reach');
    // Where it is drawn, whatever tree it is in: its card opened by a jump stands right under it.
    expect(await ask(page, { type: 'page.jump', finding })).toBe(true);
    await expect(card(page)).toBeVisible();
    const box = (await card(page).boundingBox())!;
    await page.keyboard.press('Escape');
    await expect(card(page)).toHaveCount(0);
    await page.mouse.click(box.x + 60, box.y - 20);
    await expect(card(page)).toBeVisible();
    await expect(card(page).getByRole('heading', { level: 2 })).toHaveText('联系你身边的人');
  });
}

test('the card works while the page makes its body inert', async ({ page, site }) => {
  await openContract(page, site.origin);
  await page.evaluate(() => (document.body.inert = true));
  await page.keyboard.press('Alt+Shift+KeyJ');
  await expect(card(page)).toBeVisible();
  await card(page).getByRole('button', { name: '下一条' }).click({ timeout: 2000 });
  await expect(card(page)).toContainText('第 2 处');
});

test('on a phone the card is a sheet, and quotes the clause where it covers it', async ({ page, site }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await openContract(page, site.origin);
  const state = await stateOf(page);
  if (state?.status !== 'checked') throw new Error('not checked');
  const at = (category: string) => state.report.findings.findIndex((f) => f.category === category);
  await ask(page, { type: 'page.jump', finding: at('contact-reach') });
  const box = (await card(page).boundingBox())!;
  expect([box.x, box.width, box.y + box.height]).toEqual([0, 360, 640]);
  await expect(card(page).locator('blockquote')).toBeHidden();

  await ask(page, { type: 'page.jump', finding: at('consent-bundled') });
  await expect(card(page).locator('blockquote')).toContainText('确认借款');
  await expect(page.locator('mingtiao-host').getByRole('navigation')).toBeHidden();
});

for (const scheme of ['light', 'dark'] as const) {
  for (const width of [360, 1280]) {
    test(`axe finds nothing in card and rail: ${scheme}, ${width} px`, async ({ page, site }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width, height: 740 });
      await openContract(page, site.origin);
      await page.keyboard.press('Alt+Shift+KeyJ');
      await expect(card(page)).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).include('mingtiao-host').analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    });
  }
}

const CONTRACT_WITH_BUTTON = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>借款协议</title>
<button id="own">页面的按钮</button> <input id="typing">
<h1>借款协议</h1><p>本协议由甲方与乙方订立，甲方为借款人。</p>
<p>第一条 甲方逾期后，乙方可以联系甲方填写的<a id="link" href="#linked">紧急联系人</a>。</p>
<p><input type="checkbox" id="tick"><label for="tick" id="label">甲方同意乙方读取甲方手机中的通讯录。</label></p></html>`;
