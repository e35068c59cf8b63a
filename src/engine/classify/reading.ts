/** One document being read: the words found in its sentences, lead-ins and headings, and what is made of them on demand. */
import { normalize } from '../normalize/index.ts';
import type { Parsed, Segmenter, Sentence } from '../pipeline.ts';
import { Together } from '../segment/together.ts';
import { Hits } from './lexicon.ts';
import { denyItem, mayDeny } from './negation.ts';
import { Stream, type Wanted } from './pattern.ts';
import type { Roles } from './roles.ts';
import { contextOf, headingSentence, type Marked, marksOf, View, wordNet } from './view.ts';

/** A lead-in or heading: its words, and its marks once they were asked for. */
interface Known {
  sentence: Sentence;
  hits: Hits;
  marked?: Marked;
  stream?: Stream;
}

/** The headings above a sentence, outermost first; looked up once they were asked for. */
interface Path {
  /** The same for headings that say the same, with the same parties. */
  key: string;
  headings?: Known[];
  /** Their marks side by side. */
  stream?: Stream;
}

/** UTF-16 units of a heading or title that are read. */
const LONGEST_HEADING = 500;

export class Reading {
  readonly #segmenter: Together;
  readonly #found = new Hits();
  readonly #contexts = new Map<Sentence, Known>();
  readonly #headings = new Map<string, Known>();
  readonly #paths = { zh: new Map<readonly string[], Path>(), en: new Map<readonly string[], Path>() };

  /** @param title of the page, or "" */
  constructor(
    readonly parsed: Parsed,
    readonly roles: Roles,
    readonly title: string,
    segmenter: Segmenter,
  ) {
    this.#segmenter = new Together(segmenter);
  }

  /**
   * Looks up the words of a sentence. @param into takes them; what was in it is gone
   * @returns whether any of them is the lexicon's own, not defined by the document
   */
  scan({ text, language }: Sentence, into: Hits): boolean {
    this.#found.length = 0;
    wordNet().scan(text, language, this.#found);
    const any = this.#found.length > 0;
    if (this.roles.empty) into.copy(this.#found);
    else {
      into.length = 0;
      this.roles.scan(text, language, this.#found, into);
    }
    return any;
  }

  /** The sentence's lead-in, or the broken line it continues, and its words. */
  lead(sentence: Sentence): { sentence: Sentence; hits: Hits } | undefined {
    return this.#context(sentence);
  }

  /** Everything but its text that decides what a sentence says. */
  surroundings(sentence: Sentence): string {
    const { key } = this.#pathOf(sentence);
    const context = contextOf(this.parsed, sentence);
    return context ? `${key}\u0000\u0000${context.text}` : key;
  }

  /** Cuts sentences into words whose views will be asked for. */
  cut(sentences: readonly Sentence[]): void {
    this.#segmenter.prepare(sentences.flatMap(({ text, language }) => (language === 'zh' ? text : [])));
  }

  /** What the rules see of a sentence. @param hits its words @param wanted what counts of them */
  view(sentence: Sentence, hits: Hits, wanted: Wanted): View {
    const own = marksOf(sentence, hits, this.#segmenter, wanted);
    const known = this.#context(sentence);
    if (known && sentence.takesUp === undefined && sentence.leadIn !== undefined && mayDeny(known.hits))
      denyItem(this.#marked(known), own.marks);
    return new View(sentence, own, {
      context: known?.sentence,
      lead: () => known && { stream: this.#stream(known), words: this.#marked(known).words },
      headings: () => this.#headingStream(sentence),
    });
  }

  #context(sentence: Sentence): Known | undefined {
    const before = contextOf(this.parsed, sentence);
    return before && this.#look(this.#contexts, before, before);
  }

  #look<Key>(all: Map<Key, Known>, key: Key, sentence: Sentence): Known {
    let known = all.get(key);
    if (!known) {
      known = { sentence, hits: new Hits() };
      this.scan(sentence, known.hits);
      all.set(key, known);
    }
    return known;
  }

  #pathOf({ clause, language }: Sentence): Path {
    const paths = this.#paths[language];
    let path = paths.get(clause);
    if (!path) paths.set(clause, (path = { key: [this.roles.key, this.title, ...clause].join('\u0000') }));
    return path;
  }

  #headingsOf(path: Path, { clause, language }: Sentence): Known[] {
    return (path.headings ??= [this.title, ...clause]
      .filter((heading) => heading !== '')
      .map((heading) => this.#heading(heading, language)));
  }

  #heading(heading: string, language: Sentence['language']): Known {
    const key = `${language} ${heading}`;
    const known = this.#headings.get(key);
    if (known) return known;
    const text = normalize(heading.slice(0, LONGEST_HEADING)).text;
    return this.#look(this.#headings, key, headingSentence(text, language));
  }

  #headingStream(sentence: Sentence): Stream {
    const path = this.#pathOf(sentence);
    if (path.stream) return path.stream;
    const all = this.#headingsOf(path, sentence).map((known) => this.#marked(known));
    return (path.stream = new Stream(
      all.flatMap(({ marks }) => marks),
      all.flatMap(({ literals }) => literals),
      all.length < 2,
    ));
  }

  #marked(known: Known): Marked {
    return (known.marked ??= marksOf(known.sentence, known.hits, this.#segmenter));
  }

  #stream(known: Known): Stream {
    const { marks, literals } = this.#marked(known);
    return (known.stream ??= new Stream(marks, literals));
  }
}
