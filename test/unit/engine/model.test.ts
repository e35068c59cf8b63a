import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Gate, GATE_KINDS, GATE_PLACES, GATE_SIZE, placeOfPair } from '../../../src/engine/model/gate.ts';
import { hashOf, ngrams, wordHashes } from '../../../src/engine/model/hash.ts';
import { encodeModel, LinearModel } from '../../../src/engine/model/linear.ts';
import { loadModelFile } from '../../../src/engine/model/node.ts';
import { labelsAbove, topicsOf } from '../../../src/engine/model/topics.ts';
import { normalize } from '../../../src/engine/normalize/index.ts';
import { TOPICS } from '../../../src/types.ts';

const HEADER = {
  labels: ['a', 'b'],
  bias: [0.25, -0.5],
  threshold: [0, 0.1],
  calibration: [
    [-2, 0],
    [-1, 0.5],
  ] as [number, number][],
};
const hashes = fc.integer({ min: 0, max: 0xffffffff });
const weight = fc.integer({ min: -3000, max: 3000 }).map((thousandths) => thousandths / 1000);
const features = fc.uniqueArray(fc.tuple(hashes, weight, weight), {
  minLength: 1,
  maxLength: 40,
  selector: ([h]) => h,
});

const encode = (rows: readonly [number, number, number][]): Uint8Array =>
  encodeModel(HEADER, new Map(rows.map(([hash, ...weights]) => [hash, Float64Array.from(weights)])));

describe('a model file', () => {
  it('gives back every weight to within half a step', () => {
    fc.assert(
      fc.property(features, fc.nat(7), (rows, shift) => {
        // Readers hand over bytes that do not begin their buffer.
        const padded = new Uint8Array([...new Uint8Array(shift), ...encode(rows)]).subarray(shift);
        const model = LinearModel.parse(padded);
        for (const [hash, ...weights] of rows) {
          const scorer = model.scorer();
          scorer.add(hash, 2);
          scorer.margins().forEach((margin, l) => {
            const step = model.header.scale[l]!;
            expect(Math.abs(margin - HEADER.bias[l]! - 2 * weights[l]!)).toBeLessThanOrEqual(step * 1.001);
          });
        }
      }),
    );
  });

  it('says which steps its weights stand in', () => {
    const model = LinearModel.parse(encodeModel(HEADER, new Map([[7, Float64Array.of(1, -2)]]), 4));
    expect(model.header.scale).toEqual([0.25, 0.5]);
    expect(model.marginsOf(new Map([[7, 1]]))).toEqual([1.25, -2.5]);
  });

  it('adds features up, and nothing for those it does not know', () => {
    const model = LinearModel.parse(
      encode([
        [7, 1, 0],
        [0xfffffff0, 1, -1],
      ]),
    );
    const scorer = model.scorer();
    for (const hash of [7, 0xfffffff0, 8, 0, 0xffffffff]) scorer.add(hash, 1);
    const [a, b] = scorer.margins();
    expect(a).toBeCloseTo(2.25, 5);
    expect(b).toBeCloseTo(-1.5, 5);
  });

  it('adds up the same for several sentences in turn, and whether or not the sums are asked for in between', () => {
    // Many of these want the same place in the table.
    const rows = Array.from({ length: 600 }, (_, i): [number, number, number] => [
      ((i % 5) * 2 ** 28 + (i >> 2)) >>> 0,
      (i % 9) - 4,
      i % 3,
    ]);
    ngrams('abbaab', 1, 3, 0, (hash) => rows.push([hash, 3, -2]));
    const model = LinearModel.parse(encode(rows));
    const added = fc.tuple(
      fc.nat(1),
      fc.nat(5).chain((high) => fc.nat(200).map((low) => (high * 2 ** 28 + low) >>> 0)),
      fc.constantFrom(0.5, 0.3),
    );
    fc.assert(
      fc.property(
        fc.array(added, { maxLength: 900, size: 'max' }),
        fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 400, size: 'max' }),
        (features, text) => {
          const mixed = [model.scorer(), model.scorer()];
          for (const [which, hash, value] of features) mixed[which]!.add(hash, value);
          mixed[0]!.addNgrams(text, 3, 0, 0.7);
          const apart = [0, 1].map((one) => {
            const scorer = model.scorer();
            for (const [which, hash, value] of features) {
              if (which === one) scorer.add(hash, value);
              scorer.margins();
            }
            return scorer;
          });
          ngrams(text, 1, 3, 0, (hash) => apart[0]!.add(hash, 0.7));
          // Features added together are summed before they are weighted: the last digits differ.
          const margins = apart.map((scorer) => scorer.margins().map((margin) => expect.closeTo(margin, 9)));
          expect(mixed.map((scorer) => scorer.margins())).toEqual(margins);
        },
      ),
    );
  });

  it('is the same for the same weights in another order', () => {
    const rows: [number, number, number][] = [
      [9, 1, 2],
      [3, -1, 0.5],
    ];
    expect(encode(rows.toReversed())).toEqual(encode(rows));
  });

  it('is refused when it is cut short anywhere, has something behind it, or is another file', () => {
    const file = encode([
      [1, 0.5, -0.5],
      [300, 1, 1],
      [70_000_000, -1, 0.25],
    ]);
    for (let length = 0; length < file.length; length++)
      expect(() => LinearModel.parse(file.subarray(0, length))).toThrow(/model file|JSON/);
    expect(() => LinearModel.parse(new Uint8Array([...file, 0]))).toThrow(/model file/);
    expect(() => LinearModel.parse(new Uint8Array([0x4d, 0x54, 0x4c, 0x32, ...file.subarray(4)]))).toThrow(
      'not a model file',
    );
    expect(() => LinearModel.parse(new TextEncoder().encode('<!doctype html><title>404</title>'))).toThrow(
      'not a model file',
    );
  });
});

