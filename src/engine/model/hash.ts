/** Feature hashing, the same when training and when reading. */

import { isLatin } from '../latin.ts';

/** 24-bit hash of `text[start, end)`; `salt` keeps kinds of feature apart. */
export function hashOf(text: string, salt = 0, start = 0, end = text.length): number {
  let state = ngramSeed(salt);
  for (let i = start; i < end; i++) state = ngramStep(state, text.charCodeAt(i));
  return mix(state);
}

/** The state of a hash before its first character, and with one more (FNV-1a); `mix` makes it a hash. */
export const ngramSeed = (salt: number): number => 0x811c9dc5 ^ salt;
export const ngramStep = (state: number, unit: number): number => Math.imul(state ^ unit, 0x01000193);

/** 24 bits of a state: few features of a model share a hash, and the sorted list of them packs into half the space of 32. */
export function mix(h: number): number {
  let x = h ^ (h >>> 16);
  x = Math.imul(x, 0x7feb352d);
  x ^= x >>> 15;
  return (x ^ (x >>> 13)) >>> 8;
}

/** How many places a table with open addressing has for so many entries, a power of two; full tables are slow, large ones far. */
export function placesFor(entries: number): number {
  let places = 16;
  while (places < entries * 1.5) places *= 2;
  return places;
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
    let state = ngramSeed(salt);
    for (let n = 1; n <= to && i + n <= text.length; n++) {
      state = ngramStep(state, text.charCodeAt(i + n - 1));
      if (n >= from) each(mix(state));
    }
  }
}

const APOSTROPHE = 0x27;
const isOfWord = (unit: number): boolean => isLatin(unit) || unit === APOSTROPHE;

/** The hashes of the English words of `text`, which is in lower case, one by one and two by two with one blank between. */
export function wordHashes(text: string, salt: number): number[] {
  const hashes: number[] = [];
  let before: number | undefined;
  for (let i = 0; i < text.length; i++) {
    if (!isOfWord(text.charCodeAt(i))) continue;
    let word = ngramSeed(salt);
    let pair = ngramStep(before ?? 0, 0x20);
    for (; i < text.length && isOfWord(text.charCodeAt(i)); i++) {
      word = ngramStep(word, text.charCodeAt(i));
      pair = ngramStep(pair, text.charCodeAt(i));
    }
    hashes.push(mix(word));
    if (before !== undefined) hashes.push(mix(pair));
    before = word;
  }
  return hashes;
}
