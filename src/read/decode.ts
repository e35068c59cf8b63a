/** Bytes → text: UTF-8, UTF-16 with a byte order mark, GB18030. */
import { UnreadableError } from './types.ts';

/** A UTF-8 text may hold a few broken bytes (cut off, pasted together); above this share it is another encoding. */
const BROKEN_SHARE = 0.01;

/**
 * The text without its byte order mark. Broken UTF-8 sequences become U+FFFD.
 * @param declared an encoding the document itself names, tried before GB18030
 * @throws UnreadableError for bytes that are no text
 */
export function decodeText(bytes: Uint8Array, declared?: string): string {
  const mark = markOf(bytes);
  if (mark !== undefined) return new TextDecoder(mark).decode(bytes);
  const nul = bytes.indexOf(0);
  if (nul >= 0) throw new UnreadableError(`not text: NUL at byte ${nul}`);
  const utf8 = tryDecode(bytes, 'utf-8');
  if (utf8 !== undefined) return utf8;
  const lenient = new TextDecoder('utf-8').decode(bytes);
  if (brokenShare(lenient) < BROKEN_SHARE) return lenient;
  const text = (declared === undefined ? undefined : tryDecode(bytes, declared)) ?? tryDecode(bytes, 'gb18030');
  if (text !== undefined && isPlausible(text)) return text;
  throw new UnreadableError('not text: neither UTF-8 nor UTF-16 nor GB18030');
}

function markOf(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

function tryDecode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function brokenShare(text: string): number {
  return text.split('�').length / (text.length + 1);
}

/** GB18030 gives almost any bytes a meaning: real text has no control or private-use characters to speak of. */
function isPlausible(text: string): boolean {
  const odd = text.match(/[\p{Cc}\p{Co}\p{Cn}]/gu)?.filter((ch) => !/\s/u.test(ch)).length ?? 0;
  return odd <= text.length * BROKEN_SHARE;
}
