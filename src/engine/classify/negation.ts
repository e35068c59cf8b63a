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

/** Words that a negation reaches over at most. */
const REACH = { zh: 40, en: 40 } as const;

/** Sets `negated` on the action marks. @param marks in text order */
export function markNegation(marks: Mark[], language: 'zh' | 'en'): void {
  const negations = marks.filter((m) => classOf(m) === 'negation');
  if (negations.length === 0) return;
  const cancelled = language === 'zh' ? doubled(negations) : new Set<Mark>();
  for (const negation of negations) {
    if (cancelled.has(negation)) continue;
    const until = Math.min(scopeEnd(negation, marks, language), negation.to + REACH[language]);
    for (let i = firstFrom(marks, negation.to); i < marks.length && marks[i]!.from < until; i++)
      if (classOf(marks[i]!) === 'action') marks[i]!.negated = true;
  }
}

/**
 * Carries a denial that a lead-in leaves open ("我们承诺不会：", "不得有下列行为：") on to an item of its list.
 * @param lead marks of the lead-in @param words number of its words @param item marks of the item, set in place
 */
export function denyItem(lead: readonly Mark[], words: number, item: readonly Mark[]): void {
  const negation = lead.findLast((m) => m.concept === 'NEG');
  if (!negation || lead.some((m) => m.from >= negation.to && (classOf(m) === 'action' || m.concept === 'BUT'))) return;
  const listed = lead.some((m) => m.concept === 'LISTED' && m.from >= negation.to && m.from <= negation.to + 3);
  if (!listed && words - negation.to > 2) return;
  const until = item.find((m) => m.concept === 'BUT')?.from ?? Infinity;
  for (const mark of item) if (classOf(mark) === 'action' && mark.from < until) mark.negated = true;
}

const NEG = conceptId('NEG');

/** Whether `denyItem` can find the denial it looks for. @param lead words of the lead-in */
export function mayDeny(lead: Hits): boolean {
  for (let i = 0; i < lead.length; i++) if (standsFor(lead.meanings[i]!, NEG)) return true;
  return false;
}

const classOf = (mark: Mark): string | undefined => classOfId(mark.id);

/** "不得不", "并非不": two negations side by side deny nothing. */
function doubled(negations: Mark[]): Set<Mark> {
  const out = new Set<Mark>();
  negations.forEach((mark, i) => {
    const before = negations[i - 1];
    if (before && before.to === mark.from && mark.concept !== 'NEG_FACT') out.add(before).add(mark);
  });
  return out;
}

/** The word at which the negation's scope ends; anything behind its reach when it does not end before. */
function scopeEnd(negation: Mark, marks: Mark[], language: 'zh' | 'en'): number {
  const promise = negation.concept === 'NEG';
  let reached = false;
  for (let i = firstFrom(marks, negation.to); i < marks.length; i++) {
    const mark = marks[i]!;
    if (mark.from >= negation.to + REACH[language]) break;
    if (classOf(mark) === 'action') reached = true;
    if (mark.concept === 'BUT') return mark.from;
    if (mark.concept === 'COMMA') {
      const passes =
        language === 'en' ? negation.concept !== 'NEG_FACT' : promise && (!reached || continues(marks, mark));
      if (!passes || opensClause(marks, i)) return mark.from;
    }
    if (promise) {
      if (language === 'en' && mark.concept === 'WE' && modalAfter(marks, mark)) return mark.from;
    } else if (mark.concept === 'WHEN' || (language === 'en' && mark.concept === 'WE')) return mark.from;
    if (negation.concept === 'NEG_FACT' && classOf(mark) === 'consent') return mark.from;
  }
  return Infinity;
}

/** The comma is followed by an "or" that carries the denial on. */
const continues = (marks: Mark[], comma: Mark): boolean => stands(marks, 'OR', comma.to, comma.to + 1);

/** What stands between this comma and the next speaks of somebody else or says "may" before it acts. */
function opensClause(marks: Mark[], comma: number): boolean {
  for (let i = comma + 1; i < marks.length; i++) {
    const mark = marks[i]!;
    if (mark.concept === 'COMMA' || mark.concept === 'BUT' || classOf(mark) === 'action') return false;
    if (mark.concept === 'MAY' || (classOf(mark) === 'actor' && mark.concept !== 'READER')) return true;
  }
  return false;
}

const modalAfter = (marks: Mark[], subject: Mark): boolean => stands(marks, 'MAY', subject.to, subject.to + 3);

/** Whether a mark of the concept begins at one of these words, both included. */
function stands(marks: Mark[], concept: string, from: number, to: number): boolean {
  for (let i = firstFrom(marks, from); i < marks.length && marks[i]!.from <= to; i++)
    if (marks[i]!.concept === concept) return true;
  return false;
}
