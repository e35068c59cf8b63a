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
      any: [
        'BUREAU ..25 BUREAU_ACT',
        'BUREAU_ACT ..40 BUREAU',
        'SHARE|SHARE_TO|FETCH|LOOK_UP ..20 BUREAU',
        '"上" + BUREAU',
        '"会"|"将"|"被"|"会被"|"将被" ..2 "记录" + "到"|"至"|"在"|"于" ..2 BUREAU',
        '"会"|"将"|"被"|"会被"|"将被" ..2 "记录到"|"记录在"|"记录至" ..2 BUREAU',
        '"体现在"|"反映在"|"记载于"|"显示在"|"体现"|"反映" ..4!COMMA BUREAU',
        '"在"|"于" + BUREAU ..3!COMMA "保留"|"体现"|"显示"|"留存"|"记载"',
      ],
      except: [
        'MINOR',
        'READER ..1 "可"|"可以" ..8 BUREAU',
        'READER ..2 "有权" ..10 BUREAU',
        '"停止" ..4 "查询"',
        '"不"|"不会"|"不用"|"未" ..1 "上"',
        'READER ..3!COMMA|CONSENT "需"|"须"|"应"|"需要"|"应当" + "提供"|"提交" ..6!COMMA BUREAU',
        '"有错误"|"错误" ..12 "异议"',
        '"吗"',
        'BUREAU ..2 "费"|"审核费"|"查询费"|"服务费"',
        '~BUREAU_ACT|SHARE|SHARE_TO|FETCH|LOOK_UP ..20!COMMA BUREAU',
        'BUREAU ..10!COMMA ~BUREAU_ACT|SHARE|FETCH|LOOK_UP',
        '"毋须"|"毋需"|"无须"|"无需"|"不必" ..2 BUREAU_ACT|LOOK_UP ..8!COMMA BUREAU',
        '^WE|PLATFORM ..2 "不是" ..4 BUREAU',
        '"you can"|"you may" ..3 "get"|"obtain"|"request"|"order"|"contact"|"dispute"|"ask" ..8 BUREAU',
        '"no"|"not"|"never"|"nor" ..6 BUREAU',
        '~BUREAU_ACT|BUREAU_MARK ..12 BUREAU',
      ],
    },
    {
      id: 'promise',
      effect: 'limits',
      any: [
        '~BUREAU_ACT|BUREAU_MARK|SHARE|SHARE_TO|FETCH|LOOK_UP|GIVES ..20!COMMA BUREAU',
        'BUREAU ..6!COMMA ~BUREAU_ACT|BUREAU_MARK|SHARE|SHARE_TO|FETCH|LOOK_UP|GIVES',
        'WILL_NOT|"不"|"未" ..20!COMMA BUREAU ..10!COMMA ~BUREAU_ACT|SHARE|SHARE_TO|FETCH|LOOK_UP',
        '"毋须"|"毋需"|"无须"|"无需"|"不必" ..2 BUREAU_ACT|LOOK_UP ..8!COMMA BUREAU',
        '"不上"|"不会上"|"不"|"不用" ..2 "上"|"查"|"看"|"报"|"接入" ..2 BUREAU',
        'WILL_NOT|"不" ..4 "作"|"做" ..2 "不良" ..2 "报送"|"记录"|"上报"',
        'WILL_NOT|"不" ..10 "报送为"|"上报为"|"登记为"|"列为" ..2 "不良"|"失信"',
        'SINGLE_CONSENT ..25 BUREAU',
        'SINGLY ..6 CONSENT ..20 BUREAU',
        'BUREAU ..12 SINGLE_CONSENT',
      ],
      except: [
        'FORBIDDEN ..1 "撤销"',
        'READER ..2!COMMA "不得"|"不应"|"不能"',
        'IN_CASE ..4 READER ..4 "不同意"|"拒绝"|"不授权"',
        'IRREVOCABLE',
        'BREACH|OVERDUE ..12 SHARE_TO ..10 BUREAU',
        '"声明"|"保证"|"告知"',
        '"未能"',
        'NO_ASKING ..6 CONSENT|"通知"',
        'NO_LIABILITY',
        'BREACH|OVERDUE ..15 "有权"|"将" ..15 BUREAU_ACT ..15 BUREAU',
        'FEE',
      ],
    },
    // English
    {
      id: 'promise-en',
      effect: 'limits',
      language: 'en',
      any: [
        '~BUREAU_ACT|BUREAU_MARK|SHARE|LOOK_UP|GIVES ..16 BUREAU',
        '"no"|"not"|"never"|"nor"|"without" ..10 BUREAU',
        'BUREAU ..6 "not"|"never" ..6 =BUREAU_ACT',
        '"not"|"never"|"no" ..3 "affect" ..8 BUREAU',
        '"separate consent"|"separately" ..20 BUREAU',
      ],
      except: [
        '"not limited to"|"not only"',
        '"no credit history"|"do not pay"|"not paid"|"if you do not"|"fail"|"without notice"|"without further"|"without prior"|"without asking"',
        '"you" ..2 "not" ..4 "pay"|"repay"|"agree"',
        'IRREVOCABLE',
        '"not responsible"|"not liable"|"no liability"',
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
    { text: '还款情况会被记录到征信系统。', finds: [{ quote: '还款情况会被记录到征信系统。', effect: 'grants' }] },
    { text: '您需提供征信报告。', finds: [], note: 'the reader hands it in' },
    { text: '每笔借款都会体现在征信报告里。', finds: [{ quote: '每笔借款都会体现在征信报告里。', effect: 'grants' }] },
    { text: '本产品上征信。', finds: [{ quote: '本产品上征信。', effect: 'grants' }] },
    { text: '征信业管理条例规定了查询的规则。', finds: [], note: 'a law' },
    { text: '服务费由身份验证费、征信审核费和平台管理费组成。', finds: [], note: 'a fee' },
    { text: '信用资料：指平台收集的借款人的信用报告、收入情况。', finds: [], note: 'a definition' },
    { text: '本产品不上征信。', finds: [{ quote: '本产品不上征信。', effect: 'limits' }] },
    {
      text: '测算额度不会在您的信用报告中留下记录。',
      finds: [{ quote: '测算额度不会在您的信用报告中留下记录。', effect: 'limits' }],
    },
    { text: '您的違約情形將報送聯徵中心。', finds: [{ quote: '您的違約情形將報送聯徵中心。', effect: 'grants' }] },
    {
      text: 'We do not report to credit bureaus.',
      finds: [{ quote: 'We do not report to credit bureaus.', effect: 'limits' }],
    },
    { text: '征信管理条例由国务院制定。', finds: [] },
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
