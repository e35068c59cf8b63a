/**
 * Makes the README's picture from screenshots of `npm start -- --headless`: a marked page with a card, the popup beside it.
 *
 *   npm start -- --headless && node --import tsx scripts/readme/picture.ts
 */
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';

const ROOT = path.resolve(import.meta.dirname, '../..');
const SHOTS = path.join(ROOT, 'out/demo/youpin-instalment');
const PICTURE = path.join(import.meta.dirname, 'mingtiao.png');

const inline = (name: string) =>
  `data:image/png;base64,${fs.readFileSync(path.join(SHOTS, `${name}.png`)).toString('base64')}`;

const executablePath = process.env.MINGTIAO_CHROMIUM;
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const page = await browser.newPage({ viewport: { width: 1580, height: 740 } });
await page.setContent(`<!doctype html><style>
  body { margin: 0; padding: 20px; display: flex; gap: 20px; background: #dfe3e8; height: 700px }
  div { overflow: hidden; border-radius: 10px; box-shadow: 0 4px 18px rgb(0 0 0 / 25%); background-repeat: no-repeat; height: 700px }
  .page { width: 1120px; background-image: url(${inline('card-desktop')}); background-size: 1120px auto }
  .popup { width: 400px; background-image: url(${inline('popup-desktop')}) }
</style><div class="page"></div><div class="popup"></div>`);
await page.screenshot({ path: PICTURE });
await browser.close();
console.log(path.relative(ROOT, PICTURE));
