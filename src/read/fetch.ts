/** Fetches a linked agreement as a stranger would: no cookies, no referrer, nothing kept, only so much and only so long. */
import { siteOf, withoutFragment } from '../address.ts';
import type { LinkResult } from '../messages.ts';
import { essenceOf, isReadable } from './response.ts';

/** Bytes of a document; what is longer is no agreement that anybody reads. */
export const MAX_BYTES = 5 * 1024 * 1024;
/** From the request to the last byte, in ms. */
const PATIENCE = 10_000;

export interface Fetched {
  bytes: Uint8Array;
  /** As sent; "" where none was. */
  contentType: string;
  /** After redirects. */
  url: string;
  /** `url` is another address than the one asked for. */
  moved: boolean;
}

export type Failed = Extract<LinkResult, { status: 'failed' }>;

/**
 * @param mode `same-origin` fails on a redirect to another site
 * @param stop ends it early, as `unreachable`
 */
export async function fetchDocument(
  url: string,
  mode: 'cors' | 'same-origin',
  stop?: AbortSignal,
): Promise<Fetched | Failed> {
  const ended = new AbortController();
  const patience = AbortSignal.timeout(PATIENCE);
  try {
    const response = await fetch(url, {
      mode,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'follow',
      cache: 'no-store',
      signal: AbortSignal.any([ended.signal, patience, ...(stop ? [stop] : [])]),
    });
    const contentType = response.headers.get('content-type') ?? '';
    if (!response.ok) return failed('http-error', String(response.status));
    if (!isReadable(contentType)) return failed('other-type', essenceOf(contentType));
    if (Number(response.headers.get('content-length') ?? 0) > MAX_BYTES) return failed('too-large');
    const bytes = await readAtMost(response, MAX_BYTES);
    return bytes ? { bytes, contentType, url: response.url, moved: isMoved(url, response.url) } : failed('too-large');
  } catch {
    return patience.aborted ? failed('timeout') : failed('unreachable', siteOf(url));
  } finally {
    ended.abort();
  }
}

/** Whether two addresses differ in more than their fragments. */
function isMoved(asked: string, found: string): boolean {
  return withoutFragment(URL.parse(asked)?.href ?? asked) !== withoutFragment(found);
}

/** `undefined`: there is more than that. */
async function readAtMost({ body }: Response, limit: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = body?.getReader();
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    length += next.value.length;
    if (length > limit) return undefined;
    chunks.push(next.value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

export function failed(why: Failed['why'], detail = ''): Failed {
  return { status: 'failed', why, detail };
}
