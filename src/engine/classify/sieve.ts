/**
 * Which patterns can match a sentence, told from the lexicon words in it before it is segmented. Most sentences end here: they
 * are neither cut into words nor scored. A pattern that would match is never left out.
 *
 * A pattern stays when, for one of its sequences, every element has one of its concepts among the words found, in that order
 * (for scope `joined` also among those of the lead-in, but for the last element), and so for its other conditions.
 */
import type { Pattern } from '../../rules/types.ts';
import { classOfId, conceptCount, conceptName, CONCEPTS, type Hits } from './lexicon.ts';
import { type Compiled, LITERALS } from './pattern.ts';

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
  ids: readonly number[];
  group: number;
  negated: boolean;
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
  headings: () => readonly Hits[];
}

export interface Sifted {
  /** Indices of the patterns that can match, ascending. */
  patterns: number[];
  /** Some pattern could match if the lead-in were another: such a sentence may mean what no pattern says. */
  near: boolean;
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

/** How often one of the concepts is met, roughly: short words are met more often than long ones. */
function commonness(concepts: readonly number[]): number {
  let sum = 0;
  for (const concept of concepts) {
    const name = conceptName(concept);
    const { zh = [], en = [] } = CONCEPTS.get(name) ?? LITERALS.get(name) ?? {};
    for (const word of zh) sum += 10 ** -word.length;
    for (const word of en) sum += 2 ** -word.length;
  }
  return sum;
}

/** Which concepts and groups the words of one stretch of text stand for. Filled again and again. */
class Presence {
  hits: Hits | undefined;
  /** The groups present are the first `count` of `list`. */
  readonly list: Int32Array;
  count = 0;
  /** What does not bear the stamp is of words before. */
  #stamp = 0;
  readonly #seen: Int32Array;
  readonly #groups: Int32Array;
  /** Concept → its last hit, hit → the one before it of the same concept, or -1. */
  readonly #last: Int32Array;
  #before = new Int32Array(256);

  constructor(concepts: number, groups: number) {
    this.#seen = new Int32Array(concepts);
    this.#last = new Int32Array(concepts);
    this.#groups = new Int32Array(groups);
    this.list = new Int32Array(groups);
  }

