/**
 * Which verdict follows from which findings.
 *
 * | findings of the categories that decide the question | verdict |
 * |---|---|
 * | a promise and a grant that clash (`contradictions.ts`) | contradictory |
 * | a grant that nothing holds back | yes |
 * | grants, each only when there is trouble (逾期, 联系不到), after a separate consent, or of what the reader picks | conditional |
 * | promises only | promised-not |
 * | none, but a grant of a category that supports the question | conditional |
 * | none | not-stated |
 *
 * | question | decided by | supported by | evidence only |
 * |---|---|---|---|
 * | contacts | contact-reach | contact-collect (collects, does not say that it calls) | contact-warranty |
 * | phone-data | address-book, call-sms-records | | |
 * | disclosure | debt-disclosure | share-collector, credit-bureau for bad records (some are told, not the public) | |
 * | recipients | share-affiliate, share-partner, share-collector, credit-bureau where something is reported | marketing, where it names who gets the data | |
 * | withdrawal | consent-irrevocable | consent-bundled (going back costs the product) | |
 *
 * For withdrawal "yes" reads "hardly", and "promised-not" that the document says how to withdraw.
 */
import type { CategoryId, QuestionId, Verdict } from '../../types.ts';
import type { Classified } from '../classify/index.ts';

export interface Deciding {
  decides: readonly CategoryId[];
  supports: readonly CategoryId[];
  besides: readonly CategoryId[];
}

export const DECIDING: Record<QuestionId, Deciding> = {
  contacts: { decides: ['contact-reach'], supports: ['contact-collect'], besides: ['contact-warranty'] },
  'phone-data': { decides: ['address-book', 'call-sms-records'], supports: [], besides: [] },
  disclosure: { decides: ['debt-disclosure'], supports: ['share-collector', 'credit-bureau'], besides: [] },
  recipients: {
    decides: ['share-affiliate', 'share-partner', 'share-collector', 'credit-bureau'],
    supports: ['marketing'],
    besides: [],
  },
  withdrawal: { decides: ['consent-irrevocable'], supports: ['consent-bundled'], besides: [] },
};

/** Consents that are asked for apart from this document. */
const APART = ['SEPARATE', 'SINGLE_CONSENT', 'ASKED_APART'];

export const isGrant = ({ finding }: Classified): boolean => finding.effect === 'grants';
export const asksApart = ({ slots }: Classified): boolean =>
  slots.consent?.some(({ concept }) => APART.includes(concept)) ?? false;
/** Only the entry of the address book that the reader picks. */
export const isPicked = ({ pattern }: Classified): boolean => pattern === 'only-the-one-picked';

/** A bureau that is only asked is given nothing. */
const ASKS =
  /查|核实|核验|获取|采集|收集|了解|打印|调取|obtain|request|check|pull|perform|retriev|conduct|receiv|access/i;

/** Whether a finding of a deciding category bears on the question. */
export function decides(question: QuestionId, { finding }: Classified): boolean {
  if (!DECIDING[question].decides.includes(finding.category)) return false;
  return finding.category !== 'credit-bureau' || !ASKS.test(finding.frame.action ?? '');
}

/** Whether a grant reaches the reader only on a condition. */
export function isConditional(item: Classified): boolean {
  return item.slots.trigger !== undefined || asksApart(item) || isPicked(item);
}

/** Whether a finding of a supporting category bears on the question at all. */
export function supports(question: QuestionId, item: Classified): boolean {
  const { category } = item.finding;
  if (!isGrant(item) || !DECIDING[question].supports.includes(category)) return false;
  if (category === 'credit-bureau') return item.finding.severity >= 2;
  return category !== 'marketing' || item.slots.recipients !== undefined;
}

/**
 * @param deciding findings of the deciding categories
 * @param supporting those that pass `supports`
 * @param clashes whether a contradiction lies among the deciding ones
 */
export function verdictOf(
  deciding: readonly Classified[],
  supporting: readonly Classified[],
  clashes: boolean,
): Verdict {
  if (clashes) return 'contradictory';
  const grants = deciding.filter(isGrant);
  if (grants.length > 0) return grants.every(isConditional) ? 'conditional' : 'yes';
  if (deciding.length > 0) return 'promised-not';
  return supporting.length > 0 ? 'conditional' : 'not-stated';
}
