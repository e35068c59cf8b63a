/** The sentence beside a form that asks for other people: made from what was read, in nobody's way, and nowhere else. */
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { stateOf } from './read.ts';

const host = (page: Page): Locator => page.locator('mingtiao-host');
const note = (page: Page): Locator => host(page).locator('.note-box.form');

const CLAUSES =
  '<!doctype html><meta charset="utf-8"><title>借款协议</title><h1>借款协议</h1><p>本协议由甲方（借款人）与乙方订立。</p><p>第一条 甲方按月还款，逾期的承担违约金，乙方按照约定收取利息和费用。</p><p>第二条 甲方逾期后，乙方可以联系甲方填写的紧急联系人。</p><p>第三条 本协议自甲方同意之日起生效，甲方应当仔细阅读全部内容，并对其中加粗的条款予以特别注意。</p><p>第四条 因本协议发生的争议，由双方协商解决；协商不成的，提交乙方所在地人民法院诉讼解决。</p>';
const SILENT = CLAUSES.replace('乙方可以联系甲方填写的紧急联系人', '乙方按照约定收取违约金');
const PROMISE = CLAUSES.replace('乙方可以联系甲方填写的紧急联系人', '乙方承诺不会联系甲方的任何联系人');

const FORM = `<h2 id="head">紧急联系人</h2><label>姓名 <input id="name"></label><br><label>手机号 <input id="phone" type="tel"></label><br><button id="save">保存</button>`;
const STYLE = '<style>body{font:16px/2 sans-serif;padding:40px 20px;max-width:600px}</style>';

