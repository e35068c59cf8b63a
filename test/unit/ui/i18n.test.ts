import fs from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import laws from '../../../dict/laws.json';
import platforms from '../../../dict/platforms.json';
import { RULES } from '../../../src/rules/index.ts';
import en from '../../../src/locales/en.json';
import zhCN from '../../../src/locales/zh-CN.json';
import zhTW from '../../../src/locales/zh-TW.json';
import {
  language,
  matchLanguage,
  setLanguage,
  t,
  textIn,
  textOf,
  translate,
  UI_LANGUAGES,
} from '../../../src/ui/i18n.ts';
import { toTraditional } from '../../../src/ui/traditional.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const locales: Record<string, Record<string, string>> = { 'zh-CN': zhCN, 'zh-TW': zhTW, en };
/** OpenCC with the project's own words: what the small table must reproduce. */
const { reference }: { reference: (text: string) => string } = await import(path.join(root, 'scripts/s2t.mjs'));

const placeholders = (message = '') => new Set(Array.from(message.matchAll(/\{(\w+)/g), ([, name]) => name));

describe('locales', () => {
  it.each(Object.keys(locales))('%s has the keys of zh-CN in the same order', (name) => {
    expect(Object.keys(locales[name] ?? {})).toEqual(Object.keys(zhCN));
  });

  it.each(Object.keys(zhCN))('%s takes the same variables in every language', (key) => {
    for (const messages of Object.values(locales)) {
      expect(placeholders(messages[key])).toEqual(placeholders(locales['zh-CN']?.[key]));
    }
  });

  it('never calls a page safe, and never shouts', () => {
    for (const messages of Object.values(locales)) {
      for (const message of Object.values(messages)) expect(message).not.toMatch(/安全|放心|\bsafe\b|!|！/i);
    }
  });

  it('says in zh-TW what a reader in Taiwan says', () => {
    for (const message of Object.values(zhTW))
      expect(message).not.toMatch(/圖標|工具欄|彈窗|屏幕|軟件|默認|網絡|短信|信息|設置|鼠標/);
  });

  it('counts marks in 处: “第 12 条” would be an article of the agreement', () => {
    expect([zhCN['card.position'], zhTW['card.position']]).toEqual(['第 {at} 处，共 {n} 处', '第 {at} 處，共 {n} 處']);
  });

  it('has every key that the code asks for, and no key that nothing asks for', () => {
    const files = fs
      .readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => fs.readFileSync(path.join(root, 'src', file), 'utf8'))
      .join('\n');
    // Keys put together from data: `category.${id}` and the like stand in the code up to the variable.
    const families = [...files.matchAll(/[`'"]([a-z-]+(?:\.[a-z-]+)*\.)\$\{/g)].map(([, family]) => family ?? '');
    const built = (key: string) =>
      files.includes("`${finding.effect === 'limits' ? 'promise' : 'category'}.") && /^(promise|category)\./.test(key);
    const unused = Object.keys(zhCN).filter(
      (key) =>
        !new RegExp(`['"]${key}['"]`).test(files) && !families.some((family) => key.startsWith(family)) && !built(key),
    );
    expect(unused).toEqual([]);
  });

  it('names the extension in each language of the manifest', () => {
    const names = ['zh_CN', 'zh_TW', 'en'].map((locale) => {
      const file = path.join(root, 'public/_locales', locale, 'messages.json');
      const messages: Record<string, { message: string }> = JSON.parse(fs.readFileSync(file, 'utf8'));
      expect(Object.keys(messages)).toEqual(['name', 'description']);
      // The stores cut a description at 132 characters.
      expect(messages['description']?.message.length).toBeLessThanOrEqual(132);
      return messages['name']?.message;
    });
    expect(names).toEqual([zhCN['app.name'], zhTW['app.name'], en['app.name']]);
    expect(names).toEqual(['明条', '明條', 'Mingtiao']);
  });
});

describe('translate', () => {
  it('fills in variables and leaves unknown ones visible', () => {
    expect(translate('en', 'export.saved', { file: 'a.csv' })).toBe('Saved: a.csv');
    expect(translate('en', 'export.saved')).toBe('Saved: {file}');
  });

  it('puts a variable in as it is, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string(), (file) => {
        expect(translate('en', 'export.saved', { file })).toBe(`Saved: ${file}`);
      }),
    );
  });

  it('picks the plural in English and counts in Chinese', () => {
    expect(translate('en', 'popup.count.promise', { n: 1 })).toBe('1 promise');
    expect(translate('en', 'popup.count.promise', { n: 2 })).toBe('2 promises');
    expect(translate('zh-CN', 'popup.count.promise', { n: 1 })).toBe('1 条承诺');
  });
});

describe('choosing a language', () => {
  it.each([
    [['zh-CN'], 'zh-CN'],
    [['zh'], 'zh-CN'],
    [['zh-Hans-HK'], 'zh-CN'],
    [['zh-Hant'], 'zh-TW'],
    [['zh-HK', 'en'], 'zh-TW'],
    [['zh_TW'], 'zh-TW'],
    [['en-GB', 'zh'], 'en'],
    [['fr', 'en'], 'en'],
    [['fr'], 'zh-CN'],
    [[], 'zh-CN'],
  ])('%j → %s', (wanted, expected) => {
    expect(matchLanguage(wanted)).toBe(expected);
  });

  it('is what t and textOf speak from then on', () => {
    const text = { zh: '联系人', en: 'contact' };
    const said = UI_LANGUAGES.map((name) => {
      setLanguage(name);
      expect(language()).toBe(name);
      return [t('app.name'), textOf(text)];
    });
    expect(said).toEqual([
      ['明条', '联系人'],
      ['明條', '聯絡人'],
      ['Mingtiao', 'contact'],
    ]);
  });
});

describe('traditional Chinese', () => {
  const shown: [string, string[]][] = [
    ...RULES.map((rule): [string, string[]] => [
      rule.id,
      [rule.name, rule.why.grants, rule.why.limits, rule.todo.grants, rule.todo.limits].map((text) => text.zh),
    ]),
    ['laws', strings(laws)],
    ['platforms', strings(platforms)],
  ];

  it.each(shown)(
    'of %s reads as OpenCC and our own words give it (else run `node scripts/s2t.mjs`)',
    (_name, texts) => {
      expect(texts.length).toBeGreaterThan(0);
      for (const text of texts) expect(toTraditional(text)).toBe(reference(text));
    },
  );

  it('knows the words in which one character stands for several', () => {
    expect(toTraditional('逾期后联系人')).toBe('逾期後聯絡人');
    expect(toTraditional('发送短信')).toBe('發送簡訊');
    expect(toTraditional('个人信息保护法')).toBe('個人信息保護法');
    expect(toTraditional('个人信息')).toBe('個人資料');
  });

  it('leaves traditional text, Latin and everything else alone', () => {
    expect(toTraditional('緊急聯絡人與通訊錄')).toBe('緊急聯絡人與通訊錄');
    fc.assert(fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => toTraditional(text) === text));
  });

  it('is taken from zh, never from en', () => {
    expect(textIn('zh-TW', { zh: '银行', en: '银行' })).toBe('銀行');
    expect(textIn('en', { zh: '银行', en: '银行' })).toBe('银行');
  });
});

/** Every string in a JSON value that holds Chinese. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return /\p{Script=Han}/u.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}
