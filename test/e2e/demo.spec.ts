/** The demo site in the browser: the extension there says what the command line says, and draws all of it. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { serve } from '../../scripts/demo/serve.mjs';
import { NO_CONSENT, type PageState } from '../../src/messages.ts';
import type { Finding, Report } from '../../src/types.ts';
import { AGREEMENTS, DEMO, expectedOf, squeeze } from '../helpers/demo.ts';
import { expect, test } from './fixtures.ts';
import { drawnIn, stateOf } from './read.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** What the command line finds in the same files. */
function scanned(): Map<string, Finding[]> {
  const files = AGREEMENTS.map((name) => path.join(DEMO, `${name}.html`));
  const lines = execFileSync(process.execPath, ['--import', 'tsx', 'src/cli/scan.ts', '--json', ...files], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const reports = lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Report);
  return new Map(AGREEMENTS.map((name, i) => [name, reports[i]!.findings]));
}

let demo: Awaited<ReturnType<typeof serve>>;
let inNode: Map<string, Finding[]>;
test.beforeAll(async () => {
  demo = await serve(DEMO);
  inNode = scanned();
});
test.afterAll(() => demo.close());

/** The page's state once it is `status`. */
async function settled<S extends PageState['status']>(page: Page, status: S): Promise<PageState & { status: S }> {
  await expect.poll(async () => (await stateOf(page))?.status, { timeout: 15_000 }).toBe(status);
  return (await stateOf(page)) as PageState & { status: S };
}

const keys = (findings: Finding[]) => findings.map((f) => `${f.category} ${f.effect} ${squeeze(f.quote)}`);

for (const name of AGREEMENTS)
  test(`${name}: the same findings as on the command line, all of them drawn`, async ({ page }) => {
    await page.goto(`${demo.url}/${name}.html`);
    const { report, marked } = await settled(page, 'checked');
    expect(report.title).toBe(expectedOf(name).title);
    expect(keys(report.findings)).toEqual(keys(inNode.get(name)!));
    expect(report.findings.length).toBeGreaterThan(0);
    expect(marked).toBe(report.findings.length);
    const drawn = squeeze((await drawnIn(page)).map(({ text }) => text).join(''));
    for (const { quote } of report.findings) expect(drawn).toContain(squeeze(quote));
  });

test('the page keeps the body it came with', async ({ page }) => {
  await page.goto(`${demo.url}/jieqian/loan.html`);
  await settled(page, 'checked');
  const source = fs.readFileSync(path.join(DEMO, 'jieqian/loan.html'), 'utf8');
  const [now, then] = await page.evaluate((html) => {
    const original = new DOMParser().parseFromString(html, 'text/html');
    return [document.body.innerHTML, original.body.innerHTML];
  }, source);
  expect(now).toBe(then);
});

for (const name of ['index', 'jieqian/index', 'youpin/index', 'other/shop', 'other/news'])
  test(`${name} is left alone`, async ({ page }) => {
    await page.goto(`${demo.url}/${name}.html`);
    await expect.poll(() => stateOf(page)).toEqual({ status: 'not-checked', consent: NO_CONSENT });
    await page.waitForTimeout(500);
    expect(await stateOf(page)).toEqual({ status: 'not-checked', consent: NO_CONSENT });
    expect(await drawnIn(page)).toEqual([]);
  });

test('a contract that is drawn is said to be unread', async ({ page }) => {
  await page.goto(`${demo.url}/other/canvas.html`);
  const { unread } = await settled(page, 'could-not-check');
  expect(unread.map(({ reason }) => reason)).toEqual(['canvas']);
});

test('an agreement in a bottom sheet is marked each time it opens', async ({ page }) => {
  await page.goto(`${demo.url}/xianghuaka/`);
  await settled(page, 'checked');
  const drawn = async () => squeeze((await drawnIn(page)).map(({ text }) => text).join(''));
  const inSheet = squeeze('第四十条　乙方可以委托依法设立的催收机构催收');
  for (let round = 0; round < 3; round++) {
    await page.getByRole('link', { name: '《享花卡用户服务协议》' }).click();
    await expect.poll(drawn).toContain(inSheet);
    await page.getByRole('button', { name: '关闭' }).click();
    await expect.poll(drawn).not.toContain(inSheet);
  }
});
