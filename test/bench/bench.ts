/**
 * Measures what readers wait for and prints it beside the bars; exit 1 where a bar is missed.
 *
 *   npm run bench [-- FILE…]
 *
 * The engine: the whole report in units of what jieba alone needs to cut the text, for a policy as most are (`ordinaryPolicy`)
 * and for the demo's longest agreement, where every other sentence is a finding; by the rules alone and with the clause model.
 * The policy is harder than one of a company: its sentences were written to come near findings. FILEs are measured as well.
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

interface OwnSentence {
  heading?: string;
  lead?: string;
  text: string;
}

const ROOT = path.resolve(import.meta.dirname, '../..');
/** What most of a policy is made of, what comes near a finding, and, a few lines of it, findings. */
const ORDINARY: readonly [file: string, lines?: number][] = [
  ['scripts/train/sentences/ordinary-policies.jsonl'],
  ['scripts/train/sentences/ordinary-contracts.jsonl'],
  ['scripts/train/sentences/near-misses-consent.jsonl'],
  ['scripts/train/sentences/near-misses-people.jsonl'],
  ['scripts/train/sentences/near-misses-sharing.jsonl'],
  ['scripts/train/sentences/long-more.jsonl', 24],
  ['test/eval/ordinary.jsonl', 150],
];
/** UTF-16 units. */
const ORDINARY_LENGTH = 16_500;

/** The project's own sentences, mixed until they hold about as many findings as a policy of their length does. */
function ordinaryPolicy(): string {
  const parts = ORDINARY.map(([file, lines]) =>
    fs
      .readFileSync(path.join(ROOT, file), 'utf8')
      .trim()
      .split('\n')
      .slice(0, lines)
      .map((line) => JSON.parse(line) as OwnSentence)
      .map(({ heading, lead, text }) => [heading, lead, text].filter((part) => part !== undefined).join('\n')),
  );
  const rows = Math.max(...parts.map((part) => part.length));
  const mixed = Array.from({ length: rows }, (_, row) =>
    parts.map((part) =>
      part.slice(Math.floor((row * part.length) / rows), Math.floor(((row + 1) * part.length) / rows)),
    ),
  );
  return mixed.flat(2).join('\n').slice(0, ORDINARY_LENGTH);
}

function timeOf(task: () => void): number {
  const start = performance.now();
  task();
  return performance.now() - start;
}

/** Least times in ms, the tasks one after the other in each round: what else the machine does then weighs on all alike. */
function leastTimes(rounds: number, tasks: readonly (() => void)[]): number[] {
  const times = Array.from({ length: rounds }, () => tasks.map(timeOf));
  return tasks.map((_, task) => Math.min(...times.map((round) => round[task]!)));
}

function benchText(name: string, text: string): void {
  const segmenter = loadSegmenter();
  const model = loadModelFile('clauses');
  const lines = text.split('\n');
  // An engine remembers sentences; each run gets one that has seen none.
  const [alone, rules, whole] = leastTimes(40 * ROUNDS, [
    () => lines.forEach((line) => segmenter.cut(line)),
    () => void createEngine(segmenter).analyze(text),
    () => void createEngine(segmenter, model).analyze(text),
  ]) as [number, number, number];
  console.log(`${name}, ${text.length} characters: jieba alone ${alone.toFixed(1)} ms, report ${whole.toFixed(1)} ms`);
  report(`${name}: report by the rules alone`, rules / alone, ENGINE_BAR, '× jieba alone');
  report(`${name}: report`, whole / alone, ENGINE_BAR, '× jieba alone');
}

async function benchEngine(): Promise<void> {
  const file = path.join(DEMO, `${LONGEST}.html`);
  const { text } = await readDocument(fs.readFileSync(file), file, NODE);
  benchText('an ordinary policy', ordinaryPolicy());
  benchText(LONGEST, text);
  for (const given of process.argv.slice(2)) {
    const { text: own } = await readDocument(fs.readFileSync(given), given, NODE);
    benchText(path.basename(given), own);
  }
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
