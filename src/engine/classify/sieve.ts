/**
 * Which patterns can match a sentence, told from the lexicon words in it before it is segmented. Most sentences end here: they
 * are neither cut into words nor scored. A pattern that would match is never left out.
 *
 * A pattern stays when, for one of its sequences, every element has one of its concepts among the words found (for scope `joined`
 * also among those of the lead-in, but for the last element), and so for its other conditions. In which order they stand, and
 * below which headings, is left to the pattern: asking takes longer than it saves.
 */
import type { Pattern } from '../../rules/types.ts';
import { normalize } from '../normalize/index.ts';
import { conceptCount, conceptId, CONCEPTS, conceptsOf, Hits, MEANINGS } from './lexicon.ts';
import type { Compiled } from './pattern.ts';
import { wordNet } from './view.ts';

/** A pattern with its conditions compiled. */
export interface Sieved {
  pattern: Pattern;
  /** The number of what it speaks for. */
  outcome: number;
  any: Compiled[];
  with: Compiled[];
  lead: Compiled[];
}

/** An element as the sieve sees it: the group of its concepts, a number. */
interface Step {
  group: number;
  negated: boolean;
  commonness: number;
}

/** Conditions as groups; of a list of lists, one has to be there. */
interface Conditions {
  language: Pattern['language'];
  joined: boolean;
  with: readonly number[];
  lead: readonly (readonly number[])[];
}

/** What a sentence stands in. */
export interface Around {
  language: 'zh' | 'en';
  /** The words of what it is an item of. */
  lead: Hits | undefined;
}

/** Sequences that are passed over together where their outcome is not wanted or their second rarest group absent. */
interface Run {
  outcome: number;
  second: number;
  /** Whether words of the lead-in will do. */
  joined: boolean;
  sequences: number[];
}

/** What a run takes in a list before its sequences: the outcome, the group, whether it is joined, how many sequences. */
const RUN_HEAD = 4;
const asList = ({ outcome, second, joined, sequences }: Run): number[] => [
  outcome,
  second,
  joined ? 1 : 0,
  sequences.length,
  ...sequences,
];

/** Lists of numbers, one behind the other: list `i` is `items` from `from[i]` to `from[i + 1]`. */
interface Lists {
  from: Int32Array;
  items: Int32Array;
}

function flat(lists: readonly (readonly number[] | undefined)[], length: number): Lists {
  const from = new Int32Array(length + 1);
  const items: number[] = [];
  for (let i = 0; i < length; i++) {
    items.push(...(lists[i] ?? []));
    from[i + 1] = items.length;
  }
  return { from, items: Int32Array.from(items) };
}

/** How often each concept's words stand in the rules' own examples, which are worded as agreements are. */
function frequencies(examples: readonly string[]): Int32Array {
  const counts = new Int32Array(conceptCount());
  const hits = new Hits();
  for (const example of examples) {
    hits.length = 0;
    wordNet().scan(normalize(example).text, /[\u4e00-\u9fff]/.test(example) ? 'zh' : 'en', hits);
    for (let i = 0; i < hits.length; i++) for (const concept of conceptsOf(hits.meanings[i]!)) counts[concept]!++;
  }
  return counts;
}

const NEGATIONS = [...CONCEPTS].filter(([, concept]) => concept.class === 'negation').map(([name]) => conceptId(name));

/** Groups of steps, those whose words are met least first: where a sequence fails, it fails soon. */
function rarestFirst(steps: readonly Step[]): number[] {
  return [...new Set(steps.toSorted((a, b) => a.commonness - b.commonness).map(({ group }) => group))];
}

/** Adds a sequence to the run that it belongs to. */
function join(runs: Run[], sequence: number, { outcome, second, joined }: Omit<Run, 'sequences'>): void {
  let run = runs.find((one) => one.outcome === outcome && one.second === second && one.joined === joined);
  if (!run) runs.push((run = { outcome, second, joined, sequences: [] }));
  run.sequences.push(sequence);
}

/** A bit for an outcome; those whose numbers are 32 apart share one. */
const bitOf = (outcome: number): number => 1 << (outcome & 31);

function bitsOf(wanted: Uint8Array): number {
  let bits = 0;
  for (let outcome = 0; outcome < wanted.length; outcome++) if (wanted[outcome] !== 0) bits |= bitOf(outcome);
  return bits;
}

const groupsOf = (conjuncts: readonly Step[][]): number[] => conjuncts.flat().map(({ group }) => group);

/** The sets of concepts that steps ask for, numbered: all steps that ask for the same share what is found out of it. */
class Groups {
  readonly #numbers = new Map<string, number>();
  readonly #concepts: number[][] = [];

  get size(): number {
    return this.#concepts.length;
  }

  number(concepts: readonly number[]): number {
    const sorted = [...new Set(concepts)].sort((a, b) => a - b);
    const key = sorted.join();
    let group = this.#numbers.get(key);
    if (group === undefined) {
      group = this.#concepts.push(sorted) - 1;
      this.#numbers.set(key, group);
    }
    return group;
  }

