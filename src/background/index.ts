/** The background: answers page scripts, keeps the badge and the registration of the page script. Holds no page's state. */
import browser from 'webextension-polyfill';
import type { Engine } from '../engine/index.ts';
import type { Failure, Message, ToBackground } from '../messages.ts';
import { onSettingsChanged, readSettings } from '../store/settings.ts';
import { setLanguage } from '../ui/i18n.ts';
import { askToAllow } from './allow.ts';
import { analyze, outline } from './analyze.ts';
import { type PageChange, showBadge } from './badge.ts';
import { fetchLinked, isWeb, parseDocument, patternOf } from './documents.ts';
import { lazyEngine } from './engine.ts';
import { loadPdf } from './pdf.ts';
import { injectIntoOpenTabs, register } from './registration.ts';

type Request = Message<ToBackground>;

/** Adds every listener, at once as a worker that may be started for any of them must. */
export function startBackground(startEngine: () => Promise<Engine>): void {
  const engine = lazyEngine(startEngine);

  const reader = { engine: () => engine.get(), loadPdf };

  async function answer(request: Request, { tab, url = '' }: browser.Runtime.MessageSender): Promise<unknown> {
    switch (request.type) {
      case 'engine.wake':
        await engine.get();
        break;
      case 'engine.analyze':
        return analyze(await engine.get(), request, new Date());
      case 'engine.outline':
        return outline(await engine.get(), request);
      case 'document.parse':
        return parseDocument(request, reader);
      case 'document.read':
        return fetchLinked(request, url, reader);
      case 'document.allow':
        return askToAllow(request.url);
      case 'site.allowed':
        return isWeb(url) && browser.permissions.contains({ origins: [patternOf(url)] });
      case 'page.changed':
        if (tab?.id !== undefined) await badge(tab.id, request);
    }
    return null;
  }

  browser.runtime.onMessage.addListener((message: unknown, sender: browser.Runtime.MessageSender) =>
    isRequest(message)
      ? answer(message, sender).catch((error: unknown): Failure => ({ error: String(error) }))
      : undefined,
  );

  const update = () => register(readSettings).catch((error: unknown) => console.error(error));
  browser.runtime.onStartup.addListener(() => void update());
  browser.runtime.onInstalled.addListener(() => {
    void update().then(async () => injectIntoOpenTabs((await browser.permissions.getAll()).origins ?? []));
  });
  browser.permissions.onAdded.addListener(({ origins = [] }) => {
    void update().then(() => injectIntoOpenTabs(origins));
  });
  browser.permissions.onRemoved.addListener(() => void update());
  onSettingsChanged(() => void update());
}

async function badge(tabId: number, change: PageChange): Promise<void> {
  setLanguage((await readSettings()).language);
  await showBadge(tabId, change);
}

const TYPES: Record<Request['type'], true> = {
  'engine.wake': true,
  'engine.analyze': true,
  'engine.outline': true,
  'document.parse': true,
  'document.read': true,
  'document.allow': true,
  'site.allowed': true,
  'page.changed': true,
};

function isRequest(message: unknown): message is Request {
  return typeof message === 'object' && message !== null && 'type' in message && String(message.type) in TYPES;
}
