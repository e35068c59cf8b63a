/**
 * Which patterns can match a sentence, told from the lexicon words in it before it is segmented. Most sentences end here: they
 * are neither cut into words nor scored. A pattern that would match is never left out.
 *
 * A pattern stays when, for one of its sequences, every element has one of its concepts among the words found, in that order
 * (for scope `joined` also among those of the lead-in, but for the last element), and so for its other conditions.
 */
import type { Pattern } from '../../rules/types.ts';
import { normalize } from '../normalize/index.ts';
import { classOfId, conceptCount, conceptId, CONCEPTS, conceptsOf, Hits, MEANINGS, withPlaces } from './lexicon.ts';
import type { Compiled } from './pattern.ts';
import { wordNet } from './view.ts';

/** A pattern with its conditions compiled. */
export interface Sieved {
  pattern: Pattern;
  /** What it speaks for, a number below 256. */
  outcome: number;
  any: Compiled[];
  with: Compiled[];
  lead: Compiled[];
  under: Compiled[];
}

/** An element as the sieve sees it: the group of its concepts, a number, and that of the punctuation among them. */
interface Step {
  group: number;
  barrier: number;
  negated: boolean;
  commonness: number;
}

interface Sequence {
  /** Index of its pattern. */
  pattern: number;
  conjuncts: Step[][];
}

interface Conditions {
  language: Pattern['language'];
  joined: boolean;
  with: Step[][];
  lead: Step[][][];
  under: Step[][][];
}

/** The words around a sentence: what it is an item of, and the headings above it. */
export interface Around {
  language: 'zh' | 'en';
  lead: Hits | undefined;
  /** Asked for only where a pattern depends on it. */
  headings: () => Hits;
}

/** Sequences that speak for the same outcome and have the same rarest group but one. */
interface Run {
  outcome: number;
  second: number;
  sequences: number[];
}

/** The outcomes that are of interest where nobody says which. */
const ALL = new Uint8Array(256).fill(1);

/** Offsets of a lead-in, so that it lies before the sentence. */
const BEFORE = -(2 ** 30);
const NOWHERE = 2 ** 30;

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

/** In place of a group. */
const NONE = -1;

const NEGATIONS = [...CONCEPTS].filter(([, concept]) => concept.class === 'negation').map(([name]) => conceptId(name));

/** Groups of steps, those whose words are met least first: where a sequence fails, it fails soon. */
function rarestFirst(steps: readonly Step[]): number[] {
  return [...new Set(steps.toSorted((a, b) => a.commonness - b.commonness).map(({ group }) => group))];
}

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
  /** The concepts present are the first `count` of `list`. */
  readonly list = new Int32Array(conceptCount());
  count = 0;
  /** What does not bear the stamp is of words before. */
  #stamp = 0;
  readonly #present = new Int32Array(conceptCount());
  /** Concept → its first hit and its last one so far, as places in `#hitAt`. */
  readonly #firstOf = new Int32Array(conceptCount());
  readonly #lastOf = new Int32Array(conceptCount());
  /** For every concept of every hit the hit, and the place of the concept's next one, 0 behind the last. Place 0 is not used. */
  #hitAt = new Int32Array(256);
  #next = new Int32Array(256);
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
    const { from, items } = MEANINGS;
    let count = 0;
    let place = 0;
    for (let i = 0; i < hits.length; i++) {
      const meaning = hits.meanings[i]!;
      const end = from[meaning + 1]!;
      this.#makeRoom(place + 1 + end - from[meaning]!);
      for (let k = from[meaning]!; k < end; k++) {
        const concept = items[k]!;
        this.#hitAt[++place] = i;
        this.#next[place] = 0;
        if (present[concept] === stamp) this.#next[this.#lastOf[concept]!] = place;
        else {
          present[concept] = stamp;
          this.#firstOf[concept] = place;
          this.list[count++] = concept;
        }
        this.#lastOf[concept] = place;
      }
    }
    this.count = count;
  }

  #makeRoom(places: number): void {
    this.#hitAt = withPlaces(this.#hitAt, places);
    this.#next = withPlaces(this.#next, places);
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

  /** The earliest end of a word for the step that begins at or behind `from`, or `NOWHERE`; in offsets + `shift`. */
  earliest({ group, barrier }: Step, from: number, shift: number): number {
    if (!this.has(group)) return NOWHERE;
    // Punctuation stands between two words, wherever those end.
    if (barrier !== NONE && this.has(barrier)) return from;
    const { from: begin, items } = this.#groups;
    let best = NOWHERE;
    for (let k = begin[group]!, end = begin[group + 1]!; k < end; k++)
      if (this.#present[items[k]!] === this.#stamp)
        best = Math.min(best, this.#earliestOf(items[k]!, from - shift, best - shift) + shift);
    return best;
  }

  /** The earliest end of a word for the concept that begins at or behind `from`; `best` where none ends before that. */
  #earliestOf(concept: number, from: number, best: number): number {
    const { starts, ends } = this.hits!;
    let earliest = best;
    for (let place = this.#firstOf[concept]!; place !== 0; place = this.#next[place]!) {
      const hit = this.#hitAt[place]!;
      if (starts[hit]! >= earliest) break;
      if (starts[hit]! >= from && ends[hit]! < earliest) earliest = ends[hit]!;
    }
    return earliest;
  }
}

