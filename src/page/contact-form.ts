/**
 * Where a page asks for other people's names and numbers, or for the address book: found by the words of labels, options
 * and buttons. Reads the DOM, never layout, and never what the reader typed.
 */
import { documentOf, elementBeforeOf, localNameOf, nodeTypeOf, parentOf } from './nodes.ts';
import { attribute, closest, contains, elementAbove, find, findAll, matches, textsUnder } from './queries.ts';

export interface ContactForm {
  /** Names and numbers of contacts, or the whole address book. */
  kind: 'contacts' | 'address-book';
  /** What a note is to stand beside: the heading of the form, its first field, or the button that asks. */
  anchor: Element;
  /** What a note must not cover. */
  fields: Element[];
}

/** Fields, and things to press, looked at. */
const MAX_FIELDS = 120;
const MAX_BUTTONS = 300;
/** UTF-16 units of a label, of a line that asks, and of what is said in a box with a button. */
const LABEL = 40;
const SENTENCE = 60;
const ASKED = 160;

/** Somebody to be asked about the reader. */
const CONTACT =
  /(?:紧急|緊急|亲属|親屬|直系|家庭|亲友|親友|朋友|同事|工作|常用|其他|其它|指定|备用|備用|第[一二三四五]|首选)(?:的)?(?:联系人|聯[絡系]人)|(?:联系人|聯[絡系]人)\s{0,2}(?:信息|資訊|资料|資料)?\s{0,2}[一二三四五1-5①②③]|\bemergency contacts?\b|\bnext of kin\b|\b(?:personal |family |work )?references?['’]?s? (?:name|phone|number|contact|relationship)|\breferences?\b.{0,12}\d|\bguarantor['’]?s? (?:name|phone|contact)/i;
/** Bare; it may be a shop's contact person. */
const BARE = /联系人|聯[絡系]人|\bcontact (?:person|name)\b|\breferences?\b/i;
const NAME = /姓名|名字|称呼|稱呼|\bname\b/i;
const PHONE = /电话|電話|手机|手機|号码|號碼|联系方式|聯[絡系]方式|\b(?:phone|mobile|tel(?:ephone)?|number)\b/i;
const RELATION = /关系|關[係系]|\brelation(?:ship)?\b/i;
const KIN =
  /配偶|父母|父亲|父親|母亲|母親|子女|兄弟|姐妹|姊妹|亲属|親屬|\b(?:spouse|parent|mother|father|sibling|relative)\b/i;
/** Deliveries, companies, staff, patients, travellers: other people's forms. */
const OTHER =
  /收货|收貨|收件|配送|快递|快遞|送货|發票|发票|企业|企業|公司联系|单位联系|商务|商務|供应商|供應商|客户|客戶|员工|員工|入职|入職|简历|簡歷|履歷|人事|应聘|應聘|求职|求職|参赛|參賽|报名|報名|赛事|患者|就诊|就診|挂号|住院|乘客|旅客|入住|学生|學生|学员|\b(?:deliver(?:y|ies)|shipping|recipient|company|business|vendor|supplier|employee|HR|applicant tracking|résumé|resume|job|patient|passenger|guest|student|race)\b/i;

/** "授权读取通讯录", "允许访问通讯录", "从手机通讯录导入". */
const BOOK_ZH =
  /(?:授权|授權|允许|允許|同意|开启|開啟|打开|打開|获取|獲取|读取|讀取|访问|訪問|存取|取用|导入|匯入|上传|上傳|同步|验证|驗證)[^。；，,]{0,10}(?:通讯录|通訊錄|电话簿|電話簿|手机联系人|手機聯[絡系]人)|从[^。；，,]{0,6}(?:通讯录|通訊錄)[^。；，,]{0,4}(?:导入|选择|匯入|選擇|添加)/;
const BOOK_EN =
  /\b(?:allow|grant|give|let|access|enable|import|sync|upload|share|authori[sz]e|verify)\b[^.]{0,30}\b(?:contacts|address ?book|phone ?book|contact list)\b/i;
