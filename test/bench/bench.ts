/**
 * Measures what readers wait for and prints it beside the bars; exit 1 where a bar is missed.
 *
 *   npm run bench
 *
 * The engine: the whole report on the demo's longest agreement, in units of what jieba alone needs to cut its text.
 * The browser: from a page being ready to its first mark. Cold is a browser just started on an empty profile, warm the same
 * page loaded again.
 */
import fs from 'node:fs';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { launchArguments } from '../../scripts/demo/chromium.mjs';
import { serve } from '../../scripts/demo/serve.mjs';
import { ensureChromium } from '../../scripts/setup/browser.mjs';
import { createEngine } from '../../src/engine/index.ts';
import { loadModelFile } from '../../src/engine/model/node.ts';
import { loadSegmenter } from '../../src/engine/segment/node.ts';
import { readDocument } from '../../src/read/index.ts';
import { NODE } from '../../src/read/node.ts';
import { DEMO } from '../helpers/demo.ts';

const EXTENSION = path.resolve(import.meta.dirname, '../../.output/chrome-mv3-test');
const LONGEST = 'jieqian/privacy';
const ROUNDS = 5;
/** First marks, in ms. */
const BARS = { cold: 1500, warm: 150 };
/** The whole report in units of jieba's time. */
const ENGINE_BAR = 1;

function medianOf(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function report(what: string, value: number, bar: number, unit: string): void {
  const met = value <= bar;
  if (!met) process.exitCode = 1;
  console.log(`${what}: ${value.toFixed(unit === 'ms' ? 0 : 2)} ${unit}, bar ${bar} ${unit}${met ? '' : '  MISSED'}`);
}

/** Median time in ms of what `prepare` gives, prepared anew each time; the first runs, which warm up, do not count. */
function time(prepare: () => () => void): number {
  const times = Array.from({ length: 6 * ROUNDS }, () => {
    const task = prepare();
    const start = performance.now();
    task();
    return performance.now() - start;
  });
  return medianOf(times.slice(ROUNDS));
}

async function benchEngine(): Promise<void> {
  const file = path.join(DEMO, `${LONGEST}.html`);
  const { text } = await readDocument(fs.readFileSync(file), file, NODE);
  const segmenter = loadSegmenter();
  const lines = text.split('\n');
  const alone = time(() => () => lines.forEach((line) => segmenter.cut(line)));
  // An engine remembers sentences; each run gets one that has seen none.
  const whole = time(() => {
    const engine = createEngine(segmenter, loadModelFile('clauses'));
    return () => engine.analyze(text);
  });
  console.log(`${text.length} characters: jieba alone ${alone.toFixed(1)} ms, the whole report ${whole.toFixed(1)} ms`);
  report('the whole report', whole / alone, ENGINE_BAR, '× jieba alone');
}

/** Runs in the page, so it is given as text: notes when the document is ready and when its first mark is there. */
const WATCH = `
globalThis.marks = { ready: 0, marked: 0 };
document.addEventListener('DOMContentLoaded', () => { marks.ready = performance.now(); });
(function look() {
  if ([...CSS.highlights.keys()].some((name) => name.startsWith('mingtiao-'))) marks.marked = performance.now();
  else requestAnimationFrame(look);
})();`;

/** Milliseconds from the page being ready to its first mark. */
async function firstMark(page: Page, url: string): Promise<number> {
  await page.goto(url);
  await page.waitForFunction('marks.marked > 0');
  return page.evaluate<number>('marks.marked - marks.ready');
}

async function benchBrowser(): Promise<void> {
  const site = await serve(DEMO);
  const executablePath = await ensureChromium();
  for (const name of ['jieqian/loan', LONGEST]) {
    const times: Record<keyof typeof BARS, number[]> = { cold: [], warm: [] };
    for (let round = 0; round < ROUNDS; round++) {
      const context = await chromium.launchPersistentContext('', {
        executablePath,
        args: launchArguments(EXTENSION),
      });
      if (context.serviceWorkers().length === 0) await context.waitForEvent('serviceworker');
      await context.addInitScript(WATCH);
      const page = await context.newPage();
      times.cold.push(await firstMark(page, `${site.url}/${name}.html`));
      times.warm.push(await firstMark(page, `${site.url}/${name}.html`));
      await context.close();
    }
    report(`${name}: first marks, cold`, medianOf(times.cold), BARS.cold, 'ms');
    report(`${name}: first marks, warm`, medianOf(times.warm), BARS.warm, 'ms');
  }
  await site.close();
}

await benchEngine();
await benchBrowser();
