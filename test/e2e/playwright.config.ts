import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results',
  timeout: 30_000,
  expect: { timeout: 8000 },
  workers: 1,
  reporter: process.env.CI ? 'dot' : 'list',
  use: { trace: 'retain-on-failure' },
});
