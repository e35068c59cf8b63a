/**
 * Who is who in a document: the reader, lender and platform among 甲方 / 乙方 / 丙方 / 丁方, and the terms a document defines
 * ("以下简称“合作方”", '(together "Lending Partners")'), so that the rules can speak of READER, LENDER or PARTNER.
 */
import { linesOf } from '../lines.ts';
import type { Parsed } from '../pipeline.ts';
import { CONCEPTS, conceptId, conceptsOf, type Hits, meaningOf, WordNet } from './lexicon.ts';

export class Roles {
  readonly #also: ReadonlyMap<number, number[]>;
  readonly #full = new Map<number, number>();
  readonly #terms: WordNet | undefined;
  /** Part of cache keys. */
  readonly key: string;

  /**
   * @param also party concept → the concepts it stands for besides
   * @param terms defined term, as in normalised text → the concept that its definition holds
   */
  constructor(also: ReadonlyMap<string, string[]>, terms: ReadonlyMap<string, string> = new Map()) {
    this.#also = new Map([...also].map(([party, concepts]) => [conceptId(party), concepts.map(conceptId)]));
    this.#terms = terms.size === 0 ? undefined : netOf(terms);
    this.key = [...[...also].map(([k, v]) => `${k}=${v.join('+')}`), ...[...terms].map(([k, v]) => `${k}:${v}`)].join(
      ',',
    );
  }

  /** Whether the document names no party and defines no term. */
  get empty(): boolean {
    return this.key === '';
  }

