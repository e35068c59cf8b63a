import { PEOPLE } from './people.ts';
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
        '~COLLECT|GATHER ..30!ADDRESS_BOOK COLLEAGUE',
        'WE|PLATFORM|LENDER|"客服"|"客户经理" ..8!READER ~COLLECT|GATHER ..14!COMMA THIRD_PERSON|OTHERS ..3 FILL_FORM',
        `"stopped"|"停止"|"取消"|"ceased"|"no longer" ..3 COLLECT|GATHER ..12 ${THEM}|BARE_CONTACT`,
        `${THEM} ... ASKED_APART ..10 =COLLECT|GATHER`,
        `${THEM} ..20 =COLLECT|GATHER ..8 ASKED_APART`,
        `~COLLECT|GATHER ..30!ADDRESS_BOOK ${THEM}|BARE_CONTACT|KIN|FRIEND`,
        `${THEM} ..8!COMMA ~COLLECT|GATHER`,
        `NO_NEED ..5!CONSENT COLLECT ..10!COMMA ${THEM}|BARE_CONTACT|KIN`,
        `ASKED_APART ... COLLECT|GATHER ..20 ${THEM}`,
      ],
      except: [
        '"手动"|"其他用户"',
        'READER ..3!WE|PLATFORM|LENDER NEG',
        'NO_NEED ..8 ASKED_APART',
        'REFUSE',
        '"未"|"未能"|"没有"|"without" ..1 =COLLECT',
        '~REACH|URGE|NOTIFY|REVEAL',
        `TO ..8 ${PEOPLE} ..6 ~TELL`,
        '~GATHER|COLLECT ..6 BOOK_PEOPLE|SOCIAL_FRIENDS',
        '"功能"|"answerable"|"responsible"',
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
        '"以"|"用于"|"用以" ..1 VERIFY ..2 CONTACT',
        'ADDRESS_BOOK ..20 GATHER ..12 CONTACT_INFO',
        '"stopped"|"停止"|"取消" ..3 GATHER|COLLECT',
        'NO_NEED ..5 COLLECT',
      ],
    },
    {
      id: 'asks-for',
      effect: 'grants',
      any: [
        `COLLECT ..6!COMMA SOME_NUMBER ..4!COMMA ${PEOPLE}`,
        'COLLECT ..4!COMMA SOME_NUMBER ..8!COMMA KIN|FRIEND|COLLEAGUE ..8!COMMA FILL_FORM',
        `COLLECT ..80!CONSENT_OF ${THEM}`,
        `COLLECT ..30!CONSENT_OF|WE|PLATFORM KIN|FRIEND|COLLEAGUE ..8!COMMA FILL_FORM`,
        `COLLECT ..4!GIVEN|COMMA BARE_CONTACT ..3!COMMA FILL_FORM`,
      ],
      except: [
        'ENSURE ..10!COMMA|READER OTHERS|FRIEND ..2 CONSENT_OF',
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
      id: 'what-you-gave-is-kept',
      effect: 'grants',
      any: [
        `GIVEN ..8!COMMA CONTACT|BARE_CONTACT|KIN|FRIEND|COLLEAGUE ..12!COMMA|REACH GATHER|"存入"|"转交"|"移交"`,
        `GATHER ..10!COMMA GIVEN ..4!COMMA CONTACT|BARE_CONTACT|KIN|FRIEND`,
        `KIN|FRIEND|COLLEAGUE|CONTACT ..6!COMMA FILL_FORM ..4!COMMA "由"|"将"|"会"|"被"|"予以" ..4!NEG GATHER`,
      ],
      except: ['VERIFY|"实地核实"', 'CONSENT_OF', ...ORDERS, 'ASKED_APART'],
    },
    {
      id: 'numbered-persons',
      effect: 'grants',
      language: 'zh',
      any: [`COLLECT ..8!COMMA|REACH|READ SOME_NUMBER ..4!COMMA ${PEOPLE} ..12!COMMA FILL_FORM`],
      except: [...ORDERS, 'ASKED_APART', 'NO_NEED ..5 COLLECT', `REACH|URGE|NOTIFY ..8!COMMA CONTACT|KIN`],
    },
    {
      id: 'bare-item',
      effect: 'grants',
      language: 'zh',
      any: [
        '^CONTACT_INFO|EMERGENCY_INFO',
        '^CONTACT ..3 FILL_FORM',
        '^KIN|FRIEND|COLLEAGUE ..6!COMMA FILL_FORM ..4 FILL_FORM',
        '^KIN ..2 FILL_FORM',
      ],
      except: [
        ...ORDERS,
        'REACH|URGE|TELL|NOTIFY|VERIFY|READ|SHARE|ENSURE|MAY|NEG|NEG_BARE|NEG_FACT',
        '"是"|"的"|"为"|"乙方"|"甲方"|"贷款人"',
        'ADDRESS_BOOK',
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
        '"查看"|"亲子"',
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
        '^KIN|CONTACT|"dependants"|"dependents" ..3!COMMA "name"|"names"|"employer"|"details"|"contact details"|"phone"|"number"',
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
        'COLLECT ..4!COMMA SOME_NUMBER ..4!COMMA CONTACT|KIN|FRIEND|COLLEAGUE',
        '"information"|"details"|"particulars" ..3 "about"|"of" ..3 "dependants"|"dependents"|"household"|"family"',
        `"provide"|"provided"|"give"|"submit"|"nominate"|"name"|"list"|"enter"|"ask"|"request"|"require"|"collect"|"collects"|"supply"|"upload"|"designate"|"add"|"obtain" ..30 "next of kin"|"emergency contact"|"emergency contacts"|"references"|"referees"|"referee"|"guarantor"|"guarantors"|"spouse"|"family member"|"family members"|"relatives"`,
        `"details"|"information"|"name"|"names"|"number"|"numbers"|"particulars" ..6 "of"|"about"|"for"|"regarding" ..6 "next of kin"|"emergency contact"|"emergency contacts"|"references"|"referees"|"guarantors"|"spouse"|"relatives"|"family members"|"friends and family"`,
      ],
      with: ['"you"|"your"|"we"|"us"|READER|WE'],
      except: [
        '"ask"|"request" ..4 CONTACT|KIN ..2 "to"',
        '"stopped"|"no longer"',
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
