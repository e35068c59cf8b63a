import type { LinkState } from '../../messages.ts';
import { type MessageKey, t } from '../../ui/i18n.ts';
import { type Level, levelOf, severeIn } from '../../ui/words.ts';
import { risks } from '../../ui/headline.ts';
import type { Linked } from '../linked.ts';

/** Names come from the page. */
const NAME_LENGTH = 60;

export function nameOf({ name }: Pick<Linked, 'name'>): string {
  return name.length > NAME_LENGTH ? `${name.slice(0, NAME_LENGTH)}…` : name;
}

/** How a document's state is drawn. */
export type Look = Level | 'unread' | 'reading' | 'none' | 'failed';

export function lookOf(state: LinkState): Look {
  if (state.status !== 'read') return state.status;
  const { findings, unread = [] } = state.report;
  const worst = risks(state.report)[0] ?? findings[0];
  // What stands in a part that was not read nobody knows.
  return worst ? levelOf(worst) : unread.length > 0 ? 'failed' : 'none';
}

/** Everything a mark says, for those who do not see it and for those who point at it. */
export function describe(document: Linked): string {
  const name = nameOf(document);
  const { state } = document;
  if (state.status === 'unread') {
    const elsewhere = document.url !== null && !document.sameOrigin;
    return elsewhere
      ? t('beside.unread.elsewhere', { name, host: new URL(document.url!).host })
      : t('beside.unread', { name });
  }
  if (state.status !== 'read') return t(`beside.${state.status}` satisfies MessageKey, { name });
  const { findings, unread = [] } = state.report;
  if (findings.length > 0) return t('beside.read', { name, n: findings.length, severe: severeIn(state.report) });
  return unread.length > 0 ? t('beside.read.partly', { name, n: unread.length }) : t('beside.read.none', { name });
}

export interface MarkButtonProps {
  document: Linked;
  opened: boolean;
  onPress: () => void;
  onFocus: () => void;
  setElement: (element: HTMLElement | null) => void;
}

/** The mark beside a name. Where it stands is set from outside. */
export function MarkButton({ document, opened, onPress, onFocus, setElement }: MarkButtonProps) {
  const look = lookOf(document.state);
  const words = describe(document);
  return (
    <button
      type="button"
      class={`mark ${look}`}
      ref={setElement}
      aria-label={words}
      title={words}
      aria-haspopup={look === 'unread' || look === 'reading' ? undefined : 'dialog'}
      aria-expanded={look === 'unread' || look === 'reading' ? undefined : opened}
      onClick={onPress}
      onFocus={onFocus}
    >
      <Sign look={look} state={document.state} />
    </button>
  );
}

/** The shape says what the colour says. */
function Sign({ look, state }: { look: Look; state: LinkState }) {
  const count = state.status === 'read' ? state.report.findings.length : 0;
  return (
    <svg viewBox="0 0 18 18" aria-hidden="true" focusable="false">
      {OUTLINES[look]}
      {state.status === 'read' && look !== 'failed' && (
        <text x="9" y={count > 9 ? 12.2 : 12.7}>
          {Math.min(count, 99)}
        </text>
      )}
    </svg>
  );
}

const OUTLINES = {
  severe: <path class="full" d="M6 .7h6L17.3 6v6L12 17.3H6L.7 12V6Z" />,
  serious: <path class="edge thick" d="M9 1.2 16.8 9 9 16.8 1.2 9Z" />,
  minor: <circle class="edge thick" cx="9" cy="9" r="7.6" />,
  promise: <rect class="edge" x="1" y="1" width="16" height="16" rx="4" />,
  none: <circle class="edge" cx="9" cy="9" r="8" />,
  unread: (
    <>
      <circle class="edge" cx="9" cy="9" r="8.2" />
      <circle class="line" cx="8" cy="8" r="3.1" />
      <path class="line" d="m10.4 10.4 2.8 2.8" />
    </>
  ),
  reading: (
    <>
      <circle class="edge" cx="9" cy="9" r="8.2" />
      <circle class="dot" cx="5.2" cy="9" r="1.3" />
      <circle class="dot" cx="9" cy="9" r="1.3" />
      <circle class="dot" cx="12.8" cy="9" r="1.3" />
    </>
  ),
  failed: (
    <>
      <circle class="edge dashed" cx="9" cy="9" r="8.2" />
      <path class="line" d="M9 4.8v5.2M9 12.9v.2" />
    </>
  ),
} as const;
