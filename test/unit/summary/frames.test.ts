/** Who does what, with which data, about whom, to whom, when and on what consent: read from sentences of our own. */
import { beforeAll, describe, expect, it } from 'vitest';
import { createEngine, type Engine } from '../../../src/engine/index.ts';
import { loadSegmenter } from '../../../src/engine/segment/node.ts';
import type { CategoryId, Frame } from '../../../src/types.ts';

let engine: Engine;
beforeAll(() => {
  engine = createEngine(loadSegmenter());
});

/** Text, category, the frame of its only finding in that category. */
type Case = [text: string, category: CategoryId, frame: Frame];

const ONE_SENTENCE: Case[] = [
  // Several actors side by side, and a condition
  [
    '您逾期后，我们或我们委托的催收机构可以联系您的紧急联系人。',
    'contact-reach',
    { actor: '我们或我们委托的催收机构', action: '联系', people: ['紧急联系人'], trigger: '您逾期' },
  ],
  [
    '若无法与您取得联系，甲方有权联系乙方的父母、配偶和同事。',
    'contact-reach',
    { actor: '甲方', action: '联系', people: ['父母', '配偶', '同事'], trigger: '无法与您取得联系' },
  ],
  [
    '平台、出借人及其委托的第三方均可向您的亲属催收。',
    'contact-reach',
    { actor: '平台、出借人及其委托的第三方', action: '催收', people: ['亲属'] },
  ],
  // 由, 被, 向, 将
  [
    '借款人逾期超过三日的，由平台向其紧急联系人催收。',
    'contact-reach',
    { actor: '平台', action: '催收', people: ['紧急联系人'], trigger: '借款人逾期超过三日' },
  ],
  [
    '您的个人信息会被平台共享给关联公司。',
    'share-affiliate',
    { actor: '平台', action: '共享给', data: ['个人信息'], recipients: ['关联公司'] },
  ],
  [
    '贷款人可将您的违约信息告知您的亲友和工作单位。',
    'debt-disclosure',
    { actor: '贷款人', action: '告知', data: ['违约信息'], people: ['亲友', '工作单位'] },
  ],
  [
    '如您违约，平台有权在媒体上公布您的欠款信息。',
    'debt-disclosure',
    { actor: '平台', action: '公布', data: ['欠款信息'], recipients: ['媒体'], trigger: '您违约' },
  ],
  [
    '联系不上您时，我们会拨打您通讯录里联系人的电话。',
    'contact-reach',
    {
      actor: '我们',
      action: '拨打',
      data: ['通讯录'],
      people: ['联系人的电话'],
      trigger: '联系不上您',
    },
  ],
  // Consent: the reader's, a separate one, one that cannot be taken back
  [
    '您同意我们读取您的手机通讯录和通话记录。',
    'address-book',
    { actor: '我们', action: '读取', data: ['手机通讯录'], consent: '同意' },
  ],
  [
    '您同意我们读取您的手机通讯录和通话记录。',
    'call-sms-records',
    { actor: '我们', action: '读取', data: ['通话记录'], consent: '同意' },
  ],
  [
    '经您单独同意，我们才会读取您的短信内容。',
    'call-sms-records',
    { actor: '我们', action: '读取', data: ['短信内容'], consent: '单独同意' },
  ],
  [
    '未经您单独同意，我们不会联系您的家人。',
    'contact-reach',
    { actor: '我们', action: '联系', people: ['家人'], consent: '单独同意' },
  ],
  ['我们不会读取您的通讯录。', 'address-book', { actor: '我们', action: '读取', data: ['通讯录'] }],
  ['您不可撤销地授权平台使用您的个人信息。', 'consent-irrevocable', { actor: '平台', consent: '不可撤销' }],
  [
    '未经您同意，我们不会将您的信息用于营销推广。',
    'marketing',
    { actor: '我们', action: '营销推广', data: ['信息'], consent: '同意' },
  ],
  // Data and recipients, not the purpose they serve
  [
    '我们会将您的身份信息、账户信息提供给担保公司和支付机构。',
    'share-partner',
    { actor: '我们', action: '提供给', data: ['身份信息', '账户信息'], recipients: ['担保公司', '支付机构'] },
  ],
  [
    '为保障您的账户安全，我们会向风控公司提供您的设备信息。',
    'share-partner',
    { actor: '我们', action: '提供', data: ['设备信息'], recipients: ['风控公司'] },
  ],
  [
    '我们会与短信服务商共享您的手机号码。',
    'share-partner',
    { actor: '我们', action: '共享', data: ['手机号码'], recipients: ['短信服务商'] },
  ],
  [
    '您同意丙方将您的借款信息披露给出借人。',
    'share-partner',
    { actor: '丙方', action: '披露给', data: ['借款信息'], recipients: ['出借人'], consent: '同意' },
  ],
  [
    '为向您推荐产品，我们会把您的手机号码提供给广告公司。',
    'share-partner',
    { actor: '我们', action: '提供给', data: ['手机号码'], recipients: ['广告公司'] },
  ],
  ['平台可委托律师事务所催收欠款。', 'share-collector', { actor: '平台', action: '催收', recipients: ['律师事务所'] }],
  [
    '出借人有权将债权及您的资料转让给第三方催收公司。',
    'share-collector',
    { actor: '出借人', action: '转让给', data: ['资料'], recipients: ['第三方催收公司'] },
  ],
  [
    '您授权本行向中国人民银行征信系统查询您的信用报告。',
    'credit-bureau',
    {
      actor: '本行',
      action: '查询',
      data: ['信用报告'],
      recipients: ['中国人民银行征信系统'],
      consent: '授权',
    },
  ],
  [
    '如您逾期，我们将把逾期信息报送征信机构。',
    'credit-bureau',
    { actor: '我们', action: '报送', data: ['逾期信息'], recipients: ['征信机构'], trigger: '您逾期' },
  ],
  // Where data comes from is no recipient
  [
    '您授权我们向学信网和公积金中心查询您的学历信息和公积金信息。',
    'data-pull',
    { actor: '我们', action: '查询', data: ['学历信息', '公积金信息'], consent: '授权' },
  ],
  ['我们可能从合作方处获取您的交易信息。', 'data-pull', { actor: '我们', action: '获取', data: ['交易信息'] }],
  // The reader fills in, they get it
  ['您需要填写两位紧急联系人的姓名和电话。', 'contact-collect', { action: '填写', people: ['紧急联系人'] }],
  ['我们会收集您的配偶和子女的信息。', 'contact-collect', { actor: '我们', action: '收集', people: ['配偶', '子女'] }],
  [
    '您应向平台提供家庭成员及联系人信息。',
    'contact-collect',
    { actor: '平台', action: '提供', people: ['家庭成员', '联系人信息'] },
  ],
  ['您保证已取得紧急联系人的同意。', 'contact-warranty', { people: ['紧急联系人'], consent: '同意' }],
  // Acts that count as consent
  [
    '您继续使用本服务，即视为同意修改后的协议。',
    'consent-bundled',
    { trigger: '继续使用本服务', consent: '即视为同意' },
  ],
  ['注册账户即表示您同意本协议及隐私政策。', 'consent-bundled', { trigger: '注册账户', consent: '即表示您同意' }],
  ['如不同意本协议，请停止使用本服务。', 'consent-bundled', {}],
  // Traditional: words as they stand
  [
    '當您逾期時，本行得照會您的親友。',
    'contact-reach',
    { actor: '本行', action: '照會', people: ['親友'], trigger: '您逾期' },
  ],
  [
    '我們得將您的個人資料提供予關係企業作行銷使用。',
    'share-affiliate',
    { actor: '我們', action: '提供予', data: ['個人資料'], recipients: ['關係企業'] },
  ],
  // English
  [
    'If you default, we or our collection agents may contact your emergency contacts.',
    'contact-reach',
    {
      actor: 'we or our collection agents',
      action: 'contact',
      people: ['emergency contacts'],
      trigger: 'you default',
    },
  ],
  ['We will not read your address book.', 'address-book', { actor: 'We', action: 'read', data: ['address book'] }],
  [
    'You authorise the lender to share your personal information with its affiliates.',
    'share-affiliate',
    {
      actor: 'lender',
      action: 'share',
      data: ['personal information'],
      recipients: ['affiliates'],
      consent: 'authorise',
    },
  ],
  [
    'We may disclose your default to your employer if you fail to pay.',
    'debt-disclosure',
    { actor: 'We', action: 'disclose', people: ['employer'], trigger: 'you fail to pay' },
  ],
  [
    'We will only contact your family with your separate consent.',
    'contact-reach',
    { actor: 'We', action: 'contact', people: ['family'], consent: 'separate consent' },
  ],
  [
    'Your contact list may be uploaded by our partners.',
    'address-book',
    { actor: 'partners', action: 'uploaded', data: ['contact list'] },
  ],
  [
    'We collect your SMS messages and call logs.',
    'call-sms-records',
    { actor: 'We', action: 'collect', data: ['SMS messages', 'call logs'] },
  ],
  [
    'You irrevocably authorise us to obtain your credit report from credit bureaus.',
    'consent-irrevocable',
    { actor: 'us', consent: 'irrevocably' },
  ],
];

