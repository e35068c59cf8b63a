import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { toHtml } from '../../../src/report/html.ts';
import { STYLE, STYLE_SHA256 } from '../../../src/report/style.ts';
import type { Report } from '../../../src/types.ts';
import { UI_LANGUAGES, type UiLanguage } from '../../../src/ui/i18n.ts';
import { anyReport, collapsed, fixture, FIXTURES } from './reports.ts';
import { attribute, elements, textOf } from './tree.ts';

function tree(report: Report, language: UiLanguage) {
  const errors: string[] = [];
  const document = parse(toHtml([report], { language }), { onParseError: ({ code }) => errors.push(code) });
  expect(errors).toEqual([]);
  return elements(document);
}

const ATTRIBUTES = new Set(['lang', 'charset', 'http-equiv', 'content', 'name', 'class', 'id', 'href', 'rel']);

function check(report: Report, language: UiLanguage): void {
  const all = tree(report, language);
  const names = all.map((e) => e.tagName);
  for (const name of ['script', 'iframe', 'img', 'link', 'base', 'form', 'object', 'embed', 'svg']) {
    expect(names).not.toContain(name);
  }
  for (const { attrs } of all) for (const { name } of attrs) expect(ATTRIBUTES.has(name)).toBe(true);
  expect(names.filter((name) => name === 'style')).toHaveLength(1);
  const links = all.filter((e) => e.tagName === 'a').map((e) => attribute(e, 'href') ?? '');
  for (const link of links) expect(new URL(link).href).toBe(new URL(report.url ?? '').href);
  const both = report.contradictions.flatMap(({ promise, grant }) => [promise, grant]);
  const of = (effect: string) => report.findings.flatMap((f, i) => (f.effect === effect ? i : []));
  const quotes = all.filter((e) => e.tagName === 'blockquote').map((e) => collapsed(textOf(e)));
  expect(quotes).toEqual(
    [...both, ...of('grants'), ...of('limits')].map((i) => collapsed(report.findings[i]?.quote ?? '')),
  );
}

describe('HTML', () => {
  it.each(FIXTURES.filter(({ name }) => name !== 'hostile').map(({ name }) => name))(
    '%s is a page of its own',
    (name) => {
      for (const language of UI_LANGUAGES) {
        check(fixture(name).report, language);
        const [html] = tree(fixture(name).report, language);
        expect(html && attribute(html, 'lang')).toBe(language);
      }
    },
  );

  it('forbids scripts and requests, and allows its one style by hash', () => {
    expect(createHash('sha256').update(STYLE).digest('base64')).toBe(STYLE_SHA256);
    const all = tree(fixture('loan').report, 'en');
    const policy = all.find((e) => attribute(e, 'http-equiv') === 'Content-Security-Policy');
    expect(policy && attribute(policy, 'content')).toBe(
      `default-src 'none'; style-src 'sha256-${STYLE_SHA256}'; base-uri 'none'; form-action 'none'`,
    );
    expect(all.filter((e) => e.tagName === 'style').map(textOf)).toEqual([STYLE]);
  });

  it('holds facts, meaning, law, advice, place, answers, gaps and unread parts', () => {
    const { report } = fixture('loan');
    const dated = { ...report, checkedAt: '2026-11-21T12:41:00.000Z', sha256: 'ab'.repeat(32) };
    const [html] = elements(parse(toHtml([dated], { language: 'en', timeZone: 'UTC' })));
    const shown = html ? collapsed(textOf(html)) : '';
    const wanted = [
      report.title,
      report.url,
      report.platform?.lender,
      '2026-11-21 12:41',
      dated.sha256,
      String(report.chars),
      ...report.findings.flatMap((f) => [f.why.en, f.todo.en, f.clause.join(' › '), ...f.laws.map((l) => l.plain.en)]),
      ...report.answers.map((a) => a.text.en),
      ...report.contradictions.map((c) => c.text.en),
      ...(report.missing ?? []).map((m) => m.text.en),
      ...(report.unread ?? []).map((u) => u.where),
      'Personal Information Protection Law, Article 13',
      'Civil Code, Article 1033',
    ];
    for (const part of wanted) expect(shown).toContain(collapsed(part ?? 'missing'));
  });

  it('never links an address that is not http or https', () => {
    for (const url of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'not an address']) {
      expect(tree({ ...fixture('loan').report, url }, 'en').filter((e) => e.tagName === 'a')).toEqual([]);
    }
  });

  it('becomes no markup and loses no word, whatever the agreement says', () => {
    fc.assert(fc.property(anyReport, fc.constantFrom(...UI_LANGUAGES), check));
  });
});
