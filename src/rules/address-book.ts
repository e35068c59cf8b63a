import { NOT_ABLE } from './people.ts';
import type { Rule } from './types.ts';

const BOOK = 'ADDRESS_BOOK|BOOK_PEOPLE';
const SWITCH_OFF = [
  '"到"|"至"|"存入"|"加入" ..2 READER ..1 ADDRESS_BOOK',
  'REFUSE ..2 WE ..3 READ ..6 ADDRESS_BOOK',
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
      any: [
        `STOPPED ..4 READ|PERMISSION ..12!COMMA ${BOOK}`,
        `STOPPED ..8!COMMA ${BOOK} ..2 PERMISSION`,
        `${BOOK} ..4!COMMA STOPPED`,
        `"接触不到"|"触及不到"|"无法接触" ..6 ${BOOK}`,
        `"接触"|"触及"|"触碰" + "不到" ..6 ${BOOK}`,
        `"no" ..1 "access" ..10 ${BOOK}`,
        `"not" ..1 "have" ..2 "access" ..10 ${BOOK}`,
        `BARE_CONTACT|${BOOK} ..4!COMMA ~READ|DEVICE_READ`,
        'ASKED_APART ..6 ADDRESS_BOOK',
        'ADDRESS_BOOK ..6 "销毁"|"立即删除"',
        '"其余" ..2 BARE_CONTACT ..3 ~READ',
        `~READ|TELL ..20!BUT ${BOOK}`,
        `${BOOK} ..24 ~DEVICE_READ`,
        `ASKED_APART ... READ ..20 ${BOOK}`,
        `READ ..20!COMMA ${BOOK} ..10 "须"|"需"|"前"|"only" ..6 ASKED_APART`,
      ],
      except: [
        '"不通过"|"手动"',
        '"tell"|"contact people"|"contact anyone"|"call people"|"contact persons" ..6 ADDRESS_BOOK|BOOK_PEOPLE',
        'NO_NEED ..8 ASKED_APART',
        'REFUSE ..10 READ ..10 ADDRESS_BOOK',
        NOT_ABLE,
        '"未"|"未能" + =TELL',
      ],
    },
    {
      id: 'listed-under-a-promise',
      effect: 'limits',
      scope: 'joined',
      any: ['~READ|DEVICE_READ|GATHER ... ADDRESS_BOOK'],
      lead: ['~READ|DEVICE_READ|GATHER'],
      notLead: ['EXCEPT', 'BUT ... LISTED', NOT_ABLE],
      except: ['READ'],
    },
    {
      id: 'only-the-one-picked',
      why: {
        zh: '{actor|平台}只读你自己选中的那个联系人，不读整本通讯录。',
        en: '{actor|The platform} reads only the entry you pick, not the whole address book.',
      },
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
        `DEVICE_READ|GATHER ..60 ADDRESS_BOOK`,
        `ADDRESS_BOOK ..16!COMMA DEVICE_READ`,
        `DEVICE_READ ..20 BOOK_PEOPLE`,
        `DEVICE_READ ..4!COMMA|GIVEN BARE_CONTACT|CONTACT_INFO & "手机"|"设备"|"手机中"|PERMISSION`,
      ],
      except: [
        'STOPPED ..8!COMMA ADDRESS_BOOK',
        'ADDRESS_BOOK ..6 "销毁"|"立即删除"',
        '"no" ..1 "access"',
        'REACH + "不到"',
        ...SWITCH_OFF,
        'ASKED_APART',
      ],
    },
    {
      id: 'opens-it',
      effect: 'grants',
      any: [`READ ..24!COMMA ADDRESS_BOOK`, `ADDRESS_BOOK ..12!COMMA READ`, `READ ..12!COMMA BOOK_PEOPLE`],
      except: [
        'STOPPED ..8!COMMA ADDRESS_BOOK',
        'ADDRESS_BOOK ..6 "销毁"|"立即删除"',
        '"no" ..1 "access"',
        'REACH + "不到"',
        ...SWITCH_OFF,
        'ASKED_APART',
        'REFUSE ..8!COMMA ADDRESS_BOOK',
        'ADDRESS_BOOK ..12!COMMA REFUSE',
        'REACH|URGE ..8!COMMA BOOK_PEOPLE',
      ],
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
      except: [
        'STOPPED ..8!COMMA ADDRESS_BOOK',
        'ADDRESS_BOOK ..6 "销毁"|"立即删除"',
        '"no" ..1 "access"',
        'REACH + "不到"',
        ...SWITCH_OFF,
        'ASKED_APART',
        'REFUSE',
        '~READ',
        '"不通过"',
      ],
      severity: 2,
    },
    {
      id: 'row-of-a-permission-table',
      effect: 'grants',
      any: ['^ADDRESS_BOOK + "："|":"|"用于"|"，"|"权限"|"—"|"（"|"\t"', '^ADDRESS_BOOK ..6 "用于"|"功能"'],
      except: [
        'STOPPED ..8!COMMA ADDRESS_BOOK',
        'ADDRESS_BOOK ..6 "销毁"|"立即删除"',
        '"no" ..1 "access"',
        'REACH + "不到"',
        ...SWITCH_OFF,
      ],
      severity: 2,
    },
    {
      id: 'listed-among-data',
      effect: 'grants',
      language: 'zh',
      any: [
        '"信息"|"资料"|"设备信息"|"类型"|"权限"|"数据"|"内容"|"范围" ..1 "："|":"|"（"|"包括" ..40 ADDRESS_BOOK',
        '^DEVICE ..40 ADDRESS_BOOK',
      ],
      except: [
        '"行踪轨迹"|"敏感个人信息"|"敏感信息"',
        '"以上"',
        ...SWITCH_OFF,
        'ASKED_APART',
        'REFUSE',
        '~READ|DEVICE_READ|COLLECT',
        'NEG|NEG_FACT|STOPPED',
        '"是指"',
        'REACH|URGE',
      ],
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
    // English
    {
      id: 'permission-table-en',
      effect: 'grants',
      language: 'en',
      any: [
        '^ADDRESS_BOOK ..2 "information"|"data"|"details"',
        '^ADDRESS_BOOK ..6 "to"|"we"|"used"|"for"|"permission"|"stored"|"including"',
        '"names"|"numbers"|"name" ..10 "stored"|"saved" ..4 "in"|"on" ..3 ADDRESS_BOOK|"your contacts"|"your phone"',
      ],
      except: ['~READ', '"turn off"|"disable"|"revoke"', '"customer service"|"support"'],
    },
  ],
  why: {
    grants: {
      zh: '{actor|平台}可以读取你的手机通讯录，里面每个人的姓名和电话都可能被拿走。',
      en: '{actor|The platform} may read your address book: names and numbers of everyone in it.',
    },
    limits: {
      zh: '{actor|平台}承诺不读取你的通讯录[，除非{consent}]。',
      en: '{actor|The platform} will not read your address book[, unless {consent}].',
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
  examples: [
    { text: '我们会读取您的手机通讯录。', finds: [{ quote: '我们会读取您的手机通讯录。', effect: 'grants' }] },
    {
      text: '经您授权后，我们将上传您的通讯录用于风控。',
      finds: [{ quote: '经您授权后，我们将上传您的通讯录用于风控。', effect: 'grants' }],
    },
    {
      text: '在征得您的同意后，我们会读取您的通讯录。',
      finds: [{ quote: '在征得您的同意后，我们会读取您的通讯录。', effect: 'grants' }],
    },
    {
      text: '为方便您选择紧急联系人，我们需要访问您的通讯录。',
      finds: [{ quote: '为方便您选择紧急联系人，我们需要访问您的通讯录。', effect: 'grants' }],
    },
    {
      text: '转账时我们仅读取您从通讯录中选定的联系人。',
      finds: [{ quote: '转账时我们仅读取您从通讯录中选定的联系人。', effect: 'grants' }],
    },
    { text: '借款人同意导入通讯录。', finds: [{ quote: '借款人同意导入通讯录。', effect: 'grants' }] },
    {
      text: '申請人同意本公司讀取手機通訊錄及通話記錄。',
      finds: [{ quote: '申請人同意本公司讀取手機通訊錄及通話記錄。', effect: 'grants' }],
    },
    {
      text: '本人同意貴公司存取本人手機之聯絡人清單、簡訊及通話紀錄。',
      finds: [{ quote: '本人同意貴公司存取本人手機之聯絡人清單、簡訊及通話紀錄。', effect: 'grants' }],
    },
    {
      text: 'We collect your contact list and upload it to our server.',
      finds: [{ quote: 'We collect your contact list and upload it to our server.', effect: 'grants' }],
    },
    {
      text: 'The app requests the READ_CONTACTS permission to let you pick an emergency contact.',
      finds: [
        {
          quote: 'The app requests the READ_CONTACTS permission to let you pick an emergency contact.',
          effect: 'grants',
        },
      ],
    },
    {
      text: '我们申请以下权限：位置、相机、通讯录。',
      finds: [{ quote: '我们申请以下权限：位置、相机、通讯录。', effect: 'grants' }],
    },
    { text: '我们不会读取您的通讯录。', finds: [{ quote: '我们不会读取您的通讯录。', effect: 'limits' }] },
    { text: '未经您单独同意不读取通讯录。', finds: [{ quote: '未经您单独同意不读取通讯录。', effect: 'limits' }] },
    {
      text: '只有您另行授权后，我们才会读取您的通讯录。',
      finds: [{ quote: '只有您另行授权后，我们才会读取您的通讯录。', effect: 'limits' }],
    },
    { text: '本公司不會讀取您的通訊錄。', finds: [{ quote: '本公司不會讀取您的通訊錄。', effect: 'limits' }] },
    {
      text: 'We do not access your contacts.',
      finds: [{ quote: 'We do not access your contacts.', effect: 'limits' }],
    },
    {
      text: 'We do not collect, store or share your contact list.',
      finds: [{ quote: 'We do not collect, store or share your contact list.', effect: 'limits' }],
    },
    {
      text: '我们不会收集以下信息：\n1. 短信；\n2. 通讯录。',
      finds: [{ quote: '2. 通讯录。', effect: 'limits' }],
      note: 'A promise in the lead-in reaches the item.',
    },
    { text: '管理员可以在企业通讯录中添加员工。', finds: [] },
    { text: '您可以在手机设置中关闭通讯录权限。', finds: [] },
    { text: '您可在地址簿中保存常用收货地址。', finds: [] },
    { text: '关闭通讯录权限后，不影响您使用其他功能。', finds: [] },
    { text: '若您不同意我们读取通讯录，不影响您申请借款。', finds: [] },
    { text: '我们将无法读取您的通讯录，您需要手动输入。', finds: [] },
    { text: '如您的通讯地址变更，请及时更新。', finds: [] },
    { text: 'The staff directory is only visible to your company.', finds: [] },
    { text: 'You may call us at any time.', finds: [] },
  ],
};
