import { PEOPLE } from './people.ts';
import type { Rule } from './types.ts';

const THEY = `OTHERS|${PEOPLE}|CONTACT_INFO|EMERGENCY_INFO|THIRD_PERSON`;

export const contactWarranty: Rule = {
  id: 'contact-warranty',
  group: 'people',
  name: { zh: '要你替别人保证同意', en: 'Making you vouch for others' },
  severity: 3,
  patterns: [
    {
      id: 'reader-vouches',
      effect: 'grants',
      any: [
        `ENSURE ..20 OBTAINED ..10!COMMA|READER ${THEY} ..8!COMMA CONSENT_OF`,
        `ENSURE ..10!COMMA ${THEY} ..6!COMMA|READER "已"|"均"|"都"|"已经"|"均已"|"知悉"|"知晓"|"同意"|"同意并授权" ..8 CONSENT_OF`,
        `ENSURE ..8!COMMA|READER ${THEY} ..4!COMMA|READER CONSENT_OF`,
        `READER ..4 OBTAINED ..6!COMMA|READER ${THEY} ..6!COMMA CONSENT_OF`,
        `ENSURE ..10 OBTAINED ..6!COMMA CONSENT_OF ..3!COMMA|READER CONTACT|KIN|FRIEND|COLLEAGUE|BOOK_PEOPLE|OTHERS`,
        `ENSURE ..16 OBTAINED ..4 "其" ..2 CONSENT_OF`,
        `ENSURE ..16 OBTAINED ..6!READER "合法授权"|"合法的授权"|"充分授权"`,
      ],
      with: [`${THEY}|"他人"`],
      except: [
        'KIN ..8!COMMA CONSENT_OF ..8!COMMA CONTRACT_TERM',
        'WE|PLATFORM ..12!READER ENSURE ..20 OBTAINED',
        '^WE|PLATFORM',
      ],
    },
    {
      id: 'their-consent-is-presumed',
      effect: 'grants',
      any: [
        `DEEMED|"推定"|"默认" ..12!COMMA|READER ${THEY} ..8!COMMA CONSENT_OF`,
        `DEEMED ..6 READER ..6 OBTAINED ..8!COMMA ${THEY} ..6 CONSENT_OF`,
        `${PEOPLE} ..4!COMMA DEEMED ..3 CONSENT_OF`,
      ],
    },
    {
      id: 'consequences-on-the-reader',
      effect: 'grants',
      any: [
        `${PEOPLE}|CONTACT_INFO ..24 CONSEQUENCE ..10 READER ..4 BORNE`,
        `${PEOPLE}|CONTACT_INFO ..24 READER ..10 BORNE ..6 CONSEQUENCE`,
        `${PEOPLE} ..24 CONSEQUENCE ..8 BORNE`,
      ],
      with: ['READER|"自行"|"由您"'],
      except: ['WE|PLATFORM ..6 BORNE ..6 CONSEQUENCE'],
    },
  ],
  why: {
    grants: {
      zh: '你要替{people|别人}保证：他们知道，也同意把信息交出来。真有人不同意，责任落在你身上。',
      en: 'You vouch that {people|others} know and agree that their details are handed over. If one of them objects, the blame is yours.',
    },
    limits: {
      zh: '平台承诺自己去问{people|别人}，不要你替他们保证。',
      en: 'The platform promises to ask {people|others} itself instead of having you vouch for them.',
    },
  },
  todo: {
    grants: {
      zh: '没问过的人，不要填。要填谁，先发条消息问一声，把对方的答复留下来。',
      en: 'Do not give anyone you have not asked. Send a message first and keep the answer.',
    },
    limits: { zh: '把这一句截图留好。', en: 'Keep a screenshot of this sentence.' },
  },
  examples: [],
};
