import { useState } from 'preact/hooks';
import type { Part } from '../../report/merge.ts';
import type { OutlineEntry, Report, Unread } from '../../types.ts';
import { language, type MessageKey, t, textOf } from '../i18n.ts';
import { LevelIcon } from '../icons.tsx';
import { type Overview, overviewHeadline, overviewOf, unreadDocuments } from '../overview.ts';
import { type Level, lenderLine, levelOf } from '../words.ts';
import { Answers } from './answers.tsx';
import { Flagged, type Jump, Promises, QuotedLanguage } from './clauses.tsx';
import { ConsentRows } from './consent.tsx';
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
  const overview = state.kind === 'page' ? overviewOf(state.page) : undefined;
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
        <div role="status" class={`state ${toneOf(overview)}`}>
          <h1>{titleOf(state, overview)}</h1>
          {noteOf(state, overview).map((note) => (
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
        {overview && <Counts parts={overview.parts} />}
        {report && <Parties report={report} />}
        {report && <PartlyUnread report={report} />}
        <p class="gone" role="alert">
          {gone ? t('action.jump.gone') : ''}
        </p>
        {state.kind === 'page' && <ConsentRows consent={state.page.consent} read={actions.readDocument} />}
        {overview && overview.parts.length > 0 && !overview.nothingRead && (
          <Answers parts={overview.parts} partly={overview.partly} onJump={jump} />
        )}
        {overview && report && (
          <QuotedLanguage.Provider value={report.language}>
            {!overview.nothingRead && <Outline report={report} load={actions.outline} onGo={go} />}
            <Flagged
              report={report}
              title={t(overview.documents.length > 0 ? 'consent.own' : 'popup.flagged')}
              onJump={jump}
            />
            <Contradictions report={report} onJump={jump} />
            <Promises report={report} onJump={jump} />
            <MissingList report={report} />
          </QuotedLanguage.Provider>
        )}
        {overview && overview.parts.length > 0 && (
          <ExportMenu
            parts={overview.parts}
            unread={[...pageUnread(state), ...unreadDocuments(language(), overview)]}
            actions={actions}
          />
        )}
        {site && mayChange(state) && <SiteActions site={site} disabled={state.kind === 'disabled'} actions={actions} />}
      </main>
      <footer>
        <p>{t('app.local')}</p>
        {overview && overview.parts.length > 0 && <p>{t('app.not-advice')}</p>}
      </footer>
    </>
  );
}

function reportOf(state: PopupState): Report | undefined {
  return state.kind === 'page' && state.page.status === 'checked' ? state.page.report : undefined;
}

/** What of the page itself is not in its report, because there is none. */
function pageUnread(state: PopupState): Unread[] {
  return state.kind === 'page' && state.page.status === 'could-not-check' ? state.page.unread : [];
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

function titleOf(state: PopupState, overview: Overview | undefined): string {
  if (state.kind === 'starting') return t('state.starting');
  if (state.kind === 'disabled') return t('state.disabled');
  if (state.kind === 'blocked') return t(state.why === 'needs-access' ? 'state.needs-access' : 'state.could-not-check');
  return (overview && headlineOf(state, overview)) ?? t(`state.${state.page.status}`);
}

/** A page that could not be read, and is still being read, says so until one of its documents says something worse. */
function headlineOf(state: PopupState, overview: Overview): string | undefined {
  const own = state.kind === 'page' && (state.page.status === 'checking' || state.page.status === 'could-not-check');
  return own && !overview.worst ? undefined : overviewHeadline(language(), overview);
}

const BLOCKED_NOTES: Record<Blocked, MessageKey> = {
  'browser-page': 'blocked.browser-page',
  store: 'blocked.store',
  pdf: 'blocked.pdf',
  file: 'blocked.file',
  'needs-access': 'state.needs-access.note',
  failed: 'blocked.failed',
};

function noteOf(state: PopupState, overview: Overview | undefined): string[] {
  if (state.kind === 'starting') return [];
  if (state.kind === 'disabled') return [t('state.disabled.note')];
  if (state.kind === 'blocked') return [t(BLOCKED_NOTES[state.why])];
  const { status } = state.page;
  const summed = overview && headlineOf(state, overview) !== undefined;
  const own =
    status === 'not-checked' || status === 'could-not-check'
      ? [...(summed ? [t(`state.${status}`)] : []), t(`state.${status}.note`)]
      : [];
  return [...own, ...(overview ? documentNotes(state, overview) : [])];
}

/** What the sentence does not say: documents that nobody read, and what it means that nothing was found. */
function documentNotes(state: PopupState, overview: Overview): string[] {
  const { open, worst, parts, nothingRead } = overview;
  const none = worst || nothingRead || parts.length === 0 ? [] : [t('headline.none.note')];
  if (open.length === 0) return none;
  const counted = nothingRead && headlineOf(state, overview) !== undefined;
  return [...(counted ? [] : [t('consent.unread', { n: open.length })]), t('consent.unread.note'), ...none];
}

/** Colour of the sentence: that of the worst clause. A page with no such clause stays neutral. */
function toneOf(overview: Overview | undefined): Level | '' {
  return overview?.worst ? levelOf(overview.worst.finding) : '';
}

const COUNTED = ['severe', 'serious', 'minor', 'promise'] as const satisfies Level[];

function Counts({ parts }: { parts: Part[] }) {
  const findings = parts.flatMap(({ report }) => report.findings);
  const counts = COUNTED.map((level) => ({ level, n: findings.filter((f) => levelOf(f) === level).length }));
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
