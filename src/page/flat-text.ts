/** A tree's text in one string, with the way back to the nodes. Unlike a snapshot it asks for no style. */
import { HOST_TAG } from './host.ts';
import { firstChildOf, localNameOf, nextSiblingOf, nodeTypeOf, parentOf } from './nodes.ts';
import { attribute } from './queries.ts';

interface Run {
  at: number;
  node: Text;
  offset: number;
  length: number;
}

/** White space is one space, the edge of a block one line feed, zero-width characters are left out. */
export interface FlatText {
  text: string;
  /** UTF-16 offsets into `text`, end exclusive; `start` must stand on a character of a node, not on a break. */
  rangeOf(start: number, end: number): Range;
  /** The text node that holds the character at `at`, or the next one. */
  nodeAt(at: number): Text;
}

/** UTF-16 units and nodes read at most. */
const MAX_CHARS = 600_000;
const MAX_NODES = 60_000;

const SKIPPED = new Set('SCRIPT STYLE NOSCRIPT TEMPLATE HEAD TEXTAREA SELECT IFRAME OBJECT SVG MATH'.split(' '));
const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BR BUTTON DD DETAILS DIALOG DIV DL DT FIELDSET FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TD TH TR UL UNI-VIEW'.split(
    ' ',
  ),
);
const BLANK = /[\s\u00AD\u200B-\u200D\u2060\uFEFF]+/g;
const ZERO_WIDTH_ONLY = /^[\u00AD\u200B-\u200D\u2060\uFEFF]+$/;

/** Reads the text under `root`, what is switched off by `hidden` or an inline `display: none` left out. */
export function flatText(root: ParentNode & Node): FlatText {
  const builder = new Builder();
  let nodes = MAX_NODES;
  let node: Node | null = firstChildOf(root);
  while (node && nodes-- > 0 && builder.length < MAX_CHARS) {
    const type = nodeTypeOf(node);
    if (type === 3) builder.add(node as Text);
    const into: boolean = type === 1 && enters(node as Element);
    if (into) builder.edge(node);
    const child: Node | null = into ? firstChildOf(node) : null;
    if (child) {
      node = child;
      continue;
    }
    while (node && node !== root && !nextSiblingOf(node)) {
      builder.edge(node);
      node = parentOf(node);
    }
    if (!node || node === root) break;
    builder.edge(node);
    node = nextSiblingOf(node);
  }
  return builder;
}

function enters(element: Element): boolean {
  const name = localNameOf(element).toUpperCase();
  if (SKIPPED.has(name) || name === HOST_TAG || attribute(element, 'hidden') !== null) return false;
  return !/display\s{0,4}:\s{0,4}none/i.test(attribute(element, 'style') ?? '');
}

class Builder implements FlatText {
  readonly #runs: Run[] = [];
  readonly #parts: string[] = [];
  length = 0;

  /** Called once the whole tree has been added. */
  get text(): string {
    if (this.#parts.length > 1) this.#parts.splice(0, this.#parts.length, this.#parts.join(''));
    return this.#parts[0] ?? '';
  }

  add(node: Text): void {
    const { data } = node;
    let from = 0;
    for (const { index, 0: blank } of data.matchAll(BLANK)) {
      this.#take(node, from, index);
      if (!ZERO_WIDTH_ONLY.test(blank)) this.#break(' ');
      from = index + blank.length;
    }
    this.#take(node, from, data.length);
  }

  edge(node: Node): void {
    if (nodeTypeOf(node) === 1 && BLOCKS.has(localNameOf(node as Element).toUpperCase())) this.#break('\n');
  }

  rangeOf(start: number, end: number): Range {
    const first = this.#runAt(start);
    const last = this.#runAt(end - 1);
    const range = new Range();
    range.setStart(first.node, first.offset + Math.max(0, start - first.at));
    range.setEnd(last.node, last.offset + Math.min(last.length, end - last.at));
    return range;
  }

  nodeAt(at: number): Text {
    return this.#runAt(at).node;
  }

  #take(node: Text, from: number, to: number): void {
    if (to <= from) return;
    this.#runs.push({ at: this.length, node, offset: from, length: to - from });
    this.#parts.push(node.data.slice(from, to));
    this.length += to - from;
  }

  /** One break between two runs; a line feed takes the place of a space. */
  #break(kind: ' ' | '\n'): void {
    const last = this.#parts.at(-1);
    if (last === undefined || last === '\n' || (last === ' ' && kind === ' ')) return;
    if (last === ' ') {
      this.#parts[this.#parts.length - 1] = kind;
    } else {
      this.#parts.push(kind);
      this.length += 1;
    }
  }

  /** The run over `at`, or the next one where a break stands there. */
  #runAt(at: number): Run {
    let low = 0;
    let high = this.#runs.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      const run = this.#runs[middle]!;
      if (run.at + run.length > at) high = middle;
      else low = middle + 1;
    }
    return this.#runs[low]!;
  }
}
