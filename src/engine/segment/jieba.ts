/** What both builds of jieba share: the user words and the repair of what jieba cannot take. */
import words from '../../../dict/words.json' with { type: 'json' };
import type { Segmenter } from '../pipeline.ts';

/** The part of jieba-wasm that is used. */
export interface Jieba {
  cut(text: string, hmm?: boolean | null): string[];
  with_dict(dict: string): void;
}

/** Adds the words of `dict/words.json`; an entry is a word, or a word and its frequency. */
export function createSegmenter(jieba: Jieba): Segmenter {
  jieba.with_dict(words.join('\n'));
  return { cut: (text) => jieba.cut(text.toWellFormed(), true) };
}
