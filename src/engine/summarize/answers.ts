/** The five answers: a verdict by the table of `verdict.ts` and one plain sentence that names who, when and whom. */
import dictionary from '../../../dict/answers.json' with { type: 'json' };
import { type Answer, type Contradiction, type QuestionId, QUESTIONS, type Text, type Verdict } from '../../types.ts';
import { audience, explain, type Labels } from '../classify/explain.ts';
import type { Classified } from '../classify/index.ts';
import { together } from './labels.ts';
import { asksApart, DECIDING, decides, isConditional, isGrant, isPicked, supports, verdictOf } from './verdict.ts';

const TEXTS = dictionary as Record<QuestionId, Record<string, Text>>;

interface Case {
  question: QuestionId;
  deciding: Classified[];
  supporting: Classified[];
  besides: Classified[];
  clashes: boolean;
}

/**
 * @param findings in text order; evidence holds indices into it
 * @param withdrawable whether the document says how to withdraw consent
 */
export function answers(
  findings: readonly Classified[],
  contradictions: readonly Contradiction[],
  withdrawable: boolean,
): Answer[] {
  return QUESTIONS.map((question) => {
    const { besides } = DECIDING[question];
    const c: Case = {
      question,
      deciding: strongest(findings.filter((item) => decides(question, item))),
      supporting: strongest(findings.filter((item) => supports(question, item))),
      besides: strongest(findings.filter(({ finding }) => besides.includes(finding.category))),
      clashes: contradictions.some(({ promise }) => decides(question, findings[promise]!)),
    };
    let verdict = verdictOf(c.deciding, c.supporting, c.clashes);
    if (question === 'withdrawal' && verdict === 'not-stated' && withdrawable) verdict = 'promised-not';
    const text = question === 'withdrawal' ? withdrawal(c, verdict, withdrawable) : sentence(c, verdict);
    const evidence = [...c.deciding, ...c.supporting, ...c.besides].map((item) => findings.indexOf(item));
    return { question, verdict, text, evidence };
  });
}

const rank = (item: Classified): number => (isGrant(item) ? (isConditional(item) ? 1 : 2) : 0);

/** Grants before promises, what is not conditional first, then by severity, then as in the text. */
function strongest(items: Classified[]): Classified[] {
  return items.toSorted((a, b) => rank(b) - rank(a) || b.finding.severity - a.finding.severity);
}

function sentence(c: Case, verdict: Verdict): Text {
  const texts = TEXTS[c.question];
  const [key, items] = wording(c, verdict);
  const main = explain(texts[key] ?? texts[verdict]!, labelsOf(items));
  const but = verdict === 'promised-not' && c.supporting.length > 0 ? texts['promised-but'] : undefined;
  return but ? join([main, explain(but, labelsOf(c.supporting))]) : main;
}

const labelsOf = (items: readonly Classified[]): Labels => audience(together(items));

/** Which wording, and the findings that fill it. */
function wording({ deciding, supporting }: Case, verdict: Verdict): [string, readonly Classified[]] {
  const grants = deciding.filter(isGrant);
  const promises = deciding.filter((item) => !isGrant(item));
  switch (verdict) {
    case 'conditional':
      if (grants.length === 0) return ['support', supporting];
      if (grants.every(isPicked)) return ['picked', grants];
      return [grants.some((item) => item.slots.trigger !== undefined) ? 'on-trigger' : 'asks-first', grants];
    case 'promised-not':
      return [promises.every(asksApart) ? 'promised-unless-asked' : 'promised-not', promises];
    case 'yes':
      return ['yes', [...grants, ...supporting.filter(({ finding }) => finding.category === 'marketing')]];
    default:
      return [verdict, grants];
  }
}

function withdrawal({ deciding, supporting }: Case, verdict: Verdict, withdrawable: boolean): Text {
  const texts = TEXTS.withdrawal;
  const parts: Text[] = [];
  if (verdict === 'yes') parts.push(explain(texts['yes']!, together(deciding)));
  const kinds = new Set(supporting.map(kindOf));
  for (const kind of ['refusal', 'act', 'changes']) if (kinds.has(kind) && parts.length < 2) parts.push(texts[kind]!);
  if (parts.length === 0) return texts[verdict]!;
  return join(withdrawable ? [...parts, texts['withdrawable']!] : parts);
}

/** How consent is bundled: by going on, by publishing a change, or by losing the product. */
function kindOf({ pattern, slots }: Classified): string {
  if (pattern.startsWith('changes')) return 'changes';
  return slots.trigger === undefined ? 'refusal' : 'act';
}

const join = (texts: readonly Text[]): Text => ({
  zh: texts.map(({ zh }) => zh).join(''),
  en: texts.map(({ en }) => en).join(' '),
});
