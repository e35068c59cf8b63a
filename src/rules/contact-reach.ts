import {
  ANYBODY,
  NOT_ABLE,
  NOT_US,
  PEOPLE,
  READER_DOES,
  READER_NOT,
  READER_TALKS,
  READER_TOLD,
  TROUBLE,
} from './people.ts';
import type { Rule } from './types.ts';

const NO_ASKED = 'NO_NEED|NO_MORE_ASKING|"without"|"未经" ..8 ASKED_APART|CONSENT';

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
        `REACH|VERIFY|URGE ..12!COMMA ${PEOPLE} ... ASKED_APART`,
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
        `${PEOPLE}|ADDRESS_BOOK ..8!COMMA ~REACH|URGE`,
        `${PEOPLE} ... ~REACH|URGE ..2 "其"|"他们"|"该等人员"|"them"`,
        `${PEOPLE} ... TO + "其"|"他们" ..2 ~REACH|URGE`,
      ],
      notLead: [READER_NOT],
      except: [READER_DOES, '"请勿"|"切勿"|"勿"', READER_NOT, READER_TALKS, NOT_ABLE],
    },
    {
      id: 'reaches-them',
      effect: 'grants',
      any: [`REACH ..12!COMMA|CODE_SMS ${PEOPLE}|GUARANTOR_PERSON`, `REACH|URGE ..6!COMMA BOOK_PEOPLE|ADDRESS_BOOK`],
      except: [READER_DOES, NOT_US, READER_TALKS, READER_NOT, 'ASKED_APART'],
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
        `TO ..14!COMMA|ORDER_PERSON ${PEOPLE}|GUARANTOR_PERSON ..10!COMMA|FILL_FORM REACH|URGE`,
        `ASK_TO ..14!COMMA|ORDER_PERSON ${PEOPLE}|GUARANTOR_PERSON ..10!COMMA|FILL_FORM VERIFY`,
        `REACH|URGE ..6!COMMA TO ..8!COMMA ${PEOPLE}`,
        `"ask"|"request" ..4 ${PEOPLE} ..4 "pass"|"relay"|"forward"|"help"`,
        `"和"|"同"|"及" ..3 ${PEOPLE} ..4!COMMA REACH|URGE`,
      ],
      except: [READER_DOES, NOT_US, READER_TALKS, 'ASKED_APART'],
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
      except: [READER_DOES, NOT_US, READER_TOLD, 'DEBT', `${PEOPLE} ..4!COMMA OVERDUE`, 'ASKED_APART', 'DETAIL_CHANGE'],
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
        `TO ..24!COMMA "及"|"或"|"和"|"以及"|"、" + "个人" + VERIFY`,
        `VERIFY ..10!COMMA "知情人"|"知情人员"`,
        `"电话"|"短信"|"微信"|"通讯手段"|"通讯工具"|"上门" ..16 TELL|NOTIFY ..10!COMMA ${PEOPLE}`,
        `TO ..6 "知情人"|"知情人员"|"第三人" ..6!COMMA REACH|VERIFY`,
      ],
      except: ['"供"|"以供" ..12 "个人"', '"任何" ..6 "个人"|"自然人"'],
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
      lead: [`WE|PLATFORM|LENDER|COLLECTOR|PARTY_A|PARTY_B|PARTY_C|${TROUBLE} ... REACH|URGE`, 'ASK_TO ..8 VERIFY'],
      notLead: [READER_DOES, '"以下方式"|"下列方式"|"如下方式"|"方式"', '~REACH|URGE', 'COLLECT ... REACH'],
      except: [`${PEOPLE} ..6 FILL_FORM`, READER_DOES],
    },
    // English
    {
      id: 'calls-them-en',
      effect: 'grants',
      language: 'en',
      any: [
        `MAY|"authorise"|"authorize"|"consent"|"right to" ..6!COMMA REACH ..8 EMPLOYER`,
        `MAY|"authorise"|"authorize"|"consent" ..10 REACH ..4 "third parties"|"any third party"|"other persons"|"any person"|"anyone"|"other people" ..16 "location"|"locate"|"whereabouts"|"about you"|"verify"|"reach you"|"collect"|"on your behalf"`,
        `TELL|NOTIFY ..10 ${PEOPLE} ... "ask them"|"request them"|"urge them"|"help"|"persuade"|"assist"|"repay"|"pay"`,
        `"through"|"via" ..4 ${PEOPLE} ..16 "reach you"|"contact you"|"locate you"|"trace you"`,
        `"speak"|"speak with"|"speak to"|"talk"|"visit"|"visits"|"calls to"|"messages to" ..8 ${PEOPLE}|EMPLOYER`,
        `"leave" ..4 "message"|"messages" ..6 ${PEOPLE}|EMPLOYER|"anyone"`,
      ],
      except: [
        READER_DOES,
        READER_NOT,
        '"not" ..8 =REACH',
        '"never" ..8 =REACH',
        'ASKED_APART',
        `"contact details"|"contact information" ..6 ${PEOPLE}`,
        '^READER ..3 "may"|"can"|"should"|"must" ..4 REACH',
        '"employees"',
      ],
    },
  ],
  why: {
    grants: {
      zh: '[{trigger}时，]{actor|平台}可以联系{people|你认识的人}。',
      en: '{actor|The platform} may get in touch with {people|people you know}[ if {trigger}].',
    },
    limits: {
      zh: '{actor|平台}承诺不联系{people|你认识的人}[，除非{consent}]。',
      en: '{actor|The platform} will not get in touch with {people|people you know}[, unless {consent}].',
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
  examples: [
    {
      text: '如您逾期未还，我们可以联系您的紧急联系人。',
      finds: [{ quote: '如您逾期未还，我们可以联系您的紧急联系人。', effect: 'grants' }],
    },
    {
      text: '若借款人失联，平台有权向其紧急联系人核实其下落。',
      finds: [{ quote: '若借款人失联，平台有权向其紧急联系人核实其下落。', effect: 'grants' }],
    },
    {
      text: '您同意我们在无法与您取得联系时，通过您的家人、朋友转告还款事宜。',
      finds: [{ quote: '您同意我们在无法与您取得联系时，通过您的家人、朋友转告还款事宜。', effect: 'grants' }],
    },
    {
      text: '您的紧急联系人可能会接到我们的核实电话。',
      finds: [{ quote: '您的紧急联系人可能会接到我们的核实电话。', effect: 'grants' }],
    },
    {
      text: '无需另行征得您的同意，我们即可联系您的紧急联系人。',
      finds: [{ quote: '无需另行征得您的同意，我们即可联系您的紧急联系人。', effect: 'grants' }],
    },
    {
      text: '预留电话的接听人视为您本人，我们向其告知的内容即视为已告知您。',
      finds: [{ quote: '预留电话的接听人视为您本人，我们向其告知的内容即视为已告知您。', effect: 'grants' }],
    },
    { text: '逾期后通知你的联系人。', finds: [{ quote: '逾期后通知你的联系人。', effect: 'grants' }] },
    {
      text: '立約人同意，本行得就申請事項向立約人之親友、任職單位進行電話照會。',
      finds: [{ quote: '立約人同意，本行得就申請事項向立約人之親友、任職單位進行電話照會。', effect: 'grants' }],
    },
    {
      text: '如無法聯絡到您，我們可能會聯絡您的介紹人。',
      finds: [{ quote: '如無法聯絡到您，我們可能會聯絡您的介紹人。', effect: 'grants' }],
    },
    {
      text: '徵信照會時，本行得致電您的公司及親友。',
      finds: [{ quote: '徵信照會時，本行得致電您的公司及親友。', effect: 'grants' }],
    },
    {
      text: '照會對象包括保人、聯絡人及任職公司同事。',
      finds: [{ quote: '照會對象包括保人、聯絡人及任職公司同事。', effect: 'grants' }],
    },
    {
      text: 'If we cannot reach you, we may call the emergency contact you provided.',
      finds: [{ quote: 'If we cannot reach you, we may call the emergency contact you provided.', effect: 'grants' }],
    },
    {
      text: 'The lender may speak with your relatives to locate you.',
      finds: [{ quote: 'The lender may speak with your relatives to locate you.', effect: 'grants' }],
    },
    {
      text: '您同意，逾期后我们可以联系以下人员：\n（1）您的配偶；\n（2）您填写的紧急联系人。',
      finds: [
        { quote: '（1）您的配偶；', effect: 'grants' },
        { quote: '（2）您填写的紧急联系人。', effect: 'grants' },
      ],
      note: 'The lead-in says what is done, the items say to whom.',
    },
    { text: '我们不会联系您的亲友。', finds: [{ quote: '我们不会联系您的亲友。', effect: 'limits' }] },
    {
      text: '催收人员不得骚扰与债务无关的第三人。',
      finds: [{ quote: '催收人员不得骚扰与债务无关的第三人。', effect: 'limits' }],
    },
    {
      text: '未经您单独同意，我们不会致电您的紧急联系人。',
      finds: [{ quote: '未经您单独同意，我们不会致电您的紧急联系人。', effect: 'limits' }],
    },
    {
      text: '仅在取得您的单独同意后，我们才会联系您的紧急联系人。',
      finds: [{ quote: '仅在取得您的单独同意后，我们才会联系您的紧急联系人。', effect: 'limits' }],
    },
    { text: '本行不會聯絡申請人之親友。', finds: [{ quote: '本行不會聯絡申請人之親友。', effect: 'limits' }] },
    {
      text: 'We will never call your contacts.',
      finds: [{ quote: 'We will never call your contacts.', effect: 'limits' }],
    },
    {
      text: 'Unless you separately agree, we will not call your relatives or friends.',
      finds: [{ quote: 'Unless you separately agree, we will not call your relatives or friends.', effect: 'limits' }],
    },
    {
      text: '我们承诺，催收时只联系您本人，不联系您的家人、朋友或同事。',
      finds: [{ quote: '我们承诺，催收时只联系您本人，不联系您的家人、朋友或同事。', effect: 'limits' }],
    },
    { text: '逾期后通知你。', finds: [] },
    { text: '如有疑问，请联系人工客服。', finds: [] },
    { text: '您可以联系您的家人帮您还款。', finds: [] },
    { text: '我们将通过您预留的联系电话联系您。', finds: [] },
    { text: '我们可能向您的工作单位核实您的在职情况。', finds: [] },
    { text: '用户去世后，其近亲属可以通过客服联系我们查询相关信息。', finds: [] },
    { text: '用户不得利用平台骚扰、辱骂其他用户。', finds: [] },
    { text: '您與家人、朋友溝通時，請保管好您的帳戶資訊。', finds: [] },
    { text: 'Please contact us if you have any questions.', finds: [] },
    { text: 'You can contact your family for help.', finds: [] },
    { text: 'For your reference, a copy of the agreement is attached.', finds: [] },
    { text: '任何单位和个人不得非法获取他人信息。', finds: [] },
  ],
};
