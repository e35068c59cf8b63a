/** A real Chromium with the test build of the extension on it, and the fixture pages on this machine's own server. */
import fs from 'node:fs';
import path from 'node:path';
import { test as base, chromium, type BrowserContext, type Worker } from '@playwright/test';
import { launchArguments } from '../../scripts/demo/chromium.mjs';
import { serve } from '../../scripts/demo/serve.mjs';

const ROOT = path.resolve(import.meta.dirname, '../..');
const EXTENSION = path.join(ROOT, '.output/chrome-mv3-test');

interface TestFixtures {
  /** A fresh profile for each test. */
  context: BrowserContext;
  /** The extension's service worker; it may die at any moment, as in real life. */
  worker: Worker;
  /** `chrome-extension://ID/` */
  extensionUrl: string;
}
interface WorkerFixtures {
  /** Address of `test/fixtures`, without a slash at its end. */
  site: string;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  site: [
    // Playwright reads fixture names from this first parameter; this one needs none.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const server = await serve(path.join(ROOT, 'test/fixtures'));
      await use(server.url);
      await server.close();
    },
    { scope: 'worker' },
  ],
  // oxlint-disable-next-line no-empty-pattern
  context: async ({}, use) => {
    if (!fs.existsSync(EXTENSION)) throw new Error('no test build: run `npm run build:test` or `npm test -- e2e`');
    const context = await chromium.launchPersistentContext('', {
      executablePath: process.env.MINGTIAO_CHROMIUM ?? '/usr/bin/chromium',
      args: launchArguments(EXTENSION),
      env: { ...process.env, LANGUAGE: 'zh_CN' } as Record<string, string>,
      locale: 'zh-CN',
    });
    await use(context);
    await context.close();
  },
  worker: async ({ context }, use) => {
    await use(context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker')));
  },
  extensionUrl: async ({ worker }, use) => {
    await use(new URL('/', worker.url()).href);
  },
});

export { expect } from '@playwright/test';
