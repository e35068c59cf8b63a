/** A report as lines for people: the five answers, then the flagged clauses by group, promises apart. */
import { type Entry, outline } from '../report/outline.ts';
import type { Report } from '../types.ts';
import { translate, type UiLanguage } from '../ui/i18n.ts';

export function listing(report: Report, language: UiLanguage): string {
  const o = outline(report, { language });
  const heading = (title: string, body: string[]): string[] => (body.length > 0 ? ['', `== ${title} ==`, ...body] : []);
  return [
    `# ${o.title}`,
    ...o.facts.map(([label, value]) => `${label}: ${value}`),
    ...heading(
      translate(language, 'report.answers'),
      o.answers.map((a) => `${a.question} ${a.verdict}${a.see}`),
    ),
    ...heading(
      translate(language, 'unread.title'),
      o.unread.map(({ what, todo }) => `! ${what}\n  ${todo}`),
    ),
    ...heading(
      translate(language, 'report.contradictions'),
      o.contradictions.map((c) => `${c.text} (#${c.promise.number}, #${c.grant.number})`),
    ),
    ...heading(translate(language, 'report.risks'), byGroup(o.risks)),
    ...heading(translate(language, 'report.promises'), byGroup(o.promises)),
    ...heading(translate(language, 'report.missing'), o.missing),
    '',
    translate(language, 'app.not-advice'),
    '',
  ].join('\n');
}

function byGroup(entries: Entry[]): string[] {
  const groups = new Set(entries.map(({ group }) => group));
  return [...groups].flatMap((group) => [
    `-- ${group} --`,
    ...entries
      .filter((entry) => entry.group === group)
      .flatMap(({ heading, clause, quote, meaning }) => [
        [heading, clause].filter((part) => part !== '').join(' · '),
        `  ${quote.replaceAll('\n', ' ')}`,
        `  → ${meaning}`,
      ]),
  ]);
}