  conceptsOf(group: number): readonly number[] {
    return this.#concepts[group]!;
  }

  /** Group → its concepts, for the groups numbered so far; those met most come first, to be found soon. */
  flat(frequency: Int32Array): Lists {
    const lists = this.#concepts.map((concepts) => concepts.toSorted((a, b) => frequency[b]! - frequency[a]!));
    return flat(lists, this.size);
  }
}

/** Which concepts and groups the words of one stretch of text stand for. Filled again and again. */
class Presence {
  hits: Hits | undefined;
  /** The concepts present are the first `count` of `list`, which has room for what is written behind them. */
  readonly list = new Int32Array(conceptCount() + 1);
  count = 0;
  /** What does not bear the stamp is of words before. */
  #stamp = 0;
  readonly #present = new Int32Array(conceptCount());
  readonly #groups: Lists;
  /** Group → the stamp where it is present, the negative stamp where it is not, once it was asked for. */
  readonly #asked: Int32Array;

  /** @param groups group → its concepts */
  constructor(groups: Lists) {
    this.#groups = groups;
    this.#asked = new Int32Array(groups.from.length);
  }

  note(hits: Hits): void {
    this.hits = hits;
    const stamp = ++this.#stamp;
    const present = this.#present;
    const list = this.list;
    const { from, items } = MEANINGS;
    let count = 0;
    for (let i = 0; i < hits.length; i++) {
      const meaning = hits.meanings[i]!;
      const end = from[meaning + 1]!;
      for (let k = from[meaning]!; k < end; k++) {
        const concept = items[k]!;
        list[count] = concept;
        // One more where the stamp is an earlier one; a branch would often be foreseen wrong.
        count += (present[concept]! - stamp) >>> 31;
        present[concept] = stamp;
      }
    }
    this.count = count;
  }

  has(group: number): boolean {
    const stamp = this.#stamp;
    const asked = this.#asked[group]!;
    if (asked === stamp || asked === -stamp) return asked === stamp;
    const present = this.#hasOneOf(group);
    this.#asked[group] = present ? stamp : -stamp;
    return present;
  }

  #hasOneOf(group: number): boolean {
    const { from, items } = this.#groups;
    for (let k = from[group]!, end = from[group + 1]!; k < end; k++)
      if (this.#present[items[k]!] === this.#stamp) return true;
    return false;
  }
}

export class Sieve {
  readonly #groups = new Groups();
  readonly #frequency: Int32Array;
  readonly #conditions: Conditions[];
  /** The group of all negations. */
  readonly #negation: number;
  /** Sequence → its pattern. */
  readonly #patternOf: Int32Array;
  /** Sequence → its groups but for the two that lead to it in `needing`. */
  readonly #needs: Lists;
  /** Sequence → whether something in it is negated. */
  readonly #negated: Uint8Array;
  /**
   * Concept → the runs of the sequences that have it in the rarest of the groups that must stand in the sentence itself. A run's
   * second group is the rarest of the others.
   */
  readonly #needing: Lists;
  /** Concept → the bits of the outcomes of these runs. */
  readonly #outcomes: Int32Array;
  /** The concepts of a sentence that lead to something wanted. */
  readonly #leading: Int32Array;
  /** By outcome: every one is wanted. */
  readonly #all: Uint8Array;

  /** Sentences looked at so far. */
  #now = 0;
  /** Pattern → the last sentence it was decided for. */
  readonly #decided: Int32Array;
  /** Sequence → the last sentence it was tried on. */
  readonly #tried: Int32Array;
  readonly #own: Presence;
  readonly #lead: Presence;