  note(hits: Hits, groupsOf: Lists): void {
    this.hits = hits;
    if (this.#before.length < hits.length) this.#before = new Int32Array(hits.length * 2);
    const stamp = ++this.#stamp;
    const { from, items } = groupsOf;
    const { concepts, length } = hits;
    const seen = this.#seen;
    const last = this.#last;
    const groups = this.#groups;
    let count = 0;
    for (let i = 0; i < length; i++) {
      const concept = concepts[i]!;
      if (seen[concept] === stamp) {
        this.#before[i] = last[concept]!;
        last[concept] = i;
        continue;
      }
      seen[concept] = stamp;
      this.#before[i] = -1;
      last[concept] = i;
      for (let k = from[concept]!, end = from[concept + 1]!; k < end; k++) {
        const group = items[k]!;
        if (groups[group] === stamp) continue;
        groups[group] = stamp;
        this.list[count++] = group;
      }
    }
    this.count = count;
  }

  has(group: number): boolean {
    return this.#groups[group] === this.#stamp;
  }

  /** The earliest end of a word for one of the concepts that begins at or behind `from`, or `NOWHERE`; in offsets + `shift`. */
  earliest(concepts: readonly number[], from: number, shift: number): number {
    const { starts, ends } = this.hits!;
    let best = NOWHERE;
    for (const concept of concepts) {
      if (this.#seen[concept] !== this.#stamp) continue;
      // Punctuation stands between two words, wherever those end.
      if (classOfId(concept) === 'barrier') return from;
      for (let i = this.#last[concept]!; i >= 0; i = this.#before[i]!) {
        if (starts[i]! + shift < from) continue;
        const end = ends[i]! + shift;
        if (end < best) best = end;
      }
    }
    return best;
  }

  /** Whether there is a negation. */
  get negates(): boolean {
    for (let i = 0, count = this.hits?.length ?? 0; i < count; i++)
      if (classOfId(this.hits!.concepts[i]!) === 'negation') return true;
    return false;
  }
}

export class Sieve {
  readonly #groups = new Map<string, number>();
  readonly #sequences: Sequence[] = [];
  readonly #conditions: Conditions[];
  /** Concept → the groups that hold it, filled by `#group`. */
  readonly #holders: number[][] = [];
  readonly #groupsOf: Lists;
  /** Sequence → its pattern, and its groups. */
  readonly #patternOf: Int32Array;
  readonly #needs: Lists;
  /** Group → the sequences of whose groups it is the rarest one that must stand in the sentence itself. */
  readonly #needing: Lists;

  /** Sentences looked at so far. */
  #now = 0;
  /** Pattern → the last sentence it was decided for, negative when it cannot match. */
  readonly #decided: Int32Array;
  readonly #own: Presence;
  readonly #lead: Presence;

  /** To be built when all rules are compiled: their literal words are concepts too. */
  constructor(patterns: readonly Sieved[]) {
    this.#conditions = patterns.map((p) => ({
      language: p.pattern.language,
      joined: p.pattern.scope === 'joined',
      with: p.with.flatMap((c) => this.#steps(c)),
      lead: p.lead.map((c) => this.#steps(c)),
      under: p.under.map((c) => this.#steps(c)),
    }));
    const needing: number[][] = [];
    patterns.forEach((p, pattern) => {
      for (const source of p.any) {
        const conjuncts = this.#steps(source);
        const own = this.#conditions[pattern]!.joined ? conjuncts.map((steps) => steps.at(-1)!) : conjuncts.flat();
        const rarest = own.reduce((a, b) => (commonness(b.ids) < commonness(a.ids) ? b : a));
        (needing[rarest.group] ??= []).push(this.#sequences.length);
        this.#sequences.push({ pattern, conjuncts });
      }
    });
    const groups = this.#groups.size;
    this.#patternOf = Int32Array.from(this.#sequences, ({ pattern }) => pattern);
    this.#needs = flat(
      this.#sequences.map(({ conjuncts }) => [...new Set(conjuncts.flat().map(({ group }) => group))]),
      this.#sequences.length,
    );
    this.#groupsOf = flat(this.#holders, conceptCount());
    this.#needing = flat(needing, groups);
    this.#decided = new Int32Array(patterns.length);
    this.#own = new Presence(conceptCount(), groups);
    this.#lead = new Presence(conceptCount(), groups);
  }

  #steps({ conjuncts }: Compiled): Step[][] {
    return conjuncts.map((elements) =>
      elements.map(({ atom: { ids, polarity } }) => ({
        ids,
        group: this.#group(ids),
        negated: polarity === 'negated',
      })),
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

  /** What of the patterns the words of a sentence leave possible. @param hits words found in the sentence */
  sift(hits: Hits, around: Around): Sifted {
    const own = this.#own;
    own.note(hits, this.#groupsOf);
    const lead = around.lead && this.#leadOf(around.lead);
    const now = ++this.#now;
    const decided = this.#decided;
    const { from, items } = this.#needing;
    const patterns: number[] = [];
    let near = false;
    for (let p = 0; p < own.count; p++) {
      const group = own.list[p]!;
      for (let i = from[group]!, end = from[group + 1]!; i < end; i++) {
        const sequence = items[i]!;
        const pattern = this.#patternOf[sequence]!;
        const before = decided[pattern]!;
        if (before === now || before === -now || !this.#complete(sequence, pattern, lead)) continue;
        const conditions = this.#conditions[pattern]!;
        const led = isLed(conditions, lead);
        if (!this.#allows(conditions, around, lead) || (near && !led)) decided[pattern] = -now;
        else if (this.#ordered(this.#sequences[sequence]!, lead)) {
          near = true;
          decided[pattern] = led ? now : -now;
          if (led) patterns.push(pattern);
        }
      }
    }
    return { patterns: patterns.sort((a, b) => a - b), near };
  }

  /** The items of a list have one lead-in: it is noted once. */
  #leadOf(hits: Hits): Presence {
    if (this.#lead.hits !== hits) this.#lead.note(hits, this.#groupsOf);
    return this.#lead;
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
      if (steps.some(({ negated }) => negated) && !this.#own.negates && !lead?.negates) return false;
    }
    return true;
  }

  /** Whether the conditions can hold, but for that on the lead-in. */
  #allows({ language, joined, with: also, under }: Conditions, around: Around, lead: Presence | undefined): boolean {
    if (language && language !== around.language) return false;
    for (const steps of also)
      for (const { group } of steps) if (!this.#own.has(group) && !(joined && lead?.has(group))) return false;
    if (under.length === 0) return true;
    const headings = around.headings();
    return under.some((c) => c.every((steps) => steps.every(({ ids }) => headings.some((hits) => stands(ids, hits)))));
  }
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
    const { ids } = steps[k]!;
    const inLead = lead && k < steps.length - 1 ? lead.earliest(ids, end, BEFORE) : NOWHERE;
    end = inLead < NOWHERE ? inLead : own.earliest(ids, end, 0);
    if (end === NOWHERE) return false;
  }
  return true;
}

function stands(ids: readonly number[], hits: Hits): boolean {
  for (let i = 0; i < hits.length; i++) if (ids.includes(hits.concepts[i]!)) return true;
  return false;
}
