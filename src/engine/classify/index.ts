/** Rules over the sentences of a parsed document → findings. */
import { RULES } from '../../rules/index.ts';
import { FLAGS } from '../../rules/flags.ts';
import type { Pattern, Rule, SentenceFlag } from '../../rules/types.ts';
import type { Effect, Finding, Group } from '../../types.ts';
import { CATEGORIES } from '../../types.ts';
import { addNgrams, addOthers, CONCEPT_HASHES, type Sight } from '../model/features.ts';
import type { LinearModel } from '../model/linear.ts';
import type { Normalized, Parsed, Segmenter, Sentence } from '../pipeline.ts';
import { audience, explain, type Labels, labelsOf } from './explain.ts';
import { type FrameMarks, frameMarks, frameOf, sourcesOf } from './frame.ts';
import { classOfId, type ConceptClass, conceptsOf, Hits } from './lexicon.ts';
import { type Compiled, compile, type Mark, type Stream, Wanted } from './pattern.ts';
import { Reading } from './reading.ts';
import { rolesOf } from './roles.ts';
import { Sieve } from './sieve.ts';
import { contextOf, type View, wordNet } from './view.ts';

interface CompiledPattern {
  rule: Rule;
  /** What it speaks for, by place in `OUTCOMES`. */
  outcome: number;
  pattern: Pattern;
  any: Compiled[];
  with: Compiled[];
  except: Compiled[];
  lead: Compiled[];
  notLead: Compiled[];
  under: Compiled[];
  notUnder: Compiled[];
}

const all = (sources: string[] | undefined): Compiled[] => (sources ?? []).map(compile);

/** Category and effect of everything that can be found, and its name as a label of the model. */
const OUTCOMES = RULES.flatMap((rule) =>
  (['grants', 'limits'] as const).map((effect) => ({ rule, effect, name: `${rule.id} ${effect}` })),
);

const PATTERNS: CompiledPattern[] = RULES.flatMap((rule) =>
  rule.patterns.map((pattern) => ({
    rule,
    outcome: OUTCOMES.findIndex((outcome) => outcome.rule === rule && outcome.effect === pattern.effect),
    pattern,
    any: all(pattern.any),
    with: all(pattern.with),
    except: all(pattern.except),
    lead: all(pattern.lead),
    notLead: all(pattern.notLead),
    under: all(pattern.under),
    notUnder: all(pattern.notUnder),
  })),
);

let sieve: Sieve | undefined;

const FLAG_PATTERNS = FLAGS.map(({ flag, any, except, lead, stops, silencesModel = false }) => ({
  flag,
  stops,
  silencesModel,
  any: all(any),
  except: all(except),
  lead: all(lead),
}));

/** Cues that the engine itself asks for: negation, frames, contradictions. */
export const OWN_CUES = [
  'ACCEPT',
  'CARRIER',
  'LISTED',
  'MAY',
  'NOT_POSSIBLE',
  'NO_ASKING',
  'OR',
  'SINGLY',
  'USE_ACT',
  'USE_EN',
  'WHEN',
] as const;

const wanted = new Wanted(
  PATTERNS.map(({ any, with: also, except }) => [...any, ...also, ...except]),
  FLAG_PATTERNS.flatMap(({ any, except }) => [...any, ...except]),
  OWN_CUES,
);

/** What the rules say of one sentence; offsets are into the sentence's normalised text. */
export interface Candidate {
  rule: Rule;
  /** By place in `OUTCOMES`. */
  outcome: number;
  pattern: Pattern;
  /** What the pattern matched. */
  matched: readonly Mark[];
}

/** What rules and model together say: `confidence` is calibrated where the model knows the category. */
interface Weighed extends Candidate {
  confidence: number;
}

/** The same with its frame; kept for sentences seen again. */
interface Judged extends Omit<Weighed, 'matched' | 'outcome'> {
  slots: FrameMarks;
  labels: Labels;
  concepts: readonly string[];
}

/** What was said of a sentence in certain surroundings. */
interface Seen {
  surroundings: string;
  found: Judged[];
}

/** A sentence and its words. */
interface Scanned {
  sentence: Sentence;
  seen: Seen;
  hits: Hits;
}

/** A sentence that may say something. */
interface Promising extends Scanned {
  outlook: Outlook | undefined;
  /** Indices of the patterns. */
  patterns: readonly number[];
}