describe('English words', () => {
  it('are told from what stands between them, alone and by two', () => {
    const expected = ['the', 'lender', 'the lender', 'may', 'lender may', "won't", "may won't", '30', "won't 30"];
    expect(wordHashes(" the  lender—may; won't (30)", 9)).toEqual(expected.map((words) => hashOf(words, 9)));
  });

  it('are none where no Latin letter stands', () => {
    expect(wordHashes('贷款人，可以。', 9)).toEqual([]);
    expect(wordHashes('', 9)).toEqual([]);
  });
});

/** Whether a gate opens for a sentence that stands in the midst of a text, with its lead-in before it. */
function opens(gate: Gate, text: string, lead?: string): boolean {
  const before = `序${lead ?? ''}`;
  const all = `${before}中${text}尾`;
  const units = Uint16Array.from({ length: all.length }, (_, i) => all.charCodeAt(i));
  return gate.opens(units, { at: before.length + 1, text }, lead === undefined ? undefined : { at: 1, text: lead });
}

describe('the gate in a model file', () => {
  // Of every four blocks of places, one has the largest weights there are, and one the least.
  const table = Int8Array.from(
    { length: GATE_SIZE },
    (_, i) => [127, -127][(i >> 10) % 4] ?? ((i * (3 + Math.floor(i / GATE_PLACES))) % 255) - 127,
  );
  const header = { scale: [0.01, 0.02, 0.03, 0.04], bias: [-0.1, -0.5, 0.3, -2], threshold: 1.5 };
  const file = encodeModel({ ...HEADER, gate: header }, new Map([[5, Float64Array.of(1, -1)]]), 127, table);
  const { gate } = LinearModel.parse(file);
  /** The definition, pair by pair. */
  const sumOf = (text: string, kind: number): number =>
    Array.from({ length: text.length }, (_, i) => {
      const next = i + 1 < text.length ? text.charCodeAt(i + 1) : 0;
      return table[kind * GATE_PLACES + placeOfPair(text.charCodeAt(i), next)]!;
    }).reduce((a, b) => a + b, 0) / Math.sqrt(text.length + 8);
  const scoreOf = (text: string, lead = ''): number =>
    Math.max(
      ...Array.from({ length: GATE_KINDS }, (_, kind) => {
        return (sumOf(text, kind) + 0.25 * sumOf(lead, kind)) * header.scale[kind]! + header.bias[kind]!;
      }),
    );

  it('opens where the pairs of sentence and lead-in weigh more than the threshold for one of the kinds', () => {
    const texts = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(texts, fc.option(texts, { nil: undefined }), (text, lead) => {
        const above = scoreOf(text, lead) - header.threshold;
        fc.pre(Math.abs(above) > 1e-9);
        expect(opens(gate!, text, lead)).toBe(above > 0);
      }),
    );
  });

  it.each([127, -127])('sums long sentences whose every pair weighs %i', (weight) => {
    const unit = Array.from({ length: 1000 }, (_, i) => 0x4e00 + i).find((u) => table[placeOfPair(u, u)] === weight)!;
    for (const length of [255, 256, 257, 258, 511, 512, 513, 5000]) {
      const text = String.fromCharCode(unit).repeat(length);
      expect(opens(gate!, text), `${length} characters`).toBe(scoreOf(text) > header.threshold);
    }
  });

  it('leaves the weights of the features as they are, and is missed when it is cut off', () => {
    const scorer = LinearModel.parse(file).scorer();
    scorer.add(5, 1);
    expect([...scorer.margins()]).toEqual([expect.closeTo(1.25, 5), expect.closeTo(-1.5, 5)]);
    expect(() => LinearModel.parse(file.subarray(0, -1))).toThrow('model file is cut short');
    expect(LinearModel.parse(encode([[1, 1, 1]])).gate).toBeUndefined();
  });
});

