/**
 * Frames: who does what, with which data, about whom, to whom, when and on what consent, read from the words of a sentence
 * and, for an item of a list, from those of its lead-in.
 */
import type { CategoryId, Effect, Frame } from '../../types.ts';
import type { Sentence } from '../pipeline.ts';
import { type Actor, type ActorQuery, actorsOf } from './actors.ts';
import { conceptId, CONCEPTS } from './lexicon.ts';
import type { Mark } from './pattern.ts';
import type { View } from './view.ts';

export const SLOTS = ['actor', 'action', 'data', 'people', 'recipients', 'trigger', 'consent'] as const;
export type Slot = (typeof SLOTS)[number];
type ListSlot = 'data' | 'people' | 'recipients';

/** Words that fill a slot: UTF-16 offsets into the normalised text of the sentence, or of its lead-in. */
export interface SlotMark {
  concept: string;
  start: number;
  end: number;
  inLead: boolean;
}

/** In text order. Several actors stand side by side: from the first to the last is one phrase. */
export type FrameMarks = Partial<Record<Slot, SlotMark[]>>;

/** One stretch of text that a frame is read from. */
export interface Source {
  text: string;
  /** In text order. */
  marks: readonly Mark[];
  /** Of these, what is of the class of each slot, by place in `SLOTS`. */
  bySlot: readonly (readonly Mark[])[];
  language: 'zh' | 'en';
  inLead: boolean;
  /** Who may act in it, once that was asked for. */
  actors?: readonly Actor[];
}

/** What a category's frame speaks of: `true` for every concept of the slot's class. */
interface Takes {
  /** Verbs, the telling ones first. */
  action: readonly string[];
  actor?: ActorQuery;
  data?: true | readonly string[];
  people?: true | readonly string[];
  recipients?: true | readonly string[];
  trigger?: readonly string[];
  consent: readonly string[];
}

const TROUBLE = ['OVERDUE', 'BREACH', 'UNREACHABLE'];
const ASKED = ['SEPARATE', 'SINGLE_CONSENT', 'ASKED_APART', 'CONSENT'];
const CONSENTS = ['NO_MORE_ASKING', 'SEPARATE', 'SINGLE_CONSENT', 'ASKED_APART', 'IRREVOCABLE', 'CONSENT'];
/** People whom a lender turns to, as against "other users" and the like. */
export const KNOWN = [
  'CONTACT',
  'BARE_CONTACT',
  'CONTACT_INFO',
  'EMERGENCY_INFO',
  'KIN',
  'FRIEND',
  'COLLEAGUE',
  'BOOK_PEOPLE',
];
const RECORDS = ['CALL_RECORDS', 'SMS', 'SOCIAL_FRIENDS', 'SERVICE_PASSWORD', 'CARRIER_RECORDS'];
const COMPANIES = ['AFFILIATE', 'PARTNER', 'VENDOR', 'SDK', 'FUNDER', 'MERCHANT', 'ADVERTISER', 'ABROAD'];
const GIVES = [
  'SHARE',
  'SHARE_TO',
  'MUTUAL',
  'DISCLOSING',
  'REVEAL',
  'SELL',
  'LEAK',
  'RECEIVE',
  'PROCESS',
  'KEEP_DATA',
];
const READS = ['DEVICE_READ', 'READ', 'GATHER', 'FETCH', 'LOOK_UP'];

const SHARING: Takes = {
  actor: { companies: 'appointed' },
  action: [...GIVES, 'ENTRUST', 'FETCH', 'TELL'],
  data: true,
  recipients: [...COMPANIES, 'BUREAU', 'COLLECTION_FIRM'],
  trigger: TROUBLE,
  consent: CONSENTS,
};

