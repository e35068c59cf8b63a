/** Snapshot and marks in a real document: what text is rendered is for the browser to say. */
import path from 'node:path';
import type { Page } from '@playwright/test';
import '../helpers/seed.ts';
import fc from 'fast-check';
import { build } from 'vite';
import type * as Dom from './dom.ts';
import { expect, test as base } from './fixtures.ts';

const test = base.extend<object, { bundle: string }>({
  bundle: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from the pattern
    async ({}, use) => {
      const result = await build({
        configFile: false,
        logLevel: 'error',
        publicDir: false,
        build: {
          write: false,
          minify: false,
          lib: { entry: path.resolve(import.meta.dirname, 'dom.ts'), name: 'dom', formats: ['iife'] },
        },
      });
      const [output] = [result].flat();
      if (!output || !('output' in output)) throw new Error('no bundle');
      await use(output.output[0].code);
    },
    { scope: 'worker' },
  ],
  page: async ({ page, bundle, site }, use) => {
    site.add('/dom/', '<!doctype html><meta charset="utf-8"><title>空白</title>');
    await page.goto(`${site.origin}/dom/`);
    await page.addScriptTag({ content: bundle });
    await use(page);
  },
});

type Snap = Awaited<ReturnType<typeof Dom.snap>>;
const call = (page: Page, name: keyof typeof Dom, argument?: unknown): Promise<unknown> =>
  page.evaluate(
    ([name, argument]) =>
      (globalThis as unknown as { dom: Record<string, (a: unknown) => unknown> }).dom[name]!(argument),
    [name, argument] as const,
  );
const snap = (page: Page, html?: string) => call(page, 'snap', html) as Promise<Snap>;
const place = (page: Page, ...quotes: ({ quote: string } & Record<string, unknown>)[]) =>
  call(page, 'place', quotes) as Promise<ReturnType<typeof Dom.place>>;
const placed = (page: Page) => call(page, 'placed') as Promise<ReturnType<typeof Dom.placed>>;

const TEXTS: [what: string, html: string, text: string][] = [
  ['blocks', '<div>一<p>二</p>三</div><div>四</div>', '一\n二\n三\n四'],
  ['inline', '<p>甲方<b>可以<i>联系</i></b><span>家人</span></p>', '甲方可以联系家人'],
  ['br', '<p>一<br>二<br/><br>三</p>', '一\n二\n三'],
  ['white space', '<p>  一\n   二 <b> 三</b>  </p>\n  <p>\n四</p>', '一 二 三\n四'],
  ['white space that only parts elements', '<span>一</span> <span>二</span>', '一 二'],
  ['no-break spaces stay', '<p>&nbsp; &nbsp;一</p>', '\u00a0 \u00a0一'],
  ['pre', '<pre>一  二\n\n  三</pre>', '一  二\n\n  三'],
  ['white-space: pre-wrap', '<p style="white-space: pre-wrap">一  二\n三</p>', '一  二\n三'],
  ['white-space: pre-line', '<p style="white-space: pre-line">一   二\n 三</p>', '一 二\n三'],
  ['a table', '<table><tr><td>一</td><td>二</td></tr><tr><td>三</td><td><p>四</p></td></tr></table>', '一\t二\n三\n四'],
  ['a heading and its list', '<h2>一</h2><ol><li>二</li><li>三</li></ol>', '一\n二\n三'],
  [
    'things without text',
    '<style>p{}</style><script type="x">一</script><noscript>二</noscript><input value="三"><textarea>四</textarea>五',
    '五',
  ],
  ['pinyin over a character', '<ruby>優<rp>(</rp><rt>yōu</rt><rp>)</rp></ruby>品', '優品'],
  ['comments', '<p>一<!-- 二 -->三</p>', '一三'],
  ['display: none', '<p>一<span style="display:none">二</span></p><div hidden><p>三</p></div>', '一'],
  ['visibility', '<p style="visibility:hidden">一<span style="visibility:visible">二</span></p>', '二'],
  ['opacity 0', '<p>一</p><p style="opacity:0">二</p>', '一'],
  ['content-visibility: hidden', '<p>一</p><div style="content-visibility:hidden">二</div>', '一'],
  ['a closed details', '<details><summary>一</summary><p>二</p></details>', '一'],
  ['an open details', '<details open><summary>一</summary><p>二</p></details>', '一\n二'],
  [
    'a row of boxes',
    '<div style="display:flex"><span>我已阅读并同意</span><span>《协议》</span></div>',
    '我已阅读并同意 《协议》',
  ],
  ['a column of boxes', '<div style="display:flex;flex-direction:column"><div>一</div><div>二</div></div>', '一\n二'],
  ['display: contents', '<div style="display:contents">一<b>二</b></div>', '一二'],
  ['a word', '一', '一'],
  ['nothing', '', ''],
];

