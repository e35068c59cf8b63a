/** PDF → text by pdf.js. Lines that the page's width cut are joined again, page numbers and running heads left out. */
import type * as Pdfjs from 'pdfjs-dist';
import characters from '../../dict/characters.json' with { type: 'json' };
import type { Unread } from '../types.ts';
import { FULL, glue, goesOn } from './lines.ts';
import { type Document, UnreadableError } from './types.ts';

/** What differs between Node and the extension. */
export interface PdfLibrary {
  pdfjs: Pick<typeof Pdfjs, 'getDocument'>;
  /** `cMapUrl`: folder, with a slash at its end, of the character maps that PDFs with Chinese fonts refer to. */
  files: { cMapUrl: string; standardFontDataUrl?: string; useWorkerFetch?: boolean };
}

interface Line {
  text: string;
  /** Points from the page's left edge. */
  left: number;
  right: number;
  /** Points from the page's lower edge. */
  y: number;
}

/**
 * @param stop ends the reading between two pages
 * @throws UnreadableError for a PDF that is broken, asks for a password, or was stopped
 */
export async function readPdf(bytes: Uint8Array, { pdfjs, files }: PdfLibrary, stop?: AbortSignal): Promise<Document> {
  // pdf.js takes the buffer over, so it gets its own.
  const data = new Uint8Array(bytes);
  const task = pdfjs.getDocument({
    data,
    ...files,
    cMapPacked: true,
    useSystemFonts: false,
    verbosity: 0,
  });
  try {
    const pdf = await task.promise;
    const pages: Line[][] = [];
    for (let n = 1; n <= pdf.numPages; n++) {
      stop?.throwIfAborted();
      const page = await pdf.getPage(n);
      pages.push(linesOf(await page.getTextContent()));
      page.cleanup();
    }
    const unread = withoutText(pages);
    const title = await titleOf(pdf);
    return { text: textOf(withoutRunningHeads(pages)), ...(title === undefined ? {} : { title }), unread };
  } catch (error) {
    throw new UnreadableError(reason(error));
  } finally {
    await task.destroy();
  }
}

/** Pages that hold pictures only, neighbours in one: "p. 3–7". */
function withoutText(pages: Line[][]): Unread[] {
  const runs: [first: number, last: number][] = [];
  pages.forEach((lines, i) => {
    if (lines.length > 0) return;
    const run = runs.at(-1);
    if (run?.[1] === i) run[1] = i + 1;
    else runs.push([i + 1, i + 1]);
  });
  return runs.map(([first, last]) => ({
    reason: 'pdf-without-text',
    where: `p. ${first === last ? first : `${first}–${last}`}`,
  }));
}

function reason(error: unknown): string {
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
  if (name === 'PasswordException') return 'PDF asks for a password';
  return `PDF cannot be read: ${message}`;
}

async function titleOf(pdf: Pdfjs.PDFDocumentProxy): Promise<string | undefined> {
  const { info } = await pdf.getMetadata();
  const title: unknown = 'Title' in info ? info.Title : undefined;
  return typeof title === 'string' && title.trim() !== '' ? title.trim() : undefined;
}

function linesOf({ items }: Awaited<ReturnType<Pdfjs.PDFPageProxy['getTextContent']>>): Line[] {
  const lines: Line[] = [];
  let line: Line | undefined;
  for (const item of items) {
    if (!('str' in item)) continue;
    const left = Number(item.transform[4] ?? 0);
    if (item.str !== '') {
      line ??= { text: '', left, right: left, y: Number(item.transform[5] ?? 0) };
      line.text += item.str;
      line.right = Math.max(line.right, left + item.width);
    }
    if (item.hasEOL && line) {
      lines.push(line);
      line = undefined;
    }
  }
  if (line) lines.push(line);
  for (const l of lines) l.text = plain(l.text.trim());
  return lines.filter(({ text }) => text !== '');
}

/** Fonts made for printing often name 人 and 页 by the look-alike signs of the radical tables. */
const RADICALS = new Map(Object.entries(characters.radicals));
function plain(text: string): string {
  return text.replaceAll(/[\u2E80-\u2FD5]/gu, (sign) => RADICALS.get(sign) ?? sign.normalize('NFKC'));
}

const PAGE_NUMBER =
  /^(?:[-–—\s]{0,4}\d{1,4}[-–—\s]{0,4}|第\s?\d{1,4}\s?页.{0,12}|page\s\d{1,4}.{0,12}|\d{1,4}\s?\/\s?\d{1,4})$/iu;
/** So many lines at the top and at the foot of a page may be running heads. */
const EDGE = 2;

/** Page numbers go; of a head or foot that half of the pages share, the first stays. */
function withoutRunningHeads(pages: Line[][]): Line[][] {
  const edges = pages.map((lines) => {
    const byHeight = lines.toSorted((a, b) => b.y - a.y);
    return new Set([...byHeight.slice(0, EDGE), ...byHeight.slice(-EDGE)]);
  });
  const count = new Map<string, number>();
  for (const edge of edges)
    for (const text of new Set([...edge].map((line) => line.text))) count.set(text, (count.get(text) ?? 0) + 1);
  const seen = new Set<string>();
  return pages.map((lines, i) =>
    lines.filter((line) => {
      if (!edges[i]?.has(line)) return true;
      const times = count.get(line.text) ?? 0;
      const repeated = seen.has(line.text) && times > 1 && times * 2 >= pages.length;
      seen.add(line.text);
      return !repeated && !PAGE_NUMBER.test(line.text);
    }),
  );
}

function textOf(pages: Line[][]): string {
  const lines = pages.flatMap((page) => {
    const right = Math.max(0, ...page.map((line) => line.right));
    return page.map(({ text, right: own }) => ({ text, full: own >= right * FULL }));
  });
  let out = '';
  lines.forEach(({ text }, i) => {
    const before = lines[i - 1];
    if (!before) out = text;
    else if (before.full && goesOn(before.text, text)) out += glue(before.text, text) + text;
    else out += `\n${text}`;
  });
  return out;
}
