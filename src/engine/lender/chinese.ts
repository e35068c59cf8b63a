/** The lender by its Chinese name, which ends in its licence and in 有限公司. */
import type { LenderType } from '../../types.ts';
import type { NamedLender } from './index.ts';

/** Licence by the words a company's name must end in. Simplified and traditional. */
const LICENCES: [LenderType, RegExp][] = [
  ['micro-loan', /(?:小额贷款|小額貸款|小贷|小貸)(?:股份)?有限(?:责任|責任)?公司$/],
  ['consumer-finance', /(?:消费金融|消費金融)(?:股份)?有限(?:责任|責任)?公司$/],
  ['bank', /(?:银行|銀行)(?:股份)?有限(?:责任|責任)?公司$/],
];

/** A company's name: the words before 有限公司, up to the nearest mark, 30 characters at most. */
const COMPANY = /[\p{Script=Han}()（）A-Za-z0-9]{2,30}?有限(?:责任|責任)?公司/gu;
const LIMITED = '有限';
const LIMITED_COMPANY = /有限(?:责任|責任)?公司/y;
/** More UTF-16 units than a name has before 有限公司. */
const LONGEST_NAME = 62;
/** What can run into a company's name from the left without a mark between. */
const LEAD =
  /^.*(?:贷款人|貸款人|出借人|放款人|借款人|债权人|債權人|授信人|[甲乙丙丁]方|被授权人|授权人|我们|我們|您|同意|授权|授權|委托|委託|或者|以及|[由与與及向是的指]|在(?!线|線)|(?<!华)为|(?<!華)為)(?=.{4})/u;

/** Words by which a contract gives a company the lender's part, right before the name or in the bracket after it. */
const LENDS =
  '(?:贷款人|貸款人|出借人|放款人|放款方|贷款方|貸款方|出借方|放款机构|放款機構|贷款机构|貸款機構|授信人|授信方|债权人|債權人)';
const SPEAKS = '(?:甲方|本公司|我司|我行|本行|我们|我們|被授权人|被授權人)';
/** To whom a letter of the reader's is written. */
const ADDRESSED = '(?:贵公司|貴公司|贵司|貴司)';
/** Not every 贵行: the bank that is told to debit an account is seldom the lender, one that is asked for a loan is. */
const ASKED_BANK =
  /^[^()（），。；;\n]{0,14}[(（][^()（）\n]{0,16}[贵貴]行[^()（）\n]{0,4}[)）][^，。；;\n]{0,12}(?:申[请請]|借|[贷貸])/u;
const MARKS = '[\\s:：(（)）"“”「」『』\'‘’、/或]';
const LENDS_BEFORE = new RegExp(
  `${LENDS}${MARKS}{0,6}(?:(?:以下[简簡][称稱])?(?:[甲乙丙丁]方|本公司|我们|我們)${MARKS}{0,4})?(?:是|为|為|指|系)?${MARKS}{0,2}$`,
  'u',
);
const SPEAKS_BEFORE = new RegExp(`${SPEAKS}${MARKS}{0,6}(?:是|为|為|指|系)?${MARKS}{0,2}$`, 'u');
const calledAfter = (words: string): RegExp =>
  new RegExp(`^${MARKS}{0,4}(?:以下|下)?(?:简称|簡稱|统称|統稱|称|稱)?(?:为|為)?.{0,12}?${words}`, 'u');
const LENDS_AFTER = calledAfter(LENDS);
const SPEAKS_AFTER = calledAfter(SPEAKS);
const ADDRESSED_AFTER = calledAfter(ADDRESSED);

/**
 * A licensed lender counts where it holds any part of the contract ("甲方", "本公司", "贵公司"); any other company only where it
 * is called the lender. A company that speaks and lends nothing is a platform.
 * @param head the beginning of the text, in one script or the other
 */
export function chineseLenders(head: string): { lenders: NamedLender[]; otherwise: LenderType } {
  const lenders: NamedLender[] = [];
  let speaker = false;
  for (const match of companies(head)) {
    const name = match[0].replace(LEAD, '').replace(/^[)）]+/u, '');
    const end = match.index + match[0].length;
    const before = head.slice(Math.max(0, end - name.length - 24), end - name.length);
    const after = opened(head.slice(end, end + 32).split(/[。；;\n]/u, 1)[0] ?? '');
    const licence = LICENCES.find(([, ending]) => ending.test(name))?.[0];
    const lends = LENDS_BEFORE.test(before) || LENDS_AFTER.test(after);
    const speaks = SPEAKS_BEFORE.test(before) || SPEAKS_AFTER.test(after);
    if (lends || (licence && (speaks || ADDRESSED_AFTER.test(after) || ASKED_BANK.test(head.slice(end, end + 64)))))
      lenders.push({ name, type: licence ?? 'unknown' });
    else speaker ||= speaks;
  }
  return { lenders, otherwise: speaker ? 'platform' : 'unknown' };
}

/** The matches of `COMPANY`, looked for only where 有限公司 stands. */
function* companies(text: string): Generator<RegExpExecArray> {
  let end = 0;
  for (let at = text.indexOf(LIMITED); at >= 0; at = text.indexOf(LIMITED, Math.max(at + 1, end))) {
    LIMITED_COMPANY.lastIndex = at;
    if (!LIMITED_COMPANY.test(text)) continue;
    COMPANY.lastIndex = Math.max(end, at - LONGEST_NAME);
    const match = COMPANY.exec(text);
    if (!match) return;
    end = match.index + match[0].length;
    yield match;
  }
}

/** The words after a name count only inside the bracket that opens there: "…公司（以下简称“贷款人”）". */
function opened(text: string): string {
  const after = text.replace(/^\p{Script=Han}{0,14}[分支]行/u, '');
  if (!/^[(（,，\s"“「]/u.test(after)) return '';
  return after.split(/[)）]/u, 1)[0] ?? '';
}
