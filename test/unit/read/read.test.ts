import { describe, expect, it } from 'vitest';
import { readDocument, UnreadableError } from '../../../src/read/index.ts';
import { NODE } from '../../../src/read/node.ts';
import { makeDocx, makePdf, paragraph, toGb18030 } from '../../helpers/documents.ts';

const read = (bytes: Uint8Array, name: string) => readDocument(bytes, name, NODE);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const html = async (source: string, name = 'a.html') => read(utf8(source), name);
const cell = (text: string): string => `<w:tc>${paragraph(text)}</w:tc>`;
const failure = async (bytes: Uint8Array, name: string): Promise<string> => {
  const error: unknown = await read(bytes, name).catch((e: unknown) => e);
  expect(error).toBeInstanceOf(UnreadableError);
  return error instanceof Error ? error.message : '';
};
const TEXT = '您同意我们在您逾期时联系您的紧急联系人。\r\n第二行，含 ASCII。';

/** A page with a running head and a page number. */
const page = (n: number, texts: string[]) => [
  { text: '某某公司 借款协议', y: 800 },
  ...texts.map((text, i) => ({ text, y: 760 - i * 20 })),
  { text: `第 ${n} 页 共 2 页`, y: 30 },
];

describe('text', () => {
  it.each([
    ['UTF-8', utf8(TEXT)],
    ['UTF-8 with a byte order mark', utf8(`\uFEFF${TEXT}`)],
    ['UTF-16LE', Buffer.from(`\uFEFF${TEXT}`, 'utf16le')],
    ['UTF-16BE', Buffer.from(`\uFEFF${TEXT}`, 'utf16le').swap16()],
    ['GB18030', toGb18030(TEXT)],
  ])('reads %s and keeps every character, line breaks too', async (_name, bytes) => {
    expect(await read(bytes, 'a.txt')).toEqual({ text: TEXT, unread: [] });
  });

  it('takes a UTF-8 text cut in the middle of a character for UTF-8', async () => {
    const text = TEXT.repeat(20);
    const { text: got } = await read(utf8(text).subarray(0, -1), 'a.txt');
    expect(got.slice(0, text.length - 1)).toBe(text.slice(0, -1));
    expect(got.at(-1)).toBe('\uFFFD');
  });

  it('takes a GB18030 text cut in the middle of a character for GB18030', async () => {
    const { text } = await read(toGb18030(TEXT.repeat(20)).subarray(0, 1001), 'a.txt');
    expect(text.startsWith(TEXT)).toBe(true);
  });

  it('says where the bytes stop being text', async () => {
    expect(await failure(utf8('abc\0def'), 'a.txt')).toBe('not text: NUL at byte 3');
    const noise = new Uint8Array(4000).map((_, i) => 1 + ((i * 7919) % 255));
    expect(await failure(noise, 'a.bin')).toContain('neither UTF-8 nor UTF-16 nor GB18030');
  });

  it('calls no file clear that holds nothing', async () => {
    expect(await failure(new Uint8Array(), 'a.txt')).toBe('empty');
    expect(await read(utf8(' \n\t'), 'a.txt')).toEqual({ text: ' \n\t', unread: [{ reason: 'no-text', where: '' }] });
  });

  it('names an old Word file', async () => {
    const bytes = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]);
    expect(await failure(bytes, 'a.doc')).toContain('.docx');
    expect(await failure(bytes, 'locked.docx')).toContain('password');
  });
});

describe('HTML', () => {
  it('gives each block a line and joins what is inline', async () => {
    const source = `<!doctype html><title> 借款
      协议 </title><style>p{}</style><h1>借款<b>协议</b></h1>
      <p>第一条  您同意
      我们<a href=#>联系</a>您。<br>第二条&nbsp;甲&amp;乙</p><div>外<div>内</div>尾</div><script>x()</script>`;
    expect(await html(source)).toEqual({
      text: '借款协议\n第一条 您同意 我们联系您。\n第二条 甲&乙\n外\n内\n尾',
      title: '借款 协议',
      unread: [],
    });
  });

  it('keeps lines in pre, cells in a row, numbers of ordered lists', async () => {
    const source =
      '<pre>一\n  二</pre><table><tr><th>信息<th>用途<tr><td>姓名<td>核实</table><ol start=3><li>甲<li>乙<ul><li>丙</ul></ol>';
    expect((await html(source)).text).toBe('一\n  二\n信息\t用途\n姓名\t核实\n3. 甲\n4. 乙\n丙');
  });

  it('leaves out readings above characters', async () => {
    expect((await html('<p>優<ruby>品<rp>(</rp><rt>pǐn</rt><rp>)</rp></ruby>商城</p>')).text).toBe('優品商城');
  });

  it('reads hidden clauses after the visible ones, copies once', async () => {
    const source =
      '<p>可见条款。</p><div hidden><p>收起的<img src=x>条款。</p></div><p style="color:red; display : none">可见 条款。</p><p>结尾。</p>';
    expect((await html(source)).text).toBe('可见条款。\n结尾。\n收起的条款。');
  });

  it('names what holds no text to check', async () => {
    expect(
      await html('<p>字</p><canvas id=c></canvas><iframe src="https://a.example/x"></iframe><img alt=标志>'),
    ).toEqual({
      text: '字',
      unread: [
        { reason: 'canvas', where: 'c' },
        { reason: 'cross-origin-frame', where: 'https://a.example/x' },
      ],
    });
    expect((await html('<img alt="协议第一页"><img src="2.png">')).unread).toEqual([
      { reason: 'image', where: '协议第一页' },
      { reason: 'image', where: '2.png' },
    ]);
    expect((await html('<p> </p>')).unread).toEqual([{ reason: 'no-text', where: '' }]);
  });

  it('survives broken markup, however deep', async () => {
    const source = `${'<div><table><tr><td>'.repeat(20_000)}正文</p></span></div`;
    expect((await html(source)).text).toBe('正文');
    expect((await html('<p>甲<p>乙</div>丙<svg><title>图</title></svg>')).text).toBe('甲\n乙丙');
  });

  it('follows the encoding that the page declares', async () => {
    const big5 = new Uint8Array([0xb3, 0x71, 0xb0, 0x54, 0xbf, 0xfd]);
    const page = new Uint8Array([...utf8('<meta charset="big5"><p>'), ...big5, ...utf8('</p>')]);
    expect((await read(page, 'a.htm')).text).toBe('通訊錄');
  });

  it('knows HTML by its first words where the name does not say', async () => {
    expect((await html('\n<!DOCTYPE html><p>甲</p>', '-')).text).toBe('甲');
    expect((await html('<html>甲', 'a.txt')).text).toBe('<html>甲');
  });
});

