import type { Rule } from './types.ts';

const THEM = 'CONTACT|CONTACT_INFO|EMERGENCY_INFO';
const ORDERS = ['ORDER_CONTEXT', 'ORDER_PERSON'];

export const contactCollect: Rule = {
  id: 'contact-collect',
  group: 'people',
  name: { zh: '要你填亲友的信息', en: 'Asking for details of people you know' },
  severity: 2,
  patterns: [
    {
      id: 'promises-not-to-collect',
      effect: 'limits',
      any: [
        `~COLLECT|GATHER ..30!ADDRESS_BOOK ${THEM}|BARE_CONTACT|KIN|FRIEND`,
        `${THEM} ..8!COMMA ~COLLECT|GATHER`,
        `NO_NEED ..5!CONSENT COLLECT ..10!COMMA ${THEM}|BARE_CONTACT|KIN`,
        `ASKED_APART ... COLLECT|GATHER ..20 ${THEM}`,
      ],
      except: ['NO_NEED ..8 ASKED_APART', 'REFUSE', '~REACH|URGE|TELL|NOTIFY|REVEAL', 'GIVEN ..6 CONTACT|BARE_CONTACT'],
    },
    {
      id: 'collects',
      effect: 'grants',
      any: [
        `GATHER ..80!CONSENT_OF ${THEM}`,
        `GATHER ..40!ADDRESS_BOOK|CONSENT_OF KIN|FRIEND|COLLEAGUE ..4!COMMA FILL_FORM`,
      ],
      except: [
        ...ORDERS,
        `TO ..8 CONTACT ..10!COMMA|FILL_FORM GATHER|VERIFY`,
        'ASKED_APART',
        'GATHER ..20 ADDRESS_BOOK ..6 CONTACT_INFO',
        'GATHER ..8 CONTACT ..3 CONSENT_OF',
        'NO_NEED ..5 COLLECT',
      ],
    },
    {
      id: 'asks-for',
      effect: 'grants',
      any: [
        `COLLECT ..80!CONSENT_OF ${THEM}`,
        `COLLECT ..30!CONSENT_OF|WE|PLATFORM KIN|FRIEND|COLLEAGUE ..3!COMMA FILL_FORM`,
        `COLLECT ..4!GIVEN|COMMA BARE_CONTACT ..3!COMMA FILL_FORM`,
      ],
      except: [
        ...ORDERS,
        '"手动输入"',
        `GIVEN ..8 CONTACT|BARE_CONTACT|CONTACT_INFO|KIN`,
        'ASKED_APART',
        'NO_NEED ..5 COLLECT',
        `REACH|URGE|NOTIFY ..8!COMMA CONTACT|KIN`,
        'READ ..20 ADDRESS_BOOK',
        'OPTIONAL',
      ],
    },
    {
      id: 'their-details',
      effect: 'grants',
      any: [
        `CONTACT ..6!COMMA|ADDRESS_BOOK FILL_FORM ..14 COLLECT|GATHER`,
        `CONTACT ..40 DETAIL_CHANGE`,
        `DETAIL_CHANGE ..40 CONTACT ..4 EMPLOYER|FILL_FORM`,
        `KIN ..2!COMMA "月薪金收入"|"薪金收入"|"月薪金"|"收入"|"支出"|"月还贷支出"|"月收入"`,
        `KIN ..2!COMMA "（" ..3 "签字"|"签名"|"签章"`,
      ],
      except: [...ORDERS, `TO ..8 CONTACT`, `REACH|URGE|NOTIFY ..4!COMMA CONTACT`, 'OPTIONAL'],
    },
    {
      id: 'listed-under-a-lead-in',
      effect: 'grants',
      scope: 'joined',
      any: [`GATHER|COLLECT ... ${THEM}`, `GATHER|COLLECT ... KIN|FRIEND ..3!COMMA FILL_FORM`],
      lead: ['GATHER|COLLECT'],
      notLead: ['~GATHER|COLLECT', 'ORDER_CONTEXT', '"是指"'],
      except: [...ORDERS, 'REACH|URGE|TELL|NOTIFY', 'ENSURE ... CONSENT_OF', 'OPTIONAL'],
    },
  ],
  why: {
    grants: {
      zh: '{actor|平台}要你填写或交出{people|亲友}的姓名、电话等信息。',
      en: '{actor|The platform} asks for names, numbers or other details of {people|people you know}.',
    },
    limits: {
      zh: '{actor|平台}承诺不收集{people|亲友}的信息，或者要先单独问过你。',
      en: '{actor|The platform} promises not to collect details of {people|people you know}, or to ask you separately first.',
    },
  },
  todo: {
    grants: {
      zh: '能不填就不填。非填不可，先征得对方同意，只填一个人，只填必填的几项。',
      en: 'Leave it empty if you can. If you cannot, ask the person first, and give one person and the required fields only.',
    },
    limits: {
      zh: '把这一句截图留好。若页面还是要你填亲友的信息，可以凭它拒绝。',
      en: 'Keep a screenshot of this sentence. If a page still asks for such details, you can point to it.',
    },
  },
  examples: [],
};