/** What the model says of a sentence. */
interface Outlook {
  /** By label of the model. */
  margins: readonly number[];
  /** By place in `OUTCOMES`. */
  chances: Uint8Array<ArrayBuffer>;
}

/** A finding with what the summary needs to know of it. */
export interface Classified {
  finding: Finding;
  /** Names of the pattern; "model" where the model alone found it. */
  pattern: string;
  slots: FrameMarks;
  labels: Labels;
  /** Concepts in the sentence; of the cues at least `OWN_CUES`. */
  concepts: readonly string[];
  sentence: Sentence;
}

/** Confidence of a finding that only the rules speak of: their precision on labelled agreements. */
const RULE_CONFIDENCE = 0.9;
/**
 * What everything but the n-grams is believed to add to a margin at most where the model alone says something of the people one
 * knows. That is the gravest of what is found, and what only the concepts speak for there is more often wrong than right.
 */
const REACH = 0.8;

/** Whether the model alone may say something of a group. @param byNgrams margin of the n-grams */
export const mayStandAlone = (group: Group, byNgrams: number, threshold: number): boolean =>
  group !== 'people' || byNgrams + REACH > threshold;

/** Whether an outcome is ruled out, left to the rules' word, or found without it. */
const CHANCE = { none: 0, byRule: 1, open: 2 } as const;
/** What stands for a candidate where the model finds what no pattern does, by outcome. */
const BY_MODEL: readonly Candidate[] = OUTCOMES.map(({ rule, effect }, outcome) => ({
  rule,
  outcome,
  pattern: { id: 'model', effect, any: [] },
  matched: [],
}));

/** What a model says of the outcomes. */
interface Opinion {
  model: LinearModel;
  /** The model's label of each of `OUTCOMES`; undefined where it has none. */
  labels: readonly (number | undefined)[];
  /** What the rules' word adds to the margin of each, by the language of the sentence. */
  words: Record<Sentence['language'], readonly number[]>;
  /** Where it holds `CONCEPT_HASHES`. */
  rows: Int32Array;
}

/** What the model says of a sentence; one that is no statement is left to the rules. */
function outlookOf(sight: Sight, { model, labels, words, rows }: Opinion): Outlook {
  const { threshold } = model.header;
  const word = words[sight.language];
  const speaks = isStatement(sight);
  const scorer = model.scorer();
  addNgrams(sight, scorer);
  const byNgrams = scorer.margins();
  addOthers(sight, scorer, rows);
  const margins = scorer.margins();
  const chances = new Uint8Array(labels.length);
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i];
    const missing = label === undefined ? 0 : threshold[label]! - margins[label]!;
    if (missing >= word[i]!) continue;
    const open = speaks && missing < 0 && mayStandAlone(OUTCOMES[i]!.rule.group, byNgrams[label!]!, threshold[label!]!);
    chances[i] = open ? CHANCE.open : CHANCE.byRule;
  }
  return { margins, chances };
}

/** Weighs the rules' word with the model's. Without a model the rules decide alone. */
function judge(
  view: View,
  found: readonly Candidate[],
  opinion: Opinion | undefined,
  outlook: Outlook | undefined,
): Weighed[] {
  if (!opinion || !outlook) return found.map((candidate) => ({ ...candidate, confidence: RULE_CONFIDENCE }));
  const { model, labels, words } = opinion;
  const { margins, chances } = outlook;
  const word = words[view.sentence.language];
  const out: Weighed[] = [];
  let silent: boolean | undefined;
  let denied: boolean | undefined;
  for (let i = 0; i < OUTCOMES.length; i++) {
    if (chances[i] === CHANCE.none) continue;
    const byRule = candidateFor(i, found);
    if (!byRule && chances[i] !== CHANCE.open) continue;
    if (!byRule && (silent ??= flagsOf(view).some(({ silencesModel }) => silencesModel))) continue;
    if (!byRule && isDeed(OUTCOMES[i]!) && (denied ??= deniesAll(view))) continue;
    const label = labels[i];
    const confidence =
      label === undefined ? RULE_CONFIDENCE : model.probability(label, margins[label]! + (byRule ? word[i]! : 0));
    out.push({ ...(byRule ?? BY_MODEL[i]!), confidence });
  }
  return out;
}

/**
 * Whether an outcome says that something is done, which a sentence that denies all its deeds does not say: the model sees
 * words, not what is negated, and a pattern may lean on words that are no deeds. One that itself asks for a denied deed
 * ("除…外，不会提供") knows better.
 */
