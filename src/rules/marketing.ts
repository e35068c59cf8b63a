import type { Rule } from './types.ts';
import { DATA, FORBIDDING_LEAD, FORBIDS_READER } from './words.ts';

/** How to stop it, and what happens when it is stopped; goods and ads of others. */
const SWITCH_OFF = [
  'WILL_NOT ..15 "用于"|"作为"',
  'IN_CASE ..8 "不想"|"不希望"|"不愿意"|"不愿"|"不同意"|"不需要"|"想管理"|"需关闭"|"需修改"',
  '"关闭" ..25 "推荐"|"广告"|"推送"|"功能"',
  '"参加"|"参与"|"举办" ..8 COMMERCIAL',
  '"覆盖面" & "不会"',
  '"停止" ..8 COMMERCIAL',
  'ANONYMOUS ..6 "处理"',
  '"第三方网站"|"链接"|"营销计划"|"审慎"|"转载"',
  '"进行" ..1 "收藏"',
  FORBIDS_READER,
  'NO_LIABILITY',
];

export const marketing: Rule = {
  id: 'marketing',
  group: 'sharing',
  name: { zh: '拿去做营销', en: 'Used for marketing' },
  severity: 1,
  patterns: [
    {
      id: 'commercial-messages',
      effect: 'grants',
      any: [
        'PROMOTE ..15!COMMA COMMERCIAL',
        'COMMERCIAL ..4!COMMA "推送"|"发送"|"投放"|"展示"|"接收"|"收取"|"推广"',
        'COMMERCIAL ..12 "sent"|"displayed"|"shown" ..4 "to you"',
        '"用于"|"用作"|"作"|"供" ..15!COMMA COMMERCIAL',
        '"作为" ..3!COMMA COMMERCIAL',
        '"联系"|"联络"|"致电" ..12 "介绍"|"推介"|"推荐" ..8 "产品"|"服务"|"业务"',
        'READER "推荐给" ..8 FUNDER|"机构"',
        `${DATA} ..25 "改进"|"优化" ..6 COMMERCIAL`,
        '"优化" ..4 "广告"',
        'ENTRUST ..15 "广告投放"|"广告"',
        'ADVERTISER ..40 MUTUAL|RECEIVE ..20 OWNER|DEVICE|IDENTITY|PERSONAL_INFO',
        'SHARE|MUTUAL|SHARE_TO ..25!COMMA ADVERTISER',
        '"向" ..1 READER ..4 "推送"|"推荐"|"推介"|"介绍" ..14!COMMA "商品"|"产品"|"金融服务"|"优惠"',
        '"发送" ..10!COMMA "优惠"|"新品"|"促销" ..4 "短信"|"消息"|"信息"',
      ],
      except: SWITCH_OFF,
      notLead: FORBIDDING_LEAD,
    },
    {
      id: 'recommended-goods',
      effect: 'grants',
      any: [
        '"推荐"|"推送"|"匹配"|"推介"|"推广"|"推销" ..12!COMMA "商品"|"产品"|"广告"|"商家"|"优惠"|"优惠信息"|"活动"|"网点"|"理财"|"信用卡"|"借款"',
        '"向您"|"为您"|"给您"|READER ..3 "推荐"|"推介"|"推销" ..12!COMMA "服务"|"生活服务"',
        '"感兴趣"|"兴趣"|"偏好" ..4!COMMA "商品"|"产品"|"服务"|"广告"|"活动"|"优惠"|"借款"|"贷款"',
        '"个性化" ..4 "商品"|"广告"',
        '"相关联" ..3 "产品"|"商品"|"服务"',
      ],
      with: [DATA],
      except: [...SWITCH_OFF, 'SDK', '"参与"|"参加" ..8 "活动"'],
      notLead: FORBIDDING_LEAD,
    },
    {
      id: 'promotion-as-purpose',
      effect: 'grants',
      any: ['^"推广"|"推销"|"促销"|"营销"|MARKETING'],
      lead: [`${DATA} ..25 "用途"|"用于"|"目的"|"purposes"|"following"`, 'RECEIVE ..20 "用途"|"目的"'],
      except: SWITCH_OFF,
    },
    {
      id: 'promise',
      effect: 'limits',
      any: [
        'WILL_NOT ..20 "用于"|"作为" ..10 COMMERCIAL',
        'WILL_NOT ..25 ~PROMOTE|MARKETING|SHARE|SELL ..15 COMMERCIAL|ADVERTISER',
        'WILL_NOT ..12 COMMERCIAL ..12 ~SHARE|SELL|PROMOTE',
        'WILL_NOT ..15 COMMERCIAL ..3 "目的"',
      ],
      except: [FORBIDS_READER],
    },
    {
      id: 'marketing-en',
      effect: 'grants',
      language: 'en',
      any: [
        `"market to you"|"marketing to you"|"advertise to you"|"cross-sell"|"upsell"|"telemarketing"|"sales calls"|"promotional calls"|"marketing calls"`,
        `"send" ..6 "about"|"regarding" ..4 GOODS|COMMERCIAL`,
        `"suggestions"|"recommendations"|"suggest" ..10 GOODS`,
        `"form a view" ..10 "want"|"need"|"interest"`,
        `"let you know"|"keep you informed"|"keep you updated"|"send you" ..10 "offers"|"promotions"|"products"|"special offers"|"deals"|"other products"`,
        `"who may"|"that may"|"which may" ..3 "offer" ..4 "you" ..6 GOODS`,
        `"joint marketing"`,
        `"recommend"|"suggest"|"offer you"|"introduce"|"present" ..8 GOODS ..16 PARTNER|AFFILIATE|"third"|"interest"|"you"|"may like"`,
        `"inform"|"tell"|"notify"|"contact"|"update" ..6 "you"|"about" ..8 "offers"|"promotions"|"products"|"special offers"|"new products"`,
        `"for" ..4 "marketing"|"advertising"|"promotional" ..2 "purposes"|"purpose"|"activities"|"campaigns"`,
        `"use"|"process"|"share"|"disclose" ..24 "for"|"to" ..6 "marketing"|"advertising"|"advertise"|"market"`,
        `"improve"|"measure"|"customize"|"customise"|"personalize"|"personalise"|"tailor"|"deliver"|"serve"|"show" ..8 "advertising"|"ads"|"advertisements"|"adverts"|"offers"|"promotions"`,
      ],
      except: [
        '"not"|"no"|"never" ..30 "marketing"|"advertising"|"advertise"|"market"|"sell"|"promotional"',
        '"express"|"explicit"|"opt-in"|"opt in"|"separate"|"prior"|"specific" ..3 "consent"|"permission" ..30 COMMERCIAL|MARKETING',
        '"stop" ..6 COMMERCIAL|MARKETING',
        '"opt out"|"unsubscribe"|"opt-out" ..10 COMMERCIAL',
        '"separate consent"',
        'ANONYMOUS',
        '^READER ..2 "may"|"can" ..3 "opt out"|"unsubscribe"|"object"|"choose"',
        '"only" ..8 "if you" ..6 "opted in"|"opt in"|"agreed"',
        '"right to object"|"object to"',
        '"receive" ..6 "free"',
      ],
    },
    {
      id: 'listed-purpose-en',
      effect: 'grants',
      language: 'en',
      any: [
        '^"marketing"|"advertising"|"to market"|"promotional"|"promotions"',
        '^"to"|"for" ..3 "market"|"advertise"|"promote"|"marketing"|"advertising"',
      ],
      lead: ['"use"|"process"|"purposes"|"share"|"collect" ... '.trim()],
    },
    {
      id: 'only-if-you-opt-in-en',
      effect: 'limits',
      language: 'en',
      any: [
        '"only" ..4 "send"|"use"|"contact"|"share" ..12 COMMERCIAL|MARKETING ..12 "opted in"|"opt in"|"separately"|"separate consent"',
        '"opted in"|"separately agreed"|"separate consent" ..20 COMMERCIAL|MARKETING',
      ],
    },
    // English
    {
      id: 'promise-en',
      effect: 'limits',
      language: 'en',
      any: [
        '"not"|"no"|"never"|"neither"|"nor" ..24 =SHARE|SELL|"use"|"used"|"sold"|"shared"|"rent"|"send" ..24 "marketing"|"promotional"|"promotion"|"advertising"|"advertise"|"market"|"solicitation"|"advertisers"|"marketers"',
        '"express"|"explicit"|"opt-in"|"opt in"|"separate"|"prior"|"specific" ..3 "consent"|"permission" ..30 COMMERCIAL|MARKETING',
        'COMMERCIAL|MARKETING ..24 "only" ..12 "consent"|"opted in"|"permission"',
        '"only" ..6 "send"|"contact"|"use" ..12 COMMERCIAL ..16 "consent"|"opted in"|"opt in"|"permission"',
      ],
      except: [
        '"you" ..2 "not" ..3 "want"|"wish"',
        '"opt out"|"opt-out"|"unsubscribe"',
        '"not limited to"',
        '"without" ..4 "consent" ..4 "required"',
        '"not a condition"|"not required"',
      ],
    },
  ],
  why: {
    grants: {
      zh: '{actor|平台}会用你的{data|信息}给你推销，或者让别人来推销。',
      en: '{actor|The platform} may use {data|your data} to sell you things, or let others do so.',
    },
    limits: {
      zh: '{actor|平台}承诺不拿你的{data|信息}做推销[，除非{consent}]。',
      en: '{actor|The platform} will not use {data|your data} to sell you things[, unless {consent}].',
    },
  },
  todo: {
    grants: {
      zh: '在设置里关掉个性化推荐和广告；短信按提示退订；不想接推销电话就明确拒绝，再打可以向 12321 举报。',
      en: 'Switch off personalised offers and ads in the settings, unsubscribe from messages, and refuse sales calls; report repeated ones.',
    },
    limits: {
      zh: '截图留着。再收到推销时可以拿它投诉。',
      en: 'Keep a screenshot, and complain with it if they market to you anyway.',
    },
  },
  examples: [
    {
      text: '我们会根据您的偏好，向您推送您可能感兴趣的商品和服务。',
      finds: [{ quote: '我们会根据您的偏好，向您推送您可能感兴趣的商品和服务。', effect: 'grants' }],
    },
    {
      text: '您同意我们通过短信、电话向您发送商业性信息。',
      finds: [{ quote: '您同意我们通过短信、电话向您发送商业性信息。', effect: 'grants' }],
    },
    {
      text: '我行可能将您的信息用于营销和市场推广。',
      finds: [{ quote: '我行可能将您的信息用于营销和市场推广。', effect: 'grants' }],
    },
    {
      text: '您的浏览记录可能用于向您展示个性化广告。',
      finds: [{ quote: '您的浏览记录可能用于向您展示个性化广告。', effect: 'grants' }],
    },
    {
      text: '我们会把您的手机号交给广告公司，以便投放广告。',
      finds: [{ quote: '我们会把您的手机号交给广告公司，以便投放广告。', effect: 'grants' }],
    },
    {
      text: '为让您了解优惠，我们会向您发送促销信息。',
      finds: [{ quote: '为让您了解优惠，我们会向您发送促销信息。', effect: 'grants' }],
    },
    {
      text: '您同意平台使用您的资料推荐其他贷款产品。',
      finds: [{ quote: '您同意平台使用您的资料推荐其他贷款产品。', effect: 'grants' }],
    },
    {
      text: '您同意本公司將您的資料用於共同行銷。',
      finds: [{ quote: '您同意本公司將您的資料用於共同行銷。', effect: 'grants' }],
    },
    {
      text: '我们会向您发送营销短信，您可以回复T退订。',
      finds: [{ quote: '我们会向您发送营销短信，您可以回复T退订。', effect: 'grants' }],
    },
    {
      text: '未经您同意，我们不会向您发送商业性信息。',
      finds: [{ quote: '未经您同意，我们不会向您发送商业性信息。', effect: 'limits' }],
    },
    { text: '我们不会将您的手机号用于营销。', finds: [{ quote: '我们不会将您的手机号用于营销。', effect: 'limits' }] },
    { text: '我们会向您发送还款提醒和账单通知。', finds: [], note: 'service notices' },
    { text: '如您不想接收商业广告，可以回复T退订。', finds: [], note: 'how to stop it' },
    { text: '我们会用您的反馈改进服务。', finds: [] },
    { text: '用户不得利用本平台发布广告。', finds: [], note: 'the reader is forbidden' },
    { text: '我们会为您提供个性化的服务。', finds: [], note: 'no goods, no ads' },
    { text: '参加抽奖活动的用户需要填写收货地址。', finds: [] },
    { text: '您可以关闭个性化推荐功能。', finds: [] },
    { text: '验证码会以短信发送到您的手机。', finds: [] },
    {
      text: 'We may use your information to send you promotional offers.',
      finds: [{ quote: 'We may use your information to send you promotional offers.', effect: 'grants' }],
    },
    {
      text: 'With your data we show you targeted advertising.',
      finds: [{ quote: 'With your data we show you targeted advertising.', effect: 'grants' }],
    },
    {
      text: 'We will not use your personal information for marketing.',
      finds: [{ quote: 'We will not use your personal information for marketing.', effect: 'limits' }],
    },
    { text: 'We will send you a reminder before each payment is due.', finds: [] },
  ],
};