const TAKES: Record<CategoryId, Takes> = {
  'contact-collect': {
    action: ['GATHER', 'COLLECT', 'READ'],
    actor: { gets: true },
    people: [...KNOWN, 'GUARANTOR_PERSON'],
    consent: CONSENTS,
  },
  'contact-reach': {
    action: ['REACH', 'URGE', 'NOTIFY', 'VERIFY', 'TELL', 'DELIVER', 'READ', 'DEVICE_READ'],
    people: true,
    data: ['ADDRESS_BOOK', 'CALL_RECORDS', 'DEBT', 'LOAN_INFO'],
    trigger: TROUBLE,
    consent: CONSENTS,
  },
  'debt-disclosure': {
    action: ['PUBLISH', 'REVEAL', 'POST', 'TELL', 'DISCLOSE', 'NOTIFY', 'URGE', 'ENTER_LIST', 'REACH', 'SHARE'],
    people: true,
    data: true,
    recipients: ['MEDIA', 'BLACKLIST', 'AUTHORITY_UNIT', ...COMPANIES],
    trigger: TROUBLE,
    consent: CONSENTS,
  },
  'contact-warranty': { action: [], people: true, consent: ['CONSENT', ...CONSENTS] },
  'address-book': {
    action: READS,
    actor: { gets: true },
    data: ['ADDRESS_BOOK', 'SOCIAL_FRIENDS'],
    people: ['BOOK_PEOPLE', 'BARE_CONTACT', 'CONTACT', 'CONTACT_INFO'],
    trigger: TROUBLE,
    consent: CONSENTS,
  },
  'call-sms-records': {
    action: READS,
    actor: { gets: true },
    data: RECORDS,
    trigger: TROUBLE,
    consent: CONSENTS,
  },
  'share-affiliate': SHARING,
  'share-partner': SHARING,
  'share-collector': {
    ...SHARING,
    actor: { companies: 'appointed', not: ['COLLECTOR', 'COLLECTION_FIRM'] },
    action: ['COLLECTING', 'HIRE', ...SHARING.action],
    recipients: ['COLLECTION_FIRM', 'PARTNER', 'VENDOR'],
  },
  'credit-bureau': {
    ...SHARING,
    actor: { companies: 'appointed', not: ['BUREAU'] },
    action: ['BUREAU_ACT', 'LOOK_UP', ...SHARING.action, 'ENTER_LIST'],
    recipients: ['BUREAU'],
  },
  'data-pull': {
    action: ['FETCH', 'LOOK_UP', 'READ', 'GATHER', 'RECEIVE'],
    actor: { companies: 'appointed' },
    data: true,
    trigger: TROUBLE,
    consent: CONSENTS,
  },
  marketing: {
    action: ['PROMOTE', 'MARKETING', 'SHARE', 'MUTUAL'],
    actor: { companies: 'appointed' },
    data: [
      'PERSONAL_INFO',
      'IDENTITY',
      'DEVICE',
      'MONEY',
      'LOCATION',
      'ADDRESS_BOOK',
      'CALL_RECORDS',
      'SOCIAL_FRIENDS',
    ],
    recipients: COMPANIES,
    consent: CONSENTS,
  },
  'consent-bundled': { action: [], consent: ['DEEMED'] },
  'consent-irrevocable': {
    action: [],
    trigger: TROUBLE,
    consent: ['IRREVOCABLE', 'UNCONDITIONAL', 'PERPETUAL', 'NO_MORE_ASKING', 'WAIVES', 'NO_OBJECTION'],
  },
};

/** By the number of a concept: its place among those that may fill a slot, 0 where any may; -1 where it may not. */
type Ranks = Int8Array;

/** `Takes` by the numbers of concepts. */
interface Wanted extends Record<Exclude<Slot, 'actor'>, Ranks> {
  actor: ActorQuery;
}

function ranks(slot: Slot, allowed: true | readonly string[] = []): Ranks {
  const places = new Int8Array(CONCEPTS.size).fill(-1);
  for (const [name, concept] of CONCEPTS)
    if (concept.class === slot) places[conceptId(name)] = allowed === true ? 0 : allowed.indexOf(name);
  return places;
}

const wanted = ({ actor = {}, action, data, people, recipients, trigger, consent }: Takes): Wanted => ({
  actor,
  action: ranks('action', action),
  data: ranks('data', data),
  people: ranks('people', people),
  recipients: ranks('recipients', recipients),
  trigger: ranks('trigger', trigger),
  consent: ranks('consent', consent),
});

const WANTED = Object.fromEntries(
  Object.entries(TAKES).map(([category, takes]) => [category, wanted(takes)]),
) as Record<CategoryId, Wanted>;
const ASKED_RANKS = ranks('consent', ASKED);

