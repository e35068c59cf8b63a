import { HIRED, MUTUAL_DUTY, OUR_STAFF, PEOPLE, READER_DOES, READER_NOT, READER_TALKS, READER_TOLD } from './people.ts';
import type { Rule } from './types.ts';

const TOLD = `${PEOPLE}|EMPLOYER|GUARANTOR_PERSON`;
const TROUBLE = 'DEBT|OVERDUE|BREACH';
const READER_DISCLOSES = 'READER ..3 "应"|"应当"|"须" ..10 REVEAL';
const BY_COURT = ['"法院"|"人民法院"|"仲裁院"|"仲裁委员会" ..10!COMMA PUBLISH|REVEAL', 'WE|PLATFORM|LENDER + BREACH'];
/** Told to a party to the contract, or to an authority. */
const TO_THE_PARTIES = ['REVEAL ..4 "对方"', 'TO ..4!COMMA "对方"|"他方"|LENDER|AUTHORITY|COURT ..14!COMMA REVEAL'];
const TO_BUREAU = [
  'REVEAL ..10!COMMA BUREAU|COLLECTOR|COLLECTION_FIRM',
  'BUREAU|COLLECTOR|COLLECTION_FIRM ..8!COMMA REVEAL',
];

export const debtDisclosure: Rule = {
  id: 'debt-disclosure',
  group: 'people',
  name: { zh: '把欠款告诉别人', en: 'Telling others about your debt' },
  severity: 3,
  patterns: [
    {
      id: 'only-with-separate-consent',
      effect: 'limits',
      any: [`ASKED_APART ... TELL|PUBLISH ..16 ${TOLD}|MEDIA`, `ASKED_APART ... TELL|PUBLISH ..16 DEBT`],
      with: [`${TROUBLE}|LOAN_INFO`],
      except: ['NO_NEED ..8 ASKED_APART'],
    },
    {
      id: 'kept-from-others',
      effect: 'limits',
      any: [
        `"以免"|"避免"|"防止"|"不让"|"不致" ..6!COMMA THIRD_PERSON|${TOLD} ..4 "知晓"|"得知"|"知悉"|"知道"|"获知"|"看到"`,
        `DEBT|LOAN_INFO ..8!COMMA TO|"对" ..6 ${TOLD}|THIRD_PERSON|MEDIA ..4 "保密"`,
        `"对" ..6 ${TOLD}|THIRD_PERSON ..4 "保密" & DEBT|LOAN_INFO`,
        '~ENTER_LIST ..12 BLACKLIST',
        '~PUBLISH ..12!COMMA DEBT & MEDIA|"公开"',
        '~TELL ..2 "谈论"|"讨论" ..12 DEBT|LOAN_INFO',
        'NEG ..6!COMMA "谈论"|"讨论"|"提及" ..8 DEBT|LOAN_INFO',
        'DEBT ..8!COMMA ~TELL|NOTIFY|PUBLISH|REVEAL ..12 THIRD_PERSON|KIN|FRIEND|COLLEAGUE',
        `ANSWERER|THIRD_PERSON|${TOLD} ... ~TELL|REVEAL|PUBLISH ..8!COMMA DEBT|LOAN_INFO`,
        'DEBT|LOAN_INFO ..6 "stay"|"stays"|"remain"|"remains"|"kept" ..4 "between"|"confidential"|"private"',
        '"no" ..4 "wording"|"words"|"marking"|"markings"|"reference"|"mention" ..10 DEBT|LOAN_INFO',
        '"nobody"|"no one" ..8 "know"|"learn"|"told"|"find out" ..12 DEBT|"owe"|"loan"',
      ],
      with: [
        'DEBT|LOAN_INFO|OVERDUE|BREACH|BLACKLIST',
        'NEG|NEG_BARE|"以免"|"避免"|"防止"|"不让"|"不致"|"保密"|"between"|"private"|"confidential"|"nobody"|"no one"',
      ],
      except: ['"仍未"|"未支付"', READER_DOES, READER_NOT, 'COURT', '"如果"|"若" ..12 BLACKLIST'],
    },
    {
      id: 'promises-not-to-tell',
      effect: 'limits',
      any: [
        `~TELL|PUBLISH|NOTIFY|REVEAL ..20 ${TOLD}|THIRD_PERSON|MEDIA|PARTNER`,
        `TO ..14!COMMA ${TOLD}|THIRD_PERSON|MEDIA|PARTNER ..10!COMMA ~TELL|PUBLISH|NOTIFY|REVEAL`,
        `~PUBLISH ..12 DEBT`,
        `DEBT ..14!COMMA ~PUBLISH`,
      ],
      with: [`${TROUBLE}|LOAN_INFO|URGE`],
      except: [
        READER_DOES,
        READER_NOT,
        '~TELL|REVEAL ..6!EXCEPT BUREAU',
        '"请勿"|"切勿"|"勿"',
        '~URGE ..10!COMMA THIRD_PERSON|KIN|FRIEND|COLLEAGUE|CONTACT',
        '"承担" ..4 "保密义务"',
        MUTUAL_DUTY,
        '"仍未"',
        '"liable"|"responsible" ..10 =TELL',
        '"除" ..12!COMMA URGE',
        HIRED,
      ],
    },
    {
      id: 'made-public',
      effect: 'grants',
      any: [
        'PUBLISH|POST|"悬挂"|"张贴" ..8!COMMA "横幅"|"催收公告"|"欠款公告"|"催款公告"|"照片" & OVERDUE|DEBT|BREACH|URGE',
        'PUBLISH|POST ..4 "方式"|"形式"|"手段" ..10!COMMA|NEG RECOVER|"催收"|"催讨"|"催缴"|"催告"|"催款"',
        '"公告"|"登报"|"网络发布"|"媒体" ..10 "方式"|"形式" ..10 RECOVER|"催收"|"催讨"|"催缴"|"催告"|"催款"',
        'OVERDUE|BREACH ... "合同"|"借条"|"资料"|"信息"|"照片"|"影像"|"身份证" ..14!COMMA "公开"|"张贴"|"公开张贴"|"公布"|"公示"|"发布"',
        'UNREACHABLE|OVERDUE ... "公开" ..3 "寻人"|"追债"|"悬赏"',
        'SITE|"社区" ..6!COMMA "发出" ..10!COMMA "警告通知"|"警告"',
        'POST|PUBLISH ..4!COMMA "催缴通知"|"催款通知"|"催收通知"',
        'DEBT|OVERDUE ..14!COMMA "对" ..8!COMMA "可见"',
        '"欠款人"|"债务人"|"逾期客户"|"逾期用户"|"失信人" ..3 "名单"|"姓名"|"照片"|"相片" ..16!COMMA PUBLISH|POST',
        'PUBLISH|POST ..6!COMMA "欠款人"|"债务人"|"逾期客户"|"逾期用户"|"失信人" ..3 "名单"|"姓名"|"照片"|"相片"',
        'PUBLISH ..24 DEBT',
        'DEBT ..30 PUBLISH',
        'POST|REVEAL ..8!COMMA DEBT & MEDIA|SITE',
        `REVEAL|PUBLISH|POST ..16!COMMA MEDIA & ${TROUBLE}|LOAN_INFO`,
        `TELL ..4!COMMA MEDIA & ${TROUBLE}`,
        `MEDIA ..20!COMMA REVEAL|PUBLISH|POST & ${TROUBLE}|LOAN_INFO`,
        `SITE ..8!COMMA PUBLISH & ${TROUBLE}`,
        'OVERDUE|BREACH ... PUBLISH ..10 PERSONAL_INFO|IDENTITY|READER',
        'NEG_FACT ..40!COMMA "履行" ... REVEAL|PUBLISH|POST',
        'PUBLISH|POST ..10 PERSONAL_INFO ..12 URGE|RECOVER',
        '"公告催收"|"公开催收"|"悬赏公告"|"悬赏"|"通报批评"|"信息公示"',
        'AUTHORITY_UNIT ..6 "通报"',
        '"判决书"|"裁决书"|"裁定书"|"调解书" ..20 PUBLISH',
      ],
      except: [
        '"被" ..2 "通报"',
        'TO ..4!COMMA "对方"|"他方"|LENDER ..6 REVEAL|PUBLISH',
        ...BY_COURT,
        'ASKED_APART',
        READER_DISCLOSES,
        '"违规" ..1 "商品"',
        '"广告"|"系统维护"|"发表"',
        '"业已"|"已经"|"自行" ..1 PUBLISH',
      ],
    },
    {
      id: 'disclosed-on-default',
      effect: 'grants',
      any: ['DEBT ..20 REVEAL', 'REVEAL ..16!COMMA DEBT', 'OVERDUE|BREACH ... REVEAL'],
      except: [
        ...TO_BUREAU,
        ...BY_COURT,
        ...TO_THE_PARTIES,
        'ASKED_APART',
        READER_DISCLOSES,
        '"需要"|"需" ..1 TO ..4!COMMA REVEAL',
        '"投诉人"|"侵权"',
      ],
    },
    {
      id: 'disclosed-also-beyond-the-bureau',
      effect: 'grants',
      any: [
        `REVEAL|PUBLISH ..20!COMMA EMPLOYER|${PEOPLE} & ${TROUBLE}|LOAN_INFO`,
        `EMPLOYER|${PEOPLE} ..20!COMMA REVEAL|PUBLISH & ${TROUBLE}|LOAN_INFO`,
      ],
      except: [READER_DOES, 'ASKED_APART', READER_DISCLOSES],
    },
    {
      id: 'blacklist',
      effect: 'grants',
      any: [
        'BLACKLIST ..10!COMMA "共享"|"查询"|"开放"',
        'ENTER_LIST ..12 BLACKLIST',
        'BLACKLIST ..10 REVEAL|PUBLISH|SHARE|TELL',
      ],
      with: [TROUBLE],
      except: ['"被"|"会被"|"可能被"|"遭" ..3 ENTER_LIST', 'COURT', '~ENTER_LIST'],
    },
    {
      id: 'tells-people',
      effect: 'grants',
      any: [
        `${TOLD} ... TELL|NOTIFY ..2 "其"|"他们"|"上述人员"|"前述人员"|"该等人员" ..8!COMMA DEBT|LOAN_INFO`,
        'DEBT ..6!COMMA TELL|NOTIFY ..3 "其"|"他们"|"上述人员"|"前述人员"|"该等人员"',
        `"让"|"使"|"令" ..6!COMMA ${TOLD} ..3 "知晓"|"知道"|"知悉"|"得知"|"了解"`,
        `"催收函"|"催款函"|"催告函"|"欠款通知"|"催款通知"|"催缴通知"|"逾期通知" ..14!COMMA ${TOLD}`,
        `TELL ..14!COMMA ${TOLD}`,
        `TO ..12!COMMA ${TOLD} ..12!COMMA TELL|PUBLISH`,
        `DEBT|LOAN_INFO ..20!COMMA NOTIFY ..8!COMMA ${TOLD}`,
        `NOTIFY ..8!COMMA ${TOLD} ..10!COMMA DEBT|LOAN_INFO|OVERDUE`,
        `TO ..12!COMMA ${TOLD} ..6!COMMA NOTIFY ..10!COMMA DEBT|LOAN_INFO`,
      ],
      with: [`${TROUBLE}|LOAN_INFO`],
      except: [
        READER_DOES,
        READER_TALKS,
        'ASKED_APART',
        `TELL ..4 ${PEOPLE} ..4 DETAIL_CHANGE`,
        `"提供" ..6!COMMA ${PEOPLE} ..3!COMMA FILL_FORM`,
        '"提供" ..6!COMMA EMERGENCY_INFO|CONTACT_INFO',
      ],
    },
    {
      id: 'urged-through-people',
      effect: 'grants',
      any: [
        `TO ..10!COMMA ${PEOPLE} ..20!NEG URGE ..8 "还款"|"归还"|"借款"|"清偿"|"欠款"`,
        `URGE ..12!COMMA|NEG ${TOLD}`,
        `TO ..14!COMMA ${TOLD}|THIRD_PERSON ..12!COMMA URGE`,
        `REACH ..12!COMMA ${TOLD} ..16 URGE`,
        `${PEOPLE} ..6!COMMA "接到"|"收到" ..8 URGE`,
        `REACH ..16!COMMA ${PEOPLE} ..12!COMMA "还款"`,
        `TO ..12!COMMA ${TOLD} ..6 REACH ..8!COMMA "还款"|SERVICE_NOTICE`,
        `ADDRESS_BOOK ..12 URGE`,
        `URGE|RECOVER ..3 "目的"|"欠款" & TO|REACH ..12!COMMA ${PEOPLE}|ADDRESS_BOOK`,
      ],
      except: [HIRED, OUR_STAFF, READER_DOES, READER_TALKS, 'ASKED_APART', '"函"|LAWYER_LETTER ... DELIVER'],
    },
    // English
    {
      id: 'tells-them-en',
      effect: 'grants',
      language: 'en',
      any: [
        'TELL|REVEAL ..8 "fact"|DEBT|"default" ..12 "to"|"with" ..4 THIRD_PERSON',
        '"liable"|"liability"|"harmless" ..16 =TELL|REVEAL ..8 DEBT',
        '"speak"|"talk"|"speaking" ..4!NEG "persons present"|"people present"|"anyone present"|"others" ..4 "about" ..4 DEBT|LOAN_INFO',
        'TELL|NOTIFY ..3 "any person"|"anyone"|"any other person" ... "failed to repay"|"default"|"defaulted"|"owe"|OVERDUE',
        'TELL|NOTIFY ..8 THIRD_PERSON ..8 "that"|"about"|"of" ..6 DEBT|"default"|"loan"',
        `${PEOPLE}|EMPLOYER|OTHERS ..4 "told"|"informed"|"notified"|"advised"|"alerted" ..6 DEBT|LOAN_INFO|OVERDUE`,
        `DEBT|OVERDUE ..4 "be" ..1 TELL ..3 "with"|"to" ..5 ${PEOPLE}|EMPLOYER|OTHERS|THIRD_PERSON|MEDIA`,
        `TELL|NOTIFY ..10 ${PEOPLE}|EMPLOYER|OTHERS ..12 "of"|"about"|"that"|"regarding" ..6 DEBT|"obligation"|"default"|"loan"|"non-payment"|"delinquency"`,
        `TELL ..10 DEBT|"obligation"|"default"|"delinquency"|"non-payment" ..10 "to"|"with" ..8 ${PEOPLE}|EMPLOYER|OTHERS|MEDIA|"public"`,
        `"publish"|"post"|"display"|"advertise" ..10 "name"|"names"|"photo"|"photograph"|"photographs"|"details" ..24 "default"|"defaulter"|"defaulters"|"owe"|"unpaid"|"newspapers"|"newspaper"|"social media"|"website"`,
      ],
      except: [
        '"not" ..8 =TELL',
        '"never" ..8 =TELL',
        '"without disclosing"|"without revealing"',
        'BUREAU ..3 "only"',
        READER_TOLD,
      ],
    },
  ],
  why: {
    grants: {
      zh: '[{trigger}时，]{actor|平台}可以把你欠款、违约的事告诉{audience|别人}。',
      en: '{actor|The platform} may tell {audience|others} about your debt or breach[ if {trigger}].',
    },
    limits: {
      zh: '{actor|平台}承诺不把你欠款的事告诉{audience|别人}[，除非{consent}]。',
      en: '{actor|The platform} will not tell {audience|others} about your debt[, unless {consent}].',
    },
  },
  todo: {
    grants: {
      zh: '先截图留证。借条和合同里写了，也不等于可以随意公开你的信息。若真被公开，记下时间、地方和内容，向平台投诉，也可以打 12378 或 12315。',
      en: 'Keep a screenshot. Having it in the contract does not make every disclosure lawful. If it happens, note when, where and what, and complain to the lender or the regulator.',
    },
    limits: {
      zh: '把这一句截图留好。以后如果有人把你的欠款说给了别人，它就是凭据。',
      en: 'Keep a screenshot of this sentence. It is your proof if others are told after all.',
    },
  },
  examples: [
    {
      text: '我们有权在网站上公布您的违约信息。',
      finds: [{ quote: '我们有权在网站上公布您的违约信息。', effect: 'grants' }],
    },
    {
      text: '平台可将您的逾期信息告知您的亲友和工作单位。',
      finds: [{ quote: '平台可将您的逾期信息告知您的亲友和工作单位。', effect: 'grants' }],
    },
    {
      text: '逾期超过三十天，甲方有权将乙方列入黑名单并向社会公示。',
      finds: [{ quote: '逾期超过三十天，甲方有权将乙方列入黑名单并向社会公示。', effect: 'grants' }],
    },
    {
      text: '借款人同意出借人通过媒体、微信群曝光其失信行为。',
      finds: [{ quote: '借款人同意出借人通过媒体、微信群曝光其失信行为。', effect: 'grants' }],
    },
    {
      text: '我们可要求您的紧急联系人督促您还款。',
      finds: [{ quote: '我们可要求您的紧急联系人督促您还款。', effect: 'grants' }],
    },
    {
      text: '贷款人可以发布悬赏公告追索债权。',
      finds: [{ quote: '贷款人可以发布悬赏公告追索债权。', effect: 'grants' }],
    },
    { text: '由紧急联系人代为转达还款通知。', finds: [{ quote: '由紧急联系人代为转达还款通知。', effect: 'grants' }] },
    {
      text: '甲方有权将乙方欠款一事告诉其家人。',
      finds: [{ quote: '甲方有权将乙方欠款一事告诉其家人。', effect: 'grants' }],
    },
    {
      text: '本公司得將逾期繳款情形告知您的親友及雇主。',
      finds: [{ quote: '本公司得將逾期繳款情形告知您的親友及雇主。', effect: 'grants' }],
    },
    {
      text: '借款人如有遲延，貸款人得將其債務情形告知其家屬或保證人。',
      finds: [{ quote: '借款人如有遲延，貸款人得將其債務情形告知其家屬或保證人。', effect: 'grants' }],
    },
    {
      text: 'We may disclose your default to your employer and family members.',
      finds: [{ quote: 'We may disclose your default to your employer and family members.', effect: 'grants' }],
    },
    {
      text: 'We may publish your name and photo if your loan is overdue.',
      finds: [{ quote: 'We may publish your name and photo if your loan is overdue.', effect: 'grants' }],
    },
    {
      text: 'We may post the names of defaulters on our website.',
      finds: [{ quote: 'We may post the names of defaulters on our website.', effect: 'grants' }],
    },
    {
      text: '我们不会向您的家人透露您的欠款情况。',
      finds: [{ quote: '我们不会向您的家人透露您的欠款情况。', effect: 'limits' }],
    },
    {
      text: '我们不会将您的欠款信息告知任何第三人。',
      finds: [{ quote: '我们不会将您的欠款信息告知任何第三人。', effect: 'limits' }],
    },
    {
      text: '未经您单独同意，我们不会向您的单位披露您的借款情况。',
      finds: [{ quote: '未经您单独同意，我们不会向您的单位披露您的借款情况。', effect: 'limits' }],
    },
    {
      text: '本公司不會向第三人透露您的欠款。',
      finds: [{ quote: '本公司不會向第三人透露您的欠款。', effect: 'limits' }],
    },
    {
      text: 'We will not tell anyone about your debt.',
      finds: [{ quote: 'We will not tell anyone about your debt.', effect: 'limits' }],
    },
    { text: '我们会将您的逾期记录报送征信机构。', finds: [] },
    { text: '我们会把您的逾期信息提供给催收机构。', finds: [] },
    { text: '法院将依法公布失信被执行人名单。', finds: [] },
    { text: '我们不会公开披露您的个人信息。', finds: [] },
    { text: '您应当向我们如实披露您的负债情况。', finds: [] },
    { text: '我们将逾期情况告知您。', finds: [] },
    { text: '平台规则一经公布即生效。', finds: [] },
    { text: '我们会在官网公示收费标准。', finds: [] },
    { text: '如您逾期未还，我们可以联系您的紧急联系人。', finds: [] },
    { text: 'Your default may be reported to a credit bureau.', finds: [] },
    { text: 'Court records of judgments are public.', finds: [] },
    { text: '任何一方不得将本协议项下的借款情况告知第三人。', finds: [] },
    { text: '法院要求时，我们会向法院披露逾期客户的信息。', finds: [] },
    {
      text: '出租方可在小区公告栏张贴催缴通知。',
      finds: [{ quote: '出租方可在小区公告栏张贴催缴通知。', effect: 'grants' }],
    },
    {
      text: '欠款人的姓名和照片可于本公司网页张贴。',
      finds: [{ quote: '欠款人的姓名和照片可于本公司网页张贴。', effect: 'grants' }],
    },
    {
      text: '对违约用户，本公司可在社区发出警告通知。',
      finds: [{ quote: '对违约用户，本公司可在社区发出警告通知。', effect: 'grants' }],
    },
    { text: '如您出现违法行为，需要向第三方披露的除外。', finds: [] },
  ],
};
