/** Kinds of sentence that are never findings (TAXONOMY.md, rulings on effect), as patterns. */
import type { SentenceFlag } from './types.ts';

export interface FlagRule {
  flag: SentenceFlag;
  any: string[];
  except?: string[];
}

export const FLAGS: readonly FlagRule[] = [
  { flag: 'definition', any: ['"是指"'] },
];