/** A sign-up view, and after its button a view that asks for contacts and says nothing else. */
function app(links: string): string {
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>领取额度</title>${STYLE}
    <main><h1>领取借款额度</h1><p>最高可借 30,000 元，按月还款。</p><p><label><input type="checkbox">我已阅读并同意</label>${links}</p><button id="go">立即领取</button></main>
    <script>go.onclick = () => { history.pushState(null, '', 'contacts'); document.querySelector('main').innerHTML = ${JSON.stringify(FORM)}; document.title = '资料'; };</script></html>`;
}

async function goOn(page: Page, origin: string, name: string, documents = 1): Promise<void> {
  await page.goto(`${origin}/${name}/`);
  await expect(host(page).locator('.mark')).toHaveCount(documents);
  await expect(host(page).locator('.mark').first()).toHaveAccessibleName(/读到 |读到 0 条/);
  await page.click('#go');
}

/** Which of these the note covers. */
function covered(page: Page, selectors: string): Promise<string[]> {
  return page.evaluate((selectors) => {
    const box = document
      .querySelector('mingtiao-host')!
      .shadowRoot!.querySelector('.note-box')!
      .getBoundingClientRect();
    return [...document.querySelectorAll(selectors)].flatMap((each) => {
      const words = document.createRange();
      words.selectNodeContents(each);
      const said = words.getBoundingClientRect();
      const other = said.width > 0 && each.localName !== 'button' ? said : each.getBoundingClientRect();
      const over = box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom;
      return over ? [each.id || each.localName] : [];
    });
  }, selectors);
}

test('what was read before the tick is said where contacts are asked for', async ({ page, site }) => {
  site.add('/asks/', app('<a href="doc.html">《借款协议》</a>'));
  site.add('/asks/doc.html', CLAUSES);
  await goOn(page, site.origin, 'asks');
  await expect(note(page)).toContainText('《借款协议》允许在你逾期后联系你填的紧急联系人。');
  await expect(note(page)).toBeVisible();
  expect(await covered(page, 'input,#save,#head')).toEqual([]);
  await note(page).getByRole('button', { name: '看看条款' }).click();
  await expect(host(page).getByRole('dialog')).toContainText('乙方可以联系甲方填写的紧急联系人');
  // What lies on top goes first, wherever the focus is.
  await note(page).getByRole('button', { name: '关闭' }).focus();
  await page.keyboard.press('Escape');
  await expect(host(page).getByRole('dialog')).toHaveCount(0);
  await expect(note(page)).toBeVisible();
  await note(page).getByRole('button', { name: '关闭' }).click();
  await expect(note(page)).toHaveCount(0);
  await page.evaluate(() => document.querySelector('main')!.append('多一句话'));
  await page.waitForTimeout(500);
  await expect(note(page)).toHaveCount(0);
});

test('where the documents say nothing of it that is said, and those nobody read are named', async ({ page, site }) => {
  site.add('/silent/', app('<a href="doc.html">《借款协议》</a>'));
  site.add('/silent/doc.html', SILENT);
  await goOn(page, site.origin, 'silent');
  await expect(note(page)).toContainText('读到的 1 份协议没有写会怎么用这些联系人。');
  await expect(note(page).getByRole('button', { name: '看看条款' })).toHaveCount(0);

  site.add(
    '/unread/',
    `<!doctype html><meta charset="utf-8"><title>借款</title>${STYLE}<h1>借款资料</h1>${FORM}<p>点击“保存”即视为您同意<a href="doc.html">《借款协议》</a><a href="#/credit">《征信授权书》</a></p>`,
  );
  site.add('/unread/doc.html', SILENT);
  await page.goto(`${site.origin}/unread/`);
  await expect(note(page)).toContainText('读到的 1 份协议没有写会怎么用这些联系人。');
  await expect(note(page)).toContainText('还没有读：《征信授权书》');
});

test('a promise is said to be one', async ({ page, site }) => {
  site.add('/promise/', app('<a href="doc.html">《借款协议》</a>'));
  site.add('/promise/doc.html', PROMISE);
  await goOn(page, site.origin, 'promise');
  await expect(note(page)).toContainText('《借款协议》里只找到承诺：承诺不联系你身边的人。');
});

test('where nothing was read nothing is said, and the form alone wakes nothing', async ({ page, site }) => {
  site.add('/alone/', `<!doctype html><meta charset="utf-8"><title>资料</title>${STYLE}${FORM}`);
  await page.goto(`${site.origin}/alone/`);
  await page.waitForTimeout(800);
  expect((await stateOf(page))?.status).toBe('not-checked');
  await expect(host(page)).toHaveCount(0);

  site.add(
    '/none/',
    `<!doctype html><meta charset="utf-8"><title>借款</title>${STYLE}<h1>借款资料</h1>${FORM}<p>点击“保存”即视为您同意<a href="#/a">《借款协议》</a></p>`,
  );
  await page.goto(`${site.origin}/none/`);
  await expect(host(page).locator('.mark')).toHaveCount(1);
  await page.waitForTimeout(500);
  await expect(note(page)).toHaveCount(0);
});

test('fields for the reader’s own number bring nothing', async ({ page, site }) => {
  site.add(
    '/own/',
    app('<a href="doc.html">《借款协议》</a>').replace(
      JSON.stringify(FORM),
      JSON.stringify('<label>姓名<input></label><label>手机号<input></label><label>收货地址<input></label>'),
    ),
  );
  site.add('/own/doc.html', CLAUSES);
  await goOn(page, site.origin, 'own');
  await page.waitForTimeout(800);
  await expect(note(page)).toHaveCount(0);
});

test('a page that asks for the address book', async ({ page, site }) => {
  await page.goto(`${site.origin}/address-book-permission/`);
  await expect(note(page)).toContainText(/允许.*联系你通讯录里的人。/);
  expect(await covered(page, 'button,a')).toEqual([]);
});

test('on a phone it covers no field, and passes axe; the form is sent as it is', async ({ page, site }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto(`${site.origin}/contact-form/`);
  await expect(note(page)).toBeVisible();
  await expect(note(page)).toContainText('这个页面允许在你逾期后联系你填的紧急联系人。');
  expect(await covered(page, 'input,select,button')).toEqual([]);
  const { violations } = await new AxeBuilder({ page }).include('mingtiao-host').analyze();
  expect(violations).toEqual([]);
  await page.fill('[name=name]', '王一');
  await page.fill('[name=phone]', '13800000000');
  await page.click('button');
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('button');
});

test('folded where there is no room, unfolded by a press', async ({ page, site }) => {
  await page.setViewportSize({ width: 360, height: 480 });
  site.add(
    '/full/',
    app('<a href="doc.html">《借款协议》</a>')
      .replace(
        JSON.stringify(FORM),
        JSON.stringify(`${FORM}${'<p>请填写真实的信息，我们会在审核时核对，资料不全会影响审核的结果。</p>'.repeat(8)}`),
      )
      .replace(';padding:40px 20px', ';padding:4px 20px'),
  );
  site.add('/full/doc.html', CLAUSES);
  await goOn(page, site.origin, 'full');
  const unfold = note(page).getByRole('button', { name: '会怎么用这些联系人' });
  await expect(unfold).toBeVisible();
  expect(await covered(page, 'input,#save')).toEqual([]);
  await unfold.click();
  await expect(note(page).getByText('允许在你逾期后联系你填的紧急联系人。')).toBeVisible();
  expect(await covered(page, 'input')).toEqual([]);
});
