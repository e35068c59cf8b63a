/** A report as lines for people: the five answers, then the flagged clauses by group, promises apart. */
import { type Entry, outline } from '../report/outline.ts';
import type { Report } from '../types.ts';
import { translate, type UiLanguage } from '../ui/i18n.ts';

export function listing(report: Report, language: UiLanguage): string {
  const o = outline(report, { language });
  return [
    `# ${o.title}`,
    ...o.facts.map(([label, value]) => `${label}: ${value}`),
    ...section(
      translate(language, 'report.answers'),
      o.answers.map((a) => `${a.question} ${a.verdict}${a.see}`),
    ),
    ...section(
      translate(language, 'unread.title'),
      o.unread.map(({ what, todo }) => `! ${what}\n  ${todo}`),
    ),
    ...section(
      translate(language, 'report.contradictions'),
      o.contradictions.map((c) => `${c.text} (#${c.promise.number}, #${c.grant.number})`),
    ),
    ...section(translate(language, 'report.risks'), byGroup(o.risks)),
    ...section(translate(language, 'report.promises'), byGroup(o.promises)),
    ...section(translate(language, 'report.missing'), o.missing),
    '',
    translate(language, 'app.not-advice'),
    '',
  ].join('\n');
}

function section(title: string, body: string[]): string[] {
  return body.length > 0 ? ['', `== ${title} ==`, ...body] : [];
}

function byGroup(entries: Entry[]): string[] {
  const groups = new Map<string, string[]>();
  for (const entry of entries) {
    const lines = groups.get(entry.group) ?? [`-- ${entry.group} --`];
    groups.set(entry.group, lines.concat(linesOf(entry)));
  }
  return [...groups.values()].flat();
}

function linesOf({ heading, clause, quote, meaning }: Entry): string[] {
  const place = clause === '' ? heading : `${heading} · ${clause}`;
  return [place, `  ${quote.replaceAll('\n', ' ')}`, `  → ${meaning}`];
}
