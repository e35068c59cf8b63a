/** Every page of test/fixtures/pages, in the browser: what is marked, what is not, what could not be read. */
import type { Page } from '@playwright/test';
import type { LinkedDocument } from '../../src/messages.ts';
import { CASES, drawnFor, type Expected, type ExpectedDocument, findingsOf, unreadOf } from './cases.ts';
import { expect, test } from './fixtures.ts';
import { ask, stateOf } from './read.ts';
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

for (const { name, expected } of CASES.filter((each) => each.expected.documents)) {
  test(`${name}: what its rows bind is read, or could not be, for the reason it could not`, async ({ page, site }) => {
    const address = `${site.origin}/${name}/`;
    await page.goto(address);
    const documents = async () => (await stateOf(page))?.consent.documents ?? [];
    await expect.poll(async () => (await documents()).length).toBe(expected.documents!.length);
    for (const document of expected.documents!.keys()) await ask(page, { type: 'page.read-document', document });
    // One of them takes as long as is waited for any.
    const read = async () => (await documents()).map((each) => cameTo(each, address));
    await expect.poll(read, { timeout: 30_000 }).toEqual(expected.documents);
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
  }).toPass({ timeout: 20_000, intervals: [50, 100, 250] });
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

function cameTo({ name, url, state }: LinkedDocument, page: string): ExpectedDocument | string {
  const { origin } = new URL(page);
  const path = url?.startsWith(page) ? url.slice(page.length) : (url?.slice(origin.length) ?? null);
  if (state.status === 'failed') {
    const { status, why, detail } = state;
    // The host, whose port is another each time.
    return { name, path, status, why, ...(detail && why !== 'unreachable' ? { detail } : {}) };
  }
  if (state.status !== 'read') return `${name}: ${state.status}`;
  const findings = state.report.findings.map(({ category, effect, severity, quote }) => ({
    category,
    effect,
    severity,
    quote,
  }));
  return { name, path, status: 'read', ...(state.moved ? { moved: true } : {}), findings };
}
