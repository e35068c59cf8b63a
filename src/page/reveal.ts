/** Where a passage is on the screen, and how to get it there. */
import { documentOf, nodeTypeOf, parentOf, slotOf } from './nodes.ts';

/** The boxes of `range` in the top window's viewport, in CSS px; those of frames moved by where the frames are. */
export function boxesOf(range: Range): DOMRect[] {
  const { x, y } = originOf(range.startContainer.ownerDocument?.defaultView ?? null);
  return Array.from(range.getClientRects(), (box) => new DOMRect(box.x + x, box.y + y, box.width, box.height));
}

/** Where a window lies in the top one. */
export function originOf(view: Window | null): { x: number; y: number } {
  let x = 0;
  let y = 0;
  for (let frame = frameOf(view); frame; frame = frameOf(frame.ownerDocument.defaultView)) {
    const box = frame.getBoundingClientRect();
    x += box.x + frame.clientLeft;
    y += box.y + frame.clientTop;
  }
  return { x, y };
}

export function frameOf(view: Window | null): Element | null {
  try {
    return view?.frameElement ?? null;
  } catch {
    return null;
  }
}

/** Where in a box a passage should stand, in parts of the box's height: inside the band nothing moves, else it goes to `at`. */
export interface Band {
  top: number;
  at: number;
  bottom: number;
}

/**
 * Scrolls every box that clips `range`, innermost first, until its beginning is in the band. At once, not smoothly: boxes
 * inside each other must not move at the same time.
 */
export function reveal(range: Range, band: Band): void {
  let node: Node | null = range.startContainer;
  while (node) {
    const up: Node | null = flatParentOf(node);
    if (up && nodeTypeOf(up) === 1) scrollWithin(up as Element, range, band);
    node = up;
  }
}

/** The parent in the flat tree; from a frame's document, the frame. */
export function flatParentOf(node: Node): Node | null {
  const type = nodeTypeOf(node);
  if (type === 9) return frameOf((node as Document).defaultView);
  if (type === 11) return (node as ShadowRoot).host;
  return (type === 1 ? slotOf(node as Element) : null) ?? parentOf(node);
}

function scrollWithin(element: Element, range: Range, band: Band): void {
  const root = documentOf(element).scrollingElement === element;
  if (!root) {
    if (element.scrollHeight <= element.clientHeight + 1) return;
    const css = documentOf(element).defaultView?.getComputedStyle(element);
    if (!css || !/auto|scroll|hidden|overlay/.test(css.overflowY)) return;
  }
  const [first] = range.getClientRects();
  if (!first) return;
  // A range inside a frame is measured against that frame; for an outer box, by where the frame puts it.
  const origin = originOf(range.startContainer.ownerDocument?.defaultView ?? null);
  const outer = originOf(documentOf(element).defaultView);
  const y = first.y + origin.y - outer.y;
  const view = documentOf(element).defaultView;
  const top = root ? 0 : element.getBoundingClientRect().top;
  const height = root ? (view?.innerHeight ?? 0) : element.clientHeight;
  if (y >= top + height * band.top && y + first.height <= top + height * band.bottom) return;
  element.scrollBy({ top: y - top - height * band.at, behavior: 'instant' });
}
