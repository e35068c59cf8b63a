/** How agreements call themselves and speak. Words only, no DOM: for the gate, and for documents read without their page. */

/** What agreements call themselves, at the end of a title; what may follow is an edition or a bracket. */
const NAME_ZH =
  /(?:协议书?|協議書?|协定|協定|合同|合约书?|合約書?|契約書?|契约书?|(?:授权|授權|承诺|承諾|同意|告知|确认|確認|约定|約定|委托|委託)[书書]|隐私(?:权?政策|声明|条款)|隱私(?:權?政策|聲明|條款)|(?:服务|使用|借款|贷款|分期|用户|注册)(?:条款|须知)|條款|条款)(?:正文|全文|范本|範本)?》?\s{0,3}(?:[（(【[][^）)】\]]{0,24}[）)】\]])?$/;
const NAME_EN =
  /\b(?:agreement|terms|terms (?:and|&) conditions|terms of (?:use|service)|privacy (?:policy|notice|statement)|consent|authori[sz]ation|disclosures?)$/i;
/** A line that is longer is no title, in UTF-16 units. */
export const NAME_LENGTH = 60;

/** Words in which a document speaks of itself and of its parties. */
export const STRONG =
  /甲\s?方|乙\s?方|丙方|[本此](?:借款|贷款|分期|服务)?(?:协议|協議|合同|合約|契約|授权书|授權書|政策|条款|條款|承诺书)|本人(?:同意|授权|授權|承诺|承諾|知悉|在此|不可撤销)|[您你](?:同意|授权|授權|知悉|理解并|确认并)|立約人|立约人|貴行|\bhereby\b|\bthis (?:agreement|policy|privacy (?:policy|notice)|contract|authori[sz]ation|consent)\b|\bthese terms\b|\byou (?:agree|authori[sz]e|consent|acknowledge)\b/gi;
/** Words that agreements are full of, and that other pages use now and then. */
export const WEAK =
  /本人|出借人|借款人|贷款人|貸款人|授权人|授權人|我们(?:会|将|可能|有权)|我們(?:會|將|可能|有權)|您的个人信息|您的個人資料|\bwe may\b|\byour (?:personal )?(?:information|data)\b|\bthe (?:borrower|lender|lessee)\b/gi;
/** Numbers of articles. */
export const ARTICLE = /第[一二三四五六七八九十百零〇\d]{1,4}[条條]|(?:^|\n)\s{0,4}\d{1,2}[.．]\d{1,2}(?![\d%])/g;

/** Whether a line is what an agreement calls itself. */
export function isName(text: string): boolean {
  return NAME_ZH.test(text) || NAME_EN.test(text);
}

/** The same for a title, which often ends in the site's name: "借款协议 - 某某金融". */
export function nameOfTitle(title: string): boolean {
  return title
    .slice(0, 200)
    .split(/[-_|–—·:：]/)
    .some((part) => isName(part.trim()));
}

/** How often a pattern is found, and in how many different words. */
export function count(pattern: RegExp, text: string): { all: number; kinds: number } {
  const found = text.match(pattern) ?? [];
  return { all: found.length, kinds: new Set(found).size };
}

/** @param names whether its title, or a short line of it, is what an agreement calls itself */
export function speaksAsAgreement(text: string, names: boolean): boolean {
  const strong = count(STRONG, text);
  const articles = names || strong.all > 5 ? count(ARTICLE, text).all : 0;
  if (names) {
    if (strong.all >= 3 || (strong.all >= 1 && (articles >= 3 || count(WEAK, text).all >= 4))) return true;
  }
  return strong.kinds >= 3 && ((strong.all >= 6 && articles >= 4) || strong.all >= 12);
}

/** Less text than this is no agreement but by its words, in UTF-16 units. */
const SHORT = 200;

/**
 * Whether a whole document that somebody calls an agreement is one: it speaks as the gate asks of a page, or it bears the name
 * of one at its head, is not short and speaks of itself at least once.
 */
export function isAgreementText(text: string, title: string): boolean {
  const lines = text.trim().split('\n');
  const named = (line = ''): boolean => line.length <= NAME_LENGTH && isName(line.trim());
  if (speaksAsAgreement(text, nameOfTitle(title) || lines.some(named))) return true;
  return text.length >= SHORT && (nameOfTitle(title) || named(lines[0])) && count(STRONG, text).all > 0;
}
