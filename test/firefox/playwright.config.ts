import { defineConfig } from '@playwright/test';

/** Playwright runs and counts these tests; the browser is not Playwright's (see `marionette.ts`). */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results/firefox',
  timeout: 120_000,
  expect: { timeout: 20_000 },
  workers: 1,
  reporter: process.env.CI ? 'dot' : 'list',
});
