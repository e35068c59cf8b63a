import type { getDocument } from 'pdfjs-dist';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fetchLinked, parseDocument, type Reader } from '../../../src/background/documents.ts';
import type { Engine } from '../../../src/engine/index.ts';
import type { LinkResult } from '../../../src/messages.ts';
import { MAX_BYTES } from '../../../src/read/fetch.ts';
import { NODE } from '../../../src/read/node.ts';
import type { Finding } from '../../../src/types.ts';
import { makePdf, toGb18030 } from '../../helpers/documents.ts';
import { fixture } from '../report/reports.ts';

const fake = vi.hoisted(() => ({
  permissions: { contains: vi.fn<(asked: { origins: string[] }) => Promise<boolean>>() },
}));
vi.mock('webextension-polyfill', () => ({ default: fake }));

const { report: none } = fixture('none');
const [loan] = fixture('loan').report.findings.filter((f) => f.group === 'people' && f.effect === 'grants') as [
  Finding,
];
const [consent] = fixture('loan').report.findings.filter((f) => f.group === 'consent') as [Finding];

/** The text it was last asked about. */
let analyzed = '';
function readerWith(findings: Finding[] = []): Reader {
  const engine: Engine = {
    analyze(text, meta) {
      analyzed = text;
      return {
        schema: none.schema,
        language: none.language,
        answers: none.answers,
        contradictions: [],
        ...meta,
        chars: text.length,
        findings,
      };
    },
    outline: async () => [],
  };
  return { engine: async () => engine, loadPdf: NODE.loadPdf };
}

const AGREEMENT = `个人信息授权书\n${'本人同意贵公司为审核借款申请处理本人的信息。甲方与乙方应遵守本协议。\n'.repeat(8)}`;
const base64 = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64');
const parse = (bytes: Uint8Array | string, contentType = 'text/plain; charset=utf-8', reader = readerWith()) =>
  parseDocument(
    { bytes: base64(bytes), contentType, url: 'https://loan.example/a', name: '授权书', moved: false },
    reader,
  );
const why = (result: LinkResult) => (result.status === 'failed' ? [result.why, result.detail] : result.status);

beforeEach(() => {
  vi.resetAllMocks();
  vi.unstubAllGlobals();
  analyzed = '';
});

/** What pdf.js would give for a page that says this. */
function pdfSaying(str: string): ReturnType<typeof getDocument> {
  const page = {
    getTextContent: async () => ({ items: [{ str, hasEOL: true, width: 1, transform: [1, 0, 0, 1, 0, 0] }] }),
    cleanup: () => {},
  };
  const pdf = { numPages: 1, getPage: async () => page, getMetadata: async () => ({ info: {} }) };
  return { promise: Promise.resolve(pdf), destroy: async () => {} } as unknown as ReturnType<typeof getDocument>;
}

describe('bytes that the page script fetched', () => {
  test('give a stamped report with address and title', async () => {
    const result = await parse(AGREEMENT);
    expect(result).toMatchObject({ status: 'read', url: 'https://loan.example/a', moved: false });
    expect(result.status === 'read' && result.report).toMatchObject({ url: 'https://loan.example/a', title: '授权书' });
    expect(result.status === 'read' && result.report.sha256).toMatch(/^[\da-f]{64}$/);
    expect(analyzed).toBe(AGREEMENT);
  });

  test('are read in the encoding that the header names', async () => {
    await parse(toGb18030(AGREEMENT), 'text/plain; charset="GBK"');
    expect(analyzed).toBe(AGREEMENT);
    const html = `<meta charset="utf-8"><title>x</title><pre>${AGREEMENT}</pre>`;
    await parse(toGb18030(html), 'text/html;charset=gb2312');
    expect(analyzed).toContain('本人同意贵公司');
    const big5 = new Uint8Array([...new TextEncoder().encode('<p>'), 0xa5, 0xbb, 0xa4, 0x48]);
    await parse(Buffer.concat(Array.from({ length: 40 }, () => big5)), 'text/html; charset=big5');
    expect(analyzed).toContain('本人');
  });

  test('are read as their header says, whatever the address', async () => {
    expect(why(await parse('<p>1</p>'.repeat(40), 'text/plain'))).toEqual(['no-agreement', '']);
    expect(analyzed).toContain('<p>');
    expect(why(await parse('PK\u0003\u0004', 'application/zip'))).toEqual(['other-type', 'application/zip']);
    expect(why(await parse('no mark of a PDF', 'application/octet-stream'))).toEqual([
      'other-type',
      'application/octet-stream',
    ]);
    const lines = [AGREEMENT.split('\n').map((text, i) => ({ text, y: 780 - i * 20 }))];
    expect(why(await parse(makePdf(lines), 'application/octet-stream'))).toBe('read');
  });

  test('without text, damaged or too many are named as such', async () => {
    expect(why(await parse(' \n ', 'text/html'))).toEqual(['no-text', '']);
    expect(why(await parse(makePdf([[]]), 'application/pdf'))).toEqual(['no-text', '']);
    expect(why(await parse('%PDF-1.7', 'application/pdf'))).toEqual(['broken', '']);
    const request = { contentType: 'text/plain', url: 'https://loan.example/a', name: 'x', moved: false };
    const long = 'A'.repeat(Math.ceil(MAX_BYTES / 3) * 4 + 4);
    expect(why(await parseDocument({ ...request, bytes: long }, readerWith()))).toEqual(['too-large', '']);
    await expect(parseDocument({ ...request, bytes: '%%%' }, readerWith())).rejects.toThrow();
    await expect(parseDocument({ ...request, bytes: '', url: 'javascript:0' }, readerWith())).rejects.toThrow(
      RangeError,
    );
  });

  test('that the engine fails on are not clear', async () => {
    const broken: Reader = { engine: () => Promise.reject(new Error('no memory')), loadPdf: NODE.loadPdf };
    expect(why(await parse(AGREEMENT, 'text/plain', broken))).toEqual(['engine-failed', '']);
  });

  test('that are no agreement are not called clear, even where they ask for a consent', async () => {
    const login = '登录\n请输入手机号\n登录即视为同意《用户协议》\n';
    expect(why(await parse(login))).toEqual(['no-agreement', '']);
    expect(why(await parse(login.repeat(12), 'text/plain', readerWith([consent])))).toEqual(['no-agreement', '']);
    // What grants something is shown, whatever the rest looks like.
    expect(why(await parse('我们会联系您填写的联系人。'.repeat(20), 'text/plain', readerWith([loan])))).toBe('read');
  });

  test('that are a plain agreement of few legal words are read', async () => {
    const plain = `会员服务协议\n本协议自您开通之日起生效。\n${'会员费按月收取，可以随时关闭自动续费，利息按天计算。\n'.repeat(10)}`;
    expect(why(await parse(plain))).toBe('read');
    expect(why(await parse(plain.replace('会员服务协议', '首页')))).toEqual(['no-agreement', '']);
    expect(why(await parse(plain.replace('本协议', '会员')))).toEqual(['no-agreement', '']);
  });

  test('that take too long or hold too much are given up', async () => {
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort());
    expect(why(await parse(makePdf([[{ text: AGREEMENT, y: 700 }]]), 'application/pdf'))).toEqual(['timeout', '']);
    timeout.mockRestore();
    const bomb: Reader = {
      ...readerWith(),
      loadPdf: async () => ({
        files: { cMapUrl: '' },
        pdfjs: { getDocument: () => pdfSaying('甲'.repeat(12_000_001)) },
      }),
    };
    expect(why(await parse('%PDF-', 'application/pdf', bomb))).toEqual(['too-large', '']);
  });

  test('with parts that hold no text say which', async () => {
    const lines = AGREEMENT.split('\n').map((text, i) => ({ text, y: 780 - i * 20 }));
    const result = await parse(makePdf([lines, []]), 'application/pdf');
    expect(result.status === 'read' && result.report.unread).toEqual([{ reason: 'pdf-without-text', where: 'p. 2' }]);
  });
});

