/** DOCX → text by mammoth, through HTML so that tables, lists and line breaks stay what they are. */
import mammoth from 'mammoth';
import { readHtml } from './html.ts';
import { type Document, UnreadableError } from './types.ts';

/** @throws UnreadableError for a file that is no Word document */
export async function readDocx(bytes: Uint8Array): Promise<Document> {
  const options = {
    convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
    includeDefaultStyleMap: true,
  };
  try {
    // mammoth takes an ArrayBuffer in browsers and a Buffer in Node; each ignores the other's.
    const arrayBuffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    const input = { arrayBuffer, ...(typeof Buffer === 'undefined' ? {} : { buffer: Buffer.from(bytes) }) };
    return readHtml((await mammoth.convertToHtml(input as Parameters<typeof mammoth.convertToHtml>[0], options)).value);
  } catch (error) {
    throw new UnreadableError(
      `not a Word document that can be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
