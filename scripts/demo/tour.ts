/**
 * Looks at every agreement of the demo site in a headless Chromium with the extension on it, and prints what the
 * extension says of each: the five answers and the flagged clauses, as the page script gives them to the popup.
 *
 *   tsx scripts/demo/tour.ts SITE FOLDER
 *
 * Leaves screenshots (page, card and popup; desktop and phone) and the exported lists in FOLDER. Exit 1 where a page did
 * not do what it should.
 */
import fs from 'node:fs';
import path from 'node:path';
import { type BrowserContext, chromium, type Page, type Worker } from '@playwright/test';
import { listing } from '../../src/cli/listing.ts';
import type { PageState } from '../../src/messages.ts';
import { FORMATS } from '../../src/report/formats.ts';
import type { Report } from '../../src/types.ts';
import { translate } from '../../src/ui/i18n.ts';
import { launchArguments } from './chromium.mjs';

const ROOT = path.resolve(import.meta.dirname, '../..');
const EXTENSION = path.join(ROOT, '.output/chrome-mv3-test');
const LANGUAGE = 'zh-CN';
const SCREENS = { desktop: { width: 1280, height: 800 }, phone: { width: 360, height: 760 } };
/** The popup as the toolbar shows it, and as a phone does: over the whole screen. */
const POPUP_SCREENS = { desktop: { width: 400, height: 600 }, phone: SCREENS.phone };
/** How long (ms) a page may take until it is checked; the first one builds the dictionary. */
const PATIENCE = 20_000;

/** In the order a borrower meets them. */
const AGREEMENTS = [
  'jieqian/loan',
  'jieqian/authorization',
  'jieqian/credit',
  'jieqian/privacy',
  'youpin/instalment',
  'youpin/data',
  'youpin/consent-hant',
  'xianghuaka/service',
  'xianghuaka/sharing',
  'xianghuaka/privacy',
  'xianghuaka/terms-en',
];
/** Pages that are not agreements, and one that cannot be read. */
const OTHERS: Record<string, PageState['status']> = {
  'other/shop': 'not-checked',
  'other/news': 'not-checked',
  'other/canvas': 'could-not-check',
};

class Tour {
  readonly #context: BrowserContext;
  readonly #worker: Worker;
  readonly #site: string;
  readonly #folder: string;

  constructor(context: BrowserContext, worker: Worker, site: string, folder: string) {
    this.#context = context;
    this.#worker = worker;
    this.#site = site;
    this.#folder = folder;
  }

