/** Which product a document belongs to, from its words; names and aliases are `dict/platforms.json`. */
import platforms from '../../dict/platforms.json' with { type: 'json' };
import { hostOf } from '../address.ts';
import type { LenderType, PlatformRef, Text } from '../types.ts';
import { isLatin } from './latin.ts';
import type { Lender } from './lender/index.ts';
import { normalize } from './normalize/index.ts';
import type { Normalized } from './pipeline.ts';

interface Platform {
  id: string;
  name: Text;
  names?: { hans?: string[]; hant?: string[]; latin?: string[] };
  weak?: string[];
  not?: string[];
  standalone?: true;
  partOf?: string;
  operator?: string;
  lenderType?: LenderType;
  hosts?: string[];
}

interface Name {
  written: string;
  platform: Platform;
  weak: boolean;
}

export interface PlatformQuery {
  normalized: Normalized;
  /** The text as given. */
  raw: string;
  /** Who lends, as the text says. */
  lender: Lender;
  title?: string;
  url?: string;
}

const PLATFORMS = platforms as Platform[];

/** How much a name's place says. A name in running text weighs 1. */
const WEIGHT = { title: 8, heading: 6, early: 2, listed: 0.25, host: 2 };
/** UTF-16 units. */
const EARLY = 300;
const SEARCHED = 200_000;
const LONG = 3_000;
/** A long text that is about a product names it more than once. */
const ENOUGH_IN_LONG = 3;

const compact = (name: string): string => name.toLowerCase().replaceAll(' ', '');

const WRITTEN: Name[] = PLATFORMS.flatMap((platform) => {
  const { hans = [], hant = [], latin = [] } = platform.names ?? {};
  const strong = [hans, hant, latin].flat().map((written) => ({ written, platform, weak: false }));
  return strong.concat((platform.weak ?? []).map((written) => ({ written, platform, weak: true })));
});
const NAMES = new Map(WRITTEN.map((name) => [compact(name.written), name]));

/** A way to write a name, as in normalised text. */
interface Form {
  text: string;
  name: Name;
}

/** A name with and without its blanks: "ant credit pay", "antcreditpay". */
function waysToWrite(name: string): string[] {
  const [first = '', ...others] = name.split(' ');
  return others.reduce((ways, word) => ways.flatMap((way) => [`${way} ${word}`, way + word]), [first]);
}

/** By the pair of code units that they begin with, the longest first. */
const FORMS = new Map<number, Form[]>();
/** Code unit → `FIRST` where a name begins with it, `SECOND` where it is the second one of a name: few pairs are both. */
const PLACES = new Uint8Array(0x10000);
const FIRST = 1;
const SECOND = 2;

const pairAt = (text: string, at: number): number => text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);

for (const { written } of WRITTEN.toSorted((a, b) => b.written.length - a.written.length))
  for (const text of waysToWrite(written.toLowerCase())) {
    const pair = pairAt(text, 0);
    FORMS.set(pair, [...(FORMS.get(pair) ?? []), { text, name: NAMES.get(compact(text))! }]);
    PLACES[text.charCodeAt(0)]! |= FIRST;
    PLACES[text.charCodeAt(1)]! |= SECOND;
  }

