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

  text(text: string, preserved: boolean): void {
    if (preserved) this.#push(text);
    else
      this.#push(/[\s]/u.test(this.#last) ? text.replaceAll(/\s+/gu, ' ').trimStart() : text.replaceAll(/\s+/gu, ' '));
  }

  toString(): string {
    return this.#parts
      .join('')
      .replaceAll(/[ \t]+\n/gu, '\n')
      .replaceAll(/\n{3,}/gu, '\n\n')
      .trim();
  }

  #push(text: string): void {
    if (text === '') return;
    this.#parts.push(text);
    this.#last = text.at(-1) ?? this.#last;
  }
}

/**
 * Hidden parts (`hidden`, `display:none`) stand at the end, unless the same words are visible: a collapsed clause is still
 * agreed to, a copy for phones is not a second clause. Canvases and frames are `unread`; images only where nothing else is.
 */
export function readHtml(html: string): Document {
  const visible = new Lines();
  const hidden: Lines[] = [];
  const unread: Unread[] = [];
  const images: string[] = [];
  const lists: (number | undefined)[] = [];
  let title = '';
  let silent = 0;
  let pre = 0;
  let inTitle = false;
  /** Open elements below a hidden one, it included. */
  let hiddenDepth = 0;
  let out = visible;

  const parser = new Parser({
    onopentag(name, attributes) {
      if (SILENT.has(name)) silent++;
      if (name === 'title') inTitle = true;
      if (hiddenDepth > 0 || isHidden(attributes)) {
        if (hiddenDepth === 0) hidden.push((out = new Lines()));
        hiddenDepth++;
      }
      if (silent > 0) return;
      if (name === 'canvas')
        unread.push({ reason: 'canvas', where: attributes['id'] ?? attributes['aria-label'] ?? '' });
      if (name === 'iframe') unread.push({ reason: 'cross-origin-frame', where: attributes['src'] ?? '' });
      if (name === 'img') images.push(attributes['alt'] || (attributes['src'] ?? '').slice(0, 200));
      if (name === 'pre') pre++;
      if (name === 'br') out.lineBreak();
      else if (CELLS.has(name)) out.cell();
      else if (BLOCKS.has(name)) out.block();
      if (name === 'ol') lists.push(Number.parseInt(attributes['start'] ?? '1', 10));
      if (name === 'ul') lists.push(undefined);
      if (name === 'li') number();
    },
    ontext(text) {
      if (inTitle) title += text;
      else if (silent === 0) out.text(text, pre > 0);
    },
    onclosetag(name) {
      if (SILENT.has(name)) silent--;
      if (name === 'title') inTitle = false;
      if (name === 'pre') pre--;
      if (name === 'ol' || name === 'ul') lists.pop();
      if (silent === 0 && BLOCKS.has(name)) out.block();
      if (hiddenDepth > 0 && --hiddenDepth === 0) out = visible;
    },
  });
  /** A browser shows "1." before the items of an ordered list. */
  const number = (): void => {
    const next = lists.at(-1);
    if (next === undefined || Number.isNaN(next)) return;
    out.text(`${next}. `, false);
    lists[lists.length - 1] = next + 1;
  };
  parser.end(html);

  const seen = squeeze(visible.toString());
  const more = hidden.map(String).filter((part) => part !== '' && !seen.includes(squeeze(part)));
  const text = [visible.toString(), ...new Set(more)].filter((part) => part !== '').join('\n');
  if (text === '') for (const where of images) unread.push({ reason: 'image', where });
  if (text === '' && unread.length === 0) unread.push({ reason: 'no-text', where: '' });
  const name = title.replaceAll(/\s+/gu, ' ').trim();
  return { text, ...(name === '' ? {} : { title: name }), unread };
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
