/** Findings → severities, the five answers, contradictions, and what is missing. */
import type { Report } from '../../types.ts';
import type { Classified } from '../classify/index.ts';
import type { Parsed } from '../pipeline.ts';
import { answers } from './answers.ts';
import { contradictions } from './contradictions.ts';
import { missing } from './missing.ts';
import { rate } from './severity.ts';

/** @param findings in text order; their severities are settled in place */
export function summarize(
  findings: readonly Classified[],
  parsed: Parsed,
): Pick<Report, 'answers' | 'contradictions' | 'missing'> {
  rate(findings);
  const clashes = contradictions(findings, parsed);
  const gaps = missing(findings, parsed);
  return {
    answers: answers(findings, clashes, gaps.saysHowToWithdraw),
    contradictions: clashes,
    ...(gaps.missing.length > 0 ? { missing: gaps.missing } : {}),
  };
}
