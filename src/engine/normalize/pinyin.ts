/** Recognises the reading of a character that stands behind it in brackets: 優(yōu)品, 緊（jǐn）急, 聯(ㄌㄧㄢˊ)絡. */
import syllables from '../../../dict/pinyin.json';

const SYLLABLES: ReadonlySet<string> = new Set(syllables);
const LONGEST_SYLLABLE = 6;
/** Longest content of a gloss in UTF-16 units, for a word of four characters with decomposed tone marks. */
export const LONGEST_GLOSS = 40;

const BOPOMOFO = /^[\u02c7\u02ca\u02cb\u02d9\u3105-\u312f\u31a0-\u31bf ]+$/;
const LATIN = /^(?:[a-z\u00e0-\u01dc\u0251\u0261'’· ]|[\u0300-\u030c])+$/;
const TONES = /[\u0300\u0301\u0302\u0304\u0306\u030c]/g;

/**
 * Whether `content` (without its brackets) is the reading of the character before it, or of several of the `characters`
 * before it. Without tone marks only one syllable counts: `(app)` and `(alipay)` are names, not readings.
 */
export function isGloss(content: string, characters: number): boolean {
  if (BOPOMOFO.test(content)) return true;
  if (!LATIN.test(content)) return false;
  const decomposed = content.normalize('NFD');
  const toneless = decomposed.replace(TONES, '');
  const letters = toneless
    .replace(/u\u0308/g, 'v')
    .replace(/\u0251/g, 'a')
    .replace(/\u0261/g, 'g');
  if (!/^[a-z'’· ]+$/.test(letters)) return false;
  const parts = letters.split(/['’· ]/).filter(Boolean);
  const limit = toneless === decomposed ? 1 : characters;
  let count = 0;
  for (const part of parts) {
    const needed = syllableCount(part);
    if (needed === 0) return false;
    count += needed;
  }
  return count > 0 && count <= limit;
}

/** The least number of pinyin syllables that spell `letters`, 0 when none do. */
function syllableCount(letters: string): number {
  const best = [0];
  for (let end = 1; end <= letters.length; end++) {
    let least = Infinity;
    for (let start = Math.max(0, end - LONGEST_SYLLABLE); start < end; start++)
      if (SYLLABLES.has(letters.slice(start, end))) least = Math.min(least, (best[start] ?? Infinity) + 1);
    best.push(least);
  }
  const count = best[letters.length] ?? Infinity;
  return Number.isFinite(count) ? count : 0;
}
