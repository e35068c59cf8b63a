import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentMap } from '../../../src/engine/document-map.ts';
import { createEngine } from '../../../src/engine/index.ts';
import { loadModelFile } from '../../../src/engine/model/node.ts';
import { normalize } from '../../../src/engine/normalize/index.ts';
import { parse } from '../../../src/engine/parse/index.ts';
import type { OutlineEntry } from '../../../src/types.ts';

const model = loadModelFile('topics');
const map = (text: string): OutlineEntry[] => documentMap(text, parse(text, normalize(text)), model);
const titles = (entries: OutlineEntry[]) => entries.map(({ title }) => title);

/** What every map must be, whatever the text. */
function expectSound(text: string, entries: OutlineEntry[]): void {
  expect(entries.length).toBeLessThanOrEqual(24);
  let end = 0;
  for (const entry of entries) {
    expect(entry.start).toBeGreaterThanOrEqual(end);
    expect(entry.end).toBeGreaterThan(entry.start);
    end = entry.end;
    expect(entry.quote.length).toBeGreaterThan(0);
    expect(text.startsWith(entry.quote, entry.start)).toBe(true);
    expect(entry.title !== undefined || entry.topics.length > 0).toBe(true);
  }
  expect(end).toBeLessThanOrEqual(text.length);
}

const CONTRACT = `借款合同
甲方（借款人）：见签署页
乙方（出借人）：白桦小额贷款有限公司
第一条 借款
1.1 借款金额以乙方实际发放的金额为准。
1.2 甲方应当将借款用于日常消费。
第二条 还款
2.1 甲方应当在每月还款日前把钱存入绑定的银行卡。
2.2 甲方可以提前还款。
第三条 债权转让
乙方可以将本合同项下的债权转让给第三方，转让自通知甲方之日起生效。
第四条 个人信息
4.1 甲方同意乙方将甲方的个人信息提供给合作的担保机构。
4.2 未经甲方同意，乙方不得向其他公司提供甲方的个人信息。
第五条 违约责任
甲方逾期的，应当按日支付罚息。
`;

const POLICY = `一、我们如何收集您的个人信息
您注册账号时，我们会收集您的手机号码。您实名认证时，我们会收集您的姓名和身份证号码。
二、我们如何共享您的个人信息
未经您同意，我们不会与其他公司共享您的个人信息。法律法规另有规定的除外。
三、未成年人的信息保护
我们不会主动收集儿童的个人信息。如果您是未成年人，请和监护人一起阅读本政策。
四、如何联系我们
您有疑问或投诉，可以拨打客服电话，或发邮件与我们联系。`;

/** A policy of one paragraph a topic, without any heading. */
const BARE = [
  '您注册账号时，我们会收集您的手机号码和昵称。您进行实名认证时，我们会收集您的姓名、身份证号码和人脸信息。您申请借款时，我们还会收集您的收入、职业和居住地址。您联系客服时，我们会收集您的通话录音。您使用本产品时，我们会收集您的设备型号、操作系统版本和网络信息。',
  '未经您单独同意，我们不会与其他公司共享您的个人信息。我们会将您的个人信息共享给合作的金融机构和担保公司。我们不会公开披露您的个人信息。发生合并、收购时，我们可能会转让您的个人信息，并要求接收方继续受本政策约束。',
  '您可以在设置页面查看、更正您的个人信息。您可以删除您的个人信息，也可以注销账号。您可以随时撤回您给我们的授权。您注销账号以后，我们会停止提供服务。我们会在十五天内答复您的请求。',
  '如果您是未成年人，请在监护人的陪同下阅读本政策。我们不会主动收集儿童的个人信息。监护人发现我们收集了儿童信息的，可以要求我们删除。我们会对儿童的个人信息采取更严格的保护。',
  '您有任何疑问、意见或投诉，可以拨打客服电话与我们联系。您也可以发邮件到客服邮箱，或寄信到我们的办公地址。我们设立了个人信息保护负责人，联系方式见官网。',
].join('\n');

