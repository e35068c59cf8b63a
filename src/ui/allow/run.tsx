import { render } from 'preact';
import browser from 'webextension-polyfill';
import { ALLOW_PORT } from '../../messages.ts';
import { readSettings } from '../../store/settings.ts';
import { language, setLanguage, t } from '../i18n.ts';
import { Allow } from './allow.tsx';

/** Shorter than the half minute after which Chrome ends a worker that nobody speaks to, in ms. */
const PING = 20_000;

/** Asks for the site of the address in `?url=`, and ends the window with the answer. */
export async function runAllow(root: HTMLElement): Promise<void> {
  const url = URL.parse(new URLSearchParams(location.search).get('url') ?? '');
  const port = browser.runtime.connect({ name: ALLOW_PORT });
  setInterval(() => port.postMessage(null), PING);
  setLanguage((await readSettings()).language);
  document.documentElement.lang = language();
  if (!url || !/^https?:$/.test(url.protocol)) return end();
  document.title = `${t('app.name')} · ${t('allow.title', { site: url.hostname })}`;
  const origins = [`${url.protocol}//${url.hostname}/*`];
  const allow = () => void browser.permissions.request({ origins }).then(end, end);
  render(<Allow site={url.hostname} allow={allow} refuse={() => void end()} />, root);
}

async function end(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.remove(tab.id);
}
