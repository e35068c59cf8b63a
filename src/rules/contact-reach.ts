import { ANYBODY, PEOPLE, READER_DOES, READER_TOLD, TROUBLE } from './people.ts';
import type { Rule } from './types.ts';

const NO_ASKED = 'NO_NEED|NO_MORE_ASKING ..8 ASKED_APART|CONSENT';

export const contactReach: Rule = {
  id: 'contact-reach',
  group: 'people',
  name: { zh: '联系你认识的人', en: 'Contacting people you know' },
  severity: 3,
  patterns: [
    {
      id: 'only-with-separate-consent',
      effect: 'limits',
      any: [
        `ASKED_APART ... REACH|VERIFY|URGE ..12!COMMA ${PEOPLE}`,
        `ASKED_APART ... TO ..8 ${PEOPLE} ..8!COMMA REACH|VERIFY|URGE`,
      ],
      except: [NO_ASKED],
    },
    {
      id: 'promises-not-to-reach',
      effect: 'limits',
      any: [
        `~REACH|URGE|NOTIFY ..14 ${ANYBODY}`,
        `TO ..14!COMMA ${ANYBODY} ..8!COMMA ~REACH|URGE|VERIFY`,
        `~REACH|URGE|VERIFY ..6!COMMA TO ..8 ${PEOPLE}`,
        `${PEOPLE} ..8!COMMA ~REACH|URGE`,
      ],
      except: [READER_DOES],
    },
    {
      id: 'reaches-them',
      effect: 'grants',
      any: [`REACH ..12!COMMA|CODE_SMS ${PEOPLE}|GUARANTOR_PERSON`, `REACH|URGE ..6!COMMA BOOK_PEOPLE|ADDRESS_BOOK`],
      except: [READER_DOES, `ASKED_APART`],
    },
    {
      id: 'reaches-them-without-asking',
      effect: 'grants',
      any: [`REACH|VERIFY|URGE ..12!COMMA ${PEOPLE}`, `TO ..8 ${PEOPLE} ..8!COMMA REACH|VERIFY|URGE`],
      with: [NO_ASKED],
    },
    {
      id: 'turns-to-them',
      effect: 'grants',
      any: [
        `TO ..14!COMMA|ORDER_PERSON ${PEOPLE}|GUARANTOR_PERSON ..10!COMMA|FILL_FORM REACH|VERIFY|URGE`,
        `REACH|VERIFY|URGE ..6!COMMA TO ..8!COMMA ${PEOPLE}`,
        `"和"|"同"|"及" ..3 ${PEOPLE} ..4!COMMA REACH|URGE`,
      ],
      except: [READER_DOES, 'ASKED_APART'],
    },
    {
      id: 'through-the-address-book',
      effect: 'grants',
      any: [
        `VIA_PEOPLE ..6 ADDRESS_BOOK ..10!COMMA REACH|URGE|VERIFY`,
        `UNREACHABLE & READ ..10 ADDRESS_BOOK|BOOK_PEOPLE`,
        `ADDRESS_BOOK ..12 URGE`,
        `URGE|REACH ..12!COMMA ADDRESS_BOOK|BOOK_PEOPLE`,
      ],
      except: [READER_DOES, 'ASKED_APART', 'MARKETING'],
    },
    {
      id: 'notifies-them',
      effect: 'grants',
      any: [`NOTIFY ..8!COMMA ${PEOPLE}`, `TO ..10!COMMA ${PEOPLE} ..6!COMMA NOTIFY`],
      except: [READER_DOES, READER_TOLD, 'DEBT', `${PEOPLE} ..4!COMMA OVERDUE`, 'ASKED_APART', 'DETAIL_CHANGE'],
    },
    {
      id: 'they-get-calls',
      effect: 'grants',
      any: [`${PEOPLE} ..6!COMMA "接到"|"收到"|"接获" ..10!COMMA "电话"|"短信"|"来电"|"通知"|"函件"|"函"|URGE`],
    },
    {
      id: 'asks-persons-who-hold-data',
      effect: 'grants',
      any: [
        `TO ..20 "自然人" ..24 VERIFY`,
        `"自然人" ..24 RELATION_OBTAIN & PERSONAL_INFO`,
        `"及"|"或"|"和"|"以及"|"、" + "个人" + VERIFY`,
        `VERIFY ..10!COMMA "知情人"|"知情人员"`,
        `"电话"|"短信"|"微信"|"通讯手段"|"通讯工具"|"上门" ..16 TELL|NOTIFY ..10!COMMA ${PEOPLE}`,
        `TO ..6 "知情人"|"知情人员"|"第三人" ..6!COMMA REACH|VERIFY`,
      ],
      except: ['"供"|"以供" ..12 "个人"'],
    },
    {
      id: 'third-person-about-the-reader',
      effect: 'grants',
      any: [`REACH ..8!COMMA THIRD_PERSON`, `TO ..10!COMMA THIRD_PERSON ..8!COMMA REACH|URGE`],
      with: [`${TROUBLE}|WHEREABOUTS`],
      except: [READER_DOES, 'COURT'],
    },
    {
      id: 'employer-when-in-trouble',
      effect: 'grants',
      any: [`REACH|"照会" ..8!COMMA EMPLOYER`, `TO ..8!COMMA EMPLOYER ..8!COMMA REACH|URGE|"照会"`],
      with: [`${TROUBLE}|"照会"`],
      except: [READER_DOES],
    },
    {
      id: 'whoever-answers',
      effect: 'grants',
      any: [
        `ANSWERER ..8!COMMA DEEMED|"视同"`,
        `REACH|URGE ..10!COMMA ANSWERER`,
        `KIN|COLLEAGUE|ANSWERER ..8!COMMA DELIVER ..10 DEEMED|"即"`,
        `DELIVER ..10!COMMA KIN|COLLEAGUE`,
      ],
    },
    {
      id: 'listed-under-a-lead-in',
      effect: 'grants',
      scope: 'joined',
      any: [`REACH|URGE|VERIFY ..30 ${PEOPLE}|GUARANTOR_PERSON`],
      lead: ['REACH|URGE|VERIFY'],
      notLead: ['~REACH|URGE', 'COLLECT ... REACH'],
      except: [`${PEOPLE} ..6 FILL_FORM`, 'COLLECT', READER_DOES],
    },
  ],
  why: {
    grants: {
      zh: '[{trigger}时，]{actor|平台}可以联系{people|你认识的人}。',
      en: '{actor|The platform} may get in touch with {people|people you know}[ when {trigger}].',
    },
    limits: {
      zh: '{actor|平台}承诺不去联系{people|你认识的人}，或者要先单独问过你。',
      en: '{actor|The platform} promises not to contact {people|people you know}, or to ask you separately first.',
    },
  },
  todo: {
    grants: {
      zh: '紧急联系人能不填就不填，非填不可就先和对方说好。以后若有人打给他们催你还款，请保留通话记录和录音，可以向平台投诉，也可以打 12378。',
      en: 'Leave emergency contacts empty where you can; otherwise ask them first. If anyone calls them about your debt, keep the call records and complain to the lender or the regulator (12378 in China).',
    },
    limits: {
      zh: '把这一句截图留好。以后如果有人联系了你的亲友，它就是凭据。',
      en: 'Keep a screenshot of this sentence. It is your proof if people you know are contacted after all.',
    },
  },
  examples: [],
};