export class Sieve {
  readonly #groups = new Groups();
  readonly #frequency: Int32Array;
  readonly #sequences: Sequence[] = [];
  readonly #conditions: Conditions[];
  /** The group of all negations. */
  readonly #negation: number;
  /** Sequence → its pattern, and its groups. */
  readonly #patternOf: Int32Array;
  readonly #needs: Lists;
  /**
   * Concept → the sequences that have it in the rarest of the groups that must stand in the sentence itself. Those of one outcome
   * and with one rarest of their other groups make a run, to be passed over together where the outcome is not wanted or the
   * group absent: the outcome, the group, how many, the sequences.
   */
  readonly #needing: Lists;

  /** Sentences looked at so far. */
  #now = 0;
  /** Pattern → the last sentence it was decided for. */
  readonly #decided: Int32Array;
  /** Sequence → the last sentence it was tried on. */
  readonly #tried: Int32Array;
  readonly #own: Presence;
  readonly #lead: Presence;
  readonly #headings: Presence;

  /** To be built when all rules are compiled: their literal words are concepts too. */
  constructor(patterns: readonly Sieved[], examples: readonly string[]) {
    this.#frequency = frequencies(examples);
    this.#conditions = patterns.map((p) => ({
      language: p.pattern.language,
      joined: p.pattern.scope === 'joined',
      with: p.with.flatMap((c) => this.#steps(c)),
      lead: p.lead.map((c) => this.#steps(c)),
      under: p.under.map((c) => this.#steps(c)),
    }));
    const needing: Map<string, Run>[] = [];
    patterns.forEach((p, pattern) => {
      for (const source of p.any) {
        const conjuncts = this.#steps(source);
        const own = this.#conditions[pattern]!.joined ? conjuncts.map((steps) => steps.at(-1)!) : conjuncts.flat();
        const rarest = own.reduce((a, b) => (b.commonness < a.commonness ? b : a));
        const second = rarestFirst(conjuncts.flat()).find((group) => group !== rarest.group) ?? rarest.group;
        for (const concept of this.#groups.conceptsOf(rarest.group)) {
          const runs = (needing[concept] ??= new Map<string, Run>());
          const key = `${p.outcome} ${second}`;
          const sequences = runs.get(key)?.sequences ?? [];
          runs.set(key, { outcome: p.outcome, second, sequences: [...sequences, this.#sequences.length] });
        }
        this.#sequences.push({ pattern, conjuncts });
      }
    });
    this.#negation = this.#groups.number(NEGATIONS);
    this.#patternOf = Int32Array.from(this.#sequences, ({ pattern }) => pattern);
    this.#needs = flat(
      this.#sequences.map(({ conjuncts }) => rarestFirst(conjuncts.flat())),
      this.#sequences.length,
    );
    this.#needing = flat(
      needing.map((runs) =>
        [...runs.values()].flatMap(({ outcome, second, sequences }) => [
          outcome,
          second,
          sequences.length,
          ...sequences,
        ]),
      ),
      conceptCount(),
    );
    this.#decided = new Int32Array(patterns.length);
    this.#tried = new Int32Array(this.#sequences.length);
    const groups = this.#groups.flat(this.#frequency);
    this.#own = new Presence(groups);
    this.#lead = new Presence(groups);
    this.#headings = new Presence(groups);
  }

  #steps({ conjuncts }: Compiled): Step[][] {
    return conjuncts.map((elements) =>
      elements.map(({ atom: { ids, polarity } }) => {
        const barriers = ids.filter((id) => classOfId(id) === 'barrier');
        return {
          group: this.#groups.number(ids),
          barrier: barriers.length > 0 ? this.#groups.number(barriers) : NONE,
          negated: polarity === 'negated',
          commonness: ids.reduce((sum, id) => sum + this.#frequency[id]!, 0),
        };
      }),
    );
  }

  /**
   * Indices of the patterns that can match a sentence, ascending. @param hits words found in it
   * @param wanted by outcome, 0 where its patterns are of no interest; without it all are
   */
  sift(hits: Hits, around: Around, wanted = ALL): number[] {
    const own = this.#own;
    own.note(hits);
    const lead = around.lead && noted(this.#lead, around.lead);
    this.#now++;
    const { from, items } = this.#needing;
    const patterns: number[] = [];
    for (let p = 0; p < own.count; p++) {
      const concept = own.list[p]!;
      for (let i = from[concept]!, end = from[concept + 1]!; i < end;) {
        const second = items[i + 1]!;
        const first = i + 3;
        const next = first + items[i + 2]!;
        if (wanted[items[i]!] !== 0 && (own.has(second) || lead?.has(second)))
          for (let k = first; k < next; k++)
            if (this.#passes(items[k]!, around, lead)) patterns.push(this.#patternOf[items[k]!]!);
        i = next;
      }
    }
    return patterns.sort((a, b) => a - b);
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
    const allowed = this.#allows(conditions, around, lead) && isLed(conditions, lead);
    if (allowed && !this.#ordered(this.#sequences[sequence]!, lead)) return false;
    this.#decided[pattern] = now;
    return allowed;
  }

  /** Whether every step has some word. */
  #complete(sequence: number, pattern: number, lead: Presence | undefined): boolean {
    const { from, items } = this.#needs;
    for (let i = from[sequence]!, end = from[sequence + 1]!; i < end; i++) {
      const group = items[i]!;
      if (this.#own.has(group)) continue;
      if (!lead?.has(group) || !this.#conditions[pattern]!.joined) return false;
    }
    return true;
  }

  /** Whether the words can stand in the order of the sequence; what is negated needs a negation. */
  #ordered({ pattern, conjuncts }: Sequence, lead: Presence | undefined): boolean {
    const before = this.#conditions[pattern]!.joined ? lead : undefined;
    for (const steps of conjuncts) {
      if (steps.length > 1 && !follow(steps, this.#own, before)) return false;
      if (steps.some(({ negated }) => negated) && !this.#own.has(this.#negation) && !lead?.has(this.#negation))
        return false;
    }
    return true;
  }

  /** Whether the conditions can hold, but for that on the lead-in. */
  #allows({ language, joined, with: also, under }: Conditions, around: Around, lead: Presence | undefined): boolean {
    if (language && language !== around.language) return false;
    for (const steps of also)
      for (const { group } of steps) if (!this.#own.has(group) && !(joined && lead?.has(group))) return false;
    if (under.length === 0) return true;
    const headings = noted(this.#headings, around.headings());
    return under.some((c) => c.every((steps) => steps.every(({ group }) => headings.has(group))));
  }
}

/** The items of a list have one lead-in, the sentences of a section its headings: they are noted once. */
function noted(presence: Presence, hits: Hits): Presence {
  if (presence.hits !== hits) presence.note(hits);
  return presence;
}

/** Whether the condition on the lead-in can hold. */
function isLed({ lead: leads }: Conditions, lead: Presence | undefined): boolean {
  if (leads.length === 0) return true;
  return lead !== undefined && leads.some((c) => c.every((steps) => follow(steps, lead, undefined)));
}

/** Whether words for the steps stand one behind the other; the last one not in the lead-in. */
function follow(steps: readonly Step[], own: Presence, lead: Presence | undefined): boolean {
  let end = -NOWHERE;
  for (let k = 0; k < steps.length; k++) {
    const step = steps[k]!;
    const inLead = lead && k < steps.length - 1 ? lead.earliest(step, end, BEFORE) : NOWHERE;
    end = inLead < NOWHERE ? inLead : own.earliest(step, end, 0);
    if (end === NOWHERE) return false;
  }
  return true;
}
