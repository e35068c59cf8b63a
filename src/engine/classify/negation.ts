/** Which actions a sentence denies. */
import { CONCEPTS } from './lexicon.ts';
import type { Mark } from './pattern.ts';

/** Words that a negation reaches over at most; a comma, a semicolon or a "but" ends it sooner. */
const REACH = { zh: 24, en: 30 } as const;

/** Sets `negated` on the action marks. @param marks in text order */
export function markNegation(marks: Mark[], language: 'zh' | 'en'): void {
  const negations = marks.filter((m) => CONCEPTS.get(m.concept)?.class === 'negation');
  if (negations.length === 0) return;
  const barriers = marks.filter((m) => CONCEPTS.get(m.concept)?.class === 'barrier');
  for (const negation of negations) {
    const barrier = barriers.find((b) => b.from >= negation.to);
    const until = Math.min(barrier?.from ?? Infinity, negation.to + REACH[language]);
    for (const mark of marks)
      if (mark.from >= negation.to && mark.from < until && CONCEPTS.get(mark.concept)?.class === 'action')
        mark.negated = !mark.negated;
  }
}
