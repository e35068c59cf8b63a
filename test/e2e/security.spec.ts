/** Requirements of SECURITY.md that show in the browser and in the finished builds. */
import fs from 'node:fs';
import path from 'node:path';
import { serve } from '../../scripts/demo/serve.mjs';
import { DEMO } from '../helpers/demo.ts';
import { expect, test } from './fixtures.ts';
import { ask, stateOf } from './read.ts';

const OUTPUT = path.resolve(import.meta.dirname, '../../.output');

const HOSTILE = `<!doctype html><meta charset="utf-8"><title>&lt;img src=x onerror="pwned=1"&gt;借款协议</title>
<h1>借款协议</h1><p>第一条 甲方向乙方提供借款，乙方应当按期还款，逾期的按日计收罚息。</p>
<p>第二条 乙方逾期的，甲方有权联系乙方的紧急联系人&lt;img src=x onerror="pwned=1"&gt;，告知其乙方欠款的事实。</p>
<p>第三条 甲方可以读取乙方的手机通讯录&lt;script&gt;pwned=1&lt;/script&gt;和通话记录。</p>
<p>第四条 本协议项下的授权不可撤销。第五条 争议由甲方所在地人民法院管辖。</p>`;

test('S1: markup in an agreement stays text in card and popup', async ({ page, site, extensionId, browserContext }) => {
  site.add('/hostile', HOSTILE);
  await page.goto(`${site.origin}/hostile`);
  await expect.poll(async () => (await stateOf(page))?.status, { timeout: 15_000 }).toBe('checked');
  const [worker] = browserContext.serviceWorkers();
  const tab = await worker!.evaluate(
    async (url) => (await chrome.tabs.query({})).find((each) => each.url === url)!.id!,
    page.url(),
  );
  await worker!.evaluate((id) => chrome.tabs.sendMessage(id, { type: 'page.jump', finding: 0 }), tab);
  const popup = await browserContext.newPage();
  await popup.goto(`chrome-extension://${extensionId}/popup.html?tab=${tab}`);
  await expect(popup.getByText('onerror=').first()).toBeAttached();
  for (const each of [page, popup]) {
    expect(await each.evaluate(() => 'pwned' in globalThis)).toBe(false);
    expect(await each.locator('img[src="x"]').count()).toBe(0);
  }
  await popup.close();
});

test('S3: reading an agreement makes no request of the extension’s own', async ({ page, browserContext }) => {
  const demo = await serve(DEMO);
  const asked: string[] = [];
  browserContext.on('request', (request) => asked.push(request.url()));
  await page.goto(`${demo.url}/jieqian/loan.html`);
  await expect.poll(async () => (await stateOf(page))?.status, { timeout: 15_000 }).toBe('checked');
  await demo.close();
  const elsewhere = asked.filter((url) => !url.startsWith('chrome-extension://'));
  expect(elsewhere.toSorted()).toEqual([`${demo.url}/jieqian/loan.html`, `${demo.url}/site.css`]);
});

test('S6: nothing of an agreement is kept', async ({ page, browserContext }) => {
  const demo = await serve(DEMO);
  await page.goto(`${demo.url}/youpin/data.html`);
  await expect.poll(async () => (await stateOf(page))?.status, { timeout: 15_000 }).toBe('checked');
  await demo.close();
  const [worker] = browserContext.serviceWorkers();
  const stored = await worker!.evaluate(async () => ({
    local: Object.keys(await chrome.storage.local.get()),
    session: Object.keys(await chrome.storage.session.get()),
    sync: Object.keys(await chrome.storage.sync.get()),
  }));
  expect(stored.local.filter((key) => key !== 'settings')).toEqual([]);
  expect(stored.session).toEqual([]);
  expect(stored.sync).toEqual([]);
});

interface Manifest {
  permissions: string[];
  host_permissions?: string[];
  content_scripts?: unknown;
  web_accessible_resources?: unknown;
  content_security_policy: { extension_pages: string };
}

for (const build of ['chrome-mv3', 'firefox-mv3'])
  test(`S4: the finished ${build} asks for what wxt.config.ts asks for and nothing more`, () => {
    const manifest = JSON.parse(fs.readFileSync(path.join(OUTPUT, build, 'manifest.json'), 'utf8')) as Manifest;
    expect(manifest.permissions).toEqual(['activeTab', 'scripting', 'storage']);
    expect(manifest.host_permissions ?? []).toEqual([]);
    expect(manifest.content_scripts ?? []).toEqual([]);
    expect(manifest.web_accessible_resources ?? []).toEqual([]);
    expect(manifest.content_security_policy.extension_pages).toContain("script-src 'self' 'wasm-unsafe-eval';");
  });

test('S7: a form whose fields take the names of its properties hides nothing and stops nothing', async ({
  page,
  site,
}) => {
  const names =
    'parentNode parentElement firstChild lastChild nextSibling nodeType nodeName localName ownerDocument shadowRoot assignedSlot';
  const fields = names.split(' ').map((name) => `<input form="f" name="${name}">`);
  site.add('/fields', `${HOSTILE.replace('<h1>', `${fields.join('')}<form id="f"><h1>`)}</form>`);
  await page.goto(`${site.origin}/fields`);
  await expect.poll(async () => (await stateOf(page))?.status, { timeout: 15_000 }).toBe('checked');
  const state = await stateOf(page);
  if (state?.status !== 'checked') throw new Error('not checked');
  const quotes = state.report.findings.map(({ quote }) => quote);
  expect(quotes.filter((quote) => quote.includes('手机通讯录')).length).toBeGreaterThan(0);
  expect(state.report.chars).toBeLessThan(HOSTILE.length);
  expect(await ask(page, { type: 'page.jump', finding: 0 })).toBe(true);
});

test('S8: the page cannot look into the card of the finished extension', () => {
  const script = fs.readFileSync(path.join(OUTPUT, 'chrome-mv3/content-scripts/agreement.js'), 'utf8');
  expect(script).toMatch(/attachShadow\(\{mode:[`'"]closed[`'"]\}\)/);
  expect(script).not.toMatch(/attachShadow\(\{mode:[`'"]open/);
});