const isDeed = ({ rule, effect }: (typeof OUTCOMES)[number]): boolean =>
  effect === 'grants' && rule.group !== 'consent';

/** What becomes impossible ("未授权短信的，无法申请") is what is asked for, not denied. */
function deniesAll(view: View): boolean {
  if (view.own.marks.some(({ concept }) => concept === 'NOT_POSSIBLE')) return false;
  const deeds = view.own.marks.filter(({ id }) => classOfId(id) === 'action');
  return deeds.length > 0 && deeds.every(isDenied);
}

const isDenied = ({ negated }: Mark): boolean => negated;

function candidateFor(outcome: number, found: readonly Candidate[]): Candidate | undefined {
  for (const candidate of found) if (candidate.outcome === outcome) return candidate;
  return undefined;
}

/** The rules' word on one sentence. @param possible indices of the patterns that the sieve let through */
function candidates(view: View, possible: readonly number[]): Candidate[] {
  const out: Candidate[] = [];
  let flags: Flagged[] | undefined;
  let denied: boolean | undefined;
  for (const index of possible) {
    const compiled = PATTERNS[index]!;
    const { rule, outcome, pattern } = compiled;
    if (candidateFor(outcome, out)) continue;
    const matched = matches(compiled, view);
    if (!matched) continue;
    flags ??= flagsOf(view);
    const stopped = flags.some(
      ({ flag, stops }) => (stops ?? pattern.effect) === pattern.effect && !pattern.evenIf?.includes(flag),
    );
    if (stopped || (isDeed(OUTCOMES[outcome]!) && !matched.some(isDenied) && (denied ??= deniesAll(view)))) continue;
    out.push({ rule, outcome, pattern, matched });
  }
  return out;
}

interface Flagged {
  flag: SentenceFlag;
  stops: Effect | undefined;
  silencesModel: boolean;
}

function flagsOf(view: View): Flagged[] {
  const flags: Flagged[] = [];
  for (const flagged of FLAG_PATTERNS) {
    const { flag, any, except, lead } = flagged;
    if (
      (any.length === 0 || view.own.matchesAny(any)) &&
      (lead.length === 0 || view.lead?.matchesAny(lead)) &&
      !view.own.matchesAny(except) &&
      !flags.some((known) => known.flag === flag)
    )
      flags.push(flagged);
  }
  return flags;
}

/** The marks of the matching sequence that lie in the sentence, or undefined when a condition fails. */
function matches(c: CompiledPattern, view: View): Mark[] | undefined {
  const joined = c.pattern.scope === 'joined' ? view.joined : undefined;
  const found = matchedBy(c.any, view.own, joined);
  if (!found) return undefined;
  const where = joined?.stream ?? view.own;
  for (const p of c.with) if (!where.match(p)) return undefined;
  if (view.own.matchesAny(c.except)) return undefined;
  // Lead-in and headings are only cut into words where a condition asks for them.
  if (c.lead.length > 0 && !view.lead?.matchesAny(c.lead)) return undefined;
  if (c.notLead.length > 0 && view.lead?.matchesAny(c.notLead)) return undefined;
  if (c.under.length > 0 && !view.headings.matchesAny(c.under)) return undefined;
  if (c.notUnder.length > 0 && view.headings.matchesAny(c.notUnder)) return undefined;
  return found;
}

/** The marks, in the sentence itself, of the first of the sequences that matches. */
function matchedBy(sequences: readonly Compiled[], own: Stream, joined: View['joined']): Mark[] | undefined {
  for (const p of sequences) {
    const found =
      own.match(p)?.marks ?? (joined && ownMarks(joined.stream.match(p, joined.ownFrom)?.marks, joined.ownFrom));
    if (found) return found;
  }
  return undefined;
}

/** Of a match in the joined stream, the marks that lie in the sentence itself. */
function ownMarks(marks: Mark[] | undefined, ownFrom: number): Mark[] | undefined {
  return marks?.filter((m) => m.from >= ownFrom);
}

/**
 * Sentences that are read together: each step is done for all of them before the next one, for the tables of one step and
 * the segmenter's are more than a processor holds at hand.
 */
const BATCH = 500;

