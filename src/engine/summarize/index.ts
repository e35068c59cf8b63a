/** Findings → the five answers and the contradictions. */
import type { Answer, CategoryId, Contradiction, Finding, QuestionId, Text, Verdict } from '../../types.ts';
import { QUESTIONS } from '../../types.ts';

/** Which categories answer which question. */
export const QUESTION_CATEGORIES: Record<QuestionId, readonly CategoryId[]> = {
  contacts: ['contact-reach', 'contact-collect', 'contact-warranty'],
  'phone-data': ['address-book', 'call-sms-records'],
  disclosure: ['debt-disclosure', 'share-collector', 'credit-bureau'],
  recipients: ['share-partner', 'share-affiliate', 'share-collector', 'credit-bureau', 'data-pull', 'marketing'],
  withdrawal: ['consent-irrevocable', 'consent-bundled'],
};

export function answer(findings: readonly Finding[]): Answer[] {
  return QUESTIONS.map((question) => {
    const evidence = findings
      .map((finding, index) => ({ finding, index }))
      .filter(({ finding }) => QUESTION_CATEGORIES[question].includes(finding.category))
      .toSorted((a, b) => b.finding.severity - a.finding.severity || a.index - b.index);
    const verdict = verdictOf(evidence.map(({ finding }) => finding));
    return { question, verdict, text: TEXTS[verdict], evidence: evidence.map(({ index }) => index) };
  });
}

function verdictOf(findings: Finding[]): Verdict {
  const grants = findings.filter((f) => f.effect === 'grants');
  if (grants.length === 0) return findings.length > 0 ? 'promised-not' : 'not-stated';
  if (grants.length < findings.length) return 'contradictory';
  return grants.every((f) => f.frame.trigger !== undefined || f.frame.consent !== undefined) ? 'conditional' : 'yes';
}

const TEXTS: Record<Verdict, Text> = {
  yes: { zh: '会。', en: 'Yes.' },
  conditional: { zh: '有条件。', en: 'Under conditions.' },
  'promised-not': { zh: '承诺不会。', en: 'It promises not to.' },
  'not-stated': { zh: '没有写。', en: 'It does not say.' },
  contradictory: { zh: '前后矛盾。', en: 'It contradicts itself.' },
};

/** A promise and a grant of one category in one document. */
export function contradictions(findings: readonly Finding[]): Contradiction[] {
  const out: Contradiction[] = [];
  findings.forEach((promise, p) => {
    if (promise.effect !== 'limits') return;
    const grant = findings.findIndex((f) => f.effect === 'grants' && f.category === promise.category);
    if (grant >= 0)
      out.push({
        promise: p,
        grant,
        text: { zh: '一处承诺不会，另一处又说可以。', en: 'One clause promises not to; another allows it.' },
      });
  });
  return out;
}
