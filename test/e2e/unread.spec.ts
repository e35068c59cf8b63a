/** What cannot be read on a page: named in the popup with the reason and what to do, and never shown as clear. */
import words from '../../src/locales/zh-CN.json' with { type: 'json' };
import { CASES } from './cases.ts';
import { expect, test } from './fixtures.ts';
import { badgeOf, stateOf } from './read.ts';

type Key = keyof typeof words;

test.afterEach(async ({ worker }) => {
  await worker.evaluate(() => chrome.storage.local.clear());
});

for (const { name, expected } of CASES.filter((each) => each.expected.unread.length > 0)) {
  test(`${name}: ${expected.unread.map(({ reason }) => reason).join(', ')}`, async ({ page, site, worker }) => {
    await worker.evaluate(() => chrome.storage.local.set({ settings: { language: 'zh-CN' } }));
    await page.goto(`${site.origin}/${name}/`);
    await expect.poll(async () => (await stateOf(page))?.status).toBe(expected.status);
    await expect.poll(async () => (await badgeOf(page)).text).not.toBe('');
    const tab = await worker.evaluate(async (url) => {
      return (await chrome.tabs.query({})).find((each) => each.url === url)?.id;
    }, page.url());
    const popup = await page.context().newPage();
    await popup.goto(`chrome-extension://${new URL(worker.url()).host}/popup.html?tab=${tab}`);
    const banner = popup.getByRole('button', { name: /^有 \d+ 处没能检查$/ });
    if (expected.status === 'checked') await banner.click();
    const body = popup.locator('body');
    for (const { reason, where } of expected.unread) {
      await expect(body).toContainText(where);
      await expect(body).toContainText(words[`unread.${reason}` as Key]);
      await expect(body).toContainText(words[`unread.${reason}.todo` as Key]);
    }
    await expect(body).toContainText('不代表没有问题');
    await expect(body).not.toContainText(words['headline.none']);
    await popup.close();
  });
}