  /** To be built when all rules are compiled: their literal words are concepts too. */
  constructor(patterns: readonly Sieved[], examples: readonly string[]) {
    this.#frequency = frequencies(examples);
    this.#conditions = patterns.map((p) => ({
      language: p.pattern.language,
      joined: p.pattern.scope === 'joined',
      with: p.with.flatMap((c) => groupsOf(this.#steps(c))),
      lead: p.lead.map((c) => groupsOf(this.#steps(c))),
    }));
    const needing: Run[][] = Array.from({ length: conceptCount() }, () => []);
    const patternOf: number[] = [];
    const needs: number[][] = [];
    const negated: number[] = [];
    patterns.forEach((p, pattern) => {
      for (const source of p.any) {
        const conjuncts = this.#steps(source);
        const { joined } = this.#conditions[pattern]!;
        const own = joined ? conjuncts.map((steps) => steps.at(-1)!) : conjuncts.flat();
        const rarest = own.reduce((a, b) => (b.commonness < a.commonness ? b : a));
        const [second = rarest.group, ...rest] = rarestFirst(conjuncts.flat()).filter(
          (group) => group !== rarest.group,
        );
        needs.push(rest);
        for (const concept of this.#groups.conceptsOf(rarest.group))
          join(needing[concept]!, patternOf.length, { outcome: p.outcome, second, joined });
        patternOf.push(pattern);
        negated.push(conjuncts.flat().some((step) => step.negated) ? 1 : 0);
      }
    });
    this.#negation = this.#groups.number(NEGATIONS);
    this.#patternOf = Int32Array.from(patternOf);
    this.#needs = flat(needs, patternOf.length);
    this.#negated = Uint8Array.from(negated);
    this.#needing = flat(
      needing.map((runs) => runs.flatMap(asList)),
      needing.length,
    );
    this.#outcomes = Int32Array.from(needing, (runs) => runs.reduce((bits, { outcome }) => bits | bitOf(outcome), 0));
    this.#leading = new Int32Array(needing.length);
    this.#all = new Uint8Array(Math.max(...patterns.map(({ outcome }) => outcome)) + 1).fill(1);
    this.#decided = new Int32Array(patterns.length);
    this.#tried = new Int32Array(patternOf.length);
    const groups = this.#groups.flat(this.#frequency);
    this.#own = new Presence(groups);
    this.#lead = new Presence(groups);
  }

  #steps({ conjuncts }: Compiled): Step[][] {
    return conjuncts.map((elements) =>
      elements.map(({ atom: { ids, polarity } }) => ({
        group: this.#groups.number(ids),
        negated: polarity === 'negated',
        commonness: ids.reduce((sum, id) => sum + this.#frequency[id]!, 0),
      })),
    );
  }

  /**
   * Indices of the patterns that can match a sentence, ascending. @param hits words found in it
   * @param wanted by outcome, 0 where its patterns are of no interest; without it all are
   */
  sift(hits: Hits, around: Around, wanted = this.#all): number[] {
    const own = this.#own;
    own.note(hits);
    const lead = around.lead && noted(this.#lead, around.lead);
    this.#now++;
    const { from, items } = this.#needing;
    const patterns: number[] = [];
    const count = this.#findLeading(bitsOf(wanted));
    for (let p = 0; p < count; p++) {
      const concept = this.#leading[p]!;
      for (let i = from[concept]!, end = from[concept + 1]!; i < end;) {
        const second = items[i + 1]!;
        const next = i + RUN_HEAD + items[i + 3]!;
        if (wanted[items[i]!] !== 0 && (own.has(second) || (items[i + 2] !== 0 && lead?.has(second))))
          for (let k = i + RUN_HEAD; k < next; k++)
            if (this.#passes(items[k]!, around, lead)) patterns.push(this.#patternOf[items[k]!]!);
        i = next;
      }
    }
    return patterns.sort((a, b) => a - b);
  }

  /** Fills `leading`, without a branch: nobody could foresee which way it goes. @returns how many they are */
  #findLeading(wanted: number): number {
    const { list } = this.#own;
    const outcomes = this.#outcomes;
    const leading = this.#leading;
    let count = 0;
    for (let p = 0; p < this.#own.count; p++) {
      const concept = list[p]!;
      const bits = outcomes[concept]! & wanted;
      leading[count] = concept;
      count += (bits | -bits) >>> 31;
    }
    return count;
  }

  /** Whether the pattern of a sequence can match, which was not known yet. */
  #passes(sequence: number, around: Around, lead: Presence | undefined): boolean {
    const now = this.#now;
    if (this.#tried[sequence] === now) return false;
    this.#tried[sequence] = now;
    const pattern = this.#patternOf[sequence]!;
    if (this.#decided[pattern] === now) return false;
    if (!this.#complete(sequence, pattern, lead)) return false;
    const conditions = this.#conditions[pattern]!;
    this.#decided[pattern] = now;
    return this.#allows(conditions, around, lead) && this.#isLed(conditions, lead);
  }

  /** Whether every step has some word; what is negated needs a negation. */
  #complete(sequence: number, pattern: number, lead: Presence | undefined): boolean {
    if (this.#negated[sequence] !== 0 && !this.#own.has(this.#negation) && !lead?.has(this.#negation)) return false;
    const { from, items } = this.#needs;
    for (let i = from[sequence]!, end = from[sequence + 1]!; i < end; i++) {
      const group = items[i]!;
      if (this.#own.has(group)) continue;
      if (!lead?.has(group) || !this.#conditions[pattern]!.joined) return false;
    }
    return true;
  }

  /** Whether the conditions can hold, but for that on the lead-in. */
  #allows({ language, joined, with: also }: Conditions, around: Around, lead: Presence | undefined): boolean {
    if (language && language !== around.language) return false;
    for (const group of also) if (!this.#own.has(group) && !(joined && lead?.has(group))) return false;
    return true;
  }

  /** Whether the condition on the lead-in can hold. */
  #isLed({ lead: leads }: Conditions, lead: Presence | undefined): boolean {
    if (leads.length === 0) return true;
    return lead !== undefined && leads.some((groups) => groups.every((group) => lead.has(group)));
  }
}

/** The items of a list have one lead-in: it is noted once. */
function noted(presence: Presence, hits: Hits): Presence {
  if (presence.hits !== hits) presence.note(hits);
  return presence;
}
