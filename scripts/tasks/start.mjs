/** Shows the extension at work: the demo site in a Chromium of its own, or a tour of it where there is no screen. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { launchArguments } from '../demo/chromium.mjs';
import { serve } from '../demo/serve.mjs';
import { ensureChineseFont, ensureChromium, TEST_BUILD } from '../setup/browser.mjs';
import { bin, npm, ROOT, say, SetupError } from '../setup/system.mjs';

const DEMO = path.join(ROOT, 'test', 'fixtures', 'demo');
const OUT = path.join(ROOT, 'out', 'demo');
/** Chromium that ends this soon (ms) did not show anything. */
const TOO_SOON = 3000;

const noDisplay = () => process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;

/** Opens a window on `url` with a fresh profile and waits until it is closed, or until Ctrl-C. */
async function open(chromium, url) {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'mingtiao-'));
  const began = performance.now();
  const browser = spawn(chromium, [`--user-data-dir=${profile}`, ...launchArguments(TEST_BUILD), url], {
    stdio: ['ignore', 'ignore', 'inherit'],
    // Debian's Chromium takes its own language from here, not from --lang.
    env: { ...process.env, LANGUAGE: 'zh_CN' },
  });
  const stop = () => browser.kill();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  const code = await new Promise((resolve) => {
    browser.on('error', () => resolve(127));
    browser.on('exit', (status) => resolve(status ?? 0));
  });
  fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  if (code !== 0 && performance.now() - began < TOO_SOON)
    throw new SetupError(
      `Chromium ended at once with code ${code}; its message is above. Try: npm start -- --headless`,
    );
}

/** Looks at every agreement without a window, prints what the extension says and keeps pictures and exports in `OUT`. */
async function tour(chromium, url) {
  fs.rmSync(OUT, { recursive: true, force: true });
  // Ctrl-C reaches the tour itself, which closes its browser; this process waits for it.
  process.on('SIGINT', () => {});
  const env = { ...process.env, MINGTIAO_CHROMIUM: chromium };
  return bin('tsx', [path.join('scripts', 'demo', 'tour.ts'), url, OUT], { env });
}

/** Builds the extension, serves the demo site and shows it. Resolves to the exit code. */
export default async function start(args) {
  const unknown = args.filter((arg) => arg !== '--headless');
  if (unknown.length > 0) throw new SetupError(`unknown option: ${unknown.join(' ')}; there is --headless`);
  const chromium = await ensureChromium();
  await ensureChineseFont();
  say('build the extension (the build that may read pages of this machine only)');
  if ((await npm(['run', '--silent', 'build:test'])) !== 0)
    throw new SetupError('The build failed; its message is above.');
  const site = await serve(DEMO);
  say(`demo site on ${site.url}`);
  try {
    if (args.length > 0 || noDisplay()) {
      say('no window: looking at every agreement in a headless Chromium');
      return await tour(chromium, site.url);
    }
    say('Chromium opens with the extension on it; close it or press Ctrl-C to end');
    await open(chromium, `${site.url}/`);
    return 0;
  } finally {
    await site.close();
  }
}
