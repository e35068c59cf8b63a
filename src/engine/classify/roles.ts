/** Who is the reader among 甲方 / 乙方 / 丙方: read from the parties clause, so that rules can speak of READER and LENDER. */
import type { Parsed } from '../pipeline.ts';

export class Roles {
  readonly #also: ReadonlyMap<string, string[]>;
  /** Part of cache keys. */
  readonly key: string;

  constructor(also: ReadonlyMap<string, string[]>) {
    this.#also = also;
    this.key = [...also].map(([k, v]) => `${k}=${v.join('+')}`).join(',');
  }

  /** The further concepts that a party name stands for in this document. */
  also(concept: string): readonly string[] {
    return this.#also.get(concept) ?? [];
  }
}

const PARTIES: [string, string][] = [
  ['PARTY_A', '甲方'],
  ['PARTY_B', '乙方'],
  ['PARTY_C', '丙方'],
  ['PARTY_D', '丁方'],
];
/** What a party may be called beside its name, and the concept it then stands for. */
const TITLES: [string, string][] = [
  [
    'READER',
    '(?:借款人|借款方|借入人|借款用户|债务人|承租人|委托人|授权人|受让方|用户|客户|消费者|担保人|保证人|申请人)',
  ],
  ['LENDER', '(?:贷款人|贷款方|出借人|出借方|债权人|放款人|出租人|投资人|被授权人|受托人|资金方)'],
  ['PLATFORM', '(?:居间人|居间方|居间服务人|平台|平台方|服务方|服务商|管理人|咨询方|咨询服务商)'],
];

/** @param head normalised beginning of the document; parties are named there */
export function rolesOf(parsed: Parsed): Roles {
  const head = parsed.sentences
    .slice(0, 60)
    .map((s) => s.text)
    .join('\n')
    .slice(0, 4000);
  const also = new Map<string, string[]>();
  for (const [concept, name] of PARTIES)
    for (const [role, titles] of TITLES) {
      // 甲方(借款人) · 甲方:借款人 · 借款人(以下简称甲方) · 借款人(甲方)
      const after = new RegExp(`${name}\\s?[（(:：,，、]{0,2}\\s?(?:即|为|是|指)?\\s?${titles}`);
      const before = new RegExp(`${titles}[^，。；\\n]{0,12}[（(]?(?:以下|下)?(?:简称|称)?(?:为|:|：)?[“"「]?${name}`);
      if (after.test(head) || before.test(head)) {
        also.set(concept, [role]);
        break;
      }
    }
  return new Roles(also);
}