const WITH_CONTEXT: Case[] = [
  // An item takes from its lead-in what it does not say itself
  [
    '您同意，逾期后我们有权：\n（1）查看借款用途；\n（2）联系您的紧急联系人。',
    'contact-reach',
    { actor: '我们', action: '联系', people: ['紧急联系人'], trigger: '逾期', consent: '同意' },
  ],
  [
    '乙方逾期的，甲方可采取下列措施：\n1. 将乙方信息提供给催收公司；\n2. 收取违约金。',
    'share-collector',
    { actor: '甲方', action: '提供给', data: ['信息'], recipients: ['催收公司'], trigger: '乙方逾期' },
  ],
  // Who is the reader among the parties
  [
    '甲方（出借人）：张三，乙方（借款人）：李四。\n乙方同意甲方在乙方逾期时联系乙方的紧急联系人。',
    'contact-reach',
    { actor: '甲方', action: '联系', people: ['紧急联系人'], trigger: '乙方逾期', consent: '同意' },
  ],
  [
    '甲方（借款人）：李四，乙方（出借人）：张三。\n甲方同意乙方在甲方违约时通知甲方的配偶还款。',
    'contact-reach',
    { actor: '乙方', action: '通知', people: ['配偶'], trigger: '甲方违约', consent: '同意' },
  ],
];

