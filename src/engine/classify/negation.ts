/**
 * Which actions a sentence denies.
 *
 * Three kinds of negation reach differently far:
 * - `NEG` promises or forbids ("不会", "不得", "never"): over "在您逾期时" and over a parenthesis between commas;
 * - `NEG_BARE` ("不") and `NEG_FACT` state what is not so ("未还款", "无法取得联系", "without"): up to the comma or the
 *   "时" / "后" that ends the condition, and `NEG_FACT` no further than the consent it speaks of ("未经您同意…").
 *
 * A negation inside a longer word of the lexicon ("不可撤销", "不限于", "未按时还款") is no negation; `marksOf` drops it.
 */
import { classOfId, conceptId, type Hits, standsFor } from './lexicon.ts';
import { firstFrom, type Mark } from './pattern.ts';

/** Words that a negation reaches over at most, those in brackets not counted; with them, twice as many. */
const REACH = { zh: 40, en: 40 } as const;

/**
 * Sets `negated` on the action marks.
 * @param marks in text order @param text that they are offsets into
 * @returns the marks without the negations that take each other back
 */
export function markNegation(marks: Mark[], text: string, language: 'zh' | 'en'): Mark[] {
  const negations = marks.filter((m) => classOf(m) === 'negation');
  if (negations.length === 0) return marks;
  const cancelled = doubled(negations, text, language);
  const kept = cancelled.size === 0 ? marks : marks.filter((mark) => !cancelled.has(mark));
  const asides = asidesOf(text);
  for (const negation of negations) if (!cancelled.has(negation)) deny(negation, kept, { text, asides, language });
  return kept;
}

/** What a lead-in holds: its marks, the words that patterns quote, and the number of its words. */
interface Lead {
  marks: readonly Mark[];
  literals: readonly Mark[];
  words: number;
}

/**
 * Carries a denial that a lead-in leaves open ("我们承诺不会：", "不得有下列行为：") on to an item of its list. The lead-in may
 * hold the first item itself ("我们不会：（1）……").
 * @param item marks of the item, set in place
 */
export function denyItem(lead: Lead, item: readonly Mark[]): void {
  if (!leavesOpen(lead)) return;
  const until = item.find((m) => m.concept === 'BUT')?.from ?? Infinity;
  for (const mark of item) if (classOf(mark) === 'action' && mark.from < until) mark.negated = true;
}

function leavesOpen({ marks, literals, words }: Lead): boolean {
  const negation = marks.findLast((m) => m.concept === 'NEG');
  if (!negation) return false;
  const acts = (from: number, to: number): boolean =>
    marks.some((m) => m.from >= from && m.from < to && (classOf(m) === 'action' || m.concept === 'BUT'));
  const colon = literals.find((m) => m.concept === COLON);
  if (
    colon &&
    marks.some((m) => m.concept === 'NEG' && m.to <= colon.from && !acts(m.to, colon.from) && colon.from <= m.to + 2)
  )
    return true;
  // "不会进行下列操作": what stands between only carries it out.
  const listed = marks.find((m) => m.concept === 'LISTED' && m.from >= negation.to && m.from <= negation.to + 3);
  return listed ? !acts(listed.to, Infinity) : !acts(negation.to, Infinity) && words - negation.to <= 2;
}

const COLON = '"："';
const NEG = conceptId('NEG');

/** Whether `denyItem` can find the denial it looks for. @param lead words of the lead-in */
export function mayDeny(lead: Hits): boolean {
  for (let i = 0; i < lead.length; i++) if (standsFor(lead.meanings[i]!, NEG)) return true;
  return false;
}

const classOf = (mark: Mark): string | undefined => classOfId(mark.id);

/**
 * Denials of a refusal, which let happen what is not refused: a ban on refusing ("不得以任何理由反对"), not minding it. Not:
 * what somebody may not do because of a refusal.
 */
const REFUSAL_DENIED = {
  zh: /(?:不得|不能|不可|不应|无权|禁止)[^，。；、因如若]{0,8}?(?:拒绝|反对|阻止|阻挠|阻碍|妨碍|妨害|抗拒|干涉|干预)|不[会将]?(?:反对|介意|阻止|阻挠|阻碍|干涉|干预)/g,
  en: /\b(?:not|never|nothing|won['’]t|don['’]t|doesn['’]t|cannot|can['’]t)(?: [a-z]+){0,4}? (?:stops?|prevents?|prohibits?|precludes?|oppose|object to|refuse|mind)\b/g,
};

/** Negations that deny nothing: two side by side ("不得不", "并非不"), and the denial of a refusal. */
function doubled(negations: readonly Mark[], text: string, language: 'zh' | 'en'): ReadonlySet<Mark> {
  const out = new Set<Mark>();
  if (language === 'zh')
    negations.forEach((mark, i) => {
      const before = negations[i - 1];
      // "非" only opens a noun: "不向非会员".
      const opensNoun = mark.end - mark.start === 1 && text[mark.start] === '非';
      if (before && before.to === mark.from && mark.concept !== 'NEG_FACT' && !opensNoun) out.add(before).add(mark);
    });
  for (const { index, 0: denied } of text.matchAll(REFUSAL_DENIED[language]))
    for (const mark of negations) if (mark.start >= index && mark.end <= index + denied.length) out.add(mark);
  return out;
}

/** A stretch in brackets, both included, as UTF-16 offsets. */
interface Aside {
  start: number;
  end: number;
}