/** What stands before and behind one of several names. */
const LISTED_BEFORE: ReadonlySet<string> = new Set('、/');
const LISTED_BEHIND: ReadonlySet<string> = new Set('、/等');
/** A Chinese word before a generic name that is not part of a longer name. */
const MAY_PRECEDE = /(?:[^\p{Script=Han}]|[用在与和及由入录问向过是为即到对至的从册开您本购]|^)$/u;
const OPENS = /["'“‘「『《〈【(（]$/u;
/** What follows a product's name when it is the product that is meant. */
const KIND =
  /^(?: |app)?(?:服务|用户|个人|信用|借款|贷款|隐私|额度|账户|协议|合同|privacy|terms|user|customer|loan|credit|personal|agreement|app)/u;

/**
 * The product a document belongs to, and its lender as the text names it. Text and title decide; the host only strengthens
 * a name found there. A document that names no known product but does name its lender is that lender's (`unlisted`).
 */
export function findPlatform(query: PlatformQuery): PlatformRef | undefined {
  const { lender } = query;
  const platform = best(scores(query));
  if (platform) {
    const lenderType =
      lender.name === undefined && lender.type === 'unknown' ? (platform.lenderType ?? 'unknown') : lender.type;
    return {
      id: platform.id,
      name: platform.name,
      ...(lender.name === undefined ? {} : { lender: lender.name }),
      lenderType,
    };
  }
  if (lender.name === undefined) return undefined;
  return { id: 'unlisted', name: { zh: lender.name, en: lender.name }, lender: lender.name, lenderType: lender.type };
}

function scores({ normalized: { text, units }, raw, title, url }: PlatformQuery): Map<Platform, number> {
  const searched = text.slice(0, SEARCHED);
  const total = new Map<Platform, number>();
  const add = (platform: Platform, weight: number): void =>
    void total.set(platform, (total.get(platform) ?? 0) + weight);

  const opening = searched.trimStart();
  const heading = opening.split('\n', 1)[0] ?? '';
  const inRunningText = new Map<Platform, number>();
  const prominent = new Set<Platform>();
  for (const { platform, at, listed } of mentions(searched, units)) {
    inRunningText.set(platform, (inRunningText.get(platform) ?? 0) + (listed ? WEIGHT.listed : 1));
    if (at < EARLY && !listed) prominent.add(platform);
  }
  for (const [platform, weight] of inRunningText) {
    if (searched.length > LONG && weight < ENOUGH_IN_LONG && !prominent.has(platform)) continue;
    add(platform, Math.min(weight, ENOUGH_IN_LONG) + (prominent.has(platform) ? WEIGHT.early : 0));
  }
  if (isHeading(heading))
    for (const { platform, listed } of mentions(heading, units.subarray(searched.length - opening.length), true))
      if (!listed) add(platform, WEIGHT.heading);
  if (title) {
    const own = normalize(title);
    for (const { platform } of mentions(own.text, own.units, true)) add(platform, WEIGHT.title);
  }

  const host = hostOf(url);
  /** Where words are looked for that mean another product of the name. */
  let page: string | undefined;
  for (const [platform, score] of total) {
    if (platform.not) page ??= `${raw.slice(0, SEARCHED)}\n${url ?? ''}\n${title ?? ''}`.toLowerCase();
    if (platform.not?.some((word) => page!.includes(word.toLowerCase()))) total.delete(platform);
    else if (host !== undefined && platform.hosts?.includes(host)) total.set(platform, score + WEIGHT.host);
  }
  return total;
}

const isHeading = (line: string): boolean => line.length <= 60 && !/[。.;；,，]$/u.test(line.trimEnd());

interface Mention {
  platform: Platform;
  /** UTF-16 offset of the name. */
  at: number;
  /** One of several, as in a list of partners or means of payment. */
  listed: boolean;
}

/** Every mention of a product in normalised text, in order. @param units that begin with those of `text` */
function mentions(text: string, units: Uint16Array, isTitle = false): Mention[] {
  const found: Mention[] = [];
  const { length } = text;
  for (let at = nextBeginning(units, 0, length); at < length; at = nextBeginning(units, at, length)) {
    const form = formAt(text, at);
    const mention = form && mentionOf(form, text, at, isTitle);
    if (mention) found.push(mention);
    at += form?.text.length ?? 1;
  }
  return found;
}

/** Where the next two units stand that a name may begin with, or `end`. */
function nextBeginning(units: Uint16Array, from: number, end: number): number {
  for (let at = from; at < end; at++)
    if ((PLACES[units[at]!]! & FIRST) !== 0 && at + 1 < end && (PLACES[units[at + 1]!]! & SECOND) !== 0) return at;
  return end;
}

/** The longest name at a place; Latin ones only as whole words. */
function formAt(text: string, at: number): Form | undefined {
  return FORMS.get(pairAt(text, at))?.find(
    (form) => text.startsWith(form.text, at) && !splitsWord(text, at) && !splitsWord(text, at + form.text.length),
  );
}

/** Whether a place lies inside a Latin word or number. */
function splitsWord(text: string, at: number): boolean {
  return isLatin(text.charCodeAt(at - 1)) && isLatin(text.charCodeAt(at));
}

/** What a name at a place stands for, if it is meant as one there. */
function mentionOf({ text: written, name }: Form, text: string, at: number, isTitle: boolean): Mention | undefined {
  const { platform, weak } = name;
  const end = at + written.length;
  const before = text.charAt(at - 1);
  if (platform.standalone && !MAY_PRECEDE.test(before)) return undefined;
  if (weak && !meansProduct(before, text.slice(end, end + 16), isTitle)) return undefined;
  return { platform, at, listed: LISTED_BEFORE.has(before) || LISTED_BEHIND.has(text.charAt(end)) };
}

function meansProduct(before: string, after: string, isTitle: boolean): boolean {
  if (OPENS.test(before)) return /^["'”’」』》〉】)）]/u.test(after) || KIND.test(after);
  return isTitle && before === '' && KIND.test(after);
}

function best(scored: Map<Platform, number>): Platform | undefined {
  const ranked = [...scored].filter(([, score]) => score >= 1).toSorted((a, b) => b[1] - a[1]);
  const [first, score] = ranked[0] ?? [];
  if (!first || score === undefined) return undefined;
  // A part is the more exact answer, unless the text is more about the whole.
  return ranked.find(([platform, own]) => platform.partOf === first.id && own >= score)?.[0] ?? first;
}
