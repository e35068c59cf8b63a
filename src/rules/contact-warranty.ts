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
      id: 'reader-need-not-vouch',
      effect: 'limits',
      any: [
        `NEG|NO_NEED ..3 "推定"|"视为"|"默认" ..6!READER "其"|OTHERS|${PEOPLE} ..6 CONSENT_OF`,
        `NEG|NO_NEED ..4 "推定"|"视为"|"默认" ..4 "同意"`,
        `NEG|NO_NEED ..3 "要求"|"需要"|"让"|"需" ..3 READER ..4 "保证"|"担保"|"承诺"|"声明"|"取得"|"告知" ..12 ${THEY}`,
        `NO_NEED ..2 READER ..4 "保证"|"担保"|"承诺"|"声明"|"取得"|"征得" ..12 ${THEY}`,
        `${THEY} ... READER ..2 NEG|"无需"|"无须" ..6 "担保"|"保证"|"负责"|"责任"`,
        `NEG|NEG_BARE ..2 "意味着"|"代表"|"表示" ..3 READER ..6 "授权"|"同意"`,
        `"not" ..3 "answerable"|"responsible"|"liable"|"required to"|"need to" ..14 CONTACT|OTHERS|KIN|FRIEND`,
        `"need not" ..8 "consent"|"permission"|"agreed"`,
        `"我们"|"本公司"|"平台"|"我方" ..4 "自行"|"直接"|"单独" ..6 "征求"|"征得"|"取得"|"询问" ..6 OTHERS|CONTACT|BARE_CONTACT|KIN ..4 CONSENT_OF`,
        `"we" ..3 "ask"|"seek"|"obtain" ..6 CONTACT|OTHERS|KIN ..6 "directly"|"ourselves"`,
      ],
      with: [`${THEY}`],
      except: [
        '"违法"|"非法"|"illegal"|"privacy policies"',
        '"we" ..3 "not" ..2 "responsible"|"liable"',
        'WE|PLATFORM ..3 NEG ..4 "负责"|"责任"|"保证"',
      ],
    },
    {
      id: 'reader-vouches',
      effect: 'grants',
      any: [
        `ENSURE ... "且"|"并"|"并且" ..1 ${THEY} ..3!COMMA CONSENT_OF`,
        `ENSURE ..12!COMMA ${PEOPLE}|EMERGENCY_INFO ..6!COMMA "来源合法"|"合法来源"`,
        `${THEY} ... ENSURE ..6!COMMA TO ..2 THOSE_PEOPLE|OTHERS ..4 "说明"|"告知"|NOTIFY|"解释"`,
        `ENSURE ..2 ${THEY} ..2 "配合"|"知悉"|"知情"|"同意"`,
        `READER ..6!COMMA COLLECT ..8!COMMA ${THEY} ... "即"|"即代表"|"表示"|"意味着"|"视为"|"代表" ..6!READER CONSENT_OF`,
        `ENSURE ..20 OBTAINED ..10!COMMA|READER ${THEY} ..8!COMMA CONSENT_OF`,
        `ENSURE ..10!COMMA ${THEY} ..6!COMMA|READER "已"|"均"|"都"|"已经"|"均已"|"知悉"|"知晓"|"同意"|"同意并授权" ..8 CONSENT_OF`,
        `ENSURE ..8!COMMA|READER ${THEY} ..4!COMMA|READER CONSENT_OF`,
        `READER ..4 OBTAINED ..6!COMMA|READER ${THEY} ..6!COMMA CONSENT_OF`,
        `ENSURE ..10 OBTAINED ..6!COMMA CONSENT_OF ..3!COMMA|READER CONTACT|KIN|FRIEND|COLLEAGUE|BOOK_PEOPLE|OTHERS`,
        `READER ..2 "应"|"应当"|"须"|"需"|"需要"|"must"|"should"|"shall"|"请" ..3!WE|PLATFORM "告知"|"告诉"|"tell"|NOTIFY ..6!COMMA CONTACT|BARE_CONTACT|KIN|FRIEND`,
        `"已"|"已经"|"事先" ..2!COMMA "告知"|"告诉"|"told"|NOTIFY ..6!COMMA CONTACT|BARE_CONTACT & ENSURE`,
        `ENSURE ..16 OBTAINED ..4 "其" ..2 CONSENT_OF`,
        `ENSURE ..16 OBTAINED ..6!READER "合法授权"|"合法的授权"|"充分授权"`,
      ],
      with: [`${THEY}|"他人"`],
      except: [
        '~DEEMED',
        'NEG ..3 "推定"|"视为"|"默认"|"要求"|"需要"|"意味着"|"需"',
        'READER ..3 NEG',
        '"not" ..3 "answerable"|"responsible"|"liable"|"need to"|"required"',
        'KIN ..8!COMMA CONSENT_OF ..8!COMMA CONTRACT_TERM',
        'WE|PLATFORM ..12!READER|COMMA ENSURE ..20 OBTAINED',
        '^WE|PLATFORM',
      ],
    },
    {
      id: 'their-consent-is-presumed',
      effect: 'grants',
      any: [
        `DEEMED|"推定"|"默认" ..6 READER ..12!COMMA ${THEY} ..10!COMMA CONSENT_OF`,
        `DEEMED|"推定"|"默认" ..6 READER ..6 OBTAINED ..8!COMMA ${THEY}`,
        `DEEMED|"推定"|"默认" ..12!COMMA|READER ${THEY} ..8!COMMA CONSENT_OF`,
        `DEEMED ..6 READER ..6 OBTAINED ..8!COMMA ${THEY} ..6 CONSENT_OF`,
        `${PEOPLE} ..4!COMMA DEEMED ..3 CONSENT_OF`,
      ],
      except: [
        '~DEEMED',
        'NEG ..3 "推定"|"视为"|"默认"|"要求"|"需要"|"意味着"|"需"',
        'READER ..3 NEG',
        '"not" ..3 "answerable"|"responsible"|"liable"|"need to"|"required"',
      ],
    },
    {
      id: 'consequences-on-the-reader',
      effect: 'grants',
      any: [
        `${THEY} ... "由" ..4!WE "提供者"|"提供人"|READER ..10 BORNE`,
        'OTHERS ..30 "后果自负"|"责任自负"',
        `${PEOPLE}|CONTACT_INFO ..24 CONSEQUENCE ..10 READER ..4 BORNE`,
        `${PEOPLE}|CONTACT_INFO ..24 READER ..10 BORNE ..6 CONSEQUENCE`,
        `${PEOPLE} ..24 CONSEQUENCE ..8 BORNE`,
        `${PEOPLE}|CONTACT_INFO ..30 BORNE`,
      ],
      with: ['READER|"自行"|"由您"'],
      except: [
        '"冒用"|"盗用"|"泄露"|"钓鱼"|"丢失"|"遗失"|"保管"',
        '~DEEMED',
        'NEG ..3 "推定"|"视为"|"默认"|"要求"|"需要"|"意味着"|"需"',
        'READER ..3 NEG',
        '"not" ..3 "answerable"|"responsible"|"liable"|"need to"|"required"',
        'NEG',
        'WE|PLATFORM ..6 BORNE ..6 CONSEQUENCE',
      ],
    },
    // English
    {
      id: 'reader-vouches-en',
      effect: 'grants',
      language: 'en',
      any: [
        '"responsible for" ..2 "informing"|"telling"|"notifying"|"obtaining"',
        'CONTACT|KIN|FRIEND ..3 "who" ..4 "consented"|"agreed"|"know"|"has agreed"|"has consented"',
        'OTHERS|CONTACT|BOOK_PEOPLE|ADDRESS_BOOK ..24 "represent"|"state"|"confirm"|"warrant"|"promise" ..12 "permitted"|"permission"|"agrees"|"agree"|"consents"|"consent"|"authority"|"allowed"',
        '"on behalf of" ..4 OTHERS ..10 "authority"|"permission"|"consent"',
        `"another person"|"each person"|"every person"|"any individual"|"persons whose"|"other people"|"other persons"|"other individuals"|"third party"|"third parties"|"someone else"|"any person"|"individual"|CONTACT|KIN|FRIEND ... "warrant"|"represent"|"confirm"|"ensure"|"undertake"|"guarantee"|"responsible for"|"must"|"declare"|"certify" ..20 "consent"|"agreed"|"agree"|"permission"|"informed"|"aware"|"authority"|"consented"|"told"|"authorised"|"authorized"|"notified"`,
        `"warrant"|"represent"|"confirm"|"ensure"|"undertake"|"guarantee"|"declare"|"certify" ..16 "consent"|"permission"|"authority"|"authorisation"|"authorization"|"agreement" ..8 "of"|"from" ..6 CONTACT|KIN|FRIEND|OTHERS|"such"|"each"|"that person"|"those persons"`,
        `"responsible"|"liable"|"indemnify" ..10 "claim"|"claims"|"complaint"|"complaints"|"loss"|"disputes"|"consequences" ..10 ${PEOPLE}`,
        `"must"|"should"|"shall"|"agree to" ..3 "inform"|"tell"|"notify"|"obtain the consent"|"obtain consent" ..8 CONTACT|KIN|FRIEND|"those persons"|"that person"|"such persons"`,
        `CONTACT|KIN|FRIEND ..6 "deemed" ..6 "consented"|"agreed"|"consent"`,
      ],
      with: ['"you"|"your"|READER'],
      except: [
        '~DEEMED',
        'NEG ..3 "推定"|"视为"|"默认"|"要求"|"需要"|"意味着"|"需"',
        'READER ..3 NEG',
        '"not" ..3 "answerable"|"responsible"|"liable"|"need to"|"required"',
        '"changes"|"change" ..4 "number"',
        '"merchants"|"customers"',
        '"we" ..3 "obtain"|"ask"|"seek"|"inform"|"notify"',
        '"if we"',
        '"debt collector"',
        '"guarantor" ..8 "loan"|"debt"',
      ],
    },
  ],
  why: {
    grants: {
      zh: '你要替{people|别人}保证：他们知道，也同意把信息交出来。真有人不同意，责任落在你身上。',
      en: 'You vouch that {people|others} know and agree that their details are handed over. If one of them objects, the blame is yours.',
    },
    limits: {
      zh: '平台承诺自己去问{people|别人}，不用你替他们保证。',
      en: 'The platform will ask {people|others} itself; you need not vouch for them.',
    },
  },
  todo: {
    grants: {
      zh: '没问过的人，不要填。要填谁，先发条消息问一声，把对方的答复留下来。',
      en: 'Do not give anyone you have not asked. Send a message first and keep the answer.',
    },
    limits: { zh: '把这一句截图留好。', en: 'Keep a screenshot of this sentence.' },
  },
  examples: [
    { text: '您保证已取得紧急联系人的同意。', finds: [{ quote: '您保证已取得紧急联系人的同意。', effect: 'grants' }] },
    { text: '您应事先告知并征得联系人同意。', finds: [{ quote: '您应事先告知并征得联系人同意。', effect: 'grants' }] },
    {
      text: '借款人声明：已告知紧急联系人，并获其同意。',
      finds: [{ quote: '借款人声明：已告知紧急联系人，并获其同意。', effect: 'grants' }],
    },
    {
      text: '如提供他人信息，请确保已获得其授权。',
      finds: [{ quote: '如提供他人信息，请确保已获得其授权。', effect: 'grants' }],
    },
    {
      text: '您提供第三人信息的，应确保该第三人已同意。',
      finds: [{ quote: '您提供第三人信息的，应确保该第三人已同意。', effect: 'grants' }],
    },
    {
      text: '如联系人投诉，由此产生的一切后果由您承担。',
      finds: [{ quote: '如联系人投诉，由此产生的一切后果由您承担。', effect: 'grants' }],
    },
    {
      text: '上述联系人视为已同意接收本公司的电话。',
      finds: [{ quote: '上述联系人视为已同意接收本公司的电话。', effect: 'grants' }],
    },
    {
      text: '申請人聲明已取得聯絡人同意提供其個人資料。',
      finds: [{ quote: '申請人聲明已取得聯絡人同意提供其個人資料。', effect: 'grants' }],
    },
    {
      text: 'You confirm that you have obtained the consent of each reference.',
      finds: [{ quote: 'You confirm that you have obtained the consent of each reference.', effect: 'grants' }],
    },
    {
      text: 'By listing a reference, you represent that the person has agreed to be contacted.',
      finds: [
        {
          quote: 'By listing a reference, you represent that the person has agreed to be contacted.',
          effect: 'grants',
        },
      ],
    },
    { text: '您保证所填信息真实有效。', finds: [] },
    { text: '本人保证配偶同意本次借款。', finds: [] },
    { text: '我们会确保合作方已取得您的同意。', finds: [] },
    { text: '如您是未成年人，应征得监护人的同意。', finds: [] },
    { text: '使用他人信息注册的，由此产生的责任由用户承担。', finds: [] },
    { text: '您应妥善保管账号，不得交由他人使用。', finds: [] },
    { text: '我们已取得您的授权。', finds: [] },
    { text: '您应保证联系方式畅通。', finds: [] },
    { text: 'You confirm that your information is true and complete.', finds: [] },
    { text: 'We will obtain your consent before we share your data.', finds: [] },
  ],
};
