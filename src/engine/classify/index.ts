/** Rules over the sentences of a parsed document → findings. */
import { RULES } from '../../rules/index.ts';
import { FLAGS } from '../../rules/flags.ts';
import type { Pattern, Rule, SentenceFlag } from '../../rules/types.ts';
import type { Finding } from '../../types.ts';
import { CATEGORIES } from '../../types.ts';
import { normalize } from '../normalize/index.ts';
import { features } from '../model/features.ts';
import type { LinearModel } from '../model/linear.ts';
import type { Normalized, Parsed, Segmenter, Sentence } from '../pipeline.ts';
import { audience, explain, type Labels, labelsOf } from './explain.ts';
import { type FrameMarks, frameMarks, frameOf, type SlotMark } from './frame.ts';
import { denyItem } from './negation.ts';
import { type Compiled, compile, type Mark, Stream } from './pattern.ts';
import { rolesOf, type Roles } from './roles.ts';
import { contextOf, headingSentence, marksOf, type View, wordNet } from './view.ts';

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

/**
 * Which patterns can match at all where a concept stands: the last element of a sequence always lies in the sentence, so a
 * pattern is listed under the concepts its sequences may end with.
 */
const ENDING_WITH = new Map<string, number[]>();
PATTERNS.forEach(({ any }, i) => {
  for (const concept of new Set(any.flatMap(({ conjuncts }) => conjuncts[0]?.at(-1)?.concepts ?? []))) {
    const list = ENDING_WITH.get(concept);
    if (list) list.push(i);
    else ENDING_WITH.set(concept, [i]);
  }
});

/**
 * Patterns all of whose concepts are there, in the order of the rules. Needs no words: what it leaves out cannot match.
 * @param own concepts found in the sentence @param around those of its lead-in
 */
function possible(own: ReadonlySet<string>, around: ReadonlySet<string>): CompiledPattern[] {
  const indices = new Set<number>();
  for (const concept of own) for (const i of ENDING_WITH.get(concept) ?? []) indices.add(i);
  const there = ({ conjuncts }: Compiled, joined: boolean): boolean =>
    conjuncts.every((elements) =>
      elements.every(({ concepts }) => concepts.some((c) => own.has(c) || (joined && around.has(c)))),
    );
  return [...indices]
    .sort((a, b) => a - b)
    .map((i) => PATTERNS[i]!)
    .filter(({ any, pattern }) => any.some((sequence) => there(sequence, pattern.scope === 'joined')));
}

