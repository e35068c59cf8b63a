/** A file's bytes → its text, for the command line and the reader page. No DOM, no network. */
import { declaredEncoding, readHtml } from './html.ts';
import { decodeText } from './decode.ts';
import type { PdfLibrary } from './pdf.ts';
import { type Document, UnreadableError } from './types.ts';

export { type Document, UnreadableError } from './types.ts';

export interface ReadOptions {
  /** Called only for a PDF. */
  loadPdf: () => Promise<PdfLibrary>;
}

type Kind = 'pdf' | 'docx' | 'html' | 'text';

/**
 * @param name the file's name; its ending decides between HTML and text where the bytes leave it open
 * @throws UnreadableError for bytes that are no document of these kinds
 */
export async function readDocument(bytes: Uint8Array, name: string, { loadPdf }: ReadOptions): Promise<Document> {
  if (bytes.length === 0) throw new UnreadableError('empty');
  const kind = kindOf(bytes, name);
  if (kind === 'pdf') return (await import('./pdf.ts')).readPdf(bytes, await loadPdf());
  if (kind === 'docx') return (await import('./docx.ts')).readDocx(bytes);
  if (kind === 'html') return readHtml(decodeText(bytes, declaredEncoding(bytes)));
  const text = decodeText(bytes);
  return { text, unread: text.trim() === '' ? [{ reason: 'no-text', where: '' }] : [] };
}

/** How far into a file the PDF mark may stand, and how much of a text shows that it is HTML. Bytes. */
const HEAD = 1024;

/** @throws UnreadableError for the kinds that a name or the first bytes tell and that cannot be read */
function kindOf(bytes: Uint8Array, name: string): Kind {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD));
  const ending = /\.([a-z\d]{1,8})$/iu.exec(name)?.[1]?.toLowerCase();
  if (head.includes('%PDF-') || ending === 'pdf') return 'pdf';
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0'))
    throw new UnreadableError('an old Word file (.doc) or one that asks for a password: save it as .docx without one');
  if (head.startsWith('PK\u0003\u0004') || ending === 'docx') return 'docx';
  if (ending === 'html' || ending === 'htm' || ending === 'xhtml') return 'html';
  return ending !== 'txt' && /^[\s\u00ef\u00bb\u00bf]*<(?:!doctype\s{1,4}html|html)/iu.test(head) ? 'html' : 'text';
}
