import { describe, expect, test } from 'vitest';
import type { LinkResult, Message, ToBackground } from '../../../src/messages.ts';
import type { Target } from '../../../src/page/agreement-links.ts';
import { LinkedDocuments } from '../../../src/page/linked.ts';
import { failed, type Failed, type Fetched, type fetchDocument } from '../../../src/read/fetch.ts';
import type { Report } from '../../../src/types.ts';

const PAGE = 'https://loan.example/sign-up?from=ad#/step/1';
const HERE = 'https://loan.example/doc/credit.html';
const ELSEWHERE = 'https://docs.example/privacy.html';
const report = { findings: [] } as unknown as Report;
const done = (url: string): LinkResult => ({ status: 'read', report, url, moved: false });
const href = (url: string): Target => ({ via: 'href', url });
const page = (url: string): Fetched => ({
  bytes: new TextEncoder().encode('text'),
  contentType: 'text/html',
  url,
  moved: false,
});
const idle = () => Promise.resolve();

interface World {
  documents: LinkedDocuments;
  sent: Message<ToBackground>[];
  fetched: string[];
  changes: string[];
}

function world({
  answer = (message) => Promise.resolve(message.type === 'document.allow' ? true : done(HERE)),
  get = (url) => Promise.resolve(page(url)),
}: {
  answer?: (message: Message<ToBackground>) => Promise<unknown>;
  get?: typeof fetchDocument;
} = {}): World {
  const sent: Message<ToBackground>[] = [];
  const fetched: string[] = [];
  const changes: string[] = [];
  const documents: LinkedDocuments = new LinkedDocuments({
    address: () => PAGE,
    request: (message) => {
      sent.push(message);
      return answer(message);
    },
    changed: () => changes.push('changed'),
    fetch: (url, mode, stop) => {
      fetched.push(url);
      return get(url, mode, stop);
    },
  });
  return { documents, sent, fetched, changes };
}

describe('identity', () => {
  test('the same name and address is the same document, with its state', async () => {
    const { documents } = world();
    const first = documents.get('征信授权书', href(HERE));
    await documents.open(first, true);
    expect(documents.get('征信授权书', href(HERE))).toBe(first);
    expect(first.state).toEqual(done(HERE));
    expect(documents.read).toEqual([first]);
  });

  test('another name for an address that was read is read; another address is not', async () => {
    const { documents } = world();
    await documents.open(documents.get('征信授权书', href(`${HERE}#top`)), true);
    expect(documents.get('征信查询授权书', href(HERE)).state.status).toBe('read');
    expect(documents.get('征信授权书', href(`${HERE}?v=2`)).state.status).toBe('unread');
  });

  test('names without end are forgotten, what was read is not', async () => {
    const { documents } = world();
    const read = documents.get('征信授权书', href(HERE));
    await documents.open(read, true);
    const early = documents.get('0', null);
    for (let i = 1; i < 1000; i++) documents.get(String(i), null);
    expect(documents.get('0', null)).not.toBe(early);
    expect(documents.get('征信授权书', href(HERE))).toBe(read);
  });
});

describe('on the page’s own site', () => {
  test('the page fetches and the background reads', async () => {
    const { documents, sent, fetched } = world();
    await documents.open(documents.get('征信授权书', href(`${HERE}#a`)), true);
    expect(fetched).toEqual([HERE]);
    expect(sent).toEqual([
      {
        type: 'document.parse',
        name: '征信授权书',
        bytes: btoa('text'),
        contentType: 'text/html',
        url: HERE,
        moved: false,
      },
    ]);
  });

  test('no other site is gone to', async () => {
    const modes: string[] = [];
    const get: typeof fetchDocument = (url, mode) => {
      modes.push(mode);
      return Promise.resolve(page(url));
    };
    const { documents } = world({ get });
    await documents.open(documents.get('征信授权书', href(HERE)), true);
    expect(modes).toEqual(['same-origin']);
  });

  test.each<[what: string, target: Target | null]>([
    ['no address', null],
    ['a route of this page', { via: 'hash', url: 'https://loan.example/sign-up?from=ad#/agreement/credit' }],
    ['a place in this page', { via: 'hash', url: 'https://loan.example/sign-up?from=ad#terms' }],
    ['this page itself', href('https://loan.example/sign-up?from=ad')],
    ['a route of another page', href('https://loan.example/app/#/agreement/credit')],
  ])('%s is not fetched', async (_what, target) => {
    const { documents, sent, fetched } = world();
    const document = documents.get('征信授权书', target);
    expect(document.state.status).toBe('unread');
    await documents.open(document, true);
    expect(document.state).toEqual({ status: 'failed', why: 'no-address', detail: '' });
    expect([sent, fetched]).toEqual([[], []]);
  });

  test('a failure can be tried again', async () => {
    const answers: (Fetched | Failed)[] = [failed('http-error', '404'), page(HERE)];
    const { documents } = world({ get: () => Promise.resolve(answers.shift()!) });
    const document = documents.get('征信授权书', href(HERE));
    await documents.open(document, true);
    expect(document.state).toEqual({ status: 'failed', why: 'http-error', detail: '404' });
    await documents.open(document, true);
    expect(document.state.status).toBe('read');
  });

  test('a background that fails or says nothing is no result', async () => {
    for (const answer of [() => Promise.reject(new Error('x')), () => Promise.resolve(null)]) {
      const { documents } = world({ answer });
      const document = documents.get('征信授权书', href(HERE));
      await documents.open(document, true);
      expect(document.state).toMatchObject({ status: 'failed', why: 'engine-failed' });
    }
  });

  test('one at a time, in the order asked for', async () => {
    const waiting: (() => void)[] = [];
    const get = (url: string) => new Promise<Fetched>((resolve) => waiting.push(() => resolve(page(url))));
    const { documents, fetched } = world({ get });
    const all = ['a', 'b', 'c'].map((name) => documents.get(name, href(`https://loan.example/${name}`)));
    const opened = Promise.all(all.map((each) => documents.open(each, true)));
    expect(all.map(({ state }) => state.status)).toEqual(['reading', 'reading', 'reading']);
    for (let i = 0; i < 3; i++) {
      await expect.poll(() => waiting.length).toBe(i + 1);
      expect(fetched.length).toBe(i + 1);
      waiting[i]!();
    }
    await opened;
    expect(fetched).toEqual(['a', 'b', 'c'].map((name) => `https://loan.example/${name}`));
  });
});

