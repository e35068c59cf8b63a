import { useId, useState } from 'preact/hooks';
import type { Finding, Report, Unread } from '../../types.ts';
import { t, textOf } from '../i18n.ts';
import { Chevron } from '../icons.tsx';
import { type Jump, Quote } from './clauses.tsx';

/** The parts that were not read, each with the reason and what to do. */
export function UnreadList({ unread }: { unread: Unread[] }) {
  return (
    <ul class="unread">
      {unread.map(({ reason, where }) => (
        <li key={`${reason} ${where}`}>
          {t(`unread.${reason}`)}
          {where && <span class="where">{where}</span>}
          <span class="todo">{t(`unread.${reason}.todo`)}</span>
        </li>
      ))}
    </ul>
  );
}

/** The banner of a page that was read only in part; opens to the list of what was not. */
export function PartlyUnread({ report }: { report: Report }) {
  const [open, setOpen] = useState(false);
  const panel = useId();
  if (!report.unread?.length) return null;
  return (
    <section class="banner" aria-labelledby="unread">
      <h2 id="unread">
        <button type="button" aria-expanded={open} aria-controls={panel} onClick={() => setOpen(!open)}>
          {t('unread.title', { n: report.unread.length })}
          <Chevron />
        </button>
      </h2>
      <p>{t('unread.note')}</p>
      <div id={panel} hidden={!open}>
        <UnreadList unread={report.unread} />
      </div>
    </section>
  );
}

/** The findings at `indices`; one that is not there (a report from another version) is left out. */
function at(report: Report, indices: number[]): Finding[] {
  return indices.flatMap((i) => report.findings[i] ?? []);
}

export function Contradictions({ report, onJump }: { report: Report; onJump: Jump }) {
  if (report.contradictions.length === 0) return null;
  return (
    <section aria-labelledby="contradictions">
      <h2 id="contradictions">{t('popup.contradictions')}</h2>
      {report.contradictions.map(({ promise, grant, text }) => (
        <div key={`${promise} ${grant}`} class="contradiction">
          <p>{textOf(text)}</p>
          <h3>{t('popup.contradiction.promise')}</h3>
          {at(report, [promise]).map((finding) => (
            <Quote key={finding.start} finding={finding} onJump={onJump} />
          ))}
          <h3>{t('popup.contradiction.grant')}</h3>
          {at(report, [grant]).map((finding) => (
            <Quote key={finding.start} finding={finding} onJump={onJump} />
          ))}
        </div>
      ))}
    </section>
  );
}

export function MissingList({ report }: { report: Report }) {
  if (!report.missing?.length) return null;
  return (
    <section aria-labelledby="missing">
      <h2 id="missing">{t('popup.missing')}</h2>
      <ul class="missing">
        {report.missing.map(({ id, text }) => (
          <li key={id}>{textOf(text)}</li>
        ))}
      </ul>
    </section>
  );
}
