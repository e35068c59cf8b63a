import type { Rule } from './types.ts';
import { DATA } from './words.ts';

const OUTSIDE_SOURCE = 'SOURCE|PARTNER|VENDOR|FUNDER|MERCHANT|ADVERTISER|AFFILIATE';
/** A login with another account brings the nickname and the avatar along. */
const LOGIN = '"头像"|"昵称" & "登录"';

export const dataPull: Rule = {
  id: 'data-pull',
  group: 'sharing',
  name: { zh: '向别处查你的资料', en: 'Data about you from elsewhere' },
  severity: 1,
  patterns: [
    {
      id: 'from-source',
      effect: 'grants',
      scope: 'joined',
      any: [
        `"从"|"自" ..20!COMMA ${OUTSIDE_SOURCE} ..8!COMMA FETCH|LOOK_UP`,
        `"向"|"去"|"在" ..40!COMMA|SHARE ${OUTSIDE_SOURCE} ..10!COMMA|SHARE FETCH|LOOK_UP`,
        `"通过"|"经由"|"透过"|"经" ..30!COMMA ${OUTSIDE_SOURCE} ..8!COMMA FETCH|LOOK_UP`,
        `WITH_WHOM ..12!COMMA ${OUTSIDE_SOURCE} ..3!COMMA|SHARE LOOK_UP`,
        `FETCH ..8!COMMA HELD_AT ..25 ${OUTSIDE_SOURCE}|AFFILIATE`,
        `"向" ..3 HELD_AT ..15 FETCH|LOOK_UP`,
        'HIRE ..8!COMMA PARTNER|VENDOR ..20!COMMA "调查"|"查询"|"核实"|"采集"',
        `"接收"|FETCH ..3 ${OUTSIDE_SOURCE} ..3 "返回"|"反馈"|"传来"|"回传"|"共享"|"提供" ..3 ${DATA}`,
        `${OUTSIDE_SOURCE} ..3!COMMA "会"|"将"|"可"|"可能" ..4!COMMA TAKING ..12!COMMA SHARE_TO + WE`,
        `"登录" ..12!COMMA "账户"|"账号" ..4!COMMA FETCH`,
        `FETCH|LOOK_UP ..6!COMMA "在" ..3!COMMA "其他平台"|"其他机构"|"其他金融机构"|"第三方平台" ..6!COMMA ${DATA}`,
        `"收到" ..3!COMMA ${OUTSIDE_SOURCE} ..3!COMMA "提供"|"反馈"|"共享" ..6!COMMA ${DATA}`,
        `FETCH ..20 "from" ..10 ${OUTSIDE_SOURCE}`,
        `LOOK_UP ..12 "with" ..8 ${OUTSIDE_SOURCE}`,
        `${OUTSIDE_SOURCE} ..12!COMMA|READER "向" + WE ..2 SHARE ..20 ${DATA}`,
        `${OUTSIDE_SOURCE} ..12!COMMA|READER "与" + WE + MUTUAL ..20 ${DATA}`,
        `${OUTSIDE_SOURCE} ..6!COMMA "向" ..2 "被授权人"|"贵司"|"贵行"|"平台"|LENDER ..2 SHARE ..25!COMMA ${DATA}`,
        `"上述"|"该等" ..2 "渠道"|"单位"|"机构"|"部门" ..20 SHARE|SHARE_TO ..6 WE|"被授权人"|"贵司"|READER ..8 ${DATA}`,
        `"上述"|"该等" ..2 "渠道"|"单位"|"机构"|"部门" ..4 TAKING ..12!COMMA ${DATA} ..4 SHARE_TO`,
        `${OUTSIDE_SOURCE} ..12 TAKING ..20!COMMA ${DATA} ..3 "返回给"|"反馈给"|"提供给"|"返回" ..2 WE`,
        '"向" ..3 "企业"|"单位"|"雇主" ..3 LOOK_UP',
      ],
      with: [`${DATA}|READER|PULLED`],
      except: [
        LOGIN,
        'SINGLE_CONSENT',
        'READER ..2!COMMA|WE "可"|"可以"|"应"|"需" ..3 "向"|"通过"|"在" ..20 FETCH|LOOK_UP',
        'CHANGE',
        'MERGER',
        'CONFIDENTIAL',
        '"清单"',
        'BUREAU ..4 FETCH|LOOK_UP',
        '"请求" ..3 "查证"',
        '"获得" ..3 "资金"',
        '"您"|"客户"|"用户"|"会员" ..1 "通过"',
        '"登录" & "第三方账户"|"第三方账号"',
      ],
    },
    {
      id: 'outside-records',
      effect: 'grants',
      any: [
        'FETCH|LOOK_UP ..25!COMMA PULLED',
        'FETCH ..12 "京东"|"淘宝"|"电商"|"学信网" ..15 PERSONAL_INFO',
        '"运营商"|"学信网"|"社保"|"公积金" ..6 "服务密码"|"密码"|"授权" ..20 FETCH',
      ],
      except: ['SDK', '"公积金" ..2 "贷款"|"查询"', 'READER ..2 "可"|"可以"', 'PARTNER|VENDOR ..6 MAY ..4 FETCH'],
    },
    {
      id: 'shared-with-us',
      effect: 'grants',
      any: [
        `${OUTSIDE_SOURCE} ..15!COMMA "取得"|"收集"|"获取" ..15!COMMA SHARE ..3 "的" ..2 ${DATA}`,
        `${OUTSIDE_SOURCE} ..8!COMMA "共享的"|"提供的" ..4 ${DATA} ..10 FETCH`,
      ],
      except: [LOGIN],
    },
    {
      id: 'channels',
      effect: 'grants',
      any: ['^SOURCE', '^HELD_AT', 'SOURCE ..1 "；"', `"收集"|"获取" ..4 "留存" ..20 ${DATA}`],
      lead: [
        'FETCH|LOOK_UP ..25 "渠道"|"途径"|"方式"',
        '"向"|"通过" ..3 LISTED ..6 "机构"|"单位"|"部门"|"数据库"|"渠道" ..6 FETCH|LOOK_UP',
        '"渠道"|"途径"|"方式" ..20 FETCH|LOOK_UP',
      ],
      except: ['BUREAU'],
    },
    {
      id: 'these-channels',
      effect: 'grants',
      any: ['"通过"|"经" ..3 LISTED ..3 "渠道"|"途径"|"方式" ..20 FETCH|LOOK_UP'],
      except: ['READER ..2 "可"|"可以"', '"联系"'],
    },
    {
      id: 'asked-first',
      effect: 'limits',
      any: [`SINGLE_CONSENT ..4 "从"|"向"|"自"|"通过" ..20 ${OUTSIDE_SOURCE} ..10 FETCH|LOOK_UP`],
    },
    {
      id: 'promise',
      effect: 'limits',
      any: [`WILL_NOT ..8 "从"|"向"|"自"|"通过" ..15 ${OUTSIDE_SOURCE} ..8 ~FETCH|LOOK_UP`],
      with: [DATA],
    },
    // English
    {
      id: 'checked-elsewhere-en',
      effect: 'grants',
      language: 'en',
      any: [
        `LOOK_UP ..20 "against"|"with"|"by contacting"|"through"|"from" ..12 SOURCE|PARTNER|VENDOR|EMPLOYER|FUNDER|"government"`,
        `"from" ..6 SOURCE|PARTNER|VENDOR|EMPLOYER|MERCHANT|"other sources"|"these sources" ..20 "we"|"us" ..4 "collect"|"receive"|"obtain"`,
        `"we"|"us" ..6 "collect"|"receive"|"obtain"|"get"|"gather"|"retrieve"|"request"|"access"|"acquire"|"purchase" ..30 "from" ..10 SOURCE|PARTNER|VENDOR|EMPLOYER|MERCHANT|FUNDER|ADVERTISER|"third"`,
        `SOURCE|PARTNER|FUNDER|MERCHANT|EMPLOYER|"lender" ..6 "may"|"will" ..3 SHARE ..20 "to us"|"with us"`,
        `"provided"|"supplied"|"disclosed"|"given"|"shared" ..2 "to us"|"with us" ..3 "by"|"from" ..8 SOURCE|PARTNER|VENDOR|"other"|"third"`,
        `"authorise"|"authorize"|"consent"|"permit"|"agree" ..20 "obtain"|"obtaining"|"retrieve"|"retrieval"|"collect"|"collection"|"verify"|"fetch"|"access"|"procure" ..20 "from" ..8!READER "government"|"registry"|"database"|"provider"|"providers"|"number"|"uidai"|"employer"|"bank"|"banks"|"operator"|"platforms"|"plaid"|"work"|"institution"|"institutions"|"agencies"|"authorities"`,
        `^"information"|"data"|"details"|"records" ..8 "from" ..6 SOURCE|PARTNER|VENDOR|EMPLOYER|BUREAU|"other"`,
        `"inquiries"|"enquiries"|"verification" ..8 "with"|"of"|"from" ..8 EMPLOYER|SOURCE|FUNDER|"government"`,
        `"linked"|"link"|"connect" ..8 "bank account"|"account" ..16 "retrieve"|"access"|"collect"|"obtain"|"receive"`,
        `"from" ..3 "publicly available"|"public sources"|"third-party sources"|"outside sources"|"public registers"|"other sources"`,
        `"combine"|"supplement"|"enrich"|"append" ..16 "from"|"with" ..6 PARTNER|SOURCE|"other"|"outside"`,
      ],
      with: [`${DATA}|READER|"information"|"data"`],
      except: [
        '"not" ..6 "collect"|"obtain"|"receive"',
        '"receive" ..8 COMMERCIAL',
        'ANONYMOUS',
        'MERGER',
        '"request a copy"|"right to"',
        'BUREAU ..3 "only"',
        '"from you"|"from your device" ..6 "may"',
        '"protect" ..6 "from"',
      ],
    },
    {
      id: 'listed-source-en',
      effect: 'grants',
      language: 'en',
      any: [
        '^SOURCE|PARTNER|VENDOR|MERCHANT|EMPLOYER',
        '^"from"|"your"|"our"|"other" ..4 SOURCE|PARTNER|EMPLOYER|MERCHANT|VENDOR',
      ],
      lead: [
        '"collect"|"receive"|"obtain" ..24 "from" ..6 "following"|"sources"|"third"',
        '"sources" ..10 "include"|"following"',
      ],
      notLead: ['SHARE ..8 "with"|"to"'],
      except: ['BUREAU', 'ANONYMOUS'],
    },
  ],
  why: {
    grants: {
      zh: '{actor|平台}可以向别的机构查你的{data|资料}，不只用你自己填的。',
      en: '{actor|The platform} may get {data|data about you} from others, not only what you fill in.',
    },
    limits: {
      zh: '{actor|平台}承诺不向别处查你的{data|资料}[，除非{consent}]。',
      en: '{actor|The platform} will not get {data|data about you} elsewhere[, unless {consent}].',
    },
  },
  todo: {
    grants: {
      zh: '别把社保、公积金、学信网、运营商的密码交出去。看清楚查哪些地方、查多久。',
      en: 'Do not hand over passwords for social security, tax, school or carrier accounts. See which places are asked, and for how long.',
    },
    limits: { zh: '截图留着备用。', en: 'Keep a screenshot.' },
  },
  examples: [
    {
      text: '您授权我们向社保、公积金管理机构查询您的缴存信息。',
      finds: [{ quote: '您授权我们向社保、公积金管理机构查询您的缴存信息。', effect: 'grants' }],
    },
    {
      text: '我们可能从合作机构处获取您的信用评估结果。',
      finds: [{ quote: '我们可能从合作机构处获取您的信用评估结果。', effect: 'grants' }],
    },
    {
      text: '为核实您的身份，我们会通过权威机构核验您的姓名和身份证号。',
      finds: [{ quote: '为核实您的身份，我们会通过权威机构核验您的姓名和身份证号。', effect: 'grants' }],
    },
    {
      text: '乙方同意甲方向乙方的通信运营商采集乙方的实名信息。',
      finds: [{ quote: '乙方同意甲方向乙方的通信运营商采集乙方的实名信息。', effect: 'grants' }],
    },
    {
      text: '您同意我们从公开渠道收集您的个人信息。',
      finds: [{ quote: '您同意我们从公开渠道收集您的个人信息。', effect: 'grants' }],
    },
    {
      text: '平台可与第三方核对您所填资料的真实性。',
      finds: [{ quote: '平台可与第三方核对您所填资料的真实性。', effect: 'grants' }],
    },
    {
      text: '我们会向学信网查询您的学历信息。',
      finds: [{ quote: '我们会向学信网查询您的学历信息。', effect: 'grants' }],
    },
    {
      text: '支付机构会向我们同步您的支付账号信息。',
      finds: [{ quote: '支付机构会向我们同步您的支付账号信息。', effect: 'grants' }],
    },
    {
      text: '我们可能使用合作伙伴依法收集并共享的信息，判断账户风险。',
      finds: [{ quote: '我们可能使用合作伙伴依法收集并共享的信息，判断账户风险。', effect: 'grants' }],
    },
    {
      text: '您授權本公司向電信業者查詢您的門號資料。',
      finds: [{ quote: '您授權本公司向電信業者查詢您的門號資料。', effect: 'grants' }],
    },
    {
      text: '经您单独同意后，我们会从第三方处获取您的信息。',
      finds: [{ quote: '经您单独同意后，我们会从第三方处获取您的信息。', effect: 'limits' }],
    },
    {
      text: '我们不会向第三方查询您的个人信息。',
      finds: [{ quote: '我们不会向第三方查询您的个人信息。', effect: 'limits' }],
    },
    { text: '我们会收集您填写的姓名和手机号。', finds: [], note: 'typed by the reader' },
    { text: '您使用微信登录时，我们会从微信获取您的昵称和头像。', finds: [], note: 'a login' },
    { text: '您可以向银行查询交易明细。', finds: [], note: 'the reader asks' },
    { text: '我们会核对您上传的照片是否清晰。', finds: [] },
    { text: '请通过官方网站下载本软件。', finds: [] },
    { text: '您的设备信息由系统自动采集。', finds: [] },
    { text: '我们会读取验证码，方便您填写。', finds: [] },
    {
      text: 'We may collect information about you from third parties such as data providers.',
      finds: [
        { quote: 'We may collect information about you from third parties such as data providers.', effect: 'grants' },
      ],
    },
    {
      text: 'We may verify the information you give us with your employer.',
      finds: [{ quote: 'We may verify the information you give us with your employer.', effect: 'grants' }],
    },
    { text: 'We collect the information you enter in the form.', finds: [] },
  ],
};
