/** The toolbar badge: a number is a count of severe clauses, "!" says that something could not be checked. */
import browser from 'webextension-polyfill';
import type { ToBackground } from '../messages.ts';
import { t } from '../ui/i18n.ts';

export type PageChange = ToBackground['page.changed']['request'];

export interface Badge {
  /** "" shows no badge: nothing severe, or nothing was checked; the title tells which. */
  text: string;
  colour: string;
  /** The tooltip of the button. */
  title: string;
}

const SEVERE = '#b42318';
const UNREAD = '#5c5f66';

/** What the badge of a page shows; never anything that reads as "all clear" for a page that was not read whole. */
export function badgeOf({ status, severe, findings, unread }: PageChange): Badge {
  if (status === 'could-not-check') return { text: '!', colour: UNREAD, title: t('badge.could-not-check') };
  if (status !== 'checked') return { text: '', colour: UNREAD, title: t(`badge.${status}`) };
  const found = findings === 0 ? t('badge.none') : t('badge.checked', { severe, n: findings });
  const title = unread > 0 ? `${found} ${t('badge.unread', { n: unread })}` : found;
  if (severe > 0) return { text: severe > 99 ? '99+' : String(severe), colour: SEVERE, title };
  return { text: unread > 0 ? '!' : '', colour: UNREAD, title };
}

/** Sets the badge of one tab; a tab that closed meanwhile is no error. */
export async function showBadge(tabId: number, change: PageChange): Promise<void> {
  const { text, colour, title } = badgeOf(change);
  await Promise.allSettled([
    browser.action.setBadgeText({ tabId, text }),
    browser.action.setBadgeBackgroundColor({ tabId, color: colour }),
    browser.action.setTitle({ tabId, title: `${t('app.name')} · ${title}` }),
  ]);
}
