/** Findings against labels, unit by unit: the arithmetic of `eval`. */
import { units } from '../engine/parse/units.ts';
import type { CategoryId, Effect, Finding, Group } from '../types.ts';

/** A unit index with a category and an effect: `12|contact-reach|grants`. */
export type Key = `${number}|${CategoryId}|${Effect}`;
export type Label = [unit: number, category: CategoryId, effect: Effect];
export type Kind = 'tp' | 'fp' | 'fn';
export type Tally = Record<Kind, number>;

export const GROUP_OF: Record<CategoryId, Group> = {
  'contact-collect': 'people',
  'contact-reach': 'people',
  'debt-disclosure': 'people',
  'contact-warranty': 'people',
  'address-book': 'people',
  'call-sms-records': 'people',
  'share-affiliate': 'sharing',
  'share-partner': 'sharing',
  'share-collector': 'sharing',
  'credit-bureau': 'sharing',
  'data-pull': 'sharing',
  marketing: 'sharing',
  'consent-bundled': 'consent',
  'consent-irrevocable': 'consent',
};

/** Indices of the units a span stands for: those it covers by half or more, and the one that holds half or more of it. */
export function unitsOf(start: number, end: number, all: readonly [number, number][]): number[] {
  return all.flatMap(([a, b], i) => {
    const overlap = Math.min(end, b) - Math.max(start, a);
    return overlap > 0 && (overlap * 2 >= b - a || overlap * 2 >= end - start) ? [i] : [];
  });
}

export interface Judgement {
  unit: number;
  category: CategoryId;
  effect: Effect;
  kind: Kind;
}

/** Every label and every finding of a text, each as found, missed or wrong. */
export function judge(text: string, labels: readonly Label[], findings: readonly Finding[]): Judgement[] {
  const all = units(text);
  const gold = new Set(labels.map(([unit, category, effect]): Key => `${unit}|${category}|${effect}`));
  const found = new Set(
    findings.flatMap(({ start, end, category, effect }) =>
      unitsOf(start, end, all).map((unit): Key => `${unit}|${category}|${effect}`),
    ),
  );
  return [...new Set([...gold, ...found])].map((key) => {
    const [unit, category, effect] = key.split('|') as [string, CategoryId, Effect];
    const kind = gold.has(key) ? (found.has(key) ? 'tp' : 'fn') : 'fp';
    return { unit: Number(unit), category, effect, kind };
  });
}

export interface Score {
  gold: number;
  precision: number;
  recall: number;
  f1: number;
}

export function scoreOf({ tp, fp, fn }: Tally): Score {
  const precision = tp / (tp + fp || 1);
  const recall = tp / (tp + fn || 1);
  return { gold: tp + fn, precision, recall, f1: (2 * precision * recall) / (precision + recall || 1) };
}
