import type { Rule } from './types.ts';
import { DATA, DETAIL, SETTLED, THIRD } from './words.ts';

/** Third parties that are no lender: a lender that collects data does so for itself. */
const GETTERS = 'PARTNER|VENDOR|SDK|MERCHANT|ADVERTISER';

/** Introduces exceptions to a promise not to share, or the cases in which data is shared. */
const SHARING_LEAD = [
  '~SHARE|SELL ... EXCEPT|OUTSIDE|LISTED',
  'EXCEPT|OUTSIDE ... ~SHARE|SELL',
  'CONFIDENTIAL ... EXCEPT|OUTSIDE',
  'LISTED ... MAY ..6 "披露"',
];
/** Sharing that the sentence lets happen only after a separate consent, or with nothing but statistics. */
const HELD_BACK = [
  'SINGLE_CONSENT',
  'SINGLY ..6 CONSENT',
  '"统计信息"|"覆盖面"|"不能识别"|"无法识别" & SHARE',
  'ANONYMOUS ..6 "处理"|"数据"',
];
/** The reader hands the data over, keeps it up to date, or must be careful with it. */
const BY_READER = [
  'READER ..1 TOWARD_WHOM ..8 PARTNER|FUNDER|MERCHANT',
  'READER ..12!WE|PLATFORM|COMMA READER_DUTY ..12!COMMA TOWARD_WHOM ..10!COMMA PARTNER|FUNDER ..8 SHARE',
  'READER|PARTY_A ..3 "应"|"有义务"|"应当" ..20 SHARE',
  '"承诺"|"保证" ..8 TOWARD_WHOM ..12 SHARE',
  '"主动" ..3 SHARE',
  '"不可避免" ..6 TOWARD_WHOM',
  '"功能组件"',
];

