import type { Engine } from '../engine/index.ts';
import type { ToBackground } from '../messages.ts';
import { stamp } from '../report/stamp.ts';
import type { OutlineEntry, Report } from '../types.ts';

/** UTF-16 units; twice what a page sends at most. A renderer that was taken over can send anything. */
export const MAX_CHARS = 12_000_000;

/**
 * The report on a page's text, dated and with the hash of the text. Throws a `RangeError` where the text is too long.
 *
 * @param now the time to date it with
 */
export async function analyze(
  engine: Engine,
  { text, url, title }: ToBackground['engine.analyze']['request'],
  now: Date,
): Promise<Report> {
  refuseTooLong(text);
  return stamp(engine.analyze(text, { url, title }), text, now);
}

/** The document map of a page's text. Rejects with a `RangeError` where the text is too long. */
export async function outline(
  engine: Engine,
  { text }: ToBackground['engine.outline']['request'],
): Promise<OutlineEntry[]> {
  refuseTooLong(text);
  return engine.outline(text);
}

function refuseTooLong({ length }: string): void {
  if (length > MAX_CHARS) throw new RangeError(`text of ${length} characters; at most ${MAX_CHARS}`);
}
