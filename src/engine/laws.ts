/** Which rules of law bear on a finding, from `dict/laws.json` and `dict/law-table.json`. */
import lawTable from '../../dict/law-table.json' with { type: 'json' };
import lawRecords from '../../dict/laws.json' with { type: 'json' };
import type { CategoryId, Effect, Language, LawRef, LenderType, Text } from '../types.ts';
import { literal } from './literal.ts';

/** Where a law holds; `any` is a rule of no place, such as an app store's. */
export type Place = 'CN' | 'HK' | 'IN' | 'KE' | 'PH' | 'TW' | 'UK' | 'US' | 'any';

/** Everything known of a rule of law, for the card. */
export interface Law extends LawRef {
  jurisdiction: Place;
  /** The article word for word, in the language of the law; only where it was compared with an official text. */
  text?: string;
  /** `text` leaves out parts of the article. */
  excerpt?: true;
  /** V1–V3: official text read in that many copies. Q, P: known from quotations or paraphrases, so no article and no text. */
  verified: 'V1' | 'V2' | 'V3' | 'Q' | 'P';
  /** What is not verified about it, or for V1 where its words come from; for the reader. */
  note?: Text;
}

type Lenders = Partial<Record<LenderType | 'any', string[]>>;
type Categories = Partial<Record<CategoryId, Partial<Record<Effect, Lenders>>>>;

const LAWS = new Map((lawRecords as Law[]).map((law) => [law.id, law]));
const TABLE = lawTable.table as Partial<Record<Place, Categories>>;
/** The places whose laws and regulators are named by these words. */
const PLACES = new Map(
  (Object.entries(lawTable.signs) as [Place, string[]][]).flatMap(([place, signs]) =>
    signs.map((sign): [string, Place] => [sign, place]),
  ),
);
const ANY_SIGN = new RegExp([...PLACES.keys()].map(literal).join('|'), 'g');

/** What a report says of each law; findings share it. */
const REFERENCES = new Map([...LAWS].map(([id, found]) => [id, reference(found)]));

/** The full record of a law; undefined for an id that `dict/laws.json` does not hold. */
export function law(id: string): Law | undefined {
  return LAWS.get(id);
}

/**
 * Where a document's law is, from the laws and regulators it names. One place named: that place. Otherwise a document in
 * simplified Chinese is taken to be mainland, and nothing is said of any other.
 * @param raw the text as given
 */
export function placeOf(raw: string, language: Language): Place | undefined {
  const named = new Set(raw.match(ANY_SIGN)?.map((sign) => PLACES.get(sign)!));
  const [only] = named.size === 1 ? named : [];
  return only ?? (language === 'zh-Hans' ? 'CN' : undefined);
}

/**
 * The rules to cite for a finding, most to the point first, three at most. A rule for one type of lender is cited only
 * for that type; an unknown lender gets general law only.
 * @param place what `placeOf` says. Left out, simplified Chinese counts as mainland; any other text gets no law of a place.
 */
export function lawsFor(
  category: CategoryId,
  effect: Effect,
  lenderType: LenderType,
  language: Language,
  place: Place | undefined = language === 'zh-Hans' ? 'CN' : undefined,
): LawRef[] {
  const lenders = TABLE[place ?? 'any']?.[category]?.[effect];
  const ids = lenders?.[lenderType] ?? lenders?.any ?? [];
  return ids.flatMap((id) => REFERENCES.get(id) ?? []);
}

function reference({ id, name, article, inForce, level, binds, plain }: Law): LawRef {
  return {
    id,
    name,
    ...(article === undefined ? {} : { article }),
    ...(inForce === undefined ? {} : { inForce }),
    level,
    binds,
    plain,
  };
}
