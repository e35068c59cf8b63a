import { render } from 'preact';
import browser from 'webextension-polyfill';
import { readSettings, saveSettings, type Settings } from '../../store/settings.ts';
import { language, setLanguage, t } from '../i18n.ts';
import { Options } from './options.tsx';

/** Shows the settings page in `root`, and keeps it true to what is stored and allowed. */
export async function runOptions(root: HTMLElement): Promise<void> {
  let said = '';

  async function draw(): Promise<void> {
    const [settings, permissions] = await Promise.all([readSettings(), browser.permissions.getAll()]);
    setLanguage(settings.language);
    document.documentElement.lang = language();
    document.title = t('options.title');
    render(
      <Options
        settings={settings}
        allowed={(permissions.origins ?? []).toSorted()}
        version={browser.runtime.getManifest().version}
        said={said}
        change={(change) => void save(change)}
        disallow={(pattern) => void disallow(pattern)}
      />,
      root,
    );
  }

  async function save(change: Partial<Settings>): Promise<void> {
    const saved = await saveSettings(change);
    // The sentence must be in the language just chosen.
    setLanguage((await readSettings()).language);
    said = t(saved ? 'options.saved' : 'options.not-saved');
    await draw();
  }

  async function disallow(pattern: string): Promise<void> {
    // A permission that the extension cannot do without is refused with an error.
    const removed = await browser.permissions.remove({ origins: [pattern] }).catch(() => false);
    said = t(removed ? 'options.saved' : 'options.not-saved');
    await draw();
  }

  browser.permissions.onAdded.addListener(() => void draw());
  browser.permissions.onRemoved.addListener(() => void draw());
  await draw();
}
