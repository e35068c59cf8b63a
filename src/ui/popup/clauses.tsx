import { createContext } from 'preact';
import { useContext, useState } from 'preact/hooks';
import type { Finding, Language, Report } from '../../types.ts';
import { GROUPS } from '../../types.ts';
import { risks } from '../headline.ts';
import { language, t, textOf } from '../i18n.ts';
import { LevelIcon } from '../icons.tsx';
import { clausePath, kindWord, levelOf, levelWord } from '../words.ts';

/** Language of the agreement, for the parts that quote it. */
export const QuotedLanguage = createContext<Language>('mixed');

export function useQuotedLang(): { lang?: string } {
  const language = useContext(QuotedLanguage);
  return language === 'mixed' ? {} : { lang: language };
}

export type Jump = (finding: Finding) => void;

/** The flagged clauses of the page by group, worst first. */
export function Flagged({ report, title, onJump }: { report: Report; title: string; onJump: Jump }) {
  const flagged = risks(report);
  if (flagged.length === 0) return null;
  return (
    <section aria-labelledby="flagged">
      <h2 id="flagged">{title}</h2>
      {GROUPS.map((group) => {
        const findings = flagged.filter((finding) => finding.group === group);
        return findings.length === 0 ? null : (
          <div key={group} class="group">
            <h3>{t(`group.${group}`)}</h3>
            <ClauseList findings={findings} onJump={onJump} />
          </div>
        );
      })}
    </section>
  );
}

export function Promises({ report, onJump }: { report: Report; onJump: Jump }) {
  const findings = report.findings.filter((finding) => finding.effect === 'limits');
  if (findings.length === 0) return null;
  return (
    <section aria-labelledby="promises">
      <h2 id="promises">{t('popup.promises')}</h2>
      <p class="soft">{t('popup.promises.note')}</p>
      <ClauseList findings={findings} onJump={onJump} />
    </section>
  );
}

/** At first the worst clause of each kind; "more" shows the others, and never hides just one. */
function ClauseList({ findings, onJump }: { findings: Finding[]; onJump: Jump }) {
  const [all, setAll] = useState(false);
  const worst = findings.filter((finding, i) => findings.findIndex((f) => f.category === finding.category) === i);
  const hidden = findings.length - worst.length;
  return (
    <>
      <ul class="clauses">
        {(all || hidden < 2 ? findings : worst).map((finding) => (
          <li key={`${finding.start} ${finding.category}`}>
            <Clause finding={finding} onJump={onJump} />
          </li>
        ))}
      </ul>
      {hidden > 1 && (
        <button type="button" class="more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('popup.less') : t('popup.more', { n: hidden })}
        </button>
      )}
    </>
  );
}

/** One clause, a button that goes to it. */
function Clause({ finding, onJump }: { finding: Finding; onJump: Jump }) {
  return (
    <button type="button" class={`clause ${levelOf(finding)}`} onClick={() => onJump(finding)}>
      <ClauseText finding={finding} />
    </button>
  );
}

/** One clause of a document that is not on the page, in its own words too. */
export function ClauseElsewhere({ finding }: { finding: Finding }) {
  const quoted = useQuotedLang();
  return (
    <div class={`clause ${levelOf(finding)}`}>
      <ClauseText finding={finding} />
      <q {...quoted}>{finding.quote}</q>
    </div>
  );
}

function ClauseText({ finding }: { finding: Finding }) {
  const level = levelOf(finding);
  const path = clausePath(finding.clause);
  const quoted = useQuotedLang();
  return (
    <>
      <span class="kind">
        {kindWord(language(), finding)}
        <span class="level">
          <LevelIcon level={level} />
          {levelWord(language(), finding)}
        </span>
      </span>
      <span class="why">{textOf(finding.why)}</span>
      {path && (
        <span class="path" {...quoted}>
          {path}
        </span>
      )}
    </>
  );
}

/** A clause in its own words, with its place, as evidence; a button that goes to it where it stands on the page. */
export function Quote({ finding, onJump }: { finding: Finding; onJump?: Jump | undefined }) {
  const level = levelOf(finding);
  const quoted = useQuotedLang();
  const content = (
    <>
      <span class="path">
        <span class="level">
          <LevelIcon level={level} />
          {levelWord(language(), finding)}
        </span>
        <span {...quoted}>{clausePath(finding.clause)}</span>
      </span>
      <q {...quoted}>{finding.quote}</q>
    </>
  );
  return onJump ? (
    <button type="button" class={`quote ${level}`} onClick={() => onJump(finding)}>
      {content}
    </button>
  ) : (
    <div class={`quote ${level}`}>{content}</div>
  );
}
