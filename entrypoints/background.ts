import browser from 'webextension-polyfill';
import { startBackground } from '../src/background/index.ts';
import { loadModel } from '../src/background/models.ts';
import { createEngine } from '../src/engine/index.ts';
import { initSegmenter } from '../src/engine/segment/browser.ts';

export default defineBackground(() => {
  startBackground(async () => {
    const segmenter = await initSegmenter(browser.runtime.getURL('/wasm/jieba.wasm'));
    return createEngine(segmenter, await loadModel('clauses'), () => loadModel('topics'));
  });
});