/** What a denial stands in. */
interface Setting {
  text: string;
  asides: readonly Aside[];
  language: 'zh' | 'en';
}

const BRACKET = /[（）()]/g;

/** The outermost brackets, those that close. */
function asidesOf(text: string): Aside[] {
  const out: Aside[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: bracket, index } of text.matchAll(BRACKET)) {
    if (bracket === '（' || bracket === '(') {
      if (depth++ === 0) start = index;
    } else if (depth > 0 && --depth === 0) out.push({ start, end: index + 1 });
  }
  return out;
}

/**
 * Denies the actions in the negation's scope. What brackets hold ends no scope and takes up none of its reach: "不会将您的号码
 * （您填写的，用于登录）提供给……"; in the brackets the denial holds up to a comma. A denial in brackets does not leave them.
 */
function deny(negation: Mark, marks: readonly Mark[], { text, asides, language }: Setting): void {
  const begins = behindReason(negation, text);
  let next = asides.findIndex(({ end }) => negation.start < end);
  const first = asides[next];
  const home = first && first.start < negation.start ? first : undefined;
  const actions: Mark[] = [];
  const farthest = negation.to + REACH[language] * 2;
  let until = negation.to + REACH[language];
  let reached = false;
  let aside: Aside | undefined;
  let asideFrom = 0;
  let open = true;
  for (let i = firstFrom(marks, negation.to); i < marks.length; i++) {
    const mark = marks[i]!;
    if (mark.from >= farthest) break;
    while (next >= 0 && next < asides.length && asides[next]!.end <= mark.start) next++;
    const ahead = asides[next];
    const here = ahead && ahead !== home && ahead.start < mark.start ? ahead : undefined;
    if (here !== aside) {
      if (aside) until += mark.from - asideFrom;
      aside = here;
      asideFrom = mark.from;
      open = true;
    }
    if (here) {
      if (classOf(mark) === 'barrier') open = false;
      else if (open && classOf(mark) === 'action' && mark.from < until) actions.push(mark);
      continue;
    }
    if (mark.from >= until) break;
    if ((home && mark.start >= home.end) || endsScope(negation, marks, i, reached, language)) {
      until = mark.from;
      break;
    }
    if (classOf(mark) !== 'action' || mark.start < begins) continue;
    reached = true;
    actions.push(mark);
  }
  if (language === 'en' && AFTER_VERB.has(text.slice(negation.start, negation.end)))
    for (const mark of marks) if (mark.to === negation.from && classOf(mark) === 'action') mark.negated = true;
  for (const action of actions) if (action.from < until) action.negated = true;
}

/** "receive no information", "see nothing": the denial stands behind its verb. */
const AFTER_VERB: ReadonlySet<string> = new Set(['no', 'nothing', 'none']);

const REASON = /^因[^，。；]{2,40}?(?:投诉|追究|追责|索赔|起诉|控告|主张|提出|反对)/;

/** "不因……而投诉": nobody denies what gives reason to complain. */
function behindReason(negation: Mark, text: string): number {
  const at = text[negation.end - 1] === '因' ? negation.end - 1 : negation.end;
  if (text[at] !== '因') return 0;
  const reason = REASON.exec(text.slice(at, at + 44))?.[0];
  return reason === undefined ? 0 : at + reason.length;
}

/** Whether the negation's scope ends at a mark. @param reached an action stands before it */
function endsScope(
  negation: Mark,
  marks: readonly Mark[],
  at: number,
  reached: boolean,
  language: 'zh' | 'en',
): boolean {
  const mark = marks[at]!;
  const promise = negation.concept === 'NEG';
  if (mark.concept === 'BUT') return true;
  if (mark.concept === 'COMMA') {
    const passes =
      language === 'en' ? negation.concept !== 'NEG_FACT' : promise && (!reached || continues(marks, mark));
    if (!passes || opensClause(marks, at)) return true;
  }
  if (promise) {
    if (language === 'en' && mark.concept === 'WE' && modalAfter(marks, mark)) return true;
  } else if (mark.concept === 'WHEN' || (language === 'en' && mark.concept === 'WE')) return true;
  return negation.concept === 'NEG_FACT' && classOf(mark) === 'consent';
}

/** The comma is followed by an "or" that carries the denial on. */
const continues = (marks: readonly Mark[], comma: Mark): boolean => stands(marks, 'OR', comma.to, comma.to + 1);

/** What stands between this comma and the next speaks of somebody else or says "may" before it acts. */
function opensClause(marks: readonly Mark[], comma: number): boolean {
  for (let i = comma + 1; i < marks.length; i++) {
    const mark = marks[i]!;
    if (mark.concept === 'COMMA' || mark.concept === 'BUT' || classOf(mark) === 'action') return false;
    if (mark.concept === 'MAY' || (classOf(mark) === 'actor' && mark.concept !== 'READER')) return true;
  }
  return false;
}

const modalAfter = (marks: readonly Mark[], subject: Mark): boolean => stands(marks, 'MAY', subject.to, subject.to + 3);

/** Whether a mark of the concept begins at one of these words, both included. */
function stands(marks: readonly Mark[], concept: string, from: number, to: number): boolean {
  for (let i = firstFrom(marks, from); i < marks.length && marks[i]!.from <= to; i++)
    if (marks[i]!.concept === concept) return true;
  return false;
}
