/**
 * Which patterns can match a sentence, told from the lexicon words in it before it is segmented. Most sentences end here: they
 * are neither cut into words nor scored. A pattern that would match is never left out.
 *
 * A pattern stays when, for one of its sequences, every element has one of its concepts among the words found, in that order
 * (for scope `joined` also among those of the lead-in, but for the last element), and so for its other conditions.
 */
import type { Pattern } from '../../rules/types.ts';
import { classOfId, conceptCount, type Hits } from './lexicon.ts';
import type { Compiled } from './pattern.ts';

/** A pattern with its conditions compiled. */
export interface Sieved {
  pattern: Pattern;
  any: Compiled[];
  with: Compiled[];
  lead: Compiled[];
  under: Compiled[];
}

/** An element as the sieve sees it: the number of its set of concepts. */
interface Step {
  group: number;
  negated: boolean;
}

interface Sequence {
  /** Index of its pattern. */
  pattern: number;
  conjuncts: Step[][];
  groups: number[];
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
  headings: () => readonly Hits[];
}

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

export class Sieve {
  readonly #groups = new Map<string, number>();
  readonly #sequences: Sequence[] = [];
  readonly #conditions: Conditions[];
  /** Concept → the groups that hold it, filled by `#group`. */
  readonly #holders: number[][] = [];
  readonly #groupsOf: Lists;
  /** Group → the sequences that end with it. */
  readonly #endingWith: Lists;
  /** `#holds[group * #width + concept]` is 1 where the group holds the concept. */
  readonly #holds: Uint8Array;
  readonly #width: number;

  // About the sentence being looked at. What does not bear its stamp is of one before.
  #stamp = 0;
  #now = 0;
  readonly #seen: Int32Array;
  readonly #own: Int32Array;
  readonly #present: Int32Array;
  readonly #presentInLead: Int32Array;
  /** Pattern → the stamp, negative when the pattern cannot match. */
  readonly #decided: Int32Array;
  /** Lead-ins come several times in a row. */
  readonly #lead: Int32Array;
  #leadHits: Hits | undefined;
  #leadStamp = 0;

