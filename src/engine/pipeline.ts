/** The shapes that pass between the stages of the engine: normalise → parse → segment → classify. */

/** Text made comparable, and where each of its characters stands in the text as given. */
export interface Normalized {
  /** Simplified, half width, lower-case Latin, without zero-width characters, glosses and spaces inside Chinese words. Never longer. */
  text: string;
  /** `text` as UTF-16 units: off a string they are read in thrice the time. */
  units: Uint16Array;
  /**
   * `raw[i]` is the UTF-16 offset, in the text as given, at which normalised UTF-16 unit `i` begins; `raw[text.length]` is
   * the length of the text as given. Always increasing.
   */
  raw: Uint32Array;
}

/** One sentence or list item: the unit that findings are counted in. */
export interface Sentence {
  /** UTF-16 offsets into the text as given, white space at both ends left out; `raw.slice(start, end)` is what a finding quotes. */
  start: number;
  end: number;
  /** The sentence in normalised form, without its own number ("(1)", "3.2"). */
  text: string;
  /** UTF-16 offset of `text` in `Normalized.text`. */
  at: number;
  /** Numbers and headings above it, outermost first, as they stand in the text as given. */
  clause: string[];
  /** Its own number, normalised ("3.2", "(1)", "①"), or "". */
  number: string;
  /** A heading, a title or a line of a table of contents: never a finding of its own. */
  heading: boolean;
  /** Index of the sentence that introduces the list this item belongs to ("我们会共享以下信息：…"). */
  leadIn?: number;
  /** Index of the sentence that a line break cuts this one off from: read `text` of that one and then of this one. */
  continues?: number;
  /** Index of the sentence before, where this one says what else or what follows ("否则…", "由此产生的一切后果…"). */
  takesUp?: number;
  language: 'zh' | 'en';
}

export interface Parsed {
  sentences: Sentence[];
  language: 'zh-Hans' | 'zh-Hant' | 'en' | 'mixed';
}

/** Cuts a sentence into words; joined again they give the sentence. */
export interface Segmenter {
  cut(text: string): string[];
}
