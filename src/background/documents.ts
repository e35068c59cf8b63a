/** Linked agreements: bytes or an address in, a report or a plain reason why not out. */
import browser from 'webextension-polyfill';
import type { Engine } from '../engine/index.ts';
import type { LinkResult, ToBackground } from '../messages.ts';
import { isAgreementText } from '../page/agreement-words.ts';
import { failed, fetchDocument, MAX_BYTES } from '../read/fetch.ts';
import type { PdfLibrary } from '../read/pdf.ts';
import { essenceOf, kindOf, readResponse } from '../read/response.ts';
import { type Document, UnreadableError } from '../read/types.ts';
import { stamp } from '../report/stamp.ts';
import type { Report } from '../types.ts';
import { MAX_CHARS } from './analyze.ts';
import { mayReach } from './networks.ts';

/** What reading needs that costs something to start. */
export interface Reader {
  engine: () => Promise<Engine>;
  loadPdf: () => Promise<PdfLibrary>;
}

/** What came over the wire, or from the page script. */
interface Found {
  bytes: Uint8Array;
  /** As sent; "" where none was. */
  contentType: string;
  url: string;
  moved: boolean;
  /** What the page calls the document. */
  name: string;
}

/** For reading what was fetched, in ms: a PDF can be made of very many pages. */
const PATIENCE = 20_000;
/** Less text than this is what a page says before its script has drawn anything, in UTF-16 units. */
const SOME_TEXT = 20;
/** Shorter agreements exist, but must look like one. */
const SHORT = 200;

/** @throws RangeError for an address that is no web address, Error for what is no base64 */
export async function parseDocument(
  { bytes, ...rest }: ToBackground['document.parse']['request'],
  reader: Reader,
): Promise<LinkResult> {
  if (!isWeb(rest.url)) throw new RangeError('no web address');
  if (bytes.length > Math.ceil(MAX_BYTES / 3) * 4) return failed('too-large');
  return readDocument({ ...rest, bytes: Uint8Array.from(atob(bytes), (char) => char.charCodeAt(0)) }, reader);
}

/** @param page the address of the page that names the document */
export async function fetchLinked(
  { url, name }: ToBackground['document.read']['request'],
  page: string,
  reader: Reader,
): Promise<LinkResult> {
  if (!isWeb(url)) throw new RangeError('no web address');
  const { host } = new URL(url);
  if (!mayReach(page, url)) return failed('unreachable', host);
  if (!(await browser.permissions.contains({ origins: [patternOf(url)] }))) return failed('not-allowed', host);
  const fetched = await fetchDocument(url, 'cors');
  if ('status' in fetched) return fetched;
  if (!mayReach(page, fetched.url)) return failed('unreachable', URL.parse(fetched.url)?.host);
  return readDocument({ ...fetched, name }, reader);
}

/** The match pattern of the site of `url`, which must be a web address. Ports cannot be told apart. */
export function patternOf(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}

export function isWeb(url: string): boolean {
  return /^https?:$/.test(URL.parse(url)?.protocol ?? '');
}

async function readDocument(found: Found, { engine, loadPdf }: Reader): Promise<LinkResult> {
  const kind = kindOf(found.bytes, found.contentType);
  if (!kind) return failed('other-type', essenceOf(found.contentType));
  const stop = AbortSignal.timeout(PATIENCE);
  let document: Document;
  try {
    document = await readResponse(found.bytes, kind, found.contentType, loadPdf, stop);
  } catch (error) {
    if (stop.aborted) return failed('timeout');
    if (error instanceof UnreadableError) return failed('broken');
    throw error;
  }
  if (document.text.trim().length < SOME_TEXT) return failed('no-text');
  if (document.text.length > MAX_CHARS) return failed('too-large');
  const report = await reportOn(document, found, engine).catch(() => undefined);
  if (!report) return failed('engine-failed');
  if (!isAgreement(document, report)) return failed('no-agreement', document.title ?? '');
  return { status: 'read', report, url: found.url, moved: found.moved };
}

async function reportOn(
  { text, title, unread }: Document,
  { url, name }: Found,
  engine: Reader['engine'],
): Promise<Report> {
  const report = (await engine()).analyze(text, { url, title: title ?? name });
  const all = [...(report.unread ?? []), ...unread];
  return stamp(all.length > 0 ? { ...report, unread: all } : report, text, new Date());
}

/**
 * Whether a text may be called read. One without findings must look like an agreement, or a page to log in would pass for an
 * agreement in which nothing was found; a consent row of its own does not make it one.
 */
function isAgreement({ text, title = '' }: Document, { findings }: Report): boolean {
  if (isAgreementText(text, title)) return true;
  return (
    text.trim().length >= SHORT && findings.some(({ group, effect }) => group !== 'consent' && effect === 'grants')
  );
}
