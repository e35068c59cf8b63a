/** What a fair agreement would say and this one does not, by `dict/missing.json`. */
import dictionary from '../../../dict/missing.json' with { type: 'json' };
import type { CategoryId, Missing, Text } from '../../types.ts';
import type { Classified } from '../classify/index.ts';
import { linesOf } from '../lines.ts';
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

/** The groups of fewest words first: those are looked for, the others only beside them. */
const groupsOf = (groups: readonly string[]): string[][] =>
  groups.map((group) => group.split('|')).sort((a, b) => a.length - b.length);

const TOPICS: Wanted[] = (dictionary as Topic[]).map((topic) => ({
  ...topic,
  said: { zh: topic.said.zh.map(groupsOf), en: topic.said.en.map(groupsOf) },
}));
const WITHDRAWAL = TOPICS.find(({ id }) => id === 'withdrawal')!;

/** Sentences; a shorter text is an excerpt, of which nothing can be said to be missing. */
const WHOLE_DOCUMENT = 12;

/** What is missing, and whether the document says how to withdraw consent. */
export function missing(
  findings: readonly Classified[],
  parsed: Parsed,
): { missing: Missing[]; saysHowToWithdraw: boolean } {
  const lines = linesOf(parsed);
  const saysHowToWithdraw = isSaid(WITHDRAWAL, lines);
  const isWhole = parsed.sentences.filter((sentence) => !sentence.heading).length >= WHOLE_DOCUMENT;
  const granted = new Set(isWhole ? findings.filter(isGrant).map(({ finding }) => finding.category) : []);
  const unsaid = TOPICS.filter(
    (topic) =>
      topic.when.some((category) => granted.has(category)) &&
      !(topic === WITHDRAWAL ? saysHowToWithdraw : isSaid(topic, lines)),
  );
  return { missing: unsaid.map(({ id, text }) => ({ id, text })), saysHowToWithdraw };
}

function isSaid({ said, unlike }: Wanted, lines: Record<Sentence['language'], string>): boolean {
  return (
    said.zh.some((groups) => holdsAll(lines.zh, groups, unlike?.zh ?? [])) ||
    said.en.some((groups) => holdsAll(lines.en, groups, unlike?.en ?? []))
  );
}

/** Whether some line holds one word of each group, and none of the words that say the opposite. */
function holdsAll(lines: string, [rarest = [], ...others]: readonly string[][], unlike: readonly string[]): boolean {
  for (const word of rarest)
    for (let at = lines.indexOf(word); at >= 0;) {
      const end = lines.indexOf('\n', at);
      const line = lines.slice(lines.lastIndexOf('\n', at) + 1, end);
      if (others.every((words) => holdsOne(line, words)) && !holdsOne(line, unlike)) return true;
      at = lines.indexOf(word, end);
    }
  return false;
}

function holdsOne(text: string, words: readonly string[]): boolean {
  for (const word of words) if (text.includes(word)) return true;
  return false;
}
