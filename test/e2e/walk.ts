/** Walks through the steps of a page fixture as a user of Chromium does. */
import type { Page } from '@playwright/test';
import { parsed, type Step } from './cases.ts';
import { expect } from './fixtures.ts';

export async function walk(page: Page, steps: readonly Step[], pause = 0): Promise<void> {
  for (const step of steps) {
    await take(page, step);
    if (pause > 0) await page.waitForTimeout(pause);
  }
}

async function take(page: Page, step: Step): Promise<unknown> {
  const { verb, what, rest } = parsed(step);
  switch (verb) {
    case 'click':
      return page.click(what);
    case 'type':
      return page.fill(what, rest);
    case 'key':
      return page.keyboard.press(what);
    case 'focus':
      return page.focus(what);
    case 'wait':
      return Promise.any(page.frames().map((frame) => frame.waitForSelector(what)));
    case 'gone':
      return page.waitForSelector(what, { state: 'hidden' });
    case 'scroll':
      return scrolled(page, what);
    case 'html':
      return page.evaluate((selector) => {
        const element = document.querySelector(selector)!;
        const html = element.outerHTML;
        element.outerHTML = html;
      }, what);
    case 'reload':
      return page.evaluate((selector) => {
        document.querySelector<HTMLIFrameElement>(selector)!.contentWindow!.location.reload();
      }, what);
    default:
      throw new Error(`no step: ${step}`);
  }
}

async function scrolled(page: Page, selector: string): Promise<void> {
  await page.hover(selector, { position: { x: 20, y: 20 } });
  await expect(async () => {
    await page.mouse.wheel(0, 400);
    const left = await page.$eval(selector, (box) => box.scrollHeight - box.scrollTop - box.clientHeight);
    expect(left).toBeLessThan(2);
  }).toPass({ intervals: [50] });
}
