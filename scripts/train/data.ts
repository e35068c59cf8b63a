/** Labelled agreements for training: `labels.jsonl` + `texts/` (see CONTRIBUTING.md, "Training the model"). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { units, unitsOf } from '../../src/engine/parse/units.ts';
import type { CategoryId, Effect } from '../../src/types.ts';

export interface LabelledDocument {
  file: string;
  lang: string;
  kind: string;
  company: string;
  text: string;
  /** UTF-16 spans of the units that `labels` count. */
  units: [number, number][];
  labels: [unit: number, CategoryId, Effect][];
}

/** @throws when a folder has no `labels.jsonl` or names a text that is not there */
export function load(folders: readonly string[]): LabelledDocument[] {
  return folders.flatMap((folder) =>
    readFileSync(join(folder, 'labels.jsonl'), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => {
        const document = JSON.parse(line) as Omit<LabelledDocument, 'text' | 'units'>;
        const text = readFileSync(join(folder, document.file), 'utf8');
        return { ...document, text, units: units(text) };
      }),
  );
}

/** The labels of a span, as "category effect". */
export function labelsOf(document: LabelledDocument, start: number, end: number): Set<string> {
  const inside = new Set(unitsOf([start, end], document.units));
  return new Set(
    document.labels.filter(([unit]) => inside.has(unit)).map(([, category, effect]) => `${category} ${effect}`),
  );
}

/** Fold of each document, whole companies together, folds of about the same length; the same for the same documents. */
export function foldsByCompany(documents: readonly LabelledDocument[], folds: number): number[] {
  const size = new Map<string, number>();
  for (const d of documents) size.set(d.company, (size.get(d.company) ?? 0) + d.units.length);
  const load = Array.from({ length: folds }, () => 0);
  const fold = new Map<string, number>();
  for (const [company, units] of [...size].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))) {
    const lightest = load.indexOf(Math.min(...load));
    load[lightest]! += units;
    fold.set(company, lightest);
  }
  return documents.map((d) => fold.get(d.company)!);
}
