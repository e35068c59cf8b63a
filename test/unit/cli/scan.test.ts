import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Report } from '../../../src/types.ts';
import { makeDocx, makePdf, paragraph, toGb18030 } from '../../helpers/documents.ts';
import { reports, run, start } from './run.ts';

const CLAUSE = '您逾期的，我们有权联系您的紧急联系人并告知您的欠款情况。';
const dir = mkdtempSync(join(tmpdir(), 'scan-'));
afterAll(() => rmSync(dir, { recursive: true }));

function put(name: string, content: string | Uint8Array): string {
  const path = join(dir, name);
  writeFileSync(path, content);
  return path;
}

const files = {
  txt: put('a.txt', `借款合同\n第一条 联系\n${CLAUSE}`),
  gb: put('gb.txt', toGb18030(CLAUSE)),
  bom: put('bom.txt', `\uFEFF${CLAUSE}`),
  html: put('a.html', `<title>借款合同</title><p>第一条 联系</p><p>${CLAUSE}</p>`),
  pdf: put('a.pdf', makePdf([[{ text: CLAUSE, y: 700 }]])),
  docx: put('a.docx', makeDocx(paragraph(CLAUSE))),
  picture: put('picture.pdf', makePdf([[]])),
  locked: put('locked.pdf', makePdf([[{ text: '甲', y: 700 }]], { locked: true })),
  broken: put('broken.pdf', '%PDF-1.7\nnothing'),
  empty: put('empty.txt', ''),
  binary: put('binary.txt', new Uint8Array([0x89, 0x50, 0, 1])),
  missing: join(dir, 'missing.txt'),
  folder: dir,
};

function quotesHold(report: Report, text: string): void {
  for (const { start, end, quote } of report.findings) expect(quote).toBe(text.slice(start, end));
}

describe('scan --json', () => {
  it('reads every kind of file, in the order given, one report a line', async () => {
    const given = [files.docx, files.txt, files.html, files.pdf, files.gb, files.bom];
    const { code, out, err } = await run('scan', ['--json', ...given]);
    expect(err).toBe('');
    expect(code).toBe(0);
    const got = reports(out) as unknown as Report[];
    expect(got.map(({ file }) => file)).toEqual(given);
    for (const report of got) {
      expect(report.schema).toBe('mingtiao/report@1');
      expect(report.findings.map(({ quote }) => quote)).toContain(CLAUSE);
      expect(report.answers).toHaveLength(5);
      expect(report).not.toHaveProperty('unread');
    }
    expect(got[2]?.title).toBe('借款合同');
    expect(got[5]?.chars).toBe(CLAUSE.length);
    quotesHold(got[1] as Report, `借款合同\n第一条 联系\n${CLAUSE}`);
  });

  it('does the rest when a file cannot be read, names it and why, and exits with 2', async () => {
    const given = [
      files.missing,
      files.txt,
      files.folder,
      files.binary,
      files.locked,
      files.broken,
      files.empty,
      files.gb,
    ];
    const { code, out, err } = await run('scan', ['--json', '--fail-on', '1', ...given]);
    expect(code).toBe(2);
    expect(reports(out).map(({ file }) => file)).toEqual([files.txt, files.gb]);
    const lines = err.trimEnd().split('\n');
    expect(lines).toEqual([
      `${files.missing}: no such file`,
      `${files.folder}: a directory, not a file`,
      `${files.binary}: not text: NUL at byte 2`,
      `${files.locked}: PDF asks for a password`,
      expect.stringContaining(`${files.broken}: PDF cannot be read`),
      `${files.empty}: empty`,
    ]);
  });

  it('never calls a scanned PDF clear', async () => {
    const { code, out, err } = await run('scan', ['--json', files.picture]);
    expect(code).toBe(2);
    expect(err).toBe(`${files.picture}: pdf-without-text (p. 1)\n`);
    expect(reports(out)).toMatchObject([
      { chars: 0, findings: [], unread: [{ reason: 'pdf-without-text', where: 'p. 1' }] },
    ]);
  });

  it('reads standard input for -', async () => {
    const { code, out } = await run('scan', ['--json', '-'], toGb18030(CLAUSE));
    expect(code).toBe(0);
    const [report] = reports(out) as unknown as [Report];
    expect(report).toMatchObject({ file: '-', chars: CLAUSE.length });
    expect(report.findings.map(({ quote }) => quote)).toContain(CLAUSE);
  });

  it('exits with 1 only where a clause is as severe as --fail-on asks', async () => {
    const [report] = reports((await run('scan', ['--json', files.txt])).out) as unknown as [Report];
    const worst = Math.max(...report.findings.map(({ severity }) => severity));
    expect((await run('scan', ['--json', '--fail-on', String(worst), files.txt])).code).toBe(1);
    const promise = put('promise.txt', '我们不会读取您的通讯录。');
    expect((await run('scan', ['--json', '--fail-on', '1', promise])).code).toBe(0);
  });

  it('loses nothing in a slow pipe and ends quietly when the reader goes', async () => {
    const many = put('many.txt', `${CLAUSE}\n`.repeat(3000));
    const whole = await run('scan', ['--json', many, many]);
    expect(whole.code).toBe(0);
    expect(whole.out.length).toBeGreaterThan(1_000_000);
    expect(reports(whole.out)).toHaveLength(2);

    const child = start('scan', ['--json', ...Array.from({ length: 20 }, () => many)]);
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    await once(child.stdout, 'data');
    child.stdout.destroy();
    await once(child, 'close');
    expect([child.exitCode, err]).toEqual([0, '']);
  });
});

