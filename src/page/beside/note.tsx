import { t } from '../../ui/i18n.ts';
import { CloseButton } from '../close.tsx';

export interface NoteProps {
  kind: 'agreeing' | 'form';
  text: string;
  /** What else there is to know: which documents nobody read. */
  more?: string | undefined;
  /** To the clauses; absent where there are none. */
  onLook?: (() => void) | undefined;
  onQuiet?: (() => void) | undefined;
  onClose: () => void;
  /** Shows the whole of a note that was folded for want of room. */
  onUnfold: () => void;
  setElement: (element: HTMLElement | null) => void;
}

/** One quiet sentence beside a row or a form. Where it stands is set from outside. */
export function Note({ kind, text, more, onLook, onQuiet, onClose, onUnfold, setElement }: NoteProps) {
  return (
    <section class={`note-box ${kind}`} ref={setElement} aria-label={t('app.name')}>
      {kind === 'form' && (
        <button type="button" class="unfold" onClick={onUnfold}>
          {t('form.unfold')}
        </button>
      )}
      <p>{text}</p>
      {more && <p class="small">{more}</p>}
      <p class="ways">
        {onLook && (
          <button type="button" onClick={onLook}>
            {t('note.look')}
          </button>
        )}
        {onQuiet && (
          <button type="button" class="quiet" onClick={onQuiet}>
            {t('note.quiet')}
          </button>
        )}
      </p>
      <CloseButton onClose={onClose} />
    </section>
  );
}
