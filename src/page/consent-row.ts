/**
 * The rows in which a page takes consent ("我已阅读并同意《…》", "By continuing you agree to …"), found by what they say:
 * the tick may be an input, an icon, a picture, a class, or not exist at all. Reads the DOM, never layout or style.
 */
import { agreementLinks, namesIn, type AgreementLink, type NamedAgreement } from './agreement-links.ts';
import { flatText, type FlatText } from './flat-text.ts';
import { elementBeforeOf, localNameOf, nodeTypeOf } from './nodes.ts';
import { attribute, closest, contains, elementAbove, find, findAll, isBefore, matches, textsUnder } from './queries.ts';

export interface Tick {
  element: Element;
  /** `icon` is an element without text whose look the page's classes decide. */
  kind: 'native' | 'role' | 'image' | 'icon';
  /** Now, so pre-ticked if asked before the user did anything; `unknown` where only the page's own style shows it. */
  ticked: 'yes' | 'no' | 'unknown';
}

export interface ConsentRow {
  /** The sentence of consent with the names it binds, white space collapsed. */
  text: string;
  range: Range;
  /** The smallest element that holds the sentence and its tick. */
  element: Element;
  /** What gives the consent: a tick, or pressing the button. */
  by: 'tick' | 'button';
  /** `null` exactly when `by` is `button`. */
  tick: Tick | null;
  /** In page order. More than one: a single act binds several documents. */
  agreements: AgreementLink[];
  /** The row speaks of the agreement that stands on this page ("以上协议"). */
  here: boolean;
  /** The button that goes on, if one stands near. */
  button: Element | null;
}

/** Words of consent seen, those among them that names are looked for after, and rows given: beyond that a page plays a game. */
const MAX_CUES = 20_000;
const MAX_LOOKS = 400;
const MAX_ROWS = 30;
/** UTF-16 units of a row before the words of consent, for all its names, and after the last name. */
const LEAD = 90;
const NAMES = 700;
const TAIL = 60;

/** A page without any of these words takes no consent. */
export const AGREE = /同意|接受|认可|認可|知悉|遵守|授权|授權|\b(?:agree|accept|consent|authori[sz]e)\b/i;
const EVERY_AGREE = new RegExp(AGREE, 'gi');
/** What makes pressing something count as consent. */
const IMPLIED_ZH =
  /(?:点击|點擊|点选|點選|轻触|按下|登录|登入|登錄|注册|註冊|提交|继续|繼續|使用|申请|申請|开通|開通|下单|支付)[^。；\n]{0,40}(?:即|视为|視為|视同|視同|表示|代表|默认|默認|等同|意味)/;
const IMPLIED_EN =
  /\bby (?:\w+ing)\b|\b(?:click|clicking|tap|tapping|continuing|submitting)\b[^.\n]{0,40}\b(?:means|confirms?)\b/i;
