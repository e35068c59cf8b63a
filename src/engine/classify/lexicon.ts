/**
 * The concept lexicon (`dict/concepts/*.json`): which words stand for which concept. One pass over a sentence finds all of
 * them; a hit counts only where it begins and ends at word boundaries, so that 联系|人工客服 holds no 联系人.
 */
import actors from '../../../dict/concepts/actors.json';
import consent from '../../../dict/concepts/consent.json';
import core from '../../../dict/concepts/core.json';
import people from '../../../dict/concepts/people.json';
import sharing from '../../../dict/concepts/sharing.json';
import type { Text } from '../../types.ts';
import { isLatin } from '../latin.ts';
import { placesFor } from '../model/hash.ts';

/**
 * The part a concept plays in a frame; `action` concepts can be negated; `cue` concepts only serve patterns; a `blocker`
 * is a longer word that says something else than the words inside it ("企业通讯录", "联系方式").
 */
export type ConceptClass =
  | 'actor'
  | 'action'
  | 'people'
  | 'data'
  | 'recipients'
  | 'trigger'
  | 'consent'
  | 'negation'
  | 'barrier'
  | 'cue'
  | 'blocker';

export interface Concept {
  class: ConceptClass;
  /** Words for people, used in explanations; needed for the classes that fill a frame. */
  label?: Text;
  /** Simplified Chinese, as in normalised text. */
  zh?: string[];
  /** Lower case; a word that ends in `~` stands for its regular inflections (share~: share, shares, shared, sharing). */
  en?: string[];
}

export type ConceptFile = Record<string, Concept>;

const files: ConceptFile[] = [core, actors, people, sharing, consent] as ConceptFile[];

export const CONCEPTS: ReadonlyMap<string, Concept> = (() => {
  const all = new Map<string, Concept>();
  for (const file of files)
    for (const [name, concept] of Object.entries(file)) {
      if (all.has(name)) throw new Error(`concept ${name} is defined twice`);
      all.set(name, concept);
    }
  return all;
})();

/** The regular inflections of an English verb or noun marked `~`. */
function inflect(entry: string): string[] {
  const at = entry.indexOf('~');
  if (at < 0) return [entry];
  const stem = entry.slice(0, at);
  const rest = entry.slice(at + 1);
  const forms = new Set([stem]);
  if (/[^aeiou]y$/.test(stem)) {
    const s = stem.slice(0, -1);
    for (const f of [`${s}ies`, `${s}ied`, `${stem}ing`]) forms.add(f);
  } else if (/[^eoy]e$/.test(stem)) {
    const s = stem.slice(0, -1);
    for (const f of [`${stem}s`, `${stem}d`, `${s}ing`]) forms.add(f);
  } else {
    forms.add(/(?:s|x|z|ch|sh)$/.test(stem) ? `${stem}es` : `${stem}s`);
    for (const f of [`${stem}ed`, `${stem}ing`]) forms.add(f);
    if (/[^aeiou][aeiou][bdglmnprt]$/.test(stem)) {
      const last = stem.slice(-1);
      for (const f of [`${stem}${last}ed`, `${stem}${last}ing`]) forms.add(f);
    }
  }
  return [...forms].flatMap((form) => inflect(form + rest));
}

const HYPHEN = 0x2d;
const SPACE = 0x20;

/** Every concept and literal word has a number: places in flat tables instead of names in maps. */
const ids = new Map<string, number>();
const names: string[] = [];
const classes: (ConceptClass | undefined)[] = [];

export function conceptId(name: string): number {
  let id = ids.get(name);
  if (id === undefined) {
    id = names.length;
    ids.set(name, id);
    names.push(name);
    classes.push(CONCEPTS.get(name)?.class);
  }
  return id;
}

// The lexicon's own come first: tables of concepts need no place for literal words.
for (const name of CONCEPTS.keys()) conceptId(name);

/** The name of a concept or, in quotes, of a literal word. */
export const conceptName = (id: number): string => names[id]!;
const LITERALS_FROM = CONCEPTS.size;
/** Whether a number is that of a literal word. */
export const isLiteral = (id: number): boolean => id >= LITERALS_FROM;
/** Literal words have none. */
export const classOfId = (id: number): ConceptClass | undefined => classes[id];
/** How many concepts and literal words are numbered so far. */
export const conceptCount = (): number => names.length;
/**
 * What a word stands for, often several concepts at once. Words that stand for the same have one meaning, so that what is
 * looked up for a word of the text is looked up once, not for each of its concepts.
 */
