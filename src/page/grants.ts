/** One sentence on what a clause lets the lender do: from a table, by category and by the people the clause names. */
import type { Finding } from '../types.ts';
import type { MessageKey } from '../ui/i18n.ts';

/** The one whom it is worst to hear of first. */
const PEOPLE = [
  ['kin', /家人|家属|家屬|亲属|親屬|亲戚|親戚|亲友|親友|父母|配偶|子女|直系|famil|relative|spouse|parent|next of kin/i],
  ['emergency', /紧急联系人|緊急聯[系絡]人|emergency contact|references?\b/i],
  ['book', /通讯录|通訊錄|电话簿|電話簿|address ?book|phone ?book|contact list|contacts (?:in|on|stored)/i],
  ['friend', /朋友|好友|friend/i],
  ['work', /同事|单位|單位|雇主|僱主|公司|colleague|co-?worker|employer|workplace/i],
] as const;
const OVERDUE =
  /逾期|违约|違約|拖欠|欠款|未(?:能)?(?:按期|按时|按時|及时|及時|依约|依約)|\b(?:overdue|late|default|delinquen|arrears|miss(?:ed)?|fail)/i;

/** The key of the sentence for a finding that grants something; takes `doc`, the document's name. */
export function grantKey({ category, frame }: Pick<Finding, 'category' | 'frame'>): MessageKey {
  if (category !== 'contact-reach' && category !== 'debt-disclosure') return `grants.${category}`;
  const words = [...(frame.people ?? []), ...(category === 'debt-disclosure' ? (frame.recipients ?? []) : [])];
  const who = PEOPLE.find(([, pattern]) => words.some((word) => pattern.test(word)))?.[0] ?? 'people';
  if (category === 'debt-disclosure') return `grants.debt-disclosure.${who}`;
  return OVERDUE.test(frame.trigger ?? '') ? `grants.contact-reach.overdue.${who}` : `grants.contact-reach.${who}`;
}
