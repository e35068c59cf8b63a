import { describe, expect, it } from 'vitest';
import table from '../../../dict/law-table.json' with { type: 'json' };
import records from '../../../dict/laws.json' with { type: 'json' };
import { law, lawsFor, placeOf } from '../../../src/engine/laws.ts';
import type { Effect, LenderType } from '../../../src/types.ts';
import { CATEGORIES } from '../../../src/types.ts';

const cited = Object.values(table.table)
  .flatMap((categories) => Object.values(categories))
  .flatMap((effects) => Object.values(effects))
  .flatMap((lenders) => Object.values(lenders as Record<string, string[]>))
  .flat();
const LENDERS: LenderType[] = ['bank', 'consumer-finance', 'micro-loan', 'platform', 'unknown'];
const ids = (...args: Parameters<typeof lawsFor>): string[] => lawsFor(...args).map(({ id }) => id);

describe('laws.json', () => {
  it('holds exactly the rules that some flag cites', () => {
    expect([...new Set(cited)].toSorted()).toEqual(records.map(({ id }) => id).toSorted());
  });

  it.each(records)('$id gives an article and words only where they were read', (record) => {
    const quoted = 'text' in record || 'article' in record;
    expect(quoted).toBe(/^V[123]$/u.test(record.verified));
    for (const words of [record.name, record.binds, record.plain]) expect(words.zh + words.en).not.toMatch(/第[一二三四五六七八九十百千]+条/u);
  });

  it('uses the numbers of the Cybersecurity Law in force since 2026', () => {
    expect(law('CSL-43')).toMatchObject({ article: '第四十三条', inForce: '2026-01-01' });
    expect(law('CSL-43')?.text).toContain('不得收集与其提供的服务无关的个人信息');
    expect(law('PSA-50')).toMatchObject({ article: '第五十条', inForce: '2026-01-01' });
  });

  it('never cites the E-Commerce Law, nor calls the address book sensitive information', () => {
    expect(JSON.stringify(records)).not.toContain('电子商务法');
    expect(cited).not.toContain('PIPL-28');
  });

  it('states the exception to separate consent, and whose consent a contact needs', () => {
    expect(law('PIPL-23')?.plain.zh).toContain('除法律规定不需要同意的情形');
    expect(law('PIPL-13')?.plain.zh).toContain('你替联系人勾选，不等于他同意');
  });

  it('says of a standard and of self-regulation that they are not law', () => {
    for (const id of ['GBT45251', 'CBA-2026', 'GP-LOANS']) expect(law(id)?.level.zh).toContain('不是法律');
  });

  it('knows no law that it does not hold', () => {
    expect(law('PIPL-999')).toBeUndefined();
  });
});

describe('lawsFor', () => {
  const effects: Effect[] = ['grants', 'limits'];
  it.each(CATEGORIES)('cites one to three rules for %s in a mainland document, whoever lends', (category) => {
    const grouped = category.startsWith('consent') ? (['grants'] as const) : effects;
    for (const effect of grouped)
      for (const lender of LENDERS) {
        const laws = ids(category, effect, lender, 'zh-Hans');
        expect(laws.length, `${category} ${effect} ${lender}`).toBeGreaterThanOrEqual(1);
        expect(laws.length).toBeLessThanOrEqual(3);
      }
  });

  it('follows the lender for collecting from other people', () => {
    expect(ids('contact-reach', 'grants', 'consumer-finance', 'zh-Hans')[0]).toBe('CFC-56');
    expect(ids('contact-reach', 'grants', 'micro-loan', 'zh-Hans')[0]).toBe('MCC-6');
    expect(ids('contact-reach', 'grants', 'bank', 'zh-Hans')).toContain('IL-COL');
    expect(ids('share-collector', 'grants', 'consumer-finance', 'zh-Hans')[0]).toBe('CFC-57');
    expect(ids('share-collector', 'grants', 'bank', 'zh-Hans')).toContain('BIC-41');
  });

  it('cites no rule for one kind of lender where the lender is unknown or another', () => {
    const only: Record<string, LenderType[]> = { CFC: ['consumer-finance'], MCC: ['micro-loan'], BIC: ['bank'], IL: ['bank'], FCP: ['bank'] };
    for (const category of CATEGORIES)
      for (const effect of effects)
        for (const lender of LENDERS)
          for (const id of ids(category, effect, lender, 'zh-Hans')) {
            const allowed = only[id.split('-')[0] ?? ''];
            if (allowed) expect(allowed, `${category} ${lender} ${id}`).toContain(lender);
          }
  });

  it('limits an unknown lender to general law and the national standard for collection', () => {
    for (const category of ['contact-collect', 'contact-reach', 'debt-disclosure', 'share-collector'] as const)
      for (const id of ids(category, 'grants', 'unknown', 'zh-Hans')) expect(id).toMatch(/^(?:PIPL-|CC-|PSA-|NDR-|GBT45251)/u);
  });

  it('cites no Chinese law for a document of another place', () => {
    for (const category of CATEGORIES)
      for (const language of ['en', 'zh-Hant', 'mixed'] as const)
        for (const id of ids(category, 'grants', 'unknown', language)) expect(law(id)?.jurisdiction).toBe('any');
    for (const category of CATEGORIES)
      for (const place of ['HK', 'TW', 'US', 'UK', 'IN', 'KE', 'PH'] as const)
        for (const id of ids(category, 'grants', 'unknown', 'en', place)) expect([place, 'any']).toContain(law(id)?.jurisdiction);
  });

  it('gives what the contract of a reference asks for, without the article’s words', () => {
    expect(lawsFor('share-partner', 'grants', 'unknown', 'zh-Hans')[0]).toEqual({
      id: 'PIPL-23',
      name: { zh: '个人信息保护法', en: 'Personal Information Protection Law' },
      article: '第二十三条',
      inForce: '2021-11-01',
      level: { zh: '法律', en: 'statute' },
      binds: law('PIPL-23')?.binds,
      plain: law('PIPL-23')?.plain,
    });
  });
});

describe('placeOf', () => {
  it.each([
    ['本协议适用法律。', 'zh-Hans', 'CN'],
    ['本公司依個人資料保護法告知您下列事項，並得向聯徵中心查詢。', 'zh-Hant', 'TW'],
    ['閣下的資料受《個人資料（私隱）條例》保障。', 'zh-Hant', 'HK'],
    ['本協議適用中華人民共和國法律。', 'zh-Hant', 'CN'],
    ['您同意我們聯絡您的緊急聯絡人。', 'zh-Hant', undefined],
    ['This agreement is subject to the Consumer Credit Act 1974.', 'en', 'UK'],
    ['We follow the Fair Credit Reporting Act.', 'en', 'US'],
    ['We are supervised by the Reserve Bank of India and the Central Bank of Kenya.', 'en', undefined],
    ['We may share your data.', 'en', undefined],
    ['本协议适用中华人民共和国法律；香港客户适用《个人资料（私隐）条例》。', 'zh-Hans', 'CN'],
  ] as const)('%s', (text, language, place) => {
    expect(placeOf(text, language)).toBe(place);
  });
});
