import { useId, useState } from 'preact/hooks';
import type { BoundRow, Consent, LinkedDocument, LinkFailure } from '../../messages.ts';
import type { Report } from '../../types.ts';
import { risks } from '../headline.ts';
import { t } from '../i18n.ts';
import { Chevron, LevelIcon } from '../icons.tsx';
import { levelOf } from '../words.ts';
import { ClauseElsewhere, QuotedLanguage } from './clauses.tsx';
import { UnreadList } from './notes.tsx';
import type { PopupActions } from './state.ts';

type ReadDocument = PopupActions['readDocument'];

/** The rows in which the page takes consent, each with the documents it binds and what is known of them. */
export function ConsentRows({ consent, read }: { consent: Consent; read: ReadDocument }) {
  const { rows, documents } = consent;
  if (rows.length === 0 && documents.length === 0) return null;
  // A document that several rows name stands with the first of them.
  const first = (index: number) => rows.findIndex((row) => row.documents.includes(index));
  const list = (row: number) =>
    documents.flatMap((document, index) => (first(index) === row ? [{ document, index }] : []));
  return (
    <section class="consent" aria-labelledby="consent">
      <h2 id="consent">{t('consent.title')}</h2>
      {rows.map((row, i) => (
        <div key={i} class="row">
          <Row row={row} />
          <Documents list={list(i)} read={read} />
        </div>
      ))}
      <Documents list={list(-1)} read={read} />
    </section>
  );
}

function Row({ row: { text, by, preTicked, here, documents } }: { row: BoundRow }) {
  return (
    <>
      <q class="said">{text}</q>
      <ul class="how">
        <li>{t(`consent.by.${by}`)}</li>
        {preTicked === 'yes' && <li class="warn">{t('consent.pre-ticked')}</li>}
        {documents.length > 1 && <li class="warn">{t(`consent.several.${by}`, { n: documents.length })}</li>}
        {here && <li>{t('consent.here')}</li>}
      </ul>
    </>
  );
}

function Documents({ list, read }: { list: { document: LinkedDocument; index: number }[]; read: ReadDocument }) {
  if (list.length === 0) return null;
  return (
    <ul class="documents">
      {list.map(({ document, index }) => (
        <li key={index}>
          <Document document={document} read={() => read(index)} />
        </li>
      ))}
    </ul>
  );
}

function Document({ document, read }: { document: LinkedDocument; read: () => Promise<boolean> }) {
  const [asked, setAsked] = useState(false);
  const [denied, setDenied] = useState(false);
  const { name, url, sameOrigin, state } = document;
  const reading = asked || state.status === 'reading';
  const link = webAddress(state.status === 'read' ? state.url : url);
  const again = state.status === 'failed';
  const canRead = !reading && url !== null && (state.status === 'unread' || (again && MAY_HELP.has(state.why)));
  const start = () => {
    // The browser asks for another site only while the click is being handled: nothing is awaited before.
    const done = read();
    setAsked(true);
    setDenied(false);
    void done.then((allowed) => {
      setAsked(false);
      setDenied(!allowed);
    });
  };
  const action = t(again ? 'consent.read-again' : 'consent.read');
  return (
    <>
      <p class="name">{t('consent.name', { name })}</p>
      <div class="what" aria-busy={reading}>
        <State document={document} reading={reading} />
        {canRead && (
          <button type="button" aria-label={t('consent.read-named', { action, name })} onClick={start}>
            {action}
          </button>
        )}
      </div>
      <p class="denied" role="status">
        {denied ? t('consent.denied') : ''}
      </p>
      {!sameOrigin && url !== null && (
        <p class="soft">{t('consent.other-site', { host: URL.parse(url)?.host ?? '' })}</p>
      )}
      {state.status === 'read' && state.moved && <p class="soft">{t('consent.moved', { url: state.url })}</p>}
      {state.status === 'read' && <Findings name={name} report={state.report} />}
      {link !== undefined && (
        <a
          class="soft"
          href={link}
          target="_blank"
          rel="noreferrer"
          aria-label={t('consent.read-named', { action: t('consent.open'), name })}
        >
          {t('consent.open')}
        </a>
      )}
    </>
  );
}

/** Failures that another try may overcome. */
const MAY_HELP = new Set<LinkFailure>([
  'not-allowed',
  'unreachable',
  'timeout',
  'http-error',
  'no-text',
  'no-agreement',
  'engine-failed',
]);

function webAddress(url: string | null): string | undefined {
  const parsed = url === null ? null : URL.parse(url);
  return parsed && /^https?:$/.test(parsed.protocol) ? parsed.href : undefined;
}

/** Where it stands, in words; of what was read, `Findings` tells. */
function State({ document: { state }, reading }: { document: LinkedDocument; reading: boolean }) {
  if (reading) return <p class="soft">{t('consent.state.reading')}</p>;
  if (state.status === 'unread') return <p class="soft">{t('consent.state.unread')}</p>;
  if (state.status !== 'failed') return null;
  return (
    <p class="failed">
      <strong>
        {t(`link-failure.${state.why}`)}
        {state.detail && <span class="detail"> ({state.detail})</span>}
      </strong>
      <span class="todo">{t(`link-failure.${state.why}.todo`)}</span>
    </p>
  );
}

/** How much was found in a document, opening to what. */
function Findings({ name, report }: { name: string; report: Report }) {
  const [open, setOpen] = useState(false);
  const panel = useId();
  const found = risks(report);
  const promises = report.findings.filter(({ effect }) => effect === 'limits');
  const [worst] = found;
  const unread = report.unread ?? [];
  const level = worst && levelOf(worst);
  const said = worst
    ? t('consent.state.found', { n: found.length })
    : t(promises.length > 0 ? 'consent.state.promises' : 'consent.state.none');
  return (
    <>
      <button
        type="button"
        class={`found ${level ?? ''}`}
        aria-expanded={open}
        aria-controls={panel}
        aria-label={t('consent.read-named', { action: said, name })}
        onClick={() => setOpen(!open)}
      >
        <span class={`level ${level ?? ''}`}>
          {level && <LevelIcon level={level} />}
          {said}
        </span>
        <Chevron />
      </button>
      <div id={panel} class="inside" hidden={!open}>
        <QuotedLanguage.Provider value={report.language}>
          {found.length === 0 && <p class="soft">{t('headline.none.note')}</p>}
          {[...found, ...promises].map((finding) => (
            <ClauseElsewhere key={`${finding.start} ${finding.category}`} finding={finding} />
          ))}
        </QuotedLanguage.Provider>
      </div>
      {unread.length > 0 && <UnreadList unread={unread} />}
    </>
  );
}