describe('the clause model', () => {
  it('has a gate, and one that shuts out what every agreement has', () => {
    const { gate } = loadModelFile('clauses');
    for (const text of ['签署日期：二〇二六年三月一日。', '本条款的标题仅为方便阅读而设。', '还款方式为等额本息。'])
      expect(opens(gate!, text), text).toBe(false);
    for (const text of [
      '逾期后我们可以联系您的紧急联系人。',
      '我们会读取您的通讯录并上传。',
      '您的信息将提供给合作机构。',
    ])
      expect(opens(gate!, text), text).toBe(true);
  });
});

describe('the topic model', () => {
  const model = loadModelFile('topics');
  const topics = (text: string) => topicsOf(normalize(text).text, model);

  it('knows the topics in the order of the project', () => {
    expect(model.labels).toEqual(TOPICS);
  });

  it.each([
    ['您注册账号时，我们会收集您的手机号码和昵称。', 'collection'],
    ['为了拍照上传证件，我们会申请您的相机权限。', 'permissions'],
    ['未经您同意，我们不会与其他公司分享您的个人信息。', 'sharing'],
    ['我们在中国境内收集的个人信息，将存储在中国境内。', 'storage'],
    ['我们使用加密技术，防止您的信息泄露或被人篡改。', 'security'],
    ['如果您是未满十四周岁的儿童，请和监护人一起阅读本政策。', 'special-audiences'],
    ['您可以在“我的—设置”里查看、更正或者删除个人信息，也可以注销账号。', 'management'],
    ['如有疑问或投诉，请拨打客服电话，或发邮件到下面的邮箱与我们联系。', 'contact'],
    ['本政策更新后，我们会在首页弹窗通知您。', 'change'],
    ['如果我们停止运营，将停止收集您的个人信息，并把它删除或匿名化。', 'cessation'],
    ['我們在境內收集的個人資訊，將儲存在境內。', 'storage'],
  ] as const)('%s → %s', (text, topic) => {
    expect(topics(text)).toContain(topic);
  });

  it('gives any text a topic, and never fails', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => topics(text).length > 0));
  });
});

it('all model files together are at most 1.5 MB, compressed', () => {
  const dict = new URL('../../../dict/', import.meta.url);
  const files = readdirSync(dict).filter((name) => name.endsWith('.bin'));
  expect(files).toContain('topics.bin');
  const sizes = files.map((name) => gzipSync(readFileSync(new URL(name, dict)), { level: 9 }).length);
  expect(sizes.reduce((a, b) => a + b)).toBeLessThanOrEqual(1_500_000);
});

describe('labels above their thresholds', () => {
  it('are all given; without any the nearest is', () => {
    expect(labelsAbove([0.5, -0.2, 0.1], [0, -0.3, 0.2])).toEqual([0, 1]);
    expect(labelsAbove([-1, -0.4, -0.6], [0, 0, -0.3])).toEqual([2]);
  });
});
