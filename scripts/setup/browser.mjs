/** A Chromium that loads unpacked extensions, and a Chinese font for it to draw with. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { aptInstall, bin, output, ROOT, say, SetupError, since, system, which } from './system.mjs';

/** Where Chromium stands when it is not on PATH. Branded Chrome is left out: since 137 it ignores --load-extension. */
const PLACES = {
  darwin: ['/Applications/Chromium.app/Contents/MacOS/Chromium'],
  win32: [path.join(process.env.LOCALAPPDATA ?? '', 'Chromium', 'Application', 'chrome.exe')],
};

const HOW = {
  debian: 'sudo apt-get update && sudo apt-get install chromium chromium-l10n fonts-noto-cjk',
  ubuntu: 'npx playwright install --with-deps chromium && sudo apt-get install fonts-noto-cjk',
  fedora: 'sudo dnf install chromium google-noto-sans-cjk-fonts',
  arch: 'sudo pacman -S chromium noto-fonts-cjk',
  linux: "install your distribution's chromium and a Chinese font (Noto Sans CJK)",
  macos: 'npx playwright install chromium   (or: brew install --cask chromium)',
  windows: 'npx playwright install chromium   (or: winget install Hibbiki.Chromium)',
};

function works(file) {
  // On Windows `chrome.exe --version` opens a window instead of answering.
  return process.platform === 'win32' ? fs.existsSync(file) : /chrom/i.test(output(file, ['--version']) ?? '');
}

/** The Chromium that Playwright downloaded, if it did. */
async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test');
  const file = chromium.executablePath();
  return fs.existsSync(file) && works(file) ? file : undefined;
}

async function find() {
  for (const name of ['MINGTIAO_CHROMIUM', 'CHROMIUM_PATH']) {
    const file = process.env[name];
    if (!file) continue;
    if (works(file)) return file;
    throw new SetupError(`${name} is ${file}, which does not start. Correct it or unset it.`);
  }
  const candidates = [which('chromium'), which('chromium-browser'), ...(PLACES[process.platform] ?? [])];
  return candidates.find((file) => file && works(file)) ?? playwrightsOwn();
}

/** Asks Playwright for its Chromium; false where its server cannot be reached or the system lacks libraries. */
async function downloadPlaywrights() {
  say('npx playwright install chromium (no Chromium on this machine; it goes into Playwright’s own folder)');
  const env = { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000', ...process.env };
  return (await bin('playwright', ['install', 'chromium'], { env })) === 0;
}

/**
 * Full path of a Chromium that starts, installing one where that needs no question: from the distribution on Debian,
 * Playwright's own elsewhere (Ubuntu's `chromium` package is a snap, which does not run in containers).
 */
export async function ensureChromium() {
  const found = await find();
  if (found) return found;
  const start = performance.now();
  const here = system();
  const installed =
    (here === 'debian' &&
      (await aptInstall(
        ['chromium', 'chromium-l10n', 'fonts-noto-cjk'],
        'no Chromium on this machine; the extension is shown and tested in it',
      ))) ||
    (await downloadPlaywrights());
  const file = installed ? await find() : undefined;
  if (!file)
    throw new SetupError(
      `No Chromium that starts, and none could be installed without asking.\nInstall it with:\n  ${HOW[here]}\nor set MINGTIAO_CHROMIUM to the full path of a Chromium or Chrome for Testing (Google Chrome itself no longer loads unpacked extensions).`,
    );
  say(`Chromium is ready, ${since(start)}`);
  return file;
}

const FONT_FOLDERS = [
  '/usr/share/fonts',
  '/usr/local/share/fonts',
  path.join(os.homedir(), '.fonts'),
  path.join(os.homedir(), '.local/share/fonts'),
];

function hasChineseFont() {
  if (process.platform !== 'linux') return true;
  if (which('fc-list')) return Boolean(output('fc-list', [':lang=zh', 'family']));
  return FONT_FOLDERS.filter((folder) => fs.existsSync(folder))
    .flatMap((folder) => fs.readdirSync(folder, { recursive: true }))
    .some((file) => /cjk|wqy|source-?han|noto(sans|serif)(sc|tc)|droidsansfallback|uming|ukai/i.test(String(file)));
}

/** Installs a Chinese font where that needs no question; says how where it does. Without one, Chinese shows as boxes. */
export async function ensureChineseFont() {
  if (hasChineseFont()) return;
  const here = system();
  const why = 'no Chinese font on this machine; Chinese would show as boxes';
  if ((here === 'debian' || here === 'ubuntu') && (await aptInstall(['fonts-noto-cjk'], why)) && hasChineseFont())
    return;
  say(`no Chinese font: Chinese will show as boxes. Install one, for example with:\n    ${HOW[here]}`);
}

const FIREFOX = {
  darwin: '/Applications/Firefox.app/Contents/MacOS/firefox',
  win32: path.join(process.env.PROGRAMFILES ?? '', 'Mozilla Firefox', 'firefox.exe'),
};

function findFirefox() {
  const place = FIREFOX[process.platform];
  return (
    process.env.MINGTIAO_FIREFOX ??
    which('firefox-esr') ??
    which('firefox') ??
    (place && fs.existsSync(place) ? place : undefined)
  );
}

/** Full path of a Firefox, installed on Debian where that needs no question; undefined where there is none. */
export async function ensureFirefox() {
  const found = findFirefox();
  if (found || system() !== 'debian') return found;
  await aptInstall(['firefox-esr'], 'no Firefox on this machine; the pages that matter most are tested in it too');
  return findFirefox();
}

/** Where the browser tests and the demo look for the unpacked extension they load. */
export const TEST_BUILD = path.join(ROOT, '.output', 'chrome-mv3-test');