  /** Adds to `out` the words of `found`, with the further concepts that party names stand for, and the defined terms of `text`. */
  scan(text: string, language: 'zh' | 'en', found: Hits, out: Hits): void {
    const lexical = found.length;
    if (this.#terms) this.#terms.scan(text, language, found);
    const { meanings, starts, ends } = found;
    for (let i = 0, term = lexical; i < lexical || term < found.length;) {
      const next = term === found.length || (i < lexical && starts[i]! <= starts[term]!) ? i++ : term++;
      out.add(this.#inFull(meanings[next]!), starts[next]!, ends[next]!);
    }
  }

  /** A meaning with what the parties in it stand for besides. */
  #inFull(meaning: number): number {
    if (this.#also.size === 0) return meaning;
    let full = this.#full.get(meaning);
    if (full === undefined) {
      full = meaningOf(conceptsOf(meaning).flatMap((concept) => [concept, ...(this.#also.get(concept) ?? [])]));
      this.#full.set(meaning, full);
    }
    return full;
  }
}

function netOf(terms: ReadonlyMap<string, string>): WordNet {
  const words = new Map<string, string[]>();
  for (const [term, concept] of terms) words.set(concept, [...(words.get(concept) ?? []), term]);
  return new WordNet(
    [...words].map(([concept, list]) => [concept, { class: CONCEPTS.get(concept)!.class, zh: list, en: list }]),
  );
}

/** Sentences and characters at the beginning in which the parties are named. */
const HEAD = { sentences: 60, chars: 4000 } as const;
/** Points from which a party is believed to play a role. */
const ENOUGH = 2;

const PARTIES: [string, string][] = [
  ['PARTY_A', '甲方'],
  ['PARTY_B', '乙方'],
  ['PARTY_C', '丙方'],
  ['PARTY_D', '丁方'],
];
/** What a party may be called beside its name, and the concept it then stands for. */
const TITLES: [string, string][] = [
  [
    'LENDER',
    '贷款人|贷款方|出借人|出借方|借出方|借出人|贷出方|债权人|放款人|出租人|出租方|投资人|投资方|理财人|资金出借方|资金方|资金提供方|被授权人',
  ],
  [
    'READER',
    '借款人|借款方|借入人|借入方|借入者|资金借入方|借款用户|融资人|融资方|债务人|承租人|承租方|委托人|委托方|授权人|授权方|用户|客户|会员|消费者|采购人|购买人|申请人|担保人|保证人|共同借款人',
  ],
  [
    'PLATFORM',
    '居间人|居间方|居间服务方|居间服务人|居间平台服务商|平台|平台方|平台服务商|服务方|服务商|服务提供商|咨询服务方|管理人|管理方|见证人|咨询方|受托人|受托方|运营方',
  ],
];
/** Between a name and its title: "甲方（以下简称为借款人）", "甲方：（出借人）", "贷款人（甲方）". */
const TO_TITLE = ' ?[：:]? ?[（(【\\[] ?(?:以下)?(?:简称|合称|即|系|以下称)?为? ?[“"]?';
const TO_NAME = ' ?[：:]? ?[（(【\\[]? ?(?:以下)?(?:简称|称)?为?[“"]?';

const expressions = new Map<string, RegExp>();

function expression(source: string): RegExp {
  let found = expressions.get(source);
  if (!found) expressions.set(source, (found = new RegExp(source)));
  return found;
}

/** @param head normalised beginning of the document */
function parties(head: string): Map<string, string[]> {
  const also = new Map<string, string[]>();
  for (const [concept, name] of PARTIES) {
    if (!head.includes(name)) continue;
    const points = new Map<string, number>();
    const count = (role: string, weight: number, source: string): void => {
      if (expression(source).test(head)) points.set(role, (points.get(role) ?? 0) + weight);
    };
    for (const [role, titles] of TITLES) {
      count(role, 4, `${name}${TO_TITLE}(?:${titles})`);
      count(role, 4, `(?:${titles})${TO_NAME}${name}`);
    }
    count('READER', 4, `${name}[：:]\\s?(?:您|你|本人)`);
    const other = '[甲乙丙丁]方';
    count(
      'READER',
      2,
      `${name}(?:有|具有|因|由于|在|申请)[^。；\\n]{0,12}(?:资金需[要求]|借款需[要求]|资金周转|融资需求)`,
    );
    count('READER', 2, `${name}(?:将|自愿)?向(?:特定)?${other}(?:申请)?(?:借款|贷款|融资)`);
    count('READER', 2, `${name}(?:特)?委托${other}(?:向|办理|代)[^。；\\n]{0,12}(?:借款|贷款|融资)`);
    count('READER', 2, `为${name}[^。；\\n]{0,8}(?:提供|办理)[^。；\\n]{0,16}(?:咨询|审核|借款|服务)`);
    count('LENDER', 2, `${name}(?:亦|自愿)?(?:同意|愿意)?(?:向${other})?(?:出借|发放贷款|提供借款|提供贷款)`);
    count('LENDER', 2, `${name}[：:][^。；\\n]{0,30}(?:银行|小额贷款|消费金融|信托|财务公司)`);
    count(
      'PLATFORM',
      2,
      `${name}[：:][^。；\\n甲乙丙丁]{2,30}(?:咨询|信息|科技|网络|管理)[^。；\\n甲乙丙丁]{0,10}公司`,
    );
    count('PLATFORM', 2, `${name}(?:为|系|是)[^。；\\n]{0,30}(?:运营|平台|经营权|居间)`);
    count('PLATFORM', 1, `${name}为${other}[^。；\\n]{0,8}(?:提供|办理)`);
    const [best, second] = [...points].sort((a, b) => b[1] - a[1]);
    if (best && best[1] >= ENOUGH && best[1] > (second?.[1] ?? 0)) also.set(concept, [best[0]]);
  }
  return also;
}

/** A bracket that gives a name to the words before it. */
interface Definition {
  opening: string;
  /** The bracket; its first group holds the quoted names. */
  inside: RegExp;
  /** 1 for the code units that the words before do not reach over. */
  stops: Uint8Array;
  /** UTF-16 units of the words before that are read. */
  longest: number;
}

function stops(characters: string): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const ch of characters) table[ch.charCodeAt(0)] = 1;
  return table;
}

/** "…（以下简称“合作方”或“合作机构”）" · '… (collectively, the "Lending Partners")'. */
const DEFINED: Record<'zh' | 'en', Definition> = {
  zh: {
    opening: '（',
    inside:
      /（[^（）\n]{0,12}?(?:简称|统称|合称|下称|总称|称为|称)(?:为|：)?((?:[、或及和与，]?[“‘"][^”’"\n]{1,16}[”’"]){1,4})[^（）\n]{0,6}）/y,
    stops: stops('。；，：\n（）'),
    longest: 60,
  },
  en: {
    opening: '(',
    inside: /\(([^()\n]{0,40}?["“'‘][^()\n]{1,80}["”'’][^()\n]{0,20})\)/y,
    stops: stops('.;\n()'),
    longest: 120,
  },
};
/** UTF-16 units before the bracket. */
const SHORTEST_DEFINED = 2;
const QUOTED = /[“‘"']([^“”‘’"'\n]{2,30})[”’"']/g;
/** Terms that name no one, or no one in particular. */
const NO_PARTY =
  /协议|合同|政策|条款|规则|授权书|法律|服务$|账户|^[本该]|^第三方|[各双三]方|银$|policy|agreement|terms|services?$|^(?:app|application|website|site|platform|parties|party)$/;
/** Things, whoever stands before the bracket ("the sum that the lender advances (the “Loan”)"); a company may be called so. */
const THING =
  /(?:借款|贷款|款项|本金|额度|信息|资料|数据|费用?|债权|债务|loans?|facilit(?:y|ies)|credit|amounts?|fees?|charges?|interest|data|information|accounts?|emis?|instal?lments?|device|guarantee)$/;
const SELF = /^(?:我们|我方|我司|本公司|我行|本行|本平台|we|us|our)$/;
/** A company that a document calls by what it does with the money. */
const FUNDS = /^(?:资金|放款|贷款|出借|授信|出资)(?:方|人|机构)$/;
const READER_TERM =
  /^(?:您|你|用户|本人|借款人|客户|申请人|you|your|users?|customers?|borrowers?|clients?|applicants?|guarantors?)$/;
const COMPANY =
  /(?:公司|平台|网站|软件|app|客户端|银行|limited|ltd\.?|inc\.?|llc|plc|gmbh|corp\.?|company|app|application|platform|website)["”」』》]?$/;
/** The concepts a defined term can stand for, the telling ones first. */
const DEFINING = ['COLLECTOR', 'BUREAU', 'AFFILIATE', 'CONTACT', 'KIN', 'LENDER', 'PARTNER'];

/** The brackets of a kind, from left to right, each with the words before it. */
function* definitions(text: string, definition: Definition): Generator<{ before: string; inside: string }> {
  const { opening, inside, stops: stop, longest } = definition;
  let end = 0;
  for (let at = text.indexOf(opening); at >= 0; at = text.indexOf(opening, Math.max(at + 1, end))) {
    inside.lastIndex = at;
    const names = inside.exec(text)?.[1];
    if (names === undefined) continue;
    const first = Math.max(end, at - longest);
    let start = at;
    while (start > first && stop[text.charCodeAt(start - 1)] !== 1) start--;
    if (at - start < SHORTEST_DEFINED) continue;
    end = inside.lastIndex;
    yield { before: text.slice(start, at), inside: names };
  }
}

/** @param text normalised */
function terms(text: string, net: () => WordNet, language: 'zh' | 'en'): Map<string, string> {
  const out = new Map<string, string>();
  for (const { before, inside } of definitions(text, DEFINED[language])) {
    const names = [...inside.matchAll(QUOTED)]
      .map((m) => m[1]!.trim().replace(/^the /, '').replace(/,$/, ''))
      .filter((n) => n.length > 1);
    if (names.length === 0 || names.some((n) => READER_TERM.test(n))) continue;
    const defined = names.some((n) => SELF.test(n)) ? 'WE' : defining(before.trim(), net, language);
    const concept = defined === 'PLATFORM' && names.some((n) => FUNDS.test(n)) ? 'LENDER' : defined;
    if (
      concept === 'PLATFORM' &&
      names.some((n) =>
        net()
          .find(n, language)
          .some((h) => DEFINING.includes(h.concept)),
      )
    )
      continue;
    if (!concept) continue;
    const isCompany = concept === 'PLATFORM' || concept === 'WE';
    for (const name of names)
      if (!NO_PARTY.test(name) && !SELF.test(name) && (isCompany || !THING.test(name))) out.set(name, concept);
  }
  return out;
}

/** The concept that the words before a bracket end with. */
function defining(before: string, net: () => WordNet, language: 'zh' | 'en'): string | undefined {
  const tail = before.slice(language === 'zh' ? -24 : -90);
  const hits = net()
    .find(tail, language)
    .filter((h) => DEFINING.includes(h.concept) && h.end >= tail.length - (language === 'zh' ? 6 : 60));
  const best = hits.sort((a, b) => DEFINING.indexOf(a.concept) - DEFINING.indexOf(b.concept) || b.end - a.end)[0];
  return best?.concept ?? (COMPANY.test(before) ? 'PLATFORM' : undefined);
}

/** @param net the lexicon's words; asked for only where a document defines terms */
export function rolesOf(parsed: Parsed, net: () => WordNet): Roles {
  const head = parsed.sentences
    .slice(0, HEAD.sentences)
    .map((s) => s.text)
    .join('\n')
    .slice(0, HEAD.chars);
  const defined = new Map<string, string>();
  const lines = linesOf(parsed);
  for (const language of ['zh', 'en'] as const)
    for (const [term, concept] of terms(lines[language], net, language)) defined.set(term, concept);
  return new Roles(parties(head), defined);
}
