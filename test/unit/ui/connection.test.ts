// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { NO_CONSENT, type PageState } from '../../../src/messages.ts';
import type { OutlineEntry } from '../../../src/types.ts';
import {
  allowDocument,
  check,
  findTab,
  go,
  jump,
  look,
  outline,
  readDocument,
  setAlways,
  siteOf,
  type Tab,
} from '../../../src/ui/popup/connection.ts';

const fake = vi.hoisted(() => ({
  runtime: {
    id: 'test',
    getPlatformInfo: vi.fn<() => Promise<{ os: string }>>(),
    onMessage: { addListener: vi.fn(), removeListener: vi.fn() },
  },
  tabs: {
    query: vi.fn<() => Promise<{ id?: number; url?: string }[]>>(),
    get: vi.fn<(id: number) => Promise<{ id?: number; url?: string }>>(),
    update: vi.fn(),
    sendMessage: vi.fn<(id: number, message: { type: string }, options: object) => Promise<unknown>>(),
  },
  scripting: { executeScript: vi.fn<(injection: { files?: string[] }) => Promise<{ result?: unknown }[]>>() },
  permissions: { contains: vi.fn(), request: vi.fn(), remove: vi.fn() },
  storage: { local: { get: vi.fn(), set: vi.fn() } },
}));
vi.mock('webextension-polyfill', () => ({ default: fake }));

const PAGE: Tab = { id: 7, url: new URL('https://loan.example/agreement') };
const CHECKING: PageState = { status: 'checking', consent: NO_CONSENT };
const at = (url: string): Tab => ({ id: 7, url: new URL(url) });

beforeEach(() => {
  vi.resetAllMocks();
  fake.storage.local.get.mockResolvedValue({});
  fake.scripting.executeScript.mockResolvedValue([{ result: 'text/html' }]);
  fake.runtime.getPlatformInfo.mockResolvedValue({ os: 'linux' });
});

/** The page script is there from the start, or from when it is injected on. */
function answersFrom(start: 'now' | 'injected', reply: unknown): void {
  let there = start === 'now';
  fake.scripting.executeScript.mockImplementation(async ({ files }) => {
    if (files) there = true;
    return [{ result: 'text/html' }];
  });
  fake.tabs.sendMessage.mockImplementation(async () => {
    if (!there) throw new Error('Receiving end does not exist.');
    return reply;
  });
}

describe('finding the tab', () => {
  it('takes the active one, or the one its address names', async () => {
    fake.tabs.query.mockResolvedValue([{ id: 3, url: 'https://a.example/' }]);
    fake.tabs.get.mockImplementation(async (id) => ({ id }));
    expect(await findTab('')).toEqual({ id: 3, url: new URL('https://a.example/') });
    expect(await findTab('?tab=12')).toEqual({ id: 12 });
  });

  it('knows when there is none', async () => {
    fake.tabs.query.mockResolvedValue([]);
    fake.tabs.get.mockRejectedValue(new Error('No tab with id: 12.'));
    expect(await findTab('')).toBeUndefined();
    expect(await findTab('?tab=12')).toBeUndefined();
  });

  it('asks permission for one host, whatever the port, and never for what is no web page', async () => {
    fake.permissions.contains.mockResolvedValue(false);
    expect(await siteOf(at('https://loan.example:8443/a'))).toEqual({
      host: 'loan.example',
      pattern: 'https://loan.example/*',
      always: false,
    });
    for (const url of ['file:///tmp/a.html', 'chrome://version/', 'about:blank']) {
      expect(await siteOf(at(url))).toBeUndefined();
    }
  });
});

describe('looking at a page', () => {
  it('asks the page script that is there and injects nothing', async () => {
    answersFrom('now', CHECKING);
    expect(await look(PAGE)).toEqual({ kind: 'page', page: CHECKING });
    expect(fake.scripting.executeScript).not.toHaveBeenCalled();
    expect(fake.tabs.sendMessage).toHaveBeenCalledWith(7, { type: 'page.state' }, { frameId: 0 });
  });

  it('runs the page script where it is missing', async () => {
    answersFrom('injected', CHECKING);
    expect(await look(PAGE)).toEqual({ kind: 'page', page: CHECKING });
    expect(fake.scripting.executeScript).toHaveBeenCalledWith({
      target: { tabId: 7 },
      files: ['content-scripts/agreement.js'],
    });
  });

  it('leaves a site alone that is switched off', async () => {
    answersFrom('now', CHECKING);
    fake.storage.local.get.mockResolvedValue({ settings: { disabledSites: ['loan.example'] } });
    expect(await look(PAGE)).toEqual({ kind: 'disabled' });
    expect(fake.tabs.sendMessage).not.toHaveBeenCalled();
    expect(fake.scripting.executeScript).not.toHaveBeenCalled();
  });

  it.each([
    ['chrome://extensions/', 'browser-page'],
    ['about:addons', 'browser-page'],
    ['moz-extension://1234/options.html', 'browser-page'],
    ['https://chromewebstore.google.com/detail/x', 'store'],
    ['https://addons.mozilla.org/firefox/', 'store'],
    ['https://loan.example/contract.PDF', 'pdf'],
    ['file:///home/me/contract.html', 'file'],
    ['https://loan.example/', 'needs-access'],
  ])('says why %s cannot be read: %s', async (url, why) => {
    fake.tabs.sendMessage.mockRejectedValue(new Error('Receiving end does not exist.'));
    fake.scripting.executeScript.mockRejectedValue(new Error('Cannot access contents of the page.'));
    expect(await look(at(url))).toEqual({ kind: 'blocked', why });
  });

  it('knows a PDF by its type, whatever its address', async () => {
    fake.tabs.sendMessage.mockRejectedValue(new Error('Receiving end does not exist.'));
    fake.scripting.executeScript.mockResolvedValue([{ result: 'application/pdf' }]);
    expect(await look(at('https://loan.example/download?id=3'))).toEqual({ kind: 'blocked', why: 'pdf' });
  });

  it('says that it failed where the script runs but does not answer', async () => {
    fake.tabs.sendMessage.mockRejectedValue(new Error('Receiving end does not exist.'));
    expect(await look(PAGE)).toEqual({ kind: 'blocked', why: 'failed' });
  });

  it('shows a failure of the engine as not checked, never as clear', async () => {
    answersFrom('now', { error: 'out of memory' });
    const unread = [{ reason: 'engine-failed', where: '' }];
    expect(await check(PAGE)).toEqual({
      kind: 'page',
      page: { status: 'could-not-check', unread, consent: NO_CONSENT },
    });
  });

  it.each([undefined, null, 'checked', {}, { status: 3 }])('takes %j for no answer', async (reply) => {
    answersFrom('now', reply);
    expect(await check(PAGE)).toEqual({ kind: 'blocked', why: 'failed' });
  });
});

