/** Alternations of concepts, and exceptions, that several rules speak of. */

/** The reader's data in general, and kinds of it. */
export const DATA = 'PERSONAL_INFO|IDENTITY|DEVICE|MONEY|LOCATION|CONTENT';
/** Kinds of data precise enough to be the reader's own. */
export const DETAIL = 'IDENTITY|DEVICE|MONEY|LOCATION';
/** Third parties that are neither affiliate, bureau, collector nor authority. */
export const THIRD = 'PARTNER|VENDOR|SDK|FUNDER|MERCHANT|ADVERTISER';

/** Says to whom nothing is given but those listed: "We disclose it to nobody, save:". */
export const EXCEPTION_LEAD_EN = [
  '~SHARE|GIVES ... "except"|"unless"|"save"|"apart from"|"other than"|"exception"|"exceptions"',
  'SHARE|GIVES ..16 "nobody"|"no one"|"nowhere" ... "except"|"unless"|"save"|"apart from"|"other than"',
  '"no"|"none"|"nothing" ..16 SHARE|GIVES|"leaves"|"leave" ... "except"|"unless"|"save"|"apart from"|"other than"',
  'SHARE|GIVES ..10 "only" ..12 "following"|"when"|"where"|"if"|"to"|"with"|"cases"|"circumstances"|"these"',
  '"only" ..6 SHARE|GIVES ... "following"|"when"|"where"|"if"|"to"|"with"|"cases"|"circumstances"',
];

/** Speaks of those already given the data and what they must not do; of a list to look up; of a purpose that changes. */
export const SETTLED: string[] = [
  'WITH_WHOM + "之" ..3 MUTUAL',
  '"与其"|"与之"|"与合作方"|"与第三方" ..2 "签署"|"签订"|"约定"',
  '"要求" ..3 PARTNER|VENDOR ..10 "处理"|"使用"|"保护"',
  '"签署"|"签订" ..8 "保密"|"协议"|"协定" ..30 "要求"',
  'CHANGE',
  'PERSONAL_INFO|SDK|PARTNER ..1 "清单"|"目录"|"列表"',
  'WE ..1 "违反"',
  '"行为" ..2 "违反"',
  '"合法事由"|"法定事由"',
  '"申请" ..3 "数字证书"',
  '"未经授权"|"未经授权的"|"非法"|"擅自" ..3 "第三方"|"第三人"|"人员"|"访问"',
  '"参见"|"请见"|"详见"|"查看"|"查阅"|"见"|"载于"|"列于" ..15 "政策"|"清单"|"目录"|"列表"',
  '"接收方"|"接受方"|"受让方" ..4 CONFIDENTIAL|"仅可"|"只可"',
  'MERGER',
  'MINOR',
  '"匿名化"|"脱敏"|"技术处理"',
];

/** The parties of a contract keep the contract or their business secret: no promise about the reader's data. */
export const BETWEEN_PARTIES = [
  '"任何一方"|"接受方"|"披露方"|"甲乙双方"',
  '"提供方" ..3 CONSENT',
  '"本协议"|"本合同" ..1 "以外"|"之外" ..2 "其他方"|"第三方"|"第三人"',
  '"本合同"|"本协议"|"合同"|"协议" ..1 "项下" ..3 "文件"',
];
/** It is the contract's text that is kept secret. */
export const CONTRACT_TEXT = '"本合同"|"本协议"|"合同"|"协议"|"协议书" ..6!COMMA "内容"|"条款"|"事宜"|"条件"';

/** Lead-ins that forbid the reader what their items name: such an item lets nobody do anything to the reader. */
export const FORBIDDING_LEAD = ['READER|PARTY_A|PARTY_B ..15!WE|PLATFORM FORBIDDEN', '^FORBIDDEN'];
/** The sentence forbids the reader. */
export const FORBIDS_READER =
  'READER ..10!WE|PLATFORM|PERSONAL_INFO|IDENTITY|CONSENT|SINGLE_CONSENT|AFFILIATE|PARTNER FORBIDDEN';

/** Lead-ins whose items name those who get the data. */
export const RECIPIENT_LEAD = [
  'SHARE_TO ..8 LISTED|"人士"|"各方"',
  '"向" ..2 LISTED ..6 SHARE',
  'SHARE|MUTUAL|"提供" ..15 LISTED ..8 "人士"|"机构"|"第三方"|"各方"|"对象"|"主体"|"合作方"',
  'TOWARD_WHOM|WITH_WHOM ..3 LISTED ..8 SHARE|MUTUAL',
  'LISTED ..3 PARTNER|"各方"|"机构" ..4!COMMA MAY ..2 RECEIVE ..8!COMMA PERSONAL_INFO',
  'MUTUAL ..6 "对象"|"接收方"|"范围" ..6 "包括"|LISTED',
  'SHARE_TO ..2 "："',
  'LISTED ..3 "机构"|"公司"|"主体"|"各方"|PARTNER ..2 "会"|"将"|"可能"|"可" ..10!COMMA GETS ..8!COMMA PERSONAL_INFO',
  'PERSONAL_INFO ..6 "由"|"被" ..3 LISTED ..6 "机构"|PARTNER',
];

