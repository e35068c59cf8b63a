import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OWN_CUES } from '../../../src/engine/classify/index.ts';
import { CONCEPTS } from '../../../src/engine/classify/lexicon.ts';

const ENGINE = join(import.meta.dirname, '../../../src/engine');

/** Cues named in the engine by themselves. `ANYONE` is asked of words, not of marks. */
function cuesNamed(): string[] {
  const files = globSync('{classify,summarize}/*.ts', { cwd: ENGINE });
  const names = files.flatMap((file) => [...readFileSync(join(ENGINE, file), 'utf8').matchAll(/'([A-Z][A-Z0-9_]+)'/g)]);
  const cues = names.map(([, name]) => name!).filter((name) => CONCEPTS.get(name)?.class === 'cue');
  return [...new Set(cues)].filter((name) => name !== 'ANYONE').sort();
}

describe('the cues that the engine asks for itself', () => {
  it('are all marked, whatever the patterns ask for', () => {
    expect(OWN_CUES).toEqual(cuesNamed());
  });
});
