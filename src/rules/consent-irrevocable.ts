import type { Rule } from './types.ts';

export const consentIrrevocable: Rule = {
  id: 'consent-irrevocable',
  group: 'consent',
  name: { zh: '同意后难反悔', en: 'Hard to take back' },
  severity: 2,
  patterns: [
    {
      id: 'irrevocable',
      effect: 'grants',
      any: [
        'IRREVOCABLE ..8 CONSENT|ACCEPT',
        'CONSENT|ACCEPT ..8 IRREVOCABLE',
        'IRREVOCABLE ..8 "承诺"|"委托"|"指令"|"指示"|"权利"|"许可"',
        '"委托"|"指令"|"指示"|"授权" ..14 IRREVOCABLE',
      ],
      except: ['IRREVOCABLE ..6 SURETY', 'SURETY ..4 IRREVOCABLE', '"注销" ..8 IRREVOCABLE', 'LENDER ..10 IRREVOCABLE', '"投资人"|"出借人"|"贷出方" ..8 IRREVOCABLE', 'IRREVOCABLE ... SURETY'],
    },
    {
      id: 'unconditional',
      effect: 'grants',
      any: ['UNCONDITIONAL ..2 "授权"|"同意" ..24 DISCLOSE|SHARE|REACH|READ|"逾期"'],
    },
    {
      id: 'without-end',
      effect: 'grants',
      any: ['PERPETUAL ..6 KEEP_OR_USE|"有效"|"授权"', '"授权" ..16 PERPETUAL', 'KEEP_OR_USE ..6 PERPETUAL', '"永久保存"'],
      except: ['"不会" ..3 PERPETUAL', '"本协议" ..1 PERPETUAL', '"删除"', '"证件"'],
    },
    {
      id: 'no-more-asking',
      effect: 'grants',
      any: [
        'NO_MORE_ASKING ..10 "通知"|"告知"|"同意"|"授权"|"许可"',
      ],
      with: ['SHARE|READ|DISCLOSE|KEEP_OR_USE|AUTO_DEBIT|BUREAU'],
      except: ['ASSIGNED', 'DOC_CHANGE ..8 DOC', '"法律"', '"匿名"', '"去标识化"', '"以下" ..4 "情形"'],
    },
    {
      id: 'waives-claims',
      effect: 'grants',
      any: ['WAIVES ..14 OBJECTIONS', 'NO_OBJECTION'],
      except: ['"仲裁"', '"保证担保"', '"答辩"', '"不视为"|"不得视为"|"不构成" ... WAIVES'],
    },
    {
      id: 'no-liability-for-telling',
      effect: 'grants',
      any: ['PUBLICITY_HARM ... NO_LIABILITY'],
      with: ['PERSONAL_INFO|"黑名单"|"逾期记录"|"隐私"'],
      except: ['"网络" ..10 "故障"'],
    },
    {
      id: 'goes-on-after-the-end',
      effect: 'grants',
      any: ['WHEN_ENDED ... GOES_ON ..8 KEEP_OR_USE ..12 PERSONAL_INFO', '"授权" ..12 WHEN_ENDED ..10 GOES_ON'],
      except: ['"撤回" ... "此前"|"之前"', 'LAW_SAYS ..10 "规定" ..4 "期限"'],
    },
  ],
  why: {
    grants: {
      zh: '这一条让你以后难反悔：{consent|同意之后}，对方可以一直照做，你不好再反对。',
      en: 'This makes it hard to change your mind: with {consent|your consent}, they may go on, and you have little room to object.',
    },
    limits: { zh: '', en: '' },
  },
  todo: {
    grants: {
      zh: '“不可撤销”写了也不等于法律上就不能撤回：个人信息的同意，你有权撤回。把这一条截图，书面告诉客服你要撤回或要求停止使用；自动扣款可以到银行或支付应用里解约。',
      en: 'Writing “irrevocable” does not take away your legal right to withdraw consent for personal data. Keep a screenshot, tell support in writing that you withdraw, and cancel automatic debits at your bank or in your payment app.',
    },
    limits: { zh: '', en: '' },
  },
  examples: [],
};
