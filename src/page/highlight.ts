/** Draws marks with the CSS Custom Highlight API: nothing is added to the page's DOM. */
import type { Mark, MarkKind } from './marks.ts';
import { isAlive } from './trees.ts';

/** Names are shared with the page's own highlights, hence the prefix. */
const PREFIX = 'mingtiao';
type Tone = 'light' | 'dark';

/** Kinds differ by the line as well as by colour: double, single, dotted, dashed. The graver is painted above. */
const STYLES: { kind: MarkKind; line: string; light: string; dark: string; fill: boolean }[] = [
  { kind: 'promise', line: 'dashed 2px', light: '#1f6b43', dark: '#88d4a8', fill: false },
  { kind: 1, line: 'dotted 2px', light: '#35557a', dark: '#a6c6ea', fill: false },
  { kind: 2, line: 'solid 2px', light: '#a15c00', dark: '#f0c368', fill: false },
  { kind: 3, line: 'double 1.5px', light: '#b3321b', dark: '#f2a48f', fill: true },
];

const TONES: readonly Tone[] = ['light', 'dark'];

const NAMES = STYLES.flatMap(({ kind }, priority) => TONES.map((tone) => ({ name: nameOf(kind, tone), priority })));

const CSS_TEXT = STYLES.flatMap(({ kind, line, light, dark, fill }) =>
  TONES.map((tone) => {
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
  /** What this highlighter has set, so that it never takes away what a newer one did. */
  readonly #own = new WeakSet<Highlight>();

  /** Draws exactly `marks`, which stand in the trees `all`. */
  draw(marks: readonly Mark[], all: readonly (Document | ShadowRoot)[]): void {
    const roots = all.filter(isAlive);
    const gone = this.#roots.filter((root) => isAlive(root) && !roots.includes(root));
    for (const root of gone) ifShown(() => this.#release(root));
    this.#roots = marks.length > 0 ? roots : [];
    for (const root of this.#roots) ifShown(() => this.#style(root));
    const documents = new Set(roots.map((root) => (root.nodeType === 9 ? (root as Document) : root.ownerDocument!)));
    for (const document of documents) ifShown(() => this.#drawIn(document, marks));
    if (marks.length === 0) for (const root of roots) ifShown(() => this.#release(root));
  }

  #drawIn(document: Document, marks: readonly Mark[]): void {
    const view = document.defaultView;
    if (!view || !canHighlight(view)) return;
    const ranges = rangesIn(document, view, marks);
    for (const { name, priority } of NAMES) {
      const list = ranges.get(name);
      if (list) {
        const highlight = new view.Highlight(...list);
        highlight.priority = priority;
        this.#own.add(highlight);
        registryOf(view).set(name, highlight);
      } else {
        this.#delete(view, name);
      }
    }
  }

  #delete(view: View, name: string): void {
    const highlights = registryOf(view);
    const highlight = highlights.get(name);
    if (highlight && this.#own.has(highlight)) highlights.delete(name);
  }

  #style(root: Document | ShadowRoot): void {
    const document = root.nodeType === 9 ? (root as Document) : root.ownerDocument!;
    let sheet = this.#sheets.get(document);
    if (!sheet) {
      const view = document.defaultView;
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
    const view = document.defaultView;
    if (root === document && view && canHighlight(view)) for (const { name } of NAMES) this.#delete(view, name);
  }
}

/** Firefox's ways past and back behind its wrappers around a page's objects. */
interface FirefoxView {
  wrappedJSObject?: { CSS: typeof CSS };
}
interface FirefoxWorld {
  XPCNativeWrapper?: <T>(object: T) => T;
}

/**
 * What draws in a window. Of a frame that has loaded anew Firefox's wrapper still answers with the `CSS` of the document before,
 * which throws, or with what draws in the window of this script; so the frame itself is asked, and the answer wrapped again.
 */
function registryOf(view: View): HighlightRegistry {
  const { XPCNativeWrapper: wrapped } = globalThis as FirefoxWorld;
  const { wrappedJSObject: own } = view as FirefoxView;
  return view !== window && wrapped && own ? wrapped(own.CSS.highlights) : view.CSS.highlights;
}

/** Firefox throws when asked what a window draws whose frame is just loading anew. */
function ifShown(draw: () => void): void {
  try {
    draw();
  } catch (error) {
    if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
  }
}

/** The ranges of `document`, by the name of the highlight that draws them. */
function rangesIn(document: Document, view: View, marks: readonly Mark[]): Map<string, Range[]> {
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
  return ranges;
}

/** Light text stands on a dark ground, whatever the page's or the browser's theme says. */
function toneOf(colour: string): Tone {
  const [first = 0, second = 0, third = 0] = (colour.match(/[\d.]{1,8}/g) ?? []).map(Number);
  // In lab(), lch() and their relatives the first number is the lightness; in color() all three are parts of one.
  const lightness = /^ok|^l/.test(colour)
    ? first / (colour.startsWith('ok') ? 1 : 100)
    : (0.299 * first + 0.587 * second + 0.114 * third) / (colour.startsWith('color') ? 1 : 255);
  return lightness > 0.55 ? 'dark' : 'light';
}
