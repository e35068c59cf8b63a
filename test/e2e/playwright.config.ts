import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results',
  // How fast it is `npm run bench` measures; a machine that is busy otherwise takes six times as long.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  // A browser each.
  workers: Math.min(2, availableParallelism()),
  reporter: process.env.CI ? 'dot' : 'list',
  use: { trace: 'retain-on-failure' },
});
