/**
 * Several reports read as one: the page's and those of the documents that it asks to accept.
 *
 * Per question the gravest verdict wins, in the order of `GRAVITY`: what one document allows, no silence or promise of another
 * takes back. Where one document promises flatly what another allows, the same kind of clause on both sides, the answer is that
 * the documents contradict each other. A promise with a condition or a consent in it ("未经您同意") contradicts nothing.
 */
import type { Answer, Finding, QuestionId, Report, Unread, Verdict } from '../types.ts';
import { QUESTIONS } from '../types.ts';
import { byGravity } from '../ui/headline.ts';

/** A report and what it is on. */
export interface Part {
  /** What the page calls the document; `null` for the page itself. */
  name: string | null;
  report: Report;
}

export interface MergedAnswer {
  question: QuestionId;
  verdict: Verdict;
  /** The parts that say anything on the question, the gravest first; else as given. */
  said: { part: Part; answer: Answer }[];
  /** Where one part promises what another allows. */
  across?: { promise: Part; grant: Part };
}

const GRAVITY: readonly Verdict[] = ['contradictory', 'yes', 'conditional', 'promised-not', 'not-stated'];

/** Always five, in the order of `QUESTIONS`; all not stated where there are no parts. */
export function mergeAnswers(parts: readonly Part[]): MergedAnswer[] {
  return QUESTIONS.map((question) => {
    const answers = parts
      .flatMap((part) =>
        part.report.answers.flatMap((answer) => (answer.question === question ? [{ part, answer }] : [])),
      )
      .toSorted((a, b) => GRAVITY.indexOf(a.answer.verdict) - GRAVITY.indexOf(b.answer.verdict));
    const across = contradiction(answers);
    const said = answers.filter(({ answer }) => answer.verdict !== 'not-stated');
    const verdict = across ? 'contradictory' : (answers[0]?.answer.verdict ?? 'not-stated');
    return { question, verdict, said, ...(across ? { across } : {}) };
  });
}

function contradiction(answers: MergedAnswer['said']): MergedAnswer['across'] {
  for (const grant of answers.filter(({ answer }) => answer.verdict === 'yes')) {
    const allowed = new Set(evidenceOf(grant).flatMap((f) => (f.effect === 'grants' ? [f.category] : [])));
    const promise = answers.find(
      (other) =>
        other.answer.verdict === 'promised-not' && evidenceOf(other).some((f) => isFlat(f) && allowed.has(f.category)),
    );
    if (promise) return { promise: promise.part, grant: grant.part };
  }
  return undefined;
}

/** The findings an answer rests on; one that is not there (a report from another version) is left out. */
export function evidenceOf({ part, answer }: { part: Part; answer: Answer }): Finding[] {
  return answer.evidence.flatMap((i) => part.report.findings[i] ?? []);
}

function isFlat({ effect, frame }: Finding): boolean {
  return effect === 'limits' && frame.consent === undefined && frame.trigger === undefined;
}

/** The gravest thing that any part allows, with the part; parts in order where they are equal. */
export function worstOf<P extends Pick<Part, 'report'>>(
  parts: readonly P[],
): { part: P; finding: Finding } | undefined {
  return parts
    .flatMap((part) =>
      part.report.findings.flatMap((finding) => (finding.effect === 'grants' ? [{ part, finding }] : [])),
    )
    .toSorted((a, b) => byGravity(a.finding, b.finding))[0];
}

/** One report at least. */
export type Reports = readonly [Report, ...Report[]];

/**
 * The reports of the parts as exports write them. What was not read, and has no report of its own to say so, is named in
 * the first.
 */
export function reportsOf(parts: readonly Part[], unread: readonly Unread[]): Reports {
  const [first, ...others] = parts.map(({ report }) => report);
  if (!first) throw new RangeError('no parts');
  const all = [...(first.unread ?? []), ...unread];
  return [all.length > 0 ? { ...first, unread: all } : first, ...others];
}
