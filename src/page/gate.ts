/**
 * Is this page an agreement, or a sign-up page that binds one? Words and structure only, from a sample of the page's text:
 * it must cost an ordinary page next to nothing.
 */
import {
  ARTICLE,
  count,
  isName,
  NAME_LENGTH,
  nameOfTitle,
  speaksAsAgreement,
  STRONG,
  WEAK,
} from './agreement-words.ts';
import { composedRoots, readableFrames } from './trees.ts';

export type Verdict =
  /** Nothing to read here. */
  | 'closed'
  | 'agreement'
  /** A row such as "我已阅读并同意《…》" that binds a lending agreement. */
  | 'sign-up'
  /** Named as an agreement, but drawn, pictured or embedded instead of written. */
  | 'unreadable';

/** How much of a page is looked at, in text nodes and UTF-16 units: enough for a heading, some articles and the last lines. */
const HEAD = { nodes: 3000, chars: 24_000 };
const TAIL = { nodes: 400, chars: 4000 };
/** A text node longer than this is sampled from its beginning. */
const NODE_CHARS = 6000;
/** How much raw text, scripts and all, is searched before any node is looked at. */
const RAW_HEAD = 300_000;
const RAW_TAIL = 20_000;

/** "我已阅读并同意", "点击即视为同意"; the names it binds come within `BOUND` units after it. */
const CONSENT =
  /(?:阅读|閱讀|知悉|知晓|了解|确认|確認)[^。；]{0,16}(?:同意|接受|授权)|(?:视为|視為|表示|代表)[^。；]{0,12}(?:同意|接受|授权|授權)|(?:勾选|勾選|点击|點擊|登录|註冊|注册)[^。；]{0,16}同意|(?<![\u4e00-\u9fff])同意[^。；]{0,6}《|\bi (?:have read|accept|agree)\b|\bby (?:continuing|clicking|signing up|registering|tapping|checking)\b[^.]{0,60}\b(?:agree|accept|consent|authori[sz]e)\b/gi;
const BOUND = 160;
const BOUND_NAME =
  /《[^》]{2,40}》|(?:协议|協議|合同|合約|授权书|授權書|条款|條款|政策)|\b(?:agreement|terms|policy|authori[sz]ation)\b/i;
/** Lending and pay-later words: only such a sign-up page is read. */
const LENDING =
  /借款|贷款|貸款|信贷|信貸|借贷|授信|征信|徵信|分期|还款|還款|逾期|利率|年化|借钱|借錢|额度|額度|白条|月付|先享后付|先买后付|個人信用|信用评估|\b(?:loans?|credit|borrow(?:er|ing)?|instal?ments?|repay(?:ment)?|lend(?:er|ing)?|pay later|bnpl)\b/gi;
const NEAR = 600;

/**
 * The same words where the text of one element runs into that of the next ("ApplyBy continuing"): without word boundaries
 * and beginnings of lines, so it finds all that the pattern finds, and more.
 */
function loose({ source, flags }: RegExp): RegExp {
  return new RegExp(source.replaceAll(String.raw`\b`, '').replaceAll(String.raw`(?:^|\n)\s{0,4}`, ''), flags);
}

const RAW = {
  strong: loose(STRONG),
  weak: loose(WEAK),
  article: loose(ARTICLE),
  consent: loose(CONSENT),
  name: loose(BOUND_NAME),
  lending: loose(LENDING),
};

/** Words of a form that asks for the reader's contacts; with them a letter of authorisation is a lender's. */
const CONTACTS =
  /(?:紧急|緊急|亲属|親屬|直系|家庭|常用|指定|第[一二三])联系人|(?:緊急|親屬|指定|第[一二三])聯[絡系]人|(?:联系人|聯[絡系]人)(?:姓名|电话|電話|手机|手機|号码|號碼)|通讯录|通訊錄|\bemergency contacts?\b|\bnext of kin\b|\byour references?\b/i;
const AUTHORISATION = /授权书|授權書|征信|徵信|授信|\b(?:credit (?:check|report)|authori[sz]ation)\b/i;

/** A page of which less than this was sampled may be one that shows its agreement as pictures. */
const LITTLE_TEXT = 400;

/**
 * Decides from `document`, its open shadow roots and its same-origin frames. Reads text and attributes, never layout.
 *
 * @param deep looks into shadow roots as well, for which every element must be visited
 */
export function gate(document: Document, deep = false): Verdict {
  const documents = [document, ...readableFrames(document).map((frame) => frame.document)];
  const trees: Node[] = documents.flatMap((each) => each.body ?? []);
  if (deep) for (const each of documents) trees.push(...composedRoots(each));
  const sample: Sample = { parts: [], chars: 0, names: documents.some(isNamed) };
  const titles = documents.map(({ title }) => title.slice(0, 200)).join('\n');
  if (!sample.names && !mayOpen(trees, titles)) return 'closed';
  for (const tree of trees) sampleTree(tree, sample);
  return decide(sample, titles, () => documents.some(hasPictures));
}

/**
 * Whether a page that says too little to open the gate may ask for the reader's contacts. For pages on which an agreement
 * was read before: by itself such a form is no reason to read a page.
 */
