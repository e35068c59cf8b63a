/** Bytes → text: UTF-8, UTF-16 with a byte order mark, GB18030. */
import { UnreadableError } from './types.ts';

/** A text may hold a few broken bytes (cut off, pasted together); above this share it is another encoding or no text. */
const ODD_SHARE = 0.01;

/**
 * The text without its byte order mark. Broken sequences become U+FFFD.
 * @param declared an encoding the document itself names, tried before GB18030
 * @throws UnreadableError for bytes that are no text
 */
export function decodeText(bytes: Uint8Array, declared?: string): string {
  const mark = markOf(bytes);
  if (mark !== undefined) return new TextDecoder(mark).decode(bytes);
  const nul = bytes.indexOf(0);
  if (nul >= 0) throw new UnreadableError(`not text: NUL at byte ${nul}`);
  const utf8 = new TextDecoder().decode(bytes);
  if (!utf8.includes('\uFFFD')) return utf8;
  const others = [declared, 'gb18030'].map((encoding) =>
    encoding === undefined ? undefined : decodeAs(bytes, encoding),
  );
  for (const text of [utf8, ...others]) if (text !== undefined && oddShare(text) < ODD_SHARE) return text;
  throw new UnreadableError('not text: neither UTF-8 nor UTF-16 nor GB18030');
}

function markOf(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** Undefined for an encoding that does not exist. */
function decodeAs(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * GB18030 gives almost any bytes a meaning, but text has hardly any control, private-use or unassigned characters.
 */
function oddShare(text: string): number {
  const odd = text.match(/[\uFFFD\p{Co}\p{Cn}]|(?!\s)\p{Cc}/gu)?.length ?? 0;
  return odd / (text.length + 1);
}
