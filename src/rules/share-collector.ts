import type { Rule } from './types.ts';
import { DATA, DETAIL, RECIPIENT_HEADING, RECIPIENT_LEAD } from './words.ts';

/** Costs that the borrower bears are no power to collect. */
const COSTS = [
  '"会计师"',
  '"协议》"|"冻结"',
  'COLLECTING|COLLECTION_FIRM ..3 FEE',
  'FEE ..4 "包括"|"含" ..30 COLLECTING|COLLECTION_FIRM ..2 FEE',
  'FEE ..8 COLLECTING|COLLECTION_FIRM ..6 FEE',
];

export const shareCollector: Rule = {
  id: 'share-collector',
  group: 'sharing',
  name: { zh: '交给催收方', en: 'Shared with collectors' },
  severity: 2,
  patterns: [
    {
      id: 'entrusted',
      effect: 'grants',
      any: [
        'ENTRUST ..20!COMMA COLLECTION_FIRM|PARTNER|VENDOR|"他人"|"其他方" ..25 COLLECTING',
        'HIRE ..6!COMMA COLLECTING',
        '"委外催收"|"委托催收"|"外包催收"|"第三方催收"',
        '"由" ..8!COMMA COLLECTION_FIRM',
        'ENTRUST ..12!COMMA COLLECTION_FIRM',
        'COLLECTING ..15 ENTRUST ..3 TO_WHOM ..8 PARTNER|COLLECTION_FIRM|"他人"|"其他方"|"其他"',
        'COLLECTING ..6!COMMA ENTRUST ..8 PARTNER|COLLECTION_FIRM',
        '"自行"|"自己" ..3 "或" ..3 ENTRUST ..25 COLLECTING',
        'ENTRUST ..20!COMMA "提醒"|"通知" ..10!COMMA "还款"',
        '"工作"|"事项" ..4 ENTRUST ..2 "给" ..3 "其他方"|"他人"|"第三方"',
        'CLAIMS ..6!COMMA HIRE ..2 "给" ..8!COMMA PARTNER|COLLECTION_FIRM ..6 "处置"|"处理"|"管理"|"清收"',
        '"由" ..3!COMMA "专业"|"专门"|"外部" ..2 "催收团队"|COLLECTING',
        'COLLECTING ..4!COMMA HIRE ..2 "给" ..6!COMMA COMPANY',
      ],
      except: [
        '"借款人"|"您"|"用户" ..2 ENTRUST',
        '"不得" ..12 ENTRUST',
        ...COSTS,
        '"寻找"',
        '"会计师"',
        '"明确知晓"',
        '"委托" ..1 PARTY_B ..4 COLLECTING',
        '"general"',
        'MERGER',
        'CONFIDENTIAL',
      ],
    },
    {
      id: 'given-data',
      effect: 'grants',
      severity: 3,
      any: [
        `${DATA} ..20 SHARE_TO ..30 COLLECTION_FIRM`,
        'TOWARD_WHOM ..30!COMMA COLLECTION_FIRM ..10!COMMA SHARE',
        'SHARE_TO ..30!COMMA COLLECTION_FIRM',
        `SHARE ..20 TO_WHOM ..25 COLLECTION_FIRM`,
        `WITH_WHOM ..20!COMMA COLLECTION_FIRM ..8 MUTUAL`,
        `${DATA} ..15!COMMA SHARE|SHARE_TO ..25!COMMA COLLECTING`,
        `"债权转让" ... ${DATA} ..4!COMMA "移交"|"交付"|SHARE_TO`,
        `TAKING ..15!COMMA ${DATA} ..4!COMMA "移交"|"转交"|"交由"|"提交"|"移送" ..3!COMMA COLLECTION_FIRM`,
      ],
      with: [DATA],
      except: COSTS,
    },
    {
      id: 'collector-acts',
      effect: 'grants',
      any: [
        'COLLECTION_FIRM ..10!COMMA MAY ..15 COLLECTING|"联系"|"主张"',
        'COLLECTION_FIRM ..6!COMMA COLLECTING',
        '"第三方"|"第三人"|"合作方"|"合作机构" ..8!COMMA COLLECTING',
        '"第三方"|"第三人"|PARTNER ..6 ON_BEHALF ..10!COMMA COLLECTING',
        '"发"|"寄送"|"发送"|"律师函" ..2 LAWYER_LETTER',
        '"律师函"',
        'ENTRUST ..3 "律师"',
        '"聘请" ..6 "律师" ..20 COLLECTING|"提起"',
      ],
      except: [...COSTS, '"借款人"|"您"|"用户" ..2 ENTRUST', '"收到" ..6 LAWYER_LETTER', '"视为"|"不予退还"'],
    },
    {
      id: 'claim-sold',
      effect: 'grants',
      severity: 3,
      any: [
        'ASSIGN ..15 CLAIMS & COLLECTING',
        'CLAIMS ..15 ASSIGN & COLLECTING',
        'CLAIMS ..12 ASSIGN ... "直接" ..8 "主张"',
        'ASSIGN ..12 CLAIMS ... "直接" ..8 "主张"',
        `CLAIMS ..20!COMMA ASSIGN ... ${DATA} ..12 SHARE_TO|SHARE ..12 "受让人"|"受让方"|"受让"`,
        `CLAIMS ..10 ASSIGN ... COMMA|"并" ..6 SHARE ..6!COMMA ${DATA}`,
        `CLAIMS ..10 ASSIGN ... ${DATA} ..6!COMMA SHARE_TO`,
        `SHARE ..12 ${DATA} ... CLAIMS ..10 ASSIGN`,
        `ASSIGN ..20!COMMA CLAIMS ..20!COMMA COLLECTION_FIRM`,
        `ASSIGN ..20 COLLECTION_FIRM`,
        `CLAIMS ..10 ASSIGN ... ${DATA} ..6!COMMA "移交"|"交付"|"提供"`,
        `CLAIMS ..12!COMMA "连同" ..15!COMMA PERSONAL_INFO ... ASSIGN|"让与"`,
        'CLAIMS ..6!COMMA ASSIGN ... "受让人"|"受让方" ..6 RECEIVE ..12!COMMA PERSONAL_INFO',
      ],
      except: ['READER ..6!LENDER|PARTY_A|PARTY_B "转让"', ...COSTS, '"承接"|"转让通知"|"投资人"', 'BUREAU'],
    },
    {
      id: 'recipient-row',
      effect: 'grants',
      any: [`^COLLECTION_FIRM ..16!SHARE ${DETAIL}`],
      under: RECIPIENT_HEADING,
      except: COSTS,
    },
    {
      id: 'listed-recipient',
      effect: 'grants',
      any: ['COLLECTION_FIRM', '"提醒" ..4 "还款" ..3 "机构"'],
      lead: RECIPIENT_LEAD,
      notLead: ['~SHARE|MUTUAL ... ANYONE'],
    },
    {
      id: 'helps-other-lenders',
      effect: 'grants',
      any: ['"协助" ..1 "其他财务机构"|"其他放债人"|"其他金融机构"|"其他贷款机构"|"其他机构" ..12 COLLECTING|"债务"'],
    },
    {
      id: 'promise',
      effect: 'limits',
      any: [
        'WILL_NOT ..12 ~ENTRUST ..20 COLLECTION_FIRM|COLLECTING',
        'WILL_NOT ..20 ~SHARE|SHARE_TO|LEAK ..25 COLLECTION_FIRM',
      ],
      except: ['READER ..3 WILL_NOT', 'PARTY_A ..2 "不得"'],
    },
    // English
    {
      id: 'handed-over-en',
      effect: 'grants',
      language: 'en',
      any: [
        `SHARE|"pass"|"refer"|"referred"|"hand"|"place"|"placed"|"send"|"assign"|"sell"|"report" ..24 "to"|"with" ..10 COLLECTION_FIRM`,
        `ENTRUST|"appoint"|"engage"|"use"|"hire"|"instruct"|"through"|"via" ..8 COLLECTION_FIRM ..16 "collect"|"recover"|"contact"|"pursue"|"enforce"|COLLECTING|"you"`,
        `COLLECTION_FIRM|"agents" ..8 "may"|"will" ..6 "contact"|"visit"|"call"|"collect"|"recover"`,
        `"sell"|"assign"|"transfer" ..10 "debt"|"loan"|"account"|"receivable"|"balance" ..20 SHARE ..12 "information"|"data"`,
        `"transfer"|"refer"|"place"|"endorse"|"assign"|"pass"|"turn over"|"submit" ..14 "account"|"debt"|"loan"|"balance"|"obligation" ... "collection"|"recovery"|"collect"`,
        `"endorse"|"turn over"|"refer" ..10 "to" ..6 COLLECTION_FIRM`,
        `"through"|"via"|"using"|"including" ..4 COLLECTION_FIRM`,
        `SHARE ..30 "for"|"to assist"|"to help" ..6 "debt collection"|"debt recovery"|"collection purposes"|"collections"|"recovery of"`,
        `^"debt collection"|"debt recovery"|"collections" ..8 SHARE|"agencies"|"partners"|"third"|"companies"`,
        `"outsource"|"outsourced" ..8 COLLECTING|"collection"|"recovery"`,
      ],
      except: [
        '"licensed to"|"law requires"',
        '"not" ..6 "use"|"engage"|"sell"|"share"',
        '"never"|"will not"|"shall not"|"won\'t" ..12 COLLECTION_FIRM',
        '"governed by"',
        'MERGER',
        '"lawyers" ..4 "drafted"',
        '"general counsel"',
        '"auditors"|"advisers"|"advisors"|"bankers"',
      ],
    },
    {
      id: 'listed-recipient-en',
      effect: 'grants',
      language: 'en',
      any: ['^COLLECTION_FIRM', '^"to"|"with"|"our"|"any"|"third" ..6 COLLECTION_FIRM'],
      lead: ['SHARE ... "to"|"with"|"following"', '"we may also" ..2 SHARE', 'SHARE ..8 PERSONAL_INFO'],
    },
    {
      id: 'recipient-under-a-heading-en',
      effect: 'grants',
      language: 'en',
      any: ['^COLLECTION_FIRM'],
      under: ['SHARE|"disclosure"|"sharing"|"disclosures"|"share"'],
      notUnder: ['"collect" ..4 "from"'],
      except: ['~SHARE'],
    },
  ],
  why: {
    grants: {
      zh: '[{trigger}时，]{actor|平台}可以把你的债和资料交给{recipients|催收公司或律师}去催。',
      en: '[If {trigger}, ]{actor|the platform} may hand your debt and data to {recipients|collectors or lawyers}.',
    },
    limits: {
      zh: '{actor|平台}承诺不把你的债交给外面的人催[，除非{consent}]。',
      en: '{actor|The platform} will not hand your debt to outside collectors[, unless {consent}].',
    },
  },
  todo: {
    grants: {
      zh: '被催时先问清对方是哪家公司、谁委托的，电话录音，短信截图。遇到恐吓、骚扰家人，可以打 12378 投诉；有危险就报警。',
      en: 'When someone collects, ask which company it is and who sent it; record calls and keep messages. Complain to 12378 about threats or calls to your family; if you are in danger, call the police.',
    },
    limits: {
      zh: '截图留着。如果外面的人来催，拿它去投诉。',
      en: 'Keep a screenshot, and complain with it if outsiders collect.',
    },
  },
  examples: [
    {
      text: '您逾期后，我们有权委托第三方催收机构向您催收欠款。',
      finds: [{ quote: '您逾期后，我们有权委托第三方催收机构向您催收欠款。', effect: 'grants' }],
    },
    {
      text: '甲方可将乙方的联系方式和欠款情况提供给催收公司、律师事务所。',
      finds: [{ quote: '甲方可将乙方的联系方式和欠款情况提供给催收公司、律师事务所。', effect: 'grants' }],
    },
    {
      text: '出借人可以自行或委托第三方采取发律师函、上门等方式追讨欠款。',
      finds: [{ quote: '出借人可以自行或委托第三方采取发律师函、上门等方式追讨欠款。', effect: 'grants' }],
    },
    {
      text: '平台有权将催收事项转委托给其他第三方。',
      finds: [{ quote: '平台有权将催收事项转委托给其他第三方。', effect: 'grants' }],
    },
    {
      text: '逾期超过三十日的，出借人可将债权转让给资产管理公司进行清收。',
      finds: [{ quote: '逾期超过三十日的，出借人可将债权转让给资产管理公司进行清收。', effect: 'grants' }],
    },
    {
      text: '乙方发生违约，甲方有权聘请律师向乙方追偿。',
      finds: [{ quote: '乙方发生违约，甲方有权聘请律师向乙方追偿。', effect: 'grants' }],
    },
    {
      text: '您同意本公司委託第三人催收欠款，並提供您的聯絡資料。',
      finds: [{ quote: '您同意本公司委託第三人催收欠款，並提供您的聯絡資料。', effect: 'grants' }],
    },
    {
      text: '为催收之目的，我们会与贷后服务机构共享您的手机号。',
      finds: [{ quote: '为催收之目的，我们会与贷后服务机构共享您的手机号。', effect: 'grants' }],
    },
    {
      text: '还款人未按时还款的，由合作方代为催收。',
      finds: [{ quote: '还款人未按时还款的，由合作方代为催收。', effect: 'grants' }],
    },
    {
      text: '我们不会委托外部催收公司向您催收。',
      finds: [{ quote: '我们不会委托外部催收公司向您催收。', effect: 'limits' }],
    },
    {
      text: '我们不会将您的资料提供给任何催收机构。',
      finds: [{ quote: '我们不会将您的资料提供给任何催收机构。', effect: 'limits' }],
    },
    { text: '您逾期后，我们会通过短信提醒您还款。', finds: [], note: 'the lender itself' },
    {
      text: '出借人可将本协议项下的债权转让给第三人，无需借款人同意。',
      finds: [],
      note: 'nothing said of data or collection',
    },
    { text: '因追讨欠款产生的律师费、诉讼费由借款人承担。', finds: [], note: 'costs only' },
    { text: '用户可以委托代理人办理还款。', finds: [] },
    { text: '您可以在法律咨询频道联系律师。', finds: [] },
    { text: '我们对催收人员进行合规培训。', finds: [] },
    { text: '本平台不提供催收服务费的发票。', finds: [] },
    {
      text: 'We may refer your account to a collection agency if you miss a payment.',
      finds: [{ quote: 'We may refer your account to a collection agency if you miss a payment.', effect: 'grants' }],
    },
    {
      text: 'The lender may assign your debt to a debt purchaser and share your details with it.',
      finds: [
        {
          quote: 'The lender may assign your debt to a debt purchaser and share your details with it.',
          effect: 'grants',
        },
      ],
    },
    {
      text: 'We will never pass your details to debt collectors.',
      finds: [{ quote: 'We will never pass your details to debt collectors.', effect: 'limits' }],
    },
    { text: 'Please collect your card at the branch.', finds: [] },
  ],
};