describe('jumping', () => {
  it('leaves the popup open beside the page', async () => {
    answersFrom('now', true);
    const close = vi.spyOn(window, 'close').mockImplementation(() => {});
    expect(await jump(PAGE, 4)).toBe(true);
    expect(fake.tabs.sendMessage).toHaveBeenCalledWith(7, { type: 'page.jump', finding: 4 }, { frameId: 0 });
    expect(close).not.toHaveBeenCalled();
  });

  it('makes way for the page on a phone', async () => {
    answersFrom('now', true);
    fake.runtime.getPlatformInfo.mockResolvedValue({ os: 'android' });
    const close = vi.spyOn(window, 'close').mockImplementation(() => {});
    expect(await jump(PAGE, 0)).toBe(true);
    expect(fake.tabs.update).toHaveBeenCalledWith(7, { active: true });
    expect(close).toHaveBeenCalledOnce();
  });

  it.each([false, undefined, { error: 'gone' }])('stays, and says so, when the page answers %j', async (reply) => {
    answersFrom('now', reply);
    fake.runtime.getPlatformInfo.mockResolvedValue({ os: 'android' });
    const close = vi.spyOn(window, 'close').mockImplementation(() => {});
    expect(await jump(PAGE, 0)).toBe(false);
    expect(close).not.toHaveBeenCalled();
  });
});

describe('the document map', () => {
  const ENTRY: OutlineEntry = { title: '第一条', topics: [], level: 0, start: 12, end: 90, quote: '第一条 借款' };

  it('is what the page answers, or nothing', async () => {
    answersFrom('now', [ENTRY]);
    expect(await outline(PAGE)).toEqual([ENTRY]);
    for (const reply of [{ error: 'engine' }, undefined, null]) {
      answersFrom('now', reply);
      expect(await outline(PAGE)).toBeUndefined();
    }
  });

  it('goes to a place by its offset and its words', async () => {
    answersFrom('now', true);
    expect(await go(PAGE, ENTRY)).toBe(true);
    const message = { type: 'page.go', start: 12, quote: '第一条 借款' };
    expect(fake.tabs.sendMessage).toHaveBeenCalledWith(7, message, { frameId: 0 });
    answersFrom('now', false);
    expect(await go(PAGE, ENTRY)).toBe(false);
  });
});

describe('linked documents', () => {
  const other = {
    name: 'x',
    url: 'https://docs.example:8443/a',
    sameOrigin: false,
    state: { status: 'unread' },
  } as const;

  it('of another site are asked for at once, of the page’s own not at all', async () => {
    fake.permissions.request.mockResolvedValue(true);
    void allowDocument(other);
    expect(fake.permissions.request).toHaveBeenCalledExactlyOnceWith({ origins: ['https://docs.example/*'] });
    expect(await allowDocument({ ...other, sameOrigin: true })).toBe(true);
    expect(fake.permissions.request).toHaveBeenCalledOnce();
  });

  it('are not read where the reader or the browser refuses', async () => {
    fake.permissions.request.mockResolvedValueOnce(false).mockRejectedValueOnce(new Error('no user gesture'));
    expect(await allowDocument(other)).toBe(false);
    expect(await allowDocument(other)).toBe(false);
  });

  it('are read by the page script', async () => {
    answersFrom('now', CHECKING);
    expect(await readDocument(PAGE, 2)).toEqual({ kind: 'page', page: CHECKING });
    const message = { type: 'page.read-document', document: 2 };
    expect(fake.tabs.sendMessage).toHaveBeenCalledWith(7, message, { frameId: 0 });
  });
});

describe('permission for a site', () => {
  const site = { host: 'loan.example', pattern: 'https://loan.example/*', always: false };

  it('is asked for at once, while the click is being handled', () => {
    fake.permissions.request.mockResolvedValue(true);
    void setAlways(site, true);
    expect(fake.permissions.request).toHaveBeenCalledWith({ origins: ['https://loan.example/*'] });
  });

  it('changes nothing where the browser refuses', async () => {
    fake.permissions.remove.mockRejectedValue(new Error('You cannot remove required permissions.'));
    expect(await setAlways(site, false)).toBe(false);
  });
});