/** Classifies the sentences of one document; keeps the last results by text, so that a re-rendered page costs little. */
export class Classifier {
  /** By the sentence's text. */
  readonly #known = new Map<string, Seen[]>();
  readonly #opinion: Opinion | undefined;

  constructor(
    readonly segmenter: Segmenter,
    model?: LinearModel,
    readonly cacheSize = 20_000,
  ) {
    const wordsIn = (language: Sentence['language']): number[] =>
      OUTCOMES.map(({ name }) => model?.header.word?.[language][model.label(name) ?? -1] ?? Infinity);
    this.#opinion = model && {
      model,
      labels: OUTCOMES.map(({ name }) => model.label(name)),
      words: { zh: wordsIn('zh'), en: wordsIn('en') },
      rows: model.rowsOf(CONCEPT_HASHES),
    };
  }

  classify(raw: string, normalized: Normalized, parsed: Parsed, title = ''): Classified[] {
    const reading = this.read(parsed, title);
    const findings: Classified[] = [];
    for (let from = 0; from < parsed.sentences.length; from += BATCH)
      for (const { sentence, seen } of this.#read(parsed.sentences.slice(from, from + BATCH), reading, normalized))
        for (const one of seen.found)
          findings.push(classified(raw, normalized, sentence, contextOf(parsed, sentence), one));
    return findings.sort(
      ({ finding: a }, { finding: b }) =>
        a.start - b.start || CATEGORIES.indexOf(a.category) - CATEGORIES.indexOf(b.category),
    );
  }

  /** @param title of the page, or "" */
  read(parsed: Parsed, title: string): Reading {
    return new Reading(parsed, rolesOf(parsed, wordNet), title, this.segmenter);
  }

  /** What model and rules see of a sentence, what the rules say of it, and whether the model would be asked about it. */
  look(sentence: Sentence, reading: Reading): { sight: Sight; view: View; found: Candidate[]; asked: boolean } {
    const hits = new Hits();
    reading.scan(sentence, hits);
    const patterns = possible(sentence, reading, hits);
    const view = reading.view(sentence, hits, wanted.choose(patterns));
    const found = candidates(view, patterns);
    const sight = sightOf(sentence, reading, hits);
    return { sight, view, found, asked: found.length > 0 || isStatement(sight) };
  }

  /** Sentences that may say something, and what they say. */
  #read(
    sentences: readonly Sentence[],
    reading: Reading,
    normalized: Normalized,
  ): { sentence: Sentence; seen: Seen }[] {
    const met: { sentence: Sentence; seen: Seen }[] = [];
    const unread: Scanned[] = [];
    for (const sentence of sentences) {
      if (sentence.heading || !this.#opens(sentence, reading, normalized)) continue;
      const { seen, isNew } = this.#seen(sentence, reading);
      met.push({ sentence, seen });
      const hits = new Hits();
      if (isNew && (reading.scan(sentence, hits) || reading.lead(sentence))) unread.push({ sentence, seen, hits });
    }
    const promising = this.#promising(unread, reading);
    reading.cut(promising.map(({ sentence }) => sentence));
    const views = promising.map(({ sentence, hits, patterns }) =>
      reading.view(sentence, hits, wanted.choose(patterns)),
    );
    const found = views.map((view, i) => candidates(view, promising[i]!.patterns));
    const weighed = views.map((view, i) => judge(view, found[i]!, this.#opinion, promising[i]!.outlook));
    views.forEach((view, i) => (promising[i]!.seen.found = framed(view, weighed[i]!)));
    return met;
  }

  /** What may say something by its words. */
  #promising(scanned: readonly Scanned[], reading: Reading): Promising[] {
    const opinion = this.#opinion;
    const out: Promising[] = [];
    for (const one of scanned) {
      const { sentence, hits } = one;
      const sight = sightOf(sentence, reading, hits);
      const outlook = opinion && outlookOf(sight, opinion);
      const patterns = possible(sentence, reading, hits, outlook?.chances);
      if (patterns.length > 0 || outlook?.chances.includes(CHANCE.open)) out.push({ ...one, patterns, outlook });
    }
    return out;
  }

  /** Whether a sentence is read at all. */
  #opens(sentence: Sentence, { parsed }: Reading, { units }: Normalized): boolean {
    const gate = this.#opinion?.model.gate;
    return !gate || sentence.language === 'en' || gate.opens(units, sentence, contextOf(parsed, sentence));
  }

  /** What is known of a sentence, to be found out when it is new. */
  #seen(sentence: Sentence, reading: Reading): { seen: Seen; isNew: boolean } {
    const surroundings = reading.surroundings(sentence);
    const known = this.#known.get(sentence.text) ?? [];
    this.#keep(sentence.text, known);
    const seen = known.find((one) => one.surroundings === surroundings);
    if (seen) return { seen, isNew: false };
    const unread: Seen = { surroundings, found: [] };
    known.push(unread);
    return { seen: unread, isNew: true };
  }

  /** Notes that a text was met now, and forgets the one that was met longest ago when there are too many. */
  #keep(text: string, known: Seen[]): void {
    this.#known.delete(text);
    this.#known.set(text, known);
    if (this.#known.size > this.cacheSize) this.#known.delete(this.#known.keys().next().value!);
  }
}

