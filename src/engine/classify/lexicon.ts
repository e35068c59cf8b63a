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

/** The name of a concept or, in quotes, of a literal word. */
export const conceptName = (id: number): string => names[id]!;
/** Literal words have none. */
export const classOfId = (id: number): ConceptClass | undefined => classes[id];
/** How many numbers are given so far. */
export const conceptCount = (): number => names.length;

/** A word of the text that stands for a concept; UTF-16 offsets into the sentence's normalised text. */
export interface Hit {
  concept: string;
  start: number;
  end: number;
}

/** Hits as columns, in the order they were found; filled again and again without new objects. */
export class Hits {
  readonly concepts: number[] = [];
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  /** The columns may be longer. */
  length = 0;

  add(concept: number, start: number, end: number): void {
    this.concepts[this.length] = concept;
    this.starts[this.length] = start;
    this.ends[this.length] = end;
    this.length++;
  }
}

interface TrieNode {
  next: Map<number, TrieNode>;
  concepts: number[];
}

const emptyNode = (): TrieNode => ({ next: new Map(), concepts: [] });

/**
 * A trie in flat tables. Nodes are numbered breadth first, so that the children of node `n` are `first[n]` to `first[n + 1]`,
 * in the order of their code units; node 0 is the root, its children are found by `root`.
 */
class Trie {
  readonly #root = new Uint16Array(0x10000);
  readonly #code: Uint16Array;
  readonly #first: Int32Array;
  /** The concepts of node `n` are `#concepts` from `#from[n]` to `#from[n + 1]`. */
  readonly #from: Int32Array;
  readonly #concepts: Int32Array;
  /** 1 for the pairs of code units, mixed into 16 bits, that words begin with. */
  readonly #pairs = new Uint8Array(0x10000);

  constructor(root: TrieNode) {
    const nodes: [number, TrieNode][] = [[0, root]];
    const first: number[] = [];
    const from: number[] = [0];
    const concepts: number[] = [];
    for (let n = 0; n < nodes.length; n++) {
      const node = nodes[n]![1];
      first.push(nodes.length);
      nodes.push(...[...node.next].sort((a, b) => a[0] - b[0]));
      concepts.push(...node.concepts);
      from.push(concepts.length);
    }
    first.push(nodes.length);
    this.#code = Uint16Array.from(nodes, ([code]) => code);
    this.#first = Int32Array.from(first);
    this.#from = Int32Array.from(from);
    this.#concepts = Int32Array.from(concepts);
    for (let n = first[0]!; n < first[1]!; n++) {
      const unit = this.#code[n]!;
      this.#root[unit] = n;
      for (let child = first[n]!; child < first[n + 1]!; child++) this.#pairs[pair(unit, this.#code[child]!)] = 1;
    }
  }

  /** @param hyphen what a hyphen in the text counts as */
  scan(text: string, hyphen: number, out: Hits): void {
    const code = this.#code;
    const first = this.#first;
    const from = this.#from;
    const root = this.#root;
    const pairs = this.#pairs;
    const { length } = text;
    let next = length > 0 ? text.charCodeAt(0) : 0;
    for (let i = 0; i < length; i++) {
      const unit = next === HYPHEN ? hyphen : next;
      next = i + 1 < length ? text.charCodeAt(i + 1) : 0;
      let node = root[unit]!;
      if (node === 0) continue;
      let wanted = next === HYPHEN ? hyphen : next;
      const longer = pairs[pair(unit, wanted)] === 1;
      for (let j = i + 1; node !== 0; j++) {
        for (let k = from[node]!, end = from[node + 1]!; k < end; k++) out.add(this.#concepts[k]!, i, j);
        let child = first[node]!;
        const last = first[node + 1]!;
        if (!longer || child === last || j === length) break;
        if (j > i + 1) {
          wanted = text.charCodeAt(j);
          if (wanted === HYPHEN) wanted = hyphen;
        }
        while (child < last && code[child]! < wanted) child++;
        node = child < last && code[child] === wanted ? child : 0;
      }
    }
  }
}

const pair = (a: number, b: number): number => (Math.imul(a, 0x9e35) ^ b) & 0xffff;

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
    // "third-party" is "third party".
    if (language === 'en') this.#en.scan(text, SPACE, out);
    else this.#zh.scan(text, HYPHEN, out);
  }

  find(text: string, language: 'zh' | 'en'): Hit[] {
    const hits = new Hits();
    this.scan(text, language, hits);
    return Array.from({ length: hits.length }, (_, i) => ({
      concept: conceptName(hits.concepts[i]!),
      start: hits.starts[i]!,
      end: hits.ends[i]!,
    }));
  }
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
