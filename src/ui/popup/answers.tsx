import { useId, useState } from 'preact/hooks';
import { evidenceOf, mergeAnswers, type MergedAnswer, type Part } from '../../report/merge.ts';
import type { Finding, Verdict } from '../../types.ts';
import { language, t, textOf } from '../i18n.ts';
import { Chevron, VerdictIcon } from '../icons.tsx';
import { type Level, levelOf, partName, verdictWord } from '../words.ts';
import { type Jump, Quote, QuotedLanguage } from './clauses.tsx';

interface Props {
  /** The page, the documents that were read, or both. */
  parts: Part[];
  /** Something was not read: what was not found may stand there. */
  partly: boolean;
  onJump: Jump;
}

/** The five questions over all parts, each opening to the clauses that answer it. */
export function Answers({ parts, partly, onJump }: Props) {
  return (
    <section aria-labelledby="answers">
      <h2 id="answers">{t('popup.answers')}</h2>
      <ul class="answers">
        {mergeAnswers(parts).map((answer) => (
          <li key={answer.question}>
            <AnswerRow answer={answer} parts={parts} partly={partly} onJump={onJump} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function AnswerRow({ answer, parts, partly, onJump }: Props & { answer: MergedAnswer }) {
  const [open, setOpen] = useState(false);
  const panel = useId();
  const { question, verdict, across, said } = answer;
  const evidence = said.flatMap(evidenceOf);
  return (
    <>
      <button type="button" class="answer" aria-expanded={open} aria-controls={panel} onClick={() => setOpen(!open)}>
        <span class="asked">
          <span class="question">{t(`question.${question}`)}</span>
          <span class={`verdict ${toneOf(verdict, evidence)}`}>
            <VerdictIcon verdict={verdict} />
            {verdictWord(language(), answer, partly)}
          </span>
        </span>
        <Chevron />
      </button>
      <div id={panel} class="evidence" hidden={!open}>
        {across && (
          <p>
            {t('consent.across', {
              promise: partName(language(), across.promise),
              grant: partName(language(), across.grant),
            })}
          </p>
        )}
        {(said.length > 0 ? said : notStated(answer, parts)).map(({ part, answer: own }) => (
          <QuotedLanguage.Provider key={parts.indexOf(part)} value={part.report.language}>
            {said.length > 0 && parts.length > 1 && <p class="from">{partName(language(), part)}</p>}
            <p>{textOf(own.text)}</p>
            {evidenceOf({ part, answer: own }).map((finding) => (
              <Quote
                key={`${finding.start} ${finding.category}`}
                finding={finding}
                onJump={part.name === null ? onJump : undefined}
              />
            ))}
          </QuotedLanguage.Provider>
        ))}
        {evidence.length === 0 && <p class="soft">{t('popup.evidence.none')}</p>}
      </div>
    </>
  );
}

/** Where no part says anything, one of them says so for all. */
function notStated({ question }: MergedAnswer, parts: Part[]): MergedAnswer['said'] {
  return parts.slice(0, 1).flatMap((part) => {
    return part.report.answers.flatMap((answer) => (answer.question === question ? [{ part, answer }] : []));
  });
}

/** A "yes" is as loud as the worst clause behind it; sharing with a payment service is no alarm. */
function toneOf(verdict: Verdict, evidence: Finding[]): Level | 'not-stated' {
  if (verdict === 'not-stated') return 'not-stated';
  if (verdict === 'promised-not') return 'promise';
  if (verdict !== 'yes') return 'serious';
  return RISK_LEVELS.find((level) => evidence.some((finding) => levelOf(finding) === level)) ?? 'serious';
}

const RISK_LEVELS = ['severe', 'serious', 'minor'] as const satisfies Level[];