const DEEDS: ReadonlySet<ConceptClass | undefined> = new Set(['action', 'consent']);
const MATTERS: ReadonlySet<ConceptClass | undefined> = new Set(['people', 'data', 'recipients']);
/** By meaning: 1 when it may be a deed, 2 when it may be what or whom a deed is about, 3 when both. */
const kinds: number[] = [];

function kindOf(meaning: number): number {
  return (kinds[meaning] ??= conceptsOf(meaning).reduce((kind, id) => {
    const of = classOfId(id);
    return kind | (DEEDS.has(of) ? 1 : 0) | (MATTERS.has(of) ? 2 : 0);
  }, 0));
}

/** Whether one of the words is a deed and another one what or whom it is about; an item is read with its lead-in. */
function isStatement({ hits, lead }: Sight): boolean {
  const words = { deeds: 0, matters: 0 };
  return saysMore(words, hits) || (lead !== undefined && saysMore(words, lead.hits));
}

/** Counts on. @returns whether there is a deed and a matter now */
function saysMore(words: { deeds: number; matters: number }, { meanings, length }: Hits): boolean {
  for (let i = 0; i < length; i++) {
    const kind = kindOf(meanings[i]!);
    if (kind & 1) words.deeds++;
    else if (kind & 2) words.matters++;
    if (words.deeds > 0 && words.matters > 0) return true;
  }
  return false;
}

function sightOf(sentence: Sentence, reading: Reading, hits: Hits): Sight {
  const { text, language } = sentence;
  return { text, language, hits, lead: reading.lead(sentence) };
}

/** Indices of the patterns that the words of a sentence leave possible. @param chances by outcome, 0 for one that is not wanted */
function possible(sentence: Sentence, reading: Reading, hits: Hits, chances?: Uint8Array<ArrayBuffer>): number[] {
  sieve ??= new Sieve(
    PATTERNS,
    RULES.flatMap((rule) => rule.examples.map(({ text }) => text)),
  );
  return sieve.sift(hits, { language: sentence.language, lead: reading.lead(sentence)?.hits }, chances);
}

function framed(view: View, weighed: readonly Weighed[]): Judged[] {
  if (weighed.length === 0) return [];
  const sources = sourcesOf(view);
  const concepts = view.own.marks.map(({ concept }) => concept);
  return weighed.map(({ rule, pattern, matched, confidence }) => {
    const slots = frameMarks(sources, rule.id, pattern.effect, matched);
    return { rule, pattern, confidence, slots, labels: labelsOf(slots), concepts };
  });
}

function classified(
  raw: string,
  normalized: Normalized,
  sentence: Sentence,
  context: Sentence | undefined,
  { rule, pattern, slots, labels, concepts, confidence }: Judged,
): Classified {
  const frame = frameOf(slots, (from, to) => {
    const { at } = from.inLead && context ? context : sentence;
    return raw.slice(normalized.raw[at + from.start], normalized.raw[at + to.end]).trim();
  });
  const finding: Finding = {
    category: rule.id,
    group: rule.group,
    effect: pattern.effect,
    severity: pattern.effect === 'limits' ? 1 : (pattern.severity ?? rule.severity),
    confidence,
    start: sentence.start,
    end: sentence.end,
    quote: raw.slice(sentence.start, sentence.end),
    clause: sentence.clause,
    frame,
    why: explain(pattern.why ?? rule.why[pattern.effect], audience(labels)),
    laws: [],
    todo: rule.todo[pattern.effect],
  };
  return { finding, pattern: pattern.id, slots, labels, concepts, sentence };
}