export const sharePartner: Rule = {
  id: 'share-partner',
  group: 'sharing',
  name: { zh: '交给合作方和其他第三方', en: 'Shared with partners and other third parties' },
  severity: 1,
  patterns: [
    {
      id: 'give-to',
      effect: 'grants',
      any: [
        `${DATA} ..20 SHARE_TO ..30!COMMA ${THIRD}`,
        `SHARE_TO ..12!COMMA ${THIRD} ..30 ${DATA}`,
        `SHARE ..35!COMMA ${DATA} ..2 TO_WHOM ..15!COMMA ${THIRD}`,
        `${DATA} ..6!COMMA SHARE ..3 TO_WHOM ..15 ${THIRD}`,
        `${DATA} ..3 SHARE ..6!COMMA ${THIRD}`,
      ],
      except: [...SETTLED, ...HELD_BACK, ...BY_READER],
    },
    {
      id: 'toward',
      effect: 'grants',
      any: [
        `TOWARD_WHOM ..30!COMMA|COLLECT_VERB ${THIRD} ..12!COMMA|COLLECT_VERB SHARE ..25!COMMA ${DATA}`,
        `${DATA} ..20!COMMA TOWARD_WHOM ..30!COMMA|COLLECT_VERB ${THIRD} ..8!COMMA|COLLECT_VERB SHARE`,
        `${THIRD} ..60 TOWARD_WHOM + THOSE ..3 SHARE ..20!COMMA ${DATA}`,
      ],
      except: [...SETTLED, ...HELD_BACK, ...BY_READER],
    },
    {
      id: 'share-with',
      effect: 'grants',
      any: [
        `WITH_WHOM ..25!COMMA ${THIRD} ..6!COMMA MUTUAL|"数据共享"|"信息共享"`,
        `WITH_WHOM ..25!COMMA ${THIRD} ..3 "进行" ..4 "数据共享"|"信息共享"|"共享"`,
        `${THIRD} ..60 WITH_WHOM + THOSE ..3 MUTUAL`,
        `${THIRD} ..4 "会"|"可能"|"将" ..3 WITH_WHOM + "我们" ..2 MUTUAL`,
      ],
      with: [DATA],
      except: [...SETTLED, ...HELD_BACK, ...BY_READER],
    },
    {
      id: 'advertisers',
      effect: 'grants',
      any: [
        `WITH_WHOM|TOWARD_WHOM ..40 ADVERTISER ..40!COMMA MUTUAL|SHARE`,
        `ADVERTISER ..60 TOWARD_WHOM + THOSE ..3 SHARE|MUTUAL`,
        `ADVERTISER ..12!COMMA MAY|NEED_TO ..4 RECEIVE ..25 ${DATA}`,
      ],
      with: [DATA],
      except: ['"覆盖面"', 'SINGLE_CONSENT'],
    },
    {
      id: 'entrusted-processing',
      effect: 'grants',
      any: [
        `ENTRUST ..15!COMMA ${THIRD} ..10!COMMA PROCESS ..15!COMMA ${DATA}`,
        `${DATA} ..6 ENTRUST ..3 TO_WHOM ..25!COMMA ${THIRD} ..10 PROCESS`,
      ],
      except: [...SETTLED, ...HELD_BACK],
    },
    {
      id: 'third-party-gets',
      effect: 'grants',
      any: [
        `${GETTERS} ..12!COMMA MAY|NEED_TO ..6!COMMA RECEIVE ..20!COMMA ${DATA}`,
        `CONSENT ..6 ${GETTERS} ..8!COMMA RECEIVE ..20!COMMA ${DATA}`,
        `"由" ..4 ${THIRD} ..6!COMMA COLLECT_VERB ..15!COMMA ${DATA}`,
      ],
      except: [
        ...SETTLED,
        ...HELD_BACK,
        `"从"|"自"|"向"|"通过"|"经" ..10!COMMA ${THIRD} ..10 COLLECT_VERB`,
        'NO_LIABILITY',
        '"主动"',
      ],
    },
    {
      id: 'sdk',
      effect: 'grants',
      any: [
        `SDK ..10 RECEIVE ..20 ${DETAIL}|PERSONAL_INFO`,
        `SDK ... "需要"|"会"|"可能"|"将" ..3 RECEIVE ..20 ${DETAIL}|PERSONAL_INFO`,
      ],
      except: [...SETTLED, '"从" ..4 VENDOR ..4 "获取"', '"清单"'],
    },
    {
      id: 'abroad',
      effect: 'grants',
      severity: 2,
      any: [
        `${DATA} ..25!COMMA SHARE|KEEP_DATA ..6!COMMA ABROAD`,
        `TOWARD_WHOM ..6 ABROAD ..6!COMMA SHARE ..12!COMMA ${DATA}`,
        `SHARE_TO|SHARE ..8!COMMA ABROAD & ${DATA}`,
        `${DATA} ..20 SHARE ..12 ABROAD`,
      ],
      except: [...SETTLED, ...HELD_BACK, 'IN_CASE ... SHARE ... SEEK ..8 CONSENT'],
    },
    {
      id: 'disclose-at-will',
      effect: 'grants',
      any: [`MAY ..6!COMMA DISCLOSING ..20!COMMA ${DATA}`, `"有权"|"善意" ..6 "披露"`],
      except: [...SETTLED, ...HELD_BACK, ...BY_READER, '"公开披露"'],
    },
    {
      id: 'lender-may-ask',
      effect: 'grants',
      any: ['"有权" ..3 "要求" ..6 "提供" ..10 "信息"|"资料"'],
      except: ['"要求" ..3 READER'],
    },
    {
      id: 'published',
      effect: 'grants',
      any: [
        'PARTY_B|PARTY_C|PARTY_D|WE|PLATFORM|"受托人" ..20!COMMA "发布" ..12!COMMA "借款信息"|"借款申请信息"|"借款申请"|"借款项目"|"个人信息"',
      ],
      except: ['READER ..12!PLATFORM|WE "发布"', 'OVERDUE', '"暂停"'],
    },
    {
      id: 'listed-case',
      effect: 'grants',
      any: [
        `ONLY_THEN ..3 =SHARE ..10 ${DATA}`,
        'PROTECTING ..25 INTERESTS',
        '"核心功能"|"所要求的产品和服务"|"您需要的服务"',
        `^VENDOR|MERCHANT|FUNDER`,
        `SHARE_TO ..20 ${THIRD}`,
      ],
      lead: SHARING_LEAD,
      except: [
        ...SETTLED,
        '"重大"|"生命"|"国家安全"|"公共安全"|"难以"|"很难"|"紧急"',
        'PROTECTING + "社会"|"社会公众"|"公共"',
        'CONSENT',
        'AFFILIATE',
        'BUREAU',
      ],
    },
    {
      id: 'promise',
      effect: 'limits',
      any: [
        `WILL_NOT ..30 ~SHARE|SELL ..30!COMMA ANYONE|${THIRD}`,
        `WILL_NOT ..30 ANYONE|${THIRD}|"对外" ..15 ~SHARE|SELL`,
        `WILL_NOT ..12 ~SELL ..20!COMMA ${DATA}`,
        `WILL_NOT ..30 ${DATA} ..8 ~SELL|ENTRUST|"转让"`,
        `WILL_NOT ..8 "转让"|"共享" ..6 ${DATA}`,
      ],
      with: [DATA],
      except: [
        'READER ..2!WE "不得"|"不应"|"须"|"请"|"应"|"严禁"',
        '"拒绝" ..12 SHARE|RECEIVE',
        'NO_LIABILITY',
        '"不能" ..2 "确保"|"保证"',
        '"不及时"|"未及时"|"未书面"',
        '"签署" ..6 "协议"|"协定"',
        '"要求" ..3 "第三方"|"其"|"他们"',
        'MERGER',
        'MINOR',
        '"公开披露"',
      ],
    },
    {
      id: 'separate-consent',
      effect: 'limits',
      any: [
        'SINGLE_CONSENT ..25 SHARE|RECEIVE',
        'SINGLY ..8 CONSENT ..25 SHARE|RECEIVE',
        'SHARE ... SINGLE_CONSENT',
        'SHARE ... SINGLY ..10 CONSENT',
        '"接收方"|"境外" ... SINGLE_CONSENT',
        '"接收方"|"境外" ... SINGLY ..10 CONSENT',
      ],
      with: [DATA],
      except: [
        'CHANGE',
        '"权限"',
        'NO_ASKING',
        'MERGER',
        'MINOR',
        'ANONYMOUS',
        '"并不代表"',
        'AFFILIATE',
        '"公开披露"',
        'READER ..1 "需要"|"需" ..3 "提供"',
      ],
    },
    {
      id: 'asks-before',
      effect: 'limits',
      any: [
        'IN_CASE ..12 "对外"|"共享"|"转让"|"跨境"|"境外"|ABROAD|"传输" ..90 SEEK ..10 CONSENT',
        'OUTSIDE|EXCEPT ..12 SHARE ..30 "再次"|"另行"|"征求" ..10 CONSENT',
      ],
      with: [DATA],
      except: [
        'CHANGE',
        'SEEK ..10 CONSENT ..2 "后"',
        '"但以下"|"以下情形"|"已公开"|"公开披露"',
        'MERGER',
        'MINOR',
        'OTHER_PEOPLE',
        'NO_ASKING',
        'ANONYMOUS',
      ],
    },
    {
      id: 'only-with-consent',
      effect: 'limits',
      any: [
        `ONLY_THEN ..15 CONSENT ..15 MUTUAL|"提供" ..20 ${DATA}|${THIRD}|ANYONE`,
        'ONLY_THEN ..3 "以下"|"下列" ..4 MUTUAL|"提供"',
        'ONLY_THEN ..3 "以下"|"下列" ..4 TOWARD_WHOM ..8 "提供"|"披露"',
      ],
      with: [DATA],
      except: ['MINOR', '"请"', 'AFFILIATE + ONLY_THEN', 'IN_CASE ..3 READER'],
    },
    {
      id: 'confidential',
      effect: 'limits',
      any: [
        `OWNER ..15 ${DATA} ..20 DUTY ..8 CONFIDENTIAL`,
        `DUTY ..4 "对"|"为" ..12 OWNER ..15 ${DATA} ..15 CONFIDENTIAL`,
        `OWNER ..10 ${DATA} ..12!COMMA "保密"|"依法保密"|"严格保密"`,
      ],
      except: ['SECRET_OTHER', '"要求" ..3 "其"|"他们"|"相关"|"境外"', 'SOFTENER', 'READER ..2 "应"|"须" ..12 "密码"'],
    },
  ],
  why: {
    grants: {
      zh: '{actor|平台}可以把{data|你的信息}交给{recipients|合作方和其他第三方}。',
      en: '{actor|The platform} may give {data|your data} to {recipients|partners and other third parties}.',
    },
    limits: {
      zh: '这里答应不随便把你的信息交给第三方，或者要先单独问过你。',
      en: 'Here they promise not to give your data to third parties freely, or to ask you separately first.',
    },
  },
  todo: {
    grants: {
      zh: '看清楚交给谁、交什么。能不填的就不填，用不着的权限关掉。',
      en: 'Look at who gets what. Leave out what you need not fill in, and switch off permissions you do not need.',
    },
    limits: {
      zh: '截图留着。以后发现信息被外传，投诉时用得上。',
      en: 'Keep a screenshot. It helps with a complaint if your data turns up elsewhere.',
    },
  },
  examples: [],
};
