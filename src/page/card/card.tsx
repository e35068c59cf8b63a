import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Finding, Frame, Report } from '../../types.ts';
import { language, type MessageKey, t, textOf } from '../../ui/i18n.ts';
import { LevelIcon } from '../../ui/icons.tsx';
import { clausePath, kindWord, lawTitle, levelOf, levelWord } from '../../ui/words.ts';
import { CloseButton } from '../close.tsx';

export interface CardProps {
  report: Report;
  /** Index into `report.findings`. */
  finding: number;
  /** The findings that quote the same passage, this one among them. */
  siblings: readonly number[];
  /** 1-based place of the passage among all marked ones. */
  at: number;
  count: number;
  /** Focus goes to the card when this changes to another positive number; 0 leaves it where it is. */
  focus: number;
  onStep: (by: 1 | -1) => void;
  /** Shows another finding of the report. */
  onPick: (finding: number) => void;
  onClose: () => void;
}

/** Findings below this say so. */
const UNSURE = 0.6;

/** What one clause means, what the law says of it and what the reader can do. */
export function Card(props: CardProps) {
  const { report, siblings, at, count, focus, onStep, onPick, onClose } = props;
  const finding = report.findings[props.finding];
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focus > 0) title.current?.focus({ preventScroll: true });
  }, [focus]);
  if (!finding) return null;
  const others = siblings.filter((index) => index !== props.finding);
  return (
    <section class={`card ${levelOf(finding)}`} role="dialog" aria-modal="false" aria-labelledby="card-title">
      <header>
        <p class="level">
          <LevelIcon level={levelOf(finding)} />
          {levelWord(language(), finding)}
          {finding.clause.length > 0 && <span class="clause">{clausePath(finding.clause)}</span>}
        </p>
        <h2 id="card-title" ref={title} tabIndex={-1}>
          {kindWord(language(), finding)}
        </h2>
        <CloseButton onClose={onClose} />
      </header>
      <div class="body" key={props.finding} tabIndex={0} role="group" aria-label={t('card.means')}>
        <blockquote>{finding.quote}</blockquote>
        <p class="why">{textOf(finding.why)}</p>
        {finding.confidence < UNSURE && <p class="note">{t('card.confidence.low')}</p>}
        <FrameList frame={finding.frame} />
        <Conflicts report={report} finding={props.finding} onPick={onPick} />
        <Laws finding={finding} />
        <Part title="card.todo">
          <p>{textOf(finding.todo)}</p>
        </Part>
        {others.length > 0 && (
          <Part title="card.also">
            <ul class="picks">
              {others.map((index) => (
                <li key={index}>
                  <PickButton report={report} finding={index} onPick={onPick} />
                </li>
              ))}
            </ul>
          </Part>
        )}
      </div>
      <footer>
        <button type="button" onClick={() => onStep(-1)} disabled={count < 2}>
          {t('action.previous')}
        </button>
        <span>{t('card.position', { at, n: count })}</span>
        <button type="button" onClick={() => onStep(1)} disabled={count < 2}>
          {t('action.next')}
        </button>
      </footer>
    </section>
  );
}

function Part({ title, children }: { title: MessageKey; children: ComponentChildren }) {
  return (
    <section class="part">
      <h3>{t(title)}</h3>
      {children}
    </section>
  );
}

const FRAME_ROWS: [keyof Frame, MessageKey][] = [
  ['actor', 'card.who'],
  ['action', 'card.does'],
  ['data', 'card.data'],
  ['people', 'card.people'],
  ['recipients', 'card.recipients'],
  ['trigger', 'card.trigger'],
  ['consent', 'card.consent'],
];

/** As an answer to what consent it rests on, these say nothing. */
const BARE_CONSENT = /^(?:同意|授权|授權|允许|允許|许可|許可|agree|consent|authori[sz]e|permit|allow)s?$/i;

/** The words of the clause itself, sorted by what they answer. */
function FrameList({ frame }: { frame: Frame }) {
  const rows = FRAME_ROWS.flatMap(([field, title]) => {
    const words = [frame[field] ?? []].flat().filter((word) => field !== 'consent' || !BARE_CONSENT.test(word));
    return words.length > 0 ? [{ title, words }] : [];
  });
  if (rows.length === 0) return null;
  return (
    <dl class="frame">
      {rows.map(({ title, words }) => (
        <div key={title}>
          <dt>{t(title)}</dt>
          <dd>{words.join(language() === 'en' ? ', ' : '、')}</dd>
        </div>
      ))}
    </dl>
  );
}

function Conflicts({ report, finding, onPick }: Pick<CardProps, 'report' | 'finding' | 'onPick'>) {
  const conflicts = report.contradictions.filter(({ promise, grant }) => promise === finding || grant === finding);
  if (conflicts.length === 0) return null;
  return (
    <Part title="card.conflict">
      {conflicts.map(({ promise, grant, text }) => (
        <div key={`${promise},${grant}`}>
          <p>{textOf(text)}</p>
          <PickButton report={report} finding={promise === finding ? grant : promise} onPick={onPick} />
        </div>
      ))}
    </Part>
  );
}

function PickButton({ report, finding, onPick }: Pick<CardProps, 'report' | 'finding' | 'onPick'>) {
  const other = report.findings[finding];
  if (!other) return null;
  return (
    <button type="button" class={`pick ${levelOf(other)}`} onClick={() => onPick(finding)}>
      <LevelIcon level={levelOf(other)} />
      {kindWord(language(), other)}
    </button>
  );
}

function Laws({ finding: { laws } }: { finding: Finding }) {
  if (laws.length === 0) return null;
  return (
    <Part title="card.law">
      <ul class="laws">
        {laws.map((law) => (
          <li key={law.id}>
            <cite>{lawTitle(language(), law)}</cite>
            <p>{textOf(law.plain)}</p>
            <p class="small">{t('card.binds', { who: textOf(law.binds) })}</p>
          </li>
        ))}
      </ul>
    </Part>
  );
}
