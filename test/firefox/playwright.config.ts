import { defineConfig } from '@playwright/test';

/** Playwright runs and counts these tests; the browser is not Playwright's (see `marionette.ts`). */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results/firefox',
  timeout: 60_000,
  expect: { timeout: 8000 },
  workers: 1,
  reporter: process.env.CI ? 'dot' : 'list',
});
