/** The one line at the moment of agreeing: when it comes, what it says, and that it is in nobody's way. */
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test, workerOf } from './fixtures.ts';

const host = (page: Page): Locator => page.locator('mingtiao-host');
const line = (page: Page): Locator => host(page).locator('.agreeing');
const SENTENCE = '这份协议允许在你逾期后联系你的家人。';

const CLAUSES =
  '<!doctype html><meta charset="utf-8"><title>借款协议</title><h1>借款协议</h1><p>本协议由甲方（借款人）与乙方订立。</p><p>第一条 甲方按月还款，逾期的承担违约金，乙方按照约定收取利息和费用。</p><p>第二条 甲方逾期后，乙方可以联系甲方的家人。</p><p>第三条 本协议自甲方同意之日起生效，甲方应当仔细阅读全部内容，并对其中加粗的条款予以特别注意。</p><p>第四条 因本协议发生的争议，由双方协商解决；协商不成的，提交乙方所在地人民法院诉讼解决。</p>';
const MILD = CLAUSES.replace('乙方可以联系甲方的家人', '乙方按照约定收取违约金');

interface Shape {
  row: string;
  button?: string;
  script?: string;
}

const SHAPES: Record<string, Shape> = {
  native: { row: '<label><input type="checkbox" id="tick">我已阅读并同意</label><a href="doc.html">《借款协议》</a>' },
  role: {
    row: '<button type="button" id="tick" role="checkbox" aria-checked="false" style="width:20px;height:20px"></button><span>我已阅读并同意</span><a href="doc.html">《借款协议》</a>',
    script:
      "tick.onclick = () => tick.setAttribute('aria-checked', String(tick.getAttribute('aria-checked') !== 'true'))",
  },
  icon: {
    row: '<i id="tick" class="icon" style="display:inline-block;width:18px;height:18px;border:1px solid"></i><span>我已阅读并同意</span><a href="doc.html">《借款协议》</a>',
    script: "tick.onclick = () => tick.classList.toggle('checked')",
  },
  image: {
    row: '<img id="tick" src="/off.svg" width="18" height="18"><span>我已阅读并同意</span><a href="doc.html">《借款协议》</a>',
    script: "tick.onclick = () => { tick.src = tick.src.endsWith('/off.svg') ? '/on.svg' : '/off.svg'; }",
  },
};