/** Concept → the place of its class in `SLOTS`, or -1. */
const SLOT_OF = new Int8Array(CONCEPTS.size);
for (const [name, concept] of CONCEPTS) SLOT_OF[conceptId(name)] = (SLOTS as readonly string[]).indexOf(concept.class);

/** What the frames of a sentence are read from: its own words, then those of its lead-in. */
export function sourcesOf({ sentence, context, own, lead }: View): Source[] {
  const sources = [sourceOf(sentence, own.marks, false)];
  if (context && lead) sources.push(sourceOf(context, lead.marks, true));
  return sources;
}

function sourceOf({ text, language }: Sentence, marks: readonly Mark[], inLead: boolean): Source {
  const bySlot = SLOTS.map((): Mark[] => []);
  for (const mark of marks) {
    const slot = SLOT_OF[mark.id]!;
    if (slot >= 0) bySlot[slot]!.push(mark);
  }
  return { text, marks, bySlot, language, inLead };
}

const ofClass = ({ bySlot }: Source, slot: Slot): readonly Mark[] => bySlot[SLOTS.indexOf(slot)]!;

/**
 * What fills the slots: what the sentence says and, where that is nothing, what its lead-in says.
 * @param matched marks of the sentence that the rule matched: they outrank others
 */
export function frameMarks(
  sources: readonly Source[],
  category: CategoryId,
  effect: Effect,
  matched: readonly Mark[],
): FrameMarks {
  const takes = WANTED[category];
  const consent = effect === 'limits' ? ASKED_RANKS : takes.consent;
  const action = firstOf(sources, (source) => actionOf(source, source.inLead ? [] : matched, takes.action));
  const actor = firstOf(sources, (source) => actorsOf(source, within(source, action), takes.actor));
  const people = listed(sources, 'people', takes.people, action, actor);
  const slots: FrameMarks = {};
  fill(slots, 'actor', actor);
  fill(slots, 'action', action);
  fill(slots, 'data', listed(sources, 'data', takes.data, action, []));
  fill(slots, 'people', people);
  fill(slots, 'recipients', listed(sources, 'recipients', takes.recipients, action, [...actor, ...people]));
  fill(
    slots,
    'trigger',
    category === 'consent-bundled'
      ? actOf(sources[0]!)
      : firstOf(sources, (source) => triggerOf(source, takes.trigger)),
  );
  fill(
    slots,
    'consent',
    firstOf(sources, (source) => consentOf(source, consent)),
  );
  return slots;
}

function fill(slots: FrameMarks, slot: Slot, marks: SlotMark[]): void {
  if (marks.length > 0) slots[slot] = marks;
}

function firstOf(sources: readonly Source[], read: (source: Source) => SlotMark[]): SlotMark[] {
  for (const source of sources) {
    const found = read(source);
    if (found.length > 0) return found;
  }
  return [];
}

/** The action, where it stands in this source. */
const within = (source: Source, [action]: readonly SlotMark[]): SlotMark | undefined =>
  action?.inLead === source.inLead ? action : undefined;

/** The first source that has words for the slot decides, even where none of them count. @param others marks that are taken */
function listed(
  sources: readonly Source[],
  slot: ListSlot,
  places: Ranks,
  action: readonly SlotMark[],
  others: readonly SlotMark[],
): SlotMark[] {
  for (const source of sources) {
    const marks = suiting(ofClass(source, slot), places);
    if (marks.length > 0) return listOf(source, { slot, places, marks, action: within(source, action), others });
  }
  return [];
}

/** The marks that may fill a slot. */
function suiting(marks: readonly Mark[], places: Ranks): Mark[] {
  const found: Mark[] = [];
  for (const mark of marks) if (places[mark.id]! >= 0) found.push(mark);
  return found;
}

/** @param words the text as given from the beginning of one mark to the end of another */
export function frameOf(slots: FrameMarks, words: (from: SlotMark, to: SlotMark) => string): Frame {
  const frame: Frame = {};
  for (const slot of SLOTS) {
    const marks = slots[slot];
    if (!marks) continue;
    if (slot === 'data' || slot === 'people' || slot === 'recipients')
      frame[slot] = [...new Set(marks.map((mark) => words(mark, mark)))];
    else frame[slot] = words(marks[0]!, marks.at(-1)!);
  }
  return frame;
}

