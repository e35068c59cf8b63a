// Renders public/icon/icon.svg to the sizes that browsers ask for: `node scripts/icons.mjs` after changing it.
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { ensureChromium } from './setup/browser.mjs';

const folder = path.resolve(import.meta.dirname, '../public/icon');
const svg = fs.readFileSync(path.join(folder, 'icon.svg'), 'utf8');
const browser = await chromium.launch({ executablePath: await ensureChromium(), args: ['--no-sandbox'] });
const page = await browser.newPage();
for (const size of [16, 32, 48, 96, 128]) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  await page.screenshot({ path: path.join(folder, `${size}.png`), omitBackground: true });
}
await browser.close();
