import type { Rule } from './types.ts';

const ACT = {
  zh: '不用你单独点头：只要注册、使用或者不离开，就算你同意。',
  en: 'You are not asked: signing up, using the service or not leaving counts as consent.',
};
const MANY = {
  zh: '点一下，就算同意了好几份文件。',
  en: 'One tick counts as consent to several documents.',
};
const CHANGES = {
  zh: '条款以后改了，公布出来就算数，不会再来问你。',
  en: 'Changed terms count once they are published; you are not asked again.',
};
const REFUSAL = {
  zh: '不同意或者不给信息，就什么都用不了，没有只拒绝这一条的余地。',
  en: 'If you refuse, you cannot use the product at all; you cannot refuse just this.',
};

export const consentBundled: Rule = {
  id: 'consent-bundled',
  group: 'consent',
  name: { zh: '不点也算同意', en: 'Consent by doing something else' },
  severity: 1,
  patterns: [
    // 使用、注册、登录本服务，即视为您同意…
    {
      id: 'use-means-agree',
      why: ACT,
      effect: 'grants',
      language: 'zh',
      any: [
        'USE_ACT|KEEP_USING ..40 DEEMED ..8 ACCEPT',
        'USE_ACT|KEEP_USING ..40 DEEMED ..16!COMMA ACCEPT',
        '"继续履行"|"继续还款"|"扫码"|"关注"|"拨打"|"留下"|"签收" ..20 DEEMED ..10 ACCEPT',
        'USE_ACT|KEEP_USING ..30 "即" ..2 ACCEPT',
        'ACCEPT ..12 "并" ..2 KEEP_USING ..30 DEEMED',
      ],
      except: [
        '"点击"|"勾选" ..4 "同意" ... DEEMED',
        '"点击" ..8 "确认" ... DEEMED',
        '"点击" ..14 "同意" ..6 "即" ..1 DEEMED',
        '"未成年人"|"监护人"',
        '"权限" ..10 DEEMED',
        '"功能" ..12 DEEMED|"即"',
        'DEEMED ..2 "违约"|"个人信息"',
        'DEEMED ..4 "送达"|"承认"',
        'DEEMED ..1 "本人"',
        'LENDER ..8 ACCEPT',
        '"投标"|"投资"|"购买" ..10 DEEMED|"即"',
      ],
    },
    {
      id: 'click-or-use',
      why: ACT,
      effect: 'grants',
      language: 'zh',
      any: ['"点击"|"勾选"|"签订" ..16 "或"|"或者" ..6 USE_ACT ..10 DEEMED|"即" ..10 ACCEPT'],
    },
    // 继续使用本服务的，受修改后的条款约束
    {
      id: 'use-means-bound',
      why: ACT,
      effect: 'grants',
      language: 'zh',
      any: [
        'KEEP_USING ..30 "受" ..14 "约束"',
        'ONCE_YOU ..4 USE_ACT ..16 "受" ..12 "约束"',
        'KEEP_USING ..12 "执行" ..3 DOC_CHANGE',
        'DEEMED ..8 "默认" ACCEPT',
        '"默认" ..1 ACCEPT ..6 DOC',
        'DEEMED ..16 "追认"',
        '"未" ..10 "异议"|"提出异议"|"反对"|"回复"|"答复"|"拒绝" ..8 DEEMED ..8 ACCEPT',
        'DOC_PUBLISH|"通知"|"公告" ..6 DEEMED ..6 "阅读" ..4 ACCEPT',
      ],
    },
    // 在您注册时，您已经阅读、理解并接受本协议的全部条款及各类规则
    {
      id: 'signed-up-therefore-read',
      why: ACT,
      effect: 'grants',
      language: 'zh',
      any: [
        '"注册"|"用户注册" ..8 "时" ..8 "已经"|"已" ..8 "接受"|"同意" ..8 DOC',
        '"注册" ..6 "后" ..3 "立即"|"即" ..2 "生效"',
      ],
      except: ['"点击" ..8 "同意"'],
    },
    // 点击一次，同意好几份文件
    {
      id: 'several-documents-at-once',
      why: MANY,
      effect: 'grants',
      language: 'zh',
      any: [
        '"勾选"|"点击"|"已阅读"|"阅读并" ..16 ACCEPT ..24 DOC_PAIR',
        '"勾选"|"点击" ... DEEMED ..8 ACCEPT ..24 "规则"|"费率"|"规定"',
        'ACCEPT ..8 "全部"|"所有" ..2 "协议"|"规则" & USE_ACT',
        '"同时" ..6 "约束" & DOC_PAIR',
        '"勾选"|"点击" ... ACCEPT ..10 "上述"|"以下"|"下列"|"全部"|"所有"|"相关"|"各项" ..1 "协议"|"文件"|"授权书"',
        '"一揽子"|"概括"|"一并" ..4 ACCEPT|CONSENT',
      ],
      except: ['"是指"', '"投标"|"投资" ..10 DEEMED|"即"', 'DOC_PAIR ..8 "范本"|"附件"'],
    },
    // 修改后的规则一经公布即生效；以最新公布为准；不再另行通知
    {
      id: 'changes-on-publication',
      why: CHANGES,
      effect: 'grants',
      language: 'zh',
      any: [
        'DOC_CHANGE ... DOC_PUBLISH ..10 EFFECT_NOW',
        'DOC_CHANGE ... "最新" ..3 DOC_PUBLISH ..4 "为准"',
        'DOC ..6 "一经" ..6 DOC_PUBLISH ..8 EFFECT_NOW',
        'DOC_CHANGE ... NO_MORE_ASKING ..6 "通知"|"告知"',
        'DOC_CHANGE ... "不"|"不再" ..8 "通知"|"告知"|"另行通知"',
        '"变动"|"变更" ..10 DOC_PUBLISH ... "不再" ..8 "通知"',
        '"有权" ..12 "单方"|"单方面" ..6 DOC_CHANGE',
      ],
      with: ['"协议"|"政策"|"条款"|"规则"|"声明"|"合同"|"授权书"|"确认书"|"细则"'],
      except: ['ASSIGNED', '"费用"|"利率" ..4 DOC_CHANGE', '"查询" ..10 "调整"'],
    },
    // 如不同意…应停止使用 / 请勿注册 / 我们有权终止
    {
      id: 'refuse-and-leave',
      why: REFUSAL,
      effect: 'grants',
      language: 'zh',
      any: [
        'NOT_ACCEPT ... STOP_USING ..10 USE_ACT|WHOLE_SERVICE|"程序"|"操作"',
        'NOT_ACCEPT ... "停止使用"|"停止注册"|"停止申请"|"停止访问"|"离开"|"退出"|"卸载"',
        'NOT_ACCEPT ..30 "请勿"|"请不要"|"不要"',
        'NOT_ACCEPT ... "终止"|"中止"|"限制" ..8 DOC|WHOLE_SERVICE|"平台"',
        'NOT_ACCEPT ... "后续操作"',
        'NOT_ACCEPT ... NOT_POSSIBLE ..6!ONE_FEATURE WHOLE_SERVICE|"注册"|"成为"|"使用"',
      ],
      except: [
        '"催收"',
        '"推荐"|"推送"|"广告"|"退订"',
        '"点击" ..6 "同意"',
        'ONE_FEATURE ..3 "功能"',
        '"权限" ... NOT_POSSIBLE',
        '"该项" ..2 "产品"|"服务"',
        '"不影响"',
      ],
    },
    {
      id: 'only-if-you-accept',
      why: REFUSAL,
      effect: 'grants',
      language: 'zh',
      any: [
        '"除非" ..4 ACCEPT ..12 "否则" ..4 NOT_POSSIBLE ..8 USE_ACT',
        '"需" ..3 ACCEPT ..12 "方可"|"才能"|"方能" ..6 "注册"|"使用"|"成为"|"申请"|"借款"',
        '"必须" ..3 ACCEPT ..12 "方可"|"才能"|"方能" ..6 "注册"|"使用"|"成为"|"申请"|"借款"',
        '"只有" ..12 ACCEPT ... "方可"|"才能"|"方能" ..8 USE_ACT|WHOLE_SERVICE',
      ],
    },
    // 不提供…就无法注册、借款
    {
      id: 'refuse-and-lose-everything',
      why: REFUSAL,
      effect: 'grants',
      language: 'zh',
      any: [
        'HOLD_BACK ..30 NOT_POSSIBLE ..4!ONE_FEATURE SIGNING_UP',
        'HOLD_BACK ..30 NOT_POSSIBLE ..14!ONE_FEATURE WHOLE_SERVICE',
        '"不"|"未"|"未能" ..5 "提供"|"填写"|"完善" ..30 NOT_POSSIBLE ..4!ONE_FEATURE SIGNING_UP',
        '"不"|"未"|"未能" ..5 "提供"|"填写"|"完善" ..30 NOT_POSSIBLE ..14!ONE_FEATURE WHOLE_SERVICE',
        'HOLD_BACK ... "注册失败"|"终止服务"|"审批不通过"',
        'HOLD_BACK|"不提供" ... "影响" ..6 "借款"|"贷款"|"授信"|"审批"|"申请"|"额度"',
        'HOLD_BACK|"不提供" ... "有权" ..3 "拒绝" ..8 "申请"|"服务"|"借款"|"贷款"|"交易"',
        '"不"|"未" ..5 "提供" ... "注册失败"|"注册" ..1 "失败"',
      ],
      except: [
        'ONE_FEATURE ..2 "功能"',
        '"该项"|"此项"|"该"|"一键" ..2 "功能"',
        '"不影响"|"不会影响"',
        '"部分"|"某些"|"该"|"此类"|"上述"|"相应" ..2 "服务" ..2 "。"',
        '"人脸"|"声纹"|"指纹"',
        '"仍可"|"仅可"|"仍可以"',
        '"第三方" ..6 "服务"',
        '"cookie"',
      ],
    },
    {
      id: 'otherwise-no-service',
      why: REFUSAL,
      effect: 'grants',
      language: 'zh',
      any: [
        'ACCEPT ..30 "否则" ..8 NOT_POSSIBLE ..8!ONE_FEATURE "申请"|"借款"|"贷款"|"使用"|"注册"',
        '"授权" ..30 "否则" ..8 NOT_POSSIBLE ..8!ONE_FEATURE "申请"|"借款"|"贷款"|"审核"',
      ],
      except: ['ONE_FEATURE ..6 "功能"'],
    },
    // English
    {
      id: 'use-means-agree-en',
      why: ACT,
      effect: 'grants',
      language: 'en',
      any: [
        '"by" ..2 USE_EN ..40 DEEMED',
        '"when you"|"once you"|"if you" ..3 USE_EN ..24 DEEMED',
        'KEEP_USING|USING_EN ..40 DEEMED|"acceptance"|"consent to"|"agreement to"|"acceptance of"',
        '^USE_EN ... "amounts to"|"constitutes"|"signifies"|"means"|"indicates" ..4 "acceptance"|"agreement"|"consent"|"you agree"|"you accept"',
        '"you" ..2 "agree"|"consent"|"accept"|"acknowledge" ..24 "by" ..1 USE_EN',
        '"continue to use"|"continued use"|"continuing to use" ..30 "bound"|"accept"|"accepted"',
        '"deemed to have" ..3 ACCEPT|"read"',
        '"silence"|"no response"|"do not object" ..16 DEEMED|"acceptance"|"consent"',
      ],
      except: [
        '"by" ..1 "clicking"|"tapping"|"pressing"|"selecting" ..6 "i agree"|"agree"|"i accept"|"accept" ..3 DEEMED',
        '"warrant"|"represent"|"confirm that he"|"confirm that they"',
        '"if you" ..3 "provide us with" ..12 "you agree that we"',
        '"acknowledge that" ..3 "we"',
      ],
    },
    {
      id: 'several-documents-at-once-en',
      why: MANY,
      effect: 'grants',
      language: 'en',
      any: [
        '"by" ..1 USE_EN ... "terms" ..12 "privacy"',
        'ACCEPT ..20 DOC_PAIR',
        'ACCEPT ..6 "terms" ..8 "and" ..4 "privacy policy"|"privacy notice"|"privacy statement"',
      ],
      except: ['"please read"', '"together with"', '"means"'],
    },
    {
      id: 'changes-on-publication-en',
      why: CHANGES,
      effect: 'grants',
      language: 'en',
      any: [
        'DOC_CHANGE ..30 "by" ..2 POSTED',
        'DOC_CHANGE|DOC ..16 EFFECT_NOW ..16 POSTED',
        'DOC_CHANGE|DOC ..12 "effective" ..4 "immediately"|"upon"|"once"|"when"',
        'DOC_CHANGE ..30 "without notice"|"without prior notice"|"without further notice"|"without notifying"|"at our sole discretion"|"in our sole discretion"',
        'POSTED ..12 DOC ..16 EFFECT_NOW',
        '"right to" ..4 "change"|"modify"|"amend"|"update"|"revise" ..16 "at any time"|"from time to time" & DOC',
      ],
      with: ['DOC'],
      except: [
        '"before" ..8 EFFECT_NOW',
        '"prior to" ..8 EFFECT_NOW',
        '"interest"|"fees"|"rate"',
        '"price"|"prices"|"services we offer"',
        '"days after"|"days before"|"days\' notice"',
      ],
    },
    {
      id: 'refuse-and-leave-en',
      why: REFUSAL,
      effect: 'grants',
      language: 'en',
      any: [
        'NOT_ACCEPT ... STOP_USING',
        'NOT_ACCEPT ... "not" ..2 "use"|"access"|"register"|"proceed"|"apply"|"continue"|"download"|"install"|"submit"|"click"|"provide"',
        'NOT_ACCEPT ... NOT_POSSIBLE ..10 WHOLE_SERVICE|"use"|"access"|"apply"',
        '"not" ..2 "use"|"access"|"register"|"download" ..12 "unless" ..4 ACCEPT',
        'NOT_POSSIBLE ..12 WHOLE_SERVICE ..10 "unless" ..3 "you" ..3 ACCEPT|"grant"|"allow"|"provide"|"give"',
        '"unless you" ..4 ACCEPT ..14 NOT_POSSIBLE|"not"',
        '"not" ..2 "use"|"access"|"register"|"proceed"|"apply"|"continue"|"download"|"install"|"submit" ..12 "if" ..3 NOT_ACCEPT',
        '"accept"|"agree" ..3 "these terms"|"this agreement"|"this policy"|"the terms" ..4 "when"|"each time"|"whenever"|"by" ..3 "you"|USE_EN',
        '"required to"|"must"|"condition" ..8 ACCEPT|"allow"|"grant"|"enable" ..16 "to continue"|"before you can"|"in order to use"|"in order to continue"|"in order to apply"|"to use"|"to continue your use"|"to apply"',
        '"only remedy"|"sole remedy"|"sole option" ... "stop"|"discontinue"|"cease"|"close"',
      ],
      except: ['"marketing"|"unsubscribe"|"promotional"|"newsletter"', '"cookies"'],
    },
    {
      id: 'refuse-and-lose-everything-en',
      why: REFUSAL,
      effect: 'grants',
      language: 'en',
      any: [
        'HOLD_BACK ..30 NOT_POSSIBLE ..10!ONE_FEATURE WHOLE_SERVICE',
        '"not" ..2 "provide"|"supply"|"give"|"share"|"submit"|"allow"|"grant"|"consent" ..24 NOT_POSSIBLE ..10!ONE_FEATURE WHOLE_SERVICE',
        '"without" ..10 NOT_POSSIBLE ..10!ONE_FEATURE WHOLE_SERVICE',
        'HOLD_BACK|"not provide"|"without" ... "declined"|"rejected"|"refused" & WHOLE_SERVICE',
        '"failure"|"refusal"|"failing" ..3 "to" ..20 "rejection"|"decline"|"denial"|"declined"|"rejected"|"denied"|"inability"|"unable"',
        '"refuse"|"withdraw"|"withdrawal" ..20 "terminate"|"close"|"suspend" ..6 "account"|"services"|"loan"',
      ],
      with: ['"you"|"your"'],
      except: [
        'ONE_FEATURE',
        '"third party"|"third parties" ... NOT_POSSIBLE',
        '"required by law"|"applicable law"|"legal obligation"|"kyc"',
        '"not affect"',
        '"cannot guarantee"',
        '"password"',
      ],
    },
  ],
  why: {
    grants: {
      zh: '不用你单独点头：{trigger|做了别的事，比如注册、使用或不离开}，就算你同意；不同意就什么都用不了。',
      en: 'You are taken to agree by something else, such as {trigger|signing up, using the service or not leaving}; if you refuse, you cannot use it at all.',
    },
    limits: {
      zh: '这一条说，你可以只同意你需要的部分。',
      en: 'This says that you can agree to just the part you need.',
    },
  },
  todo: {
    grants: {
      zh: '先看清楚再注册或继续使用。不同意的地方，截图留证，问客服能不能只用你需要的部分；条款更新后不想接受，还清欠款再注销账户。',
      en: 'Read before you sign up or go on. Keep a screenshot of what you do not accept and ask support whether you can use only the part you need. If new terms are not for you, pay off what you owe and then close the account.',
    },
    limits: {
      zh: '截图保存，日后对方一揽子处理时可以拿出来。',
      en: 'Keep a screenshot, in case they later treat your consent as covering everything.',
    },
  },
  examples: [
    {
      text: '您一旦使用本平台的任何服务，即视为您已阅读并接受本协议的全部内容。',
      finds: [{ quote: '您一旦使用本平台的任何服务，即视为您已阅读并接受本协议的全部内容。', effect: 'grants' }],
    },
    {
      text: '用户注册成功，即表示同意受本协议及各项平台规则的约束。',
      finds: [{ quote: '用户注册成功，即表示同意受本协议及各项平台规则的约束。', effect: 'grants' }],
    },
    {
      text: '修改后的条款一经在官网公布即自动生效，不再另行通知。',
      finds: [{ quote: '修改后的条款一经在官网公布即自动生效，不再另行通知。', effect: 'grants' }],
    },
    {
      text: '条款变更后您继续使用本服务的，视为接受变更后的条款。',
      finds: [{ quote: '条款变更后您继续使用本服务的，视为接受变更后的条款。', effect: 'grants' }],
    },
    {
      text: '如您不同意本政策，请立即停止使用我们的产品与服务。',
      finds: [{ quote: '如您不同意本政策，请立即停止使用我们的产品与服务。', effect: 'grants' }],
    },
    {
      text: '若您拒绝提供上述信息，您将无法申请借款。',
      finds: [{ quote: '若您拒绝提供上述信息，您将无法申请借款。', effect: 'grants' }],
    },
    {
      text: '我已阅读并同意《用户服务协议》《隐私政策》《征信查询授权书》',
      finds: [{ quote: '我已阅读并同意《用户服务协议》《隐私政策》《征信查询授权书》', effect: 'grants' }],
      note: 'one tick for three documents',
    },
    {
      text: '本人一经提交借款申请，即同意并授权平台查询本人的信用情况。',
      finds: [{ quote: '本人一经提交借款申请，即同意并授权平台查询本人的信用情况。', effect: 'grants' }],
    },
    {
      text: '您在七日内未提出异议的，视为同意调整后的规则。',
      finds: [{ quote: '您在七日内未提出异议的，视为同意调整后的规则。', effect: 'grants' }],
    },
    {
      text: '申請人完成線上申請程序，即視為已詳閱並同意本約定書之全部條款。',
      finds: [{ quote: '申請人完成線上申請程序，即視為已詳閱並同意本約定書之全部條款。', effect: 'grants' }],
    },
    {
      text: 'By creating an account or using the app, you agree to these Terms and to our Privacy Policy.',
      finds: [
        {
          quote: 'By creating an account or using the app, you agree to these Terms and to our Privacy Policy.',
          effect: 'grants',
        },
      ],
    },
    {
      text: 'If you do not accept the new terms, you must stop using the service and close your account.',
      finds: [
        {
          quote: 'If you do not accept the new terms, you must stop using the service and close your account.',
          effect: 'grants',
        },
      ],
    },
    {
      text: 'If you do not provide these details, we will not be able to offer you a loan.',
      finds: [
        { quote: 'If you do not provide these details, we will not be able to offer you a loan.', effect: 'grants' },
      ],
    },
    {
      text: 'We may revise this policy at any time by posting the new version on our website.',
      finds: [
        { quote: 'We may revise this policy at any time by posting the new version on our website.', effect: 'grants' },
      ],
    },
    { text: '您点击“同意”，即视为您接受本协议。', finds: [], note: 'a consent to this very document' },
    {
      text: '如您拒绝开启相机权限，您将无法使用扫码功能，但不影响您使用其他功能。',
      finds: [],
      note: 'one feature only',
    },
    { text: '若您不同意接收推广短信，可以回复退订。', finds: [] },
    { text: '您开启定位权限，即代表您授权我们收集您的位置信息。', finds: [], note: 'the permission is the consent' },
    { text: '我们会在政策变更前三十日以短信通知您，并再次征得您的同意。', finds: [] },
    { text: '如您的监护人不同意本政策，请停止使用我们的服务。', finds: [], note: 'about a guardian' },
    { text: '借款人逾期的，视为违约。', finds: [] },
    { text: 'By tapping “I agree” you accept this agreement.', finds: [], note: 'a consent to this very document' },
    { text: 'If you disable cookies, some features of the site may not work.', finds: [] },
    { text: 'We will tell you by email at least thirty days before any change takes effect.', finds: [] },
  ],
};
