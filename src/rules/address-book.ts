import type { Rule } from './types.ts';

const BOOK = 'ADDRESS_BOOK|BOOK_PEOPLE';
const SWITCH_OFF = [
  'REFUSE ..4 READ ..6 ADDRESS_BOOK',
  '"设置"|"设置中"|"settings" & "关闭"|"撤回"|"撤销"|"取消"|"turn off"|"disable"|"withdraw"|"revoke"',
  '"变更"|"改变"|"更改" ..8 "撤回"|"撤销" & PERMISSION|"授权"',
  '"敏感个人信息"|"个人敏感信息" & "属于" & REFUSE',
  '^REFUSE ... ADDRESS_BOOK & NOT_POSSIBLE',
  '"随时" ..4 "给予"|"撤销"|"撤回"',
  '"开通"|"开启"|"打开" + "或" + "关闭"',
];

export const addressBook: Rule = {
  id: 'address-book',
  group: 'people',
  name: { zh: '读取手机通讯录', en: 'Reading your address book' },
  severity: 3,
  patterns: [
    {
      id: 'promises-not-to-read',
      effect: 'limits',
      any: [`~READ|TELL ..20 ${BOOK}`, `${BOOK} ..24 ~DEVICE_READ`, `ASKED_APART ... READ ..20 ${BOOK}`],
      except: ['NO_NEED ..8 ASKED_APART', 'REFUSE ..10 READ ..10 ADDRESS_BOOK'],
    },
    {
      id: 'only-the-one-picked',
      effect: 'grants',
      any: [
        '"仅"|"只"|"只会"|"仅会" ..2 READ ..14 ADDRESS_BOOK',
        '"仅"|"只"|"只会"|"仅会" + READ ... "指定" ..4 "电话号码"|"号码" ... ADDRESS_BOOK',
      ],
      severity: 1,
    },
    {
      id: 'reads',
      effect: 'grants',
      any: [
        `READ ..60 ADDRESS_BOOK`,
        `ADDRESS_BOOK ..20!BUT READ`,
        `READ ..20 BOOK_PEOPLE`,
        `DEVICE_READ ..4!COMMA|GIVEN BARE_CONTACT & "手机"|"设备"|PERMISSION`,
        `DEVICE_READ ..4 "微信通讯录"`,
      ],
      except: [...SWITCH_OFF, 'ASKED_APART'],
    },
    {
      id: 'reads-without-asking',
      effect: 'grants',
      any: [`READ ..40 ${BOOK}`],
      with: ['NO_NEED ..8 ASKED_APART'],
    },
    {
      id: 'permission',
      effect: 'grants',
      any: [
        `PERMISSION & ADDRESS_BOOK`,
        '"授权"|"允许" ..12 ADDRESS_BOOK',
        '"涉及" ..4 ADDRESS_BOOK',
        'VIA_PEOPLE|"基于" ..3!COMMA ADDRESS_BOOK',
      ],
      except: [...SWITCH_OFF, 'ASKED_APART', 'REFUSE', '~READ', '"不通过"'],
      severity: 2,
    },
    {
      id: 'row-of-a-permission-table',
      effect: 'grants',
      any: ['^ADDRESS_BOOK + "："|":"|"用于"|"，"|"权限"|"—"|"（"|"\t"', '^ADDRESS_BOOK ..6 "用于"|"功能"'],
      except: [...SWITCH_OFF],
      severity: 2,
    },
    {
      id: 'listed-under-a-lead-in',
      effect: 'grants',
      scope: 'joined',
      any: [`READ|COLLECT|PERMISSION ... ADDRESS_BOOK`],
      lead: ['READ|COLLECT|PERMISSION'],
      notLead: ['~READ', 'REFUSE', '"设置"', '"是指"'],
      except: [...SWITCH_OFF],
    },
  ],
  why: {
    grants: {
      zh: '{actor|平台}可以读取{data|手机通讯录}，里面每个人的姓名和电话都可能被拿走。',
      en: '{actor|The platform} may read {data|your address book}: names and numbers of everyone in it.',
    },
    limits: {
      zh: '{actor|平台}承诺不读取你的通讯录，或者只读你选的那一个，或者要先单独问过你。',
      en: '{actor|The platform} promises not to read your address book, or only the entry you pick, or to ask you separately first.',
    },
  },
  todo: {
    grants: {
      zh: '手机弹窗问要不要允许读取通讯录时，选不允许。已经允许的，到手机设置里关掉它的通讯录权限。',
      en: 'When the phone asks whether the app may read your contacts, choose no. If you already allowed it, switch the permission off in the phone settings.',
    },
    limits: {
      zh: '把这一句截图留好，并照样关着通讯录权限。',
      en: 'Keep a screenshot of this sentence, and leave the contacts permission off all the same.',
    },
  },
  examples: [],
};
