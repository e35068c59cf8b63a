/** The document map: the parts of an agreement in order, by its own headings where it has them, else by number or topic. */
import { type OutlineEntry, TOPICS, type TopicId } from '../types.ts';
import { CONCEPTS } from './classify/lexicon.ts';
import type { LinearModel } from './model/linear.ts';
import { topicMargins } from './model/topics.ts';
import { normalize } from './normalize/index.ts';
import { readNumber } from './parse/numbers.ts';
import type { Parsed, Sentence } from './pipeline.ts';

/** More entries than this are no overview. */
const MOST_ENTRIES = 24;
/** With fewer parts than this by headings or numbers, a long text is mapped by topic. */
const FEWEST_PARTS = 3;
/** The same where nothing has a heading and one number holds more than this share of the text. */
const MOST_OF_TEXT = 1 / 3;
/** UTF-16 units. */
const LONG_TEXT = 400;
/** A part as large as this share of the text, and this many UTF-16 units, is shown with the parts inside it. */
const LARGE = { share: 1 / 6, length: 1200 };
const DEEPEST = 2;
/** UTF-16 units. */
const LONGEST_TITLE = 60;
const FIRST_WORDS = { least: 6, zh: 24, en: 60 };
const QUOTE = 40;
/** Mean probability from which on a topic is told. */
const SURE = 0.5;
const MOST_TOPICS = 2;
/**
 * The model knows privacy policies only. These topics it tells only of parts that speak of personal data: a loan that may be
 * assigned to others is not about sharing data.
 */
const ABOUT_DATA: ReadonlySet<TopicId> = new Set(['collection', 'sharing', 'use', 'storage', 'security', 'management']);
const DATA_SHARE = 0.25;
const DATA_WORDS = ['PERSONAL_INFO', 'IDENTITY', 'DEVICE', 'LOCATION'].flatMap((name) => CONCEPTS.get(name)?.zh ?? []);
/** What a change of topic costs, in margins: a run of one or two sentences inside another topic is swallowed. */
const CHANGE = 1.5;

/** A stretch of sentences under one heading or number, with the stretches inside it. */
interface Part {
  /** Number and heading as they stand in the text; '' for what stands under none. */
  label: string;
  /** The label of the last part, where several were joined. */
  until?: string;
  /** The label has words, not just a number. */
  titled: boolean;
  /** It is a part because of its topic, not of a label. */
  byTopic: boolean;
  level: 0 | 1;
  /** UTF-16 offsets into the text as given. */
  start: number;
  end: number;
  /** What stands outside `parts`. */
  sentences: Sentence[];
  parts: Part[];
}

/**
 * The map of `raw`, which parses to `parsed`: at most 24 entries in text order, without overlap. Linear.
 *
 * @param model tells topics of Chinese sentences; without it only headings and numbers count
 */
export function documentMap(raw: string, parsed: Parsed, model?: LinearModel): OutlineEntry[] {
  const { sentences } = parsed;
  const judge = model && new Judge(model);
  let parts = opened(topParts(sentences), raw.length);
  if (judge && raw.length >= LONG_TEXT && !isOverview(parts, raw.length)) {
    const runs = judge.runs(sentences);
    if (runs.length >= FEWEST_PARTS) parts = runs;
  }
  const entries = withoutRepeats(
    shortened(parts).map((part) => entryOf(raw, part, judge?.topics(everyIn(part)) ?? [])),
  );
  entries.forEach((entry, i) => (entry.end = entries[i + 1]?.start ?? sentences.at(-1)!.end));
  return entries;
}

/** Headings make a map; the numbers of list items make one only where they go through the whole text. */
function isOverview(parts: readonly Part[], length: number): boolean {
  if (parts.length < FEWEST_PARTS) return false;
  return parts.some(({ titled }) => titled) || parts.every(({ start, end }) => end - start <= length * MOST_OF_TEXT);
}

// ---- parts by headings and numbers

