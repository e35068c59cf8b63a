// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type BoundRow,
  type Consent,
  LINK_FAILURES,
  type LinkedDocument,
  type LinkFailure,
  type LinkState,
  NO_CONSENT,
  type Reading,
} from '../../../src/messages.ts';
import type { OutlineEntry, Report } from '../../../src/types.ts';
import { setLanguage, t, UI_LANGUAGES } from '../../../src/ui/i18n.ts';
import { Popup } from '../../../src/ui/popup/popup.tsx';
import type { PopupActions, PopupState, Site } from '../../../src/ui/popup/state.ts';
import { fixture, FIXTURES } from '../report/reports.ts';

const SITE: Site = { host: 'loan.example', pattern: 'https://loan.example/*', always: false };
let root: HTMLElement;
let actions: { [K in keyof PopupActions]: ReturnType<typeof vi.fn<PopupActions[K]>> };

beforeEach(() => {
  setLanguage('zh-CN');
  root = document.createElement('div');
  document.body.replaceChildren(root);
  actions = {
    check: vi.fn(),
    jump: vi.fn<PopupActions['jump']>().mockResolvedValue(true),
    outline: vi.fn<PopupActions['outline']>().mockResolvedValue([]),
    readDocument: vi.fn<PopupActions['readDocument']>().mockResolvedValue(true),
    go: vi.fn<PopupActions['go']>().mockResolvedValue(true),
    setAlways: vi.fn<PopupActions['setAlways']>().mockResolvedValue(true),
    setDisabled: vi.fn<PopupActions['setDisabled']>().mockResolvedValue(true),
    openSettings: vi.fn(),
    save: vi.fn(),
    copy: vi.fn<PopupActions['copy']>().mockResolvedValue(true),
  };
});
afterEach(() => act(() => render(null, root)));

function show(state: PopupState, site?: Site): void {
  void act(() => render(<Popup state={state} site={site} actions={actions} />, root));
}

const page = (reading: Reading, consent: Consent = NO_CONSENT): PopupState => ({
  kind: 'page',
  page: { ...reading, consent },
});
const checked = (report: Report): PopupState => page({ status: 'checked', report, marked: report.findings.length });
const all = (selector: string) => Array.from(root.querySelectorAll<HTMLElement>(selector));
const texts = (selector: string) => all(selector).map((element) => element.textContent ?? '');
const button = (label: string) => all('button').find((each) => each.textContent?.includes(label));
const press = (element: HTMLElement | undefined) => act(async () => element?.click());

describe('states', () => {
  const STATES: PopupState[] = [
    { kind: 'starting' },
    { kind: 'disabled' },
    page({ status: 'not-checked' }),
    page({ status: 'checking' }),
    page({ status: 'could-not-check', unread: [{ reason: 'canvas', where: '第 1 页' }] }),
    ...(['browser-page', 'store', 'pdf', 'file', 'needs-access', 'failed'] as const).map((why): PopupState => ({
      kind: 'blocked',
      why,
    })),
    checked(fixture('none').report),
    checked({ ...fixture('none').report, unread: [{ reason: 'image', where: '图一' }] }),
    checked(fixture('promises').report),
    checked(fixture('loan').report),
  ];

  it.each(UI_LANGUAGES)('are each worded apart in %s', (language) => {
    setLanguage(language);
    const said = STATES.map((state) => {
      show(state);
      return texts('.state').join();
    });
    expect(new Set(said).size).toBe(STATES.length);
    for (const words of said) expect(words).not.toMatch(/安全|放心|safe/i);
  });

  it('say that nothing found, or not checked, is not the same as no risk', () => {
    for (const state of [
      page({ status: 'not-checked' }),
      page({ status: 'could-not-check', unread: [] }),
      checked(fixture('none').report),
      checked(fixture('promises').report),
    ]) {
      show(state);
      expect(texts('.state').join()).toMatch(/不代表没有问题|不等于没有风险/);
    }
  });

  it('offer to check a page that was not, and none other', async () => {
    show(page({ status: 'not-checked' }));
    await press(button('检查这个页面'));
    expect(actions.check).toHaveBeenCalledOnce();
    for (const state of [checked(fixture('none').report), page({ status: 'checking' })]) {
      show(state);
      expect(all('.primary')).toEqual([]);
    }
  });

  it('tell screen readers that work is going on', () => {
    show(page({ status: 'checking' }));
    expect(root.querySelector('main')?.getAttribute('aria-busy')).toBe('true');
    show(checked(fixture('none').report));
    expect(root.querySelector('main')?.getAttribute('aria-busy')).toBe('false');
  });

  it('keep the sentence in one live region through every change', () => {
    show({ kind: 'starting' });
    const region = root.querySelector('.state[role=status]');
    expect(region).not.toBeNull();
    show(page({ status: 'checking' }));
    show(checked(fixture('loan').report));
    expect(root.querySelector('.state')).toBe(region);
  });
});