function pageOf({ row, button = '立即领取', script = '' }: Shape): string {
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>领取额度</title>
    <style>body{font:16px/1.9 sans-serif;padding:60px 20px;max-width:600px}</style><h1>领取借款额度</h1>
    <p>最高可借 30,000 元，按月还款。</p><p id="row">${row}</p><button id="go">${button}</button><script>${script}</script></html>`;
}

async function open(
  page: Page,
  site: { origin: string; add(at: string, html: string): void },
  name: string,
  shape: Shape,
  clauses = CLAUSES,
) {
  site.add(`/${name}/`, pageOf(shape));
  site.add(`/${name}/doc.html`, clauses);
  for (const picture of ['/off.svg', '/on.svg']) site.add(picture, '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await page.goto(`${site.origin}/${name}/`);
  await expect(host(page).locator('.mark')).toHaveAccessibleName(/读到 1 条|读到 0 条/);
}

for (const [name, shape] of Object.entries(SHAPES)) {
  test(`a ${name} tick brings it once, untouched focus and all`, async ({ page, site }) => {
    await open(page, site, `agree-${name}`, shape);
    await expect(line(page)).toHaveCount(0);
    await page.click('#tick');
    await expect(line(page)).toContainText(SENTENCE);
    await expect(line(page)).toBeVisible();
    expect(await line(page).evaluate((element) => element.parentElement?.getAttribute('role'))).toBe('status');
    expect(await host(page).evaluate((element) => element.shadowRoot?.activeElement ?? null)).toBeNull();
    // Neither the tick, nor the row, nor the button is covered.
    const covered = await page.evaluate(() => {
      const box = document
        .querySelector('mingtiao-host')!
        .shadowRoot!.querySelector('.agreeing')!
        .getBoundingClientRect();
      return ['tick', 'row', 'go'].filter((id) => {
        const other = document.getElementById(id)!.getBoundingClientRect();
        return box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom;
      });
    });
    expect(covered).toEqual([]);
    await line(page).getByRole('button', { name: '关闭' }).click();
    await expect(line(page)).toHaveCount(0);
    await page.click('#tick');
    await page.click('#tick');
    await page.waitForTimeout(300);
    await expect(line(page)).toHaveCount(0);
  });
}

test('the keyboard ticks as well', async ({ page, site }) => {
  await open(page, site, 'agree-keys', SHAPES['native']!);
  await page.focus('#tick');
  await page.keyboard.press('Space');
  await expect(line(page)).toContainText(SENTENCE);
  await expect(page.locator('#tick')).toBeFocused();
});

test('pressing a button that agrees brings it; pressing it before the tick does not', async ({ page, site }) => {
  await open(page, site, 'agree-button', {
    row: '点击“立即领取”即视为您已阅读并同意<a href="doc.html">《借款协议》</a>',
  });
  await page.click('#go');
  await expect(line(page)).toContainText(SENTENCE);

  await open(page, site, 'agree-early', SHAPES['native']!);
  await page.click('#go');
  await page.waitForTimeout(300);
  await expect(line(page)).toHaveCount(0);
  await page.check('#tick');
  await expect(line(page)).toBeVisible();
  await page.uncheck('#tick');
  await expect(line(page)).toHaveCount(0);
});

test('a tick made beforehand is agreed to by the button', async ({ page, site }) => {
  const row = SHAPES['native']!.row.replace('id="tick"', 'id="tick" checked');
  await open(page, site, 'agree-pre', { row });
  await page.click('#go');
  await expect(line(page)).toContainText(SENTENCE);
});

test('nothing severe, an act of the page’s own script, or a name that is opened brings nothing', async ({
  page,
  site,
}) => {
  await open(page, site, 'agree-mild', SHAPES['native']!, MILD);
  await page.click('#tick');
  await page.waitForTimeout(300);
  await expect(line(page)).toHaveCount(0);

  await open(page, site, 'agree-script', SHAPES['icon']!);
  await page.evaluate(() => document.getElementById('tick')!.click());
  await page.evaluate(() => document.querySelector('a')!.addEventListener('click', (event) => event.preventDefault()));
  await page.click('a', { position: { x: 30, y: 10 } });
  await page.waitForTimeout(300);
  await expect(line(page)).toHaveCount(0);
});

test('its button opens the clause, Escape gives the focus back', async ({ page, site }) => {
  await open(page, site, 'agree-look', SHAPES['native']!);
  await page.click('#tick');
  await line(page).getByRole('button', { name: '看看条款' }).click();
  const panel = host(page).getByRole('dialog');
  await expect(panel).toContainText('乙方可以联系甲方的家人');
  await expect(panel.getByRole('heading', { level: 2 })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
});

test('of several documents the one is named in which it stands', async ({ page, site }) => {
  site.add('/agree-two/mild.html', MILD);
  const row = SHAPES['native']!.row.replace('</a>', '</a><a href="mild.html">《会员协议》</a>');
  site.add('/agree-two/', pageOf({ row }));
  site.add('/agree-two/doc.html', CLAUSES);
  await page.goto(`${site.origin}/agree-two/`);
  await expect(host(page).locator('.mark').nth(1)).toHaveAccessibleName(/读到 0 条/);
  await page.click('#tick');
  await expect(line(page)).toContainText('《借款协议》允许在你逾期后联系你的家人。');
});

test('an agreement that stands on the page itself counts where the row speaks of it', async ({ page, site }) => {
  const body = CLAUSES.slice(CLAUSES.indexOf('<h1>'));
  site.add(
    '/agree-here/',
    `${CLAUSES.slice(0, CLAUSES.indexOf('<h1>'))}${body}<p><label><input type="checkbox" id="tick">我已阅读并同意以上协议</label></p><button id="go">确认签署</button>`,
  );
  await page.goto(`${site.origin}/agree-here/`);
  await expect(host(page).locator('.rail')).toBeVisible();
  await page.click('#tick');
  await expect(line(page)).toContainText(SENTENCE);
  await line(page).getByRole('button', { name: '看看条款' }).click();
  await expect(host(page).getByRole('dialog').getByRole('heading', { level: 2 })).toHaveText('联系你身边的人');
});

test('on a site where it is not wanted it does not come again', async ({ page, site }) => {
  await open(page, site, 'agree-quiet', SHAPES['native']!);
  await page.click('#tick');
  await line(page).getByRole('button', { name: '以后在这个网站不提' }).click();
  await expect(line(page)).toHaveCount(0);
  const worker = await workerOf(page.context());
  const stored = () =>
    worker.evaluate(async () => (await chrome.storage.local.get('settings'))['settings'] as { quietSites: string[] });
  await expect.poll(async () => (await stored()).quietSites).toEqual(['localhost']);
  await open(page, site, 'agree-quiet-2', SHAPES['native']!);
  await page.click('#tick');
  await page.waitForTimeout(300);
  await expect(line(page)).toHaveCount(0);
  await worker.evaluate(() => chrome.storage.local.clear());
});

test('a page that goes on at once leaves nothing behind and throws nothing', async ({ page, site }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => errors.push(message.text()));
  const script =
    "go.onclick = () => { document.body.innerHTML = '<p>下一步</p>'; history.pushState(null, '', 'next'); }";
  const row = '点击“立即领取”即视为您已阅读并同意<a href="doc.html">《借款协议》</a>';
  await open(page, site, 'agree-on', { row, script });
  await page.click('#go');
  await page.waitForTimeout(500);
  await expect(host(page)).toHaveCount(0);
  expect(errors).toEqual([]);
});

for (const scheme of ['light', 'dark'] as const) {
  for (const width of [1200, 360]) {
    test(`the line passes axe: ${scheme}, ${width} px`, async ({ page, site }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width, height: 700 });
      await open(page, site, `agree-axe-${scheme}-${width}`, SHAPES['native']!);
      await page.click('#tick');
      await expect(line(page)).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).include('mingtiao-host').analyze();
      expect(violations).toEqual([]);
    });
  }
}
