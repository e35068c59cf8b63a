/** What a fair agreement would say and this one does not, by `dict/missing.json`. */
import dictionary from '../../../dict/missing.json' with { type: 'json' };
import type { CategoryId, Missing, Text } from '../../types.ts';
import type { Classified } from '../classify/index.ts';
import type { Parsed } from '../pipeline.ts';
import { isGrant } from './verdict.ts';

interface Topic {
  id: string;
  /** It is missed only where the document grants one of these. */
  when: CategoryId[];
  /** A sentence that holds one word of each group ("a|b") of one of these says it. Words as in normalised text. */
  said: Record<'zh' | 'en', string[][]>;
  /** A sentence with one of these says the opposite. */
  unlike?: Record<'zh' | 'en', string[]>;
  text: Text;
}

interface Wanted extends Omit<Topic, 'said'> {
  said: Record<'zh' | 'en', string[][][]>;
}

const TOPICS: Wanted[] = (dictionary as Topic[]).map((topic) => ({
  ...topic,
  said: {
    zh: topic.said.zh.map((groups) => groups.map((group) => group.split('|'))),
    en: topic.said.en.map((groups) => groups.map((group) => group.split('|'))),
  },
}));

/** Sentences; a shorter text is an excerpt, of which nothing can be said to be missing. */
const WHOLE_DOCUMENT = 12;

export function missing(findings: readonly Classified[], parsed: Parsed): Missing[] {
  if (parsed.sentences.filter((sentence) => !sentence.heading).length < WHOLE_DOCUMENT) return [];
  const granted = new Set(findings.filter(isGrant).map(({ finding }) => finding.category));
  const wanted = TOPICS.filter(({ when }) => when.some((category) => granted.has(category)));
  if (wanted.length === 0) return [];
  const written = characters(parsed);
  return wanted.filter((topic) => !isSaid(topic, parsed, written)).map(({ id, text }) => ({ id, text }));
}

/** Whether the document says how to withdraw consent. */
export function saysHowToWithdraw(parsed: Parsed): boolean {
  return isSaid(
    TOPICS.find(({ id }) => id === 'withdrawal')!,
    parsed,
    characters(parsed),
  );
}

/** 1 for the code units that the document is written with. */
function characters({ sentences }: Parsed): Uint8Array {
  const written = new Uint8Array(0x10000);
  for (const { text } of sentences) for (let i = 0; i < text.length; i++) written[text.charCodeAt(i)] = 1;
  return written;
}

function isSaid({ said, unlike }: Wanted, { sentences }: Parsed, written: Uint8Array): boolean {
  // Most words are not in the document at all, as their characters tell: no sentence is searched for those.
  const possible = (words: readonly string[]): string[] => words.filter((word) => isSpelled(word, written));
  const ways = { zh: said.zh.map((groups) => groups.map(possible)), en: said.en.map((groups) => groups.map(possible)) };
  return sentences.some(
    ({ text, language }) =>
      ways[language].some((groups) => groups.every((words) => holdsOne(text, words))) &&
      !holdsOne(text, unlike?.[language] ?? []),
  );
}

function isSpelled(word: string, written: Uint8Array): boolean {
  for (let i = 0; i < word.length; i++) if (written[word.charCodeAt(i)] === 0) return false;
  return true;
}

function holdsOne(text: string, words: readonly string[]): boolean {
  for (const word of words) if (text.includes(word)) return true;
  return false;
}
