/**
 * Promises that another clause takes back. Only what really clashes: a flat promise, and elsewhere a grant of the same
 * category, the same data and the same people. No clash is a promise with exceptions or a consent in it ("除以下情形外",
 * "未经您同意"), one not to sell or leak, a grant in the list that the promise leads in, or one that begins "但".
 */
import { CATEGORIES, type CategoryId, type Contradiction, type Text } from '../../types.ts';
import data from '../../../dict/contradictions.json' with { type: 'json' };
import { audience, explain } from '../classify/explain.ts';
import type { Classified } from '../classify/index.ts';
import type { Parsed } from '../pipeline.ts';
import { isGrant } from './verdict.ts';

const SAYS = data.says as Partial<Record<CategoryId, Record<'promise' | 'grant', Text>>>;
const NOT_FLAT = data.notFlat;
const BEGINS_BUT = /^(?:但|然而|不过|除|but\b|however\b|except\b)/;
/** A party to a contract that is bound itself: "甲方不得向任何第三人披露". */
const OTHERS_DUTY =
  /(?:[甲乙]方|借款[人方]|融资[人方]|投资[人方]|用户|会员|客户|您|\byou)(?:均|也|亦|都| )?(?:不得|不应|不会|不可|应|shall not|must not|may not)/;
const MOST = 5;

/** Kinds of people that a promise about "family" or "others" covers. */
const ANY_PEOPLE = ['KIN', 'FRIEND', 'THIRD_PERSON', 'OTHERS'];
const ANY_DATA = ['PERSONAL_INFO'];
const ANY_RECIPIENT = ['PARTNER'];
const TO_SELL = ['SELL', 'LEAK'];
const KEEPS = /^(?:上传|保存|存储|储存|留存|保留|upload|store|keep|retain)/;

/** @param findings in text order; indices are into it */
export function contradictions(findings: readonly Classified[], parsed: Parsed): Contradiction[] {
  const found: Contradiction[] = [];
  for (const category of CATEGORIES) {
    const own = findings.filter(({ finding }) => finding.category === category);
    const grants = own.filter(isGrant).toSorted((a, b) => b.finding.severity - a.finding.severity);
    for (const promise of own) {
      if (isGrant(promise) || !isFlat(promise)) continue;
      const grant = grants.find((g) => clash(promise, g, parsed));
      if (grant)
        found.push({
          promise: findings.indexOf(promise),
          grant: findings.indexOf(grant),
          text: textOf(promise, grant),
        });
    }
  }
  return found.slice(0, MOST);
}

/** A promise without exception, condition or purpose. */
function isFlat({ finding, sentence, slots }: Classified): boolean {
  const words = NOT_FLAT[sentence.language];
  // In a contract it may be the reader who promises.
  if (finding.group === 'sharing' && (slots.actor === undefined || OTHERS_DUTY.test(sentence.text))) return false;
  return (
    !/[:：]$/.test(sentence.text) &&
    !words.some((word) => sentence.text.includes(word)) &&
    slots.consent === undefined &&
    slots.trigger === undefined &&
    !slots.action?.some(({ concept }) => TO_SELL.includes(concept))
  );
}

function clash(promise: Classified, grant: Classified, parsed: Parsed): boolean {
  const [p, g] = [promise.sentence, grant.sentence];
  if (p === g || BEGINS_BUT.test(g.text)) return false;
  const lead = (s: typeof p): typeof p | undefined => parsed.sentences[s.leadIn ?? s.continues ?? -1];
  if (lead(g) === p || lead(p) === g || (lead(g) !== undefined && lead(g) === lead(p))) return false;
  if (keeps(promise) && !keeps(grant)) return false;
  return (
    meets(toWhom(promise), toWhom(grant), [...ANY_PEOPLE, ...ANY_RECIPIENT]) &&
    meets(promise.slots.data, grant.slots.data, ANY_DATA) &&
    sameData(promise, grant) &&
    // What the phone holds is one thing, what the carrier holds another.
    promise.concepts.includes('CARRIER') === grant.concepts.includes('CARRIER')
  );
}

const keeps = ({ sentence, slots }: Classified): boolean =>
  slots.action?.some(({ start, end, inLead }) => !inLead && KEEPS.test(sentence.text.slice(start, end))) ?? false;

/** The people and companies that a clause speaks of: social media are not relatives. */
function toWhom({ slots }: Classified): readonly Named[] | undefined {
  const named = [...(slots.people ?? []), ...(slots.recipients ?? [])];
  return named.length > 0 ? named : undefined;
}

interface Named {
  concept: string;
}

/** Whether what is promised about covers what is granted. */
function meets(promised: readonly Named[] | undefined, granted: readonly Named[] | undefined, any: string[]): boolean {
  if (!promised || !granted) return true;
  return promised.some((a) => any.includes(a.concept) || granted.some((b) => b.concept === a.concept));
}

/** In sharing, one kind of data is many things: a promise about faces says nothing of telephone numbers. */
function sameData({ finding, slots }: Classified, grant: Classified): boolean {
  if (finding.group !== 'sharing' || slots.data?.some(({ concept }) => ANY_DATA.includes(concept))) return true;
  const [promised, granted] = [finding.frame.data, grant.finding.frame.data];
  if (!promised || !granted) return true;
  return promised.some((a) => granted.some((b) => a.includes(b) || b.includes(a)));
}

function textOf(promise: Classified, grant: Classified): Text {
  const says = SAYS[promise.finding.category];
  if (!says) return { zh: '一处答应不会，另一处又说可以。', en: 'One clause promises not to; another allows it.' };
  const promised = explain(says.promise, audience(promise.labels));
  const granted = explain(says.grant, audience(grant.labels));
  const [a, b] = [placeOf(promise), placeOf(grant)];
  return {
    zh: `${a ? `“${a}”里` : '一处'}答应${promised.zh}，${b ? `“${b}”里` : '另一处'}又写着${granted.zh}。`,
    en: `${a ? `“${a}”` : 'One clause'} promises ${lower(promised.en)}; ${b ? `“${b}”` : 'another'} says ${lower(granted.en)}.`,
  };
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** The number or short heading that a reader can find the clause by. */
function placeOf({ finding }: Classified): string | undefined {
  const last = finding.clause.at(-1);
  return last !== undefined && last.length <= 16 ? last : undefined;
}