describe('a report', () => {
  it.each(FIXTURES)('$name: every clause shown jumps to its own finding', async ({ report }) => {
    show(checked(report));
    for (const more of all('.more')) await press(more);
    for (const answer of all('.answer')) await press(answer);
    const jumped: number[] = [];
    actions.jump.mockImplementation(async (finding) => {
      jumped.push(finding);
      return true;
    });
    for (const clause of all('.clause')) await press(clause);
    expect(jumped.toSorted((a, b) => a - b)).toEqual(report.findings.map((_finding, i) => i));
    jumped.length = 0;
    for (const quote of all('.answers .quote')) await press(quote);
    expect(jumped).toEqual(report.answers.flatMap((answer) => answer.evidence));
    jumped.length = 0;
    for (const quote of all('.contradiction .quote')) await press(quote);
    expect(jumped).toEqual(report.contradictions.flatMap(({ promise, grant }) => [promise, grant]));
  });

  it('says each level in words beside its mark', () => {
    show(checked(fixture('loan').report));
    expect(texts('.counts li')).toEqual(['6 条严重', '6 条当心', '2 条留意', '2 条承诺']);
    for (const element of all('.level, .verdict')) expect(element.textContent).toMatch(/\p{Script=Han}/u);
    for (const icon of all('svg')) expect(icon.getAttribute('aria-hidden')).toBe('true');
  });

  it('shows the worst clause of each kind first, and the rest on demand', async () => {
    const { report } = fixture('loan');
    show(checked(report));
    const more = all('.more').find((each) => each.textContent === '还有 1 条');
    expect(more).toBeUndefined();
    const again = [
      ...report.findings,
      ...report.findings.map((f) => Object.assign({}, f, { start: f.start + 10_000 })),
    ];
    show(checked({ ...report, findings: again }));
    const kinds = texts('.group:first-of-type .kind');
    expect(new Set(kinds).size).toBe(kinds.length);
    const before = all('.clause').length;
    await press(all('.more')[0]);
    expect(all('.clause').length).toBeGreaterThan(before);
    expect(all('.more')[0]?.getAttribute('aria-expanded')).toBe('true');
  });

  it('says when a clause has left the page, and takes it back at the next jump', async () => {
    show(checked(fixture('loan').report));
    actions.jump.mockResolvedValueOnce(false);
    await press(all('.clause')[0]);
    expect(texts('[role=alert]')).toEqual(['页面上的这句话已经变了，找不到原处。']);
    await press(all('.clause')[1]);
    expect(texts('[role=alert]')).toEqual(['']);
  });

  it('names platform and lender, or that no lender is named', () => {
    const { report } = fixture('loan');
    show(checked(report));
    expect(texts('.parties dd')).toEqual(['星河借钱', '云山市星河小额贷款有限公司（小额贷款公司）']);
    const { lender: _lender, ...platform } = report.platform!;
    show(checked({ ...report, platform }));
    expect(texts('.parties dd')[1]).toBe('协议里没有找到出借方的名字');
  });

  it('marks the words of the agreement with its language', () => {
    setLanguage('en');
    show(checked(fixture('loan').report));
    for (const quote of all('.quote q')) expect(quote.lang).toBe('zh-Hans');
  });

  it('is loud only where a clause behind the answer is', () => {
    const { report } = fixture('loan');
    const mild = report.findings.map((f) => Object.assign({}, f, { severity: 1 }));
    show(checked({ ...report, findings: mild }));
    expect(all('.verdict.severe')).toEqual([]);
    show(checked(report));
    expect(all('.verdict.severe').length).toBeGreaterThan(0);
  });

  it('shows markup of a hostile page as text', () => {
    show(checked(fixture('hostile').report));
    expect(all('script, img, b, i, br')).toEqual([]);
    expect(root.textContent).toContain('<script>alert(1)</script>合同');
  });
});

