/** Feature hashing, the same when training and when reading. */

/** 32-bit hash of `text[start, end)`; `salt` keeps kinds of feature apart. */
export function hashOf(text: string, salt = 0, start = 0, end = text.length): number {
  let h = 0x811c9dc5 ^ salt;
  for (let i = start; i < end; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return mix(h);
}

function mix(h: number): number {
  let x = h ^ (h >>> 16);
  x = Math.imul(x, 0x7feb352d);
  x ^= x >>> 15;
  return (x ^ (x >>> 13)) >>> 0;
}

/** How many n-grams of lengths `from` to `to` a text of `length` characters has. */
export function ngramCount(length: number, from: number, to: number): number {
  let count = 0;
  for (let n = from; n <= to; n++) count += Math.max(0, length - n + 1);
  return count;
}

/** Calls `each` with the hash of every character n-gram of `text`, lengths `from` to `to`: `ngramCount` times. */
export function ngrams(text: string, from: number, to: number, salt: number, each: (hash: number) => void): void {
  for (let i = 0; i < text.length; i++) {
    let h = 0x811c9dc5 ^ salt;
    for (let n = 1; n <= to && i + n <= text.length; n++) {
      h = Math.imul(h ^ text.charCodeAt(i + n - 1), 0x01000193);
      if (n >= from) each(mix(h));
    }
  }
}