const meaningIds = new Map<string, number>();
/** The concepts of all meanings one behind the other: those of meaning `m` are `items` from `from[m]` to `from[m + 1]`. */
export const MEANINGS = { from: new Int32Array(1024), items: new Int32Array(1024) };

/** The number of a list of concepts. */
export function meaningOf(concepts: readonly number[]): number {
  const key = concepts.join();
  let meaning = meaningIds.get(key);
  if (meaning === undefined) {
    meaning = meaningIds.size;
    meaningIds.set(key, meaning);
    noteMeaning(meaning, concepts);
  }
  return meaning;
}

function noteMeaning(meaning: number, concepts: readonly number[]): void {
  const begin = MEANINGS.from[meaning]!;
  const end = begin + concepts.length;
  MEANINGS.from = withPlaces(MEANINGS.from, meaning + 2);
  MEANINGS.items = withPlaces(MEANINGS.items, end);
  MEANINGS.items.set(concepts, begin);
  MEANINGS.from[meaning + 1] = end;
}

/** The same numbers with room for more where there is none. */
export function withPlaces(numbers: Int32Array<ArrayBuffer>, places: number): Int32Array<ArrayBuffer> {
  if (numbers.length >= places) return numbers;
  const wider = new Int32Array(places * 2);
  wider.set(numbers);
  return wider;
}

/** Numbers of the concepts of a meaning, in the order in which the lexicon gives them. */
export const conceptsOf = (meaning: number): readonly number[] => [
  ...MEANINGS.items.subarray(MEANINGS.from[meaning], MEANINGS.from[meaning + 1]),
];

/** Whether a concept is among those of a meaning. */
export function standsFor(meaning: number, concept: number): boolean {
  const { from, items } = MEANINGS;
  for (let k = from[meaning]!; k < from[meaning + 1]!; k++) if (items[k] === concept) return true;
  return false;
}

/** A word of the text that stands for a concept; UTF-16 offsets into the sentence's normalised text. */
export interface Hit {
  concept: string;
  start: number;
  end: number;
}

/** Words found in a text as columns, by their beginnings; filled again and again without new objects. */
export class Hits {
  meanings: number[] = [];
  starts: number[] = [];
  ends: number[] = [];
  /** The columns may be longer. */
  length = 0;

  add(meaning: number, start: number, end: number): void {
    this.meanings[this.length] = meaning;
    this.starts[this.length] = start;
    this.ends[this.length] = end;
    this.length++;
  }

  /** Takes what others hold, in columns that need not grow for it. */
  copy({ meanings, starts, ends, length }: Hits): void {
    this.meanings = meanings.slice(0, length);
    this.starts = starts.slice(0, length);
    this.ends = ends.slice(0, length);
    this.length = length;
  }
}

interface TrieNode {
  next: Map<number, TrieNode>;
  concepts: number[];
}

const emptyNode = (): TrieNode => ({ next: new Map(), concepts: [] });

/** The table that tells which steps there may be has two to the power of this many bits: sixteen a step, and little memory. */
const MAY_BITS = 19;
/** The letters of the text being scanned. */
let spelling = new Uint16Array(1024);

/**
 * A trie in flat tables. Its steps, from a node by a letter to the next node, stand in one table with open addressing; letters
 * are the code units that words are made of, numbered from 1. The node of a first letter has the letter's number, any other
 * one that of its step's place in the table, behind the letters.
 */
class Trie {
  /** Code unit → letter, 0 where no word has it. */
  readonly #letters = new Uint16Array(0x10000);
  readonly #width: number;
  /** Letter → the meaning of the word that it is, or -1. */
  readonly #single: Int32Array;
  /** `node * width + letter`, 0 where a place is free, and the meaning of the word that ends there, or -1, side by side. */
  readonly #steps: Int32Array;
  /** A bit for each hash of a step: most steps that are asked for do not exist, and this table is near. */
  readonly #may = new Uint8Array(2 ** (MAY_BITS - 3));

