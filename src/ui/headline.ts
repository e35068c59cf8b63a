import { CATEGORIES, type CategoryId, type Finding, GROUPS, type Report } from '../types.ts';
import { translate, type UiLanguage } from './i18n.ts';

/** Of clauses equally severe in one group, the one a worried reader must see first. */
const FIRST: CategoryId[] = ['contact-reach', 'debt-disclosure'];

/** The sentence that sums up a report: its worst clause, or that nothing was found (never that all is well). */
export function headline(language: UiLanguage, report: Report): string {
  const worst = risks(report)[0];
  if (worst !== undefined) return translate(language, `headline.${worst.category}`);
  if (report.findings.length > 0) return translate(language, 'headline.promises-only');
  return translate(language, report.unread?.length ? 'headline.none.partly' : 'headline.none');
}

/** What a report allows, worst first: by severity, then group, then the order a reader cares in, then place in the text. */
export function risks(report: Pick<Report, 'findings'>): Finding[] {
  return report.findings
    .filter((finding) => finding.effect === 'grants')
    .toSorted((a, b) => byGravity(a, b) || a.start - b.start);
}

/** Order by severity, then group, then what a reader cares for first. */
export function byGravity(a: Finding, b: Finding): number {
  return (
    b.severity - a.severity || GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group) || rank(a.category) - rank(b.category)
  );
}

function rank(category: CategoryId): number {
  const first = FIRST.indexOf(category);
  return first >= 0 ? first : FIRST.length + CATEGORIES.indexOf(category);
}
