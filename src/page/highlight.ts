/** Draws marks with the CSS Custom Highlight API: nothing is added to the page's DOM. */
import type { Mark, MarkKind } from './marks.ts';

/** Names are shared with the page's own highlights, hence the prefix. */
const PREFIX = 'mingtiao';
type Tone = 'light' | 'dark';

/** Kinds differ by the line as well as by colour: double, single, dotted, dashed. The graver is painted above. */
const STYLES: { kind: MarkKind; line: string; light: string; dark: string; fill: boolean }[] = [
  { kind: 'promise', line: 'dashed 2px', light: '#0f7b46', dark: '#5fd39a', fill: false },
  { kind: 1, line: 'dotted 2px', light: '#6a5300', dark: '#e6c34a', fill: false },
  { kind: 2, line: 'solid 2px', light: '#b54708', dark: '#ffa35c', fill: false },
  { kind: 3, line: 'double 4px', light: '#b42318', dark: '#ff8a80', fill: true },
];

const CSS_TEXT = STYLES.flatMap(({ kind, line, light, dark, fill }) =>
  (['light', 'dark'] as const).map((tone) => {
    const colour = tone === 'light' ? light : dark;
    const background = fill ? `background-color: ${colour}${tone === 'light' ? '1f' : '3d'};` : '';
    return `::highlight(${nameOf(kind, tone)}) { text-decoration: underline ${line} ${colour}; ${background} }`;
  }),
).join('\n');

function nameOf(kind: MarkKind, tone: Tone): string {
  return `${PREFIX}-${kind}-${tone}`;
}

type View = Window & typeof globalThis;

/** Whether this browser can draw marks (Chrome 105, Safari 17.2, Firefox 140). Without, the lists still work. */
export function canHighlight(view: View): boolean {
  return 'highlights' in (view.CSS ?? {}) && 'Highlight' in view;
}

/** The marks of one page, in its document, shadow roots and frames. */
export class Highlighter {
  readonly #sheets = new Map<Document, CSSStyleSheet>();
  #roots: readonly (Document | ShadowRoot)[] = [];

  /** Draws exactly `marks`, which stand in `roots`. */
  draw(marks: readonly Mark[], roots: readonly (Document | ShadowRoot)[]): void {
    const gone = this.#roots.filter((root) => !roots.includes(root));
    for (const root of gone) this.#release(root);
    this.#roots = marks.length > 0 ? roots : [];
    for (const root of this.#roots) this.#style(root);
    const documents = new Set(roots.map((root) => (root.nodeType === 9 ? (root as Document) : root.ownerDocument!)));
    for (const document of documents) drawIn(document, marks);
    if (marks.length === 0) for (const root of roots) this.#release(root);
  }

  #style(root: Document | ShadowRoot): void {
    const document = root.nodeType === 9 ? (root as Document) : root.ownerDocument!;
    let sheet = this.#sheets.get(document);
    if (!sheet) {
      const view = document.defaultView as View | null;
      if (!view) return;
      sheet = new view.CSSStyleSheet();
      sheet.replaceSync(CSS_TEXT);
      this.#sheets.set(document, sheet);
    }
    // Pages set this list anew and lose our sheet; it is put back with every drawing.
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }

  #release(root: Document | ShadowRoot): void {
    const document = root.nodeType === 9 ? (root as Document) : root.ownerDocument!;
    const sheet = this.#sheets.get(document);
    if (sheet) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((each) => each !== sheet);
    if (root === document) clear(document);
  }
}

function drawIn(document: Document, marks: readonly Mark[]): void {
  const view = document.defaultView as View | null;
  if (!view || !canHighlight(view)) return;
  const ranges = new Map<string, Range[]>();
  for (const { kind, pieces } of marks) {
    for (const { range } of pieces) {
      const parent = range.startContainer.parentElement;
      if (parent?.ownerDocument !== document) continue;
      const name = nameOf(kind, toneOf(view.getComputedStyle(parent).color));
      const list = ranges.get(name);
      if (list) list.push(range);
      else ranges.set(name, [range]);
    }
  }
  for (const [priority, { kind }] of STYLES.entries()) {
    for (const tone of ['light', 'dark'] as const) {
      const name = nameOf(kind, tone);
      const list = ranges.get(name);
      if (list) {
        const highlight = new view.Highlight(...list);
        highlight.priority = priority;
        view.CSS.highlights.set(name, highlight);
      } else {
        view.CSS.highlights.delete(name);
      }
    }
  }
}

function clear(document: Document): void {
  const view = document.defaultView as View | null;
  if (!view || !canHighlight(view)) return;
  for (const { kind } of STYLES)
    for (const tone of ['light', 'dark'] as const) view.CSS.highlights.delete(nameOf(kind, tone));
}

/** Light text stands on a dark ground, whatever the page's or the browser's theme says. */
function toneOf(colour: string): Tone {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]{1,8}/g) ?? []).map(Number);
  const scale = colour.startsWith('color(') || colour.startsWith('oklab') || colour.startsWith('oklch') ? 255 : 1;
  return (0.299 * red + 0.587 * green + 0.114 * blue) * scale > 140 ? 'dark' : 'light';
}
