/** What of a page's text and fields can be seen where: measured, not changed. */
import { documentOf, nodeTypeOf, parentOf } from '../nodes.ts';
import { elementAbove, findAll } from '../queries.ts';
import { boxesOf, flatParentOf, frameOf, originOf } from '../reveal.ts';
import { around, type Box, grow, overlap } from './place.ts';

/** Text nodes and characters looked at around one mark. */
const MAX_NODES = 200;
const MAX_CHARS = 600;
/** How far around the end of a name ink matters, in CSS px. */
const NEAR = 60;
/** How far up from a row its neighbours are looked for. */
const LEVELS = 4;
/** What can be pressed or typed in, or shows something. */
const THINGS = 'input,select,textarea,button,img,svg,canvas,video,[role="button"],[role="checkbox"],[role="switch"]';
const MAX_THINGS = 60;

/** The boxes of an element in the top window's viewport. */
export function boxOf(element: Element): Box {
  const { x, y } = originOf(documentOf(element).defaultView);
  const box = element.getBoundingClientRect();
  return { x: box.x + x, y: box.y + y, width: box.width, height: box.height };
}

/** The ink of the last line of a name: the blank half of a closing bracket is none. */
export function endOf(range: Range): Box | undefined {
  const boxes = boxesOf(range).filter(({ width, height }) => width > 0 && height > 0);
  const last = boxes.at(-1);
  if (!last) return undefined;
  const em = fontSize(range.endContainer);
  const char = lastChar(range);
  const blank = char && CLOSING.test(char.text) ? blankHalf(char.box, em) : 0;
  return trimmed(last, em, 0, blank);
}

/** Ink around `at`: characters one by one, so that the blank halves of brackets are room; fields, buttons and pictures whole. */
export function inkAround(at: Box, row: Element, things: readonly (Element | null | undefined)[]): Box[] {
  const near = grow(at, NEAR);
  let scope = row;
  for (let i = 0; i < LEVELS; i++) {
    const up = elementAbove(scope);
    if (!up || /^(?:BODY|HTML)$/.test(up.nodeName)) break;
    scope = up;
  }
  const ink: Box[] = [];
  for (const element of things) if (element) ink.push(boxOf(element));
  let count = MAX_THINGS;
  for (const element of findAll(scope, THINGS)) {
    if (count-- === 0) break;
    ink.push(boxOf(element));
  }
  ink.push(...textInk(scope, row, near));
  return ink.filter((box) => box.width > 0 && box.height > 0 && overlap(box, near) > 0);
}

function textInk(scope: Element, row: Element, near: Box): Box[] {
  const ink: Box[] = [];
  let nodes = MAX_NODES;
  let chars = MAX_CHARS;
  const range = new Range();
  // The row's own text first: it counts most when there is more than can be looked at.
  for (const root of [row, scope]) {
    const walker = documentOf(scope).createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node && nodes > 0; node = walker.nextNode() as Text | null) {
      if (root === scope && row !== scope && row.contains(node)) continue;
      if (!/\S/.test(node.data)) continue;
      nodes -= 1;
      range.selectNodeContents(node);
      if (!boxesOf(range).some((box) => overlap(box, near) > 0)) continue;
      const em = fontSize(node);
      for (let i = 0; i < node.data.length && chars > 0; i++) {
        chars -= 1;
        const text = node.data[i]!;
        if (/\s/.test(text)) continue;
        range.setStart(node, i);
        range.setEnd(node, i + 1);
        const [box] = boxesOf(range);
        if (box && overlap(box, near) > 0) ink.push(inkOf(text, box, em));
      }
    }
    if (row === scope) break;
  }
  return ink;
}

const CLOSING = /[》〉」』）】，。、；：！？]/;
const OPENING = /[《〈「『（【]/;

/** A character's ink: its square, less the blank half of full-width brackets. */
function inkOf(text: string, box: Box, em: number): Box {
  const before = OPENING.test(text) ? blankHalf(box, em) : 0;
  const after = CLOSING.test(text) ? blankHalf(box, em) : 0;
  return trimmed(box, em, before, after);
}

/** Browsers may set such a bracket in half its width already. */
function blankHalf({ width }: Box, em: number): number {
  return width > em * 0.75 ? em * 0.45 : 0;
}

