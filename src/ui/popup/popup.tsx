import { useState } from 'preact/hooks';
import type { Finding, OutlineEntry, Report } from '../../types.ts';
import { headline } from '../headline.ts';
import { language, type MessageKey, t, textOf } from '../i18n.ts';
import { LevelIcon } from '../icons.tsx';
import { type Level, lenderLine, levelOf } from '../words.ts';
import { Answers } from './answers.tsx';
import { Flagged, type Jump, Promises, QuotedLanguage } from './clauses.tsx';
import { ExportMenu } from './export-menu.tsx';
import { Contradictions, MissingList, PartlyUnread, UnreadList } from './notes.tsx';
import { Outline } from './outline.tsx';
import { SiteActions } from './site-actions.tsx';
import type { Blocked, PopupActions, PopupState, Site } from './state.ts';

interface Props {
  state: PopupState;
  site?: Site | undefined;
  actions: PopupActions;
}

/** The popup, from what is known of the tab. Sentence first, then the five answers, then everything else. */
export function Popup({ state, site, actions }: Props) {
  const report = reportOf(state);
  const [gone, setGone] = useState(false);
  const jump: Jump = (finding) => {
    if (report === undefined) return;
    void actions.jump(report.findings.indexOf(finding)).then((found) => setGone(!found));
  };
  const go = (entry: OutlineEntry) => void actions.go(entry).then((found) => setGone(!found));
  return (
    <>
      <header>
        <span class="brand">{t('app.name')}</span>
        <span class="host">{site?.host}</span>
        <button type="button" class="plain" onClick={() => actions.openSettings()}>
          {t('action.options')}
        </button>
      </header>
      <main aria-busy={isBusy(state)}>
        <div role="status" class={`state ${toneOf(report)}`}>
          <h1>{titleOf(state)}</h1>
          {noteOf(state).map((note) => (
            <p key={note}>{note}</p>
          ))}
        </div>
        {canCheck(state) && (
          <button type="button" class="primary" onClick={() => actions.check()}>
            {t(
              state.kind === 'page' && state.page.status === 'could-not-check' ? 'action.check-again' : 'action.check',
            )}
          </button>
        )}
        {state.kind === 'page' && state.page.status === 'could-not-check' && <UnreadList unread={state.page.unread} />}
        {report && (
          <QuotedLanguage.Provider value={report.language}>
            <Counts report={report} />
            <Parties report={report} />
            <PartlyUnread report={report} />
            <p class="gone" role="alert">
              {gone ? t('action.jump.gone') : ''}
            </p>
            <Answers report={report} onJump={jump} />
            <Outline report={report} load={actions.outline} onGo={go} />
            <Flagged report={report} onJump={jump} />
            <Contradictions report={report} onJump={jump} />
            <Promises report={report} onJump={jump} />
            <MissingList report={report} />
            <ExportMenu report={report} actions={actions} />
          </QuotedLanguage.Provider>
        )}
        {site && mayChange(state) && <SiteActions site={site} disabled={state.kind === 'disabled'} actions={actions} />}
      </main>
      <footer>
        <p>{t('app.local')}</p>
        {report && <p>{t('app.not-advice')}</p>}
      </footer>
    </>
  );
}

function reportOf(state: PopupState): Report | undefined {
  return state.kind === 'page' && state.page.status === 'checked' ? state.page.report : undefined;
}

function isBusy(state: PopupState): boolean {
  return state.kind === 'starting' || (state.kind === 'page' && state.page.status === 'checking');
}

/** Nothing to choose for a site whose page no permission would open. */
function mayChange(state: PopupState): boolean {
  return state.kind !== 'blocked' || state.why === 'needs-access';
}

function canCheck(state: PopupState): boolean {
  return state.kind === 'page' && (state.page.status === 'not-checked' || state.page.status === 'could-not-check');
}

function titleOf(state: PopupState): string {
  if (state.kind === 'starting') return t('state.starting');
  if (state.kind === 'disabled') return t('state.disabled');
  if (state.kind === 'blocked') return t(state.why === 'needs-access' ? 'state.needs-access' : 'state.could-not-check');
  return state.page.status === 'checked' ? headline(language(), state.page.report) : t(`state.${state.page.status}`);
}

const BLOCKED_NOTES: Record<Blocked, MessageKey> = {
  'browser-page': 'blocked.browser-page',
  store: 'blocked.store',
  pdf: 'blocked.pdf',
  file: 'blocked.file',
  'needs-access': 'state.needs-access.note',
  failed: 'blocked.failed',
};

function noteOf(state: PopupState): string[] {
  if (state.kind === 'starting') return [];
  if (state.kind === 'disabled') return [t('state.disabled.note')];
  if (state.kind === 'blocked') return [t(BLOCKED_NOTES[state.why])];
  const { page } = state;
  if (page.status === 'checking') return [];
  if (page.status !== 'checked') return [t(`state.${page.status}.note`)];
  return page.report.findings.some((f) => f.effect === 'grants') ? [] : [t('headline.none.note')];
}

/** Colour of the sentence: that of the worst clause. A page with no such clause stays neutral. */
function toneOf(report: Report | undefined): Level | '' {
  const worst = report?.findings.reduce<Finding | undefined>(
    (a, b) => (b.effect === 'grants' && b.severity > (a?.severity ?? 0) ? b : a),
    undefined,
  );
  return worst ? levelOf(worst) : '';
}

const COUNTED = ['severe', 'serious', 'minor', 'promise'] as const satisfies Level[];

function Counts({ report }: { report: Report }) {
  const counts = COUNTED.map((level) => ({ level, n: report.findings.filter((f) => levelOf(f) === level).length }));
  return (
    <ul class="counts">
      {counts.map(({ level, n }) =>
        n === 0 ? null : (
          <li key={level} class={level}>
            <LevelIcon level={level} />
            {t(`popup.count.${level}`, { n })}
          </li>
        ),
      )}
    </ul>
  );
}

function Parties({ report: { platform } }: { report: Report }) {
  if (platform === undefined) return null;
  return (
    <dl class="parties">
      <div>
        <dt>{t('popup.platform')}</dt>
        <dd>{textOf(platform.name)}</dd>
      </div>
      <div>
        <dt>{t('popup.lender')}</dt>
        <dd>{lenderLine(language(), platform)}</dd>
      </div>
    </dl>
  );
}
