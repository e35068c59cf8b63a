import { defineConfig } from '@playwright/test';

/** The browser is opened by `fixtures.ts`, with the extension on it; `npm test -- e2e` builds it and finds Chromium. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../out/e2e',
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  globalTimeout: 10 * 60_000,
  expect: { timeout: 10_000 },
});
