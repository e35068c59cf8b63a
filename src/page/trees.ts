/** Where a page keeps text besides its document: shadow roots and frames of the same origin. */

import { firstChildOf, localNameOf, openShadowRootOf } from './nodes.ts';

/** Elements looked at for shadow roots; the rest of a larger document is left to the snapshot. */
const ELEMENTS = 20_000;

/** Chrome's way to a closed shadow root, for content scripts alone. */
interface ChromeWorld {
  chrome?: { dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } };
}

/** Firefox's. */
interface FirefoxElement extends Element {
  openOrClosedShadowRoot?: ShadowRoot | null;
}

/** The shadow root of an element, closed ones too where the browser lets extensions look. */
export function shadowRootOf(element: Element): ShadowRoot | null {
  const open = openShadowRootOf(element);
  if (open) return open;
  if (!mayHide(element)) return null;
  const { chrome } = globalThis as ChromeWorld;
  if (chrome?.dom) return chrome.dom.openOrClosedShadowRoot(element);
  return (element as FirefoxElement).openOrClosedShadowRoot ?? null;
}

/**
 * Asking costs about as much as asking for a style: only custom elements, boxes, and those other elements that
 * `attachShadow` takes and that look empty, are asked.
 */
function mayHide(element: Element): boolean {
  return BOXES.has(localNameOf(element)) || looksHollow(element);
}

function looksHollow(element: Element): boolean {
  const name = localNameOf(element);
  return name.includes('-') || (HOSTS.has(name) && firstChildOf(element) === null);
}

const BOXES = new Set('article aside div main section'.split(' '));
const HOSTS = new Set(
  'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span'.split(' '),
);

/** The shadow roots under `root`, nested ones too, in document order; closed ones of elements that look hollow only. */
export function composedRoots(root: Document | ShadowRoot): ShadowRoot[] {
  const found: ShadowRoot[] = [];
  const elements = root.querySelectorAll('*');
  for (let i = 0; i < elements.length && i < ELEMENTS; i++) {
    const element = elements[i];
    const shadow = element && (looksHollow(element) ? shadowRootOf(element) : openShadowRootOf(element));
    if (shadow) found.push(shadow, ...composedRoots(shadow));
  }
  return found;
}

/**
 * Whether a tree is still shown. Firefox takes the documents of frames that have loaded anew away from extensions: any look
 * at their nodes, or at what their windows draw, may throw.
 */
export function isAlive(root: Document | ShadowRoot): boolean {
  try {
    const document = root.nodeType === 9 ? (root as Document) : root.ownerDocument!;
    return document.defaultView?.document === document;
  } catch {
    return false;
  }
}

/** Whether all of these nodes are in a page that is still shown (see `isAlive`). */
export function areThere(nodes: readonly (Node | null | undefined)[]): boolean {
  try {
    return nodes.every((node) => !node || (node.isConnected && node.ownerDocument?.defaultView != null));
  } catch {
    return false;
  }
}

export interface ReadableFrame {
  frame: Element;
  document: Document;
}

/** The document in a frame, if it is of this origin and has loaded anything. */
export function documentIn(frame: Element): Document | null {
  try {
    return (frame as HTMLIFrameElement).contentDocument ?? null;
  } catch {
    return null;
  }
}

/** Frames of the same origin in `document` and in those frames, whose text the page shows as its own. */
export function readableFrames(document: Document): ReadableFrame[] {
  const found: ReadableFrame[] = [];
  for (const tag of ['iframe', 'frame'] as const) {
    for (const frame of document.getElementsByTagName(tag)) {
      const inner = documentIn(frame);
      if (inner?.body) found.push({ frame, document: inner }, ...readableFrames(inner));
    }
  }
  return found;
}
