import { beforeEach, describe, expect, test, vi } from 'vitest';
import { analyze, outline } from '../../../src/background/analyze.ts';
import { badgeOf } from '../../../src/background/badge.ts';
import { lazyEngine } from '../../../src/background/engine.ts';
import { offPatterns, register, webOrigins } from '../../../src/background/registration.ts';
import type { Engine } from '../../../src/engine/index.ts';
import type { Report } from '../../../src/types.ts';

const fake = vi.hoisted(() => {
  type Script = { id: string; matches: string[]; excludeMatches: string[] };
  const state = { origins: [] as string[], scripts: [] as Script[] };
  return {
    state,
    permissions: { getAll: async () => ({ origins: state.origins }) },
    scripting: {
      getRegisteredContentScripts: async () => [...state.scripts],
      registerContentScripts: async ([script]: [Script]) => {
        if (state.scripts.length > 0) throw new Error('Duplicate script ID');
        state.scripts = [script];
      },
      updateContentScripts: async ([script]: [Script]) => {
        if (state.scripts.length === 0) throw new Error('no such script');
        state.scripts = [script];
      },
      unregisterContentScripts: async () => {
        state.scripts = [];
      },
    },
  };
});
vi.mock('webextension-polyfill', () => ({ default: fake }));

const report: Report = {
  schema: 'mingtiao/report@1',
  language: 'zh-Hans',
  chars: 2,
  findings: [],
  answers: [],
  contradictions: [],
};

describe('the engine', () => {
  const engine: Engine = {
    analyze: (_text, meta) => ({ ...report, ...meta }),
    outline: async (text) => [{ title: text, topics: [], level: 0, start: 0, end: text.length, quote: text }],
  };

  test('starts once, however often it is asked for', async () => {
    const start = vi.fn(async () => engine);
    const lazy = lazyEngine(start);
    expect(start).not.toHaveBeenCalled();
    expect(await Promise.all([lazy.get(), lazy.get()])).toEqual([engine, engine]);
    expect(start).toHaveBeenCalledTimes(1);
  });

  test('that could not start is tried again the next time', async () => {
    const start = vi
      .fn<() => Promise<Engine>>()
      .mockRejectedValueOnce(new Error('no memory'))
      .mockResolvedValue(engine);
    const lazy = lazyEngine(start);
    await expect(lazy.get()).rejects.toThrow('no memory');
    expect(await lazy.get()).toBe(engine);
  });

  test("a report is dated and carries the text's hash", async () => {
    const now = new Date('2026-03-01T02:03:04Z');
    expect(await analyze(engine, { text: '甲方', url: 'https://a.example/', title: '合同' }, now)).toEqual({
      ...report,
      url: 'https://a.example/',
      title: '合同',
      checkedAt: '2026-03-01T02:03:04.000Z',
      // printf 甲方 | sha256sum
      sha256: 'b9d4caa6b388743843d74f801ac11f8f26e76591a3006582e3c305f2ddc14d5e',
    });
  });

  test('text beyond all reason is refused', async () => {
    const text = '甲'.repeat(12_000_001);
    await expect(analyze(engine, { text, url: '', title: '' }, new Date())).rejects.toThrow(RangeError);
    await expect(outline(engine, { text })).rejects.toThrow(RangeError);
    expect(await outline(engine, { text: '第一条' })).toHaveLength(1);
  });
});

describe('the badge', () => {
  test.each([
    ['severe clauses are counted', { status: 'checked', severe: 3, findings: 9, unread: 0, waiting: 0 }, '3'],
    ['many severe clauses', { status: 'checked', severe: 120, findings: 300, unread: 0, waiting: 0 }, '99+'],
    ['nothing severe shows nothing', { status: 'checked', severe: 0, findings: 4, unread: 0, waiting: 0 }, ''],
    ['nothing severe, but not all was read', { status: 'checked', severe: 0, findings: 0, unread: 1, waiting: 0 }, '!'],
    ['nothing could be checked', { status: 'could-not-check', severe: 0, findings: 0, unread: 1, waiting: 0 }, '!'],
    ['nothing was checked', { status: 'not-checked', severe: 0, findings: 0, unread: 0, waiting: 0 }, ''],
    ['documents wait', { status: 'checked', severe: 0, findings: 0, unread: 0, waiting: 2 }, ''],
    [
      'only a linked document could be checked',
      { status: 'could-not-check', severe: 2, findings: 3, unread: 1, waiting: 0 },
      '2',
    ],
    ['it is being checked', { status: 'checking', severe: 0, findings: 0, unread: 0, waiting: 0 }, ''],
  ] as const)('%s', (_what, change, text) => {
    expect(badgeOf(change).text).toBe(text);
  });

  test('each state has a title of its own', () => {
    const changes = [
      { status: 'checked', severe: 1, findings: 2, unread: 0, waiting: 0 },
      { status: 'checked', severe: 0, findings: 0, unread: 0, waiting: 0 },
      { status: 'checked', severe: 0, findings: 0, unread: 1, waiting: 0 },
      { status: 'could-not-check', severe: 0, findings: 0, unread: 1, waiting: 0 },
      { status: 'not-checked', severe: 0, findings: 0, unread: 0, waiting: 0 },
      { status: 'checking', severe: 0, findings: 0, unread: 0, waiting: 0 },
      { status: 'checked', severe: 0, findings: 0, unread: 0, waiting: 1 },
      { status: 'checked', severe: 1, findings: 2, unread: 0, waiting: 3 },
    ] as const;
    expect(new Set(changes.map((change) => badgeOf(change).title)).size).toBe(changes.length);
  });
});

describe('the registration', () => {
  beforeEach(() => {
    fake.state.origins = [];
    fake.state.scripts = [];
  });
  const registered = async (disabledSites: string[] = []) => {
    await register(async () => ({ disabledSites }));
    return fake.state.scripts.map(({ matches, excludeMatches }) => ({ matches, excludeMatches }));
  };

  test('follows the permissions', async () => {
    expect(await registered()).toEqual([]);
    fake.state.origins = ['https://loan.example/*'];
    expect(await registered()).toEqual([{ matches: ['https://loan.example/*'], excludeMatches: [] }]);
    fake.state.origins = ['https://loan.example/*', 'http://b.example/*'];
    expect(await registered()).toEqual([
      { matches: ['http://b.example/*', 'https://loan.example/*'], excludeMatches: [] },
    ]);
    fake.state.origins = [];
    expect(await registered()).toEqual([]);
  });

  test('leaves out sites that are switched off', async () => {
    fake.state.origins = ['*://*/*'];
    expect(await registered(['loan.example'])).toEqual([
      { matches: ['*://*/*'], excludeMatches: ['*://loan.example/*'] },
    ]);
  });

  test('calls at the same time do not trip over each other', async () => {
    fake.state.origins = ['https://loan.example/*'];
    await Promise.all([registered(), registered(), registered()]);
    expect(fake.state.scripts).toHaveLength(1);
  });

  test('only web pages, only hosts that a pattern can hold', () => {
    expect(webOrigins(['file:///*', 'https://a.example/*', '<all_urls>', 'http://b.example/*', '*://*/*'])).toEqual([
      '*://*/*',
      '<all_urls>',
      'http://b.example/*',
      'https://a.example/*',
    ]);
    expect(offPatterns(['a.example', 'localhost', '127.0.0.1', '[::1]', '', '*', 'a b', 'a/b'])).toEqual([
      '*://a.example/*',
      '*://localhost/*',
      '*://127.0.0.1/*',
      '*://[::1]/*',
    ]);
  });
});
