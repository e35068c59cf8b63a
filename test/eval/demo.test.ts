/**
 * Every hit on the demo agreements, beside what TAXONOMY.md asks for: a change of a rule shows here as a diff to be read.
 * `npm run unit -- -u test/eval` writes the snapshots anew.
 */
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { judge, type Label } from '../../src/cli/score.ts';
import { createEngine, type Engine } from '../../src/engine/index.ts';
import { units } from '../../src/engine/parse/units.ts';
import { loadModelFile } from '../../src/engine/model/node.ts';
import { loadSegmenter } from '../../src/engine/segment/node.ts';
import { readDocument } from '../../src/read/index.ts';
import { NODE } from '../../src/read/node.ts';
import { CATEGORIES, type Report } from '../../src/types.ts';
import { AGREEMENTS, DEMO, type Expected, expectedOf, squeeze } from '../helpers/demo.ts';

let engine: Engine;
beforeAll(() => {
  engine = createEngine(loadSegmenter(), loadModelFile('clauses'));
});

/** The agreement's text as the command line reads it. */
async function textOf(name: string): Promise<string> {
  const file = path.join(DEMO, `${name}.html`);
  return (await readDocument(fs.readFileSync(file), file, NODE)).text;
}

/** Offsets of `quote` in `text`, white space in either left aside. */
function find(text: string, quote: string): [start: number, end: number] {
  const kept = [...text.matchAll(/\S/g)].map((match) => match.index);
  const bare = squeeze(text);
  const wanted = squeeze(quote);
  const at = bare.indexOf(wanted);
  expect(at, `not in the document: ${quote}`).toBeGreaterThanOrEqual(0);
  expect(bare.indexOf(wanted, at + 1), `twice in the document: ${quote}`).toBe(-1);
  return [kept[at]!, kept[at + wanted.length - 1]! + 1];
}

/** The expected findings as labels of units: of the one unit that the quote lies in. */
function labelsOf(text: string, { findings }: Expected): Label[] {
  const all = units(text);
  return findings.map(({ category, effect, quote }) => {
    const [start, end] = find(text, quote);
    const unit = all.findIndex(([a, b]) => a <= start && end <= b);
    expect(unit, `not one sentence: ${quote}`).toBeGreaterThanOrEqual(0);
    return [unit, category, effect];
  });
}

/** What the report names a product that is in no list. */
const UNLISTED = 'unlisted';

const MARKS = { tp: '  found ', fn: '! missed', fp: '? extra ' };

/** A line for every hit and every miss, in the order of the text. */
function lines(text: string, expected: Expected, report: Report): string {
  const all = units(text);
  return judge(text, labelsOf(text, expected), report.findings)
    .toSorted((a, b) => a.unit - b.unit || CATEGORIES.indexOf(a.category) - CATEGORIES.indexOf(b.category))
    .map(({ unit, category, effect, kind }) => {
      const sentence = text
        .slice(...all[unit]!)
        .trim()
        .replaceAll(/\s+/g, ' ');
      return `${MARKS[kind]}  ${category} ${effect}  ${sentence}\n`;
    })
    .join('');
}

describe.each(AGREEMENTS)('%s', (name) => {
  it('has the hits of its snapshot', async () => {
    const text = await textOf(name);
    const expected = expectedOf(name);
    const report = engine.analyze(text, { title: expected.title });
    for (const { quote, start, end } of report.findings) expect(quote).toBe(text.slice(start, end));
    await expect(lines(text, expected, report)).toMatchFileSnapshot(`snapshots/${name.replace('/', '-')}.txt`);
  });

  it('is taken for what it is', async () => {
    const { title, language, platform, lenderType } = expectedOf(name);
    const report = engine.analyze(await textOf(name), { title });
    expect(report.language).toBe(language);
    if (platform) expect(report.platform?.id).toBe(platform);
    else expect(report.platform?.id ?? UNLISTED).toBe(UNLISTED);
    // A lender that is not recognised is a miss, one of the wrong kind would cite the wrong law.
    expect([lenderType ?? 'unknown', 'unknown']).toContain(report.platform?.lenderType ?? 'unknown');
  });
});
