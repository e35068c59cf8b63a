/** What both builds of jieba share: the user words and the repair of what jieba cannot take. */
import words from '../../../dict/words.json';
import type { Segmenter } from '../pipeline.ts';

/** The part of jieba-wasm that is used. */
export interface Jieba {
  cut(text: string, hmm?: boolean | null): string[];
  with_dict(dict: string): void;
}

/** jieba gives a word without a frequency none at all, even one that it knows: 第三方 would come apart. */
const FREQUENCY = 50_000;

/**
 * Adds the words of `dict/words.json`; an entry is a word, or a word and its frequency. Words the dictionary lacks stay single
 * characters: guessing them (jieba's HMM) glues 平台|方有权 and 方不|承担 together and hides the words inside.
 */
export function createSegmenter(jieba: Jieba): Segmenter {
  jieba.with_dict(words.map((entry) => (entry.includes(' ') ? entry : `${entry} ${FREQUENCY}`)).join('\n'));
  return { cut: (text) => jieba.cut(text.toWellFormed(), false) };
}