/** The main parts, under headings, or under numbers where nothing has a heading. */
function topParts(sentences: readonly Sentence[]): Part[] {
  const labels = new Set(sentences.flatMap(({ clause }) => clause));
  const titled = new Set([...labels].filter(isTitled));
  const styles = new Set([...titled].flatMap((label) => mainStyle(label) ?? []));
  const counts = (label: string): boolean =>
    titled.size === 0 || titled.has(label) || styles.has(mainStyle(label) ?? '');
  const top: Part[] = [];
  let open: Part[] = [];
  for (const sentence of sentences) {
    const path = sentence.clause.filter(counts).slice(0, DEEPEST);
    if (path.length === 0) path.push('');
    const same = path.findIndex((label, i) => open[i]?.label !== label);
    open = open.slice(0, same < 0 ? path.length : same);
    for (const label of path.slice(open.length)) {
      const part = newPart(label, titled.has(label), open.length as Part['level'], sentence);
      (open.at(-1)?.parts ?? top).push(part);
      open.push(part);
    }
    open.at(-1)!.sentences.push(sentence);
    for (const part of open) part.end = sentence.end;
  }
  return top.filter(hasBody);
}

/** Numbers of clauses rather than of list items: where some clauses have headings, the others count all the same. */
const MAIN: ReadonlySet<string> = new Set(['part', 'chapter', 'section', 'article', 'han']);

function mainStyle(label: string): string | undefined {
  const number = readNumber(readable(label), 0, true);
  return number && MAIN.has(number.kind) ? number.style : undefined;
}

function newPart(label: string, titled: boolean, level: Part['level'], { start, end }: Sentence): Part {
  return { label, titled, byTopic: false, level, start, end, sentences: [], parts: [] };
}

/** A label as numbers are read in: with the delimiter that a bare number has lost. */
function readable(label: string): string {
  return `${normalize(label).text}、`;
}

/** Whether a label of `Sentence.clause` holds words behind its numbers. */
function isTitled(label: string): boolean {
  const text = readable(label);
  let at = 0;
  for (let number = readNumber(text, 0, true); number; number = readNumber(text, at, true)) at += number.length;
  return /\p{L}{2}/u.test(text.slice(at));
}

/** A heading with nothing below it is a line of a table of contents. */
function hasBody({ sentences, parts }: Part): boolean {
  return sentences.some(({ heading }) => !heading) || parts.some(hasBody);
}

function everyIn({ sentences, parts }: Part): Sentence[] {
  return [...sentences, ...parts.flatMap(everyIn)];
}

/** Shows large parts with the parts inside them, the largest first, as long as the list stays short. */
function opened(parts: readonly Part[], length: number): Part[] {
  const least = Math.max(LARGE.length, length * LARGE.share);
  const list = [...parts];
  for (;;) {
    let largest: Part | undefined;
    for (const part of list) {
      const size = part.end - part.start;
      if (size < least || (largest && size <= largest.end - largest.start)) continue;
      const count = part.parts.filter((inner) => inner.titled && hasBody(inner)).length;
      if (count > 1 && list.length + count <= MOST_ENTRIES) largest = part;
    }
    if (!largest) return list;
    list.splice(list.indexOf(largest), 1, ...split(largest));
  }
}

/** A part's own sentences, then the parts inside it; an inner part that is no entry belongs to what stands before it. */
function split(part: Part): Part[] {
  const list: Part[] = [{ ...part, parts: [] }];
  for (const inner of part.parts) {
    if (inner.titled && hasBody(inner)) list.push(inner);
    else list.at(-1)!.parts.push(inner);
  }
  return list;
}

// ---- a list that is too long

/** Joins small neighbours where there are too many parts: as small ones as will do. */
function shortened(parts: Part[]): Part[] {
  if (parts.length <= MOST_ENTRIES) return parts;
  let tooShort = 0;
  let enough = parts.at(-1)!.end - parts[0]!.start;
  while (enough - tooShort > 1) {
    const middle = (tooShort + enough) >> 1;
    if (joined(parts, middle).length <= MOST_ENTRIES) enough = middle;
    else tooShort = middle;
  }
  return joined(parts, enough).map(([first, ...rest]) => {
    const last = rest.at(-1);
    if (!first || !last) return first!;
    return {
      ...first,
      end: last.end,
      parts: [...first.parts, ...rest],
      ...(last.label === '' ? {} : { until: last.label }),
    };
  });
}

/** Runs of neighbours that are together no longer than `length`. */
function joined(parts: readonly Part[], length: number): Part[][] {
  const runs: Part[][] = [];
  for (const part of parts) {
    const run = runs.at(-1);
    if (run && part.end - run[0]!.start <= length) run.push(part);
    else runs.push([part]);
  }
  return runs;
}