describe('a contract with headings', () => {
  const entries = map(CONTRACT);

  it('is listed by its own headings, each from its heading on', () => {
    expectSound(CONTRACT, entries);
    expect(titles(entries)).toEqual([
      '借款合同',
      '第一条 借款',
      '第二条 还款',
      '第三条 债权转让',
      '第四条 个人信息',
      '第五条 违约责任',
    ]);
    for (const { title, start } of entries) expect(CONTRACT.startsWith(title!, start)).toBe(true);
    expect(entries.at(-1)!.end).toBe(CONTRACT.trimEnd().length);
  });

  it('has a topic only where it speaks of personal data', () => {
    const topics = Object.fromEntries(entries.map(({ title, topics }) => [title, topics]));
    expect(topics['第四条 个人信息']).toEqual(['sharing']);
    expect(topics['第三条 债权转让']).toEqual([]);
    expect(topics['第二条 还款']).toEqual([]);
  });
});

describe('a policy', () => {
  it('has its headings and their topics', () => {
    const entries = map(POLICY);
    expectSound(POLICY, entries);
    expect(entries.map(({ title, topics }) => [title, topics[0]])).toEqual([
      ['一、我们如何收集您的个人信息', 'collection'],
      ['二、我们如何共享您的个人信息', 'sharing'],
      ['三、未成年人的信息保护', 'special-audiences'],
      ['四、如何联系我们', 'contact'],
    ]);
  });

  it('without headings is listed by topic', () => {
    const entries = map(BARE);
    expectSound(BARE, entries);
    expect(entries.map(({ topics }) => topics[0])).toEqual([
      'collection',
      'sharing',
      'management',
      'special-audiences',
      'contact',
    ]);
    expect(titles(entries)).toEqual(Array.from({ length: 5 }));
    expect(entries.map(({ start }) => start)).toEqual(BARE.split('\n').map((paragraph) => BARE.indexOf(paragraph)));
  });

  it('without headings, and without the model, is one part', () => {
    const entries = documentMap(BARE, parse(BARE, normalize(BARE)));
    expectSound(BARE, entries);
    expect(titles(entries)).toEqual(['您注册账号时…']);
  });
});