describe('frame', () => {
  it.each([...ONE_SENTENCE, ...WITH_CONTEXT])('%s %s', (text, category, frame) => {
    const found = engine.analyze(text).findings.filter((finding) => finding.category === category);
    expect(found.map((finding) => finding.frame)).toEqual([frame]);
  });

  it.each(ONE_SENTENCE)('holds words of the sentence: %s %s', (text) => {
    for (const { frame } of engine.analyze(text).findings)
      for (const words of Object.values(frame).flat()) expect(text).toContain(words);
  });
});

describe('why', () => {
  const why = (text: string, category: CategoryId) =>
    engine.analyze(text).findings.find((finding) => finding.category === category)?.why;

  it('names who, when and whom', () => {
    expect(why('您逾期后，我们或我们委托的催收机构可以联系您的紧急联系人。', 'contact-reach')).toEqual({
      zh: '你逾期时，平台和催收方可以联系你填的紧急联系人。',
      en: 'The platform and the collector may get in touch with the emergency contacts you name if you are overdue.',
    });
  });

  it('calls the lender by its part in the contract', () => {
    const text = WITH_CONTEXT[2]![0];
    expect(why(text, 'contact-reach')?.zh).toBe('你逾期时，贷款方可以联系你填的紧急联系人。');
  });

  it('says on what a promise depends', () => {
    expect(why('未经您单独同意，我们不会联系您的家人。', 'contact-reach')?.zh).toBe(
      '平台承诺不联系家人，除非你单独同意。',
    );
    expect(why('我们不会读取您的通讯录。', 'address-book')?.zh).toBe('平台承诺不读取你的通讯录。');
  });

  it('tells the ways of bundling consent apart', () => {
    expect(why('您继续使用本服务，即视为同意修改后的协议。', 'consent-bundled')?.zh).toMatch(/不用你单独点头/);
    expect(why('如不同意本协议，请停止使用本服务。', 'consent-bundled')?.zh).toMatch(/什么都用不了/);
  });
});
