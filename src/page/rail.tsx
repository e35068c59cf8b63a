import { useState } from 'preact/hooks';
import type { Report } from '../types.ts';
import { t } from '../ui/i18n.ts';
import { LevelIcon } from '../ui/icons.tsx';
import { type Level, levelOf } from '../ui/words.ts';
import type { Mark } from './marks.ts';

export interface RailProps {
  marks: readonly Mark[];
  report: Report;
  /** UTF-16 length of the text the marks lie in. */
  length: number;
  opened: Mark | undefined;
  /** Opens the next mark, as the keyboard does. */
  onNext: () => void;
  onGo: (mark: Mark) => void;
}

/**
 * A thin strip at the edge showing how far into the text each mark stands; it can be folded away. Phones have no room for
 * more than its button (see the style sheet).
 */
export function Rail({ marks, report, length, opened, onNext, onGo }: RailProps) {
  const [folded, setFolded] = useState(false);
  const levels = marks.map((mark) => levelOf(report.findings[mark.findings[0]!]!));
  const worst = ORDER.find((level) => levels.includes(level)) ?? 'promise';
  /** A tap near a tick is meant for it: ticks are too thin to be hit. */
  const goNearest = (event: MouseEvent) => {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    const at = ((event.clientY - box.top) / box.height) * length;
    const nearest = marks.toSorted((a, b) => Math.abs(a.start - at) - Math.abs(b.start - at))[0];
    if (nearest) onGo(nearest);
  };
  return (
    <nav class="rail" aria-label={t('rail.label')}>
      <button type="button" class={`count ${worst}`} aria-label={t('rail.next', { n: marks.length })} onClick={onNext}>
        <LevelIcon level={worst} />
        <span aria-hidden="true">{marks.length}</span>
      </button>
      {!folded && (
        <div class="strip" aria-hidden="true" onClick={goNearest}>
          {marks.map((mark, index) => (
            <i
              key={mark.findings[0]}
              class={mark === opened ? `${levels[index]} opened` : levels[index]}
              // Moved by a transform: a move by `top` would count as a shift of the page's own layout.
              style={{ transform: `translateY(${((100 * mark.start) / Math.max(1, length)).toFixed(2)}cqh)` }}
            />
          ))}
        </div>
      )}
      <button
        type="button"
        class="fold"
        aria-expanded={!folded}
        aria-label={folded ? t('rail.unfold') : t('rail.fold')}
        onClick={() => setFolded(!folded)}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d={folded ? 'M10 3L5 8l5 5' : 'M6 3l5 5-5 5'} />
        </svg>
      </button>
    </nav>
  );
}

const ORDER: readonly Level[] = ['severe', 'serious', 'minor', 'promise'];
