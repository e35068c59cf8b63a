/**
 * How serious a finding is. A rule and its patterns give the base; this rubric, the one place that knows the frame, settles it:
 *
 * | level | what reaches it |
 * |---|---|
 * | 3 | people the reader knows are contacted, told of the debt, or vouched for; the address book, calls or messages read as a whole; a consent to one of these that cannot be taken back |
 * | 2 | people's details collected; a contact asked only to verify; one entry of the address book, or a permission in a list; collectors and lawyers; a bad record to a bureau; passwords for other accounts; data sent abroad; address book, calls or contacts' details passed on; irrevocable consents, waivers |
 * | 1 | sharing with affiliates, partners, payment and cloud services, SDKs; bureau queries; data from elsewhere; marketing; consent by going on; keeping documents for ever; every promise |
 */
import type { CategoryId, Severity } from '../../types.ts';
import { KNOWN } from '../classify/frame.ts';
import type { Classified } from '../classify/index.ts';

interface Step {
  severity: Severity;
  /** @param beside the other findings of the same sentence */
  when: (finding: Classified, beside: readonly Classified[]) => boolean;
}

const holds = (concepts: readonly { concept: string }[] | undefined, ...wanted: string[]): boolean =>
  concepts?.some(({ concept }) => wanted.includes(concept)) ?? false;

/** Speaks of debt or of a reader who is not reached: the call is not only to verify. */
const TROUBLE = ['OVERDUE', 'BREACH', 'UNREACHABLE', 'URGE', 'DEBT', 'COLLECTING'];
const PEOPLES_DATA = ['ADDRESS_BOOK', 'CALL_RECORDS', 'SMS', 'SOCIAL_FRIENDS'];

/** A row of permissions is a request yet to come; an item under "we collect:" is not. */
const LISTED: Step = {
  severity: 3,
  when: ({ pattern, slots }) =>
    pattern === 'row-of-a-permission-table' && (slots.action?.some(({ inLead }) => inLead) ?? false),
};

/** The first step that holds counts; none: the base. */
const STEPS: Partial<Record<CategoryId, readonly Step[]>> = {
  'contact-reach': [
    {
      severity: 2,
      when: ({ concepts, slots }) =>
        slots.trigger === undefined &&
        concepts.includes('VERIFY') &&
        !TROUBLE.some((concept) => concepts.includes(concept)),
    },
  ],
  'contact-warranty': [
    { severity: 3, when: ({ slots }) => holds(slots.people, ...KNOWN) },
    { severity: 1, when: () => true },
  ],
  'address-book': [{ severity: 2, when: ({ pattern }) => pattern === 'only-the-one-picked' }, LISTED],
  'call-sms-records': [LISTED],
  'share-affiliate': [{ severity: 2, when: ({ slots }) => holds(slots.data, ...PEOPLES_DATA) }],
  'share-partner': [
    { severity: 2, when: ({ slots }) => holds(slots.data, ...PEOPLES_DATA) || holds(slots.recipients, 'ABROAD') },
  ],
  'share-collector': [{ severity: 2, when: () => true }],
  'data-pull': [{ severity: 2, when: ({ slots }) => holds(slots.data, 'SERVICE_PASSWORD', ...PEOPLES_DATA) }],
  'consent-irrevocable': [
    {
      severity: 3,
      when: (_, beside) => beside.some(({ finding }) => finding.group === 'people' && finding.severity === 3),
    },
    { severity: 1, when: ({ slots }) => holds(slots.consent, 'PERPETUAL') },
  ],
};

/** Sets the severity of every finding. @param findings in text order, as the rules rate them */
export function rate(findings: readonly Classified[]): void {
  for (let from = 0, to = 0; from < findings.length; from = to) {
    const { start } = findings[from]!.finding;
    while (findings[to]?.finding.start === start) to++;
    // People's findings come before consents in the order of categories, so a consent sees their settled level.
    const sentence = findings.slice(from, to);
    for (const item of sentence) item.finding.severity = severityOf(item, sentence);
  }
}

function severityOf(item: Classified, beside: readonly Classified[]): Severity {
  const { category, effect, severity } = item.finding;
  if (effect === 'limits') return 1;
  return STEPS[category]?.find((step) => step.when(item, beside))?.severity ?? severity;
}
