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
  /** Number of its different groups. */
  needs: number;
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

interface Stamps {
  concepts: Int32Array;
  groups: Int32Array;
}

export class Sieve {
  readonly #groups = new Map<string, number>();
  /** Concept → the groups that hold it. */
  readonly #groupsOf: number[][] = [];
  readonly #sequences: Sequence[] = [];
  readonly #conditions: Conditions[];
  /** Group → sequences that need it; those of them that may find it in the lead-in. */
  readonly #needing: number[][] = [];
  readonly #leadNeeding: number[][] = [];
  /** `#holds[group * #width + concept]` is 1 where the group holds the concept. */
  readonly #holds: Uint8Array;
  readonly #width: number;

  // About the sentence being looked at; what is not stamped with `#now` is of one before.
  #now = 0;
  readonly #own: Stamps;
  readonly #lead: Stamps;
  readonly #counted: Int32Array;
  readonly #count: Int32Array;

  /** To be built when all rules are compiled: their literal words are concepts too. */
  constructor(patterns: readonly Sieved[]) {
    this.#conditions = patterns.map((p) => ({
      language: p.pattern.language,
      joined: p.pattern.scope === 'joined',
      with: p.with.flatMap((c) => this.#steps(c)),
      lead: p.lead.map((c) => this.#steps(c)),
      under: p.under.map((c) => this.#steps(c)),
    }));
    patterns.forEach((p, pattern) => {
      for (const source of p.any) this.#addSequence(pattern, this.#steps(source));
    });
    this.#width = conceptCount();
    this.#holds = new Uint8Array(this.#groups.size * this.#width);
    this.#groupsOf.forEach((groups, concept) => {
      for (const group of groups) this.#holds[group * this.#width + concept] = 1;
    });
    const stamps = (): Stamps => ({
      concepts: new Int32Array(this.#width),
      groups: new Int32Array(this.#groups.size),
    });
    this.#own = stamps();
    this.#lead = stamps();
    this.#counted = new Int32Array(this.#sequences.length);
    this.#count = new Int32Array(this.#sequences.length);
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
      this.#needing.push([]);
      this.#leadNeeding.push([]);
      for (const concept of new Set(concepts)) (this.#groupsOf[concept] ??= []).push(group);
    }
    return group;
  }

  #addSequence(pattern: number, conjuncts: Step[][]): void {
    const index = this.#sequences.length;
    const groups = new Set(conjuncts.flat().map(({ group }) => group));
    const last = new Set(conjuncts.map((steps) => steps.at(-1)!.group));
    this.#sequences.push({ pattern, conjuncts, needs: groups.size });
    for (const group of groups) {
      this.#needing[group]!.push(index);
      if (this.#conditions[pattern]!.joined && !last.has(group)) this.#leadNeeding[group]!.push(index);
    }
  }

  /** Indices of the patterns that can match, ascending. @param own words found in the sentence */
  patterns(own: Hits, around: Around): number[] {
    const { language, lead } = around;
    this.#now++;
    const complete: number[] = [];
    this.#note(own, this.#own, this.#needing, complete);
    if (lead) this.#note(lead, this.#lead, this.#leadNeeding, complete);
    if (complete.length === 0) return complete;
    const negated = hasNegation(own) || (lead !== undefined && hasNegation(lead));
    const out: number[] = [];
    for (const index of complete) {
      const { pattern, conjuncts } = this.#sequences[index]!;
      const conditions = this.#conditions[pattern]!;
      if ((conditions.language && conditions.language !== language) || out.includes(pattern)) continue;
      const before = conditions.joined ? lead : undefined;
      if (conjuncts.every((steps) => this.#follows(steps, own, before, negated)))
        if (this.#allows(conditions, around, negated)) out.push(pattern);
    }
    return out.sort((a, b) => a - b);
  }

  /** Stamps the groups of the concepts found; adds the sequences that now have all they need to `complete`. */
  #note(hits: Hits, { concepts, groups }: Stamps, needing: readonly number[][], complete: number[]): void {
    const now = this.#now;
    const own = this.#own.groups;
    const isOwn = groups === own;
    for (let i = 0; i < hits.length; i++) {
      const concept = hits.concepts[i]!;
      if (concepts[concept] === now) continue;
      concepts[concept] = now;
      const holders = this.#groupsOf[concept];
      if (!holders) continue;
      for (const group of holders) {
        if (groups[group] === now) continue;
        groups[group] = now;
        if (!isOwn && own[group] === now) continue;
        for (const index of needing[group]!) this.#bump(index, complete);
      }
    }
  }

  #bump(index: number, complete: number[]): void {
    if (this.#counted[index] !== this.#now) {
      this.#counted[index] = this.#now;
      this.#count[index] = 0;
    }
    if (++this.#count[index]! === this.#sequences[index]!.needs) complete.push(index);
  }

  /** Whether words for the steps stand one behind the other; the last one in the sentence. */
  #follows(steps: readonly Step[], own: Hits, lead: Hits | undefined, negated: boolean): boolean {
    let end = -NOWHERE;
    for (let k = 0; k < steps.length; k++) {
      const { group, negated: mustBeNegated } = steps[k]!;
      if (mustBeNegated && !negated) return false;
      const inLead = lead && k < steps.length - 1 ? this.#earliest(group, lead, BEFORE, end) : NOWHERE;
      end = inLead < NOWHERE ? inLead : this.#earliest(group, own, 0, end);
      if (end === NOWHERE) return false;
    }
    return true;
  }

  /** The earliest end of a word for the group that begins at or behind `from`, or `NOWHERE`. */
  #earliest(group: number, hits: Hits, offset: number, from: number): number {
    const row = group * this.#width;
    let best = NOWHERE;
    for (let i = 0; i < hits.length; i++) {
      const concept = hits.concepts[i]!;
      if (this.#holds[row + concept] !== 1) continue;
      // Punctuation stands between two words, wherever those end.
      if (classOfId(concept) === 'barrier') return from;
      const end = hits.ends[i]! + offset;
      if (hits.starts[i]! + offset >= from && end < best) best = end;
    }
    return best;
  }

  #allows({ joined, with: also, lead: leads, under }: Conditions, around: Around, negated: boolean): boolean {
    const now = this.#now;
    const stands = ({ group }: Step): boolean =>
      this.#own.groups[group] === now || (joined && this.#lead.groups[group] === now);
    if (!also.every((steps) => steps.every(stands))) return false;
    const { lead } = around;
    if (
      leads.length > 0 &&
      !(lead && leads.some((c) => c.every((steps) => this.#follows(steps, lead, undefined, negated))))
    )
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
