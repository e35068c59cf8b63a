import { useState } from 'preact/hooks';
import { t } from '../i18n.ts';
import type { PopupActions, Site } from './state.ts';

interface Props {
  site: Site;
  disabled: boolean;
  actions: Pick<PopupActions, 'setAlways' | 'setDisabled'>;
}

/** What the extension may do on this site from now on. */
export function SiteActions({ site, disabled, actions }: Props) {
  const [refused, setRefused] = useState(false);
  // The permission prompt opens only while the click is being handled: nothing may be awaited before the action.
  const run = (result: Promise<boolean>) => void result.then((changed) => setRefused(!changed));
  return (
    <section class="site" aria-label={site.host}>
      {disabled ? (
        <button type="button" onClick={() => run(actions.setDisabled(false))}>
          {t('action.enable')}
        </button>
      ) : (
        <>
          <button type="button" aria-pressed={site.always} onClick={() => run(actions.setAlways(!site.always))}>
            {t('action.always')}
          </button>
          <button type="button" onClick={() => run(actions.setDisabled(true))}>
            {t('action.never')}
          </button>
        </>
      )}
      <p class="done" role="status">
        {refused ? t('action.denied') : ''}
      </p>
    </section>
  );
}