/** Who speaks for the user, or how a bare row begins. */
const SPEAKS_ZH = /(?:我|本人|已|均|您|你|勾选|勾選|阅读|閱讀|确认|確認|理解|了解|瞭解|知悉)/;
const SPEAKS_EN = /\b(?:i|i've|i'm)\b|^\W{0,6}(?:yes,? |please )?$|\bread and\s*$/i;
/** Not given, not asked for here, or somebody else's. */
const NOT_CONSENT =
  /(?:不|未|否|经|經|经[您你]|經[您你]|征得[您你]的?|取得[您你]的?|撤回|取消|拒绝|拒絕|撤销|无需|無需)\s?$|请先|請先|需先|尚未|[甲乙丙]方|\b(?:not|don't|never|cannot|withdraw(?:ing)?|without|your|please first)\s*$/i;
/** Consent to mail, not to a document. */
const TO_MAIL =
  /^\s?(?:接收|收到|收取|订阅|訂閱|推送|to (?:receive|get|be contacted|hear)|receiving|marketing|emails?|cookies)/i;
const COOKIES = /cookies?/i;

/** The rows under `root`, in document order. Open shadow roots and frames are roots of their own. */
export function consentRows(root: (Document | ShadowRoot | Element) & ParentNode): ConsentRow[] {
  const flat = flatText(root);
  const buttons = new Buttons(root);
  const rows: ConsentRow[] = [];
  for (const sentence of sentencesOf(flat.text)) {
    const row = rowOf(root, flat, buttons, sentence);
    if (row) rows.push(row);
    if (rows.length === MAX_ROWS) break;
  }
  return rows;
}

interface Sentence {
  start: number;
  end: number;
  /** From the words of consent back: "点击“立即申请”即视为". */
  lead: string;
  names: NamedAgreement[];
  here: boolean;
  implied: boolean;
}

function sentencesOf(text: string): Sentence[] {
  const found: Sentence[] = [];
  let cues = MAX_CUES;
  let looks = MAX_LOOKS;
  let from = 0;
  for (const { index, 0: cue } of text.matchAll(EVERY_AGREE)) {
    if (index < from) continue;
    if (cues-- === 0) break;
    const lead = leadOf(text, from, index, cue);
    if (!lead) continue;
    if (looks-- === 0) break;
    const sentence = sentenceOf(text, lead, index + cue.length);
    if (!sentence) continue;
    found.push(sentence);
    from = sentence.end;
  }
  return found;
}

/** What stands before the words of consent, names left out, if it can lead to a row at all. */
function leadOf(
  text: string,
  floor: number,
  at: number,
  cue: string,
): Pick<Sentence, 'start' | 'lead' | 'implied'> | null {
  const start = leadStart(text, Math.max(floor, at - NAMES), at);
  const lead = text.slice(start, at).replaceAll(/《[^《》]{0,60}》/g, '');
  if (lead.length > LEAD || lead.includes('《') || NOT_CONSENT.test(lead)) return null;
  const end = at + cue.length;
  if (TO_MAIL.test(text.slice(end, end + 24))) return null;
  const latin = /^[a-z]/i.test(cue);
  const implied = latin ? IMPLIED_EN.test(lead) : IMPLIED_ZH.test(lead);
  return implied || speaks(lead, cue, latin) ? { start, lead, implied } : null;
}

function sentenceOf(
  text: string,
  { start, lead, implied }: Pick<Sentence, 'start' | 'lead' | 'implied'>,
  cueEnd: number,
): Sentence | null {
  const later = namesIn(text, cueEnd, cueEnd + NAMES);
  const earlier = later.names.length > 0 ? later : namesIn(text, start, cueEnd);
  const names = later.names.length > 0 ? later.names : bracketedOnly(earlier.names);
  const here = later.here;
  if (names.length === 0 && !here) return null;
  if (names.length > 0 && names.every(({ name }) => COOKIES.test(name))) return null;
  // "您同意本协议" is how a clause speaks; the reader's own words say "我".
  if (names.length === 0 && /[您你]|\byou\b/i.test(lead)) return null;
  const end = tailEnd(text, Math.max(cueEnd, names.at(-1)?.end ?? 0));
  if (end < 0) return null;
  const outside = `${lead} ${text.slice(cueEnd, end)}`.replaceAll(/《[^《》]{0,60}》/g, '');
  if (COOKIES.test(outside)) return null;
  return { start, end, lead, names, here, implied };
}

function bracketedOnly(names: NamedAgreement[]): NamedAgreement[] {
  return names.filter(({ bracketed }) => bracketed);
}

function speaks(lead: string, cue: string, latin: boolean): boolean {
  if (latin) return SPEAKS_EN.test(lead);
  if (/授权|授權|遵守|认可|認可|知悉/.test(cue)) return /(?:我|本人)/.test(lead);
  return !/\p{Script=Han}/u.test(lead) || SPEAKS_ZH.test(lead);
}

/** Back to the beginning of the sentence or line, at most to `floor`. */
function leadStart(text: string, floor: number, at: number): number {
  const before = text.slice(floor, at);
  const stops = [...before.matchAll(/[。；！？\n]|[.;!?] /g)].at(-1);
  const start = stops ? stops.index + stops[0].length : 0;
  const blank = /^[\s✓✔√☑☐□■●○◯]{0,4}/.exec(before.slice(start))![0].length;
  return floor + start + blank;
}

/** To the end of the sentence or line; -1 where it goes on as only running text does. */
function tailEnd(text: string, from: number): number {
  const after = text.slice(from, from + TAIL + 1);
  const stop = after.search(/[。；！？\n]|[.;!?](?:\s|$)/);
  if (stop >= 0) return from + stop;
  return after.length > TAIL ? -1 : from + after.trimEnd().length;
}

/** How far up from its sentence a row may reach, and how much other text it may hold besides, in UTF-16 units. */
const ROW_LEVELS = 5;
const ROW_SLACK = 24;

function rowOf(root: Node, flat: FlatText, buttons: Buttons, sentence: Sentence): ConsentRow | null {
  const { start, end, names, here } = sentence;
  const range = flat.rangeOf(start, end);
  const common = range.commonAncestorContainer;
  const inner = nodeTypeOf(common) === 1 ? (common as Element) : elementAbove(common);
  if (!inner) return null;
  const outer = rowElement(inner, end - start, root);
  const own = flat.nodeAt(start);
  const tick = nativeTick(outer, own) ?? roleTick(outer) ?? (sentence.implied ? null : iconTick(outer, own));
  const button = buttons.nextTo(outer, sentence.lead);
  if (!tick && !button) return null;
  const element = tick && !contains(inner, tick.element) ? outer : inner;
  const agreements = agreementLinks(flat, names, outer);
  if (isLabel(inner, names, here)) return null;
  return {
    text: flat.text.slice(start, end).replaceAll('\n', ' '),
    range,
    element,
    by: tick ? 'tick' : 'button',
    tick,
    agreements,
    here,
    button,
  };
}

/** "同意协议并开通" on a button: what it does, not what it binds. */
function isLabel(inner: Element, names: readonly NamedAgreement[], here: boolean): boolean {
  const button = here || names.some(({ bracketed }) => bracketed) ? null : closest(inner, BUTTONS);
  return button !== null && find(button, 'a[href]') === null && goesOn(button);
}

/** The highest element around `inner` that says hardly anything but the row. */
function rowElement(inner: Element, length: number, root: Node): Element {
  let row = inner;
  for (let i = 0; i < ROW_LEVELS; i++) {
    const up = elementAbove(row);
    if (!up || up === root || /^(?:body|form)$/.test(localNameOf(up)) || holdsMoreThan(up, length + ROW_SLACK)) break;
    row = up;
  }
  return row;
}

function holdsMoreThan(element: Element, chars: number): boolean {
  let left = chars;
  let nodes = 400;
  for (const { data } of textsUnder(element)) {
    left -= data.trim().length;
    if (left < 0 || nodes-- === 0) return true;
  }
  return false;
}

const NATIVE = 'input[type="checkbox" i],input[type="radio" i]';

/** The input of the row's label, the last one before the sentence, or one right after it. */
function nativeTick(row: Element, text: Text): Tick | null {
  const above = elementAbove(text);
  const label = (above && closest(above, 'label')) ?? find(row, 'label[for]');
  const id = label?.getAttribute('for');
  const named = id ? byId(row, id) : null;
  // Components put a hidden input after the button that stands for it.
  const role = roleOf(named);
  if (role) return role;
  const inputs = [...findAll(row, NATIVE)];
  const before = elementBeforeOf(row);
  const input =
    label?.querySelector(NATIVE) ??
    (named?.matches(NATIVE) ? named : undefined) ??
    inputs.findLast((each) => isBefore(each, text)) ??
    inputs[0] ??
    (before && matches(before, NATIVE) ? before : undefined);
  if (!input) return null;
  return { element: input, kind: 'native', ticked: checkedNow(input) };
}

/** The element with this id in the tree of `row`. */
function byId(row: Element, id: string): Element | null {
  const top = Node.prototype.getRootNode.call(row);
  if (nodeTypeOf(top) === 9) return Document.prototype.getElementById.call(top as Document, id);
  return nodeTypeOf(top) === 11 ? (top as ShadowRoot).getElementById(id) : null;
}

const ROLE = '[role="checkbox"],[role="switch"],[role="radio"],[aria-checked]';

function roleTick(row: Element): Tick | null {
  return roleOf(closest(row, ROLE) ?? find(row, ROLE) ?? elementBeforeOf(row));
}

function roleOf(element: Element | null | undefined): Tick | null {
  if (!element || !matches(element, ROLE)) return null;
  return { element, kind: 'role', ticked: saidNow(element) };
}

/** What a tick that was found says now. */
export function tickedNow({ element, tick }: Pick<ConsentRow, 'element' | 'tick'>): Tick['ticked'] | null {
  if (!tick) return null;
  if (tick.kind === 'native') return checkedNow(tick.element);
  return tick.kind === 'role' ? saidNow(tick.element) : drawnTick(tick.element, element);
}

function checkedNow(input: Element): Tick['ticked'] {
  return (input as HTMLInputElement).checked ? 'yes' : 'no';
}

function saidNow(element: Element): Tick['ticked'] {
  const checked = attribute(element, 'aria-checked');
  return checked === 'true' ? 'yes' : checked === 'false' ? 'no' : 'unknown';
}

/** Icons before the sentence that may be its tick. */
const ICONS = 'i,em,b,img,svg,image,span,div,button,uni-icon,uni-image,uni-view,uni-text';
const MAX_ICONS = 60;
/** A tick drawn as text: a mark, a box, or a character of an icon font. */
const MARK = /^[\s✓✔√☑☐□■●○◯\uE000-\uF8FF]{0,3}$/;

function iconTick(row: Element, text: Text): Tick | null {
  let looked = 0;
  const before = elementBeforeOf(row);
  const elements = [...(before && matches(before, ICONS) ? [before] : []), ...findAll(row, ICONS)];
  for (const element of elements) {
    if (looked++ === MAX_ICONS) break;
    if (!isBefore(element, text) || element.contains(text) || !isMark(element) || isPutAway(element)) continue;
    const image = element.nodeName.toUpperCase() === 'IMG';
    return { element, kind: image ? 'image' : 'icon', ticked: drawnTick(element, row) };
  }
  return null;
}

function isMark(element: Element): boolean {
  if (element.childElementCount > 4 || !MARK.test(shortText(element, 8))) return false;
  return element.querySelector('input,a,button') === null;
}

/** Components keep an icon for each state in the page and hide all but one. */
function isPutAway(element: Element): boolean {
  return element.hasAttribute('hidden') || /display:\s?none/.test(element.getAttribute('style') ?? '');
}

const YES = new Set(
  'checked active chosen selected on agreed yes ticked cur current sel choosed check1 success'.split(' '),
);
const NO = new Set('unchecked uncheck unselected unselect no not off un none disagree inactive'.split(' '));

/** What classes up to the row, and the name of a picture, say. Classes that say nothing may well mean "ticked" by their absence. */
function drawnTick(icon: Element, row: Element): Tick['ticked'] {
  const mark = shortText(icon, 8);
  if (/[✓✔√☑■●]/.test(mark)) return 'yes';
  if (/[☐□○◯]/.test(mark)) return 'no';
  const source = icon.getAttribute('src') ?? '';
  const words = source.startsWith('data:') ? [] : wordsOf(source.slice(source.lastIndexOf('/') + 1));
  for (let up: Element | null = icon; up; up = up === row ? null : elementAbove(up))
    words.push(...wordsOf(attribute(up, 'class') ?? ''));
  for (const child of icon.children) words.push(...wordsOf(child.getAttribute('class') ?? ''));
  if (words.some((word) => NO.has(word))) return 'no';
  return words.some((word) => YES.has(word)) ? 'yes' : 'unknown';
}

function wordsOf(name: string): string[] {
  return name
    .slice(0, 300)
    .replaceAll(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
}

const BUTTONS =
  'button,input[type="submit" i],input[type="button" i],[role="button"],a[class*="btn" i],a[class*="button" i],div[class*="btn" i],div[class*="button" i],span[class*="btn" i],uni-button';
const GOES_ON =
  /同意|申请|申請|注册|註冊|登录|登入|登錄|提交|送出|下一步|确认|確認|确定|確定|借|领取|領取|开通|開通|激活|继续|繼續|立即|签|簽|支付|付款|下单|绑定|完成|保存|儲存|知悉|获取|允许|允許|授权|授權|\b(?:apply|continue|sign|submit|accept|agree|pay|log ?in|next|create|place|confirm|start|join|register|proceed|save|checkout|borrow|allow|get (?:my|your))\b/i;
const BUTTON_LEVELS = 6;
const BUTTON_TEXT = 30;
const MAX_BUTTONS = 100;

/** The buttons under each element asked about, looked up once: rows share their ancestors. */
class Buttons {
  readonly #root: Node;
  readonly #under = new Map<Element, Element[]>();

  constructor(root: Node) {
    this.#root = root;
  }

  /** The button that the sentence quotes, or else the first after the row that goes on, or else the last before it. */
  nextTo(row: Element, lead: string): Element | null {
    const around = closest(row, BUTTONS);
    if (around && GOES_ON.test(labelOf(around))) return around;
    let scope: Element | null = row;
    for (let i = 0; scope && scope !== this.#root && i < BUTTON_LEVELS; i++, scope = elementAbove(scope)) {
      const buttons = this.#in(scope);
      if (buttons.length === 0) continue;
      const quoted = buttons.find((each) => lead.includes(labelOf(each)));
      const after = buttons.find((each) => isBefore(row, each));
      return quoted ?? after ?? buttons.at(-1)!;
    }
    return null;
  }

  #in(scope: Element): Element[] {
    const known = this.#under.get(scope);
    if (known) return known;
    const buttons: Element[] = [];
    for (const element of findAll(scope, BUTTONS)) {
      if (goesOn(element)) buttons.push(element);
      if (buttons.length === MAX_BUTTONS) break;
    }
    this.#under.set(scope, buttons);
    return buttons;
  }
}

function goesOn(element: Element): boolean {
  const label = labelOf(element);
  return label.length > 0 && label.length <= BUTTON_TEXT && !/[《》]/.test(label) && GOES_ON.test(label);
}

function labelOf(element: Element): string {
  if (element.nodeName.toUpperCase() === 'INPUT') return (element as HTMLInputElement).value.slice(0, 200).trim();
  return shortText(element, 200);
}

/** The first `chars` UTF-16 units of an element's text or a little more, trimmed, from a few text nodes. */
function shortText(element: Element, chars: number): string {
  let text = '';
  let nodes = 40;
  for (const { data } of textsUnder(element)) {
    text += data.slice(0, chars + 1);
    if (nodes-- === 0 || text.length > chars) break;
  }
  return text.trim();
}
