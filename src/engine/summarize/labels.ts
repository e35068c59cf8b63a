/** Words for several findings at once. */
import { distinct, type Labels } from '../classify/explain.ts';
import type { Classified } from '../classify/index.ts';

const SLOTS = ['actor', 'people', 'data', 'recipients', 'trigger', 'consent'] as const;

/** The labels of all findings together, those of the first ones first. */
export function together(items: readonly Classified[]): Labels {
  const out: Labels = {};
  for (const slot of SLOTS) {
    const labels = distinct(items.flatMap((item) => item.labels[slot] ?? []));
    if (labels.length > 0) out[slot] = labels;
  }
  return out;
}
