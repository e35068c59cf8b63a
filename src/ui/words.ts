/** Words for the parts of a report, the same in popup, card and exports. */
import type { Part } from '../report/merge.ts';
import type { Answer, Finding, LawRef, PlatformRef, Report } from '../types.ts';
import { type MessageKey, textIn, translate, type UiLanguage } from './i18n.ts';
import { toTraditional } from './traditional.ts';

/** How a finding is drawn: by severity, or as a promise. */
export type Level = 'severe' | 'serious' | 'minor' | 'promise';

export function levelOf(finding: Finding): Level {
  if (finding.effect === 'limits') return 'promise';
  return finding.severity === 3 ? 'severe' : finding.severity === 2 ? 'serious' : 'minor';
}

/** How many clauses of a report are severe. */
export function severeIn({ findings }: Pick<Report, 'findings'>): number {
  return findings.filter((finding) => levelOf(finding) === 'severe').length;
}

const LEVEL_KEYS: Record<Level, MessageKey> = {
  severe: 'severity.3',
  serious: 'severity.2',
  minor: 'severity.1',
  promise: 'effect.limits',
};

/** 严重 / 当心 / 留意 / 承诺. */
export function levelWord(language: UiLanguage, finding: Finding): string {
  return translate(language, LEVEL_KEYS[levelOf(finding)]);
}

/** What a finding is, in a few words: "读取手机通讯录", or "承诺不读取通讯录" for a promise. */
export function kindWord(language: UiLanguage, finding: Finding): string {
  return translate(language, `${finding.effect === 'limits' ? 'promise' : 'category'}.${finding.category}`);
}

/**
 * 会 / 有条件 / 承诺不会 / 没有写 / 前后矛盾, worded to answer its question.
 *
 * @param partly some part of the document was not read: what was not found may stand there
 */
export function verdictWord(
  language: UiLanguage,
  { question, verdict }: Pick<Answer, 'question' | 'verdict'>,
  partly = false,
): string {
  if (partly && verdict === 'not-stated') return translate(language, 'verdict.not-stated.partly');
  const own = question === 'recipients' || question === 'withdrawal';
  return translate(language, own ? `verdict.${question}.${verdict}` : `verdict.${verdict}`);
}

/** "《个人信息授权书》", or "这一页" for the page itself. */
export function partName(language: UiLanguage, { name }: Pick<Part, 'name'>): string {
  return name === null ? translate(language, 'consent.this-page') : translate(language, 'consent.name', { name });
}

/** The numbers and headings above a clause as one line, outermost first; "" where it has none. */
export function clausePath(clause: string[]): string {
  return clause.join(' › ');
}

/** The lender as the text names it, with what kind of lender it is, or a sentence saying that it is not named. */
export function lenderLine(language: UiLanguage, { lender, lenderType }: PlatformRef): string {
  if (lender === undefined) return translate(language, 'popup.lender.unknown');
  return translate(language, 'popup.lender.named', {
    name: lender,
    type: translate(language, `lender-type.${lenderType}`),
  });
}

/** "《个人信息保护法》第二十三条", "Personal Information Protection Law, Article 23"; a name with its own 《》 keeps them. */
export function lawTitle(language: UiLanguage, law: LawRef): string {
  const name = textIn(language, law.name);
  if (language === 'en') return law.article === undefined ? name : `${name}, ${englishArticle(law.article)}`;
  const bracketed = name.includes('《') ? name : `《${name}》`;
  const article = law.article ?? '';
  return bracketed + (language === 'zh-TW' ? toTraditional(article) : article);
}

const ARTICLE = /^第([零〇一二三四五六七八九十百千]{1,9})条(?:之([一二三四五六七八九十]{1,2}))?/;

/** "第五十条之一(五)" → "Article 50-1(五)"; anything of another form stays as it is. */
function englishArticle(article: string): string {
  return article.replace(ARTICLE, (_all, number: string, of?: string) => {
    return `Article ${chineseNumber(number)}${of === undefined ? '' : `-${chineseNumber(of)}`}`;
  });
}

const DIGITS = '零一二三四五六七八九';
const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

function chineseNumber(text: string): number {
  let total = 0;
  let digit = 0;
  for (const char of text.replaceAll('〇', '零')) {
    const unit = UNITS[char];
    if (unit === undefined) {
      digit = DIGITS.indexOf(char);
    } else {
      total += (digit || 1) * unit;
      digit = 0;
    }
  }
  return total + digit;
}
