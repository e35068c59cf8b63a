/** What a page and the documents it asks to accept come to together: what was read, what was not, and the one sentence. */
import type { LinkedDocument, PageState } from '../messages.ts';
import { type Part, worstOf } from '../report/merge.ts';
import type { Finding, Unread } from '../types.ts';
import { headline } from './headline.ts';
import { translate, type UiLanguage } from './i18n.ts';
import { partName } from './words.ts';

export interface Overview {
  /** What was read: the page first, then documents in their order. */
  parts: Part[];
  /** Documents that were not read, whatever the reason. None of them is ever clear. */
  open: LinkedDocument[];
  /** Every document of the page. */
  documents: LinkedDocument[];
  /** The gravest thing that is allowed, as far as it is what the page should be summed up by. */
  worst: { part: Part; finding: Finding } | undefined;
  /** The page asks to accept documents, none was read, and what it says itself is slight: the documents are what matters. */
  nothingRead: boolean;
  /** Some of the page, of a document, or a whole document was not read. */
  partly: boolean;
}

export function overviewOf(page: PageState): Overview {
  const { documents } = page.consent;
  const read = documents.flatMap(({ name, state }): Part[] =>
    state.status === 'read' ? [{ name, report: state.report }] : [],
  );
  const parts = [...(page.status === 'checked' ? [{ name: null, report: page.report }] : []), ...read];
  const worst = worstOf(parts);
  const slight = worst === undefined || worst.finding.severity === 1;
  const nothingRead = documents.length > 0 && read.length === 0 && slight;
  const open = documents.filter(({ state }) => state.status !== 'read');
  return {
    parts,
    open,
    documents,
    worst: nothingRead ? undefined : worst,
    nothingRead,
    partly: open.length > 0 || parts.some(({ report }) => (report.unread?.length ?? 0) > 0),
  };
}

/** The one sentence; `undefined` where nothing was read, neither page nor document, and the page's state has to speak. */
export function overviewHeadline(language: UiLanguage, overview: Overview): string | undefined {
  const { parts, documents, worst, nothingRead, partly } = overview;
  if (nothingRead) return translate(language, 'consent.nothing-read', { n: documents.length });
  if (worst) {
    const sentence = translate(language, `headline.${worst.finding.category}`);
    const { name } = worst.part;
    return name === null ? sentence : translate(language, 'consent.headline', { name, headline: sentence });
  }
  const [first] = parts;
  if (!first) return undefined;
  const findings = parts.flatMap(({ report }) => report.findings);
  const unread: Unread[] = partly ? [{ reason: 'linked-document', where: '' }] : [];
  return headline(language, { ...first.report, findings, unread });
}

/** Unread documents as an export names them. */
export function unreadDocuments(language: UiLanguage, { open }: Overview): Unread[] {
  return open.map(({ name, url }) => ({
    reason: 'linked-document',
    where: [partName(language, { name }), url].filter(Boolean).join(' '),
  }));
}
