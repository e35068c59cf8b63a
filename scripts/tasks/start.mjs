/** Shows the extension at work: the demo site in a Chromium of its own, or a tour of it where there is no screen. */
import { spawn } from 'node:child_process';
import crypto from 'node:crypto';
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

/** Chromium's id for the unpacked extension in `folder`: the start of its path's SHA-256, in the letters a to p. */
function idOf(folder) {
  const hash = crypto.createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return Array.from(hash, (digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)]).join('');
}

/** A fresh profile in which the extension's button, with its count, stands beside the address. */
function makeProfile() {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'mingtiao-'));
  fs.mkdirSync(path.join(profile, 'Default'));
  const preferences = { extensions: { pinned_extensions: [idOf(TEST_BUILD)] } };
  fs.writeFileSync(path.join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  return profile;
}

/** Opens a window on `url` with a fresh profile and waits until it is closed, or until Ctrl-C. */
async function open(chromium, url) {
  const profile = makeProfile();
  const began = performance.now();
  const browser = spawn(chromium, [`--user-data-dir=${profile}`, ...launchArguments(TEST_BUILD), url], {
    stdio: ['ignore', 'ignore', 'pipe'],
    // Debian's Chromium takes its own language from here, not from --lang.
    env: { ...process.env, LANGUAGE: 'zh_CN' },
  });
  // Chromium complains of much that does not matter here; its last words are shown only when it does not stay.
  let complaints = '';
  browser.stderr.on('data', (data) => {
    complaints = `${complaints}${data}`.slice(-2000);
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
    throw new SetupError(`${complaints}\nChromium ended at once with code ${code}. Try: npm start -- --headless`);
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