export function asksForContacts(document: Document): boolean {
  return [document, ...readableFrames(document).map((frame) => frame.document)].some(
    ({ body }) =>
      body !== null &&
      (CONTACTS.test(rawSample(body.textContent)) ||
        body.querySelector('[placeholder*="联系人"],[placeholder*="聯絡人"],[placeholder*="emergency contact" i]') !==
          null),
  );
}

/**
 * Whether the sample of these trees can open the gate at all. Their whole text comes in one call and without a look at any
 * node; it holds scripts too, so it can only count more than the sample does.
 */
function mayOpen(trees: readonly Node[], titles: string): boolean {
  const text = trees.map(({ textContent }) => rawSample(textContent ?? '')).join('\n');
  const strong = count(RAW.strong, text).all;
  if (strong >= 3) return true;
  if (strong > 0 && (count(RAW.article, text).all >= 3 || count(RAW.weak, text).all >= 4)) return true;
  return bindsLending(text, titles, RAW.consent, RAW.name, RAW.lending);
}

function rawSample(text: string): string {
  return text.length <= RAW_HEAD + RAW_TAIL ? text : `${text.slice(0, RAW_HEAD)}\n${text.slice(-RAW_TAIL)}`;
}

/** Whether the title or one of the first headings is what an agreement calls itself. */
function isNamed(document: Document): boolean {
  if (nameOfTitle(document.title)) return true;
  const headings = document.querySelectorAll('h1,h2,h3');
  for (let i = 0; i < headings.length && i < 6; i++)
    if (isName((headings[i]?.textContent ?? '').trim().slice(0, NAME_LENGTH))) return true;
  return false;
}

interface Sample {
  parts: string[];
  chars: number;
  /** Whether a title, or a short line of its own outside links, is what an agreement calls itself. */
  names: boolean;
}

function sampleTree(root: Node, sample: Sample): void {
  const walker = (root.ownerDocument ?? document).createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const end = takeText(walker.nextNode(), () => walker.nextNode(), HEAD, sample);
  if (end === null) return;
  let last: Node = root;
  while (last.lastChild) last = last.lastChild;
  walker.currentNode = last;
  const tail: Sample = { parts: [], chars: 0, names: true };
  const before = () => {
    const node = walker.previousNode();
    return node === end ? null : node;
  };
  takeText(last.nodeType === 3 ? last : before(), before, TAIL, tail);
  sample.parts.push(...tail.parts.toReversed());
  sample.chars += tail.chars;
}

/** Adds text nodes to the sample until a limit is met; the node that met it, or `null` when there were no more. */
function takeText(first: Node | null, step: () => Node | null, limit: typeof HEAD, sample: Sample): Node | null {
  const charLimit = sample.chars + limit.chars;
  let nodes = limit.nodes;
  for (let node = first; node; node = step()) {
    if (nodes-- === 0 || sample.chars >= charLimit) return node;
    const data = (node as Text).data;
    if (data.length < 2 || /^\s{2,40}$/.test(data)) continue;
    const parent = node.parentElement;
    if (!parent || isCode(parent)) continue;
    const part = data.length > NODE_CHARS ? data.slice(0, NODE_CHARS) : data;
    sample.parts.push(part);
    sample.chars += part.length;
    if (!sample.names && part.length <= NAME_LENGTH)
      sample.names = isName(part.trim()) && !parent.closest('a,button,label,li');
  }
  return null;
}

function isCode({ localName }: Element): boolean {
  return localName === 'script' || localName === 'style' || localName === 'noscript' || localName === 'template';
}

function decide({ parts, chars, names }: Sample, titles: string, hasPictures: () => boolean): Verdict {
  const text = parts.join('\n');
  if (speaksAsAgreement(text, names)) return 'agreement';
  if (bindsLending(text, titles)) return 'sign-up';
  return names && chars < LITTLE_TEXT && hasPictures() ? 'unreadable' : 'closed';
}

/** @param titles what the page calls itself counts as one word of lending, where another stands near the row */
function bindsLending(text: string, titles: string, consent = CONSENT, name = BOUND_NAME, lending = LENDING): boolean {
  for (const { index, 0: cue } of text.matchAll(consent)) {
    const from = index + cue.length;
    const bound = text.slice(index, from + BOUND);
    if (!name.test(bound)) continue;
    if (bound.match(lending)) return true;
    if (AUTHORISATION.test(bound) && CONTACTS.test(text)) return true;
    const near = text.slice(Math.max(0, index - NEAR), from + NEAR);
    const words = (near.match(lending) ?? []).length;
    if (words >= 2 || (words === 1 && titles.match(lending))) return true;
  }
  return false;
}

/** Whether something stands on the page that could be an agreement without text. Sizes from attributes and image data. */
function hasPictures(document: Document): boolean {
  for (const canvas of document.getElementsByTagName('canvas')) if (canvas.width * canvas.height >= 90_000) return true;
  for (const image of document.getElementsByTagName('img'))
    if (image.naturalHeight >= 400 && image.naturalWidth >= 240) return true;
  return document.querySelector('iframe[src],embed,object') !== null;
}