const FLAG_PATTERNS = FLAGS.map(({ flag, any, except, lead }) => ({
  flag,
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
/** Stands for the pattern where the model finds what no pattern does. */
const BY_MODEL = {
  grants: { id: 'model', effect: 'grants', any: [] },
  limits: { id: 'model', effect: 'limits', any: [] },
} as const;

/** Weighs the rules' word with the model's. Without a model the rules decide alone. */
function judge(view: View, found: readonly Candidate[], model: LinearModel | undefined): Weighed[] {
  if (!model) return found.map((candidate) => ({ ...candidate, confidence: RULE_CONFIDENCE }));
  const scorer = model.scorer();
  features(view, found, (hash, value) => scorer.add(hash, value));
  const margins = scorer.margins();
  const out: Weighed[] = [];
  for (const rule of RULES)
    for (const effect of ['grants', 'limits'] as const) {
      const byRule = found.find((c) => c.rule === rule && c.pattern.effect === effect);
      const label = model.labels.indexOf(`${rule.id} ${effect}`);
      if (label < 0) {
        if (byRule) out.push({ ...byRule, confidence: RULE_CONFIDENCE });
      } else if (margins[label]! > model.header.threshold[label]!) {
        const candidate = byRule ?? {
          rule,
          pattern: BY_MODEL[effect] as unknown as Pattern,
          matched: [],
        };
        out.push({ ...candidate, confidence: model.probability(label, margins[label]!) });
      }
    }
  return out;
}

/** The rules' word on one sentence. */
export function candidates(view: View): Candidate[] {
  const patterns = possible(new Set(view.own.byConcept.keys()), new Set(view.lead?.byConcept.keys()));
  if (patterns.length === 0) return [];
  const flags = flagsOf(view);
  const out: Candidate[] = [];
  const seen = new Set<string>();
  for (const compiled of patterns) {
    const { rule, pattern } = compiled;
    const key = `${rule.id} ${pattern.effect}`;
    if (seen.has(key) || (pattern.language && pattern.language !== view.sentence.language)) continue;
    if ([...flags].some((flag) => !pattern.evenIf?.includes(flag))) continue;
    const matched = matches(compiled, view);
    if (!matched) continue;
    seen.add(key);
    out.push({ rule, pattern, matched });
  }
  return out;
}

function flagsOf(view: View): Set<SentenceFlag> {
  const flags = new Set<SentenceFlag>();
  for (const { flag, any, except, lead } of FLAG_PATTERNS)
    if (
      !flags.has(flag) &&
      (any.length === 0 || any.some((p) => view.own.match(p))) &&
      (lead.length === 0 || lead.some((p) => view.lead?.match(p))) &&
      !except.some((p) => view.own.match(p))
    )
      flags.add(flag);
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

type SentenceMarks = ReturnType<typeof marksOf>;

/** Classifies the sentences of one document; keeps the last results by text, so that a re-rendered page costs little. */
export class Classifier {
  readonly #cache = new Map<string, Judged[]>();
  readonly #headings = new Map<string, Mark[]>();
  readonly #contexts = new WeakMap<Sentence, SentenceMarks>();

  constructor(
    readonly segmenter: Segmenter,
    readonly model?: LinearModel,
    readonly cacheSize = 20_000,
  ) {}

  classify(raw: string, normalized: Normalized, parsed: Parsed, title = ''): Classified[] {
    const roles = rolesOf(parsed, wordNet);
    const findings: Classified[] = [];
    for (const sentence of parsed.sentences) {
      if (sentence.heading) continue;
      for (const candidate of this.#candidatesOf(sentence, parsed, roles, title))
        findings.push(classified(raw, normalized, sentence, contextOf(parsed, sentence), candidate));
    }
    return findings.sort(
      ({ finding: a }, { finding: b }) =>
        a.start - b.start || CATEGORIES.indexOf(a.category) - CATEGORIES.indexOf(b.category),
    );
  }

  #candidatesOf(sentence: Sentence, parsed: Parsed, roles: Roles, title: string): Judged[] {
    const context = contextOf(parsed, sentence);
    const headings = [title, ...sentence.clause].join('\n');
    const key = [sentence.text, context?.text ?? '', headings, roles.key].join('\u0000');
    const known = this.#cache.get(key);
    if (known) {
      this.#cache.delete(key);
      this.#cache.set(key, known);
      return known;
    }
    const hits = wordNet().find(sentence.text, sentence.language);
    const view = hits.length === 0 ? undefined : this.view(sentence, parsed, roles, title);
    const found = view ? judge(view, candidates(view), this.model).map((weighed) => framed(view, weighed)) : [];
    this.#cache.set(key, found);
    if (this.#cache.size > this.cacheSize) this.#cache.delete(this.#cache.keys().next().value!);
    return found;
  }

  #headingMarks(heading: string, language: Sentence['language'], roles: Roles): Mark[] {
    if (heading === '') return [];
    const key = `${language} ${roles.key} ${heading}`;
    let marks = this.#headings.get(key);
    if (!marks) {
      const sentence = headingSentence(normalize(heading).text, language);
      marks = marksOf(sentence, wordNet().find(sentence.text, language), this.segmenter, roles).marks;
      this.#headings.set(key, marks);
      if (this.#headings.size > this.cacheSize) this.#headings.delete(this.#headings.keys().next().value!);
    }
    return marks;
  }

  /** The marks of a lead-in, computed once for all its items. */
  #contextMarks(context: Sentence, marks: (s: Sentence) => SentenceMarks): SentenceMarks {
    const known = this.#contexts.get(context) ?? marks(context);
    this.#contexts.set(context, known);
    return known;
  }

  /** What the rules see of a sentence. */
  view(sentence: Sentence, parsed: Parsed, roles: Roles, title: string): View {
    const marks = (s: Sentence): SentenceMarks => marksOf(s, wordNet().find(s.text, s.language), this.segmenter, roles);
    const own = marks(sentence);
    const context = contextOf(parsed, sentence);
    const lead = context && this.#contextMarks(context, marks);
    if (lead && sentence.leadIn !== undefined) denyItem(lead.marks, lead.words, own.marks);
    let joined: Stream | undefined;
    return {
      sentence,
      own: new Stream(own.marks),
      words: own.words,
      headings: new Stream([title, ...sentence.clause].flatMap((h) => this.#headingMarks(h, sentence.language, roles))),
      ...(lead && context
        ? {
            context,
            lead: new Stream(lead.marks),
            joined: {
              ownFrom: lead.words,
              get stream(): Stream {
                joined ??= new Stream([
                  ...lead.marks,
                  ...own.marks.map((m) => ({ ...m, from: m.from + lead.words, to: m.to + lead.words })),
                ]);
                return joined;
              },
            },
          }
        : {}),
    };
  }
}

function framed(view: View, { rule, pattern, matched, confidence }: Weighed): Judged {
  const slots = frameMarks(view, rule.id, pattern.effect, matched);
  const concepts = new Set(view.own.marks.map(({ concept }) => concept));
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