describe('the outline', () => {
  /** Parts that begin at the given findings of the loan. */
  const partsAt = (starts: number[]): OutlineEntry[] =>
    starts.map((start, i) => ({
      title: `第${i + 1}条`,
      topics: [],
      level: 0,
      start,
      end: starts[i + 1] ?? 100_000,
      quote: '第',
    }));
  const { report } = fixture('loan');
  /** The map comes after the effect of the press. */
  const settled = () => act(async () => {});
  const toggle = async () => {
    await press(button('目录'));
    await settled();
  };

  it('is made only when it is opened, and made anew for another text', async () => {
    show(checked(report));
    expect(actions.outline).not.toHaveBeenCalled();
    expect(button('目录')?.getAttribute('aria-expanded')).toBe('false');
    actions.outline.mockResolvedValue(partsAt([0, 150]));
    await toggle();
    expect(button('目录')?.getAttribute('aria-expanded')).toBe('true');
    expect(texts('.place .name')).toEqual(['第1条', '第2条']);
    show(checked({ ...report, sha256: 'other' }));
    await settled();
    await settled();
    expect(actions.outline).toHaveBeenCalledTimes(2);
  });

  it('counts the clauses that lie in each part, worst first, and no promises', async () => {
    const starts = [0, 115, 306];
    actions.outline.mockResolvedValue(partsAt(starts));
    show(checked(report));
    await toggle();
    const counted = all('.place').map((place) =>
      Array.from(place.querySelectorAll('.level'), (level) => level.textContent ?? ''),
    );
    const expected = starts.map((start, i) => {
      const inside = report.findings.filter(
        (f) => f.effect === 'grants' && f.start >= start && f.start < (starts[i + 1] ?? Infinity),
      );
      return [3, 2, 1].flatMap((severity) => {
        const n = inside.filter((f) => f.severity === severity).length;
        return n === 0 ? [] : [`${n} 条${{ 1: '留意', 2: '当心', 3: '严重' }[severity]}`];
      });
    });
    expect(counted).toEqual(expected);
    expect(counted.flat().length).toBeGreaterThan(2);
  });

  it('names topics in plain words, in place of a title where there is none', async () => {
    const [entry] = partsAt([0]);
    const { title: _, ...untitled } = entry!;
    actions.outline.mockResolvedValue([
      { ...entry!, topics: ['sharing'] },
      { ...untitled, start: 50, topics: ['storage', 'security'] },
      { ...entry!, start: 90, until: '第九条' },
    ]);
    show(checked(report));
    await toggle();
    expect(texts('.place')).toEqual([
      expect.stringContaining('信息交给谁'),
      expect.stringMatching(/^信息存哪里、存多久怎么保护信息/),
      expect.stringMatching(/^第1条 到 第九条/),
    ]);
  });

  it('goes to the part pressed, and says when it is no longer there', async () => {
    const parts = partsAt([0, 150]);
    actions.outline.mockResolvedValue(parts);
    actions.go.mockResolvedValue(false);
    show(checked(report));
    await toggle();
    await press(all('.place')[1]);
    expect(actions.go).toHaveBeenCalledWith(parts[1]);
    expect(texts('.gone')).toEqual(['页面上的这句话已经变了，找不到原处。']);
  });

  it('says that it is being made, that it could not be, and that there is none', async () => {
    let finish: (entries: OutlineEntry[] | undefined) => void = () => {};
    actions.outline.mockImplementation(() => new Promise((resolve) => (finish = resolve)));
    show(checked(report));
    const status = () => texts('.outline [role=status]').join();
    expect(status()).toBe('');
    await toggle();
    expect(status()).toBe('正在整理目录…');
    await act(async () => finish(undefined));
    await settled();
    expect(status()).toContain('没能整理出目录');
    await toggle();
    await toggle();
    await act(async () => finish([]));
    await settled();
    expect(status()).toBe('这份协议没有可以分开的部分。');
    expect(all('.place')).toEqual([]);
  });
});

