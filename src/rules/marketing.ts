import type { Rule } from './types.ts';
import { DATA, FORBIDDING_LEAD, FORBIDS_READER } from './words.ts';

/** How to stop it, and what happens when it is stopped; goods and ads of others. */
const SWITCH_OFF = [
  'IN_CASE ..8 "不想"|"不希望"|"不愿意"|"不愿"|"不同意"|"不需要"|"想管理"|"需关闭"|"需修改"',
  '"关闭" ..25 "推荐"|"广告"|"推送"|"功能"',
  '"参加"|"参与"|"举办" ..8 COMMERCIAL',
  '"覆盖面" & "不会"',
  'ANONYMOUS ..6 "处理"',
  '"第三方网站"|"链接"',
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
        'COMMERCIAL ..4!COMMA PROMOTE',
        '"用于"|"作为" ..15!COMMA COMMERCIAL',
        `${DATA} ..25 "改进"|"优化" ..6 COMMERCIAL`,
        '"优化" ..4 "广告"',
        'ENTRUST ..15 "广告投放"|"广告"',
        'ADVERTISER ..40 SHARE|RECEIVE',
      ],
      except: SWITCH_OFF,
      notLead: FORBIDDING_LEAD,
    },
    {
      id: 'recommended-goods',
      effect: 'grants',
      any: [
        '"推荐"|"推送"|"匹配"|"推介"|"推广"|"推销" ..12!COMMA "商品"|"产品"|"广告"|"商家"|"优惠"|"优惠信息"|"活动"|"网点"|"理财"',
        '"向您"|"为您"|"给您"|READER ..3 "推荐"|"推介"|"推销" ..12!COMMA "服务"|"生活服务"',
        '"感兴趣"|"兴趣"|"偏好" ..4!COMMA "商品"|"产品"|"服务"|"广告"|"活动"|"优惠"',
        '"个性化" ..4 "商品"|"广告"|"产品"',
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
        'WILL_NOT ..25 ~PROMOTE|MARKETING|SHARE|SELL ..15 COMMERCIAL|ADVERTISER',
        'WILL_NOT ..12 COMMERCIAL ..12 ~SHARE|SELL|PROMOTE',
      ],
    },
    // English
    {
      id: 'marketing-en',
      effect: 'grants',
      any: [
        `"market to you"|"marketing to you"|"advertise to you"|"cross-sell"|"upsell"|"telemarketing"|"sales calls"|"promotional calls"|"marketing calls"`,
        `"recommend"|"suggest"|"offer you"|"introduce"|"present" ..8 GOODS ..16 PARTNER|AFFILIATE|"third"|"interest"|"you"|"may like"`,
        `"inform"|"tell"|"notify"|"contact"|"update" ..6 "you"|"about" ..8 "offers"|"promotions"|"products"|"special offers"|"new products"`,
        `"for" ..4 "marketing"|"advertising"|"promotional" ..2 "purposes"|"purpose"|"activities"|"campaigns"`,
        `"use"|"process"|"share"|"disclose" ..24 "for"|"to" ..6 "marketing"|"advertising"|"advertise"|"market"`,
        `"improve"|"measure"|"customize"|"customise"|"personalize"|"personalise"|"tailor"|"deliver"|"serve"|"show" ..8 "advertising"|"ads"|"advertisements"|"adverts"|"offers"|"promotions"`,
      ],
      except: [
        '"not" ..10 "marketing"|"advertising"|"advertise"|"market"|"sell"',
        '"opt out"|"unsubscribe"|"opt-out" ..10 COMMERCIAL',
        '"separate consent"',
        'ANONYMOUS',
        '^READER ..2 "may"|"can" ..3 "opt out"|"unsubscribe"|"object"|"choose"',
        '"right to object"|"object to"',
        '"receive" ..6 "free"',
      ],
    },
    {
      id: 'listed-purpose-en',
      effect: 'grants',
      any: [
        '^"marketing"|"advertising"|"to market"|"promotional"|"promotions"',
        '^"to"|"for" ..3 "market"|"advertise"|"promote"|"marketing"|"advertising"',
      ],
      lead: ['"use"|"process"|"purposes"|"share"|"collect" ... '.trim()],
    },
  ],
  why: {
    grants: {
      zh: '{actor|平台}会用{data|你的信息}给你推销，或者让别人来推销。',
      en: '{actor|The platform} uses {data|your data} to sell you things, or lets others do so.',
    },
    limits: {
      zh: '这里答应不拿你的信息做推销，或者先问过你。',
      en: 'Here they promise not to market to you, or to ask you first.',
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
  examples: [],
};
