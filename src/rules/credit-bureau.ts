import type { Rule } from './types.ts';

export const creditBureau: Rule = {
  id: 'credit-bureau',
  group: 'sharing',
  name: { zh: '查征信、报征信', en: 'Credit bureaus' },
  severity: 1,
  patterns: [
    {
      id: 'bad-record',
      effect: 'grants',
      severity: 2,
      any: [
        '"不良信息"|"不良信用信息"|"违约信息"|"逾期信息"|"逾期记录"|OVERDUE|BREACH ... BUREAU_ACT ..20 BUREAU',
        '"不良信息"|"不良信用信息"|"违约信息"|"逾期信息"|"逾期记录"|OVERDUE|BREACH ... BUREAU ..15 BUREAU_ACT',
      ],
      except: ['MINOR', 'FEE'],
    },
    {
      id: 'bureau',
      effect: 'grants',
      any: ['BUREAU ..25 BUREAU_ACT', 'BUREAU_ACT ..40 BUREAU'],
      except: ['MINOR'],
    },
  ],
  why: {
    grants: {
      zh: '{actor|平台}可以向征信机构查你的信用记录，或者把你的借款和逾期报上去。',
      en: '{actor|The platform} may look up your credit record, or report your loan and late payments.',
    },
    limits: {
      zh: '这里答应不查你的征信，或者先单独问过你。',
      en: 'Here they promise not to look up your credit record, or to ask you first.',
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
  examples: [],
};
