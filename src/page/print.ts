/**
 * Text that a viewer has laid over a picture of a page: pieces of printed lines, each placed by its coordinates. Boundaries
 * of elements mean nothing there; where a piece stands says what it goes on from.
 */
import { FULL, glue, goesOn } from '../read/lines.ts';
import { elementAbove } from './queries.ts';

/** What stands between two pieces: nothing, a space, a gap as between columns, or the end of a line. */
export type Gap = '' | ' ' | '\t' | '\n';

interface Edges {
  left: number;
  right: number;
}

/** Pieces looked at to learn how wide a page's lines are; a page has some hundred. */
const PIECES = 2000;
/** Fewer placed pieces than this are no printed page. */
const LEAST = 3;
/** In heights of a line. */
const WORD_GAP = 0.15;
const COLUMN_GAP = 1.5;
const LINE_GAP = 1.5;

/** Chinese, its punctuation included, has no spaces between words. */
const CHINESE_END = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]$/u;
const CHINESE_START = /^[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;

export class Print {
  readonly #layers = new Map<Element, Edges | null>();

  /**
   * What stands between `before`, whose line so far is `line`, and `after`, whose text is `text`; both are positioned
   * absolutely. `undefined` where they are not pieces of one printed page.
   */
  gap(before: Element, after: Element, line: string, text: string): Gap | undefined {
    const layer = layerOf(after);
    if (!layer || layerOf(before) !== layer) return undefined;
    const edges = this.#edgesOf(layer, after.nodeName);
    if (!edges) return undefined;
    const a = before.getBoundingClientRect();
    const b = after.getBoundingClientRect();
    const height = Math.min(a.height, b.height);
    if (height <= 0) return undefined;
    if (Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > height / 2)
      return beside(b.left - a.right, height, line, text);
    const full = a.right - edges.left >= (edges.right - edges.left) * FULL;
    const next = b.top > a.top && b.top - a.bottom < LINE_GAP * height;
    return full && next && goesOn(line.trimEnd(), text.trimStart()) ? glue(line, text) : '\n';
  }

  #edgesOf(layer: Element, name: string): Edges | null {
    const known = this.#layers.get(layer);
    if (known !== undefined) return known;
    const pieces = [...layer.getElementsByTagName(name)]
      .slice(0, PIECES)
      .filter((piece) => piece.childElementCount === 0);
    const boxes = pieces.map((piece) => piece.getBoundingClientRect());
    const edges =
      boxes.length < LEAST
        ? null
        : { left: Math.min(...boxes.map((box) => box.left)), right: Math.max(...boxes.map((box) => box.right)) };
    this.#layers.set(layer, edges);
    return edges;
  }
}

function beside(distance: number, height: number, line: string, text: string): Gap {
  if (distance > COLUMN_GAP * height) return '\t';
  // A piece that stands before the one it follows begins something else on the same line.
  if (distance < -height) return '\n';
  const wide = distance > WORD_GAP * height;
  return wide && !(CHINESE_END.test(line) && CHINESE_START.test(text)) ? ' ' : '';
}

/** The nearest element around a piece that is none itself: viewers group pieces in spans. */
function layerOf(piece: Element): Element | null {
  let up = elementAbove(piece);
  while (up?.nodeName === 'SPAN') up = elementAbove(up);
  return up;
}