describe('scan --jsonl', () => {
  it('gives a report a line in order, with the id of the line', async () => {
    const input = [{ id: 'b', text: CLAUSE }, { id: 7, text: '无关文字。' }, { text: CLAUSE }].map((r) =>
      JSON.stringify(r),
    );
    const { code, out, err } = await run('scan', ['--jsonl'], `\uFEFF${input.join('\r\n')}`);
    expect([code, err]).toEqual([0, '']);
    const got = reports(out);
    expect(got.map(({ id }) => id)).toEqual(['b', 7, undefined]);
    expect(got.map(({ chars }) => chars)).toEqual([CLAUSE.length, 5, CLAUSE.length]);
  });

  it('names the line that is wrong and does the others', async () => {
    const good = JSON.stringify({ id: 'x', text: CLAUSE });
    const input = Buffer.concat([
      Buffer.from(`{"id":"cut","text":\n${good}\n\n[1]\n{"id":"n"}\n{"id":{},"text":""}\n`),
      Buffer.from([0x7b, 0xff, 0x0a]),
      Buffer.from(`{"id":"e","text":""}\n{"id":"s","text":"\\ud800${CLAUSE}"}\n${good}`),
    ]);
    const { code, out, err } = await run('scan', ['--jsonl'], input);
    expect(code).toBe(2);
    expect(err.match(/^line \d+/gmu)).toEqual(['line 1', 'line 4', 'line 5', 'line 6', 'line 7', 'line 8']);
    const got = reports(out) as unknown as Report[];
    expect(got.map(({ id }) => id)).toEqual(['x', 'e', 's', 'x']);
    expect(got[1]).toMatchObject({ chars: 0, unread: [{ reason: 'no-text', where: '' }] });
    quotesHold(got[2] as Report, `\ud800${CLAUSE}`);
  });

  it('gives back no id but the one it was given', async () => {
    const input = '{"id":9007199254740993,"text":"甲"}\n{"id":9007199254740991,"text":"甲"}\n{"id":1.5,"text":"甲"}';
    const { code, out, err } = await run('scan', ['--jsonl'], input);
    expect(code).toBe(2);
    expect(err).toMatch(/^line 1: "id"/u);
    expect(reports(out).map(({ id }) => id)).toEqual([9007199254740991, 1.5]);
  });

  it('answers each line before the next one comes', async () => {
    const child = start('scan', ['--jsonl']);
    for (const id of ['1', '2']) {
      child.stdin.write(`${JSON.stringify({ id, text: CLAUSE })}\n`);
      const [chunk] = (await once(child.stdout, 'data')) as [Buffer];
      expect(reports(chunk.toString())).toMatchObject([{ id }]);
    }
    child.stdin.end();
    await once(child, 'close');
    expect(child.exitCode).toBe(0);
  });

  it('holds a line cut into many pieces, and characters cut in two', async () => {
    const child = start('scan', ['--jsonl']);
    const bytes = Buffer.from(`${JSON.stringify({ id: '1', text: CLAUSE })}\n`);
    for (const byte of bytes) child.stdin.write(Buffer.from([byte]));
    child.stdin.end();
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    await once(child, 'close');
    expect(reports(out)).toMatchObject([{ id: '1', chars: CLAUSE.length }]);
  });
});

describe('scan for people', () => {
  it('lists the five answers and the clauses by group', async () => {
    const { code, out } = await run('scan', [files.txt]);
    expect(code).toBe(0);
    for (const part of ['会不会联系我的家人朋友', '会不会读我的通讯录', '会不会把欠款告诉别人', CLAUSE])
      expect(out).toContain(part);
    const english = await run('scan', ['--lang', 'en', files.txt]);
    expect(english.out).toContain('Who gets my data?');
  });

  it.each([
    [['--help'], 0],
    [[], 2],
    [['--nonsense'], 2],
    [['--jsonl', 'a.txt'], 2],
    [['--fail-on', '4', 'a.txt'], 2],
    [['--lang', 'fr', 'a.txt'], 2],
    [['-', '-'], 2],
  ])('%j exits with %i', async (args, wanted) => {
    const { code, out, err } = await run('scan', args);
    expect(code).toBe(wanted);
    if (wanted === 0) for (const option of ['--json', '--jsonl', '--fail-on', '--lang']) expect(out).toContain(option);
    else expect(err).toContain('--help');
  });

  it('takes a path as it was meant where npm was started', async () => {
    mkdirSync(join(dir, 'deep'), { recursive: true });
    writeFileSync(join(dir, 'deep', 'here.txt'), CLAUSE);
    const child = start('scan', ['--json', 'here.txt'], { npm_lifecycle_event: 'scan', INIT_CWD: join(dir, 'deep') });
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    await once(child, 'close');
    expect(reports(out)).toMatchObject([{ file: 'here.txt' }]);
  });
});
