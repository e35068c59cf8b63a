/** The agreements that a stretch of page text names, and where each of them leads. Reads the DOM, never layout. */
import type { FlatText } from './flat-text.ts';
import { attribute, closest, contains, elementAbove } from './queries.ts';

export interface AgreementLink {
  /** As the page writes it, without the brackets: "个人信息授权书", "Privacy Policy". */
  name: string;
  /** What a click on the name hits: the link or the clickable element around it, or else the element that holds its text. */
  element: Element;
  /** The name in the page, brackets included. */
  range: Range;
  /** `null` where only the page's own script knows what a click opens. */
  target: Target | null;
}

export interface Target {
  /** `href` and `data` (a `data-href` and its like) name a document; `hash` a route or a place in this one. */
  via: 'href' | 'data' | 'hash';
  /** Absolute, `http:` or `https:`, the fragment included. Comes from the page: not to be trusted. */
  url: string;
}

/** A name found in flat text; UTF-16 offsets into it, end exclusive, brackets included. */
export interface NamedAgreement {
  start: number;
  end: number;
  name: string;
  bracketed: boolean;
}

/** What agreements call themselves. "须知" and "规则" are no contracts, but consent rows bind them as well. */
const KIND_ZH =
  '协议书?|協議書?|协定|協定|合同|合约书?|合約書?|契约书?|契約書?|授权书?|授權書?|同意书|同意書|承诺书|承諾書|告知书|告知書|确认书|確認書|委托书|委託書|通知书|通知書|约定书|約定書|声明书?|聲明書?|条款|條款|政策|须知|須知|规则|規則|细则|章程|公约|公約|说明书?|說明書?|提示书?|清单|清單';
const KIND_EN =
  'agreements?|terms (?:and|&) conditions|terms of (?:use|service|sale)|terms|conditions of use|conditions|privacy (?:policy|notice|statement)|policy|policies|notice|disclosures?|consent form|authori[sz]ations?|contract';
/** A bracket, a run of Han without what joins names, or capitalised words before what the name ends in. */
const NAME = new RegExp(
  `[《〈「『]([^《》〈〉「」『』\\n]{2,60})[》〉」』]|([^\\s\\p{P}\\p{S}A-Za-z和与與及或]{0,24}?(?:${KIND_ZH}))|\\b((?:(?!(?:And|Or|The|Our)\\b)[A-Z][\\w'’-]{0,30} ){0,6}(?:[Pp]rivacy |[Uu]ser |[Ll]oan |[Cc]redit )?(?:${caseless(KIND_EN)}))\\b`,
  'gu',
);
const IS_NAME = new RegExp(`(?:${KIND_ZH})(?:正文|全文|范本|範本)?(?:[（(][^（）()]{0,24}[）)])?$`);
const IS_NAME_EN = new RegExp(`\\b(?:${KIND_EN})$`, 'i');
/** Cheap: whether a name can begin soon at all. */
const MAY_NAME = new RegExp(`[《〈「『]|${KIND_ZH}|\\b(?:${KIND_EN})\\b`, 'i');
/** "以上协议", "本合同", "these terms": no document of its own. */
const THIS_PAGE = /^(?:以上|上述|前述|本|该|該|此|下列|以下|上面|全部|所有|this|these)/i;
const VAGUE = /^(?:相关|相關|有关|有關|其他|其它|等|各项|各項)/;

/** At most so many names to a row: no real one binds more. */
const MAX_NAMES = 40;
/** UTF-16 units between the words of consent and the first name, and between one name and the next. */
const FIRST_GAP = 40;
const NEXT_GAP = 16;
/** The sentence says what is done under a document, not that the document is agreed to. */
const UNDER =
  /我们|我們|[您你按本该該此]|依照|依据|依據|根据|根據|处理|處理|修改|变更|變更|\b(?:under|pursuant|according|we|our right)\b/i;
/** The next row has begun. */
const NEXT_ROW = /同意|接受|阅读|閱讀|\b(?:agree|accept|consent|read)\b/i;
const STOP = /[。；！？]|[.;!?](?:\s|$)/;

/** Matches the first letter of each word in either case: the pattern itself must tell capitals apart. */
function caseless(words: string): string {
  return words.replaceAll(/(?<![\w[\\])([a-z])(?=\w)/g, (letter) => `[${letter.toUpperCase()}${letter}]`);
}

/**
 * The agreements named one after the other in `text` from `from` on, at most up to `to`; the list ends with the sentence.
 *
 * @returns `here` when the words point at the page itself ("以上协议"), which then gives no name
 */
export function namesIn(text: string, from: number, to: number): { names: NamedAgreement[]; here: boolean } {
  const part = text.slice(from, to);
  const names: NamedAgreement[] = [];
  let here = false;
  if (!MAY_NAME.test(part.slice(0, FIRST_GAP + 100))) return { names, here };
  let at = 0;
  for (const found of part.matchAll(NAME)) {
    const gap = part.slice(at, found.index);
    if (
      gap.length > (at === 0 ? FIRST_GAP : NEXT_GAP) ||
      STOP.test(gap) ||
      (at > 0 && NEXT_ROW.test(gap)) ||
      (at === 0 && UNDER.test(gap)) ||
      names.length === MAX_NAMES
    )
      break;
    const [whole, bracketed, han, latin] = found;
    const name = (bracketed ?? han ?? latin)!.trim();
    const isName = IS_NAME.test(name) || IS_NAME_EN.test(name);
    if (han !== undefined && !THIS_PAGE.test(name) && UNDER.test(name)) break;
    if (bracketed === undefined && (THIS_PAGE.test(name) || /\b(?:this|these|above)\s*$/i.test(gap))) here = true;
    else if (isName && !VAGUE.test(name)) {
      const start = from + found.index;
      names.push({ start, end: start + whole.length, name, bracketed: bracketed !== undefined });
    } else if (bracketed !== undefined) continue;
    at = found.index + whole.length;
  }
  // Where names stand in brackets, other words that end like a name are not names.
  return { names: names.some((each) => each.bracketed) ? names.filter((each) => each.bracketed) : names, here };
}

/** The links behind `names`; `within` bounds how far up a clickable element is looked for. */
export function agreementLinks(flat: FlatText, names: readonly NamedAgreement[], within: Element): AgreementLink[] {
  return names.map(({ name, start, end }) => {
    const range = flat.rangeOf(start, end);
    const holder = elementAbove(range.startContainer) ?? within;
    const element = clickable(holder, within) ?? holder;
    return { name, element, range, target: targetOf(element) };
  });
}

const CLICKABLE = 'a,button,[data-href],[data-url],[data-link],[data-src],[role="link"],[onclick]';

function clickable(holder: Element, within: Element): Element | null {
  const found = closest(holder, CLICKABLE);
  return found && found !== within && contains(within, found) ? found : null;
}

/** Where a click on `element` leads, as far as its attributes say. */
export function targetOf(element: Element): Target | null {
  const href = attribute(element, 'href');
  const direct = href === null ? null : resolve(href, element, 'href');
  if (direct) return direct;
  for (const name of ['data-href', 'data-url', 'data-link', 'data-src']) {
    const value = attribute(element, name);
    const target = value ? resolve(value, element, 'data') : null;
    if (target) return target;
  }
  return null;
}

function resolve(value: string, element: Element, via: 'href' | 'data'): Target | null {
  const address = value.trim();
  if (!address || address === '#') return null;
  let url: URL;
  try {
    url = new URL(address, element.baseURI);
  } catch {
    return null;
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  return { via: address.startsWith('#') ? 'hash' : via, url: url.href };
}
