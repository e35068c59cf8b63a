/** Alternations of concepts, and exceptions, that several rules speak of. */

/** The reader's data in general, and kinds of it. */
export const DATA = 'PERSONAL_INFO|IDENTITY|DEVICE|MONEY|LOCATION|CONTENT';
/** Kinds of data precise enough to be the reader's own. */
export const DETAIL = 'IDENTITY|DEVICE|MONEY|LOCATION';
/** Third parties that are neither affiliate, bureau, collector nor authority. */
export const THIRD = 'PARTNER|VENDOR|SDK|FUNDER|MERCHANT|ADVERTISER';

/** Speaks of those already given the data and what they must not do; of a list to look up; of a purpose that changes. */
export const SETTLED: string[] = [
  'WITH_WHOM + "之" ..3 MUTUAL',
  '"与其"|"与之"|"与合作方"|"与第三方" ..2 "签署"|"签订"|"约定"',
  '"要求" ..3 PARTNER|VENDOR ..10 "处理"|"使用"|"保护"',
  '"签署"|"签订" ..8 "保密"|"协议"|"协定" ..30 "要求"',
  'CHANGE',
  'WE ..1 "违反"',
  '"行为" ..2 "违反"',
  '"参见"|"请见"|"详见" ..12 "政策"|"清单"',
  'MERGER',
  'MINOR',
  '"匿名化"|"脱敏"|"技术处理"',
];

/** Lead-ins that forbid the reader what their items name: such an item lets nobody do anything to the reader. */
export const FORBIDDING_LEAD = ['READER|PARTY_A|PARTY_B ..15!WE|PLATFORM FORBIDDEN', '^FORBIDDEN'];
/** The sentence forbids the reader. */
export const FORBIDS_READER = 'READER ..10!WE|PLATFORM|PERSONAL_INFO FORBIDDEN';

/** Lead-ins whose items name those who get the data. */
export const RECIPIENT_LEAD = [
  'SHARE_TO ..8 LISTED|"人士"|"各方"',
  '"向" ..2 LISTED ..6 SHARE',
  'SHARE|MUTUAL|"提供" ..15 LISTED ..8 "人士"|"机构"|"第三方"|"各方"|"对象"|"主体"|"合作方"',
  'TOWARD_WHOM|WITH_WHOM ..3 LISTED ..8 SHARE|MUTUAL',
  'MUTUAL ..6 "对象"|"接收方"|"范围" ..6 "包括"|LISTED',
];

/** Headings over tables and lists of those who get data. */
export const RECIPIENT_HEADING = ['"清单"', '"接收方"', 'SHARE|MUTUAL ..10 PARTNER|"机构"|"清单"'];
