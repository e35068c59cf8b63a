/** Tells headings from clauses and from bare list items. When in doubt a line is no heading: a heading is never a finding. */
import type { Unit } from './lines.ts';

/** Longest heading in UTF-16 units, numbers left out. */
const LONGEST = { zh: 30, en: 80 };
const TITLE = /^《[^《》]{2,40}》$/;
const ENDS_SENTENCE = /[。！？!?；;.…：:，,、][”’"')）】」』]{0,4}$/;
/** UTF-16 units: more than what is looked for at the end of a line takes. */
export const TAIL = 12;
/** Dots and a page number: "第一章 总则........3". */
const CONTENTS_LINE = /[ .·…]{2,200}[0-9]{0,3}$/;
/** Something is laid on someone: a clause, however short. */
const CLAUSE_WORDS = /同意|应当|不得|必须|有权|承诺|确认|已阅读|可以|无权|知悉|shall|must|agree |will /;
/** What headings end in. */
const HEADING_NOUN =
  /(?:条款|政策|协议|协议书|说明|声明|定义|合同|授权书|须知|告知书|确认书|承诺书|承诺|保证|通知|规则|总则|附则|释义|引言|前言|目录|鉴于|其他|其它|责任|义务|权利|范围|方式|保护|安全|变更|终止|解决|适用|约定|事项|管辖|保密|费用|服务|收集|使用|共享|披露|存储|转让|提示|附件|场景|情形|例外|撤回(?:您的)?(?:授权|同意|授权同意)|policy|agreement|terms|conditions|notice|definitions?|statement|consent|rights|security|disclosure)$/;
/** "我们如何共享您的个人信息", "关于儿童的特别约定". */
const NAMES_A_TOPIC = /如何|怎样|怎么|^关于|信息$/;
const LABEL = /^[^，。；]{1,12}[：:]$/;
const TITLE_CASE =
  /^(?:[A-Z0-9(“"][^\s]{0,30}|(?:of|and|or|the|to|a|an|in|for|on|by|with|your|our|we|us|from|is|&|\/|-|–)\b)(?:\s+(?:[A-Z0-9(“"&/–-][^\s]{0,30}|(?:of|and|or|the|to|a|an|in|for|on|by|with|your|our|we|us|from|is)(?=\s|$))){0,11}$/;
/** More than an abbreviation. */
const ALL_CAPITALS = /^(?:[^A-Za-z]*[A-Z]){5}[^a-z]*$/;
/** UTF-16 units of a line that are looked at for its capitals. */
const LONGEST_TITLE = 160;
/** UTF-16 units: a line shorter than this did not end because it was full. */
const SHORTEST_WRAPPED = { zh: 15, en: 40 };
/** Shortest run of lines that is a table of contents. */
const SHORTEST_CONTENTS = 3;

/** What the heading rules must know of the place. */
export interface Place {
  unit: Unit;
  next: Unit | undefined;
  language: 'zh' | 'en';
  /** The whole text as given. */
  raw: string;
  /** Nothing but headings stands before it. */
  opening: boolean;
  /** It stands in a list that a sentence introduced. */
  governed: boolean;
}

export function isTitle(text: string): boolean {
  return TITLE.test(text);
}

export function isHeading(place: Place): boolean {
  const { unit, language } = place;
  const { body } = unit;
  if (!unit.last || body === '' || body.length > LONGEST[language] + 10) return false;
  const bare = body.replace(CONTENTS_LINE, '');
  if (bare.length > LONGEST[language]) return false;
  if (unit.first && isTitle(body)) return true;
  if (bare.endsWith('。') || ENDS_SENTENCE.test(bare.slice(-TAIL))) return false;
  if (bare !== body && unit.first) return true;
  if ((CLAUSE_WORDS.test(bare) || looksWrapped(place)) && !HEADING_NOUN.test(bare)) return false;
  return unit.marks.length > 0 || unit.number ? isNumberedHeading(place) : isPlainHeading(place, bare);
}

/** Whether the line may have ended only because it was full, so that the next one goes on. */
function looksWrapped({ unit, next, language, opening }: Place): boolean {
  if (
    (opening && unit.marks.length === 0) ||
    !next ||
    next.marks.length > 0 ||
    next.apart ||
    unit.text.length < SHORTEST_WRAPPED[language]
  )
    return false;
  if (NAMES_A_TOPIC.test(unit.body) || LABEL.test(next.body)) return false;
  return unit.line + 3 >= next.line;
}

function isNumberedHeading(place: Place): boolean {
  const { unit, next } = place;
  const mark = unit.marks.at(-1) ?? unit.number?.marks.at(-1);
  if (!mark || mark.kind === 'bullet' || /[。；：:;]/.test(unit.body)) return false;
  if (unit.body.includes('，') && !NAMES_A_TOPIC.test(unit.body)) return false;
  if (mark.kind === 'part' || mark.kind === 'chapter' || mark.kind === 'section' || mark.kind === 'article')
    return true;
  // In the middle of a line only 一、 opens a heading: "……完成。二、保密条款".
  if (isItem(place) || (!unit.first && !unit.number?.first && mark.kind !== 'han')) return false;
  return next !== undefined && next.marks.at(-1)?.style !== mark.style;
}

/** Whether the line belongs to a list. "8. CREDIT REPORTING" does not, where the next line is in small letters: sections are often numbered like the items in them. */
function isItem({ unit, next, language, raw, governed }: Place): boolean {
  if (!governed || language !== 'en' || !next) return governed;
  const inCapitals = ({ start, end }: Unit): boolean =>
    ALL_CAPITALS.test(raw.slice(start, Math.min(end, start + LONGEST_TITLE)));
  return !inCapitals(unit) || inCapitals(next);
}

function isPlainHeading(place: Place, bare: string): boolean {
  const { unit, next, language, raw, opening } = place;
  if (!unit.first || unit.text.length !== unit.body.length || /[，,。；;：:_]/.test(bare)) return false;
  if (opening) return HEADING_NOUN.test(bare) || unit.at === 0;
  if (!next || isItem(place)) return false;
  const introduces =
    next.marks.length > 0 ||
    next.text.length > LONGEST[language] ||
    next.text.endsWith('。') ||
    (language === 'en' && /[.;]$/.test(next.text.slice(-TAIL)));
  return (
    introduces &&
    (HEADING_NOUN.test(bare) ||
      (language === 'zh' &&
        NAMES_A_TOPIC.test(bare) &&
        next.marks.length === 0 &&
        next.first &&
        next.line > LONGEST.zh * 2) ||
      (language === 'en' && TITLE_CASE.test(raw.slice(unit.start, Math.min(unit.end, unit.start + LONGEST_TITLE)))))
  );
}

/**
 * The units that make up tables of contents: runs of short numbered lines of one style, most of which come back later
 * as headings. Linear.
 */
export function contents(units: readonly Unit[]): ReadonlySet<Unit> {
  const count = new Map<string, number>();
  const entries = units.map(isEntry);
  units.forEach(({ text }, i) => {
    if (entries[i]) count.set(text, (count.get(text) ?? 0) + 1);
  });
  const found = new Set<Unit>();
  let run: Unit[] = [];
  const close = (): void => {
    if (run.length === 0) return;
    const back = run.filter((unit) => (count.get(unit.text) ?? 0) > 1).length;
    if (run.length >= SHORTEST_CONTENTS && back * 2 >= run.length) for (const unit of run) found.add(unit);
    for (const unit of run) count.set(unit.text, (count.get(unit.text) ?? 1) - 1);
    run = [];
  };
  for (const [i, unit] of units.entries()) {
    if (!entries[i]) {
      close();
      continue;
    }
    if (run.length > 0 && (unit.marks[0]?.value ?? 0) === 1 && run[0]?.marks[0]?.style === unit.marks[0]?.style)
      close();
    run.push(unit);
  }
  close();
  return found;
}

function isEntry(unit: Unit): boolean {
  return (
    unit.first &&
    unit.last &&
    unit.marks.length > 0 &&
    unit.body !== '' &&
    unit.text.length <= LONGEST.en &&
    !unit.body.endsWith('。') &&
    !ENDS_SENTENCE.test(unit.body.slice(-TAIL))
  );
}
