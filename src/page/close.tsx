import { t } from '../ui/i18n.ts';

/** The cross of the card, the panel and the notes. */
export function CloseButton({ onClose }: { onClose: () => void }) {
  return (
    <button type="button" class="close" aria-label={t('action.close')} onClick={onClose}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="M3 3l10 10M13 3L3 13" />
      </svg>
    </button>
  );
}
