/** The popup in a tab of its own, about a page in another: states, answers, jumps, exports, sites, accessibility. */
import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext, Page, Worker } from '@playwright/test';
import Papa from 'papaparse';
import { parse } from 'parse5';
import { toCsv } from '../../src/report/csv.ts';
import { toHtml } from '../../src/report/html.ts';
import { toMarkdown } from '../../src/report/markdown.ts';
import { toText } from '../../src/report/text.ts';
import type { Report } from '../../src/types.ts';
import { expect, test } from './fixtures.ts';
import { badgeOf, stateOf } from './read.ts';

const LOAN = '/loan-contract/';
/** The clauses of the loan that say something about people the reader knows, worst first. */
const REACH = '乙方有权联系甲方填写的紧急联系人';

/** Also for pages whose address the extension may not know. */
async function tabOf(page: Page, worker: Worker): Promise<number> {
  await page.bringToFront();
  const id = await worker.evaluate(
    async () => (await chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id,
  );
  if (id === undefined) throw new Error(`no tab at ${page.url()}`);
  return id;
}

/** Opens the popup about `page`, with the interface in `language`. */
async function openPopup(page: Page, worker: Worker, language = 'zh-CN'): Promise<Page> {
  await worker.evaluate((language) => chrome.storage.local.set({ settings: { language } }), language);
  const popup = await page.context().newPage();
  await popup.goto(`chrome-extension://${new URL(worker.url()).host}/popup.html?tab=${await tabOf(page, worker)}`);
  return popup;
}

/** Opens a page, waits for it to be checked, and gives the report its page script holds. */
async function checked(page: Page, address: string): Promise<Report> {
  await page.goto(address);
  await expect.poll(async () => (await stateOf(page))?.status).toBe('checked');
  const state = await stateOf(page);
  if (state?.status !== 'checked') throw new Error('the page changed its mind');
  return state.report;
}

/** Opens every part that is folded. */
async function openAll(popup: Page): Promise<void> {
  const closed = popup.locator('[aria-expanded=false]');
  while ((await closed.count()) > 0) await closed.first().click();
  await expect(popup.locator('.place').first()).toBeVisible();
}

const title = (popup: Page) => popup.getByRole('heading', { level: 1 });

test.afterEach(async ({ browserContext, worker }) => {
  await worker.evaluate(() => chrome.storage.local.clear());
  await closePopups(browserContext);
});

async function closePopups(context: BrowserContext): Promise<void> {
  await Promise.all(
    context.pages().flatMap((page) => (page.url().startsWith('chrome-extension:') ? page.close() : [])),
  );
}

test.describe('an agreement', () => {
  test('is summed up in one sentence, then in five answers with their evidence', async ({ page, site, worker }) => {
    const report = await checked(page, site.origin + LOAN);
    const popup = await openPopup(page, worker);
    await expect(title(popup)).toHaveText('这份协议允许对方联系你的家人、朋友或同事');
    const answers = popup.locator('.answer');
    await expect(answers).toHaveCount(5);
    await expect(answers.locator('.question')).toHaveText([
      '会不会联系我的家人朋友？',
      '会不会读我的通讯录、通话和短信？',
      '会不会把欠款告诉别人？',
      '我的信息会交给谁？',
      '同意之后还能反悔吗？',
    ]);
    for (const [i, answer] of report.answers.entries()) {
      await expect(answers.nth(i)).toHaveAttribute('aria-expanded', 'false');
      await answers.nth(i).click();
      await expect(answers.nth(i)).toHaveAttribute('aria-expanded', 'true');
      const quotes = popup.locator('.answers > li').nth(i).locator('.quote q');
      await expect(quotes).toHaveText(answer.evidence.map((at) => report.findings[at]!.quote));
    }
    await expect(popup.getByText('全部在你的设备上完成')).toBeVisible();
  });

  test('is listed by group, worst first, promises apart', async ({ page, site, worker }) => {
    const report = await checked(page, site.origin + LOAN);
    const popup = await openPopup(page, worker);
    const flagged = popup.getByRole('region', { name: '要看的条款' });
    await expect(flagged.getByRole('heading', { level: 3 }).first()).toHaveText('你认识的人');
    await expect(flagged.locator('.clause').first()).toContainText('联系你身边的人');
    for (const more of await flagged.locator('.more').all()) await more.click();
    const risky = report.findings.filter((f) => f.effect === 'grants');
    await expect(flagged.locator('.clause')).toHaveCount(risky.length);
    const promises = popup.getByRole('region', { name: '对方的承诺' });
    await expect(promises.locator('.clause')).toHaveCount(report.findings.length - risky.length);
    await expect(promises).toContainText('承诺不读取通讯录');
    await expect(flagged).not.toContainText('承诺不');
  });

  test('a line jumps to its clause on the page', async ({ page, site, worker }) => {
    await page.setViewportSize({ width: 800, height: 300 });
    const report = await checked(page, site.origin + LOAN);
    const popup = await openPopup(page, worker);
    const clause = popup.locator('.clause', { hasText: '联系你身边的人' }).first();
    await clause.click();
    const quote = report.findings.find((f) => f.category === 'contact-reach' && f.effect === 'grants')!.quote;
    expect(quote).toContain(REACH);
    await expect
      .poll(() =>
        page.evaluate((quote) => {
          const ranges = [...CSS.highlights.values()]
            .flatMap((set) => Array.from(set))
            .filter((r): r is Range => r instanceof Range);
          const box = ranges.find((range) => range.toString() === quote)?.getBoundingClientRect();
          return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
        }, quote),
      )
      .toBe(true);
    await expect(popup.getByText('找不到原处')).toBeHidden();
  });

  test('is outlined by its own headings; each leads to its place, by keyboard alone', async ({
    page,
    site,
    worker,
  }) => {
    await page.setViewportSize({ width: 800, height: 300 });
    const report = await checked(page, site.origin + LOAN);
    const popup = await openPopup(page, worker);
    const outline = popup.getByRole('button', { name: '目录' });
    await expect(outline).toHaveAttribute('aria-expanded', 'false');
    await outline.focus();
    await popup.keyboard.press('Enter');
    const headings = await page.locator('h1, h2').allInnerTexts();
    await expect(popup.locator('.place .name')).toHaveText(headings);
    const counted = await popup.locator('.place .level').allInnerTexts();
    const flagged = counted.reduce((sum, text) => sum + Number(/\d+/.exec(text)![0]), 0);
    expect(flagged).toBe(report.findings.filter((f) => f.effect === 'grants').length);

    const top = () =>
      page
        .locator('h2')
        .nth(2)
        .evaluate((heading) => heading.getBoundingClientRect().top / innerHeight);
    expect(await top()).toBeGreaterThan(1);
    for (const _ of headings.slice(0, 4)) await popup.keyboard.press('Tab');
    await expect(popup.locator('.place', { hasText: headings[3]! })).toBeFocused();
    await popup.keyboard.press('Enter');
    await expect.poll(top).toBeLessThan(0.3);
    expect(await top()).toBeGreaterThanOrEqual(0);

    await page
      .locator('h2')
      .nth(2)
      .evaluate((heading) => (heading.textContent = '别的标题'));
    await popup.keyboard.press('Enter');
    await expect(popup.getByRole('alert')).toHaveText('页面上的这句话已经变了，找不到原处。');
  });

  test('says so when the clause has left the page', async ({ page, site, worker }) => {
    await checked(page, site.origin + LOAN);
    const popup = await openPopup(page, worker);
    await expect(popup.locator('.clause').first()).toBeVisible();
    await page.goto('about:blank');
    await popup.locator('.clause').first().click();
    await expect(popup.getByRole('alert')).toHaveText('页面上的这句话已经变了，找不到原处。');
  });

  test('keyboard alone opens an answer and goes to its clause', async ({ page, site, worker }) => {
    await checked(page, site.origin + LOAN);
    const popup = await openPopup(page, worker);
    await expect(title(popup)).toBeVisible();
    await popup.bringToFront();
    const focused = () => popup.evaluate(() => document.activeElement?.className ?? '');
    for (let i = 0; i < 6 && (await focused()) !== 'answer'; i++) await popup.keyboard.press('Tab');
    expect(await focused()).toBe('answer');
    await popup.keyboard.press('Enter');
    await expect(popup.locator('.answer').first()).toHaveAttribute('aria-expanded', 'true');
    await popup.keyboard.press('Tab');
    expect(await focused()).toMatch(/^quote /);
  });
});

/** Presses an export button; the file it gives. */
async function download(popup: Page, label: string): Promise<{ name: string; content: string }> {
  const started = popup.waitForEvent('download');
  await popup.getByRole('button', { name: label }).click();
  const file = await started;
  return { name: file.suggestedFilename(), content: await readFile(await file.path(), 'utf8') };
}

test.describe('exports', () => {
  const options = { language: 'zh-CN' } as const;

  test('each is downloaded, named and holds the whole report', async ({ page, site, worker }) => {
    const report = await checked(page, site.origin + LOAN);
    const popup = await openPopup(page, worker);
    await popup.getByRole('button', { name: '导出' }).click();
    expect(report.checkedAt).toMatch(/^\d{4}-\d\d-\d\dT/);
    expect(report.sha256).toMatch(/^[0-9a-f]{64}$/);

    const json = await download(popup, 'JSON');
    expect(JSON.parse(json.content)).toEqual(report);
    expect(json.name).toMatch(/^mingtiao-[a-z0-9.-]+-\d{4}-\d\d-\d\d\.json$/);

    const csv = await download(popup, 'CSV');
    expect(csv.content).toBe(toCsv([report], options));
    const { data, errors } = Papa.parse<string[]>(csv.content.slice(1), { skipEmptyLines: true });
    expect(errors).toEqual([]);
    const quotes = data.filter((row) => /^\d+$/.test(row[2]!)).map((row) => row[6]);
    expect(quotes).toEqual(expect.arrayContaining(report.findings.map((f) => f.quote)));

    const html = await download(popup, 'HTML');
    expect(html.content).toBe(toHtml([report], options));
    const broken: string[] = [];
    parse(html.content, { onParseError: ({ code }) => broken.push(code) });
    expect(broken).toEqual([]);

    const markdown = await download(popup, 'Markdown');
    expect(markdown.content).toBe(toMarkdown([report], options));
    expect(markdown.name.endsWith('.md')).toBe(true);
    await expect(popup.locator('.export').getByRole('status')).toContainText(markdown.name);
  });

  test('copy puts plain text on the clipboard', async ({ page, site, worker }) => {
    const report = await checked(page, site.origin + LOAN);
    const popup = await openPopup(page, worker);
    await popup.getByRole('button', { name: '导出' }).click();
    await popup.getByRole('button', { name: '复制文字' }).click();
    await expect(popup.getByText('已经复制')).toBeVisible();
    site.add('/paste', '<!doctype html><title>x</title><textarea autofocus></textarea>');
    await page.goto(`${site.origin}/paste`);
    await page.bringToFront();
    await page.locator('textarea').focus();
    await page.keyboard.press('Control+V');
    await expect(page.locator('textarea')).toHaveValue(toText([report], options));
  });

  test('the saved page opens with nothing but itself', async ({ page, site, worker, browserContext }) => {
    await checked(page, site.origin + LOAN);
    const popup = await openPopup(page, worker);
    await popup.getByRole('button', { name: '导出' }).click();
    const { content } = await download(popup, 'HTML');
    site.add('/saved', content);
    const saved = await browserContext.newPage();
    const requests: string[] = [];
    const complaints: string[] = [];
    saved.on('request', (request) => requests.push(new URL(request.url()).pathname));
    saved.on('console', (message) => complaints.push(message.text()));
    await saved.goto(`${site.origin}/saved`);
    await expect(saved.getByRole('heading', { level: 1 })).toHaveText('协议检查结果');
    expect(await saved.locator('h1').evaluate((h1) => getComputedStyle(h1).fontSize)).toBe('26px');
    expect(requests.filter((path) => path !== '/favicon.ico')).toEqual(['/saved']);
    expect(complaints.filter((text) => !text.includes('favicon'))).toEqual([]);
    expect((await new AxeBuilder({ page: saved }).analyze()).violations).toEqual([]);
    await saved.close();
  });
});

test.describe('states, each in its own words', () => {
  test('a page that is no agreement was not checked, and can be', async ({ page, site, worker }) => {
    await page.goto(`${site.origin}/news/`);
    await expect.poll(async () => (await stateOf(page))?.status).toBe('not-checked');
    const popup = await openPopup(page, worker);
    await expect(title(popup)).toHaveText('这个页面还没有检查');
    await expect(popup.getByText('不代表没有问题')).toBeVisible();
    await popup.getByRole('button', { name: '检查这个页面' }).click();
    await expect(title(popup)).toHaveText('没有找到这几类条款');
    await expect(popup.getByText('不等于没有风险')).toBeVisible();
    await expect(popup.locator('.answer')).toHaveCount(5);
  });

  test('a drawn page could not be checked, and says why', async ({ page, site, worker }) => {
    await page.goto(`${site.origin}/canvas-only/`);
    await expect.poll(async () => (await stateOf(page))?.status).toBe('could-not-check');
    const popup = await openPopup(page, worker);
    await expect(title(popup)).toHaveText('这个页面没能检查');
    const state = await stateOf(page);
    const unread = state?.status === 'could-not-check' ? state.unread : [];
    expect(unread.length).toBeGreaterThan(0);
    await expect(popup.locator('.unread li')).toContainText(unread.map(({ where }) => where));
    await expect(popup.locator('.unread li').first()).toContainText('画出来的文字，读不到');
    await expect(popup.getByRole('button', { name: '再检查一次' })).toBeVisible();
  });

  test('a page read in part says which part was not', async ({ page, site, worker }) => {
    const report = await checked(page, `${site.origin}/partly-pictured/`);
    const popup = await openPopup(page, worker);
    const banner = popup.getByRole('button', { name: /^有 \d+ 处没能检查$/ });
    await banner.click();
    await expect(popup.locator('.banner li')).toHaveCount(report.unread!.length);
    await expect(popup.getByText('没能检查的地方，不代表没有问题。')).toBeVisible();
  });

  test('a page of the browser cannot be read', async ({ page, worker }) => {
    await page.goto('chrome://version/');
    const popup = await openPopup(page, worker);
    await expect(title(popup)).toHaveText('这个页面没能检查');
    await expect(popup.getByText('浏览器自己的页面不让扩展读')).toBeVisible();
    await expect(popup.getByRole('button', { name: '总是检查这个网站' })).toBeHidden();
  });

  test('a tab that is not there', async ({ browserContext, worker }) => {
    const popup = await browserContext.newPage();
    await popup.goto(`chrome-extension://${new URL(worker.url()).host}/popup.html?tab=999999999`);
    await expect(title(popup)).toHaveText(/没能检查|could not be checked/);
  });

  test('the page script is run where it is missing', async ({ page, site, worker }) => {
    await worker.evaluate(() => chrome.scripting.unregisterContentScripts());
    await page.goto(site.origin + LOAN);
    expect(await stateOf(page)).toBeUndefined();
    const popup = await openPopup(page, worker);
    await expect(title(popup)).toHaveText('这份协议允许对方联系你的家人、朋友或同事');
  });

  test('a checked page that changes is shown anew', async ({ page, site, worker }) => {
    await page.goto(`${site.origin}/news/`);
    const popup = await openPopup(page, worker);
    await expect(title(popup)).toHaveText('这个页面还没有检查');
    await page.goto(site.origin + LOAN);
    await expect(title(popup)).toHaveText('这份协议允许对方联系你的家人、朋友或同事');
  });
});

test.describe('what a page asks to accept', () => {
  const documents = (popup: Page) => popup.locator('.documents > li');

  /** Opens a page whose documents wait for a click, and the popup about it. */
  async function waiting(page: Page, worker: Worker, address: string): Promise<Page> {
    await worker.evaluate(() => chrome.storage.local.set({ settings: { language: 'zh-CN', readLinked: false } }));
    await page.goto(address);
    await expect.poll(async () => (await stateOf(page))?.consent.documents.length).toBeGreaterThan(0);
    const popup = await page.context().newPage();
    await popup.goto(`chrome-extension://${new URL(worker.url()).host}/popup.html?tab=${await tabOf(page, worker)}`);
    return popup;
  }

  test('is not read, and said so, until each document is; then the worst of all leads', async ({
    page,
    site,
    worker,
  }) => {
    const popup = await waiting(page, worker, `${site.origin}/linked-sign-up/`);
    await expect(title(popup)).toHaveText('这一页要你同意 4 份协议，还没有读');
    expect((await badgeOf(page)).title).toContain('有 4 份要你同意的协议还没有读');
    await expect(popup.locator('.how')).toContainText('一个勾同意 4 份');
    await expect(popup.locator('.answer')).toHaveCount(0);
    await expect(documents(popup).locator('.what')).toHaveText(Array(4).fill(/^还没有读/));

    await popup.getByRole('button', { name: '读一读：个人信息授权书' }).click();
    await expect(title(popup)).toHaveText('《个人信息授权书》：这份协议允许对方读取你手机里的通讯录');
    await expect(popup.getByText('还有 3 份没有读')).toBeVisible();
    await expect(popup.locator('.answer')).toHaveCount(5);
    for (const name of ['借款服务协议', '征信查询授权书', '会员服务协议'])
      await popup.getByRole('button', { name: `读一读：${name}` }).click();
    await expect(documents(popup).locator('.found')).toHaveText(['2 条', '1 条', /^\d 条$/, '没有找到这几类条款']);
    await expect(title(popup)).toHaveText('《借款服务协议》：这份协议允许对方联系你的家人、朋友或同事');
    await expect(popup.getByText('没有读')).toHaveCount(0);
    await expect(documents(popup).nth(3)).toContainText(`打开后转到了：${site.origin}/linked-sign-up/member.html`);
    await expect(documents(popup).nth(0).getByRole('link')).toHaveAttribute(
      'href',
      `${site.origin}/linked-sign-up/loan.html`,
    );

    await documents(popup).nth(0).locator('.found').click();
    await expect(documents(popup).nth(0).locator('.inside q')).toHaveText([
      '2.1 甲方逾期后，乙方可以联系甲方填写的紧急联系人。',
      '2.2 乙方可以将甲方的欠款情况告知甲方的家人和同事。',
    ]);
    await popup.locator('.answer').first().click();
    await expect(popup.locator('.evidence').first()).toContainText('《借款服务协议》');

    await popup.getByRole('button', { name: '导出' }).click();
    const reports: Report[] = JSON.parse((await download(popup, 'JSON')).content);
    expect(reports.map(({ title }) => title)).toEqual([
      '开通花信分期',
      expect.stringContaining('借款服务协议'),
      expect.stringContaining('授权书'),
      expect.stringContaining('授权书'),
      expect.stringContaining('会员服务协议'),
    ]);
    const { data } = Papa.parse<string[]>((await download(popup, 'CSV')).content.slice(1).trimEnd());
    expect(new Set(data.slice(1).map(([document]) => document)).size).toBe(new Set(reports.map((r) => r.title)).size);
  });

  test('says why a document could not be read, and what to do', async ({ page, site, worker }) => {
    test.setTimeout(90_000);
    const popup = await waiting(page, worker, `${site.origin}/linked-failures/`);
    const buttons = popup.getByRole('button', { name: /^读一读：/ });
    const reasons = {
      借款服务协议: '打开来是出错页 (404)',
      个人信息授权书: '等得太久，没有读完',
      隐私政策: '超过 5 MB',
      征信查询授权书: '连不上',
      委托扣款授权书: '不是网页、文字或 PDF',
      会员服务协议: '里面没有读到文字',
      居间服务协议: '连不上',
      电子签名协议: '打开来是出错页 (500)',
      债权转让协议: '文件坏了，或者要密码',
    };
    await expect(buttons).toHaveCount(Object.keys(reasons).length);
    while ((await buttons.count()) > 0) await buttons.first().click();
    for (const [name, reason] of Object.entries(reasons)) {
      const row = documents(popup).filter({ has: popup.getByText(`《${name}》`, { exact: true }) });
      await expect(row.locator('.failed')).toContainText(reason, { timeout: 30_000 });
      await expect(row.locator('.failed .todo')).not.toBeEmpty();
    }
    await expect(title(popup)).toHaveText(/^这一页要你同意 10 份协议，还没有读$/);
  });

  test('on a page of its own clauses both are told apart', async ({ page, site, worker }) => {
    site.add(
      '/own/',
      `<!doctype html><meta charset="utf-8"><title>借款协议</title><h1>借款协议</h1><p>第一条 甲方同意乙方在逾期后联系甲方的家人和朋友。</p><p>第二条 甲方应当遵守本协议，按期还款，乙方按照约定收取利息。</p><p>第三条 本协议自签署之日起生效，甲方应仔细阅读本协议。</p><p><input type="checkbox" id="t" checked><label for="t">我已阅读并同意以上协议及</label><a href="/linked-sign-up/loan.html">《借款服务协议》</a></p><button>同意并签署</button>`,
    );
    const popup = await waiting(page, worker, `${site.origin}/own/`);
    await expect(title(popup)).toHaveText('这份协议允许对方联系你的家人、朋友或同事');
    await expect(popup.getByText('还有 1 份没有读')).toBeVisible();
    await expect(popup.locator('.how')).toContainText('默认已勾选');
    await expect(popup.getByRole('heading', { name: '这一页自己写的条款' })).toBeVisible();
  });

  for (const scheme of ['light', 'dark'] as const) {
    for (const language of ['zh-CN', 'zh-TW', 'en']) {
      test(`axe finds nothing and nothing is cut off: ${scheme}, ${language}`, async ({ page, site, worker }) => {
        await page.goto(`${site.origin}/linked-sign-up/`);
        const popup = await openPopup(page, worker, language);
        await popup.emulateMedia({ colorScheme: scheme });
        await popup.setViewportSize({ width: 200, height: 700 });
        await expect(documents(popup).locator('.found')).toHaveCount(4);
        const closed = popup.locator('[aria-expanded=false]');
        while ((await closed.count()) > 0) await closed.first().click();
        expect((await new AxeBuilder({ page: popup }).analyze()).violations).toEqual([]);
        expect(await popup.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(200);
        if (process.env.SHOTS) {
          await popup.setViewportSize({ width: 360, height: 700 });
          await popup.screenshot({ path: `${process.env.SHOTS}/real-${language}-${scheme}.png`, fullPage: true });
        }
      });
    }
  }
});

test.describe('sites', () => {
  test('a site switched off is not read until it is switched on again', async ({ page, site, worker }) => {
    await checked(page, site.origin + LOAN);
    const popup = await openPopup(page, worker);
    await popup.getByRole('button', { name: '不要在这个网站检查' }).click();
    await expect(title(popup)).toHaveText('你选了不在这个网站检查');
    await expect(popup.locator('.answer')).toHaveCount(0);
    await expect
      .poll(() => page.evaluate(() => [...CSS.highlights.values()].reduce((n, set) => n + set.size, 0)))
      .toBe(0);
    await popup.getByRole('button', { name: '恢复在这个网站检查' }).click();
    await expect(title(popup)).toHaveText('这份协议允许对方联系你的家人、朋友或同事');
  });

  test('a permission that cannot be given up stays, and the popup says so', async ({ page, site, worker }) => {
    await checked(page, site.origin + LOAN);
    const popup = await openPopup(page, worker);
    const always = popup.getByRole('button', { name: '总是检查这个网站' });
    await expect(always).toHaveAttribute('aria-pressed', 'true');
    await always.click();
    await expect(popup.getByText('浏览器没有给这个权限')).toBeVisible();
    await expect(always).toHaveAttribute('aria-pressed', 'true');
  });
});

test.describe('the settings page', () => {
  test('changes the language, lists the sites and gives them up', async ({ browserContext, worker }) => {
    await worker.evaluate(() =>
      chrome.storage.local.set({
        settings: { language: 'zh-CN', disabledSites: ['a.example', 'b.example'], quietSites: ['q.example'] },
      }),
    );
    const options = await browserContext.newPage();
    await options.goto(`chrome-extension://${new URL(worker.url()).host}/options.html`);
    await expect(options.getByRole('heading', { level: 1 })).toHaveText('明条设置');
    await options.getByRole('button', { name: '移除 a.example' }).click();
    await expect(options.getByRole('button', { name: '移除 a.example' })).toBeHidden();
    await options.getByRole('button', { name: '移除 q.example' }).click();
    await options.getByLabel('在页面边上显示位置条').uncheck();
    await options.getByLabel('在总是检查的网站，不用点就先读').uncheck();
    await options.getByLabel('界面语言').selectOption('en');
    await expect(options.getByRole('heading', { level: 1 })).toHaveText('Mingtiao settings');
    await expect(options.getByRole('status')).toHaveText('Saved');
    expect(await options.evaluate(() => document.documentElement.lang)).toBe('en');
    const stored = await worker.evaluate(async () => (await chrome.storage.local.get('settings'))['settings']);
    expect(stored).toMatchObject({
      language: 'en',
      disabledSites: ['b.example'],
      quietSites: [],
      readLinked: false,
      showRail: false,
    });
    await expect(options.getByText('http://localhost/*')).toBeVisible();
  });
});

test.describe('everybody can read it', () => {
  for (const scheme of ['light', 'dark'] as const) {
    for (const language of ['zh-CN', 'zh-TW', 'en']) {
      test(`axe finds nothing: ${scheme}, ${language}`, async ({ page, site, worker }) => {
        await checked(page, `${site.origin}/partly-pictured/`);
        const popup = await openPopup(page, worker, language);
        await popup.emulateMedia({ colorScheme: scheme });
        await popup.setViewportSize({ width: 360, height: 700 });
        await expect(popup.locator('.answer')).toHaveCount(5);
        await openAll(popup);
        expect((await new AxeBuilder({ page: popup }).analyze()).violations).toEqual([]);
        const options = await popup.context().newPage();
        await options.emulateMedia({ colorScheme: scheme });
        await options.goto(popup.url().replace(/popup\.html.*/, 'options.html'));
        await expect(options.getByRole('heading', { level: 1 })).toBeVisible();
        expect((await new AxeBuilder({ page: options }).analyze()).violations).toEqual([]);
      });
    }

    test(`axe finds nothing where nothing was read: ${scheme}`, async ({ page, site, worker }) => {
      for (const name of ['news', 'canvas-only']) {
        await page.goto(`${site.origin}/${name}/`);
        const popup = await openPopup(page, worker);
        await popup.emulateMedia({ colorScheme: scheme });
        await expect(popup.locator('.primary')).toBeVisible();
        expect((await new AxeBuilder({ page: popup }).analyze()).violations).toEqual([]);
      }
    });
  }

  test('text is never smaller than 14 px', async ({ page, site, worker }) => {
    await checked(page, `${site.origin}/partly-pictured/`);
    const popup = await openPopup(page, worker);
    await expect(popup.locator('.answer')).toHaveCount(5);
    await openAll(popup);
    const small = await popup.evaluate(() =>
      Array.from(document.querySelectorAll('body *'), (element) => ({
        text: Array.from(element.childNodes, (node) => (node.nodeType === Node.TEXT_NODE ? node.nodeValue : '')).join(
          '',
        ),
        size: parseFloat(getComputedStyle(element).fontSize),
      })).filter(({ text, size }) => text.trim() !== '' && size < 14),
    );
    expect(small).toEqual([]);
  });

  // 1280 px at 400 % is 320 px; the popup's 400 px at 200 % is 200 px.
  for (const width of [320, 200]) {
    test(`nothing is cut off at ${width} px`, async ({ page, site, worker }) => {
      await checked(page, `${site.origin}/partly-pictured/`);
      const popup = await openPopup(page, worker, 'en');
      await popup.setViewportSize({ width, height: 700 });
      await expect(popup.locator('.answer')).toHaveCount(5);
      await openAll(popup);
      expect(await popup.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    });
  }
});
