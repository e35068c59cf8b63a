/** The sentence beside a form that asks for other people: what was read of what may be done with them. */
import { worstOf } from '../report/merge.ts';
import type { CategoryId, Finding } from '../types.ts';
import { language, t } from '../ui/i18n.ts';
import { kindWord } from '../ui/words.ts';
import type { Source } from './agreeing.ts';
import { nameOf } from './beside/mark.tsx';
import { grantKey } from './grants.ts';
import type { Linked } from './linked.ts';

/** What bears on the people whom a form asks for. */
const ABOUT: readonly CategoryId[] = [
  'contact-reach',
  'debt-disclosure',
  'contact-collect',
  'address-book',
  'share-collector',
];
/** Documents named in one line. */
const NAMED = 3;

export interface ContactNote {
  text: string;
  more: string | undefined;
  /** What the sentence is made from; absent where nothing was found. */
  document: Linked | null;
  finding: Finding | undefined;
}

export interface ContactNoteInput {
  sources: readonly Source<Linked>[];
  /** Documents that the page binds and that were not read. */
  unread: readonly Linked[];
  /** The page's own text is an agreement, not just the form. */
  pageIsAgreement: boolean;
}

/** `undefined` where nothing was read that could say anything. */
export function contactNote({ sources, unread, pageIsAgreement }: ContactNoteInput): ContactNote | undefined {
  const about = sources.map(({ document, report }) => ({
    document,
    report: { ...report, findings: report.findings.filter(({ category }) => bears(category, document)) },
  }));
  const more = unread.length > 0 ? t('form.unread', { names: namesOf(unread) }) : undefined;
  const worst = worstOf(about);
  if (worst) {
    const { part, finding } = worst;
    const { document } = part;
    return { text: t(grantKey(finding), { doc: docOf(document) }), more, document, finding };
  }
  for (const { document, report } of about) {
    const promise = report.findings.find(({ category }) => category === 'contact-reach') ?? report.findings[0];
    if (!promise) continue;
    const text = t('form.promise', { doc: docOf(document), promise: kindWord(language(), promise) });
    return { text, more, document, finding: promise };
  }
  const read = sources.filter(({ document }) => document !== null || pageIsAgreement);
  if (read.length === 0) return undefined;
  const partly = read.some(({ report }) => report.unread?.length);
  const text = t(partly ? 'form.none.partly' : 'form.none', { n: read.length });
  return { text, more, document: null, finding: undefined };
}

/** That the page itself asks for them is plain to see. */
function bears(category: CategoryId, document: Linked | null): boolean {
  return ABOUT.includes(category) && (document !== null || category !== 'contact-collect');
}

function docOf(document: Linked | null): string {
  return document ? t('note.named', { name: nameOf(document) }) : t('note.page');
}

function namesOf(documents: readonly Linked[]): string {
  const names = documents.slice(0, NAMED).map((each) => t('note.named', { name: nameOf(each) }));
  return names.join(language() === 'en' ? ', ' : '') + (documents.length > NAMED ? '…' : '');
}