const slotMark = ({ concept, start, end }: Pick<Mark, 'concept' | 'start' | 'end'>, { inLead }: Source): SlotMark => ({
  concept,
  start,
  end,
  inLead,
});

/** Verbs that say little of what is done: taken only where no other is there. */
const WEAK =
  /^(?:授权|允许|同意|使用|指定|选择|申请|请求|访问|向|影响|评估|进行|知晓|了解|展示|展现|authori[sz]e[sd]?|use|using|uses|used|allow|permit)$/;

function actionOf(source: Source, matched: readonly Mark[], places: Ranks): SlotMark[] {
  const told = suiting(matched, places).sort((a, b) => places[a.id]! - places[b.id]!);
  const own = suiting(ofClass(source, 'action'), places);
  const found = told.find((mark) => isTelling(source, mark)) ?? firstTelling(source, own) ?? told[0] ?? own[0];
  return found ? [slotMark(found, source)] : [];
}

/** The first telling verb that is not negated, else the first telling one. */
function firstTelling(source: Source, marks: readonly Mark[]): Mark | undefined {
  let negated: Mark | undefined;
  for (const mark of marks) {
    if ((mark.negated && negated) || !isTelling(source, mark)) continue;
    if (!mark.negated) return mark;
    negated = mark;
  }
  return negated;
}

/** Whether a verb says what is done, not only what for or by whose leave. */
function isTelling(source: Source, { start, end }: Mark): boolean {
  const { text, language } = source;
  if (text.startsWith('的', end) || WEAK.test(text.slice(start, end))) return false;
  return !PURPOSE[language].test(text.slice(clauseStart(source, start), end));
}

/** UTF-16 unit → in which language it ends a clause, 0 in none. */
const ENDS_CLAUSE = new Uint8Array(0x10000);
const LANGUAGE = { zh: 1, en: 2 };
for (const ch of '，；。：') ENDS_CLAUSE[ch.charCodeAt(0)] = LANGUAGE.zh;
for (const ch of ',;:.') ENDS_CLAUSE[ch.charCodeAt(0)] = LANGUAGE.en;

/** Where the clause of a place begins: behind the mark of punctuation before it. */
function clauseStart({ text, language }: Source, place: number): number {
  let from = place;
  while (from > 0 && ENDS_CLAUSE[text.charCodeAt(from - 1)] !== LANGUAGE[language]) from--;
  return from;
}

/** Where the clause of a place ends: before the mark of punctuation behind it. */
function clauseEnd({ text, language }: Source, place: number): number {
  let to = place;
  while (to < text.length && ENDS_CLAUSE[text.charCodeAt(to)] !== LANGUAGE[language]) to++;
  return to;
}

/** Says what something is for, or what is kept safe: names no data that is handed on. */
const PURPOSE = {
  zh: /^\s*(?:[（(]?[0-9一二三四五六七八九十a-z]{1,2}[)）.、]?)?\s*(?:[或并及且])?(?:为了?|以便|便于|以(?![上下及]|后|前|此|及)|旨在|从而|用于|来)/,
  en: /^\s*(?:so as to|in order to|to (?:help|protect|improve|prevent|ensure|comply|fulfil|maintain)|for the purposes? of)\b/,
};
const KEPT_SAFE = {
  zh: /^(?:的)?(?:安全|保护|保障|政策|权益|合规|风险|中心|管理局|机构|部门)/,
  en: /^ (?:security|safety|protection|policy)\b/,
};
/** A means of reaching the reader: "电话通知", "短信、电话催收". */
const CHANNEL = /^(?:电话|手机|短信|简讯|簡訊|邮箱|邮件|电子邮件|微信|phone|e-?mail|telephone)$/;
const BY_CHANNEL =
  /^(?:发送|服务|平台|营销|通知|催收|提醒|方式|等方式|回访|联系|进行|告知|、(?:短信|电话|网络|邮件|微信|发|律师|传真|函))/;