  /** To be built when all rules are compiled: their literal words are concepts too. */
  constructor(patterns: readonly Sieved[]) {
    this.#conditions = patterns.map((p) => ({
      language: p.pattern.language,
      joined: p.pattern.scope === 'joined',
      with: p.with.flatMap((c) => this.#steps(c)),
      lead: p.lead.map((c) => this.#steps(c)),
      under: p.under.map((c) => this.#steps(c)),
    }));
    const ending: number[][] = [];
    patterns.forEach((p, pattern) => {
      for (const source of p.any) {
        const conjuncts = this.#steps(source);
        (ending[conjuncts[0]!.at(-1)!.group] ??= []).push(this.#sequences.length);
        this.#sequences.push({ pattern, conjuncts, groups: [...new Set(conjuncts.flat().map(({ group }) => group))] });
      }
    });
    const groups = this.#groups.size;
    this.#width = conceptCount();
    this.#groupsOf = flat(this.#holders, this.#width);
    this.#endingWith = flat(ending, groups);
    this.#holds = new Uint8Array(groups * this.#width);
    this.#holders.forEach((list, concept) => {
      for (const group of list) this.#holds[group * this.#width + concept] = 1;
    });
    this.#seen = new Int32Array(this.#width);
    this.#own = new Int32Array(groups);
    this.#present = new Int32Array(groups);
    this.#presentInLead = new Int32Array(groups);
    this.#lead = new Int32Array(groups);
    this.#decided = new Int32Array(patterns.length);
  }

  #steps({ conjuncts }: Compiled): Step[][] {
    return conjuncts.map((elements) =>
      elements.map(({ atom }) => ({ group: this.#group(atom.ids), negated: atom.polarity === 'negated' })),
    );
  }

  #group(concepts: readonly number[]): number {
    const key = concepts.toSorted((a, b) => a - b).join();
    let group = this.#groups.get(key);
    if (group === undefined) {
      group = this.#groups.size;
      this.#groups.set(key, group);
      for (const concept of new Set(concepts)) (this.#holders[concept] ??= []).push(group);
    }
    return group;
  }

  /** Indices of the patterns that can match, ascending. @param own words found in the sentence */
  patterns(own: Hits, around: Around): number[] {
    const present = this.#note(own, this.#own, this.#present);
    this.#now = this.#stamp;
    const { from, items } = this.#endingWith;
    const out: number[] = [];
    for (let p = 0; p < present; p++) {
      const group = this.#present[p]!;
      for (let i = from[group]!, end = from[group + 1]!; i < end; i++) {
        const sequence = this.#sequences[items[i]!]!;
        if (this.#decided[sequence.pattern] === this.#now || this.#decided[sequence.pattern] === -this.#now) continue;
        const conditions = this.#conditions[sequence.pattern]!;
        if (!this.#complete(sequence, conditions.joined, around.lead)) continue;
        if (!this.#allows(conditions, around)) this.#decided[sequence.pattern] = -this.#now;
        else if (this.#ordered(sequence, own, conditions.joined ? around.lead : undefined, around.lead)) {
          this.#decided[sequence.pattern] = this.#now;
          out.push(sequence.pattern);
        }
      }
    }
    return out.sort((a, b) => a - b);
  }

  /** Stamps the groups of the concepts found. @param present takes them @returns how many there are */
  #note(hits: Hits, groups: Int32Array, present: Int32Array): number {
    const stamp = ++this.#stamp;
    const { from, items } = this.#groupsOf;
    const seen = this.#seen;
    let count = 0;
    for (let i = 0; i < hits.length; i++) {
      const concept = hits.concepts[i]!;
      if (seen[concept] === stamp) continue;
      seen[concept] = stamp;
      for (let k = from[concept]!, end = from[concept + 1]!; k < end; k++) {
        const group = items[k]!;
        if (groups[group] === stamp) continue;
        groups[group] = stamp;
        present[count++] = group;
      }
    }
    return count;
  }

  #inLead(group: number, lead: Hits): boolean {
    if (this.#leadHits !== lead) {
      this.#note(lead, this.#lead, this.#presentInLead);
      this.#leadHits = lead;
      this.#leadStamp = this.#stamp;
    }
    return this.#lead[group] === this.#leadStamp;
  }

  /** Whether every step has some word. */
  #complete({ groups }: Sequence, joined: boolean, lead: Hits | undefined): boolean {
    for (const group of groups) {
      if (this.#own[group] === this.#now) continue;
      if (!joined || !lead || !this.#inLead(group, lead)) return false;
    }
    return true;
  }

  /** @param before the lead-in, where the sequence may begin there @param lead the lead-in, which may deny what follows */
  #ordered({ conjuncts }: Sequence, own: Hits, before: Hits | undefined, lead: Hits | undefined): boolean {
    const negated = (): boolean => hasNegation(own) || (lead !== undefined && hasNegation(lead));
    return conjuncts.every(
      (steps) => this.#follows(steps, own, before) && (!steps.some((s) => s.negated) || negated()),
    );
  }

  /** Whether words for the steps stand one behind the other; the last one not in the lead-in. */
  #follows(steps: readonly Step[], hits: Hits, lead: Hits | undefined): boolean {
    let end = -NOWHERE;
    for (let k = 0; k < steps.length; k++) {
      const { group } = steps[k]!;
      const inLead = lead && k < steps.length - 1 ? this.#earliest(group, lead, BEFORE, end) : NOWHERE;
      end = inLead < NOWHERE ? inLead : this.#earliest(group, hits, 0, end);
      if (end === NOWHERE) return false;
    }
    return true;
  }

  /** The earliest end of a word for the group that begins at or behind `from`, or `NOWHERE`. */
  #earliest(group: number, hits: Hits, offset: number, from: number): number {
    const row = group * this.#width;
    const { concepts, starts, ends, length } = hits;
    let best = NOWHERE;
    for (let i = 0; i < length; i++) {
      const concept = concepts[i]!;
      if (this.#holds[row + concept] !== 1) continue;
      // Punctuation stands between two words, wherever those end.
      if (classOfId(concept) === 'barrier') return from;
      const end = ends[i]! + offset;
      if (starts[i]! + offset >= from && end < best) best = end;
    }
    return best;
  }

  #allows({ language, joined, with: also, lead: leads, under }: Conditions, around: Around): boolean {
    if (language && language !== around.language) return false;
    const { lead } = around;
    const stands = ({ group }: Step): boolean =>
      this.#own[group] === this.#now || (joined && lead !== undefined && this.#inLead(group, lead));
    if (!also.every((steps) => steps.every(stands))) return false;
    if (leads.length > 0 && !(lead && leads.some((c) => c.every((steps) => this.#follows(steps, lead, undefined)))))
      return false;
    if (under.length === 0) return true;
    const headings = around.headings();
    const above = ({ group }: Step): boolean => headings.some((hits) => this.#stands(group, hits));
    return under.some((c) => c.every((steps) => steps.every(above)));
  }

  #stands(group: number, hits: Hits): boolean {
    const row = group * this.#width;
    for (let i = 0; i < hits.length; i++) if (this.#holds[row + hits.concepts[i]!] === 1) return true;
    return false;
  }
}

function hasNegation(hits: Hits): boolean {
  for (let i = 0; i < hits.length; i++) if (classOfId(hits.concepts[i]!) === 'negation') return true;
  return false;
}
