/** jieba for the extension's background, where its WebAssembly is fetched from the extension itself. */
import init, { cut, with_dict } from 'jieba-wasm/web';
import type { Segmenter } from '../pipeline.ts';
import { createSegmenter } from './jieba.ts';

let loading: Promise<Segmenter> | undefined;

/**
 * The segmenter with the words of `dict/words.json`; later calls give the same one. Instantiates in ≈ 50 ms, unpacks its
 * dictionary in ≈ 0.5 s and holds ≈ 62 MB. Rejects when `wasmUrl` cannot be fetched or compiled; the next call tries again.
 */
export function initSegmenter(wasmUrl: string): Promise<Segmenter> {
  loading ??= init({ module_or_path: wasmUrl }).then(
    () => createSegmenter({ cut, with_dict }),
    (error: unknown) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}
