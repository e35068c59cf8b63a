import { useState } from 'preact/hooks';
import { t } from '../i18n.ts';

export interface AllowProps {
  /** The host that stands to be allowed: "docs.example". */
  site: string;
  /** Asks the browser, which takes it only from a click, then ends the window. Call it in a click handler. */
  allow: () => void;
  refuse: () => void;
}

/** One question: may this site be read. */
export function Allow({ site, allow, refuse }: AllowProps) {
  const [asking, setAsking] = useState(false);
  return (
    <main>
      <h1>{t('allow.title', { site })}</h1>
      <p>{t('allow.text')}</p>
      <p class="soft">{t('allow.note')}</p>
      <div class="choice">
        <button
          type="button"
          class="primary"
          onClick={() => {
            allow();
            setAsking(true);
          }}
        >
          {t('allow.yes')}
        </button>
        <button type="button" onClick={refuse}>
          {t('allow.no')}
        </button>
      </div>
      <p class="soft" role="status">
        {asking ? t('allow.asking') : ''}
      </p>
    </main>
  );
}
