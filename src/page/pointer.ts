import type { Mark } from './marks.ts';

/** What a click is for already. */
const ACTIVE =
  'a[href],[onclick],button,input,select,textarea,label,summary,option,video,audio,[contenteditable=""],[contenteditable="true"],' +
  '[role="button"],[role="link"],[role="checkbox"],[role="tab"],[role="menuitem"],[role="option"],[role="switch"],[role="radio"]';
/** Underlines hang below the letters, in CSS px. */
const SLACK = 3;

/**
 * The mark that a plain click on the page meets, if any: the last button's click, a click that selected text, and a click on
 * something that does its own thing with it meet none. Where marks lie in each other, the innermost.
 */
export function markAt(marks: readonly Mark[], event: MouseEvent): Mark | undefined {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return undefined;
  const path = event.composedPath();
  if (path.some((node) => (node as Partial<Element>).matches?.(ACTIVE))) return undefined;
  const target = path[0] as Element | undefined;
  if (!target || target.nodeType !== 1 || hasSelection(target)) return undefined;
  // Names of agreements are often no links; the hand says that a click on them is the page's.
  if (getComputedStyle(target).cursor === 'pointer') return undefined;
  const { clientX: x, clientY: y } = event;
  const hit = marks.filter(({ pieces }) =>
    pieces.some(({ range }) => target.contains(range.startContainer) && covers(range, x, y)),
  );
  return hit.toSorted((a, b) => a.end - a.start - (b.end - b.start))[0];
}

function covers(range: Range, x: number, y: number): boolean {
  for (const box of range.getClientRects()) {
    if (x >= box.left && x <= box.right && y >= box.top - SLACK && y <= box.bottom + SLACK) return true;
  }
  return false;
}

function hasSelection(target: Element): boolean {
  const selection = target.ownerDocument.getSelection();
  return selection !== null && !selection.isCollapsed;
}
