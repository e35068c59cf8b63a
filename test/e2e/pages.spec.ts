/** Every page of test/fixtures/pages, in the browser: what is marked, what is not, what could not be read. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { PageState } from '../../src/messages.ts';
import { expect, test } from './fixtures.ts';
import { stateOf } from './read.ts';

interface Expected {
  status: PageState['status'];
  /** Findings that must be there once and be drawn: with exactly this quote, or with one that includes these words. */
  marked: { category: string; quote?: string; includes?: string }[];
  unread: { reason: string; where: string }[];
  /** Words that no finding may quote. */
  absent?: string[];
}
interface Metadata {
  what: string;
  /** What in the world it stands for: a numbered pattern of consent pages, a gate. */
  source?: string;
  /** Selectors to click, one after the other, before looking. */
  click?: string[];
  /** Selectors to click, one after the other, that make the text anew: five times, each time with the same marks. */
  again?: string[];
  /** Why what is expected does not hold yet. */
  fails?: string;
}
const AGAIN = 5;

const PAGES = path.resolve(import.meta.dirname, '../fixtures/pages');
const read = (name: string, file: string): unknown => JSON.parse(readFileSync(path.join(PAGES, name, file), 'utf8'));

for (const name of readdirSync(PAGES)) {
  const { what, click = [], again = [], fails } = read(name, 'metadata.json') as Metadata;
  const expected = read(name, 'expected.json') as Expected;

  test(`${name}: ${what}`, async ({ page, site }) => {
    test.fail(fails !== undefined, fails);
    await page.goto(`${site.origin}/${name}/`);
    for (const selector of click) await page.click(selector);
    await expectMarks(page, expected);
    for (let i = 0; again.length > 0 && i < AGAIN; i++) {
      for (const selector of again) await page.click(selector);
      await expectMarks(page, expected);
    }
  });
}

async function expectMarks(page: Page, expected: Expected): Promise<void> {
  await expect(async () => {
    const state = await stateOf(page);
    expect(state?.status).toBe(expected.status);
    expect(unreadOf(state)).toEqual(expected.unread);
    const findings = state?.status === 'checked' ? state.report.findings : [];
    const drawn = await drawnText(page);
    for (const { category, quote, includes } of expected.marked) {
      const matching = findings.filter(
        (f) => f.category === category && (quote === undefined ? f.quote.includes(includes!) : f.quote === quote),
      );
      expect(matching, `${category}: ${quote ?? includes}`).toHaveLength(1);
      expect(drawn).toContain(matching[0]!.quote.replaceAll(/\s/g, ''));
    }
    if (state?.status === 'checked') expect(state.marked).toBe(findings.length);
    else expect(drawn).toBe('');
    for (const words of expected.absent ?? []) expect(findings.map((f) => f.quote).join('\n')).not.toContain(words);
  }).toPass({ timeout: 8000 });
}

function unreadOf(state: PageState | undefined): unknown {
  if (state?.status === 'checked') return state.report.unread ?? [];
  return state?.status === 'could-not-check' ? state.unread : [];
}

/** All that is drawn on the page, in document order, without white space. */
async function drawnText(page: Page): Promise<string> {
  const texts = await Promise.all(
    page.frames().map((frame) =>
      frame.evaluate(() => {
        const ranges = [...CSS.highlights]
          .filter(([name]) => name.startsWith('mingtiao-'))
          .flatMap(([, set]) => [...set]);
        return (ranges as Range[])
          .toSorted((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b))
          .map((range) => range.toString())
          .join('');
      }),
    ),
  );
  return texts.join('').replaceAll(/\s/g, '');
}
