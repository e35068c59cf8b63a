/** What to say at the moment of agreeing, if anything. Decides; looks at no page. */
import { worstOf } from '../report/merge.ts';
import type { Finding, Report } from '../types.ts';

/** A report that bears on a row, and where it comes from: `null` for the page itself. */
export interface Source<D> {
  document: D | null;
  report: Report;
}

export interface Grave<D> {
  document: D | null;
  finding: Finding;
}

/** What the reader did with a row: ticked its tick or took the tick away, or pressed its button. */
export type Act = 'tick' | 'untick' | 'press';

export interface Moment<D> {
  act: Act;
  /** What the row's tick says after the act; `null` where the button alone agrees. */
  ticked: 'yes' | 'no' | 'unknown' | null;
  sources: readonly Source<D>[];
  /** The reader wants none of this on the site, or has seen it on this page. */
  quiet: boolean;
}

/** The gravest clause the reader is agreeing to; `undefined` where there is nothing severe, or nothing is being agreed to. */
export function atMoment<D>({ act, ticked, sources, quiet }: Moment<D>): Grave<D> | undefined {
  if (quiet || !agrees(act, ticked)) return undefined;
  const worst = worstOf(sources);
  return worst?.finding.severity === 3 ? { document: worst.part.document, finding: worst.finding } : undefined;
}

/** What a click did to a tick that is drawn; `undefined`: nothing. A tick that never says what it is has been made. */
export function actOf(before: 'yes' | 'no' | 'unknown', now: 'yes' | 'no' | 'unknown'): Act | undefined {
  if (now === 'unknown') return before === 'yes' ? 'untick' : 'tick';
  if (now === before) return undefined;
  return now === 'yes' ? 'tick' : 'untick';
}

function agrees(act: Act, ticked: Moment<unknown>['ticked']): boolean {
  // Pressing the button before the tick is made agrees to nothing: the page will say so itself.
  return act === 'tick' ? ticked !== 'no' : act === 'press' && ticked !== 'no';
}