describe('what the page asks to accept', () => {
  const document = (name: string, state: LinkState, more: Partial<LinkedDocument> = {}): LinkedDocument => ({
    name,
    url: `https://loan.example/${name}`,
    sameOrigin: true,
    state,
    ...more,
  });
  const read = (report: Report): LinkState => ({ status: 'read', report, url: 'https://loan.example/a', moved: false });
  const failed = (why: LinkFailure, detail = ''): LinkState => ({ status: 'failed', why, detail });
  const row = (documents: number[], more: Partial<BoundRow> = {}): BoundRow => ({
    text: '我已阅读并同意《甲》《乙》',
    by: 'tick',
    preTicked: 'yes',
    here: false,
    documents,
    ...more,
  });
  const loan = fixture('loan').report;
  const none = fixture('none').report;
  const signUp = (documents: LinkedDocument[], report = none, rows = [row(documents.map((_, i) => i))]) =>
    page({ status: 'checked', report, marked: 0 }, { rows, documents });
  const UNREAD: LinkState = { status: 'unread' };
  const title = () => texts('h1').join();

  it('is headlined as not read until it is, never as clear', () => {
    show(signUp([document('甲', UNREAD), document('乙', UNREAD), document('丙', failed('timeout'))]));
    expect(title()).toBe('这一页要你同意 3 份协议，还没有读');
    expect(texts('.state').join()).toContain('没有读的协议，不代表没有问题');
    expect(all('.answer')).toEqual([]);
    expect(root.textContent).not.toContain('没有找到');
  });

  it('is summed up by the worst there is, and says how many were not read', () => {
    show(signUp([document('甲', read(none)), document('乙', read(loan)), document('丙', UNREAD)]));
    expect(title()).toBe('《乙》：这份协议允许对方联系你的家人、朋友或同事');
    expect(texts('.state p')).toEqual(['还有 1 份没有读', '没有读的协议，不代表没有问题。']);
    expect(texts('.counts li')).toEqual(['6 条严重', '6 条当心', '2 条留意', '2 条承诺']);
    expect(all('.state')[0]?.className).toContain('severe');
  });

  it('with nothing found in what was read says that this was a part', () => {
    show(signUp([document('甲', read(none)), document('乙', failed('no-text'))]));
    expect(title()).toBe('读到的部分里，没有找到这几类条款');
    expect(texts('.verdict')).toEqual(Array(5).fill('读到的部分没有写'));
    show(signUp([document('甲', read(none))]));
    expect(title()).toBe('没有找到这几类条款');
    expect(texts('.state').join()).toContain('不等于没有风险');
  });

  it('does not hide what the page itself says', () => {
    show(signUp([document('甲', UNREAD)], loan));
    expect(title()).toBe('这份协议允许对方联系你的家人、朋友或同事');
    expect(texts('.state').join()).toContain('还有 1 份没有读');
    expect(texts('#flagged')).toEqual(['这一页自己写的条款']);
  });

  it('names a page that could not be checked beside what its documents say', () => {
    const consent = { rows: [row([0])], documents: [document('甲', read(loan))] };
    show(page({ status: 'could-not-check', unread: [{ reason: 'canvas', where: '' }] }, consent));
    expect(title()).toContain('《甲》');
    expect(texts('.state').join()).toContain('这个页面没能检查');
    expect(all('.answer')).toHaveLength(5);
  });

  it('names what gives the consent, what was ticked in advance and what binds several', () => {
    const rows = [row([0, 1]), row([1], { by: 'button', preTicked: null, here: true, text: '点击即同意' })];
    show(signUp([document('甲', UNREAD), document('乙', UNREAD)], none, rows));
    const how = all('.how').map((list) => Array.from(list.children, ({ textContent }) => textContent));
    expect(how).toEqual([
      ['打勾就算同意', '默认已勾选', '一个勾同意 2 份'],
      ['按按钮就算同意', '说的就是这一页上的协议'],
    ]);
    expect(texts('.said')).toEqual(['我已阅读并同意《甲》《乙》', '点击即同意']);
    // Each document once, though two rows name it.
    expect(texts('.documents .name')).toEqual(['《甲》', '《乙》']);
  });

  it('reads a document within the click, and says when its site was refused', async () => {
    const other = document('乙', UNREAD, { url: 'https://docs.example/b', sameOrigin: false });
    show(signUp([document('甲', UNREAD), other]));
    let finish: (allowed: boolean) => void = () => {};
    actions.readDocument.mockImplementation(() => new Promise((resolve) => (finish = resolve)));
    const [, second] = all('.documents button');
    expect(second?.getAttribute('aria-label')).toBe('读一读：乙');
    expect(root.textContent).toContain('在另一个网站：docs.example');
    void act(() => second?.click());
    expect(actions.readDocument).toHaveBeenCalledExactlyOnceWith(1);
    await act(async () => {});
    expect(all('[aria-busy=true]')).toHaveLength(1);
    await act(async () => finish(false));
    expect(texts('.denied').join('')).toBe('没有得到这个网站的权限，所以没有读。');
  });

  it.each(LINK_FAILURES)('says in plain words why it was not read, and what to do: %s', (why) => {
    for (const language of UI_LANGUAGES) {
      setLanguage(language);
      show(signUp([document('甲', failed(why, '404'))]));
      const [said] = texts('.failed');
      expect(said).toContain(t(`link-failure.${why}`));
      expect(said).toContain(t(`link-failure.${why}.todo`));
      expect(said).toContain('404');
    }
    const hopeless = ['no-address', 'too-large', 'other-type', 'broken'].includes(why);
    expect(all('.documents button')).toHaveLength(hopeless ? 0 : 1);
  });

  it('opens a document to its clauses, in their own words', async () => {
    show(signUp([document('甲', read(loan))]));
    const [found] = all('.found');
    expect(found?.textContent).toBe('14 条');
    expect(found?.querySelector('.level.severe svg')).not.toBeNull();
    await press(found);
    expect(found?.getAttribute('aria-expanded')).toBe('true');
    expect(texts('.inside q').toSorted()).toEqual(loan.findings.map(({ quote }) => quote).toSorted());
    for (const quote of all('.inside q')) expect(quote.lang).toBe('zh-Hans');
    expect(all('.inside button')).toEqual([]);
  });

  it('names the document behind each answer', async () => {
    show(signUp([document('甲', read(fixture('promises').report)), document('乙', read(loan))]));
    for (const answer of all('.answer')) await press(answer);
    expect(texts('.answers .verdict')[0]).toBe('前后矛盾');
    const [first] = all('.evidence');
    expect(first?.textContent).toContain('几份协议说的不一样：《甲》承诺不会，《乙》又写着会。');
    expect(Array.from(first?.querySelectorAll('.from') ?? [], (each) => each.textContent)).toEqual([
      '《乙》',
      '《甲》',
    ]);
  });

  it('links to web addresses only', () => {
    const urls = ['https://loan.example/a', 'javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', null];
    show(signUp(urls.map((url, i) => document(String(i), UNREAD, { url }))));
    expect(all('.documents a').map((link) => link.getAttribute('href'))).toEqual(['https://loan.example/a']);
    for (const link of all('.documents a')) {
      expect(link.getAttribute('target')).toBe('_blank');
      expect(link.getAttribute('rel')).toBe('noreferrer');
    }
  });

  it('shows markup in names and rows as text', () => {
    const evil = '<img src=x onerror=alert(1)>';
    show(signUp([document(evil, failed('http-error', evil))], none, [row([0], { text: evil })]));
    expect(all('img')).toEqual([]);
    expect(texts('.documents .name')).toEqual([`《${evil}》`]);
  });

  it('is exported with its documents, those not read named', async () => {
    show(signUp([document('甲', read(loan)), document('乙', UNREAD)]));
    await press(button('JSON'));
    const [, , json] = actions.save.mock.calls[0]!;
    const reports: Report[] = JSON.parse(json);
    expect(reports.map(({ findings }) => findings.length)).toEqual([0, loan.findings.length]);
    expect(reports[0]?.unread).toEqual([{ reason: 'linked-document', where: '《乙》 https://loan.example/乙' }]);
  });
});

