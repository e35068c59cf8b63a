/** HTML → the text a reader would see, a line for each block. Nothing is run, fetched or rendered. */
import { Parser } from 'htmlparser2';
import type { Unread } from '../types.ts';
import type { Document } from './types.ts';

const words = (list: string): Set<string> => new Set(list.split(' '));
/** No text of the document. `rt` and `rp` are readings set above a word. */
const SILENT = words('script style noscript template select datalist textarea svg math rt rp object audio video');
const BLOCKS = words(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody tfoot thead tr ul',
);
const CELLS = words('td th');

/** Collects text as a browser lays it out: white space collapsed outside `<pre>`, one line break between blocks. */
class Lines {
  #parts: string[] = [];
  #last = '\n';

  block(): void {
    if (this.#last !== '\n') this.#push('\n');
  }

  lineBreak(): void {
    this.#push('\n');
  }

  cell(): void {
    if (this.#last !== '\n') this.#push('\t');
  }

  text(text: string, preserved = false): void {
    const collapsed = preserved ? text : text.replaceAll(/\s+/gu, ' ');
    this.#push(!preserved && /\s/u.test(this.#last) ? collapsed.trimStart() : collapsed);
  }

  toString(): string {
    const lines = this.#parts.join('').split('\n');
    return lines
      .map((line) => line.trimEnd())
      .join('\n')
      .replaceAll(/\n{3,}/gu, '\n\n')
      .trim();
  }

  #push(text: string): void {
    if (text === '') return;
    this.#parts.push(text);
    this.#last = text.at(-1) ?? this.#last;
  }
}

class Reader {
  readonly #visible = new Lines();
  readonly #hidden: Lines[] = [];
  readonly #unread: Unread[] = [];
  readonly #images: string[] = [];
  /** The next number of each open ordered list, undefined for an unordered one. */
  readonly #lists: (number | undefined)[] = [];
  #out = this.#visible;
  #title = '';
  #inTitle = false;
  /** How many open elements are silent, preserve white space, or lie in a hidden one (itself included). */
  #silent = 0;
  #pre = 0;
  #hiddenDepth = 0;

  open(name: string, attributes: Record<string, string>): void {
    if (this.#hiddenDepth > 0 || isHidden(attributes)) this.#hide();
    if (SILENT.has(name)) this.#silent++;
    if (this.#silent > 0) return;
    if (name === 'title') this.#inTitle = true;
    if (name === 'pre') this.#pre++;
    if (name === 'canvas')
      this.#unread.push({ reason: 'canvas', where: attributes['id'] ?? attributes['aria-label'] ?? '' });
    if (name === 'iframe') this.#unread.push({ reason: 'cross-origin-frame', where: attributes['src'] ?? '' });
    if (name === 'img') this.#images.push(attributes['alt'] || (attributes['src'] ?? '').slice(0, 200));
    if (name === 'br') this.#out.lineBreak();
    else if (CELLS.has(name)) this.#out.cell();
    else if (BLOCKS.has(name)) this.#out.block();
    if (name === 'ol') this.#lists.push(Number.parseInt(attributes['start'] ?? '1', 10));
    if (name === 'ul') this.#lists.push(undefined);
    if (name === 'li') this.#number();
  }

  text(text: string): void {
    if (this.#silent > 0) return;
    if (this.#inTitle) this.#title += text;
    else this.#out.text(text, this.#pre > 0);
  }

  close(name: string): void {
    if (SILENT.has(name)) this.#silent--;
    else if (this.#silent === 0) this.#closeHeard(name);
    if (this.#hiddenDepth > 0 && --this.#hiddenDepth === 0) this.#out = this.#visible;
  }

  document(): Document {
    const shown = this.#visible.toString();
    const seen = squeeze(shown);
    const more = this.#hidden.map(String).filter((part) => part !== '' && !seen.includes(squeeze(part)));
    const text = [shown, ...new Set(more)].filter((part) => part !== '').join('\n');
    const unread = [...this.#unread];
    if (text === '') unread.push(...this.#images.map((where): Unread => ({ reason: 'image', where })));
    if (text === '' && unread.length === 0) unread.push({ reason: 'no-text', where: '' });
    const title = this.#title.replaceAll(/\s+/gu, ' ').trim();
    return { text, ...(title === '' ? {} : { title }), unread };
  }

  #hide(): void {
    if (this.#hiddenDepth === 0) {
      this.#out = new Lines();
      this.#hidden.push(this.#out);
    }
    this.#hiddenDepth++;
  }

  /** A browser shows "1." before the items of an ordered list. */
  #number(): void {
    const next = this.#lists.at(-1);
    if (next === undefined || Number.isNaN(next)) return;
    this.#out.text(`${next}. `);
    this.#lists[this.#lists.length - 1] = next + 1;
  }

  #closeHeard(name: string): void {
    if (name === 'title') this.#inTitle = false;
    if (name === 'pre') this.#pre--;
    if (name === 'ol' || name === 'ul') this.#lists.pop();
    if (BLOCKS.has(name)) this.#out.block();
  }
}

/**
 * Hidden parts (`hidden`, `display:none`) stand at the end, unless the same words are visible: a collapsed clause is still
 * agreed to, a copy for phones is not a second clause. Canvases and frames are `unread`; images only where nothing else is.
 */
export function readHtml(html: string): Document {
  const reader = new Reader();
  const parser = new Parser({
    onopentag: (name, attributes) => reader.open(name, attributes),
    ontext: (text) => reader.text(text),
    onclosetag: (name) => reader.close(name),
  });
  parser.end(html);
  return reader.document();
}

function isHidden(attributes: Record<string, string>): boolean {
  return 'hidden' in attributes || /(?:^|;)\s*display\s{0,9}:\s{0,9}none/iu.test(attributes['style'] ?? '');
}

const squeeze = (text: string): string => text.replaceAll(/\s+/gu, '');

/** The encoding that the first kilobyte of an HTML file names, if any. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  return /charset\s{0,9}=\s{0,9}["']?([\w-]{2,20})/iu.exec(head)?.[1];
}
