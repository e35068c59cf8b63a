/** A real Chromium with the test build in it, and a local site to read. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { test as base, type BrowserContext, chromium, type Page, type Worker } from '@playwright/test';
import { serve, type Site } from './serve.ts';

export { expect } from '@playwright/test';

const EXTENSION = path.resolve(import.meta.dirname, '../../.output/chrome-mv3-test');

/** The browser: `MINGTIAO_CHROMIUM`, one the system has, or else the one Playwright has installed. */
function chromiumPath(): string | undefined {
  const named = process.env.MINGTIAO_CHROMIUM;
  if (named) return named;
  return ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) => existsSync(file));
}

/** The same, as an option for launching it. */
export function executablePath(): { executablePath: string } | { channel: string } {
  const file = chromiumPath();
  return file ? { executablePath: file } : { channel: 'chromium' };
}

/** Starts Chromium with the extension in `directory`; closing the context ends it. */
export async function launch(directory = process.env.MINGTIAO_EXTENSION ?? EXTENSION): Promise<BrowserContext> {
  return chromium.launchPersistentContext('', {
    ...executablePath(),
    headless: true,
    viewport: { width: 1280, height: 800 },
    locale: 'zh-CN',
    args: [
      `--disable-extensions-except=${directory}`,
      `--load-extension=${directory}`,
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** The extension's service worker; waits for it to start. */
export async function workerOf(context: BrowserContext): Promise<Worker> {
  return context.serviceWorkers()[0] ?? context.waitForEvent('serviceworker');
}

interface TestFixtures {
  page: Page;
}
interface WorkerFixtures {
  browserContext: BrowserContext;
  /** The extension's service worker at start; it may have been restarted since. */
  worker: Worker;
  extensionId: string;
  site: Site;
}

/** One browser and one site for all tests of a worker process; each test has a page of its own. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  browserContext: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from the pattern
    async ({}, use) => {
      const context = await launch();
      await use(context);
      await context.close();
    },
    { scope: 'worker' },
  ],
  worker: [
    async ({ browserContext }, use) => {
      await use(await workerOf(browserContext));
    },
    { scope: 'worker', auto: true },
  ],
  extensionId: [async ({ worker }, use) => use(new URL(worker.url()).host), { scope: 'worker' }],
  site: [
    // eslint-disable-next-line no-empty-pattern -- as above
    async ({}, use) => {
      const site = await serve();
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
  page: async ({ browserContext }, use) => {
    const page = await browserContext.newPage();
    await use(page);
    await page.close();
  },
});