  async #open(name: string): Promise<{ page: Page; tab: number }> {
    const page = await this.#context.newPage();
    await page.setViewportSize(SCREENS.desktop);
    await page.goto(`${this.#site}/${name}.html`);
    const tab = await this.#worker.evaluate(
      async (url) => (await chrome.tabs.query({})).find((each) => each.url === url)?.id,
      page.url(),
    );
    if (tab === undefined) throw new Error(`${name}: the extension does not see its tab`);
    return { page, tab };
  }

  async #ask(tab: number, message: { type: string; finding?: number }): Promise<unknown> {
    return this.#worker.evaluate(([id, request]) => chrome.tabs.sendMessage(id, request).catch(() => undefined), [
      tab,
      message,
    ] as const);
  }

  /** The page's state once it is neither new nor in work; the last one seen where that takes too long. */
  async #settled(tab: number, wanted: PageState['status']): Promise<PageState | undefined> {
    const end = Date.now() + PATIENCE;
    for (;;) {
      const state = (await this.#ask(tab, { type: 'page.state' })) as PageState | undefined;
      if (state?.status === wanted || Date.now() > end) return state;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  /** Prints what the extension says of an agreement and keeps pictures and exports of it. */
  async agreement(name: string): Promise<void> {
    const { page, tab } = await this.#open(name);
    const state = await this.#settled(tab, 'checked');
    if (state?.status !== 'checked') throw new Error(`${name}: is ${state?.status ?? 'silent'}, not checked`);
    console.log(`\n${'─'.repeat(78)}\n${listing(state.report, LANGUAGE)}`);
    const drawn = await page.evaluate(() =>
      [...CSS.highlights]
        .filter(([id]) => id.startsWith('mingtiao-'))
        .reduce((sum, [, ranges]) => sum + ranges.size, 0),
    );
    if (state.report.findings.length > 0 && drawn === 0) throw new Error(`${name}: nothing is marked on the page`);
    const folder = path.join(this.#folder, name.replace('/', '-'));
    fs.mkdirSync(folder, { recursive: true });
    await this.#pictures(page, tab, state.report, folder);
    await this.#popup(tab, folder);
    await page.close();
  }

  async #pictures(page: Page, tab: number, report: Report, folder: string): Promise<void> {
    const worst = report.findings.findIndex((f) => f.severity === Math.max(...report.findings.map((g) => g.severity)));
    for (const [screen, size] of Object.entries(SCREENS)) {
      await page.setViewportSize(size);
      await page.screenshot({ path: path.join(folder, `page-${screen}.png`), fullPage: true });
      if (worst < 0) continue;
      if ((await this.#ask(tab, { type: 'page.jump', finding: worst })) !== true)
        throw new Error(`${folder}: the page does not jump to its clause`);
      await page.screenshot({ path: path.join(folder, `card-${screen}.png`) });
      await page.keyboard.press('Escape');
    }
  }

  async #popup(tab: number, folder: string): Promise<void> {
    const popup = await this.#context.newPage();
    await popup.goto(new URL(`/popup.html?tab=${tab}`, this.#worker.url()).href);
    const menu = popup.getByRole('button', { name: translate(LANGUAGE, 'action.export'), exact: true });
    await menu.waitFor();
    for (const [screen, size] of Object.entries(POPUP_SCREENS)) {
      await popup.setViewportSize(size);
      await popup.screenshot({ path: path.join(folder, `popup-${screen}.png`), fullPage: true });
    }
    await menu.click();
    for (const format of FORMATS) {
      const downloading = popup.waitForEvent('download');
      await popup.getByRole('button', { name: translate(LANGUAGE, `export.${format}`) }).click();
      const download = await downloading;
      await download.saveAs(path.join(folder, download.suggestedFilename()));
    }
    await popup.close();
  }

  /** Checks that a page that is no readable agreement says so. */
  async other(name: string, wanted: PageState['status']): Promise<void> {
    const { page, tab } = await this.#open(name);
    const state = await this.#settled(tab, wanted);
    if (state?.status !== wanted) throw new Error(`${name}: is ${state?.status ?? 'silent'}, not ${wanted}`);
    console.log(`${name}: ${translate(LANGUAGE, `state.${wanted}`)}`);
    await page.close();
  }
}

async function main([site, folder]: string[]): Promise<void> {
  if (!site || !folder) throw new Error('usage: tour.ts SITE FOLDER');
  const executablePath = process.env.MINGTIAO_CHROMIUM;
  const context = await chromium.launchPersistentContext('', {
    ...(executablePath ? { executablePath } : {}),
    args: launchArguments(EXTENSION),
    locale: LANGUAGE,
    env: { ...process.env, LANGUAGE: 'zh_CN' },
  });
  const failures: string[] = [];
  try {
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
    const tour = new Tour(context, worker, site, folder);
    const attempt = (done: Promise<void>) => done.catch((error: unknown) => void failures.push(String(error)));
    for (const name of AGREEMENTS) await attempt(tour.agreement(name));
    console.log(`\n${'─'.repeat(78)}`);
    for (const [name, wanted] of Object.entries(OTHERS)) await attempt(tour.other(name, wanted));
  } finally {
    await context.close();
  }
  console.log(`\nscreenshots and exported lists: ${path.relative(ROOT, folder)}/`);
  if (failures.length > 0) throw new Error(`\n${failures.join('\n')}`);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
