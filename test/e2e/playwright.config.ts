import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results',
  timeout: 30_000,
  expect: { timeout: 8000 },
  // A browser each; what tests wait for takes longer where more of them share a processor.
  workers: Math.min(2, availableParallelism()),
  reporter: process.env.CI ? 'dot' : 'list',
  use: { trace: 'retain-on-failure' },
});
