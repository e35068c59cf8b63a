import * as fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { toMarkdown } from '../../../src/report/markdown.ts';
import type { Report } from '../../../src/types.ts';
import { UI_LANGUAGES } from '../../../src/ui/i18n.ts';
import { anyReport, collapsed, fixture, FIXTURES } from './reports.ts';
import { attribute, elements, textOf } from './tree.ts';

/** The document as GitHub would render it, with raw HTML let through so that an injection would show. */
function rendered(report: Report, language: (typeof UI_LANGUAGES)[number]): DefaultTreeAdapterTypes.DocumentFragment {
  const html = micromark(toMarkdown([report], { language }), {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
  return parseFragment(html);
}

const ALLOWED = new Set(['h1', 'h2', 'h3', 'p', 'ul', 'li', 'strong', 'blockquote', 'br', 'hr', 'a']);

/** Quotes stand in the blockquotes: of each contradiction, of each risk, then of each promise. */
function expectedQuotes(report: Report): string[] {
  const both = report.contradictions.flatMap(({ promise, grant }) => [promise, grant]);
  const of = (effect: string) => report.findings.flatMap((f, i) => (f.effect === effect ? i : []));
  return [...both, ...of('grants'), ...of('limits')].map((i) => collapsed(report.findings[i]?.quote ?? ''));
}

/** Renderers percent-encode more of an address than `URL` does; both spellings mean the same. */
function comparable(url: string): string {
  return new URL(url).href.replace(/%(?![\da-f]{2})/gi, '%25').replace(/[^\w%]/g, encodeURIComponent);
}

function check(report: Report, language: (typeof UI_LANGUAGES)[number]): void {
  const tree = rendered(report, language);
  const all = elements(tree);
  expect(all.map((e) => e.tagName).filter((name) => !ALLOWED.has(name))).toEqual([]);
  expect(all.filter((e) => e.tagName === 'h1')).toHaveLength(1);
  expect(all.filter((e) => e.tagName === 'h3')).toHaveLength(report.findings.length);
  expect(all.filter((e) => e.tagName === 'strong')).toHaveLength(report.answers.length);
  const links = all.filter((e) => e.tagName === 'a').map((e) => attribute(e, 'href'));
  for (const link of links) expect(comparable(link ?? '')).toBe(comparable(report.url ?? ''));
  expect(links.length).toBeLessThanOrEqual(1);
  const quotes = all.filter((e) => e.tagName === 'blockquote').map((e) => collapsed(textOf(e)));
  expect(quotes).toEqual(expectedQuotes(report));
}

function hrefs(report: Report): (string | undefined)[] {
  return elements(rendered(report, 'en')).flatMap((e) => (e.tagName === 'a' ? attribute(e, 'href') : []));
}

describe('Markdown', () => {
  it.each(FIXTURES.filter(({ name }) => name !== 'hostile').map(({ name }) => name))(
    '%s renders with every quote as it stands',
    (name) => {
      for (const language of UI_LANGUAGES) check(fixture(name).report, language);
    },
  );

  it('shows meaning, law, advice, place and all five answers of the loan', () => {
    const { report } = fixture('loan');
    const shown = collapsed(textOf(rendered(report, 'zh-CN')));
    for (const { why, todo, clause, laws } of report.findings) {
      for (const part of [why.zh, todo.zh, clause.join(' › '), ...laws.map((law) => law.plain.zh)]) {
        expect(shown).toContain(collapsed(part));
      }
    }
    for (const { text } of report.answers) expect(shown).toContain(collapsed(text.zh));
    for (const { text } of report.contradictions) expect(shown).toContain(collapsed(text.zh));
    for (const { where } of report.unread ?? []) expect(shown).toContain(where);
    expect(shown).toContain(report.platform?.lender);
  });

  it('links the address of a web page, and no other', () => {
    expect(hrefs(fixture('loan').report)).toEqual(['https://jie.xinghe.example/agreement/user?v=3']);
    expect(hrefs(fixture('hostile').report)).toEqual([]);
    expect(hrefs({ ...fixture('loan').report, url: 'https://a.example/>)(<b\n?a\\_&copy;#"' })).toEqual([
      'https://a.example/%3E)(%3Cb?a%5C_&copy;#%22',
    ]);
  });

  it('becomes no markup and loses no word, whatever the agreement says', () => {
    fc.assert(fc.property(anyReport, fc.constantFrom(...UI_LANGUAGES), check));
  });
});