describe('on another site', () => {
  test('permission is asked for in the event of the click, then the background reads', async () => {
    const { documents, sent, fetched } = world();
    const opened = documents.open(documents.get('隐私政策', href(ELSEWHERE)), true);
    expect(sent).toEqual([{ type: 'document.allow', url: ELSEWHERE }]);
    await opened;
    expect(sent.at(-1)).toEqual({ type: 'document.read', url: ELSEWHERE, name: '隐私政策' });
    expect(fetched).toEqual([]);
  });

  test('without permission nothing is asked of the other site', async () => {
    const { documents, sent } = world({ answer: () => Promise.resolve(false) });
    const document = documents.get('隐私政策', href(ELSEWHERE));
    await documents.open(document, true);
    expect(document.state).toEqual({ status: 'failed', why: 'not-allowed', detail: 'docs.example' });
    expect(sent.map(({ type }) => type)).toEqual(['document.allow']);
  });

  test('the popup has asked already', async () => {
    const { documents, sent } = world();
    await documents.open(documents.get('隐私政策', href(ELSEWHERE)), false);
    expect(sent.map(({ type }) => type)).toEqual(['document.read']);
  });
});

describe('without a click', () => {
  test('only the page’s own site, six at most', async () => {
    const { documents, fetched, sent } = world();
    const own = Array.from({ length: 9 }, (_, i) => documents.get(`${i}`, href(`https://loan.example/${i}`)));
    const others = [
      documents.get('a', href(ELSEWHERE)),
      documents.get('b', null),
      documents.get('c', { via: 'hash', url: `${PAGE}x` }),
    ];
    await documents.openUnasked([...others, ...own], idle);
    await documents.openUnasked([...others, ...own], idle);
    expect(fetched).toEqual(Array.from({ length: 6 }, (_, i) => `https://loan.example/${i}`));
    expect(others.map(({ state }) => state.status)).toEqual(['unread', 'unread', 'unread']);
    expect(sent.every(({ type }) => type === 'document.parse')).toBe(true);
  });

  test('what failed is not tried again', async () => {
    const { documents, fetched } = world({ get: () => Promise.resolve(failed('unreachable')) });
    const document = documents.get('a', href(HERE));
    await documents.openUnasked([document], idle);
    await documents.openUnasked([document], idle);
    expect(document.state).toMatchObject({ status: 'failed', why: 'unreachable' });
    expect(fetched).toEqual([HERE]);
  });
});

test('the end stops a request and tells nothing', async () => {
  let signal: AbortSignal | undefined;
  const get: typeof fetchDocument = (_url, _mode, stop) =>
    new Promise((resolve) => {
      signal = stop!;
      signal.addEventListener('abort', () => resolve(failed('unreachable')));
    });
  const { documents, changes, sent } = world({ get });
  const opened = documents.open(documents.get('a', href(HERE)), true);
  await expect.poll(() => signal).toBeDefined();
  const before = changes.length;
  documents.end();
  await opened;
  expect(signal?.aborted).toBe(true);
  expect(changes.length).toBe(before);
  expect(sent).toEqual([]);
});
