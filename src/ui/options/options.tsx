import { useId } from 'preact/hooks';
import { keyName } from '../../page/keys.ts';
import type { Settings } from '../../store/settings.ts';
import { type LanguageSetting, type MessageKey, t, UI_LANGUAGES } from '../i18n.ts';

const CHOICES: LanguageSetting[] = ['auto', ...UI_LANGUAGES];

/** Names of the interface languages, each in itself. */
const LANGUAGE_NAMES = { 'zh-CN': '简体中文', 'zh-TW': '繁體中文', en: 'English' } as const;

export interface OptionsProps {
  settings: Settings;
  /** Match patterns of the sites whose pages are always read. */
  allowed: string[];
  version: string;
  /** What the last change came to: a sentence for the live region, or "". */
  said: string;
  change: (change: Partial<Settings>) => void;
  disallow: (pattern: string) => void;
}

/** The settings page: language, sites, the rail, and what the extension does with what it reads. */
export function Options({ settings, allowed, version, said, change, disallow }: OptionsProps) {
  const languageId = useId();
  return (
    <main>
      <h1>{t('options.title')}</h1>
      <p class="said" role="status">
        {said}
      </p>
      <section>
        <h2>
          <label for={languageId}>{t('options.language')}</label>
        </h2>
        <select
          id={languageId}
          value={settings.language}
          onChange={({ currentTarget }) => change({ language: CHOICES[currentTarget.selectedIndex] ?? 'auto' })}
        >
          {CHOICES.map((choice) => (
            <option key={choice} value={choice} {...(choice === 'auto' ? {} : { lang: choice })}>
              {choice === 'auto' ? t('options.language.auto') : LANGUAGE_NAMES[choice]}
            </option>
          ))}
        </select>
      </section>
      <section>
        <h2>{t('options.page')}</h2>
        <label class="tick">
          <input
            type="checkbox"
            checked={settings.showRail}
            onChange={(event) => change({ showRail: event.currentTarget.checked })}
          />
          {t('options.rail')}
        </label>
        <p class="keys">
          {t('options.keys', { next: keyName(settings.keys.next), previous: keyName(settings.keys.previous) })}
        </p>
      </section>
      <section>
        <h2>{t('options.linked')}</h2>
        <label class="tick">
          <input
            type="checkbox"
            checked={settings.readLinked}
            onChange={(event) => change({ readLinked: event.currentTarget.checked })}
          />
          {t('options.read-linked')}
        </label>
        <p class="soft">{t('options.read-linked.note')}</p>
      </section>
      <Sites title="options.always" none="options.always.none" sites={allowed} remove={disallow} />
      <Sites
        title="options.never"
        none="options.never.none"
        sites={settings.disabledSites}
        remove={(site) => change({ disabledSites: settings.disabledSites.filter((other) => other !== site) })}
      />
      <Sites
        title="options.quiet"
        none="options.quiet.none"
        sites={settings.quietSites}
        remove={(site) => change({ quietSites: settings.quietSites.filter((other) => other !== site) })}
      />
      <section>
        <h2>{t('options.privacy')}</h2>
        <ul class="facts">
          <li>{t('options.privacy.local')}</li>
          <li>{t('options.privacy.stored')}</li>
          <li>{t('options.privacy.network')}</li>
        </ul>
      </section>
      <section>
        <h2>{t('options.about')}</h2>
        <p>
          {t('app.name')} {t('options.version', { version })}
        </p>
        <p>{t('app.not-advice')}</p>
      </section>
    </main>
  );
}

interface SitesProps {
  title: MessageKey;
  none: MessageKey;
  sites: string[];
  remove: (site: string) => void;
}

function Sites({ title, none, sites, remove }: SitesProps) {
  return (
    <section>
      <h2>{t(title)}</h2>
      {sites.length === 0 ? (
        <p class="soft">{t(none)}</p>
      ) : (
        <ul class="sites">
          {sites.map((site) => (
            <li key={site}>
              <span>{site}</span>
              <button type="button" aria-label={t('options.remove', { site })} onClick={() => remove(site)}>
                {t('action.remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