describe('other shapes', () => {
  it('lists clauses without headings by their first words', () => {
    const text = Array.from(
      [
        '甲方向乙方借款，用于装修。',
        '甲方按月还款，每月十五日为还款日。',
        '甲方逾期的，按日计收罚息。',
        '本协议自双方签字之日起生效。',
      ],
      (clause, i) => `第${'一二三四'[i]}条 ${clause}`,
    ).join('\n');
    const entries = map(text);
    expectSound(text, entries);
    expect(titles(entries)).toEqual([
      '第一条 甲方向乙方借款…',
      '第二条 甲方按月还款…',
      '第三条 甲方逾期的…',
      '第四条 本协议自双方签字之日起生效…',
    ]);
  });

  it('keeps a clause without a heading among those with one', () => {
    const text = CONTRACT.replace('第三条 债权转让\n', '第三条 ');
    expect(titles(map(text))).toContain('第三条 乙方可以将本合同项下的债权转让给第三方…');
  });

  it('takes no number for a heading, however high', () => {
    const text = Array.from(
      ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'],
      (n) => `${n}、甲方应当按照约定办理第${n}件事情，不得拖延。`,
    ).join('\n');
    const entries = map(text);
    expectSound(text, entries);
    expect(entries).toHaveLength(12);
    expect(entries[10]).toMatchObject({ title: '十一、甲方应当按照约定办理第十一件事情…', topics: [] });
  });

  it('lists a title that stands twice once', () => {
    const text = `借款合同\n首页 我的 客服\n${CONTRACT}`;
    const entries = map(text);
    expectSound(text, entries);
    expect(titles(entries).slice(0, 2)).toEqual(['借款合同', '第一条 借款']);
    expect(entries[0]!.start).toBe(0);
  });

  it('leaves out the table of contents', () => {
    const headings = ['一、服务内容', '二、费用说明', '三、争议解决'];
    const text = `服务协议\n目录\n${headings.join('\n')}\n${headings.map((h) => `${h}\n双方按照约定办理，互不拖欠。`).join('\n')}`;
    const entries = map(text);
    expectSound(text, entries);
    expect(titles(entries).filter((title) => title?.startsWith('一、'))).toHaveLength(1);
    expect(entries.find(({ title }) => title === '一、服务内容')?.start).toBe(text.lastIndexOf('一、服务内容'));
  });

  it('joins small neighbours of a long list', () => {
    const clause = (n: number) =>
      `第${n}条 事项${'甲乙丙丁戊己庚辛'[n % 8]}\n双方应当按照约定办理这件事情，不得拖延。\n`;
    const text = Array.from({ length: 60 }, (_, i) => clause(i + 1)).join('');
    const entries = map(text);
    expectSound(text, entries);
    expect(entries.length).toBeGreaterThan(12);
    expect(entries[0]).toMatchObject({ title: '第1条 事项乙', start: 0 });
    expect(entries[0]!.until).toMatch(/^第[2-9]条 /);
    expect(entries.at(-1)!.until).toBe('第60条 事项戊');
  });

  it('shows a large part with the parts inside it', () => {
    const inner = Array.from(
      '一二三四',
      (n) => `（${n}）收集的场景${n}\n${'您使用这项功能时，我们会收集您的手机号码和设备信息。'.repeat(20)}\n`,
    ).join('');
    const text = `一、我们如何收集信息\n${inner}二、我们如何联系您\n我们会打电话。\n三、其他\n本政策自发布之日起生效。`;
    const entries = map(text);
    expectSound(text, entries);
    expect(entries.filter(({ level }) => level === 1).map(({ title }) => title)).toEqual(
      Array.from('一二三四', (n) => `（${n}）收集的场景${n}`),
    );
  });

  it('maps an English agreement by its headings, without topics', () => {
    const text = `Loan Agreement\n1. Repayment\nYou will repay the loan in monthly instalments on the due date.\n2. Personal Information\nWe may share your personal information with our partners and affiliates.\n3. Governing Law\nThis agreement is governed by the laws of the place where the lender is registered.\n`;
    const entries = map(text);
    expectSound(text, entries);
    expect(titles(entries)).toEqual(['1. Repayment', '2. Personal Information', '3. Governing Law']);
    expect(entries.flatMap(({ topics }) => topics)).toEqual([]);
  });

  it('is empty for a text without words', () => {
    expect(map('')).toEqual([]);
    expect(map('——————\n。。。'.repeat(200))).toEqual([]);
  });

  it('is sound for any text', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '第一条 ',
        '一、',
        '（一）',
        '1. ',
        '1.1 ',
        '(a) ',
        '目录\n',
        '\n',
        '\n\n',
        '：',
        '；',
        '。',
        '信息',
        '附件 ',
      ),
      fc.constantFrom(...CONTRACT.split('\n'), ...POLICY.split('\n')),
      fc.string({ unit: 'grapheme', maxLength: 20 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
        const text = pieces.join('');
        expectSound(text, map(text));
      }),
    );
  });
});

describe('the engine', () => {
  const segmenter = { cut: () => [] };

  it('loads what tells topics when first asked for a map, and not to analyse', async () => {
    let loads = 0;
    const engine = createEngine(segmenter, undefined, async () => {
      loads++;
      return model;
    });
    engine.analyze('今天天气很好。');
    expect(loads).toBe(0);
    expect(await engine.outline(POLICY)).toEqual(map(POLICY));
    expect(loads).toBe(1);
  });

  it('rejects where that fails', async () => {
    const engine = createEngine(segmenter, undefined, () => Promise.reject(new Error('no file')));
    await expect(engine.outline(POLICY)).rejects.toThrow('no file');
  });
});
