import type { Rule } from './types.ts';
import { RECIPIENT_LEAD } from './words.ts';

export const creditBureau: Rule = {
  id: 'credit-bureau',
  group: 'sharing',
  name: { zh: '查征信、报征信', en: 'Credit bureaus' },
  severity: 1,
  patterns: [
    {
      id: 'bad-record',
      why: {
        zh: '[{trigger}时，]{actor|平台}可以把你的逾期、违约报给征信机构，以后贷款、办卡都会受影响。',
        en: '{actor|The platform} may report your late payments or breach to a credit bureau[ if {trigger}], which can cost you later credit.',
      },
      effect: 'grants',
      severity: 2,
      any: [
        '"不良信息"|"不良信用信息"|"违约信息"|"逾期信息"|"逾期记录"|OVERDUE|BREACH ... BUREAU_ACT ..20 BUREAU',
        '"不良信息"|"不良信用信息"|"违约信息"|"逾期信息"|"逾期记录"|OVERDUE|BREACH ... BUREAU ..15 BUREAU_ACT',
        '"数据库" ..4 "报送" ..4 "不良信息"',
      ],
      except: ['MINOR', 'FEE'],
    },
    {
      id: 'listed-bureau',
      effect: 'grants',
      any: ['BUREAU', '"征信业务" ..3 "机构"'],
      lead: ['FETCH|LOOK_UP ..25 LISTED', 'LISTED ..10 FETCH|LOOK_UP', ...RECIPIENT_LEAD],
    },
    {
      id: 'bureau',
      effect: 'grants',
      any: ['BUREAU ..25 BUREAU_ACT', 'BUREAU_ACT ..40 BUREAU'],
      except: [
        'MINOR',
        'READER ..1 "可"|"可以" ..8 BUREAU',
        'READER ..2 "有权" ..10 BUREAU',
        '"停止" ..4 "查询"',
        '"有错误"|"错误" ..12 "异议"',
        '"吗"',
        '"征信" + "费"',
      ],
    },
    // English
    {
      id: 'listed-bureau-en',
      effect: 'grants',
      language: 'en',
      any: [
        '^BUREAU',
        '^"information"|"data" ..8 "from" ..12 BUREAU',
        '"submission"|"listing"|"reporting"|"disclosure" ..14 "to"|"with" ..8 BUREAU',
      ],
    },
  ],
  why: {
    grants: {
      zh: '{actor|平台}可以向征信机构查你的信用记录，或者把你的借款和逾期报上去。',
      en: '{actor|The platform} may look up your credit record, or report your loan and late payments.',
    },
    limits: {
      zh: '{actor|平台}承诺不查、不报你的征信[，除非{consent}]。',
      en: '{actor|The platform} will not look up or report your credit record[, unless {consent}].',
    },
  },
  todo: {
    grants: {
      zh: '每次申请都可能多一条查询记录，别随手点额度测试。每年可以在征信中心免费查两次自己的报告，有错可以申请更正。',
      en: 'Each application may leave a search on your record, so do not try limits for fun. You can get your own report free of charge and ask for errors to be corrected.',
    },
    limits: {
      zh: '截图留着。以后查报告时对一下有没有多出来的查询。',
      en: 'Keep a screenshot, and compare it with the searches on your report later.',
    },
  },
  examples: [
    {
      text: '本人授权贵行向金融信用信息基础数据库查询本人的信用报告。',
      finds: [{ quote: '本人授权贵行向金融信用信息基础数据库查询本人的信用报告。', effect: 'grants' }],
    },
    {
      text: '您逾期后，我们会将逾期记录报送百行征信。',
      finds: [{ quote: '您逾期后，我们会将逾期记录报送百行征信。', effect: 'grants' }],
    },
    {
      text: '平台有权将甲方的违约信息提交给依法设立的征信机构。',
      finds: [{ quote: '平台有权将甲方的违约信息提交给依法设立的征信机构。', effect: 'grants' }],
    },
    {
      text: '甲方同意将借款信息纳入征信系统。',
      finds: [{ quote: '甲方同意将借款信息纳入征信系统。', effect: 'grants' }],
    },
    {
      text: '我们会采集您的征信信息用于贷前审批。',
      finds: [{ quote: '我们会采集您的征信信息用于贷前审批。', effect: 'grants' }],
    },
    {
      text: '用户的不良信用信息可能被上传至各征信机构。',
      finds: [{ quote: '用户的不良信用信息可能被上传至各征信机构。', effect: 'grants' }],
    },
    {
      text: '您使用先享后付时，我们会向芝麻信用查询您的信用分。',
      finds: [{ quote: '您使用先享后付时，我们会向芝麻信用查询您的信用分。', effect: 'grants' }],
    },
    {
      text: '立約人同意貴行得向財團法人金融聯合徵信中心查詢本人資料。',
      finds: [{ quote: '立約人同意貴行得向財團法人金融聯合徵信中心查詢本人資料。', effect: 'grants' }],
    },
    {
      text: '贷后管理期间，贷款人可多次查询借款人的征信报告。',
      finds: [{ quote: '贷后管理期间，贷款人可多次查询借款人的征信报告。', effect: 'grants' }],
    },
    {
      text: '如甲方拒不还款，其逾期记录将进入个人征信系统。',
      finds: [{ quote: '如甲方拒不还款，其逾期记录将进入个人征信系统。', effect: 'grants' }],
    },
    { text: '授信额度以页面显示为准。', finds: [], note: '授信 is no 征信' },
    { text: '诚实守信是双方合作的基础。', finds: [] },
    { text: '我们重视信用卡用户的体验。', finds: [] },
    { text: '您可以随时查询您的还款计划。', finds: [] },
    { text: '信用卡账单日为每月五日。', finds: [] },
    { text: '信用额度会根据您的使用情况调整。', finds: [] },
    { text: '您可以在信息公示栏查看本公司的经营资质。', finds: [] },
    { text: '平台不承诺提升您的信用等级。', finds: [] },
    {
      text: 'We may obtain a credit report about you from one or more credit bureaus.',
      finds: [{ quote: 'We may obtain a credit report about you from one or more credit bureaus.', effect: 'grants' }],
    },
    {
      text: 'Late payments may be reported to credit reference agencies.',
      finds: [{ quote: 'Late payments may be reported to credit reference agencies.', effect: 'grants' }],
    },
    { text: 'Your account will be credited within two days.', finds: [] },
    { text: 'The credit limit is shown in the app.', finds: [] },
  ],
};
