/** Who acts in a sentence: subject, "由" and "被", those authorised, and several side by side ("平台或其委托的催收机构"). */
import { conceptId, CONCEPTS } from './lexicon.ts';
import type { Mark } from './pattern.ts';
import type { SlotMark, Source } from './frame.ts';

/** Of several concepts that one name stands for, the telling ones first. */
const TELLING = ['BANK', 'COLLECTOR', 'LENDER', 'PLATFORM', 'WE', 'INVESTOR'];
/** Companies that act only where the sentence says so: "由合作机构催收". */
const COMPANIES = ['COLLECTION_FIRM', 'PARTNER', 'AFFILIATE', 'FUNDER', 'BUREAU', 'VENDOR', 'MERCHANT'];

const MODAL_ZH =
  '(?:有权|可|将|会|能|需|应|不|未|承诺|保证|必须|要|无权|郑重|仅|只|才|即|获取|收集|使用|提供|共享|查询|读取|公布|披露|联系|委托)';
const BETWEEN_ZH =
  '(?:[（(][^（）()]{0,40}[）)])?(?:还|也|均|亦|都|仅|只|即|通常|一般|自行|届时|及时|必要时|单方|随时|或授权[^，]{0,8}|(?:视|按|在|为|为了|因|根据)[^，。；]{0,24})?';