/** Headings over tables and lists of those who get data. */
export const RECIPIENT_HEADING = [
  '"清单"',
  '"接收方"',
  '"合作方" ..3 "一览"|"名录"',
  'SHARE|MUTUAL ..10 PARTNER|"机构"|"清单"',
];

/** Handing on, whatever the verb, and seeing or getting. */
export const GIVE = 'SHARE|SHARE_TO|MUTUAL|GIVES';
export const GET = 'RECEIVE|GETS';
/** The reader's data, whatever the noun. */
export const ANY_DATA = `${DATA}|PULLED|STUFF|CALL_RECORDS|CARRIER_RECORDS|LOAN_INFO|DEBT|ADDRESS_BOOK`;
/** Anybody outside: third parties of a kind, or whoever. */
export const OUTSIDERS = `${THIRD}|ABROAD|NOBODY_ELSE`;
/** Introduces exceptions to a promise not to share, or the cases in which data is shared. */
export const SHARING_LEAD = [
  '~SHARE|SELL ... EXCEPT|OUTSIDE|LISTED',
  'EXCEPT|OUTSIDE ... ~SHARE|SELL',
  'CONFIDENTIAL ... EXCEPT|OUTSIDE',
  'LISTED ... MAY ..6 "披露"',
  'LISTED ..12 "披露"|SHARE ... "不受" ..6 "限制"',
];
/** Introduces the cases in which data goes to somebody else, however that is put. */
export const CASES_LEAD = [
  ...SHARING_LEAD,
  '~SHARE_TO|MUTUAL|GIVES|LEAK ... EXCEPT|OUTSIDE|LISTED|BUT',
  'EXCEPT|OUTSIDE|LISTED ... ~SHARE_TO|MUTUAL|GIVES|LEAK',
  `LISTED ..40 ANYONE|NOBODY_ELSE|${THIRD}|"对外" ..6 =SHARE|MUTUAL|GIVES`,
  'EXCEPT ..3 LISTED ..8 OUTSIDE ... PERSONAL_INFO ..6 CONFIDENTIAL',
  `LISTED ..30 PERSONAL_INFO|IDENTITY ..12 =SHARE|GIVES ..2 ANYONE|NOBODY_ELSE|${THIRD}`,
  `LISTED ..40 =SHARE_TO ..12 ANYONE|NOBODY_ELSE|${THIRD}`,
  `ONLY_THEN ..30 "才"|"才会"|"方"|"方会"|"方可" ..12 =${GIVE}`,
];
/** What a denial leaves open for somebody: "除担保公司外，不向任何人披露", "不向第三方提供，担保公司除外". */
export const savesFor = (who: string, deed = `${GIVE}|LEAK`): string[] => [
  `"除"|"除了"|"除向"|"除与" ..10!COMMA ${who} ..6!COMMA OUTSIDE ... ~${deed}`,
  `~${deed} ... COMMA ..12!COMMA ${who} ..6!COMMA "除外"|"不在此限"`,
  `~${deed} ..14 "except"|"other than"|"apart from" ..8!COMMA ${who}`,
  `"except"|"other than"|"apart from" ..8!COMMA ${who} ..3 COMMA ..6 ~${deed}`,
];
/** A consent of its own for this one thing. */
export const OWN_CONSENT = ['SINGLE_CONSENT', 'SINGLY ..8 CONSENT', '"另外"|"再次"|"逐次"|"逐笔" ..6 CONSENT'];

/** May, will, can: says that it is or may be done. */
export const CAN = '"可"|"得"|"能"|"能够"|"将"|"会"|"可以"|"可能"|"可能会"|"将会"|"有权"|"也会"|"亦可"|"均可"|"被允许"';

/** Verbs of handing on that may stand directly before who gets it: "通报开发商". */
export const HANDS_TO =
  '"交付"|"披露"|"通报"|"送达"|"呈送"|"转发"|"开示"|"抄给"|"移交"|"转交"|"递交"|"报送"|"传送"|"传输"|"告知"|"告诉"|"通知"|"抄送"|"送交"|"呈报"|"函告"|"转告"|"透露"|"转介"|"派发"|"下发"|"传真"|"揭露"|"揭示"';
/** Verbs of keeping and working on what others are given. */
export const WORKS_ON =
  '"处理"|"保管"|"保存"|"存储"|"储存"|"存放"|"托管"|"留存"|"识别"|"核验"|"核实"|"比对"|"分析"|"加工"|"印制"|"打印"|"压印"|"寄送"|"派送"|"下发"|"发送"|"转发"|"传输"|"中转"|"转接"|"查验"|"归档"|"建档"|"承运"|"运营"|"清洗"|"标注"|"训练"|"扫描"|"备份"|"收存"|"持有"';
/** What others do with what they are handed "供": "供投资人参考". */
export const FOR_THEIR =
  '"参考"|"审核"|"浏览"|"查阅"|"联系"|"评估"|"查看"|"核对"|"选择"|"阅览"|"检视"|"审查"|"判断"|"决策"|"风控"|"建模"|"分析"|"存查"|"备查"|"使用"|"核保"|"定价"|"报价"|"派单"|"配送"|"履约"|"调用"|"查询"|"检索"|"比对"|"核验"';
