/** Linked agreements as the background reads them in a real service worker: kinds, failures, permission, no cookies. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Locator, Page } from '@playwright/test';
import { AxeBuilder } from '@axe-core/playwright';
import type { LinkResult, Message, ToBackground } from '../../src/messages.ts';
import { makePdf, makePlainPdf, toGb18030 } from '../helpers/documents.ts';
import { expect, launch, test, workerOf } from './fixtures.ts';

const REACH = '借款人逾期的，出借人有权联系借款人的紧急联系人和通讯录中的亲友，告知其欠款情况。';
const CLAUSES = [
  '个人信息授权书',
  '第一条 授权内容',
  '本人同意并授权贵公司收集本人的姓名、身份证号码和手机号码，用于审核本人的借款申请。',
  '第二条 联系人',
  REACH,
  '第三条 期限',
  '本授权书自本人点击同意之日起生效，至本人还清全部欠款之日止。甲方和乙方均应遵守本协议的约定。',
];
const AGREEMENT = `<!doctype html><meta charset="utf-8"><title>个人信息授权书</title>${CLAUSES.map((line) => `<p>${line}</p>`).join('')}`;

/** What `chrome://extensions` may do. */
interface Developer {
  developerPrivate: {
    updateExtensionConfiguration(update: { extensionId: string; hostAccess: 'ON_SPECIFIC_SITES' }): Promise<void>;
    addHostPermission(id: string, host: string): Promise<void>;
  };
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
const send =
  (type: string, body: string | Uint8Array, status = 200): Answer =>
  (_request, response) => {
    response.writeHead(status, type === '' ? {} : { 'content-type': type });
    response.end(body);
  };

/** Another origin than the page's, with the addresses that a test wants. */
let other: Server;
let origin: string;
const answers = new Map<string, Answer>();
const asked: IncomingMessage[] = [];

test.beforeAll(async () => {
  other = createServer((request, response) => {
    asked.push(request);
    const answer = answers.get(new URL(request.url ?? '/', 'http://x').pathname) ?? send('text/html', 'nothing', 404);
    answer(request, response);
  });
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const address = other.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  origin = `http://127.0.0.1:${address.port}`;
});
test.afterAll(async () => {
  other.closeAllConnections();
  await new Promise((resolve) => other.close(resolve));
});
test.beforeEach(async ({ page, site }) => {
  answers.clear();
  asked.length = 0;
  await page.goto(`${site.origin}/news/`);
});

/** Sends a message as the page script of `page` would. */
async function sendFrom<K extends keyof ToBackground>(
  page: Page,
  message: Message<Pick<ToBackground, K>>,
): Promise<unknown> {
  const worker = await workerOf(page.context());
  return worker.evaluate(
    async ({ url, message }) => {
      const tabId = (await chrome.tabs.query({})).find((tab) => tab.url === url)?.id;
      if (tabId === undefined) throw new Error(`no tab at ${url}`);
      const [done] = await chrome.scripting.executeScript({
        target: { tabId },
        args: [message],
        func: (message) => chrome.runtime.sendMessage(message),
      });
      return done?.result;
    },
    { url: page.url(), message },
  );
}

const read = async (page: Page, path: string, name = '个人信息授权书') =>
  (await sendFrom(page, { type: 'document.read', url: origin + path, name })) as LinkResult;

/** The result as far as a reader would compare it. */
function told(result: LinkResult) {
  if (result.status === 'failed') return [result.why, result.detail];
  return [...new Set(result.report.findings.filter((f) => f.severity === 3).map((f) => f.quote))];
}

test.describe('kinds of documents', () => {
  const pages = [CLAUSES.map((text, i) => ({ text, y: 780 - i * 24 }))];
  const kinds: [name: string, type: string, body: string | Uint8Array][] = [
    ['HTML', 'text/html; charset=utf-8', AGREEMENT],
    ['XHTML', 'application/xhtml+xml', AGREEMENT],
    ['plain text', 'text/plain; charset=utf-8', CLAUSES.join('\n')],
    ['text in GBK, as the header says', 'text/plain; charset=gbk', toGb18030(CLAUSES.join('\n'))],
    ['PDF with Chinese fonts that it does not hold', 'application/pdf', makePdf(pages)],
    ['PDF that the server calls a stream of octets', 'application/octet-stream', makePdf(pages)],
    ['HTML without a type', '', AGREEMENT.replace('<!doctype html>', '<!DOCTYPE html><html>')],
  ];
  for (const [i, [name, type, body]] of kinds.entries()) {
    test(name, async ({ page }) => {
      answers.set(`/${i}`, send(type, body));
      const result = await read(page, `/${i}`);
      expect(told(result)).toEqual([REACH]);
      if (result.status !== 'read') throw new Error('not read');
      expect(result).toMatchObject({ url: `${origin}/${i}`, moved: false });
      expect(result.report).toMatchObject({ url: `${origin}/${i}`, title: '个人信息授权书' });
      expect(result.report.sha256).toMatch(/^[0-9a-f]{64}$/);
      expect(result.report.checkedAt).toMatch(/^\d{4}-/);
    });
  }

  test('an English PDF in one of the fonts that every viewer has', async ({ page }) => {
    const lines = [
      'Loan Agreement',
      '1. If you miss a payment, we may call your emergency contacts and tell them about your debt.',
      '2. This agreement is made between you (the borrower) and us (the lender).',
      '3. You agree that this agreement is governed by the law of the place where the lender stands.',
    ];
    answers.set('/en.pdf', send('application/pdf', makePlainPdf(lines)));
    expect(told(await read(page, '/en.pdf', 'Loan Agreement'))).toContain(lines[1]!.slice(3));
  });

  test('one that the page script fetched itself', async ({ page, site }) => {
    const bytes = Buffer.from(makePdf(pages)).toString('base64');
    const url = `${site.origin}/found.pdf`;
    const message = { contentType: 'application/pdf', bytes, url, name: '授权书', moved: true };
    const result = (await sendFrom(page, { type: 'document.parse', ...message })) as LinkResult;
    expect(told(result)).toEqual([REACH]);
    expect(result).toMatchObject({ status: 'read', url, moved: true, report: { url, title: '授权书' } });
  });

  test('an address that leads elsewhere is told', async ({ page }) => {
    answers.set('/old', (_request, response) => response.writeHead(302, { location: '/new' }).end());
    answers.set('/new', send('text/html', AGREEMENT));
    expect(await read(page, '/old')).toMatchObject({ status: 'read', url: `${origin}/new`, moved: true });
  });
});

test.describe('what cannot be read says why, and is never clear', () => {
  const SHELL =
    '<!doctype html><title>服务协议</title><noscript>请打开 JavaScript</noscript><div id="app">加载中…</div><script>draw()</script>';
  const LOGIN =
    '<!doctype html><meta charset="utf-8"><title>登录</title><h1>登录</h1><input placeholder="手机号"><button>获取验证码</button><p>未注册的手机号登录即视为注册，并同意《用户协议》和《个人信息授权书》</p>';
  const ERROR =
    '<!doctype html><meta charset="utf-8"><title>出错了</title><p>您访问的页面不存在或者已经被删除，请返回首页。</p>';
  const cases: [what: string, answer: Answer, why: string, detail: string][] = [
    ['a page that its script draws', send('text/html; charset=utf-8', SHELL), 'no-text', ''],
    ['a page to log in', send('text/html', LOGIN), 'no-agreement', '登录'],
    ['an error page sent as a success', send('text/html', ERROR), 'no-agreement', '出错了'],
    ['a PDF made of pictures', send('application/pdf', makePdf([[], []])), 'no-text', ''],
    ['a PDF that asks for a password', send('application/pdf', makePdf([[]], { locked: true })), 'broken', ''],
    ['a damaged PDF', send('application/pdf', '%PDF-1.4 nothing follows'), 'broken', ''],
    ['bytes that are no text', send('text/plain', new Uint8Array([65, 0, 66])), 'broken', ''],
    ['nothing at all', send('text/html', ''), 'no-text', ''],
    ['a picture', send('image/png', 'x'), 'other-type', 'image/png'],
    ['a stream of octets', send('application/octet-stream', 'PK'), 'other-type', 'application/octet-stream'],
    ['an error', send('text/html', AGREEMENT, 503), 'http-error', '503'],
    [
      'too much, and no word of it before',
      (_request, response) => {
        response.writeHead(200, { 'content-type': 'text/plain' });
        for (let i = 0; i < 6; i++) response.write('x'.repeat(1024 * 1024));
        response.end();
      },
      'too-large',
      '',
    ],
    ['a connection cut off', (request) => request.socket.destroy(), 'unreachable', 'ORIGIN'],
    [
      'a way to a site that was not allowed',
      (_request, response) => response.writeHead(302, { location: 'https://not-allowed.invalid/' }).end(),
      'unreachable',
      'ORIGIN',
    ],
  ];
  for (const [i, [what, answer, why, detail]] of cases.entries()) {
    test(what, async ({ page }) => {
      answers.set(`/${i}`, answer);
      const expected = detail === 'ORIGIN' ? new URL(origin).host : detail;
      expect(told(await read(page, `/${i}`))).toEqual([why, expected]);
    });
  }

  test('no end within ten seconds', async ({ page }) => {
    answers.set('/slow', (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.write(AGREEMENT);
    });
    expect(told(await read(page, '/slow'))).toEqual(['timeout', '']);
  });

  test('a site without permission, and one further in than the page, are not even asked', async ({ page }) => {
    const at = (url: string) => sendFrom(page, { type: 'document.read', url, name: 'x' }) as Promise<LinkResult>;
    expect(told(await at('https://docs.invalid/a'))).toEqual(['not-allowed', 'docs.invalid']);
    expect(await at('javascript:alert(1)')).toMatchObject({ error: expect.stringContaining('no web address') });
    expect(await at('file:///etc/passwd')).toMatchObject({ error: expect.stringContaining('no web address') });
  });
});

test('the request carries nothing of the reader', async ({ page, browserContext }) => {
  answers.set('/a', send('text/html', AGREEMENT));
  await browserContext.addCookies([{ name: 'session', value: 'secret', url: origin }]);
  expect((await read(page, '/a')).status).toBe('read');
  await browserContext.clearCookies();
  expect(asked.map(({ method, url }) => [method, url])).toEqual([['GET', '/a']]);
  expect(asked[0]?.headers).not.toHaveProperty('cookie');
  expect(asked[0]?.headers).not.toHaveProperty('referer');
  expect(JSON.stringify(asked[0]?.headers)).not.toContain('localhost');
});

test('whether a site is allowed for good', async ({ page }) => {
  expect(await sendFrom(page, { type: 'site.allowed' })).toBe(true);
});

test.describe('asking for another site', () => {
  const ask = (page: Page, url = 'https://docs.invalid/a') => sendFrom(page, { type: 'document.allow', url });
  /** A window that opens has no address at first. */
  const windowOf = async (page: Page): Promise<Page> => {
    const find = () =>
      page
        .context()
        .pages()
        .find((each) => each.url().includes('/allow.html'));
    await expect.poll(find).toBeDefined();
    return find()!;
  };

  /** The window may be gone before Playwright has heard that its click was made. */
  const closedBy = async (button: Locator): Promise<void> => {
    const asking = button.page();
    const closed = asking.waitForEvent('close');
    await button.click().catch((error: unknown) => {
      if (!asking.isClosed()) throw error;
    });
    await closed;
  };

  test('what is allowed already is not asked', async ({ page }) => {
    expect(await ask(page, `${origin}/a`)).toBe(true);
  });

  test('“not” is no, and so is closing the window', async ({ page }) => {
    const answer = ask(page);
    const asking = await windowOf(page);
    await expect(asking.getByRole('heading')).toContainText('docs.invalid');
    expect(await ask(page)).toBe(false);
    await closedBy(asking.locator('button').nth(1));
    expect(await answer).toBe(false);

    const again = ask(page);
    await (await windowOf(page)).close();
    expect(await again).toBe(false);
  });

  test('a window that is gone before it has drawn anything is no, and the next one is asked', async ({
    page,
    worker,
  }) => {
    for (let i = 0; i < 2; i++) {
      const removed = worker.evaluate(
        async () =>
          new Promise<void>((resolve) => {
            chrome.tabs.onCreated.addListener(function close({ id }) {
              chrome.tabs.onCreated.removeListener(close);
              void chrome.tabs.remove(id!).then(resolve);
            });
          }),
      );
      expect(await ask(page)).toBe(false);
      await removed;
    }
  });

  /** The browser's own prompt cannot be pressed from here; its settings page gives the same permission. */
  test('“allow” is yes once the browser has it too, and the document is read', async ({ site }) => {
    const context = await launch();
    try {
      const worker = await workerOf(context);
      const settings = await context.newPage();
      await settings.goto('chrome://extensions/');
      const id = new URL(worker.url()).host;
      await settings.evaluate((id) => {
        const settings = (chrome as unknown as Developer).developerPrivate;
        return settings
          .updateExtensionConfiguration({ extensionId: id, hostAccess: 'ON_SPECIFIC_SITES' })
          .then(() => settings.addHostPermission(id, 'http://localhost/*'));
      }, id);
      answers.set('/a', send('text/html', AGREEMENT));
      const page = await context.newPage();
      await page.goto(`${site.origin}/news/`);
      expect(told(await read(page, '/a'))).toEqual(['not-allowed', new URL(origin).host]);
      const answer = ask(page, `${origin}/a`);
      const asking = await windowOf(page);
      await expect(asking.getByRole('heading')).toContainText('127.0.0.1');
      await settings.evaluate(
        (id) => (chrome as unknown as Developer).developerPrivate.addHostPermission(id, 'http://127.0.0.1/*'),
        id,
      );
      await closedBy(asking.locator('.primary'));
      expect(await answer).toBe(true);
      expect(told(await read(page, '/a'))).toEqual([REACH]);
    } finally {
      await context.close();
    }
  });

  for (const scheme of ['light', 'dark'] as const) {
    test(`the window says what is asked, in every language, and axe finds nothing: ${scheme}`, async ({
      browserContext,
      worker,
      extensionId,
    }) => {
      const asking = await browserContext.newPage();
      await asking.emulateMedia({ colorScheme: scheme });
      await asking.setViewportSize({ width: 460, height: 330 });
      for (const [language, question] of [
        ['zh-CN', '允许明条读 docs.invalid 吗？'],
        ['zh-TW', '允許明條讀 docs.invalid 嗎？'],
        ['en', 'Allow Mingtiao to read docs.invalid?'],
      ] as const) {
        await worker.evaluate((language) => chrome.storage.local.set({ settings: { language } }), language);
        await asking.goto(`chrome-extension://${extensionId}/allow.html?url=https%3A%2F%2Fdocs.invalid%2Fa`);
        await expect(asking.getByRole('heading', { level: 1 })).toHaveText(question);
        expect((await new AxeBuilder({ page: asking }).analyze()).violations).toEqual([]);
        if (process.env.SHOTS)
          await asking.screenshot({ path: `${process.env.SHOTS}/allow-${language}-${scheme}.png` });
      }
      await asking.close();
      await worker.evaluate(() => chrome.storage.local.clear());
    });
  }
});
