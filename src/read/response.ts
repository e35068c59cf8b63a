/** A server's answer → the text of the agreement in it. The header's word on type and charset goes before the address. */
import { decodeText } from './decode.ts';
import { declaredEncoding, readHtml } from './html.ts';
import { type PdfLibrary, readPdf } from './pdf.ts';
import type { Document } from './types.ts';

export type Kind = 'html' | 'text' | 'pdf';

/** Types under which servers hand out PDFs without saying so. "" stands for no type at all. */
const UNNAMED = new Set([
  '',
  'application/octet-stream',
  'binary/octet-stream',
  'application/download',
  'application/force-download',
  'application/x-download',
]);
const KINDS: Record<string, Kind> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/plain': 'text',
  'application/pdf': 'pdf',
  'application/x-pdf': 'pdf',
};
/** How far into a file the mark of a PDF may stand, in bytes. */
const HEAD = 1024;

/** "text/HTML; charset=GBK" → "text/html". */
export function essenceOf(contentType: string): string {
  return (contentType.split(';', 1)[0] ?? '').trim().toLowerCase();
}

/** Whether a document of this type can be read at all, as far as the header tells. */
export function isReadable(contentType: string): boolean {
  const essence = essenceOf(contentType);
  return essence in KINDS || UNNAMED.has(essence);
}

/** What to read the bytes as; `undefined` for what is neither HTML, text nor PDF. */
export function kindOf(bytes: Uint8Array, contentType: string): Kind | undefined {
  const essence = essenceOf(contentType);
  if (essence in KINDS) return KINDS[essence];
  if (!UNNAMED.has(essence)) return undefined;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD));
  if (head.includes('%PDF-')) return 'pdf';
  return essence === '' && /^[\s\u00ef\u00bb\u00bf]{0,99}<(?:!doctype\s{1,4}html|html)/iu.test(head)
    ? 'html'
    : undefined;
}

/**
 * @param loadPdf called only for a PDF
 * @param stop ends the reading of a long PDF, which is then unreadable
 * @throws UnreadableError for bytes that are no document of this kind
 */
export async function readResponse(
  bytes: Uint8Array,
  kind: Kind,
  contentType: string,
  loadPdf: () => Promise<PdfLibrary>,
  stop?: AbortSignal,
): Promise<Document> {
  if (kind === 'pdf') return readPdf(bytes, await loadPdf(), stop);
  const charset = /;\s{0,9}charset\s{0,9}=\s{0,9}"?([\w-]{2,20})/iu.exec(contentType)?.[1];
  if (kind === 'html') return readHtml(decodeText(bytes, charset ?? declaredEncoding(bytes)));
  return { text: decodeText(bytes, charset), unread: [] };
}