  constructor(root: TrieNode) {
    const nodes: TrieNode[] = [root];
    let letters = 0;
    for (const node of nodes)
      for (const [unit, next] of node.next) {
        this.#letters[unit] ||= ++letters;
        nodes.push(next);
      }
    this.#width = letters + 1;
    this.#single = new Int32Array(this.#width).fill(-1);
    this.#steps = new Int32Array(2 * placesFor(nodes.length));
    const numbers = new Map<TrieNode, number>();
    for (const node of nodes)
      for (const [unit, next] of node.next) {
        const letter = this.#letters[unit]!;
        const meaning = next.concepts.length > 0 ? meaningOf(next.concepts) : -1;
        if (node === root) this.#single[letter] = meaning;
        numbers.set(next, node === root ? letter : this.#note(numbers.get(node)! * this.#width + letter, meaning));
      }
  }

  /** Puts a step into the tables. @returns the number of the node it leads to */
  #note(key: number, meaning: number): number {
    const hash = Math.imul(key, 0x9e3779b1);
    this.#may[hash >>> (35 - MAY_BITS)]! |= 1 << ((hash >>> (32 - MAY_BITS)) & 7);
    const at = placeOfStep(this.#steps, key, hash);
    this.#steps[at] = key;
    this.#steps[at + 1] = meaning;
    return this.#width + (at >> 1);
  }

  /** @param hyphen what a hyphen in the text counts as */
  scan(text: string, hyphen: number, out: Hits): void {
    const spelt = this.#spelt(text, hyphen);
    const width = this.#width;
    const single = this.#single;
    const steps = this.#steps;
    const may = this.#may;
    const { length } = text;
    for (let i = 0; i < length; i++) {
      let node = spelt[i]!;
      if (single[node]! >= 0) out.add(single[node]!, i, i + 1);
      for (let j = i + 1; j < length; j++) {
        const key = node * width + spelt[j]!;
        const hash = Math.imul(key, 0x9e3779b1);
        if ((may[hash >>> (35 - MAY_BITS)]! & (1 << ((hash >>> (32 - MAY_BITS)) & 7))) === 0) break;
        const at = placeOfStep(steps, key, hash);
        if (steps[at] === 0) break;
        if (steps[at + 1]! >= 0) out.add(steps[at + 1]!, i, j + 1);
        node = width + (at >> 1);
      }
    }
  }

  /** The letters of a text; good until the next call. */
  #spelt(text: string, hyphen: number): Uint16Array {
    if (spelling.length < text.length) spelling = new Uint16Array(text.length * 2);
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      spelling[i] = this.#letters[unit === HYPHEN ? hyphen : unit]!;
    }
    return spelling;
  }
}

/** Where the step `key` is, or would be. @param hash of `key` */
function placeOfStep(steps: Int32Array, key: number, hash: number): number {
  const last = steps.length - 1;
  let at = ((hash >>> 8) * 2) & last;
  while (steps[at] !== key && steps[at] !== 0) at = (at + 2) & last;
  return at;
}

/** Finds every lexicon word in a text. Time is linear in the text: no word is longer than the longest entry. */
export class WordNet {
  readonly #zh: Trie;
  readonly #en: Trie;

  constructor(concepts: Iterable<[string, Concept]>) {
    const zh = emptyNode();
    const en = emptyNode();
    for (const [name, concept] of concepts) {
      const id = conceptId(name);
      for (const word of concept.zh ?? []) add(zh, word, id);
      // English words in Chinese text ("SDK", "App") are given as zh entries.
      for (const entry of concept.en ?? []) for (const word of inflect(entry)) add(en, word.replaceAll('-', ' '), id);
    }
    this.#zh = new Trie(zh);
    this.#en = new Trie(en);
  }

  /** Adds the words of `text` to `out`, in the order of their beginnings, then of their ends. */
  scan(text: string, language: 'zh' | 'en', out: Hits): void {
    if (language === 'zh') return this.#zh.scan(text, HYPHEN, out);
    const before = out.length;
    // "third-party" is "third party".
    this.#en.scan(text, SPACE, out);
    keepWhole(text, out, before);
  }

  find(text: string, language: 'zh' | 'en'): Hit[] {
    const hits = new Hits();
    this.scan(text, language, hits);
    return Array.from({ length: hits.length }, (_, i) =>
      conceptsOf(hits.meanings[i]!).map((id) => ({
        concept: conceptName(id),
        start: hits.starts[i]!,
        end: hits.ends[i]!,
      })),
    ).flat();
  }
}

/** Of the hits from `first` on keeps those that are whole words: "personal" holds no "son". */
function keepWhole(text: string, hits: Hits, first: number): void {
  const { meanings, starts, ends, length } = hits;
  const goesOn = (at: number): boolean => isLatin(text.charCodeAt(at - 1)) && isLatin(text.charCodeAt(at));
  hits.length = first;
  for (let i = first; i < length; i++)
    if (!goesOn(starts[i]!) && !goesOn(ends[i]!)) hits.add(meanings[i]!, starts[i]!, ends[i]!);
}

function add(root: TrieNode, word: string, concept: number): void {
  let node = root;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    let next = node.next.get(code);
    if (!next) {
      next = emptyNode();
      node.next.set(code, next);
    }
    node = next;
  }
  if (!node.concepts.includes(concept)) node.concepts.push(concept);
}
