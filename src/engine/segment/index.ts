/** One kind of token for both languages. */
import type { Segmenter, Sentence } from '../pipeline.ts';
import { cut } from './english.ts';

export interface Token {
  /** Always `sentence.text.slice(start, end)`. */
  text: string;
  /** UTF-16 offsets in `sentence.text`, end exclusive; `start` never decreases. */
  start: number;
  end: number;
  /** The dictionary form of an English word, a Chinese word itself. */
  norm: string;
}

/** Words of a sentence: Chinese ones fill it without gaps, English ones leave blanks and punctuation out. */
export function tokens(sentence: Sentence, segmenter: Segmenter): Token[] {
  if (sentence.language === 'en') return cut(sentence.text);
  let start = 0;
  return segmenter.cut(sentence.text).map((word) => {
    const token = { text: word, start, end: start + word.length, norm: word };
    start = token.end;
    return token;
  });
}
