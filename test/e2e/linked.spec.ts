/** Marks beside the names in rows of consent: what they say, where they stand, what a click does. */
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { ask, badgeOf, stateOf } from './read.ts';

const host = (page: Page): Locator => page.locator('mingtiao-host');
const marks = (page: Page): Locator => host(page).locator('.mark');
const mark = (page: Page, name: string): Locator => host(page).getByRole('button', { name: `《${name}》` });
const panel = (page: Page): Locator => host(page).getByRole('dialog');
const labels = (page: Page): Promise<(string | null)[]> =>
  marks(page).evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')));

const CLAUSES =
  '<!doctype html><meta charset="utf-8"><title>借款协议</title><h1>借款协议</h1><p>本协议由甲方（借款人）与乙方订立。</p><p>第一条 甲方按月还款，逾期的承担违约金，乙方按照约定收取利息和费用。</p><p>第二条 甲方逾期后，乙方可以联系甲方的家人。</p><p>第三条 本协议自甲方同意之日起生效，甲方应当仔细阅读全部内容，并对其中加粗的条款予以特别注意。</p><p>第四条 因本协议发生的争议，由双方协商解决；协商不成的，提交乙方所在地人民法院诉讼解决。</p>';

/** A sign-up page whose links lead to `first` and `second`. */
function signUp(first: string, second: string, body = ''): string {
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><link rel="icon" href="data:,"><title>领取额度</title>
    <style>body{font:16px/1.9 sans-serif;padding:40px;width:700px}</style><h1>领取借款额度</h1>
    <p>最高可借 30,000 元，按月还款。</p>
    <p id="row"><input type="checkbox" id="tick"><label for="tick">我已阅读并同意</label><a id="first" href="${first}">《借款协议》</a><a id="second" href="${second}">《个人信息授权书》</a></p>
    <button id="go">立即领取</button>${body}</html>`;
}

test('the documents of a row are read one after the other, and each name says what was found', async ({
  page,
  site,
}) => {
  await page.goto(`${site.origin}/linked-sign-up/`);
  await expect
    .poll(() => labels(page))
    .toEqual([
      '《借款服务协议》：读到 2 条，其中 2 条严重。打开看看',
      '《个人信息授权书》：读到 1 条，其中 1 条严重。打开看看',
      expect.stringMatching(/^《征信查询授权书》：读到 \d 条，其中 0 条严重。打开看看$/),
      expect.stringMatching(/^《会员服务协议》/),
    ]);
  const looks = await marks(page).evaluateAll((all) => all.map((each) => each.className));
  expect(looks.slice(0, 3)).toEqual(['mark severe', 'mark severe', 'mark serious']);
  const state = await stateOf(page);
  expect(state?.consent.rows).toEqual([
    expect.objectContaining({ by: 'tick', preTicked: 'no', here: false, documents: [0, 1, 2, 3] }),
  ]);
  expect(state?.consent.documents.slice(0, 3).map(({ name, state }) => [name, state.status])).toEqual([
    ['借款服务协议', 'read'],
    ['个人信息授权书', 'read'],
    ['征信查询授权书', 'read'],
  ]);
  expect((await badgeOf(page)).text).toBe('3');
});

test('the panel of a document lists the worst first, says where it was read, and gives focus back', async ({
  page,
  site,
}) => {
  await page.goto(`${site.origin}/linked-sign-up/`);
  await expect(mark(page, '借款服务协议')).toHaveAccessibleName(/读到 2 条/);
  await mark(page, '借款服务协议').click();
  await expect(panel(page).getByRole('heading', { level: 2 })).toBeFocused();
  await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText('《借款服务协议》');
  await expect(panel(page).getByRole('heading', { level: 3 })).toHaveText(['联系你身边的人', '把你的欠款告诉别人']);
  await expect(panel(page).locator('blockquote').first()).toContainText('乙方可以联系甲方填写的紧急联系人');
  await expect(panel(page)).toContainText(`从 ${new URL(site.origin).host} 读来，没有带你的登录信息。`);
  await expect(mark(page, '借款服务协议')).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Escape');
  await expect(panel(page)).toHaveCount(0);
  await expect(mark(page, '借款服务协议')).toBeFocused();
});

test('a document without such clauses is a neutral 0, and one found at another address says so', async ({
  page,
  site,
}) => {
  site.add('/clean/', signUp('/-/moved/clean/a.html', '#b'));
  site.add('/clean/a.html', CLAUSES.replace('乙方可以联系甲方的家人', '乙方按照约定收取违约金'));
  await page.goto(`${site.origin}/clean/`);
  await expect(mark(page, '借款协议')).toHaveAccessibleName('《借款协议》：读到 0 条，没有找到这几类条款。打开看看');
  await expect(mark(page, '借款协议')).toHaveText('0');
  await expect(mark(page, '借款协议')).toHaveClass('mark none');
  await mark(page, '借款协议').click();
  await expect(panel(page)).toContainText('没有找到，不等于没有风险');
  await expect(panel(page)).toContainText(`链接转到了别的地址：${new URL(site.origin).host}/clean/a.html`);
});

test('a failure says why and what to do; what only the page can open is said to be so', async ({ page, site }) => {
  site.add('/failing/', signUp('/failing/none.html', '#/agreement/2'));
  await page.goto(`${site.origin}/failing/`);
  await expect(mark(page, '借款协议')).toHaveAccessibleName('《借款协议》：没能读到。打开看看为什么');
  await expect(mark(page, '个人信息授权书')).toHaveAccessibleName('《个人信息授权书》：还没有读。点一下，读一读');
  await mark(page, '借款协议').click();
  await expect(panel(page)).toContainText('404');
  await expect(panel(page)).toContainText('没能读到，不代表没有问题');
  site.add('/failing/none.html', CLAUSES);
  await panel(page).getByRole('button', { name: '再读一次' }).click();
  await expect(panel(page)).toContainText('读到 1 条，其中 1 条严重');
  await page.keyboard.press('Escape');
  await mark(page, '个人信息授权书').click();
  await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText('《个人信息授权书》');
  const state = await stateOf(page);
  expect(state?.consent.documents[1]?.state).toEqual({ status: 'failed', why: 'no-address', detail: '' });
});

test('another site is not gone to without a click', async ({ page, site }) => {
  const elsewhere = site.origin.replace('localhost', '127.0.0.1');
  site.add('/elsewhere/', signUp('/elsewhere/a.html', `${elsewhere}/elsewhere/b.html`));
  site.add('/elsewhere/a.html', CLAUSES);
  site.add('/elsewhere/b.html', CLAUSES);
  await page.goto(`${site.origin}/elsewhere/`);
  await expect(mark(page, '借款协议')).toHaveAccessibleName(/读到 1 条/);
  await page.waitForTimeout(500);
  expect(await labels(page)).toEqual([
    expect.stringContaining('读到 1 条'),
    `《个人信息授权书》：还没有读，在 ${new URL(elsewhere).host}。点一下，先问你要不要让明条读那个网站`,
  ]);
  expect((await stateOf(page))?.consent.documents[1]).toMatchObject({ sameOrigin: false, state: { status: 'unread' } });
  await mark(page, '个人信息授权书').click();
  await expect(mark(page, '个人信息授权书')).toHaveAccessibleName(/读到 1 条/);
});

test('the popup has a document read', async ({ page, site }) => {
  const elsewhere = site.origin.replace('localhost', '127.0.0.1');
  site.add('/asked/', signUp('#/route', `${elsewhere}/asked/b.html`));
  site.add('/asked/b.html', CLAUSES);
  await page.goto(`${site.origin}/asked/`);
  await expect(marks(page)).toHaveCount(2);
  const state = await ask(page, { type: 'page.read-document', document: 1 });
  expect(state).toMatchObject({
    consent: { documents: [{ state: { status: 'unread' } }, { state: { status: 'read' } }] },
  });
});

test('what was read is kept when the page makes its rows anew, and when it shows another view', async ({
  page,
  site,
}) => {
  let fetched = 0;
  site.add('/again/', signUp('/again/a.html', '/again/b.html'));
  site.add('/again/a.html', CLAUSES);
  site.add('/again/b.html', CLAUSES);
  page.on('request', (request) => (fetched += /again\/[ab]\.html$/.test(request.url()) ? 1 : 0));
  await page.goto(`${site.origin}/again/`);
  await expect.poll(() => labels(page)).toEqual([expect.stringContaining('读到'), expect.stringContaining('读到')]);
  const before = fetched;
  for (let i = 0; i < 5; i++) {
    await page.evaluate(() => {
      const row = document.querySelector('#row')!;
      const copy = row.cloneNode(true);
      row.replaceWith(copy);
    });
    await page.waitForTimeout(200);
  }
  await page.evaluate(() => {
    history.pushState(null, '', '/again/other');
    document.querySelector<HTMLElement>('#row')!.hidden = true;
  });
  await expect(marks(page)).toHaveCount(0);
  await page.evaluate(() => {
    history.pushState(null, '', '/again/');
    document.querySelector<HTMLElement>('#row')!.hidden = false;
  });
  await expect.poll(() => labels(page)).toEqual([expect.stringContaining('读到'), expect.stringContaining('读到')]);
  expect(fetched).toBe(before);
});

test('a tick made by the page is pre-ticked, also in a row made anew; one made by the reader is not', async ({
  page,
  site,
}) => {
  site.add('/ticked/', signUp('#a', '#b').replace('id="tick"', 'id="tick" checked'));
  await page.goto(`${site.origin}/ticked/`);
  await expect.poll(async () => (await stateOf(page))?.consent.rows[0]?.preTicked).toBe('yes');
  await page.click('#tick');
  await page.evaluate(() => {
    const row = document.querySelector('#row')!;
    const copy = row.cloneNode(true) as Element;
    row.replaceWith(copy);
    copy.querySelector('input')!.defaultChecked = false;
  });
  await page.waitForTimeout(400);
  expect((await stateOf(page))?.consent.rows[0]?.preTicked).toBe('yes');

  site.add('/unticked/', signUp('#a', '#b'));
  await page.goto(`${site.origin}/unticked/`);
  await expect.poll(async () => (await stateOf(page))?.consent.rows[0]?.preTicked).toBe('no');
  await page.click('#tick');
  await page.waitForTimeout(300);
  expect((await stateOf(page))?.consent.rows[0]?.preTicked).toBe('no');
});

test('a mark stands at the end of its name, off names, tick and button, and follows every scroll', async ({
  page,
  site,
}) => {
  const filler = '<p>说明</p>'.repeat(60);
  const html = signUp('/placed/a.html', '/placed/b.html').replace(
    /<p id="row">.*<\/p>/,
    (row) => `<div id="box" style="height:200px;overflow:auto"><p>上面的话</p><p>上面的话</p>${row}${filler}</div>`,
  );
  site.add('/placed/', html.replace('</html>', `${filler}</html>`));
  await page.goto(`${site.origin}/placed/`);
  await expect(marks(page)).toHaveCount(2);
  const near = (id: string, index: number) =>
    page.evaluate(
      ({ id, index }) => {
        const name = document.getElementById(id)!.getBoundingClientRect();
        const mark = document.querySelector('mingtiao-host')!.shadowRoot!.querySelectorAll<HTMLElement>('.mark')[
          index
        ]!;
        const box = mark.getBoundingClientRect();
        return {
          right: Math.abs(box.x + box.width / 2 - name.right),
          vertical: Math.abs(box.y + box.height / 2 - (name.y + name.height / 2)),
          seen: mark.dataset.seen,
        };
      },
      { id, index },
    );
  const close = async () => {
    for (const [id, index] of [
      ['first', 0],
      ['second', 1],
    ] as const) {
      const at = await near(id, index);
      expect(at.right).toBeLessThan(30);
      expect(at.vertical).toBeLessThan(30);
      expect(at.seen).toBe('yes');
    }
  };
  await close();
  await page.evaluate(() => document.querySelector('#box')!.scrollBy(0, 30));
  await page.waitForTimeout(200);
  await close();
  await page.evaluate(() => window.scrollBy(0, 60));
  await page.waitForTimeout(200);
  await close();
  // Every name can still be clicked where it stands.
  for (const id of ['first', 'second', 'tick', 'go'])
    expect(
      await page.evaluate((id) => {
        const [box] = document.getElementById(id)!.getClientRects();
        const at = (part: number) => document.elementFromPoint(box!.x + box!.width * part, box!.y + box!.height / 2);
        return [at(0.2), at(0.5), at(0.8)].every((hit) => hit?.id === id);
      }, id),
    ).toBe(true);
  await page.evaluate(() => document.querySelector('#box')!.scrollTo(0, 400));
  await expect.poll(async () => (await near('first', 0)).seen).toBe('no');
});

test('under a dialog of the page, and in a row that is put away, no mark is seen', async ({ page, site }) => {
  site.add(
    '/covered/',
    signUp('#a', '#b', '<div id="layer" style="display:none;position:fixed;inset:0;background:#0008">请稍等</div>'),
  );
  await page.goto(`${site.origin}/covered/`);
  const seen = () => marks(page).evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset.seen));
  await expect.poll(seen).toEqual(['yes', 'yes']);
  await page.evaluate(() => (document.getElementById('layer')!.style.display = 'block'));
  await expect.poll(seen).toEqual(['gone', 'gone']);
  await page.evaluate(() => (document.getElementById('layer')!.style.display = 'none'));
  await expect.poll(seen).toEqual(['yes', 'yes']);
  await page.evaluate(() => (document.getElementById('row')!.style.visibility = 'hidden'));
  await expect.poll(async () => (await seen()).every((each) => each === 'gone')).toBe(true);
});

test('the keyboard goes to the marks, and a live region says that they are there', async ({ page, site }) => {
  site.add('/keys/', signUp('#a', '#b'));
  await page.goto(`${site.origin}/keys/`);
  await expect(marks(page)).toHaveCount(2);
  await expect(host(page).getByRole('status').filter({ hasText: '这里要你同意 2 份协议' })).toHaveText(/Alt\+Shift\+J/);
  await page.focus('#go');
  const clauses = await page.evaluate(
    () => document.querySelector('mingtiao-host')!.shadowRoot!.querySelectorAll('.strip i').length,
  );
  for (let i = 0; i < clauses; i++) await page.keyboard.press('Alt+Shift+KeyJ');
  await page.keyboard.press('Alt+Shift+KeyJ');
  await expect(marks(page).nth(0)).toBeFocused();
  await page.keyboard.press('Alt+Shift+KeyJ');
  await expect(marks(page).nth(1)).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(marks(page).nth(1)).not.toBeFocused();
});

test('the page is the same, and nothing in it shifts', async ({ page, site }) => {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
    addEventListener('DOMContentLoaded', () => Object.assign(globalThis, { before: document.body.outerHTML }));
  });
  site.add('/still/', signUp('/still/a.html', '/still/b.html', '<div style="height:2000px"></div>'));
  site.add('/still/a.html', CLAUSES);
  site.add('/still/b.html', CLAUSES);
  await page.goto(`${site.origin}/still/`);
  await expect.poll(() => labels(page)).toEqual([expect.stringContaining('读到'), expect.stringContaining('读到')]);
  await marks(page).first().click();
  await expect(panel(page)).toBeVisible();
  for (let i = 0; i < 6; i++) {
    await page.evaluate(() => window.scrollBy(0, 25));
    await page.waitForTimeout(120);
  }
  await page.keyboard.press('Escape');
  await page.waitForTimeout(600);
  const { before, after, shifts } = await page.evaluate(() => ({
    ...(globalThis as unknown as { before: string; shifts: number[] }),
    after: document.body.outerHTML,
  }));
  expect(after).toBe(before);
  expect(shifts).toEqual([]);
});

test('marks and panel pass axe, on a desktop and on a phone', async ({ page, site }) => {
  for (const width of [1200, 360]) {
    await page.setViewportSize({ width, height: 720 });
    await page.goto(`${site.origin}/linked-sign-up/`);
    await expect(mark(page, '征信查询授权书')).toHaveAccessibleName(/读到/);
    const scan = () =>
      new AxeBuilder({ page })
        .include('mingtiao-host')
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze();
    expect((await scan()).violations).toEqual([]);
    await mark(page, '借款服务协议').click();
    await expect(panel(page)).toBeVisible();
    expect((await scan()).violations).toEqual([]);
    await page.keyboard.press('Escape');
  }
});

test('rows in a frame of the page and in a closed shadow root have their marks', async ({ page, site }) => {
  const row =
    '<div><p>借款额度</p><label><input type=checkbox>我已阅读并同意</label><a href=/inner/a.html>《借款协议》</a><p><button>立即借款</button></p></div>';
  const around = (inner: string) =>
    `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>贷款</title><h1>贷款申请</h1><p>借款额度 2 万元，贷款年化利率 18%</p>${inner}`;
  site.add('/inner/a.html', CLAUSES);
  site.add('/inner/frame.html', `<!doctype html><meta charset="utf-8">${row}`);
  site.add(
    '/in-frame/',
    around('<iframe src="/inner/frame.html" style="width:420px;height:180px;margin:30px"></iframe>'),
  );
  site.add(
    '/in-shadow/',
    around(`<div id="h"></div><script>h.attachShadow({ mode: 'closed' }).innerHTML = ${JSON.stringify(row)}</script>`),
  );
  for (const name of ['in-frame', 'in-shadow']) {
    await page.goto(`${site.origin}/${name}/`);
    await expect(mark(page, '借款协议')).toHaveAccessibleName(/读到 1 条/);
    await expect(mark(page, '借款协议')).toHaveAttribute('data-seen', 'yes');
  }
});

test('while documents are unread nothing is said to be absent', async ({ page, site }) => {
  site.add('/unread/', signUp('#a', '#b'));
  await page.goto(`${site.origin}/unread/`);
  await expect(marks(page)).toHaveCount(2);
  await expect(host(page).getByRole('status').filter({ hasText: '名字旁边有标记' })).toHaveCount(1);
  expect(await host(page).getByRole('status').allTextContents()).not.toContain('没有找到这几类条款。');
});
