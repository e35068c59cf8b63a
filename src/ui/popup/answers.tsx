import { useId, useState } from 'preact/hooks';
import type { Answer, Finding, Report } from '../../types.ts';
import { language, t, textOf } from '../i18n.ts';
import { Chevron, VerdictIcon } from '../icons.tsx';
import { type Level, levelOf, verdictWord } from '../words.ts';
import { type Jump, Quote } from './clauses.tsx';

/** The five questions, each opening to the clauses that answer it. */
export function Answers({ report, onJump }: { report: Report; onJump: Jump }) {
  return (
    <section aria-labelledby="answers">
      <h2 id="answers">{t('popup.answers')}</h2>
      <ul class="answers">
        {report.answers.map((answer) => (
          <li key={answer.question}>
            <AnswerRow
              answer={answer}
              evidence={at(report, answer.evidence)}
              partly={(report.unread?.length ?? 0) > 0}
              onJump={onJump}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The findings at `indices`; one that is not there (a report from another version) is left out. */
export function at(report: Report, indices: number[]): Finding[] {
  return indices.flatMap((i) => report.findings[i] ?? []);
}

function AnswerRow(props: { answer: Answer; evidence: Finding[]; partly: boolean; onJump: Jump }) {
  const { answer, evidence, partly, onJump } = props;
  const [open, setOpen] = useState(false);
  const panel = useId();
  return (
    <>
      <button type="button" class="answer" aria-expanded={open} aria-controls={panel} onClick={() => setOpen(!open)}>
        <span class="asked">
          <span class="question">{t(`question.${answer.question}`)}</span>
          <span class={`verdict ${toneOf(answer, evidence)}`}>
            <VerdictIcon verdict={answer.verdict} />
            {verdictWord(language(), answer, partly)}
          </span>
        </span>
        <Chevron />
      </button>
      <div id={panel} class="evidence" hidden={!open}>
        <p>{textOf(answer.text)}</p>
        {evidence.length === 0 && <p class="soft">{t('popup.evidence.none')}</p>}
        {evidence.map((finding) => (
          <Quote key={`${finding.start} ${finding.category}`} finding={finding} onJump={onJump} />
        ))}
      </div>
    </>
  );
}

/** A "yes" is as loud as the worst clause behind it; sharing with a payment service is no alarm. */
function toneOf({ verdict }: Answer, evidence: Finding[]): Level | 'not-stated' {
  if (verdict === 'not-stated') return 'not-stated';
  if (verdict === 'promised-not') return 'promise';
  if (verdict !== 'yes') return 'serious';
  return RISK_LEVELS.find((level) => evidence.some((finding) => levelOf(finding) === level)) ?? 'serious';
}

const RISK_LEVELS = ['severe', 'serious', 'minor'] as const satisfies Level[];
