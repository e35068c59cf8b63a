import browser from 'webextension-polyfill';
import { startBackground } from '../src/background/index.ts';
import { createEngine } from '../src/engine/index.ts';
import { initSegmenter } from '../src/engine/segment/browser.ts';

export default defineBackground(() => {
  startBackground(async () => createEngine(await initSegmenter(browser.runtime.getURL('/wasm/jieba.wasm'))));
});
