import { PEOPLE, READER_DOES } from './people.ts';
import type { Rule } from './types.ts';

const TOLD = `${PEOPLE}|EMPLOYER|GUARANTOR_PERSON`;
const PUBLIC = 'MEDIA|AUTHORITY_UNIT';
const NOT_PUBLIC = ['COURT ..8!COMMA PUBLISH|DISCLOSE', '"仲裁院"|"仲裁机构"|"仲裁委员会" ..12 PUBLISH'];
const TO_BUREAU = [
  'DISCLOSE ..10!COMMA BUREAU|COLLECTOR|COLLECTION_FIRM',
  'BUREAU|COLLECTOR|COLLECTION_FIRM ..8!COMMA DISCLOSE',
];

export const debtDisclosure: Rule = {
  id: 'debt-disclosure',
  group: 'people',
  name: { zh: '把欠款告诉别人', en: 'Telling others about your debt' },
  severity: 3,
  patterns: [
    {
      id: 'only-with-separate-consent',
      effect: 'limits',
      any: [`SEPARATE ... TELL|PUBLISH ..16 ${TOLD}|MEDIA`, `SEPARATE ... TELL|PUBLISH ..16 DEBT`],
      with: ['DEBT|OVERDUE|BREACH'],
      except: ['NO_NEED ..8 SEPARATE'],
    },
    {
      id: 'promises-not-to-tell',
      effect: 'limits',
      any: [
        `~TELL|PUBLISH ..20 ${TOLD}|THIRD_PERSON|MEDIA|PARTNER`,
        `TO ..14!COMMA ${TOLD}|THIRD_PERSON|MEDIA|PARTNER ..10!COMMA ~TELL|PUBLISH`,
        `~PUBLISH ..12 DEBT`,
        `DEBT ..14!COMMA ~PUBLISH`,
      ],
      with: ['DEBT|OVERDUE|BREACH|URGE'],
      except: [READER_DOES, 'BUREAU', '~URGE'],
    },
    {
      id: 'made-public',
      effect: 'grants',
      any: [
        'PUBLISH ..24 DEBT',
        'DEBT ..30 PUBLISH',
        `DISCLOSE|PUBLISH|TELL ..16!COMMA ${PUBLIC} & DEBT|OVERDUE|BREACH`,
        `${PUBLIC} ..20!COMMA DISCLOSE|PUBLISH & DEBT|OVERDUE|BREACH`,
        'OVERDUE|BREACH ... PUBLISH ..10 PERSONAL_INFO|IDENTITY|READER',
        'PUBLISH ..10 PERSONAL_INFO ..12 URGE',
        '"公告催收"|"公开催收"|"悬赏公告"|"通报批评"|"信息公示"',
        'AUTHORITY_UNIT ..6 "通报"',
      ],
      except: [...NOT_PUBLIC, 'SEPARATE', ...TO_BUREAU.map((p) => `${p} & NO_MORE_ASKING`)],
    },
    {
      id: 'disclosed-on-default',
      effect: 'grants',
      any: ['DEBT ..20 DISCLOSE', 'DISCLOSE ..16!COMMA DEBT', 'OVERDUE|BREACH ... DISCLOSE'],
      except: [...TO_BUREAU, ...NOT_PUBLIC, 'SEPARATE'],
    },
    {
      id: 'disclosed-also-beyond-the-bureau',
      effect: 'grants',
      any: [
        `DISCLOSE|PUBLISH|TELL ..20 EMPLOYER|MEDIA|${PEOPLE} & DEBT|OVERDUE|BREACH`,
        `EMPLOYER|MEDIA|${PEOPLE} ..20!COMMA DISCLOSE|PUBLISH & DEBT|OVERDUE|BREACH`,
      ],
      except: [READER_DOES, 'SEPARATE'],
    },
    {
      id: 'blacklist',
      effect: 'grants',
      any: ['ENTER_LIST ..12 BLACKLIST', 'BLACKLIST ..10 DISCLOSE|PUBLISH|SHARE|TELL'],
      with: ['DEBT|OVERDUE|BREACH'],
      except: ['PASSIVE + ENTER_LIST', 'COURT'],
    },
    {
      id: 'tells-people',
      effect: 'grants',
      any: [`TELL ..14!COMMA ${TOLD}`, `TO ..12!COMMA ${TOLD} ..12!COMMA TELL|PUBLISH`],
      with: ['DEBT|OVERDUE|BREACH'],
      except: [READER_DOES, 'SEPARATE', `TELL ..4 ${PEOPLE} ..4 DETAIL_CHANGE`],
    },
    {
      id: 'urged-through-people',
      effect: 'grants',
      any: [
        `URGE ..12!COMMA ${TOLD}`,
        `TO ..14!COMMA ${TOLD}|THIRD_PERSON ..12!COMMA URGE`,
        `REACH ..12!COMMA ${PEOPLE} ..16 URGE`,
        `${PEOPLE} ..6!COMMA "接到"|"收到" ..8 URGE`,
        `REACH ..16!COMMA ${PEOPLE} ..12!COMMA "还款"`,
        `TO ..12!COMMA ${TOLD} ..6 REACH ..8!COMMA "还款"`,
        `ADDRESS_BOOK ..12 URGE`,
      ],
      except: [READER_DOES, 'SEPARATE'],
    },
  ],
  why: {
    grants: {
      zh: '[{trigger}时，]{actor|平台}可以把你欠款的事告诉{people|别人}[，或者公布在{recipients}]。',
      en: '{actor|The platform} may tell {people|others} about your debt[, or make it known to {recipients},][ when {trigger}].',
    },
    limits: {
      zh: '{actor|平台}承诺不把你欠款的事告诉{people|别人}。',
      en: '{actor|The platform} promises not to tell {people|others} about your debt.',
    },
  },
  todo: {
    grants: {
      zh: '先截图留证。借条和合同里写了，也不等于可以随意公开你的信息。若真被公开，记下时间、地方和内容，向平台投诉，也可以打 12378 或 12315。',
      en: 'Keep a screenshot. Having it in the contract does not make every disclosure lawful. If it happens, note when, where and what, and complain to the lender or the regulator.',
    },
    limits: {
      zh: '把这一句截图留好。以后如果有人把你的欠款说给了别人，它就是凭据。',
      en: 'Keep a screenshot of this sentence. It is your proof if others are told after all.',
    },
  },
  examples: [],
};