function trimmed({ x, y, width, height }: Box, em: number, before: number, after: number): Box {
  const tall = Math.min(height, em);
  return { x: x + before, y: y + (height - tall) / 2, width: Math.max(1, width - before - after), height: tall };
}

function lastChar(range: Range): { text: string; box: Box } | undefined {
  const node = range.endContainer;
  if (nodeTypeOf(node) !== 3 || range.endOffset === 0) return undefined;
  const char = new Range();
  char.setStart(node, range.endOffset - 1);
  char.setEnd(node, range.endOffset);
  const box = boxesOf(char).at(-1);
  return box && { text: (node as Text).data[range.endOffset - 1]!, box };
}

function fontSize(node: Node): number {
  const element = nodeTypeOf(node) === 1 ? (node as Element) : elementAbove(node);
  const size = element && documentOf(element).defaultView?.getComputedStyle(element).fontSize;
  return Number.parseFloat(size ?? '') || 16;
}

/** The box of what an element says, which may be much less than its own box. */
export function wordsBox(element: Element): Box {
  const range = new Range();
  range.selectNodeContents(element);
  const said = around(boxesOf(range).filter(({ width, height }) => width > 0 && height > 0));
  return said ?? boxOf(element);
}

/** The lines of text around an element, and what can be pressed or typed in there. */
export function linesAround(element: Element): Box[] {
  let scope = element;
  for (let i = 0; i < LEVELS + 1; i++) scope = elementAbove(scope) ?? scope;
  const lines: Box[] = [];
  const walker = documentOf(scope).createTreeWalker(scope, NodeFilter.SHOW_TEXT);
  const range = new Range();
  let nodes = MAX_NODES;
  for (let node = walker.nextNode() as Text | null; node && nodes-- > 0; node = walker.nextNode() as Text | null) {
    if (!/\S/.test(node.data)) continue;
    range.selectNodeContents(node);
    lines.push(...boxesOf(range));
  }
  let things = MAX_THINGS;
  for (const thing of findAll(scope, THINGS)) if (things-- > 0) lines.push(boxOf(thing));
  return lines;
}

/** Whether the page is dark behind an element. */
export function isDarkBehind(element: Element): boolean {
  for (let node: Node | null = element; node; node = flatParentOf(node)) {
    if (nodeTypeOf(node) !== 1) continue;
    const colour = documentOf(node as Element).defaultView?.getComputedStyle(node as Element).backgroundColor ?? '';
    const [red = 255, green = 255, blue = 255, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
    if (colour.startsWith('rgb') && alpha > 0.5) return (red * 299 + green * 587 + blue * 114) / 1000 < 128;
  }
  return false;
}

/** Whether a point of the page's own content can be seen: cut off by a box that scrolls, or under a dialog, it cannot. */
export function sightOf(
  x: number,
  y: number,
  holder: Element,
  row: Element,
  own: (element: Element) => boolean,
): 'seen' | 'clipped' | 'covered' {
  for (let node: Node | null = holder; node; node = flatParentOf(node)) {
    if (nodeTypeOf(node) === 1 && clips(node as Element) && !holds(boxOf(node as Element), x, y)) return 'clipped';
  }
  let within: Element = holder;
  for (let view = documentOf(holder).defaultView; view;) {
    const { x: left, y: top } = originOf(view);
    if (!isHit(within, within === holder ? row : within, x - left, y - top, own)) return 'covered';
    const frame = frameOf(view);
    if (!frame) break;
    within = frame;
    view = documentOf(frame).defaultView;
  }
  return 'seen';
}

function isHit(element: Element, row: Element, x: number, y: number, own: (element: Element) => boolean): boolean {
  const root = element.getRootNode() as Document | ShadowRoot;
  const hit = root.elementsFromPoint(x, y).find((each) => !own(each));
  if (!hit) return false;
  for (let up: Node | null = hit; up; up = parentOf(up)) if (up === row || up === element) return true;
  return hit.contains(element);
}

function clips(element: Element): boolean {
  if (/^(?:BODY|HTML)$/.test(element.nodeName)) return false;
  const css = documentOf(element).defaultView?.getComputedStyle(element);
  return css !== undefined && /auto|scroll|hidden|clip|overlay/.test(css.overflowX + css.overflowY);
}

function holds(box: Box, x: number, y: number): boolean {
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}
