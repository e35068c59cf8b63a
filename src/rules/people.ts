/** Alternations of concepts that the rules about people share; joined into their patterns. */

/** People the reader knows. */
export const PEOPLE = 'CONTACT|BARE_CONTACT|KIN|FRIEND|COLLEAGUE|BOOK_PEOPLE';
/** Anybody but the reader. */
export const ANYBODY = `${PEOPLE}|GUARANTOR_PERSON|ANSWERER|EMPLOYER|THIRD_PERSON`;
/** Who may do it on the lender's side. */
const LENDER_SIDE = 'WE|PLATFORM|LENDER|COLLECTOR|CONSENT|COMPANY';
/** The reader does it: "您可以联系您的亲友". */
export const READER_DOES = `READER ..3!${LENDER_SIDE}|CONTACT|KIN|COMMA SELF_MAY ..4!${LENDER_SIDE} REACH|URGE|TELL|NOTIFY`;
/** "您应当通知联系人". */
export const READER_TOLD = 'READER ..3 SELF_MAY|ENSURE|"自行" ..4!WE|PLATFORM NOTIFY|TELL';
/** It is late, or the contract is broken, or the reader has gone silent. */
export const TROUBLE = 'OVERDUE|BREACH|DEBT|UNREACHABLE|URGE';
/** "您不得骚扰他人": what the reader must not do. */
export const READER_NOT = 'READER ..1!CONSENT|COMMA|ASKED_APART NEG';
/** "您与亲友沟通": the reader is the one who talks. */
export const READER_TALKS = `READER + "与"|"和"|"同"|"跟"|"给"|"向"|"邀请" ..3 ${PEOPLE}`;
/** "将无法读取": cannot, which is no promise. */
export const NOT_ABLE = '"无法"|"不能"|"cannot"|"unable to" ..8!COMMA =READ|DEVICE_READ|GATHER|REACH';
/** Somebody who only claims to be the lender, or a court. */
export const NOT_US =
  '"冒充"|"假冒"|"谎称"|"诈骗分子"|"不法分子"|"骗子"|"法院"|"公安机关"|"scam"|"fraudster"|"fraudsters"';
/** "委托第三人催收": the third person works for the lender. */
export const HIRED = '"委托"|"委由"|"委请"|"委外"|"聘请"|"移交" ..3 THIRD_PERSON|OTHERS';
/** "我们的客服同事": colleagues on the lender's side. */
export const OUR_STAFF = 'WE|PLATFORM|"客服"|"公司" ..1 COLLEAGUE';
/** A school, a hospital, a delivery, the heirs of a user who died: somebody contacts a family, but no lender does. */
export const NOT_LENDING =
  '"去世"|"已故"|"逝世"|"死亡证明"|"快递员"|"配送员"|"孩子"|"家校"|"学生证"|"医院"|"医生"|"护士"|"急救"|"救护"|"失主"|"call me"|"phone me"|"text me"|"导游"|"航班"|"hospital"|"doctor"|"courier"|"passenger"';
/** "仍会再次以显著方式征求您的同意". */
export const ASKED_AGAIN = 'ANEW|SINGLY ..6!COMMA SEEK ..4!COMMA CONSENT';
/** "任何一方均不得向第三方披露": the parties to a contract keep each other's secrets. */
export const MUTUAL_DUTY =
  '"任何一方"|"各方"|"双方"|"甲乙双方"|"一方"|"either party"|"neither party" ..10 NEG|NEG_BARE';
/** "手机中的联系人": an entry of the address book, none that the reader names. */
export const ON_THE_PHONE = '"手机"|"终端"|"终端设备"|"设备"|"装置"|"sim" ..6!COMMA BARE_CONTACT|CONTACT_INFO';
