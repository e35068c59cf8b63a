/** What a fair agreement would say and this one does not, by `dict/missing.json`. */
import dictionary from '../../../dict/missing.json' with { type: 'json' };
import type { CategoryId, Missing, Text } from '../../types.ts';
import type { Classified } from '../classify/index.ts';
import type { Parsed, Sentence } from '../pipeline.ts';
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
  return TOPICS.filter(({ when }) => when.some((category) => granted.has(category)))
    .filter((topic) => !parsed.sentences.some((sentence) => says(sentence, topic)))
    .map(({ id, text }) => ({ id, text }));
}

/** Whether the document says how to withdraw consent. */
export function saysHowToWithdraw(parsed: Parsed): boolean {
  const topic = TOPICS.find(({ id }) => id === 'withdrawal')!;
  return parsed.sentences.some((sentence) => says(sentence, topic));
}

function says({ text, language }: Sentence, { said, unlike }: Wanted): boolean {
  const holds = (word: string): boolean => text.includes(word);
  return said[language].some((groups) => groups.every((words) => words.some(holds))) && !unlike?.[language].some(holds);
}
