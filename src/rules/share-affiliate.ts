import type { Rule } from './types.ts';
import { DATA, DETAIL, RECIPIENT_HEADING, RECIPIENT_LEAD, SETTLED } from './words.ts';

const ASKED = ['SINGLE_CONSENT', 'SINGLY ..6 CONSENT', 'ONLY_THEN ..10 CONSENT ..15 SHARE|MUTUAL'];

export const shareAffiliate: Rule = {
  id: 'share-affiliate',
  group: 'sharing',
  name: { zh: '交给关联公司', en: 'Shared with affiliates' },
  severity: 1,
  patterns: [
    {
      id: 'share-with',
      effect: 'grants',
      any: [
        'WITH_WHOM ..20!COMMA AFFILIATE ..15 MUTUAL',
        'TOWARD_WHOM ..20!COMMA AFFILIATE ..10!COMMA SHARE',
        'SHARE_TO ..20!COMMA AFFILIATE',
        `SHARE ..35!COMMA ${DATA} ..2 TO_WHOM ..15 AFFILIATE`,
        `${DATA} ..8!COMMA SHARE ..4 TO_WHOM ..15 AFFILIATE`,
        'SHARE ..4 TO_WHOM ..12 AFFILIATE',
        'AFFILIATE ..4 "内部"|"之间"|"间" ..8 MUTUAL|SHARE',
        'AFFILIATE ..3 MUTUAL',
        'MUTUAL ..8 AFFILIATE',
      ],
      except: [
        '"outside" ..3 AFFILIATE|"group"|"company"|"network"|"sources"|"organisation"|"organization"',
        ...SETTLED,
        ...ASKED,
        'AFFILIATE ..4 "以外"|"之外"',
        '"取得您授权"',
        '"权利"|"权利义务"|"义务" ..12 AFFILIATE',
        'AFFILIATE ..20 "权利"',
        '"互动"',
      ],
    },
    {
      id: 'affiliate-gets',
      effect: 'grants',
      any: [
        `AFFILIATE ..12!COMMA MAY|NEED_TO ..6!COMMA RECEIVE ..20 ${DATA}`,
        `CONSENT ..20!COMMA AFFILIATE ..12 RECEIVE ..25 ${DATA}`,
        `AFFILIATE ..25 RECEIVE ..10 READER ..10 ${DATA}`,
        `${DATA} ..12 KEEP_DATA ..12!COMMA AFFILIATE`,
        `AFFILIATE ..8 SDK ..6 RECEIVE ..15 ${DATA}`,
        'CONSENT ..8 "视为"|"及于"|"同样适用于"|"等同于" ..20!COMMA AFFILIATE',
        'AFFILIATE ..10 "凭借" ..6 CONSENT',
        `ENTRUST ..15!COMMA AFFILIATE ..12!COMMA PROCESS ..15 ${DATA}`,
      ],
      except: [
        '"取得" ..3 "授权"',
        '"留存"',
        ...SETTLED,
        ...ASKED,
        '"从"|"自"|"向" ..15!COMMA AFFILIATE ..20 COLLECT_VERB',
        'AFFILIATE ..6 "客户端"|"提供"',
      ],
    },
    {
      id: 'listed-case',
      effect: 'grants',
      any: ['^AFFILIATE', 'AFFILIATE ..4 "运营" ..3 "需要"', 'SHARE_TO ..12 AFFILIATE'],
      lead: ['~SHARE|SELL ... EXCEPT|OUTSIDE|LISTED', 'EXCEPT|OUTSIDE ... ~SHARE|SELL'],
      except: ['CONSENT'],
    },
    {
      id: 'recipient-row',
      effect: 'grants',
      any: [`^AFFILIATE ..12!SHARE ${DETAIL}`, `^"集团内"|PARTY_C|PARTY_B|WE ..3 AFFILIATE ..12!SHARE ${DETAIL}`],
      under: RECIPIENT_HEADING,
      except: SETTLED,
    },
    {
      id: 'listed-recipient',
      effect: 'grants',
      any: ['AFFILIATE'],
      lead: RECIPIENT_LEAD,
      notLead: ['~SHARE|MUTUAL ... ANYONE'],
    },
    {
      id: 'promise',
      effect: 'limits',
      any: [
        'WILL_NOT ..20 AFFILIATE ..12 ~SHARE|MUTUAL|SELL',
        'WILL_NOT ..20 ~SHARE|MUTUAL|SELL|SHARE_TO ..20 AFFILIATE',
      ],
      with: [DATA],
      except: ['AFFILIATE ..4 OUTSIDE', 'OUTSIDE ..4 AFFILIATE', 'MINOR', 'MERGER', 'WE ..3 AFFILIATE ..3 WILL_NOT'],
    },
    {
      id: 'asked-first',
      effect: 'limits',
      any: [
        'AFFILIATE ... SINGLE_CONSENT ..20 SHARE|MUTUAL',
        'AFFILIATE ... SINGLY ..6 CONSENT ..20 SHARE|MUTUAL',
        'SINGLE_CONSENT ..25 AFFILIATE ..15 MUTUAL|SHARE',
        'SINGLE_CONSENT ..25 SHARE ..15 AFFILIATE',
        'SINGLY ..6 CONSENT ..25 AFFILIATE ..15 MUTUAL|SHARE',
        'ONLY_THEN ..10 CONSENT ..25 AFFILIATE ..15 SHARE|MUTUAL',
      ],
      except: ['CHANGE ..20 "目的"|"用途"'],
    },
    // English
    {
      id: 'group-en',
      effect: 'grants',
      language: 'en',
      any: [
        `"companies"|"entities"|"members"|"company" ..3 "within"|"in"|"of" ..6 "group" ..10 MAY ..6 RECEIVE|SHARE`,
        `SHARE|MUTUAL ..24 "with"|"to"|"among"|"within"|"between"|"amongst" ..12 AFFILIATE|"group"`,
        `AFFILIATE ..10 MAY ..4 "use"|"collect"|"receive"|"access"|"process"|"share"|"obtain"`,
        `AFFILIATE ..1 "use"|"process"|"receive"|"access"|"collect" ..12 ${DATA}`,
        `"affiliates" ..3 "everyday business"|"to market to you"`,
        `"we"|"us" ..4 AFFILIATE ..6 "may"|"will"|"can" ..6 "use"|"collect"|"share"|"process"|"obtain"|"disclose" ..16 ${DATA}`,
      ],
      with: [`${DATA}|READER`],
      except: [
        '"outside" ..2 AFFILIATE|"group"',
        'ANONYMOUS',
        'MERGER',
        '"affiliates\'" ..4 "services"',
        '"not" ..8 =SHARE|MUTUAL',
        '"employees"|"directors" ..6 "liable"',
      ],
    },
    {
      id: 'listed-recipient-en',
      effect: 'grants',
      language: 'en',
      any: ['^AFFILIATE', '^"to"|"with"|"our"|"other"|"any" ..4 AFFILIATE'],
      lead: ['SHARE ... "to"|"with"|"following"', '"we may also" ..2 SHARE', 'SHARE ..8 PERSONAL_INFO'],
      notLead: ['~SHARE|SELL ..30 ANYONE', '"collect"|"receive"|"obtain" ..10 "from"'],
      except: ['MERGER', 'ANONYMOUS'],
    },
    {
      id: 'recipient-under-a-heading-en',
      effect: 'grants',
      language: 'en',
      any: ['^AFFILIATE'],
      under: ['SHARE|"disclosure"|"sharing"|"disclosures"|"share"'],
      notUnder: ['"collect" ..4 "from"'],
      except: ['~SHARE', 'MERGER'],
    },
  ],
  why: {
    grants: {
      zh: '{actor|平台}可以把你的{data|信息}交给同一集团的公司。',
      en: '{actor|The platform} may give {data|your data} to companies of the same group.',
    },
    limits: {
      zh: '{actor|平台}承诺不随便把你的{data|信息}交给关联公司[，要交先得{consent}]。',
      en: '{actor|The platform} will not freely give {data|your data} to affiliates[: only if {consent}].',
    },
  },
  todo: {
    grants: {
      zh: '问清楚是哪些公司、拿去做什么。不放心就只填必填的。',
      en: 'Ask which companies these are and what they do with it. If in doubt, fill in only what is required.',
    },
    limits: {
      zh: '截图留着。别的公司拿着你的资料找上门时，用得上。',
      en: 'Keep a screenshot. It helps if another company turns up with your data.',
    },
  },
  examples: [
    {
      text: '您的个人信息可能会与我们的关联公司共享。',
      finds: [{ quote: '您的个人信息可能会与我们的关联公司共享。', effect: 'grants' }],
    },
    {
      text: '为统一账号，我们会将您的账户信息同步给集团内的子公司。',
      finds: [{ quote: '为统一账号，我们会将您的账户信息同步给集团内的子公司。', effect: 'grants' }],
    },
    {
      text: '本人授权贵司及其关联公司查询、使用本人的信用信息。',
      finds: [{ quote: '本人授权贵司及其关联公司查询、使用本人的信用信息。', effect: 'grants' }],
    },
    {
      text: '关联方可能会使用您的手机号，向您介绍新产品。',
      finds: [{ quote: '关联方可能会使用您的手机号，向您介绍新产品。', effect: 'grants' }],
    },
    {
      text: '您的信息可能在本行及附属公司内部共享，用于风险管理。',
      finds: [{ quote: '您的信息可能在本行及附属公司内部共享，用于风险管理。', effect: 'grants' }],
    },
    {
      text: '您对本公司的授权视为同时授予本公司的关联公司。',
      finds: [{ quote: '您对本公司的授权视为同时授予本公司的关联公司。', effect: 'grants' }],
    },
    {
      text: '您同意本公司向關係企業提供您的往來資料。',
      finds: [{ quote: '您同意本公司向關係企業提供您的往來資料。', effect: 'grants' }],
    },
    {
      text: '我们委托关联公司处理您的订单信息。',
      finds: [{ quote: '我们委托关联公司处理您的订单信息。', effect: 'grants' }],
    },
    {
      text: '未经您同意，我们不会与关联公司共享您的个人信息。',
      finds: [{ quote: '未经您同意，我们不会与关联公司共享您的个人信息。', effect: 'limits' }],
    },
    {
      text: '只有经过您的同意，我们才会将上述信息与关联方共享。',
      finds: [{ quote: '只有经过您的同意，我们才会将上述信息与关联方共享。', effect: 'limits' }],
    },
    {
      text: '取得您的单独同意后，我们会将您的敏感信息提供给关联公司。',
      finds: [{ quote: '取得您的单独同意后，我们会将您的敏感信息提供给关联公司。', effect: 'limits' }],
    },
    {
      text: '我们不会向任何第三方提供您的信息，但下列情况除外：\n(1)关联公司为您提供服务时需要；',
      finds: [{ quote: '(1)关联公司为您提供服务时需要；', effect: 'grants' }],
    },
    { text: '关联公司是指与本公司存在控制关系的公司。', finds: [] },
    { text: '您可以用同一手机号登录关联账号。', finds: [] },
    { text: '本协议项下的权利义务可以转移给关联公司。', finds: [], note: 'the contract moves, not data' },
    { text: '关联公司另有隐私政策的，以其隐私政策为准。', finds: [] },
    { text: '我们属于某某集团，总部设在上海。', finds: [] },
    { text: '关联公司改变使用目的的，将再次征求您的同意。', finds: [], note: 'a softener' },
    {
      text: 'We may disclose your information to our affiliates and subsidiaries.',
      finds: [{ quote: 'We may disclose your information to our affiliates and subsidiaries.', effect: 'grants' }],
    },
    {
      text: 'Your details may be shared with other companies within our group.',
      finds: [{ quote: 'Your details may be shared with other companies within our group.', effect: 'grants' }],
    },
    {
      text: 'We do not share your personal data with our affiliates.',
      finds: [{ quote: 'We do not share your personal data with our affiliates.', effect: 'limits' }],
    },
    { text: 'Our affiliates are listed on our website.', finds: [] },
  ],
};
