/** The agreements of the demo site, and what TAXONOMY.md asks to be found in them. */
import fs from 'node:fs';
import path from 'node:path';
import type { CategoryId, Effect, Language, LenderType } from '../../src/types.ts';

export const DEMO = path.resolve(import.meta.dirname, '../fixtures/demo');

export interface Expected {
  title: string;
  language: Language;
  /** Id in `dict/platforms.json`; absent where the agreement names no product. */
  platform?: string;
  lenderType?: LenderType;
  /** `quote` is a whole sentence, list item or table cell; it stands once in the document. */
  findings: { category: CategoryId; effect: Effect; quote: string }[];
}

/** "jieqian/loan", in alphabetical order. */
export const AGREEMENTS = fs
  .readdirSync(DEMO, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.expected.json'))
  .map((file) => file.replaceAll(path.sep, '/').replace(/\.expected\.json$/, ''))
  .toSorted();

export function expectedOf(name: string): Expected {
  return JSON.parse(fs.readFileSync(path.join(DEMO, `${name}.expected.json`), 'utf8')) as Expected;
}

/** Text without any white space: two readers of one page may differ in nothing else. */
export function squeeze(text: string): string {
  return text.replaceAll(/\s+/g, '');
}
