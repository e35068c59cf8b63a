import { useEffect, useRef } from 'preact/hooks';
import type { LinkState } from '../../messages.ts';
import type { Finding, Report } from '../../types.ts';
import { risks } from '../../ui/headline.ts';
import { language, t, textOf } from '../../ui/i18n.ts';
import { LevelIcon } from '../../ui/icons.tsx';
import { clausePath, kindWord, levelOf, levelWord, severeIn } from '../../ui/words.ts';
import { CloseButton } from '../close.tsx';
import type { Linked } from '../linked.ts';
import { lookOf, nameOf } from './mark.tsx';

export interface PanelProps {
  document: Linked;
  /** The finding to begin with, if one is asked for. */
  finding: Finding | undefined;
  /** Focus goes to the panel when this changes to another positive number. */
  focus: number;
  onClose: () => void;
  onAgain: () => void;
}

/** What was read in one linked document, worst first, or why it could not be read. */
export function Panel({ document, finding, focus, onClose, onAgain }: PanelProps) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focus > 0) title.current?.focus({ preventScroll: true });
  }, [focus]);
  const { state } = document;
  return (
    <section class={`card panel ${lookOf(state)}`} role="dialog" aria-modal="false" aria-labelledby="panel-title">
      <header>
        <p class="level">{summary(state)}</p>
        <h2 id="panel-title" ref={title} tabIndex={-1}>
          {t('panel.title', { name: nameOf(document) })}
        </h2>
        <CloseButton onClose={onClose} />
      </header>
      <div
        class="body"
        key={`${document.name} ${state.status}`}
        tabIndex={0}
        role="group"
        aria-labelledby="panel-title"
      >
        {state.status === 'read' && <Findings report={state.report} first={finding} />}
        {state.status === 'failed' && <Failure state={state} onAgain={onAgain} />}
        <Source document={document} />
      </div>
    </section>
  );
}

function summary(state: LinkState): string {
  if (state.status === 'unread') return t('panel.unread');
  if (state.status === 'reading') return t('panel.reading');
  if (state.status === 'failed') return t('panel.failed');
  const { findings, unread = [] } = state.report;
  if (findings.length > 0) return t('panel.found', { n: findings.length, severe: severeIn(state.report) });
  return t(unread.length > 0 ? 'headline.none.partly' : 'headline.none');
}

function Findings({ report, first }: { report: Report; first: Finding | undefined }) {
  const here = useRef<HTMLLIElement>(null);
  useEffect(() => here.current?.scrollIntoView({ block: 'nearest' }), [first]);
  const promises = report.findings.filter(({ effect }) => effect === 'limits');
  const { unread = [] } = report;
  return (
    <>
      {report.findings.length === 0 && <p class="note">{t('headline.none.note')}</p>}
      <ul class="found">
        {[...risks(report), ...promises].map((finding) => (
          <li key={finding.start} class={levelOf(finding)} ref={finding === first ? here : null}>
            <p class="level">
              <LevelIcon level={levelOf(finding)} />
              {levelWord(language(), finding)}
              {finding.clause.length > 0 && <span class="clause">{clausePath(finding.clause)}</span>}
            </p>
            <h3>{kindWord(language(), finding)}</h3>
            <p>{textOf(finding.why)}</p>
            <blockquote>{finding.quote}</blockquote>
          </li>
        ))}
      </ul>
      {unread.length > 0 && (
        <>
          <p class="note">{t('unread.title', { n: unread.length })}</p>
          <ul class="small">
            {unread.map(({ reason, where }, index) => (
              <li key={index}>{where ? `${t(`unread.${reason}`)} (${where})` : t(`unread.${reason}`)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Failure({ state, onAgain }: { state: Extract<LinkState, { status: 'failed' }>; onAgain: () => void }) {
  return (
    <>
      <p class="why">
        {t(`link-failure.${state.why}`)}
        {state.detail && <span class="detail"> ({state.detail})</span>}
      </p>
      <p class="note">{t(`link-failure.${state.why}.todo`)}</p>
      <p class="note">{t('panel.failed.note')}</p>
      {state.why !== 'no-address' && (
        <button type="button" class="again" onClick={onAgain}>
          {t('panel.again')}
        </button>
      )}
    </>
  );
}

/** Where it was read, and the way to the original. */
function Source({ document: { state, url } }: { document: Linked }) {
  if (state.status !== 'read' && url === null) return null;
  return (
    <footer class="source">
      {state.status === 'read' && <p>{t('panel.from', { host: new URL(state.url).host })}</p>}
      {state.status === 'read' && state.moved && <p>{t('panel.moved', { url: shown(state.url) })}</p>}
      {url !== null && (
        <a href={url} target="_blank" rel="noopener noreferrer">
          {t('panel.original')}
        </a>
      )}
    </footer>
  );
}

/** Host and path: queries may hold who the reader is. */
function shown(url: string): string {
  const { host, pathname } = new URL(url);
  return host + pathname;
}
