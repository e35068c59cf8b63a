/** The labelled sentences of the project: well formed, one unit each, and none to measure with among those to train on. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { units } from '../../src/engine/parse/units.ts';
import { CATEGORIES } from '../../src/types.ts';

interface Sentence {
  text: string;
  lead?: string;
  heading?: string;
  labels: [string, string][];
}

interface Contrast extends Sentence {
  id: string;
  kind: string;
  pair?: string;
}

function lines<T>(path: string): T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}

const FOLDER = 'scripts/train/sentences';
const training = readdirSync(FOLDER).map((name) => ({ name, sentences: lines<Sentence>(join(FOLDER, name)) }));
const contrast = lines<Contrast>('test/eval/contrast.jsonl');
const ordinary = lines<Contrast>('test/eval/ordinary.jsonl');

/** Labels are known, each given once, in the order of `CATEGORIES`; consent clauses only ever grant. */
function labelFault({ labels }: Sentence): string | undefined {
  const order = labels.map(([category, effect]) => {
    const at = (CATEGORIES as readonly string[]).indexOf(category);
    return at < 0 || !['grants', 'limits'].includes(effect) ? -1 : at * 2 + (effect === 'limits' ? 1 : 0);
  });
  if (order.includes(-1)) return 'unknown label';
  if (order.some((at, i) => i > 0 && at <= order[i - 1]!)) return 'labels out of order';
  return labels.some(([category, effect]) => category.startsWith('consent-') && effect === 'limits')
    ? 'a consent clause that limits'
    : undefined;
}

const bare = (text: string) => text.replace(/[\s\u200b*]/g, '');

describe('labelled sentences', () => {
  it.each(training)('$name holds single sentences with known labels', ({ sentences }) => {
    expect(sentences.length).toBeGreaterThan(0);
    for (const sentence of sentences) {
      expect(labelFault(sentence), sentence.text).toBeUndefined();
      expect(units(sentence.text), sentence.text).toHaveLength(1);
    }
  });

  it('covers every category and leaves enough without any', () => {
    const all = training.flatMap(({ sentences }) => sentences);
    for (const category of CATEGORIES) {
      const count = all.filter(({ labels }) => labels.some(([c]) => c === category)).length;
      expect(count, category).toBeGreaterThanOrEqual(100);
    }
    const nothing = all.filter(({ labels }) => labels.length === 0).length / all.length;
    expect(nothing).toBeGreaterThan(0.4);
  });

  it('trains on nothing that it is measured with', () => {
    const trained = new Set(training.flatMap(({ sentences }) => sentences.map(({ text }) => bare(text))));
    expect([...contrast, ...ordinary].filter(({ text }) => trained.has(bare(text)))).toEqual([]);
  });

  it('measures with pairs that differ in their labels', () => {
    const byId = new Map(contrast.map((sentence) => [sentence.id, sentence]));
    expect(byId.size).toBe(contrast.length);
    for (const sentence of contrast) {
      expect(labelFault(sentence), sentence.id).toBeUndefined();
      expect(sentence.kind === 'pair', sentence.id).toBe(sentence.pair !== undefined);
      if (sentence.pair === undefined) continue;
      const other = byId.get(sentence.pair);
      expect(other?.pair, sentence.id).toBe(sentence.id);
      expect(other?.labels, sentence.id).not.toEqual(sentence.labels);
    }
  });

  it('finds nothing to label in ordinary text', () => {
    expect(ordinary.length).toBeGreaterThanOrEqual(200);
    expect(ordinary.filter(({ labels }) => labels.length > 0)).toEqual([]);
  });
});
