import type { Unread } from '../types.ts';

/** Smaller pictures are logos, codes and banners; in CSS px. */
const PAGE_WIDTH = 240;
const PAGE_HEIGHT = 300;
const WHERE_LENGTH = 80;

/** What a canvas, picture or frame keeps from being read, if it is large enough to hold a page of an agreement. */
export function unreadElement(element: Element): Unread | undefined {
  const reason = reasonOf(element.nodeName);
  if (!reason) return undefined;
  const { width, height } = element.getBoundingClientRect();
  if (width < PAGE_WIDTH || height < PAGE_HEIGHT || isBackdrop(element) || hasTextLayer(element)) return undefined;
  return { reason, where: whereIs(element) };
}

function reasonOf(name: string): Unread['reason'] | undefined {
  switch (name) {
    case 'CANVAS':
      return 'canvas';
    case 'IMG':
      return 'image';
    case 'IFRAME':
    case 'FRAME':
    case 'EMBED':
    case 'OBJECT':
      return 'cross-origin-frame';
    default:
      return undefined;
  }
}

/** Snow, particles, confetti: drawn behind or over the page, not to be clicked. */
function isBackdrop(element: Element): boolean {
  const css = element.ownerDocument.defaultView?.getComputedStyle(element);
  return css?.pointerEvents === 'none' || Number(css?.zIndex) < 0;
}

/** Viewers draw a page on a canvas and lay its text over it. */
function hasTextLayer(element: Element): boolean {
  if (element.nodeName !== 'CANVAS') return false;
  const page = element.parentElement?.parentElement;
  return page?.nodeName !== 'BODY' && (page?.querySelector('[class*="textLayer" i]')?.textContent?.length ?? 0) > 20;
}

function whereIs(element: Element): string {
  const label =
    element.getAttribute('aria-label') ||
    element.getAttribute('alt') ||
    element.getAttribute('title') ||
    sourceOf(element);
  return label.trim().slice(0, WHERE_LENGTH);
}

/** Host and path of what is shown; queries may hold who the reader is. */
function sourceOf(element: Element): string {
  const source = element.getAttribute('src') ?? element.getAttribute('data');
  if (!source || source.startsWith('data:')) return '';
  try {
    const { host, pathname } = new URL(source, element.baseURI);
    return host + pathname;
  } catch {
    return '';
  }
}