/** Pieces of print, each 16 px high, placed by their left and upper edges: [left, top, text]. */
function print(...pieces: [left: number, top: number, text: string][]): string {
  const spans = pieces.map(([left, top, text]) => `<span style="left:${left}px;top:${top}px">${text}</span><br>`);
  return `<style>#l span{position:absolute;white-space:pre;font:16px/16px 'Noto Sans CJK SC',sans-serif}</style><div id="l" style="position:relative">${spans.join('')}</div>`;
}
TEXTS.push(
  [
    'pieces of a line',
    print([0, 0, '乙方可以联系'], [96, 0, '甲方的'], [144, 0, '家人。']),
    '乙方可以联系甲方的家人。',
  ],
  ['pieces of columns', print([0, 0, '姓名'], [200, 0, '关系'], [400, 0, '电话']), '姓名\t关系\t电话'],
  [
    'a sentence that goes on in the next line',
    print([0, 0, '第一条 乙方可以联系甲方填写的紧急'], [0, 20, '联系人。'], [0, 40, '第二条 甲方按期还款。']),
    '第一条 乙方可以联系甲方填写的紧急联系人。\n第二条 甲方按期还款。',
  ],
  [
    'a heading, a short line and a new item end a line',
    print(
      [60, 0, '借款合同'],
      [0, 20, '第一条 甲方应当做到下列各项的全部要求'],
      [0, 40, '（一）按期还款'],
      [0, 60, '乙方'],
    ),
    '借款合同\n第一条 甲方应当做到下列各项的全部要求\n（一）按期还款\n乙方',
  ],
  [
    'a distance between paragraphs',
    print([0, 0, '甲方应当按期还款'], [0, 80, '乙方应当放款'], [0, 100, '丙方']),
    '甲方应当按期还款\n乙方应当放款\n丙方',
  ],
);

for (const [what, html, text] of TEXTS) {
  test(`text: ${what}`, async ({ page }) => {
    expect(await snap(page, html)).toMatchObject({ text, fit: true });
  });
}

test('shadow roots in place of their host, slotted nodes in place of their slot', async ({ page }) => {
  await page.evaluate(() => {
    document.body.innerHTML = '<div id="host"><b slot="end">尾</b><i>中</i></div>';
    document.getElementById('host')!.attachShadow({ mode: 'open' }).innerHTML =
      '<p>头</p><p><slot></slot></p><p><slot name="end"></slot></p><p><slot name="none">无</slot></p>';
  });
  expect(await snap(page)).toMatchObject({ text: '头\n中\n尾\n无', fit: true, roots: 2 });
});

const LINE = '乙方可以联系甲方填写的紧急联系人。';
for (const [what, copy] of [
  ['for assistive technology only', `<p aria-hidden="true">${LINE}</p>`],
  ['moved off the page', `<p style="position:absolute;left:-9999px">${LINE}</p>`],
  ['clipped to a point', `<div style="position:absolute;width:1px;height:1px;overflow:hidden"><p>${LINE}</p></div>`],
] as const) {
  test(`a copy ${what} does not count, whichever stands first`, async ({ page }) => {
    const seen = `<p id="seen">${LINE}</p>`;
    for (const html of [copy + seen, seen + copy]) {
      expect(await snap(page, html)).toMatchObject({ text: LINE, fit: true, parents: ['seen'] });
    }
    expect((await snap(page, copy)).text).toBe(LINE);
  });
}

test('of a page that is too long the beginning is read, and the rest reported', async ({ page }) => {
  const read = await page.evaluate(async () => {
    document.body.innerHTML = '';
    for (let i = 0; i < 61; i++) document.body.append(document.createElement('pre'));
    for (const pre of document.querySelectorAll('pre')) pre.append('甲'.repeat(100_000));
    const { snap } = (globalThis as unknown as { dom: typeof Dom }).dom;
    const { text, unread, fit } = await snap();
    return { length: text.length, unread: unread.map(({ reason }) => reason), fit };
  });
  expect(read.fit).toBe(true);
  expect(read.unread).toEqual(['too-large']);
  expect(read.length).toBeGreaterThan(6_000_000);
  expect(read.length).toBeLessThan(6_200_000);
});

