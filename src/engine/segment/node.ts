/** jieba for Node: command line, tests, scripts. */
import { cut, with_dict } from 'jieba-wasm';
import type { Segmenter } from '../pipeline.ts';
import { createSegmenter } from './jieba.ts';

let loaded: Segmenter | undefined;

/** The segmenter with the words of `dict/words.json`. jieba's own dictionary is unpacked at the first call (≈ 0.4 s). */
export function loadSegmenter(): Segmenter {
  loaded ??= createSegmenter({ cut, with_dict });
  return loaded;
}
