import { ASKED_AGAIN, NOT_ABLE } from './people.ts';
import type { Rule } from './types.ts';

const RECORDS = 'CALL_RECORDS|SMS|SOCIAL_FRIENDS';
const NOT_THESE = [
  '"客服"|"人工服务" ..14 CALL_RECORDS',
  '"客户服务" ..24 CALL_RECORDS',
  '"沟通"|"与我们" ..16!COMMA CALL_RECORDS',
  'CALL_RECORDS ..8!COMMA "客服"',
  '"通过"|"以"|"采用"|"采取"|"用" ..14!READ SMS ..14 "方式"|"形式"|"手段"|"渠道"|TELL|URGE|REACH',
  '"发送"|"编辑"|"回复"|"发出" ..8!COMMA SMS',
  '"设置"|"设置中"|"settings" & "关闭"|"撤回"|"撤销"|"turn off"|"disable"|"withdraw"|"revoke"',
];
/** Speaks of reading calls or messages without doing it: warnings, what is deleted, not needed or no longer done. */
const NOT_READING = [
  '"吗"',
  'NOT_INCLUDED ..12!COMMA CALL_RECORDS|SMS',
  '"请勿"|"切勿"|"谨防"|"警惕"|"恶意软件"|"木马"|"病毒"',
  '"撤销"|"撤回"|"关闭" ..8!COMMA SMS|CALL_RECORDS',
  'NO_NEED ..3!COMMA DEVICE_READ|SMS|CALL_RECORDS',
  '"不"|"也不" ..1 "需要" ..3!COMMA SMS|CALL_RECORDS',
  'STOPPED ..6!COMMA CALL_RECORDS|SMS',
  '"未" ..1 "申请"|"获取"|"使用"',
  '"no" ..1 "access"',
  '"telemarketing"|"do-not-call"',
  `~DEVICE_READ ..12 ${RECORDS}|FRIEND_LIST`,
  '"无" ..2 SMS|CALL_RECORDS ..2 PERMISSION',
  '"从不" ..2 "申请"|"索取"|"读取"',
  '"receive"|"receiving" ..8 SMS|CALL_RECORDS',
  '"不碰"|"拿不到"|"碰不到"|"看不到"',
  'SOCIAL_FRIENDS|"微信"|"qq" ..2 "以外"|"之外"',
  ...NOT_THESE,
  'ASKED_APART',
  ASKED_AGAIN,
];

