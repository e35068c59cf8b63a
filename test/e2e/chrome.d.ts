import type { browser } from 'wxt/browser';

declare global {
  /** What code that tests run inside the extension sees. */
  const chrome: typeof browser;
}