// ---- entries

function entryOf(raw: string, part: Part, topics: TopicId[]): OutlineEntry {
  const title = titleOf(raw, part, topics);
  return {
    ...(title === undefined ? {} : { title: title.slice(0, LONGEST_TITLE) }),
    ...(part.until === undefined ? {} : { until: part.until.slice(0, LONGEST_TITLE) }),
    topics,
    level: part.level,
    start: part.start,
    end: part.end,
    quote: raw.slice(part.start, Math.min(part.end, part.start + QUOTE)),
  };
}

function titleOf(raw: string, part: Part, topics: readonly TopicId[]): string | undefined {
  if (part.titled) return part.label;
  if (part.byTopic && topics.length > 0) return undefined;
  const [first] = everyIn(part);
  if (part.label === '' && first?.heading) return oneLine(raw.slice(first.start, first.end));
  return firstWords(oneLine(raw.slice(part.start, part.end)), first?.language ?? 'zh');
}

/** A title that stands twice, in a bar at the top and above the text, opens one part. */
function withoutRepeats(entries: readonly OutlineEntry[]): OutlineEntry[] {
  const [first, second, ...rest] = entries;
  if (!first || !second || first.title === undefined || first.title !== second.title) return [...entries];
  return [{ ...second, start: first.start, quote: first.quote }, ...rest];
}

const oneLine = (text: string): string => text.slice(0, 200).replace(/\s+/g, ' ').trim();

/** Up to the first pause that leaves enough of it to be recognised. */
function firstWords(text: string, language: 'zh' | 'en'): string {
  const words = text.slice(0, FIRST_WORDS[language]);
  const pause = /[，。；：,;:]/.exec(words.slice(FIRST_WORDS.least));
  const cut = pause ? words.slice(0, FIRST_WORDS.least + pause.index) : words;
  return cut.length < text.length ? `${cut}…` : cut;
}

// ---- topics

/** Says what sentences are about. */
class Judge {
  readonly #model: LinearModel;

  constructor(model: LinearModel) {
    this.#model = model;
  }

  /** What most of the sentences, by length, are about. */
  topics(sentences: readonly Sentence[]): TopicId[] {
    const mean = TOPICS.map(() => 0);
    let length = 0;
    let aboutData = 0;
    for (const { text, language } of sentences) {
      length += text.length;
      if (language !== 'zh') continue;
      if (DATA_WORDS.some((word) => text.includes(word))) aboutData += text.length;
      topicMargins(text, this.#model).forEach((margin, topic) => {
        mean[topic]! += text.length * this.#model.probability(topic, margin);
      });
    }
    return TOPICS.map((topic, i) => ({ topic, sure: mean[i]! / length }))
      .filter(({ topic, sure }) => sure >= SURE && (!ABOUT_DATA.has(topic) || aboutData >= length * DATA_SHARE))
      .toSorted((a, b) => b.sure - a.sure)
      .slice(0, MOST_TOPICS)
      .map(({ topic }) => topic);
  }

  /** The text as stretches of one topic each, by the best path through the sentences' margins (Viterbi). */
  runs(sentences: readonly Sentence[]): Part[] {
    const best = TOPICS.map(() => 0);
    const from = sentences.map(({ text, language }) => {
      const top = best.indexOf(Math.max(...best));
      const margins = language === 'zh' ? topicMargins(text, this.#model) : undefined;
      const changed = best[top]! - CHANGE;
      return best.map((score, topic) => {
        const stays = score >= changed;
        best[topic] = (stays ? score : changed) + Math.max(-1, Math.min(1, margins?.[topic] ?? 0));
        return stays ? topic : top;
      });
    });
    const path: number[] = [];
    let topic = best.indexOf(Math.max(...best));
    for (let i = sentences.length - 1; i >= 0; i--) {
      path[i] = topic;
      topic = from[i]![topic]!;
    }
    const parts: Part[] = [];
    sentences.forEach((sentence, i) => {
      if (i === 0 || path[i] !== path[i - 1]) parts.push({ ...newPart('', false, 0, sentence), byTopic: true });
      const part = parts.at(-1)!;
      part.sentences.push(sentence);
      part.end = sentence.end;
    });
    return parts;
  }
}
