import { READER_DOES } from './people.ts';
import type { Rule } from './types.ts';

const THEM = 'CONTACT|CONTACT_INFO|EMERGENCY_INFO';

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
        `~COLLECT|READ ..30 ${THEM}|BARE_CONTACT|KIN|FRIEND`,
        `${THEM} ..8!COMMA ~COLLECT|READ`,
        `NO_NEED ..4!CONSENT COLLECT ..10!COMMA ${THEM}|BARE_CONTACT|KIN`,
        `ASKED_APART ... COLLECT|READ ..20 ${THEM}`,
      ],
      except: ['NO_NEED ..8 ASKED_APART', 'REFUSE', '~COLLECT|READ ..20 ADDRESS_BOOK', '~REACH|URGE|TELL'],
    },
    {
      id: 'collects',
      effect: 'grants',
      any: [`READ ..80 ${THEM}`, `READ ..30!ADDRESS_BOOK|BUT KIN|FRIEND|COLLEAGUE ..4!COMMA FILL_FORM`],
      except: [
        'ORDER_CONTEXT',
        `TO ..8 CONTACT ..10!COMMA|FILL_FORM READ|VERIFY`,
        'ASKED_APART',
        'READ ..20 ADDRESS_BOOK',
      ],
    },
    {
      id: 'asks-for',
      effect: 'grants',
      any: [
        `COLLECT ..80!BUT ${THEM}`,
        `COLLECT ..30!BUT|WE|PLATFORM KIN|FRIEND|COLLEAGUE ..3!COMMA FILL_FORM`,
        `COLLECT ..3!GIVEN|COMMA BARE_CONTACT ..2 FILL_FORM`,
      ],
      except: [
        'ORDER_CONTEXT',
        `GIVEN ..8 CONTACT|BARE_CONTACT|KIN`,
        'ASKED_APART',
        READER_DOES,
        `REACH|URGE ..8!COMMA CONTACT|KIN`,
        'COLLECT ..20 ADDRESS_BOOK',
      ],
    },
    {
      id: 'their-details',
      effect: 'grants',
      any: [
        `CONTACT ..6!COMMA|ADDRESS_BOOK FILL_FORM ..14 COLLECT|READ`,
        `CONTACT ..30 DETAIL_CHANGE`,
        `DETAIL_CHANGE ..16!COMMA CONTACT`,
        `KIN ..2!COMMA "月薪金收入"|"收入"|"支出"|"月还贷支出"|"月收入"`,
        `KIN ..2 "（" ..3 "签字"|"签名"|"签章"`,
      ],
      except: ['ORDER_CONTEXT', `TO ..8 CONTACT`, `REACH|URGE ..8!COMMA CONTACT`],
    },
    {
      id: 'listed-under-a-lead-in',
      effect: 'grants',
      scope: 'joined',
      any: [`READ|COLLECT ... ${THEM}`, `READ|COLLECT ... KIN|FRIEND ..3!COMMA FILL_FORM`],
      lead: ['READ|COLLECT'],
      notLead: ['~READ|COLLECT', 'ORDER_CONTEXT'],
      except: ['ORDER_CONTEXT', 'REACH|URGE|TELL', 'ENSURE ... CONSENT_OF'],
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
