import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['test/unit/**/*.test.{ts,tsx}', 'test/eval/**/*.test.ts'],
    setupFiles: ['test/helpers/seed.ts'],
    testTimeout: 30_000,
  },
});
