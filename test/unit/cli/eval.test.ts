import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert, constantFrom, property, string } from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { judge, scoreOf, unitsOf } from '../../../src/cli/score.ts';
import { encodeModel } from '../../../src/engine/model/linear.ts';
import { units } from '../../../src/engine/parse/units.ts';
import type { CategoryId, Effect, Finding } from '../../../src/types.ts';
import { run } from './run.ts';

const finding = (start: number, end: number, category: CategoryId, effect: Effect = 'grants'): Finding => ({
  category,
  effect,
  start,
  end,
  group: 'people',
  severity: 1,
  confidence: 1,
  quote: '',
  clause: [],
  frame: {},
  why: { zh: '', en: '' },
  laws: [],
  todo: { zh: '', en: '' },
});

describe('judge', () => {
  const text = '甲甲甲甲。乙乙乙乙。丙丙丙丙。';

  it('counts what was found, missed and wrong, each unit once', () => {
    const judged = judge(
      text,
      [
        [0, 'contact-reach', 'grants'],
        [1, 'marketing', 'limits'],
      ],
      [finding(0, 5, 'contact-reach'), finding(1, 5, 'contact-reach'), finding(5, 10, 'marketing')],
    );
    expect(judged.map(({ unit, category, effect, kind }) => [unit, category, effect, kind])).toEqual([
      [0, 'contact-reach', 'grants', 'tp'],
      [1, 'marketing', 'limits', 'fn'],
      [1, 'marketing', 'grants', 'fp'],
    ]);
  });

  it('gives a span to the units it covers by half and to the one that holds half of it', () => {
    const all = units(text);
    expect(unitsOf(0, 15, all)).toEqual([0, 1, 2]);
    expect(unitsOf(3, 10, all)).toEqual([1]);
    expect(unitsOf(6, 8, all)).toEqual([1]);
    expect(unitsOf(4, 6, all)).toEqual([0, 1]);
    expect(unitsOf(15, 15, all)).toEqual([]);
  });

  it('finds every unit for its own span', () => {
    assert(
      property(string({ unit: constantFrom(...Array.from('甲乙。；\n!? .A”)')) }), (sample) => {
        const all = units(sample);
        all.forEach(([start, end], i) => expect(unitsOf(start, end, all)).toContain(i));
      }),
    );
  });
});

describe('scoreOf', () => {
  it('is 0 where nothing was found and right otherwise', () => {
    expect(scoreOf({ tp: 0, fp: 0, fn: 3 })).toEqual({ gold: 3, precision: 0, recall: 0, f1: 0 });
    expect(scoreOf({ tp: 3, fp: 1, fn: 2 })).toMatchObject({ gold: 5, precision: 0.75, recall: 0.6 });
    expect(scoreOf({ tp: 3, fp: 1, fn: 2 }).f1).toBeCloseTo(2 / 3);
  });
});

