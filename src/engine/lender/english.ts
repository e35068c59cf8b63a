/** The lender by its English name, found from the words that give a company the lender's part. */
import type { NamedLender } from './index.ts';

/** What the lender is called: any company may be. */
const LENDS = /^(?:lender|creditor)$/i;
/** A word in quotes ('the "Lender"', '“we”, “us” or “our”'), or right before a name ("Lender: ", "Your lender is"). */
const CALLED =
  /["“‘'](?:the )?(lender|creditor|we|us|our)["”’']|(?:(?:^|\n)[ \t\d.)]*(?:name of )?(?:the )?(lender|creditor)(?:['’]s name)?[ \t]*[:：]|\b(?:the|your) (lender|creditor) is(?= [A-Z]))/gi;
/** What stands between a name and its bracket, or in the bracket before the word: 'Limited, a company of …, (hereinafter the "Lender")'. */
const OPENS_BRACKET = /[(（][^()（）]*$/;
/** The same without a bracket: 'hereinafter referred to as "the Lender"'. */
const STYLED = /(?:referred to|called|known|styled) (?:as )?$/i;
/** Whoever else was named before. */
const OTHER_PARTY = /borrower/i;
/** Behind a word in quotes, before the name it stands for; other words for the same may stand between: '"we", "us" and "our" mean'. */
const MEANS = /\b(?:shall mean|means?|refers? to|is|are)\s/i;
const ITSELF: ReadonlySet<string> = new Set(['and', 'or', 'we', 'us', 'our', 'the', 'lender', 'creditor']);
/** Not the dot of "Inc." or "Ltd.", which a small letter or a bracket follows. */
const SENTENCE_END = /(?<!\b(?:Co|Pvt|Pty|Inc|Ltd|Corp))[.;]\s+(?=[A-Z])|\n/;
/** UTF-16 units before and behind such a word in which a name may stand; a party may be described at length. */
const REACH = 300;

const WORD = String.raw`[A-Z0-9][\w&.'’-]*`;
/** What a company's name ends in. */
const FORM = String.raw`(?:(?:Private|Pvt\.?|Pty\.?|Co\.?,?) )?(?:Limited|LIMITED|L[Tt][Dd]|I[Nn][Cc]|Incorporated|LLC|L\.L\.C|LLP|P[Ll][Cc]|Corp|Corporation|Company|Co|Bank|BANK|N\.A|Berhad|Bhd|Cooperative|Credit Union)(?!\w)\.?`;
/** Words with capitals up to "Limited" and the like: "Bank of Example Limited", "Example & Sons, Inc.". */
const NAME = new RegExp(
  String.raw`(?:${WORD}(?:,? (?:(?:of|for|and|&) )?${WORD}){0,8}?,? )?${FORM}(?: of (?:the )?${WORD}(?: ${WORD}){0,3})?(?:,? ${FORM})?`,
  'g',
);
/** Words with a capital before a name that are no part of it: "This Agreement is between You and …". */
const BEFORE_NAME =
  /^(?:.* )?(?:agreement|among|between|borrower|by|contract|creditor|customer|from|lender|parties|party|with|you)(?: and)? (?=[A-Z0-9])|^(?:an?|and|at|for|i|in|it|of|on|our|the|this|to|us|we|your) (?=[A-Z0-9])/i;
const BANK = /\bbank\b|\bN\.A\b/i;

/**
 * A company counts where it is called the lender; a bank also where it is "we". English names do not say who is licensed to
 * lend, so that any other kind is unknown.
 */
export function englishLenders(head: string): NamedLender[] {
  const lenders: NamedLender[] = [];
  for (const match of head.matchAll(CALLED)) {
    const [, quoted, announced = match[3]] = match;
    const word = (quoted ?? announced)!;
    const end = match.index + match[0].length;
    const name =
      (quoted && nameBefore(head.slice(Math.max(0, match.index - REACH), match.index))) ||
      nameBehind(head.slice(end, end + REACH), !quoted);
    if (!name) continue;
    const isBank = BANK.test(name);
    if (isBank || LENDS.test(word)) lenders.push({ name, type: isBank ? 'bank' : 'unknown' });
  }
  return lenders;
}

/** The last company named in the sentence before the bracket that the text ends in, or the one whose description it ends. */
function nameBefore(text: string): string | undefined {
  const open = OPENS_BRACKET.exec(text);
  const sentence = text.slice(0, open?.index).split(SENTENCE_END).at(-1)!;
  if (open) return names(sentence).at(-1);
  return STYLED.test(text) ? names(sentence.split(OTHER_PARTY).at(-1)!)[0] : undefined;
}

/** The company named right behind. @param announced whether nothing needs to stand between, such as "means" */
function nameBehind(text: string, announced: boolean): string | undefined {
  const named = announced ? text : behindMeans(text);
  const after = named?.trimStart().split(/[(（;\n]/, 1)[0] ?? '';
  const [name] = names(after);
  return name !== undefined && after.startsWith(name) ? name : undefined;
}

function behindMeans(text: string): string | undefined {
  const means = MEANS.exec(text);
  const between = text.slice(0, means?.index).match(/[a-z]+/gi) ?? [];
  return means && between.every((word) => ITSELF.has(word.toLowerCase()))
    ? text.slice(means.index + means[0].length)
    : undefined;
}

/** The companies named in a text, in order. */
const names = (text: string): string[] =>
  Array.from(text.replace(/\s/g, ' ').matchAll(NAME), ([name]) => name.replace(BEFORE_NAME, ''));
