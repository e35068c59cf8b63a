/** The rows of consent on the page fixtures, recognised in a real browser before anything is clicked. */
import path from 'node:path';
import { build } from 'vite';
import type { ConsentRow } from '../../src/page/consent-row.ts';
import { CASES } from './cases.ts';
import { expect, test } from './fixtures.ts';

interface Module {
  consentRows(root: Document): ConsentRow[];
}

let script: string;

test.beforeAll(async () => {
  const entry = path.resolve(import.meta.dirname, '../../src/page/consent-row.ts');
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'consentRow' } },
  });
  const [output] = [built].flat();
  if (!output || !('output' in output)) throw new Error('nothing was built');
  script = output.output[0].code;
});

for (const { name, expected } of CASES) {
  const { rows = [] } = expected;
  test(`${name}: ${rows.length === 0 ? 'no row' : `binds ${rows.flatMap(({ names }) => names).join(', ')}`}`, async ({
    page,
    site,
  }) => {
    await page.goto(`${site.origin}/${name}/`);
    await page.evaluate(`${script};globalThis.consentRow = consentRow`);
    const found = () =>
      page.evaluate(() =>
        (globalThis as unknown as { consentRow: Module }).consentRow
          .consentRows(document)
          .map(({ by, tick, agreements, button }) => ({
            by,
            tick: tick && `${tick.kind} ${tick.ticked}`,
            names: agreements.map(({ name }) => name),
            button: button && button.textContent.trim(),
          })),
      );
    await expect.poll(found).toEqual(rows);
  });
}

test('a tick made by the user is seen, whatever draws it', async ({ page, site }) => {
  const ticked = async (name: string, tick: string) => {
    await page.goto(`${site.origin}/${name}/`);
    await page.evaluate(`${script};globalThis.consentRow = consentRow`);
    const now = () =>
      page.evaluate(
        () => (globalThis as unknown as { consentRow: Module }).consentRow.consentRows(document)[0]?.tick?.ticked,
      );
    const before = await now();
    await page.click(tick);
    return [before, await now()];
  };
  expect(await ticked('vant-sheet', '.van-checkbox__icon')).toEqual(['no', 'yes']);
  expect(await ticked('antd-popup-frame', '.adm-checkbox-icon')).toEqual(['no', 'yes']);
  expect(await ticked('english-checkout', '#tick')).toEqual(['no', 'yes']);
  expect(await ticked('data-href-panel', '#tick')).toEqual(['no', 'yes']);
  expect(await ticked('icon-tick', '.tel-icon')).toEqual(['yes', 'unknown']);
});

test('a form whose fields are called like its own properties is walked all the same', async ({ page, site }) => {
  const names =
    'parentNode firstChild nextSibling nodeName nodeType ownerDocument closest matches contains textContent';
  const fields = `${names} querySelector querySelectorAll getAttribute getRootNode compareDocumentPosition`
    .split(' ')
    .map((name) => `<input type="hidden" name="${name}">`)
    .join('');
  const named = '<form name="createRange"></form><form name="body"></form><form name="getElementById"></form>';
  site.add(
    '/clobbered/',
    `<!doctype html><meta charset="utf-8"><title>x</title>${named}<form>${fields}<input id="t" type="checkbox"><label for="t">我已阅读并同意</label><div>《借款协议》</div><button>注册</button></form>`,
  );
  await page.goto(`${site.origin}/clobbered/`);
  await page.evaluate(`${script};globalThis.consentRow = consentRow`);
  const rows = await page.evaluate(() =>
    (globalThis as unknown as { consentRow: Module }).consentRow
      .consentRows(document)
      .map(({ tick, agreements, button }) => [tick?.kind, agreements.map(({ name }) => name), button?.textContent]),
  );
  expect(rows).toEqual([['native', ['借款协议'], '注册']]);
});

test('a row after a long contract is found', async ({ page, site }) => {
  const clause = '<p>甲方同意按期还款，并接受乙方的通知；甲方授权乙方扣款。</p>';
  site.add(
    '/long/',
    `<!doctype html><meta charset="utf-8"><title>x</title>${clause.repeat(3000)}<p>我已阅读并同意《借款协议》</p><button>签署</button>`,
  );
  await page.goto(`${site.origin}/long/`);
  await page.evaluate(`${script};globalThis.consentRow = consentRow`);
  const texts = await page.evaluate(() =>
    (globalThis as unknown as { consentRow: Module }).consentRow.consentRows(document).map(({ text }) => text),
  );
  expect(texts).toEqual(['我已阅读并同意《借款协议》']);
});

test('a long page costs little, and so does one made to cost much', async ({ page, site }) => {
  site.add('/hostile/', '<!doctype html><meta charset="utf-8"><title>x</title><body>');
  await page.goto(`${site.origin}/hostile/`);
  await page.evaluate(`${script};globalThis.consentRow = consentRow`);
  const milliseconds = (html: string) =>
    page.evaluate((html) => {
      document.body.innerHTML = html;
      const start = performance.now();
      (globalThis as unknown as { consentRow: Module }).consentRow.consentRows(document);
      return performance.now() - start;
    }, html);
  // Bounds are far above what is needed: they are to tell linear work from work that grows out of hand.
  expect(await milliseconds('<p>甲方同意按期还款，并已阅读本协议的全部内容。</p>'.repeat(20_000))).toBeLessThan(1500);
  expect(await milliseconds('我同意借款协议'.repeat(70_000))).toBeLessThan(1500);
  expect(await milliseconds('I agree to Aa Bb Cc Dd Ee Ff Gg terms '.repeat(15_000))).toBeLessThan(1500);
  expect(await milliseconds('同意'.repeat(250_000))).toBeLessThan(1500);
  expect(await milliseconds('我已阅读并同意《'.repeat(60_000))).toBeLessThan(1500);
  expect(
    await milliseconds(`${'<div class="btn">'.repeat(400)}${'<p>我同意《借款协议》</p>'.repeat(2000)}`),
  ).toBeLessThan(1500);
});