export const callSmsRecords: Rule = {
  id: 'call-sms-records',
  group: 'people',
  name: { zh: '读取通话和短信', en: 'Reading calls and messages' },
  severity: 3,
  patterns: [
    {
      id: 'promises-not-to-read',
      effect: 'limits',
      any: [
        `NOT_INCLUDED ..12!COMMA ${RECORDS}`,
        `${RECORDS} ..12 ASKED_APART`,
        `${RECORDS} ..6!COMMA "留在"|"保留在"|"stays on"|"stay on"`,
        `NO_NEED ..3!COMMA DEVICE_READ|"开启"|"提供"|"打开" ..8!COMMA ${RECORDS}|SERVICE_PASSWORD`,
        `~READ|DEVICE_READ ..24!BUT ${RECORDS}|SERVICE_PASSWORD`,
        `"未"|"没有"|"不" ..1 "申请"|"使用"|"集成"|"调用"|"需要"|"获取" ..6!COMMA ${RECORDS}`,
        `STOPPED ..6!COMMA READ|PERMISSION ..10!COMMA ${RECORDS}`,
        `STOPPED ..2!COMMA ${RECORDS}`,
        `"不碰"|"拿不到"|"碰不到" ..12 ${RECORDS}|FRIEND_LIST`,
        `"no" ..1 "access" ..12 ${RECORDS}`,
        `"no" ..2 ${RECORDS} ..8 =DEVICE_READ|READ`,
        `"接触不到"|"触及不到" ..6 ${RECORDS}`,
        `${RECORDS} ... "接触不到"|"触及不到"`,
        `"接触"|"触及" + "不到" ..6 ${RECORDS}`,
        `${RECORDS} ... "接触" + "不到"`,
        `~DEVICE_READ ..20!BUT|DEVICE_READ ${RECORDS}`,
        `${RECORDS} ..12 ~DEVICE_READ`,
        `ASKED_APART ... DEVICE_READ ..20 ${RECORDS}`,
      ],
      except: [
        'NO_NEED ..8 ASKED_APART',
        ...NOT_THESE,
        '"将"|"will"|"则" ..3 "无法"|"不能"|"cannot"',
        '"if you"',
        '~REACH|SHARE ..3!COMMA SMS',
        '"接到"|"收到" ..8!COMMA SMS',
      ],
    },
    {
      id: 'listed-under-a-promise',
      effect: 'limits',
      scope: 'joined',
      any: [`~DEVICE_READ ... ${RECORDS}`],
      lead: ['~DEVICE_READ'],
      notLead: ['EXCEPT', 'BUT ... LISTED', NOT_ABLE],
      except: ['DEVICE_READ', 'CODE_SMS'],
    },
    {
      id: 'reads',
      effect: 'grants',
      any: [
        `DEVICE_READ ..60 CALL_RECORDS`,
        `DEVICE_READ ..24!COMMA SMS`,
        `DEVICE_READ ..60 ADDRESS_BOOK|CALL_RECORDS|LOCATION|DEVICE ..16 SMS`,
        `DEVICE_READ ..24 SOCIAL_FRIENDS`,
        `"微信"|"微博"|"qq"|"社交"|"社交账号"|"第三方平台"|"第三方" ..30 FRIEND_LIST`,
        `COLLECT ..80 "通话" ..4 SMS`,
        `CALL_RECORDS ..20!COMMA DEVICE_READ`,
        '"依据"|"根据"|"从"|"通过" ..3!COMMA CALL_RECORDS ..10!COMMA|NEG "号码"',
        `SMS ..8!COMMA DEVICE_READ`,
        `${RECORDS}|FRIEND_LIST ..10!COMMA|NEG|NEG_BARE "作为"|"用于"|"纳入"|"判断"|"核对" ..8!COMMA "信用"|"信用分"|"评分"|"授信"|"风控"|"建模"`,
        `${RECORDS} ..6!COMMA|NEG|NEG_BARE SHARE_TO ..8!COMMA "机构"|"公司"|"第三方"|PARTNER|VENDOR`,
        `READ ..60 ADDRESS_BOOK ..20 CALL_RECORDS|SMS`,
        `READ ..60 CALL_RECORDS|SMS ..20 ADDRESS_BOOK`,
      ],
      except: [
        ...NOT_READING,
        'CODE_SMS ..12 SMS',
        'SMS ..16!CALL_RECORDS "验证码"|"校验码"|"动态码"|"verification code"|"one-time password"|"otp"',
        '"验证码" ..8 SMS',
      ],
    },
    {
      id: 'reads-without-asking',
      effect: 'grants',
      any: [`DEVICE_READ ..40 ${RECORDS}`],
      with: ['NO_NEED ..8 ASKED_APART'],
    },
    {
      id: 'carrier-records',
      effect: 'grants',
      any: [
        'CARRIER ..14!NEG "提供"|"出具"|"披露"|"反馈" ..12!COMMA CALL_RECORDS|SMS',
        'SERVICE_PASSWORD ..40 FETCH|DEVICE_READ|READ',
        '"向"|"从"|"自"|"通过"|"from" ..12!COMMA CARRIER ..40!COMMA FETCH|DEVICE_READ',
        'FETCH|DEVICE_READ ..16!COMMA "向"|"从"|"自"|"通过"|"from" ..8!COMMA CARRIER',
        'CARRIER ..4!COMMA "将"|"向" ..16!COMMA CALL_RECORDS',
        '"手机运营商"|"通讯运营商"|"通信运营商"|"运营商" ..3 "信息"|"资料"|"数据" & CONTACT|ADDRESS_BOOK|SERVICE_PASSWORD',
        'FETCH|DEVICE_READ ..40 CARRIER ..30 CALL_RECORDS',
        'CARRIER ..50 CALL_RECORDS',
      ],
      except: [...NOT_READING, '"归属地"|"一致"|"是否"|"一键登录"|"本机号码"|"城市"|"二次号"|"SIM"', '~DEVICE_READ'],
    },
    {
      id: 'permission',
      effect: 'grants',
      any: [
        'PERMISSION & SMS|CALL_RECORDS',
        'CARRIER_RECORDS|CALL_RECORDS ..1 "授权"|"认证"',
        '^CALL_RECORDS|SMS + "："|"权限"|"（"|"用于"|"记录"',
      ],
      except: ['"清除"|"删除" ..4 SMS|CALL_RECORDS', ...NOT_READING, 'REFUSE', '~DEVICE_READ', 'CODE_SMS'],
      severity: 2,
    },
    {
      id: 'listed-under-a-lead-in',
      effect: 'grants',
      scope: 'joined',
      any: [
        `READ|COLLECT ... CALL_RECORDS|SOCIAL_FRIENDS`,
        'DEVICE_READ|PERMISSION ... SMS',
        'COLLECT ... SMS ..10 CALL_RECORDS',
      ],
      lead: ['READ|COLLECT|PERMISSION'],
      notLead: ['~READ', 'REFUSE', '"设置"', '"是指"', 'DELIVER'],
      except: [...NOT_THESE, 'CODE_SMS', 'REACH|TELL|DELIVER'],
    },
    // English
    {
      id: 'listed-records-en',
      effect: 'grants',
      language: 'en',
      any: [
        '^SMS|CALL_RECORDS ..2 "information"|"data"|"records"|"history"|"logs"|"related"|"content"',
        '^SMS|CALL_RECORDS ..20 "we use"|"used"|"to"|"for"|"including"|"which"',
      ],
      except: [
        '"verification"|"otp"|"one-time"',
        '~READ',
        '"may be sent"|"will be sent"|"charges"|"rates"',
        '"opt out"|"stop"',
      ],
    },
    {
      id: 'under-a-heading-en',
      effect: 'grants',
      language: 'en',
      any: ['^SMS|CALL_RECORDS'],
      under: ['"collect"|"collected"|"access"|"permissions"'],
      except: ['"verification"|"otp"|"one-time"', '~READ'],
    },
  ],
  why: {
    grants: {
      zh: '{actor|平台}可以查看你的通话、短信这类记录，知道你和谁联系、联系多少。',
      en: '{actor|The platform} may look at your calls and messages: whom you talk to and how often.',
    },
    limits: {
      zh: '{actor|平台}承诺不查看你的通话和短信[，除非{consent}]。',
      en: '{actor|The platform} will not look at your calls and messages[, unless {consent}].',
    },
  },
  todo: {
    grants: {
      zh: '不要交出运营商的服务密码。短信和通话权限选不允许，已经允许的到手机设置里关掉。',
      en: 'Do not hand over your carrier password. Deny the SMS and call permissions, or switch them off in the phone settings.',
    },
    limits: {
      zh: '把这一句截图留好，并照样关着短信和通话权限。',
      en: 'Keep a screenshot of this sentence, and leave the SMS and call permissions off all the same.',
    },
  },
  examples: [
    {
      text: '我们会获取您的通话记录和短信内容。',
      finds: [{ quote: '我们会获取您的通话记录和短信内容。', effect: 'grants' }],
    },
    {
      text: '您授权我们向运营商查询您的通话详单。',
      finds: [{ quote: '您授权我们向运营商查询您的通话详单。', effect: 'grants' }],
    },
    {
      text: '需要您提供手机服务密码，用于获取运营商账单。',
      finds: [{ quote: '需要您提供手机服务密码，用于获取运营商账单。', effect: 'grants' }],
    },
    { text: '我们会收集您的微信好友列表。', finds: [{ quote: '我们会收集您的微信好友列表。', effect: 'grants' }] },
    {
      text: '授权运营商将您近六个月的通话详单提供给我们。',
      finds: [{ quote: '授权运营商将您近六个月的通话详单提供给我们。', effect: 'grants' }],
    },
    {
      text: '用户同意平台获取其在运营商处留存的通话及短信记录。',
      finds: [{ quote: '用户同意平台获取其在运营商处留存的通话及短信记录。', effect: 'grants' }],
    },
    { text: '我們會讀取簡訊內容以評估信用。', finds: [{ quote: '我們會讀取簡訊內容以評估信用。', effect: 'grants' }] },
    {
      text: '本人同意貴公司存取本人手機之聯絡人清單、簡訊及通話紀錄。',
      finds: [{ quote: '本人同意貴公司存取本人手機之聯絡人清單、簡訊及通話紀錄。', effect: 'grants' }],
    },
    {
      text: 'We collect call logs and SMS data from your phone.',
      finds: [{ quote: 'We collect call logs and SMS data from your phone.', effect: 'grants' }],
    },
    {
      text: 'Call history and text messages may be analysed to build your credit score.',
      finds: [
        { quote: 'Call history and text messages may be analysed to build your credit score.', effect: 'grants' },
      ],
    },
    {
      text: '我们不会读取您的短信和通话记录。',
      finds: [{ quote: '我们不会读取您的短信和通话记录。', effect: 'limits' }],
    },
    { text: '我们承诺不读取短信内容。', finds: [{ quote: '我们承诺不读取短信内容。', effect: 'limits' }] },
    {
      text: 'We will not read your SMS messages without your separate consent.',
      finds: [{ quote: 'We will not read your SMS messages without your separate consent.', effect: 'limits' }],
    },
    { text: '我们不会收集以下信息：\n1. 短信；\n2. 通讯录。', finds: [{ quote: '1. 短信；', effect: 'limits' }] },
    { text: '请输入短信验证码。', finds: [] },
    { text: '我们会读取验证码短信以自动填写。', finds: [] },
    { text: '允许应用读取短信，用于自动填写验证码。', finds: [] },
    { text: '还款日前我们会以短信提醒您。', finds: [] },
    { text: '客服会保存与您的通话记录。', finds: [] },
    { text: '运营商将核验您的姓名与手机号是否一致。', finds: [] },
    { text: '驗證碼將以簡訊發送至您的手機。', finds: [] },
    { text: '短信费由运营商收取。', finds: [] },
    { text: 'We will send a verification code by SMS.', finds: [] },
    { text: 'We may contact you by phone, SMS or email about your loan.', finds: [] },
    { text: '为向您提供客户服务，我们会保存您与我们的通话记录。', finds: [] },
    {
      text: '我们不碰您的短信，也不获取好友名单。',
      finds: [{ quote: '我们不碰您的短信，也不获取好友名单。', effect: 'limits' }],
    },
    {
      text: '您的短信内容可作为我们评估您信用的依据。',
      finds: [{ quote: '您的短信内容可作为我们评估您信用的依据。', effect: 'grants' }],
    },
    {
      text: '平台已停止使用运营商详单作为授信资料。',
      finds: [{ quote: '平台已停止使用运营商详单作为授信资料。', effect: 'limits' }],
    },
    {
      text: '系统会依据话单筛选通话频繁的号码。',
      finds: [{ quote: '系统会依据话单筛选通话频繁的号码。', effect: 'grants' }],
    },
    {
      text: '未完成运营商账单授权的，无法申请额度。',
      finds: [{ quote: '未完成运营商账单授权的，无法申请额度。', effect: 'grants' }],
    },
  ],
};
