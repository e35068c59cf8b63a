import { render } from 'preact';
import browser from 'webextension-polyfill';
import { NO_CONSENT } from '../../messages.ts';
import { readSettings } from '../../store/settings.ts';
import { language, setLanguage, t } from '../i18n.ts';
import {
  allowDocument,
  check,
  findTab,
  go,
  jump,
  look,
  onPageChanged,
  outline,
  readDocument,
  setAlways,
  setDisabled,
  siteOf,
  type Tab,
} from './connection.ts';
import { Popup } from './popup.tsx';
import type { PopupActions, PopupState, Site } from './state.ts';

/** Shows the popup in `root` and keeps it in step with its tab for as long as it is open. */
export async function runPopup(root: HTMLElement): Promise<void> {
  document.documentElement.dataset['in'] = browser.extension.getViews({ type: 'popup' }).includes(window)
    ? 'popup'
    : 'tab';
  setLanguage((await readSettings()).language);
  document.documentElement.lang = language();
  document.title = t('app.name');

  const tab = await findTab(location.search);
  let site: Site | undefined;
  let state: PopupState = tab ? { kind: 'starting' } : { kind: 'blocked', why: 'failed' };
  const draw = () => render(<Popup state={state} site={site} actions={actions} />, root);
  const show = (next: PopupState) => {
    state = next;
    draw();
  };

  let looks = 0;
  async function refresh(of: Tab): Promise<void> {
    const mine = ++looks;
    const [nextSite, next] = await Promise.all([siteOf(of), look(of)]);
    if (mine !== looks) return;
    site = nextSite;
    show(next);
  }

  const actions: PopupActions = {
    check() {
      if (tab === undefined) return;
      show({ kind: 'page', page: { status: 'checking', consent: NO_CONSENT } });
      void check(tab).then(show);
    },
    jump: async (finding) => tab !== undefined && jump(tab, finding),
    outline: async () => (tab === undefined ? undefined : outline(tab)),
    go: async (entry) => tab !== undefined && go(tab, entry),
    async readDocument(index) {
      const document = state.kind === 'page' ? state.page.consent.documents[index] : undefined;
      if (tab === undefined || document === undefined) return true;
      const allowed = allowDocument(document);
      if (!(await allowed)) return false;
      show(await readDocument(tab, index));
      return true;
    },
    async setAlways(on) {
      const changed = site !== undefined && (await setAlways(site, on));
      if (changed && tab) await refresh(tab);
      return changed;
    },
    async setDisabled(on) {
      const changed = site !== undefined && (await setDisabled(site, on));
      if (changed && tab) await refresh(tab);
      return changed;
    },
    openSettings: () => void browser.runtime.openOptionsPage(),
    save,
    copy: (text) =>
      navigator.clipboard.writeText(text).then(
        () => true,
        () => false,
      ),
  };

  draw();
  if (tab === undefined) return;
  onPageChanged(tab, () => void refresh(tab));
  await refresh(tab);
}

function save(name: string, mediaType: string, content: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type: mediaType }));
  link.download = name;
  link.click();
  // The download reads the blob after the click; a minute is more than it needs.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