const BY_MEANS_OF = /(?:通过|以|拨打|发送|利用|借助)(?:[^，。；]{1,6}、)?$/;
/** What is sent to the reader, or no longer tells who it is of: "商业性信息", "去标识化". */
const NOT_OF_READER = /(?:商业性?|推广|产品|服务|促销|优惠|营销|广告|推送|咨询|去|匿名)$/;
/** Words too vague to name data. */
const VAGUE = 'CONTENT';
/** A debt named as a thing known of the reader, not as what is collected. */
const ABOUT_DEBT = /(?:信息|情况|情形|记录|资料|数据|名单|事实|information|details|history|record|records|status)$/;
/** Before a company that is no recipient: the place, the means or the source. */
const NO_RECIPIENT = {
  zh: /(?:使用|登录|登陆|访问|来自|应|根据|按照|基于)$/,
  en: /\b(?:from|use of|visit|using|at)(?: the| our| a| any)?\s*$/,
};
/** Behind a bureau or a company's name: what it holds is meant. */
const HOLDS = /^(?:记录|报告|信息|账户|账号|业|评估|评分)/;
/** The word names a record of the bureau, not the bureau. */
const RECORD = /(?:报告|资料|记录|信息|档案|征信业|report|score|history)$/;
const OWNER = { zh: /^(?:的|之)(?!(?:其他)?(?:sdk|第三方|合作|关联|公司|机构|任何|组织))/, en: /^['’]s?\b/ };

/** Opens a condition: what it names is not what is done with. */
const CONDITION = { zh: /^\s*(?:如果?|若|倘若|一旦|当)/, en: /^\s*(?:if|when|once|in the event)\b/ };

interface ListQuery {
  slot: ListSlot;
  places: Ranks;
  /** Those that may fill the slot, in text order. */
  marks: Mark[];
  action: SlotMark | undefined;
  /** Marks that are taken. */
  others: readonly SlotMark[];
}

function listOf(source: Source, { slot, places, marks, action, others }: ListQuery): SlotMark[] {
  const free = marks.filter(
    (mark) => !isTaken(source, mark, others) && (slot === 'people' || isMeant(source, mark, slot, action)),
  );
  return longest(free, places).map((mark) => slotMark(mark, source));
}

const isTaken = ({ inLead }: Source, { start, end }: Mark, others: readonly SlotMark[]): boolean =>
  others.some((other) => other.inLead === inLead && other.start < end && start < other.end);

/** Whether data or a recipient is what something is done with, not what for or on what condition. */
function isMeant(source: Source, mark: Mark, slot: 'data' | 'recipients', action: SlotMark | undefined): boolean {
  const { text, language } = source;
  if (!(slot === 'data' ? namesData(source, mark) : namesRecipient(source, mark))) return false;
  const from = clauseStart(source, mark.start);
  const to = clauseEnd(source, mark.end);
  const clause = text.slice(from, to);
  if (PURPOSE[language].test(clause)) return false;
  const acts = action !== undefined && action.start >= from && action.end <= to;
  return acts || !CONDITION[language].test(clause);
}

function namesRecipient({ text, language }: Source, { concept, start, end }: Mark): boolean {
  const after = text.slice(end, end + 12);
  return (
    (concept === 'BUREAU' || !NO_RECIPIENT[language].test(text.slice(Math.max(0, start - 12), start))) &&
    !OWNER[language].test(after) &&
    !HOLDS.test(after) &&
    !RECORD.test(text.slice(start, end))
  );
}

function namesData({ text, language }: Source, { concept, start, end }: Mark): boolean {
  if (concept === VAGUE) return false;
  const word = text.slice(start, end);
  if ((concept === 'DEBT' || concept === 'LOAN_INFO') && !ABOUT_DEBT.test(word)) return false;
  const before = text.slice(Math.max(0, start - 12), start);
  const after = text.slice(end, end + 12);
  if (KEPT_SAFE[language].test(after) || NOT_OF_READER.test(before)) return false;
  return !CHANNEL.test(word) || !(BY_CHANNEL.test(after) || BY_MEANS_OF.test(before));
}

/** Of overlapping marks the longest, in text order; of equal ones the first by `places`, or the first given. */
function longest(marks: readonly Mark[], places?: Ranks): readonly Mark[] {
  if (marks.every((mark, i) => i === 0 || mark.start >= marks[i - 1]!.end)) return marks;
  const kept: Mark[] = [];
  for (const mark of marks.toSorted(
    (a, b) => b.end - b.start - (a.end - a.start) || (places ? places[a.id]! - places[b.id]! : 0),
  ))
    if (!kept.some((k) => k.start < mark.end && mark.start < k.end)) kept.push(mark);
  return kept.sort((a, b) => a.start - b.start);
}

/** A noun of trouble that names a fee, a record or a duty and is no condition: "逾期管理费", "违约责任". */
const TROUBLE_NOUN = /^(?:逾期|违约|失信|延滞|default)$/;
const NO_CONDITION = {
  zh: /^(?:的)?(?:金|责任|罚|利息|本息|管理|费|信息|记录|名单|数据|客户|用户|提醒|催收|账款|贷款|后果|成本|风险|事实|失信|处理|时间|天数|期限|金额)/,
  en: /^ (?:interest|fee|fees|charge|charges|rate|record|records|information|management|risk|amount|loans?)\b/,
};
const IF = {
  zh: /如果?|若|倘若|一旦|当|因|在|对|视/g,
  en: /\b(?:if|when|upon|once|after|in the event|in case|where|unless|until)\b/g,
};
const HAPPENS = /(?:发生|出现|存在|仍|严重)$/;
/** Before a condition at the beginning of a clause. */
const LEADS_IN = /^\s*(?:且|而|并|但|或者?|及|以及)?(?:如果?|若|倘若|假如|一旦|当|在|因|对于?|于)?/;
const TIME =
  /^[^，。；：]{0,24}?(?:时(?!间)|之后|后|情况下|情形下|情形(?=[，的])|(?:超过|达|满|第)[^，。；]{0,12}?(?:天|日|期)(?:以上|起)?|的(?=[，；]|$))/;
const TIME_WORD = /(?:的?(?:情况下|情形下|情形)|之?时|之?后|的)$/;
/** UTF-16 units; a longer condition is quoted by its key word. */
const LONGEST_CONDITION = { zh: 36, en: 80 };
const LONGEST_SUBJECT = 12;

/** The condition of trouble under which it happens. */
function triggerOf(source: Source, places: Ranks): SlotMark[] {
  const marks = suiting(ofClass(source, 'trigger'), places);
  if (places[OVERDUE]! >= 0) marks.push(...debts(source));
  for (const mark of longest(marks)) {
    const condition = source.language === 'en' ? conditionEn(source, mark) : conditionZh(source, mark);
    if (condition) return [slotMark({ ...mark, ...condition }, source)];
  }
  return [];
}

const OVERDUE = conceptId('OVERDUE');

/** "逾期情形" and "违约情况" name a state of the debt, and may be the condition: "视违约情况". */
function debts(source: Source): Mark[] {
  const found: Mark[] = [];
  for (const mark of ofClass(source, 'data')) {
    if (mark.concept !== 'DEBT') continue;
    const word = source.text.slice(mark.start, mark.end);
    if (!/(?:情况|情形|行为)$/.test(word)) continue;
    const concept = /^(?:违约|失信)/.test(word) ? 'BREACH' : 'OVERDUE';
    found.push({ ...mark, concept, id: conceptId(concept) });
  }
  return found;
}

interface Range {
  start: number;
  end: number;
}

function conditionZh(source: Source, mark: Mark): Range | undefined {
  const { text } = source;
  const after = text.slice(mark.end, mark.end + 40);
  if (TROUBLE_NOUN.test(text.slice(mark.start, mark.end)) && NO_CONDITION.zh.test(after)) return undefined;
  const from = clauseStart(source, mark.start);
  const before = text.slice(from, mark.start);
  const word = [...before.matchAll(IF.zh)].at(-1);
  const time = TIME.exec(after)?.[0];
  if (time === undefined && !word && !HAPPENS.test(before)) return undefined;
  const bare = LEADS_IN.exec(before)![0].length;
  const start = word
    ? from + word.index + word[0].length
    : before.length - bare <= LONGEST_SUBJECT
      ? from + bare
      : mark.start;
  const end = time === undefined ? clauseEnd(source, mark.end) : mark.end + time.replace(TIME_WORD, '').length;
  return end - start > LONGEST_CONDITION.zh ? { start: mark.start, end: mark.end } : { start, end };
}

function conditionEn(source: Source, mark: Mark): Range | undefined {
  const { text } = source;
  if (NO_CONDITION.en.test(text.slice(mark.end, mark.end + 20))) return undefined;
  const before = text.slice(Math.max(0, mark.start - 60), mark.start);
  const word = [...before.matchAll(IF.en)].at(-1);
  if (mark.concept !== 'UNREACHABLE' && !word) return undefined;
  const from = word ? mark.start - before.length + word.index + word[0].length : mark.start;
  const to = clauseEnd(source, mark.end);
  const begin = Math.max(from, clauseStart(source, mark.start));
  const start = begin + /^\s*(?:of|that)?\s*/.exec(text.slice(begin, mark.start))![0].length;
  return to - start > LONGEST_CONDITION.en ? { start: mark.start, end: mark.end } : { start, end: to };
}

const ACTS = ['KEEP_USING', 'USE_ACT', 'USE_EN'];
/** Around the act in its clause: "如您继续使用本服务的" → "继续使用本服务". */
const BEFORE_ACT =
  /^\s*(?:如果?|若|一旦|只要|当|在|凡|by|if|when|once)?\s*(?:您|你|用户|会员|客户|甲方|乙方|本人|you)?\s*(?:如果?|若)?/;
const LONGEST_ACT = { zh: 24, en: 60 };

/** The act that stands for consent: "继续使用本服务", "点击相关按钮". */
function actOf(source: Source): SlotMark[] {
  const { text, language } = source;
  const deemed = source.marks.find((m) => m.concept === 'DEEMED');
  const acts = source.marks.filter((m) => ACTS.includes(m.concept));
  const act = (deemed && acts.findLast((m) => m.end <= deemed.start)) ?? acts.find((m) => m.concept === 'KEEP_USING');
  const at = act?.start ?? (deemed && deemed.start - 2);
  if (at === undefined || at < 0) return [];
  const from = clauseStart(source, at);
  const to = clauseEnd(source, act?.end ?? at);
  const end = deemed && deemed.start < to && deemed.start >= at ? deemed.start : to;
  const start = from + BEFORE_ACT.exec(text.slice(from, end))![0].length;
  const whole = text.slice(start, end).replace(/(?:时|后|的|，|之日起|即|则|将|\s)+$/, '');
  const fits = whole.length > 1 && whole.length <= LONGEST_ACT[language];
  if (act && !(fits && start <= act.start && start + whole.length >= act.end)) return [slotMark(act, source)];
  return fits ? [slotMark({ concept: 'USE_ACT', ...act, start, end: start + whole.length }, source)] : [];
}

/** Names a document or a party, not a consent. */
const NO_CONSENT = { zh: /^(?:书|人|方|委托书|第三方|合作|代表|密码|额度)/, en: /^ (?:form|letter|agenc)/ };

/** The consent it rests on; of several the most telling. */
function consentOf(source: Source, places: Ranks): SlotMark[] {
  let found: Mark | undefined;
  for (const mark of ofClass(source, 'consent')) {
    const place = places[mark.id]!;
    if (place >= 0 && (!found || place < places[found.id]!) && isConsent(source, mark)) found = mark;
  }
  if (!found) return [];
  return [slotMark(found, source), ...(found.concept === 'DEEMED' ? acceptedBy(source, found) : [])];
}

const isConsent = ({ text, language }: Source, { start, end }: Mark): boolean =>
  !NO_CONSENT[language].test(text.slice(end, end + 8)) && !/[被不未]/.test(text.charAt(start - 1));

/** What "视为" stands for, right behind it: "视为您同意". */
function acceptedBy(source: Source, deemed: Mark): SlotMark[] {
  const accept = source.marks.find((m) => m.concept === 'ACCEPT' && m.start >= deemed.end && m.from <= deemed.to + 6);
  return accept ? [slotMark(accept, source)] : [];
}
