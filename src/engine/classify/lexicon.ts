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
  } else if (stem.endsWith('e')) {
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

interface TrieNode {
  next: Map<number, TrieNode>;
  /** Concept names that a word ending here stands for. */
  concepts?: string[];
}

/** A word of the text that stands for a concept; UTF-16 offsets into the sentence's normalised text. */
export interface Hit {
  concept: string;
  start: number;
  end: number;
}

/** Finds every lexicon word in a text. Time is linear in the text: no word is longer than the longest entry. */
export class WordNet {
  readonly #zh: TrieNode = { next: new Map() };
  readonly #en: TrieNode = { next: new Map() };

  constructor(concepts: Iterable<[string, Concept]>) {
    for (const [name, concept] of concepts) {
      for (const word of concept.zh ?? []) add(this.#zh, word, name);
      // English words in Chinese text ("SDK", "App") are given as zh entries.
      for (const entry of concept.en ?? [])
        for (const word of inflect(entry)) add(this.#en, word.replaceAll('-', ' '), name);
    }
  }

  find(text: string, language: 'zh' | 'en'): Hit[] {
    const root = language === 'en' ? this.#en : this.#zh;
    const hits: Hit[] = [];
    for (let i = 0; i < text.length; i++) {
      let node: TrieNode | undefined = root;
      for (let j = i; j < text.length && node; j++) {
        const code = text.charCodeAt(j);
        // "third-party" is "third party".
        node = node.next.get(language === 'en' && code === HYPHEN ? SPACE : code);
        if (node?.concepts) for (const concept of node.concepts) hits.push({ concept, start: i, end: j + 1 });
      }
    }
    return hits;
  }
}

function add(root: TrieNode, word: string, concept: string): void {
  let node = root;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    let next = node.next.get(code);
    if (!next) {
      next = { next: new Map() };
      node.next.set(code, next);
    }
    node = next;
  }
  node.concepts ??= [];
  if (!node.concepts.includes(concept)) node.concepts.push(concept);
}