describe('PDF', () => {
  const full = '您同意我们在您逾期后联系您的紧急联系人以及您提供的其他联系人进行核实并且';

  it('reads Chinese through the character maps and joins lines that the width cut', async () => {
    const lines = ['第一条 信息授权', full, '告知有关情况。', '第二条 其他约定。'].map((text, i) => ({
      text,
      y: 760 - i * 20,
    }));
    expect(await read(makePdf([lines]), 'a.pdf')).toEqual({
      text: `第一条 信息授权\n${full}告知有关情况。\n第二条 其他约定。`,
      unread: [],
    });
  });

  it('leaves out page numbers and repeated heads, and joins a sentence over pages', async () => {
    const { text } = await read(makePdf([page(1, ['总则。', full]), page(2, ['告知有关情况。', '完。'])]), 'a.pdf');
    expect(text).toBe(`某某公司 借款协议\n总则。\n${full}告知有关情况。\n完。`);
  });

  it('names the pages that hold no text', async () => {
    const line = [{ text: '有字。', y: 700 }];
    expect((await read(makePdf([line, [], [], line, []]), 'a.pdf')).unread).toEqual([
      { reason: 'pdf-without-text', where: 'p. 2–3' },
      { reason: 'pdf-without-text', where: 'p. 5' },
    ]);
    expect(await read(makePdf([[]]), 'a.pdf')).toEqual({
      text: '',
      unread: [{ reason: 'pdf-without-text', where: 'p. 1' }],
    });
  });

  it('says of a locked or broken file what is wrong', async () => {
    expect(await failure(makePdf([[{ text: '甲', y: 700 }]], { locked: true }), 'a.pdf')).toBe(
      'PDF asks for a password',
    );
    expect(await failure(utf8('%PDF-1.4\nnothing'), 'a.pdf')).toContain('PDF cannot be read');
    expect(await failure(utf8('plain words'), 'a.pdf')).toContain('PDF cannot be read');
  });

  it('leaves the bytes it was given whole', async () => {
    const bytes = makePdf([[{ text: '甲。', y: 700 }]]);
    const copy = bytes.slice();
    await read(bytes, 'a.pdf');
    expect(bytes).toEqual(copy);
  });
});

describe('DOCX', () => {
  it('reads paragraphs, line breaks and tables', async () => {
    const body =
      paragraph('第一条 授权') +
      '<w:p><w:r><w:t>您同意</w:t><w:br/><w:t>联系您的亲友。</w:t></w:r></w:p>' +
      `<w:tbl><w:tr>${cell('姓名')}${cell('电话')}</w:tr></w:tbl>`;
    const { text, unread } = await read(makeDocx(body), 'a.docx');
    expect(text.split(/[\n\t]+/u)).toEqual(['第一条 授权', '您同意', '联系您的亲友。', '姓名', '电话']);
    expect(unread).toEqual([]);
  });

  it('calls no document clear that holds nothing', async () => {
    expect((await read(makeDocx(paragraph('')), 'a.docx')).unread).toEqual([{ reason: 'no-text', where: '' }]);
  });

  it('says of another archive or a broken one what is wrong', async () => {
    expect(await failure(makeDocx('<w:p>'), 'a.docx')).toContain('not a Word document');
    expect(await failure(utf8('PK\u0003\u0004 broken'), 'a.docx')).toContain('not a Word document');
    expect(await failure(utf8('words'), 'a.docx')).toContain('not a Word document');
  });
});
