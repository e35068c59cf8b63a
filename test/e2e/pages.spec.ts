/** Every page of test/fixtures/pages, in the browser: what is marked, what is not, what could not be read. */
import type { Page } from '@playwright/test';
import { CASES, drawnFor, type Expected, findingsOf, unreadOf } from './cases.ts';
import { expect, test } from './fixtures.ts';
import { stateOf } from './read.ts';
import { walk } from './walk.ts';

const AGAIN = 5;

for (const { name, what, open, again, expected } of CASES) {
  test(`${name}: ${what}`, async ({ page, site }) => {
    await page.goto(`${site.origin}/${name}/`);
    await walk(page, open);
    await expectMarks(page, expected);
    for (let i = 0; again.length > 0 && i < AGAIN; i++) {
      await walk(page, again);
      await expectMarks(page, expected);
    }
  });
}

test('every pattern page is made anew, and every one that takes consent has a flow', () => {
  const patterns = CASES.filter(({ source }) => source !== undefined);
  const readable = patterns.filter(({ expected }) => expected.marked.length > 0);
  expect(readable.filter(({ again }) => again.length === 0).map(({ name }) => name)).toEqual([]);
  const binding = patterns.filter(({ expected }) => (expected.rows ?? []).length > 0);
  expect(binding.filter(({ flow }) => flow.length === 0).map(({ name }) => name)).toEqual([]);
});

async function expectMarks(page: Page, expected: Expected): Promise<void> {
  await expect(async () => {
    const state = await stateOf(page);
    expect(state?.status).toBe(expected.status);
    expect(unreadOf(state)).toEqual(expected.unread);
    expect(findingsOf(state)).toEqual(expected.marked);
    expect(await drawnText(page)).toBe(drawnFor(expected.marked));
    if (state?.status === 'checked') expect(state.marked).toBe(expected.marked.length);
  }).toPass({ timeout: 8000, intervals: [50, 100, 250] });
}

/** All that is drawn on the page, in document order, without white space. */
async function drawnText(page: Page): Promise<string> {
  const texts = await Promise.all(
    page.frames().map((frame) =>
      frame.evaluate(() => {
        const rules = document.adoptedStyleSheets.flatMap((sheet) =>
          Array.from(sheet.cssRules, ({ cssText }) => cssText),
        );
        const ranges = [...CSS.highlights]
          .filter(([name]) => name.startsWith('mingtiao-') && rules.some((rule) => rule.includes(name)))
          .flatMap(([, set]) => [...set]);
        return (ranges as Range[])
          .filter((range) => range.startContainer.isConnected)
          .toSorted((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b))
          .map((range) => range.toString())
          .join('');
      }),
    ),
  );
  return texts.join('').replaceAll(/\s/g, '');
}