describe('documents of another site', () => {
  const page = 'https://loan.example/sign-up';
  const url = 'https://docs.example/a';
  const answerWith = (body: BodyInit, init: ResponseInit & { url?: string } = {}) => {
    const response = new Response(body, init);
    Object.defineProperty(response, 'url', { value: init.url ?? url });
    const request = vi.fn<typeof fetch>().mockResolvedValue(response);
    vi.stubGlobal('fetch', request);
    return request;
  };

  test('are fetched once allowed, as a stranger would', async () => {
    fake.permissions.contains.mockResolvedValue(true);
    const request = answerWith(AGREEMENT, { headers: { 'content-type': 'text/plain' }, url: `${url}#part` });
    const result = await fetchLinked({ url, name: '授权书' }, page, readerWith());
    expect(result).toMatchObject({ status: 'read', url: `${url}#part`, moved: false });
    expect(fake.permissions.contains).toHaveBeenCalledWith({ origins: ['https://docs.example/*'] });
    expect(request.mock.calls[0]?.[1]).toMatchObject({
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    });
  });

  test('are not asked for without permission, nor further in than the page stands', async () => {
    const request = answerWith(AGREEMENT);
    fake.permissions.contains.mockResolvedValue(false);
    expect(why(await fetchLinked({ url, name: 'x' }, page, readerWith()))).toEqual(['not-allowed', 'docs.example']);
    fake.permissions.contains.mockResolvedValue(true);
    const router = 'http://192.168.1.1/admin';
    expect(why(await fetchLinked({ url: router, name: 'x' }, page, readerWith()))).toEqual([
      'unreachable',
      '192.168.1.1',
    ]);
    expect(request).not.toHaveBeenCalled();
    answerWith(AGREEMENT, { headers: { 'content-type': 'text/plain' }, url: router });
    expect(why(await fetchLinked({ url, name: 'x' }, page, readerWith()))).toEqual(['unreachable', '192.168.1.1']);
    await expect(fetchLinked({ url: 'file:///a', name: 'x' }, page, readerWith())).rejects.toThrow(RangeError);
  });

  test.each([
    ['http-error', '404', AGREEMENT, { status: 404 }],
    ['other-type', 'image/png', 'x', { headers: { 'content-type': 'image/png' } }],
    ['too-large', '', 'x', { headers: { 'content-type': 'text/plain', 'content-length': '9999999' } }],
    ['too-large', '', 'x'.repeat(MAX_BYTES + 1), { headers: { 'content-type': 'text/plain' } }],
  ] as const)('fail as %s %s', async (failure, detail, body, init) => {
    fake.permissions.contains.mockResolvedValue(true);
    answerWith(body, init);
    expect(why(await fetchLinked({ url, name: 'x' }, page, readerWith()))).toEqual([failure, detail]);
  });

  test('that cannot be reached say so', async () => {
    fake.permissions.contains.mockResolvedValue(true);
    vi.stubGlobal('fetch', vi.fn<typeof fetch>().mockRejectedValue(new TypeError('Failed to fetch')));
    expect(why(await fetchLinked({ url, name: 'x' }, page, readerWith()))).toEqual(['unreachable', 'docs.example']);
  });
});
