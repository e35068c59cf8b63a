/** Rules over the sentences of a parsed document → findings. */
import { RULES } from '../../rules/index.ts';
import { FLAGS } from '../../rules/flags.ts';
import type { Pattern, Rule, SentenceFlag } from '../../rules/types.ts';
import type { Effect, Finding } from '../../types.ts';
import { CATEGORIES } from '../../types.ts';
import { addFeatures } from '../model/features.ts';
import type { LinearModel } from '../model/linear.ts';
import type { Normalized, Parsed, Segmenter, Sentence } from '../pipeline.ts';
import { audience, explain, type Labels, labelsOf } from './explain.ts';
import { type FrameMarks, frameMarks, frameOf, type SlotMark } from './frame.ts';
import { Hits } from './lexicon.ts';
import { type Compiled, compile, type Mark, type Stream } from './pattern.ts';
import { Reading } from './reading.ts';
import { rolesOf } from './roles.ts';
import { Sieve, type Sifted } from './sieve.ts';
import { contextOf, type View, wordNet } from './view.ts';

interface CompiledPattern {
  rule: Rule;
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

const PATTERNS: CompiledPattern[] = RULES.flatMap((rule) =>
  rule.patterns.map((pattern) => ({
    rule,
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

/** What the rules say of one sentence; offsets are into the sentence's normalised text. */
export interface Candidate {
  rule: Rule;
  pattern: Pattern;
  /** What the pattern matched. */
  matched: readonly Mark[];
}

/** What rules and model together say: `confidence` is calibrated where the model knows the category. */
interface Weighed extends Candidate {
  confidence: number;
}

/** The same with its frame; kept for sentences seen again. */
interface Judged extends Omit<Weighed, 'matched'> {
  slots: FrameMarks;
  labels: Labels;
  concepts: ReadonlySet<string>;
}

/** A finding with what the summary needs to know of it. */
export interface Classified {
  finding: Finding;
  /** Names of the pattern; "model" where the model alone found it. */
  pattern: string;
  slots: FrameMarks;
  labels: Labels;
  /** Every concept of the sentence. */
  concepts: ReadonlySet<string>;
  sentence: Sentence;
}

/** Confidence of a finding that only the rules speak of: their precision on labelled agreements. */
const RULE_CONFIDENCE = 0.9;
/**
 * What the rules' word adds to the model's margin. Not learned: the rules look better on the agreements they were written
 * with than they are; this is what did best on agreements of other companies that nobody had read by then.
 */
export const RULE_WORD = 0.4;
/** Stands for the pattern where the model finds what no pattern does. */
const BY_MODEL: Record<Effect, Pattern> = {
  grants: { id: 'model', effect: 'grants', any: [] },
  limits: { id: 'model', effect: 'limits', any: [] },
};

/** Category and effect of everything that can be found, and its name as a label of the model. */
const OUTCOMES = RULES.flatMap((rule) =>
  (['grants', 'limits'] as const).map((effect) => ({ rule, effect, name: `${rule.id} ${effect}` })),
);

/** What a model says of the outcomes. */
interface Opinion {
  model: LinearModel;
  /** The model's label of each of `OUTCOMES`; undefined where it has none. */
  labels: readonly (number | undefined)[];
}

/** Weighs the rules' word with the model's. Without a model the rules decide alone. */
function judge(view: View, found: readonly Candidate[], opinion: Opinion | undefined): Weighed[] {
  if (!opinion) return found.map((candidate) => ({ ...candidate, confidence: RULE_CONFIDENCE }));
  const { model, labels } = opinion;
  const scorer = model.scorer();
  addFeatures(view, scorer);
  const margins = scorer.margins();
  const out: Weighed[] = [];
  let silent: boolean | undefined;
  for (const [i, { rule, effect }] of OUTCOMES.entries()) {
    const label = labels[i];
    const byRule = found.find((c) => c.rule === rule && c.pattern.effect === effect);
    if (label === undefined) {
      if (byRule) out.push({ ...byRule, confidence: RULE_CONFIDENCE });
      continue;
    }
    const margin = margins[label]! + (byRule ? RULE_WORD : 0);
    if (margin <= model.header.threshold[label]!) continue;
    if (!byRule && (silent ??= flagsOf(view).some(({ silencesModel }) => silencesModel))) continue;
    const candidate = byRule ?? { rule, pattern: BY_MODEL[effect], matched: [] };
    out.push({ ...candidate, confidence: model.probability(label, margin) });
  }
  return out;
}

/** The rules' word on one sentence. @param possible indices of the patterns that the sieve let through */
function candidates(view: View, possible: readonly number[]): Candidate[] {
  const out: Candidate[] = [];
  let flags: Flagged[] | undefined;
  for (const index of possible) {
    const compiled = PATTERNS[index]!;
    const { rule, pattern } = compiled;
    if (out.some((c) => c.rule === rule && c.pattern.effect === pattern.effect)) continue;
    const matched = matches(compiled, view);
    if (!matched) continue;
    flags ??= flagsOf(view);
    const stopped = flags.some(
      ({ flag, stops }) => (stops ?? pattern.effect) === pattern.effect && !pattern.evenIf?.includes(flag),
    );
    if (!stopped) out.push({ rule, pattern, matched });
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
  for (const { flag, any, except, lead, stops, silencesModel } of FLAG_PATTERNS)
    if (
      !flags.some((known) => known.flag === flag) &&
      (any.length === 0 || any.some((p) => view.own.match(p))) &&
      (lead.length === 0 || lead.some((p) => view.lead?.match(p))) &&
      !except.some((p) => view.own.match(p))
    )
      flags.push({ flag, stops, silencesModel });
  return flags;
}

/** The marks of the matching sequence that lie in the sentence, or undefined when a condition fails. */
function matches(c: CompiledPattern, view: View): Mark[] | undefined {
  const none = (patterns: Compiled[], stream: Stream | undefined): boolean =>
    !stream || !patterns.some((p) => stream.match(p));
  const some = (patterns: Compiled[], stream: Stream | undefined): boolean =>
    patterns.length === 0 || (stream !== undefined && patterns.some((p) => stream.match(p)));
  const joined = c.pattern.scope === 'joined' ? view.joined : undefined;
  let found: Mark[] | undefined;
  for (const p of c.any) {
    found =
      view.own.match(p)?.marks ?? (joined && ownMarks(joined.stream.match(p, joined.ownFrom)?.marks, joined.ownFrom));
    if (found) break;
  }
  if (!found) return undefined;
  const where = joined?.stream ?? view.own;
  if (!c.with.every((p) => where.match(p))) return undefined;
  if (!none(c.except, view.own)) return undefined;
  if (!some(c.lead, view.lead) || !none(c.notLead, view.lead)) return undefined;
  if (!some(c.under, view.headings) || !none(c.notUnder, view.headings)) return undefined;
  return found;
}

/** Of a match in the joined stream, the marks that lie in the sentence itself. */
function ownMarks(marks: Mark[] | undefined, ownFrom: number): Mark[] | undefined {
  return marks?.filter((m) => m.from >= ownFrom);
}

/** Classifies the sentences of one document; keeps the last results by text, so that a re-rendered page costs little. */
export class Classifier {
  readonly #cache = new Map<string, Judged[]>();
  readonly #hits = new Hits();
  readonly #opinion: Opinion | undefined;

  constructor(
    readonly segmenter: Segmenter,
    model?: LinearModel,
    readonly cacheSize = 20_000,
  ) {
    this.#opinion = model && { model, labels: OUTCOMES.map(({ name }) => model.label(name)) };
  }

  classify(raw: string, normalized: Normalized, parsed: Parsed, title = ''): Classified[] {
    const reading = this.read(parsed, title);
    const findings: Classified[] = [];
    for (const sentence of parsed.sentences) {
      if (sentence.heading) continue;
      for (const candidate of this.#candidatesOf(sentence, reading))
        findings.push(classified(raw, normalized, sentence, contextOf(parsed, sentence), candidate));
    }
    return findings.sort(
      ({ finding: a }, { finding: b }) =>
        a.start - b.start || CATEGORIES.indexOf(a.category) - CATEGORIES.indexOf(b.category),
    );
  }

  /** @param title of the page, or "" */
  read(parsed: Parsed, title: string): Reading {
    return new Reading(parsed, rolesOf(parsed, wordNet), title, this.segmenter);
  }

  /** What the rules see of a sentence, what they say of it, and whether the model would be asked about it. */
  look(sentence: Sentence, reading: Reading): { view: View; found: Candidate[]; near: boolean } {
    reading.scan(sentence, this.#hits);
    const { patterns, near } = possible(sentence, reading, this.#hits);
    const view = reading.view(sentence, this.#hits);
    return { view, found: candidates(view, patterns), near };
  }

  #candidatesOf(sentence: Sentence, reading: Reading): Judged[] {
    if (!reading.scan(sentence, this.#hits)) return [];
    const { patterns, near } = possible(sentence, reading, this.#hits);
    // The model is asked only where some pattern nearly matches: elsewhere it is hardly ever right.
    if (this.#opinion ? !near : patterns.length === 0) return [];
    const { parsed, title, roles } = reading;
    const context = contextOf(parsed, sentence);
    const key = [sentence.text, context?.text ?? '', title, ...sentence.clause, roles.key].join('\u0000');
    let found = this.#cache.get(key);
    if (found) this.#cache.delete(key);
    else {
      const view = reading.view(sentence, this.#hits);
      const weighed = judge(view, candidates(view, patterns), this.#opinion);
      const concepts = new Set(view.own.marks.map(({ concept }) => concept));
      found = weighed.map((one) => framed(view, one, concepts));
    }
    this.#cache.set(key, found);
    if (this.#cache.size > this.cacheSize) this.#cache.delete(this.#cache.keys().next().value!);
    return found;
  }
}

/** What the words of a sentence leave possible. */
function possible(sentence: Sentence, reading: Reading, hits: Hits): Sifted {
  sieve ??= new Sieve(PATTERNS);
  return sieve.sift(hits, {
    language: sentence.language,
    lead: reading.contextHits(sentence),
    headings: () => reading.headingHits(sentence),
  });
}

function framed(view: View, { rule, pattern, matched, confidence }: Weighed, concepts: ReadonlySet<string>): Judged {
  const slots = frameMarks(view, rule.id, pattern.effect, matched);
  return { rule, pattern, confidence, slots, labels: labelsOf(slots), concepts };
}

function classified(
  raw: string,
  normalized: Normalized,
  sentence: Sentence,
  context: Sentence | undefined,
  { rule, pattern, slots, labels, concepts, confidence }: Judged,
): Classified {
  const words = (from: SlotMark, to: SlotMark): string => {
    const { at } = from.inLead && context ? context : sentence;
    return raw.slice(normalized.raw[at + from.start], normalized.raw[at + to.end]).trim();
  };
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
    frame: frameOf(slots, words),
    why: explain(pattern.why ?? rule.why[pattern.effect], audience(labels)),
    laws: [],
    todo: rule.todo[pattern.effect],
  };
  return { finding, pattern: pattern.id, slots, labels, concepts, sentence };
}
