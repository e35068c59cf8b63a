import { useEffect, useId, useState } from 'preact/hooks';
import type { OutlineEntry, Report, TopicId } from '../../types.ts';
import { t } from '../i18n.ts';
import { Chevron, LevelIcon } from '../icons.tsx';
import { levelOf } from '../words.ts';
import { useQuotedLang } from './clauses.tsx';
import type { PopupActions } from './state.ts';

interface Props {
  report: Report;
  load: PopupActions['outline'];
  onGo: (entry: OutlineEntry) => void;
}

/** The agreement's own order: its parts, with what lies in each. Asked for when first opened, and again for a new text. */
export function Outline({ report, load, onGo }: Props) {
  const [open, setOpen] = useState(false);
  const [entries, setEntries] = useState<OutlineEntry[] | 'loading' | 'failed'>('loading');
  const panel = useId();
  const { sha256 } = report;
  useEffect(() => {
    if (!open) return undefined;
    let isCurrent = true;
    setEntries('loading');
    void load().then((loaded) => {
      if (isCurrent) setEntries(loaded ?? 'failed');
    });
    return () => {
      isCurrent = false;
    };
  }, [open, sha256]);
  return (
    <section class="outline">
      <h2>
        <button type="button" class="wide" aria-expanded={open} aria-controls={panel} onClick={() => setOpen(!open)}>
          {t('outline.title')}
          <Chevron />
        </button>
      </h2>
      <div id={panel} hidden={!open}>
        <p class="soft" role="status">
          {open ? noteOn(entries) : ''}
        </p>
        {Array.isArray(entries) && (
          <ul class="places">
            {entries.map((entry) => (
              <li key={entry.start} class={`level-${entry.level}`}>
                <Place entry={entry} report={report} onGo={onGo} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

function noteOn(entries: OutlineEntry[] | 'loading' | 'failed'): string {
  if (entries === 'loading') return t('outline.loading');
  if (entries === 'failed') return t('outline.failed');
  return entries.length === 0 ? t('outline.none') : '';
}

/** One part, a button that goes to it. */
function Place({ entry, report, onGo }: { entry: OutlineEntry; report: Report; onGo: (entry: OutlineEntry) => void }) {
  const quoted = useQuotedLang();
  const [first, ...others] = entry.topics;
  // Without a title of its own the topic stands in for it.
  const tags = entry.title === undefined ? others : entry.topics;
  return (
    <button type="button" class="place" onClick={() => onGo(entry)}>
      {entry.title === undefined ? (
        <span class="name">{first && topicWord(first)}</span>
      ) : (
        <span class="name" {...quoted}>
          {entry.until === undefined ? entry.title : t('outline.until', { first: entry.title, last: entry.until })}
        </span>
      )}
      {tags.map((topic) => (
        <span key={topic} class="topic">
          {topicWord(topic)}
        </span>
      ))}
      <Flags entry={entry} report={report} />
    </button>
  );
}

const topicWord = (topic: TopicId): string => t(`topic.${topic}`);

const FLAGGED = ['severe', 'serious', 'minor'] as const;

/** How many clauses that allow something lie in the part, worst first. */
function Flags({ entry: { start, end }, report }: { entry: OutlineEntry; report: Report }) {
  const inside = report.findings.filter((finding) => finding.start >= start && finding.start < end).map(levelOf);
  return FLAGGED.map((level) => {
    const n = inside.filter((each) => each === level).length;
    return n === 0 ? null : (
      <span key={level} class={`level ${level}`}>
        <LevelIcon level={level} />
        {t(`popup.count.${level}`, { n })}
      </span>
    );
  });
}