test('one line of 200,000 characters', async ({ page }) => {
  const line = '甲方应当还款。 '.repeat(25_000);
  expect(
    await snap(page, `<div style="width:100px;height:20px;overflow:hidden;white-space:nowrap">${line}</div>`),
  ).toMatchObject({
    text: line.trimEnd(),
    fit: true,
  });
});

const inline = fc.oneof(
  fc.array(fc.constantFrom('甲', '乙', ' ', '\n', '\t', '&nbsp;'), { maxLength: 6 }).map((parts) => parts.join('')),
  fc.constantFrom('<br>', '<b>联 系</b>', '<span> </span>', '<span hidden>隐</span>', '<i></i>', '<!-- 注 -->'),
);
const block = fc.tuple(fc.constantFrom('div', 'p', 'pre', 'li', 'span', 'td'), fc.array(inline, { maxLength: 6 }));

test('any nesting: runs fit their nodes, all that is shown is there and nothing else', async ({ page }) => {
  await fc.assert(
    fc.asyncProperty(fc.array(block, { maxLength: 6 }), async (blocks) => {
      const html = blocks.map(([tag, parts]) => `<${tag}>${parts.join('')}</${tag}>`).join('');
      const { text, fit } = await snap(page, html);
      expect(fit).toBe(true);
      const shown = await page.evaluate(() => document.body.innerText);
      expect(text.replaceAll(/\s/g, '')).toBe(shown.replaceAll(/\s/g, ''));
    }),
    { numRuns: 100 },
  );
});

test('a quote across nested elements gets a range for each text node, with exactly its text', async ({ page }) => {
  await snap(page, '<p>前。<span>乙方可以<b>联系</b></span>甲方的 \n <i>家人</i>。后</p>');
  const [mark] = await place(page, { quote: '乙方可以联系甲方的 家人。' });
  expect(mark).toMatchObject({ intact: true, pieces: ['乙方可以', '联系', '甲方的', '家人', '。'] });
});

test('white space inside one node does not cut its range', async ({ page }) => {
  await snap(page, '<p>甲方 \n 应当\n还款。</p>');
  expect(await place(page, { quote: '甲方 应当 还款。' })).toMatchObject([{ pieces: ['甲方 \n 应当\n还款。'] }]);
});

test('findings of one passage share a mark, gravest first; a promise never hides what is granted', async ({ page }) => {
  await snap(page, '<p>一。</p><p>二。</p>');
  const marks = await place(
    page,
    { quote: '二。', effect: 'limits', severity: 3 },
    { quote: '二。', severity: 1 },
    { quote: '二。', severity: 3 },
    { quote: '一。', effect: 'limits', severity: 1 },
  );
  expect(marks.map(({ findings, kind }) => [findings, kind])).toEqual([
    [[3], 'promise'],
    [[2, 1, 0], 3],
  ]);
});

test('a passage that has changed since the snapshot gets no mark', async ({ page }) => {
  await snap(page, '<p>一二三。</p><p>四五六。</p>');
  await page.evaluate(() => ((document.querySelector('p')!.firstChild as Text).data = '一二七。'));
  expect(await place(page, { quote: '一二三。' }, { quote: '四五六。' })).toMatchObject([{ findings: [1] }]);
});

const CHANGES: [what: string, change: () => unknown, intact: boolean][] = [
  ['its text is replaced', () => ((document.querySelector('b')!.firstChild as Text).data = '告诉'), false],
  ['its text is cut', () => (document.querySelector('b')!.firstChild as Text).deleteData(0, 1), false],
  ['one of its elements is removed', () => document.querySelector('b')!.remove(), false],
  ['all of it is removed', () => document.querySelector('p')!.remove(), false],
  ['it is moved', () => document.body.append(document.querySelector('p')!), false],
  [
    'text comes before it in its node',
    () => (document.querySelector('p')!.firstChild as Text).insertData(0, '更前。'),
    true,
  ],
  ['an attribute changes', () => (document.querySelector('p')!.className = 'seen'), true],
];
for (const [what, change, intact] of CHANGES) {
  test(`a mark is ${intact ? 'still' : 'no longer'} intact when ${what}`, async ({ page }) => {
    await snap(page, '<p>前。乙方可以<b>联系</b>家人。</p><p>后。</p>');
    expect(await place(page, { quote: '乙方可以联系家人。' })).toMatchObject([{ intact: true }]);
    await page.evaluate(change);
    expect(await placed(page)).toMatchObject([{ intact }]);
  });
}
