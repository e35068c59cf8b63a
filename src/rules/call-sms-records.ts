import type { Rule } from './types.ts';

const RECORDS = 'CALL_RECORDS|SMS|SOCIAL_FRIENDS';
const NOT_THESE = [
  '"客服"|"人工服务" ..14 CALL_RECORDS',
  '"沟通"|"与我们" ..8!COMMA CALL_RECORDS',
  'CALL_RECORDS ..8!COMMA "客服"',
  '"通过"|"以"|"采用"|"采取"|"用" ..14!READ SMS ..14 "方式"|"形式"|"手段"|"渠道"|TELL|URGE|REACH',
  '"发送"|"编辑"|"回复"|"发出" ..8!COMMA SMS',
  '"设置"|"设置中"|"settings" & "关闭"|"撤回"|"撤销"|"turn off"|"disable"|"withdraw"|"revoke"',
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
        `~DEVICE_READ ..20!COMMA ${RECORDS}`,
        `${RECORDS} ..12 ~DEVICE_READ`,
        `ASKED_APART ... DEVICE_READ ..20 ${RECORDS}`,
      ],
      except: ['NO_NEED ..8 ASKED_APART', ...NOT_THESE],
    },
    {
      id: 'reads',
      effect: 'grants',
      any: [
        `DEVICE_READ ..60 CALL_RECORDS`,
        `DEVICE_READ ..24!COMMA SMS`,
        `DEVICE_READ ..60 ADDRESS_BOOK|CALL_RECORDS|LOCATION|DEVICE ..16 SMS`,
        `DEVICE_READ ..24 SOCIAL_FRIENDS`,
        `CALL_RECORDS ..20!COMMA DEVICE_READ`,
        `SMS ..8!COMMA DEVICE_READ`,
        `READ ..60 ADDRESS_BOOK ..20 CALL_RECORDS|SMS`,
        `READ ..60 CALL_RECORDS|SMS ..20 ADDRESS_BOOK`,
      ],
      except: [...NOT_THESE, 'ASKED_APART', 'CODE_SMS ..12 SMS'],
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
        'SERVICE_PASSWORD ..40 FETCH|DEVICE_READ|READ',
        '"手机运营商"|"通讯运营商"|"通信运营商"|"运营商" ..3 "信息"|"资料"|"数据" & CONTACT|ADDRESS_BOOK|SERVICE_PASSWORD',
        'FETCH|DEVICE_READ ..40 "运营商" ..30 CALL_RECORDS',
        '"运营商" ..50 CALL_RECORDS',
      ],
      except: [...NOT_THESE, '~DEVICE_READ'],
    },
    {
      id: 'permission',
      effect: 'grants',
      any: ['PERMISSION & SMS|CALL_RECORDS', '^CALL_RECORDS|SMS + "："|"权限"|"（"|"用于"|"记录"'],
      except: [...NOT_THESE, 'ASKED_APART', 'REFUSE', '~DEVICE_READ', 'CODE_SMS'],
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
  ],
  why: {
    grants: {
      zh: '{actor|平台}可以查看你的{data|通话记录和短信}，知道你和谁联系、联系多少。',
      en: '{actor|The platform} may look at {data|your calls and messages}: whom you talk to and how often.',
    },
    limits: {
      zh: '{actor|平台}承诺不查看你的通话和短信，或者要先单独问过你。',
      en: '{actor|The platform} promises not to look at your calls and messages, or to ask you separately first.',
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
  examples: [],
};
