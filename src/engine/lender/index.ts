/** Who lends, as the text itself says: never guessed from a product's name. */
import type { LenderType } from '../../types.ts';
import { chineseLenders } from './chinese.ts';
import { englishLenders } from './english.ts';

export interface Lender {
  /** The company's name as it stands in the text; absent where no company has the lender's part. */
  name?: string;
  type: LenderType;
}

export type NamedLender = Required<Lender>;

/** Parties are named near the top; what stands far below is a list of partners. UTF-16 units. */
const HEAD = 60_000;

/** The company that the text makes the lender. Several lenders of different kinds leave the type unknown. */
export function findLender(text: string): Lender {
  const head = text.slice(0, HEAD);
  const { lenders, otherwise } = chineseLenders(head);
  const all = lenders.length > 0 ? lenders : englishLenders(head);
  const first = all[0];
  if (!first) return { type: otherwise };
  return { name: first.name, type: all.every(({ type }) => type === first.type) ? first.type : 'unknown' };
}
