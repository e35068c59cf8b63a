/** Requirements of SECURITY.md that can be seen in the source. */
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Source files that end up in the extension, with their text. */
const SHIPPED = ['src', 'entrypoints']
  .flatMap((folder) =>
    fs
      .readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => path.posix.join(folder, file.replaceAll(path.sep, '/'))),
  )
  .filter((file) => /\.(?:tsx?|html)$/.test(file) && !file.startsWith('src/cli/'))
  .map((file) => ({ file, text: fs.readFileSync(path.join(ROOT, file), 'utf8') }));

/** Every line of shipped source that matches, as "file:line text". */
function lines(pattern: RegExp): string[] {
  return SHIPPED.flatMap(({ file, text }) =>
    text.split('\n').flatMap((line, i) => (pattern.test(line) ? [`${file}:${i + 1} ${line.trim()}`] : [])),
  );
}

it('looks at the whole source', () => {
  expect(SHIPPED.map(({ file }) => file)).toEqual(
    expect.arrayContaining(['src/page/snapshot.ts', 'src/ui/popup/popup.tsx', 'entrypoints/background.ts']),
  );
});

describe('S1: text never becomes markup or code', () => {
  it.each([
    [
      'markup',
      /\b(?:innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|createContextualFragment|setHTMLUnsafe)\b|document\.write/,
    ],
    ['code', /\beval\(|new Function\(|\bsetTimeout\(\s*['"`]/],
  ])('no %s is made from strings', (_, pattern) => {
    expect(lines(pattern)).toEqual([]);
  });
});

describe('S2: no remote code', () => {
  it('extension pages load their own files only', () => {
    expect(lines(/(?:src|href)\s*=\s*["'](?:https?:)?\/\//)).toEqual([]);
  });

  it('no module is imported from an address', () => {
    expect(lines(/import\s*\(\s*["'`]https?:|importScripts/)).toEqual([]);
  });
});

describe('S3: no request but the reader’s', () => {
  const requests =
    /\bfetch\((?!browser\.runtime\.getURL\()|XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection/;

  it('one place opens a connection; other files fetched are the extension’s own', () => {
    expect(lines(requests).map((line) => line.split(':')[0])).toEqual(['src/read/fetch.ts']);
  });

  it('that place sends no cookies and no referrer, and keeps nothing', () => {
    const { text = '' } = SHIPPED.find(({ file }) => file === 'src/read/fetch.ts') ?? {};
    for (const option of ["credentials: 'omit'", "referrerPolicy: 'no-referrer'", "cache: 'no-store'"])
      expect(text).toContain(option);
  });
});

describe('S5: matching takes linear time', () => {
  it('no regular expression repeats a repetition', () => {
    // "(a+)+", "(a*b?)*": the shape behind nearly every exponential match.
    expect(lines(/[+*]\)(?:[+*]|\{\d+,\})/)).toEqual([]);
  });
});
