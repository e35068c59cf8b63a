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
      except: [
        'NO_NEED ..8 ASKED_APART',
        'REFUSE',
        '"未"|"未能"|"没有"|"without" ..1 =COLLECT',
        '~REACH|URGE|TELL|NOTIFY|REVEAL',
        'GIVEN ..6 CONTACT|BARE_CONTACT',
      ],
    },
    {
      id: 'collects',
      effect: 'grants',
      any: [
        `GATHER ..80!CONSENT_OF ${THEM}`,
        `GATHER ..40!ADDRESS_BOOK|CONSENT_OF KIN|FRIEND|COLLEAGUE ..8!COMMA FILL_FORM`,
        `GATHER|COLLECT ..80!CONSENT_OF BARE_CONTACT & "职业"|"学历"|"工作单位"|"婚姻状况"|"婚姻"|"收入"|"居住地址"|"教育程度"`,
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
        `COLLECT ..30!CONSENT_OF|WE|PLATFORM KIN|FRIEND|COLLEAGUE ..8!COMMA FILL_FORM`,
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
        '"因"|"由于"|"by" ..3 COLLECT',
      ],
    },
    {
      id: 'their-details',
      effect: 'grants',
      any: [
        `CONTACT ..6!COMMA|ADDRESS_BOOK FILL_FORM ..14 COLLECT|GATHER`,
        `"information"|"details" ..2 "of"|"about"|"on" ..3!COMMA CONTACT|KIN`,
        `^CONTACT ..4 FILL_FORM ..6 FILL_FORM`,
        `BARE_CONTACT ..3!COMMA FILL_FORM ..8 DETAIL_CHANGE`,
        `CONTACT ..4!COMMA FILL_FORM ..4 "异动"`,
        `KIN ..6!COMMA FILL_FORM ..8 NEED_TO ..4 COLLECT`,
        `CONTACT ..40 DETAIL_CHANGE`,
        `DETAIL_CHANGE ..40 CONTACT ..4 EMPLOYER|FILL_FORM`,
        `KIN ..2!COMMA "月薪金收入"|"薪金收入"|"月薪金"|"收入"|"支出"|"月还贷支出"|"月收入"`,
        `KIN ..2!COMMA "（" ..3 "签字"|"签名"|"签章"`,
      ],
      except: [
        ...ORDERS,
        `TO ..8 CONTACT`,
        '~GATHER|COLLECT|TELL|REVEAL',
        'TELL ... KIN & DEBT',
        `REACH|URGE|NOTIFY ..4!COMMA CONTACT`,
        'OPTIONAL',
      ],
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
    // English
    {
      id: 'bare-item-en',
      effect: 'grants',
      language: 'en',
      any: [
        '^CONTACT ..4!COMMA "information"|"details"|"name"|"number"|"phone"|"data"',
        '^"name"|"names"|"phone"|"details"|"contact details"|"number" ..8 CONTACT',
      ],
      except: ['REACH', 'VERIFY', '"may"|"will"|"can"', '"delivery"|"insured"|"beneficiary"', '~COLLECT', '~GATHER'],
    },
    {
      id: 'asks-for-en',
      effect: 'grants',
      language: 'en',
      any: [
        `"provide"|"provided"|"give"|"submit"|"nominate"|"name"|"list"|"enter"|"ask"|"request"|"require"|"collect"|"collects"|"supply"|"upload"|"designate"|"add"|"obtain" ..30 "next of kin"|"emergency contact"|"emergency contacts"|"references"|"referees"|"referee"|"guarantor"|"guarantors"|"spouse"|"family member"|"family members"|"relatives"`,
        `"details"|"information"|"name"|"names"|"number"|"numbers"|"particulars" ..6 "of"|"about"|"for"|"regarding" ..6 "next of kin"|"emergency contact"|"emergency contacts"|"references"|"referees"|"guarantors"|"spouse"|"relatives"|"family members"|"friends and family"`,
      ],
      with: ['"you"|"your"|"we"|"us"|READER|WE'],
      except: [
        '~COLLECT',
        '~GATHER',
        '"not" ..6 "collect"|"require"|"ask"',
        'DEBT',
        '"disclose"|"share"|"tell"|"contact"|"call" ..16 "next of kin"|"emergency contact"|"emergency contacts"|"references"|"referees"|"guarantors"|"relatives"',
        'ENSURE ..16 CONSENT_OF',
        '"delivery"|"insured"|"beneficiary"',
      ],
    },
  ],
  why: {
    grants: {
      zh: '{actor|平台}会收集{people|亲友}的姓名、电话等信息。',
      en: '{actor|The platform} may collect names, numbers or other details of {people|people you know}.',
    },
    limits: {
      zh: '{actor|平台}承诺不收集{people|亲友}的信息[，除非{consent}]。',
      en: '{actor|The platform} will not collect details of {people|people you know}[, unless {consent}].',
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
  examples: [
    {
      text: '请填写两位紧急联系人的姓名、手机号及与您的关系。',
      finds: [{ quote: '请填写两位紧急联系人的姓名、手机号及与您的关系。', effect: 'grants' }],
    },
    {
      text: '我们会收集您的姓名、身份证号、联系人信息。',
      finds: [{ quote: '我们会收集您的姓名、身份证号、联系人信息。', effect: 'grants' }],
    },
    {
      text: '为完成申请，您需要提供配偶的姓名和电话。',
      finds: [{ quote: '为完成申请，您需要提供配偶的姓名和电话。', effect: 'grants' }],
    },
    {
      text: '您的紧急联系人电话变更的，应在三日内通知我们。',
      finds: [{ quote: '您的紧急联系人电话变更的，应在三日内通知我们。', effect: 'grants' }],
    },
    {
      text: '我们将存储您提交的单位联系人电话。',
      finds: [{ quote: '我们将存储您提交的单位联系人电话。', effect: 'grants' }],
    },
    {
      text: '收集配偶及父母的姓名、身份证号码和联系电话用于贷款审批。',
      finds: [{ quote: '收集配偶及父母的姓名、身份证号码和联系电话用于贷款审批。', effect: 'grants' }],
    },
    {
      text: '本公司得蒐集您提供之緊急聯絡人姓名及電話。',
      finds: [{ quote: '本公司得蒐集您提供之緊急聯絡人姓名及電話。', effect: 'grants' }],
    },
    {
      text: '請提供二位聯絡人之姓名、關係及電話。',
      finds: [{ quote: '請提供二位聯絡人之姓名、關係及電話。', effect: 'grants' }],
    },
    {
      text: '二親等內親屬之姓名、電話須一併提供。',
      finds: [{ quote: '二親等內親屬之姓名、電話須一併提供。', effect: 'grants' }],
    },
    {
      text: 'You must provide the names and phone numbers of two references.',
      finds: [{ quote: 'You must provide the names and phone numbers of two references.', effect: 'grants' }],
    },
    {
      text: 'We may collect information about your next of kin, such as name and phone number.',
      finds: [
        {
          quote: 'We may collect information about your next of kin, such as name and phone number.',
          effect: 'grants',
        },
      ],
    },
    {
      text: '我们会收集以下信息：\n1. 姓名；\n2. 住址；\n3. 紧急联系人。',
      finds: [{ quote: '3. 紧急联系人。', effect: 'grants' }],
    },
    { text: '我们不会收集您的联系人信息。', finds: [{ quote: '我们不会收集您的联系人信息。', effect: 'limits' }] },
    { text: '申请时无需填写紧急联系人。', finds: [{ quote: '申请时无需填写紧急联系人。', effect: 'limits' }] },
    { text: '我们会收集您的联系方式和联系电话。', finds: [] },
    { text: '我们会收集收货联系人的姓名和电话。', finds: [] },
    { text: '预订酒店时需要填写入住人和联系人信息。', finds: [] },
    { text: '紧急联系人信息为选填，您可以不填。', finds: [] },
    { text: '投保时需要填写受益人的姓名和证件号码。', finds: [] },
    { text: '如您逾期未还，我们可以联系您填写的紧急联系人。', finds: [] },
    { text: '甲方应指定一名业务联系人与乙方对接。', finds: [] },
    { text: '联系人工客服即可修改资料。', finds: [] },
    { text: '您的聯絡電話如有變更，應即通知本行。', finds: [] },
    { text: 'Contact information such as your email address is collected.', finds: [] },
    { text: 'Your reference number will be sent by SMS.', finds: [] },
  ],
};
