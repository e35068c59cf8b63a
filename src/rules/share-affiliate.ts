import type { Rule } from './types.ts';
import { DATA, SETTLED } from './words.ts';

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
        ...SETTLED,
        ...ASKED,
        'AFFILIATE ..4 "以外"|"之外"',
        '"取得您授权"',
        '"权利" ..12 AFFILIATE',
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
        'CONSENT ..8 "视为"|"及于" ..20 AFFILIATE ..12 CONSENT|"主体"',
        'AFFILIATE ..10 "凭借" ..6 CONSENT',
        `ENTRUST ..15!COMMA AFFILIATE ..12!COMMA PROCESS ..15 ${DATA}`,
      ],
      except: [
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
      any: [
        `"companies"|"entities"|"members"|"company" ..3 "within"|"in"|"of" ..6 "group" ..10 MAY ..6 RECEIVE|SHARE`,
        `SHARE|MUTUAL ..24 "with"|"to"|"among"|"within"|"between"|"amongst" ..12 AFFILIATE|"group"`,
        `AFFILIATE ..10 MAY ..4 "use"|"collect"|"receive"|"access"|"process"|"share"|"obtain"`,
        `"we"|"us" ..4 AFFILIATE ..6 "may"|"will"|"can" ..6 "use"|"collect"|"share"|"process"|"obtain"|"disclose" ..16 ${DATA}`,
      ],
      with: [`${DATA}|READER`],
      except: [
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
      any: ['^AFFILIATE', '^"to"|"with"|"our"|"other"|"any" ..4 AFFILIATE'],
      lead: ['SHARE ... "to"|"with"|"following"', '"we may also" ..2 SHARE', 'SHARE ..8 PERSONAL_INFO'],
      notLead: ['~SHARE|SELL ..30 ANYONE', '"collect"|"receive"|"obtain" ..10 "from"'],
      except: ['MERGER', 'ANONYMOUS'],
    },
  ],
  why: {
    grants: {
      zh: '{actor|平台}可以把{data|你的信息}交给同一集团的公司。',
      en: '{actor|The platform} may give {data|your data} to companies of the same group.',
    },
    limits: {
      zh: '这里答应不把你的信息随便交给关联公司，或者要先单独问过你。',
      en: 'Here they promise not to pass your data to affiliates freely, or to ask you separately first.',
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
  examples: [],
};