const ZH = {
  owner: /^(?:的|之|信息|资料|个人信息)(?!(?:其他)?(?:用户|代理人|工作人员|催收))/,
  object:
    /(?:向|给|予|代|替|(?<!作)为|将|把|与|和|跟|同|对|至|到|于|告知|通知|联系|致电|使用|登录|登陆|访问|注册|进入|通过|在|从|根据|依据|包括)$/,
  agent:
    /(?:由|被|授权|允许|许可|同意|委托|认可|供)(?:(?:依法)?(?:成立|设立)的|(?:及|和|或)?其他|第三方|合作的?|相关|有关)?$/,
  modal: new RegExp(`^${BETWEEN_ZH}${MODAL_ZH}`),
  join: /^(?:[（(][^（）()]{0,40}[）)])?(?:、|和|及|与|或|以及|或者|\/|和\/或|及\/或|、?自己或)(?:我们|我司|本公司|其|甲方|乙方|丙方|丁方|平台)?(?:所|自行)?(?:委托|授权|指定|聘请|聘用|合作|指派)?的?(?:其他|其它|有关|相关|具备资质的?|第三方|专业|、)*$|^(?:所|将|可|有权|可以)?委托的?(?:第三方|其他)?$/,
};
const EN = {
  owner: /^['’]s?\b/,
  object:
    /\b(?:to|with|from|of|for|on|via|through|against|at|contact|contacting|use|using|access|accessing|visit|visiting)\s+(?:(?:the|our|any|its|such|a|an)\s+)?$/,
  agent:
    /\b(?:by|authori[sz]e|authori[sz]es|allow|permit|allowing|authori[sz]ing|consent to|instruct|enable|agree that|require)\s+(?:(?:the|our|any|its|such|a|an)\s+)?$/,
  modal:
    /^\s*(?:\([^()]{0,60}\)\s*)?(?:,[^,]{0,60},\s*)?(?:also\s+|and\s+)?(?:may|will|can|shall|might|could|must|reserves?|are|is|has|have|do|does|use|uses|collect|share|never|not|automatically)\b/,
  join: /^,?\s*(?:and|or|and\/or|&|,)\s+(?:(?:our|its|the|any|their|such|other)\s+){0,2}(?:(?:authori[sz]ed|appointed|third[- ]party)\s+)?$/,
};
/** UTF-16 units between two actors of one phrase. */
const LONGEST_JOIN = 60;

/** One who may act. */
export interface Actor {
  mark: Mark;
  sign: 'appointed' | 'agent' | 'subject' | 'object';
}

export interface ActorQuery {
  /** The reader may hand it over; then those who get it act: "您需要向我们提供联系人信息". */
  gets?: true;
  /** Partners and the like act only where they are appointed ("由…", "授权…"): otherwise they are given something. */
  companies?: 'appointed';
  /** Concepts that take no part in it as actors: a bureau is asked, collectors are sent. */
  not?: readonly string[];
}

/** What concepts are, by their numbers: `Own` are the parties of the document, `Company` others named by what they do. */
const Party = { None: 0, Reader: 1, Own: 2, Company: 3 } as const;
const PARTIES = new Uint8Array(CONCEPTS.size);
for (const [name, concept] of CONCEPTS) if (concept.class === 'actor') PARTIES[conceptId(name)] = Party.Own;
for (const name of COMPANIES) PARTIES[conceptId(name)] = Party.Company;
PARTIES[conceptId('READER')] = Party.Reader;

const isOwn = ({ mark }: Actor): boolean => PARTIES[mark.id] === Party.Own;
const isAgent = (actor: Actor): boolean => isOwn(actor) && (actor.sign === 'appointed' || actor.sign === 'agent');
const isSubject = (actor: Actor): boolean => isOwn(actor) && actor.sign === 'subject';
/** A company that the sentence appoints. */
const isAppointed = (actor: Actor): boolean => !isOwn(actor) && actor.sign === 'appointed';
const isReceiver = (actor: Actor): boolean => isOwn(actor) && actor.sign === 'object';

/**
 * The actors of `source`, side by side; none when only the reader acts.
 * @param action what they do; those who stand before it count first
 */
export function actorsOf(source: Source, action: SlotMark | undefined, query: ActorQuery): SlotMark[] {
  const { companies, not } = query;
  source.actors ??= candidates(source);
  const all = not ? source.actors.filter(({ mark }) => !not.includes(mark.concept)) : source.actors;
  const chosen = all.length > 0 && choose(all, action, query);
  if (!chosen) return [];
  const named = companies && isOwn(chosen) ? all.filter(isOwn) : all;
  return phrase(source, named, named.indexOf(chosen)).map(({ mark }) => ({
    concept: mark.concept,
    start: mark.start,
    end: mark.end,
    inLead: source.inLead,
  }));
}

/** The one who acts, or the first of several. */
function choose(
  all: readonly Actor[],
  action: SlotMark | undefined,
  { gets, companies }: ActorQuery,
): Actor | undefined {
  const acts = action ? all.filter(({ mark }) => mark.start < action.start) : all;
  const receiver = gets && all.find(isReceiver);
  return (
    (action?.concept === 'COLLECT' ? receiver : undefined) ??
    acts.findLast(isAgent) ??
    acts.find(isSubject) ??
    acts.find((actor) => isAppointed(actor) || (!companies && !isOwn(actor) && actor.sign === 'agent')) ??
    all.find(isAgent) ??
    all.find(isSubject) ??
    receiver ??
    all.find(isAppointed)
  );
}

/** One candidate a name, in text order. */
function candidates(source: Source): Actor[] {
  const names = new Map<number, Mark>();
  const readers: number[] = [];
  for (const mark of source.marks) {
    const party = PARTIES[mark.id];
    if (party === Party.None) continue;
    if (party === Party.Reader) {
      readers.push(mark.start);
      continue;
    }
    const known = names.get(mark.start);
    if (!known || rank(mark) < rank(known)) names.set(mark.start, mark);
  }
  for (const start of readers) names.delete(start);
  const found: Actor[] = [];
  for (const mark of names.values()) {
    const sign = signOf(source, mark);
    if (sign) found.push({ mark, sign });
  }
  return found;
}

/** Own parties before companies, longer names before shorter ones. */
function rank(mark: Mark): number {
  const telling = TELLING.indexOf(mark.concept);
  return (
    (PARTIES[mark.id] === Party.Own ? 0 : 100) + (telling < 0 ? TELLING.length : telling) - (mark.end - mark.start) * 10
  );
}

function signOf({ text, language }: Source, mark: Mark): Actor['sign'] | undefined {
  const words = language === 'en' ? EN : ZH;
  const before = text.slice(Math.max(0, mark.start - 24), mark.start);
  const after = text.slice(mark.end, mark.end + 72);
  if (words.owner.test(after)) return undefined;
  if (words.agent.test(before)) return 'appointed';
  if (words.object.test(before)) return 'object';
  return words.modal.test(after) ? 'agent' : 'subject';
}

/** The candidates joined to the one at `index` by "、", "或其委托的" and the like. */
function phrase(source: Source, all: readonly Actor[], index: number): readonly Actor[] {
  let from = index;
  let to = index;
  while (isJoined(source, all[from - 1], all[from])) from--;
  while (isJoined(source, all[to], all[to + 1])) to++;
  // "我们或我们委托的…": the second names whom it appoints.
  while (to > from && all[to]!.mark.concept === all[to - 1]!.mark.concept) to--;
  return all.slice(from, to + 1);
}

function isJoined({ text, language }: Source, a: Actor | undefined, b: Actor | undefined): boolean {
  if (!a || !b || b.mark.start - a.mark.end > LONGEST_JOIN) return false;
  return (language === 'en' ? EN : ZH).join.test(text.slice(a.mark.end, b.mark.start));
}