/** A company's own, or a refusal. */
const NOT_BOOK =
  /企业通讯录|企業通訊錄|公司通讯录|部门|部門|员工|員工|班级|班級|不(?:会|會|再|读取|讀取)|不允许读取|关闭|關閉|\b(?:don't|do not|never|deny|company|team)\b/i;
const ASKS = /想|请求|請求|需要|申请|申請|要求|是否|would like|wants to|needs/i;
const PRESSED =
  'button,a,label,input[type="button" i],input[type="submit" i],[role="button"],[role="switch"],[role="checkbox"],[role="menuitem"],[class*="btn" i],[class*="button" i],[class*="cell" i]';
const DIALOG = '[role="dialog"],[role="alertdialog"],dialog,[class*="dialog" i],[class*="modal" i],[class*="popup" i]';
/** How such a line begins, if it asks and does not tell. */
const LINE =
  /^(?:是否)?(?:允许|允許|授权|授權|同意|开启|開啟|打开|打開)|(?:想|请求|請求|申请|申請)(?:访问|訪問|读取|讀取|获取|存取)|^(?:allow|let|give|grant)\b|\b(?:would like to|wants to) access\b/i;
const YES = /允许|允許|同意|授权|授權|确定|確定|开启|開啟|好的|\b(?:allow|ok|accept|continue|grant)\b/i;

/** The first such form under `root`; `null` where nobody is asked about. */
export function contactForm(root: (Document | ShadowRoot | Element) & ParentNode): ContactForm | null {
  return contactsIn(root) ?? addressBookIn(root);
}

interface Field {
  element: Element;
  label: string;
}

const FIELDS =
  'input:not([type]),input[type="text" i],input[type="tel" i],input[type="number" i],input[type="search" i],select,textarea,[contenteditable="true"],[role="textbox"],[role="combobox"],[role="spinbutton"],.van-field,.van-cell,.adm-list-item,.am-list-item,.mint-field,.mint-cell,.weui-cell,.picker,uni-input,uni-picker';

function contactsIn(root: ParentNode & Node): ContactForm | null {
  const fields = fieldsIn(root);
  const title = titleOf(root);
  for (let i = 0; i < fields.length; i++) {
    const { element, label } = fields[i]!;
    const heading = headingOf(element, groupAround(element));
    const about = `${heading?.text ?? ''} ${CONTACT.test(title) ? title : ''}`;
    if (!CONTACT.test(`${about} ${label}`) && !BARE.test(label)) continue;
    // The relation may be asked for first.
    const from = Math.max(0, i - BEFORE);
    const near = fields.slice(from, i + AFTER).filter((each) => shareForm(each.element, element));
    if (!asksForContact(near, about)) continue;
    if (OTHER.test(`${about} ${title} ${near.map((each) => each.label).join(' ')}`)) continue;
    const first = near[0]!.element;
    const over = headingOf(first, groupAround(first));
    const anchor = over && CONTACT.test(over.text) ? over.element : first;
    return { kind: 'contacts', anchor, fields: near.map((each) => each.element) };
  }
  return null;
}

/** Fields before and after one that names a contact which may belong to it. */
const BEFORE = 2;
const AFTER = 7;

function shareForm(a: Element, b: Element): boolean {
  return closest(a, 'form,[role="dialog"]') === closest(b, 'form,[role="dialog"]');
}

/** Two of name, number and relation, of somebody who is said to be a contact and not just "联系人". */
function asksForContact(near: readonly Field[], about: string): boolean {
  const labels = near.map(({ label }) => label);
  const certainly = CONTACT.test(about);
  const theirs = certainly ? labels : labels.filter((label) => CONTACT.test(label) || BARE.test(label));
  const relation = labels.some((label) => RELATION.test(label) || KIN.test(label));
  const asked = [
    theirs.some((label) => NAME.test(label) || /(?:联系人|聯[絡系]人|\breference|\bcontact)$/i.test(label)),
    theirs.some((label) => PHONE.test(label)),
    relation,
  ].filter(Boolean).length;
  return asked >= 2 && (certainly || relation || theirs.some((label) => CONTACT.test(label)));
}

function fieldsIn(root: ParentNode): Field[] {
  const fields: Field[] = [];
  for (const element of root.querySelectorAll(FIELDS)) {
    if (fields.length === MAX_FIELDS) break;
    // A component and the field in it are one.
    if (fields.some((each) => contains(each.element, element)) || isSwitchedOff(element)) continue;
    fields.push({ element, label: labelOf(element) });
  }
  return fields;
}

function isSwitchedOff(element: Element): boolean {
  return closest(element, '[hidden]') !== null || /display\s{0,4}:\s{0,4}none/i.test(attribute(element, 'style') ?? '');
}

/** Everything that says what goes into a field; never what is in it. */
function labelOf(element: Element): string {
  const inner = matches(element, 'input,textarea,select')
    ? element
    : (find(element, 'input,textarea,select') ?? element);
  const id = attribute(inner, 'id');
  const top = Node.prototype.getRootNode.call(element) as Document;
  const parts = [
    attribute(inner, 'aria-label'),
    attribute(inner, 'placeholder'),
    ...(attribute(inner, 'aria-labelledby') ?? '')
      .split(/\s+/)
      .map((each) => each && shown(top.querySelector(`#${CSS.escape(each)}`))),
    id && shown(top.querySelector(`label[for="${CSS.escape(id)}"]`)),
    shown(closest(element, 'label')),
    matches(element, 'input,textarea,select') ? beside(element) : shown(element),
    localNameOf(inner) === 'select' ? options(inner) : '',
  ];
  return [...new Set(parts.filter(Boolean))].join(' ');
}

function options(select: Element): string {
  return Array.from(findAll(select, 'option'), (each) => each.textContent.trim())
    .slice(0, 12)
    .join(' ')
    .slice(0, 3 * LABEL);
}

/** Short text that stands before a field in its row. */
function beside(field: Element): string {
  let at: Element = field;
  for (let i = 0; i < 3; i++) {
    const up = elementAbove(at);
    if (!up || /^(?:form|body|fieldset|tbody|table)$/.test(localNameOf(up))) return '';
    if (holdsMoreFields(up)) return '';
    const text = textOf(up, LABEL + 1);
    if (text) return text.length > LABEL ? '' : text;
    at = up;
  }
  return '';
}

/** Components of fields hold the field itself; together they are one. */
function holdsMoreFields(element: Element): boolean {
  let outer: Element | undefined;
  for (const each of findAll(element, FIELDS)) {
    if (outer && !contains(outer, each)) return true;
    outer ??= each;
  }
  return false;
}

/** The smallest box that holds more than one field, or the form. */
function groupAround(field: Element): Element {
  let at = field;
  for (let up = elementAbove(field); up; up = elementAbove(up)) {
    at = up;
    if (/^(?:form|fieldset|section|table|dialog|body)$/.test(localNameOf(up))) break;
    if (holdsMoreFields(up)) break;
  }
  return at;
}

/** The heading, legend or line of text that a group of fields stands under. */
function headingOf(field: Element, group: Element): { element: Element; text: string } | undefined {
  const legend = closest(field, 'fieldset') && find(closest(field, 'fieldset')!, 'legend');
  if (legend) return { element: legend, text: shown(legend) };
  let at: Element | null = firstIn(group, field);
  for (let i = 0; at && i < 5; i++, at = elementAbove(at)) {
    for (let before = elementBeforeOf(at); before; before = elementBeforeOf(before)) {
      if (matches(before, FIELDS) || find(before, FIELDS)) break;
      const text = textOf(before, LABEL + 1);
      if (text && text.length <= LABEL) return { element: before, text };
    }
  }
  return undefined;
}

/** The child of `group` on the way to `field`. */
function firstIn(group: Element, field: Element): Element {
  let at = field;
  for (let up = elementAbove(at); up && up !== group; up = elementAbove(up)) at = up;
  return at;
}

function titleOf(root: ParentNode & Node): string {
  const document = nodeTypeOf(root) === 9 ? (root as Document) : documentOf(root as Element);
  const heading = document.querySelector('h1');
  return `${document.title.slice(0, 60)} ${heading ? textOf(heading, 60) : ''}`;
}

function addressBookIn(root: ParentNode): ContactForm | null {
  let count = MAX_BUTTONS;
  for (const element of root.querySelectorAll(PRESSED)) {
    if (count-- === 0) break;
    const text = attribute(element, 'aria-label') ?? attribute(element, 'value') ?? textOf(element, LABEL + 1);
    if (text && text.length <= LABEL && asksForBook(text) && !isSwitchedOff(element) && !/[《》]/.test(text))
      return { kind: 'address-book', anchor: element, fields: [element] };
  }
  for (const element of root.querySelectorAll(DIALOG)) {
    if (count-- <= 0) break;
    const text = textOf(element, ASKED + 1);
    if (text.length <= ASKED && ASKS.test(text) && asksForBook(text) && !isSwitchedOff(element) && yesIn(element))
      return { kind: 'address-book', anchor: element, fields: [element] };
  }
  return askedIn(root);
}

/** A line such as "允许某某读取您的通讯录" over a button that says yes, whatever the box around them is called. */
function askedIn(root: ParentNode): ContactForm | null {
  let count = MAX_BUTTONS;
  for (const button of root.querySelectorAll(PRESSED)) {
    if (count-- === 0) break;
    const label = textOf(button, LABEL);
    if (!YES.test(label) || /[《》]/.test(label) || isSwitchedOff(button)) continue;
    let box = button;
    for (let i = 0; i < 3; i++) box = elementAbove(box) ?? box;
    if (textOf(box, 2 * ASKED + 1).length > 2 * ASKED) continue;
    for (const line of findAll(box, 'p,h1,h2,h3,h4,h5,div,span')) {
      const text = textOf(line, SENTENCE + 1);
      if (text.length <= SENTENCE && LINE.test(text) && asksForBook(text))
        return { kind: 'address-book', anchor: line, fields: [line, button] };
    }
  }
  return null;
}

function yesIn(element: Element): boolean {
  return [...findAll(element, PRESSED)].some((each) => YES.test(textOf(each, LABEL)));
}

function asksForBook(text: string): boolean {
  return (BOOK_ZH.test(text) || BOOK_EN.test(text)) && !NOT_BOOK.test(text);
}

function shown(element: Element | null): string {
  const text = element ? textOf(element, LABEL + 1) : '';
  return text.length > LABEL ? '' : text;
}

/** At most `max` units of what an element says, without what its fields hold. */
function textOf(element: Element, max: number): string {
  let text = '';
  for (const node of textsUnder(element)) {
    const up = parentOf(node);
    if (up && nodeTypeOf(up) === 1 && /^(?:script|style|textarea|option|select)$/.test(localNameOf(up as Element)))
      continue;
    text += ` ${node.data.trim()}`;
    if (text.length > max + 40) break;
  }
  return text.replaceAll(/\s+/g, ' ').trim().slice(0, max);
}