describe('eval', () => {
  const dir = mkdtempSync(join(tmpdir(), 'eval-'));
  afterAll(() => rmSync(dir, { recursive: true }));
  const reach = '您逾期的，我们有权联系您的紧急联系人。';
  mkdirSync(join(dir, 'texts'));
  writeFileSync(join(dir, 'texts', 'a.txt'), `${reach}\n本合同一式两份。`);
  writeFileSync(join(dir, 'texts', 'b.txt'), '本合同自签署之日起生效。');
  const labels = [
    { file: 'texts/a.txt', lang: 'zh', kind: 'contract', labels: [[0, 'contact-reach', 'grants']] },
    { file: 'texts/b.txt', lang: 'zh', kind: 'policy', labels: [[0, 'marketing', 'grants']] },
  ];
  writeFileSync(join(dir, 'labels.jsonl'), labels.map((l) => JSON.stringify(l)).join('\n'));
  const saved = join(dir, 'saved.jsonl');

  it('prints a row a category and effect, a group, a language and a kind, and saves the reports', async () => {
    const { code, out, err } = await run('eval', [dir, '--misses', '--save', saved]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^contact-reach grants\s+1\s+1\.000\s+1\.000 1\.000$/mu);
    expect(out).toMatch(/^marketing grants\s+1\s+0\.000\s+0\.000 0\.000$/mu);
    for (const row of ['= people', '= sharing', '= all', 'zh', 'contract', 'policy'])
      expect(out).toMatch(new RegExp(`^${row} `, 'mu'));
    expect(out).toContain('fn\tmarketing\tgrants\tb.txt#0\t本合同自签署之日起生效。');
    const files = readFileSync(saved, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).file);
    expect(files).toEqual(['texts/a.txt', 'texts/b.txt']);
  });

  it('shows only one category where asked', async () => {
    const { out } = await run('eval', [dir, '--misses', '--category', 'contact-reach']);
    expect(out).not.toMatch(/^f[np]\t/mu);
  });

  it('lists what was gained and lost since saved reports', async () => {
    const before = join(dir, 'before.jsonl');
    const old = [
      { file: 'x/a.txt', findings: [finding(0, reach.length, 'address-book')] },
      { file: 'x/b.txt', findings: [finding(0, 12, 'marketing')] },
    ];
    writeFileSync(before, old.map((r) => JSON.stringify(r)).join('\n'));
    const { out } = await run('eval', [dir, '--diff', before]);
    expect(out.split('\n').filter((line) => /^[+-] /u.test(line))).toEqual([
      `+ fn→tp\tcontact-reach\tgrants\ta.txt#0\t${reach}`,
      `+ fp→none\taddress-book\tgrants\ta.txt#0\t${reach}`,
      '- tp→fn\tmarketing\tgrants\tb.txt#0\t本合同自签署之日起生效。',
    ]);
    expect(out).toContain('gained 2, lost 1');
  });

  it('reads each agreement by the model of its fold', async () => {
    const folds = join(dir, 'folds');
    mkdirSync(folds);
    /** Finds what the rules do, or nothing. */
    const model = (margin: number): Uint8Array =>
      encodeModel(
        {
          labels: ['contact-reach grants'],
          bias: [margin],
          threshold: [0],
          calibration: [[-1, 0]],
          word: { zh: [1], en: [1] },
        },
        new Map([[1, Float64Array.of(1)]]),
      );
    writeFileSync(join(folds, '0.bin'), model(-0.5));
    writeFileSync(join(folds, '1.bin'), model(-5));
    for (const [fold, f1] of [
      [0, '1.000'],
      [1, '0.000'],
    ] as const) {
      writeFileSync(join(folds, 'folds.json'), JSON.stringify({ 'texts/a.txt': fold, 'texts/b.txt': 1 - fold }));
      const { code, out, err } = await run('eval', [dir, '--folds', folds]);
      expect([code, err]).toEqual([0, '']);
      expect(out).toMatch(new RegExp(`^contact-reach grants +1 .*${f1}$`, 'mu'));
    }
    writeFileSync(join(folds, 'folds.json'), JSON.stringify({ 'texts/a.txt': 0 }));
    expect(await run('eval', [dir, '--folds', folds])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/folds\.json: has no fold for texts\/b\.txt/u),
    });
    writeFileSync(join(folds, '0.bin'), 'no model');
    expect(await run('eval', [dir, '--folds', folds])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/0\.bin: .*not a model file/u),
    });
  });

  it('names what it cannot read', async () => {
    expect(await run('eval', [join(dir, 'nowhere')])).toMatchObject({
      code: 2,
      err: expect.stringContaining('labels.jsonl'),
    });
    const broken = join(dir, 'broken.jsonl');
    writeFileSync(broken, '{}\n{');
    expect(await run('eval', [dir, '--diff', broken])).toMatchObject({
      code: 2,
      err: expect.stringContaining('broken.jsonl:2'),
    });
    expect(await run('eval', [dir, '--category', 'nothing'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('nothing'),
    });
  });
});
