/** A sentence made ready for the rules: its words, the concepts they stand for, what is negated, and its surroundings. */
import type { Parsed, Segmenter, Sentence } from '../pipeline.ts';
import { tokens } from '../segment/index.ts';
import { CONCEPTS, type Hit, WordNet } from './lexicon.ts';
import { LITERALS, type Mark, Stream } from './pattern.ts';
import { markNegation } from './negation.ts';
import type { Roles } from './roles.ts';

export interface View {
  sentence: Sentence;
  /** Concepts in the sentence. */
  own: Stream;
  /** Number of words in the sentence. */
  words: number;
  /** Concepts of lead-in (or of the broken line before) and sentence as one; `ownFrom` is the sentence's first word in it. */
  joined?: { stream: Stream; ownFrom: number };
  lead?: Stream;
  /** The sentence that `lead` holds the concepts of. */
  context?: Sentence;
  /** Concepts of each heading above and of the title. */
  headings: Stream;
}

let net: WordNet | undefined;

/** Built on first use: the rules' literal words are only known once the rules are compiled. */
export function wordNet(): WordNet {
  net ??= new WordNet([
    ...CONCEPTS,
    ...[...LITERALS].map(([name, words]): [string, { class: 'cue'; zh: string[]; en: string[] }] => [
      name,
      { class: 'cue', ...words },
    ]),
  ]);
  return net;
}

/** Marks of a piece of normalised text; `Mark.start`/`end` are UTF-16 offsets into it. */
export function marksOf(
  sentence: Sentence,
  hits: Hit[],
  segmenter: Segmenter,
  roles: Roles,
): { marks: Mark[]; words: number } {
  const words = tokens(sentence, segmenter);
  const startAt = new Map<number, number>();
  const endAt = new Map<number, number>();
  words.forEach((word, i) => {
    startAt.set(word.start, i);
    endAt.set(word.end, i + 1);
  });
  const marks: Mark[] = [];
  for (const hit of [...hits, ...roles.hits(sentence.text, sentence.language)]) {
    const [from, to] = [startAt.get(hit.start), endAt.get(hit.end)];
    if (from !== undefined && to !== undefined) {
      for (const concept of [hit.concept, ...roles.also(hit.concept)])
        marks.push({ concept, start: hit.start, end: hit.end, from, to, negated: false });
    } else if (
      sentence.language === 'en' &&
      CONCEPTS.get(hit.concept)?.class === 'barrier' &&
      hit.end - hit.start === 1
    ) {
      // English punctuation is no word: it stands between two.
      const between = words.findLastIndex((word) => word.start < hit.start) + 1;
      marks.push({ concept: hit.concept, start: hit.start, end: hit.end, from: between, to: between, negated: false });
    }
  }
  const longest = dropContained(dropBlocked(marks));
  longest.sort((a, b) => a.from - b.from || b.to - a.to);
  markNegation(longest, sentence.language);
  return { marks: longest, words: words.length };
}

/**
 * Longer words that change what a shorter one inside them means: nothing counts inside a `blocker` ("企业通讯录"), no action
 * inside a trigger ("无法联系到您"), people or data ("contact list"), no negation inside any word but a cue.
 */
function dropBlocked(marks: Mark[]): Mark[] {
  return dropInside(marks, (a, b) => {
    const kind = classOf(a);
    const holder = classOf(b);
    if (holder === 'blocker') return kind !== 'blocker';
    if (kind === 'barrier') return b.concept === 'NOT_NEG';
    if (kind === 'negation') return holder !== undefined && holder !== 'cue';
    return kind === 'action' && (holder === 'trigger' || holder === 'people' || holder === 'data');
  });
}

/** Leaves out each mark `a` that lies in a longer one `b` for which `drops(a, b)`; one pass over the marks in text order. */
function dropInside(marks: Mark[], drops: (a: Mark, b: Mark) => boolean): Mark[] {
  const kept: Mark[] = [];
  let open: Mark[] = [];
  for (const a of marks.toSorted((x, y) => x.start - y.start || y.end - x.end)) {
    open = open.filter((b) => b.end > a.start);
    if (!open.some((b) => b.end >= a.end && b.end - b.start > a.end - a.start && drops(a, b))) kept.push(a);
    open.push(a);
  }
  return kept;
}

const classOf = (mark: Mark): string | undefined => CONCEPTS.get(mark.concept)?.class;

/** Of two words of one concept where one holds the other, the longer counts. */
function dropContained(marks: Mark[]): Mark[] {
  return dropInside(marks, (a, b) => a.concept === b.concept);
}

export function headingSentence(text: string, language: 'zh' | 'en'): Sentence {
  return { start: 0, end: text.length, text, at: 0, clause: [], number: '', heading: true, language };
}

/** The sentences that give a sentence its context: its lead-in, or the broken line it continues. */
export function contextOf(parsed: Parsed, sentence: Sentence): Sentence | undefined {
  const index = sentence.continues ?? sentence.leadIn;
  return index === undefined ? undefined : parsed.sentences[index];
}
