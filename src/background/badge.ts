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
export function badgeOf(change: PageChange): Badge {
  const { severe, unread, waiting } = change;
  const title = [
    said(change),
    ...(change.status === 'checked' && unread > 0 ? [t('badge.unread', { n: unread })] : []),
    ...(waiting > 0 ? [t('badge.waiting', { n: waiting })] : []),
  ].join(' ');
  if (severe > 0) return { text: severe > 99 ? '99+' : String(severe), colour: SEVERE, title };
  return { text: unread > 0 || change.status === 'could-not-check' ? '!' : '', colour: UNREAD, title };
}

/** What the page and its linked documents came to; on a page where only documents wait, nothing was looked for yet. */
function said({ status, severe, findings, waiting }: PageChange): string {
  if (findings > 0) return t('badge.checked', { severe, n: findings });
  if (status !== 'checked') return t(`badge.${status}`);
  return t(waiting > 0 ? 'badge.none-yet' : 'badge.none');
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