describe('what can be done', () => {
  it('saves each format under its name and says so', async () => {
    show(checked(fixture('loan').report));
    await press(button('导出'));
    for (const label of ['HTML', 'CSV', 'Markdown', 'JSON']) await press(button(label));
    const names = actions.save.mock.calls.map(([name]) => name);
    expect(names.map((name) => name.split('.').at(-1))).toEqual(['html', 'csv', 'md', 'json']);
    for (const [, type, content] of actions.save.mock.calls) {
      expect(type).toMatch(/^(text|application)\//);
      expect(content.length).toBeGreaterThan(1000);
    }
    expect(texts('.export [role=status]')).toEqual([`已经保存：${names.at(-1)}`]);
  });

  it('says when the clipboard refuses', async () => {
    actions.copy.mockResolvedValue(false);
    show(checked(fixture('loan').report));
    await press(button('复制文字'));
    expect(texts('.export [role=status]')).toEqual(['没能复制。请用别的方式导出。']);
  });

  it('asks for the site within the click, and says when the browser refuses', async () => {
    actions.setAlways.mockResolvedValue(false);
    show(page({ status: 'not-checked' }), SITE);
    void act(() => button('总是检查这个网站')?.click());
    expect(actions.setAlways).toHaveBeenCalledWith(true);
    await act(async () => {});
    expect(texts('.site [role=status]')).toEqual(['浏览器没有给这个权限，什么都没有改。']);
  });

  it('offers nothing for a site where there is none, or where it would not help', () => {
    show({ kind: 'blocked', why: 'browser-page' });
    expect(all('.site')).toEqual([]);
    show({ kind: 'blocked', why: 'pdf' }, SITE);
    expect(all('.site')).toEqual([]);
    show({ kind: 'blocked', why: 'needs-access' }, SITE);
    expect(all('.site')).toHaveLength(1);
  });

  it('offers only to come back where a site is off', () => {
    show({ kind: 'disabled' }, SITE);
    expect(texts('.site button')).toEqual(['恢复在这个网站检查']);
  });
});
