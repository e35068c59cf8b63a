import en from '../locales/en.json' with { type: 'json' };
import zhCN from '../locales/zh-CN.json' with { type: 'json' };
import zhTW from '../locales/zh-TW.json' with { type: 'json' };
import type { Text } from '../types.ts';
import { toTraditional } from './traditional.ts';

export const UI_LANGUAGES = ['zh-CN', 'zh-TW', 'en'] as const;
/** A language the interface is written in; each is a BCP 47 tag fit for a `lang` attribute. */
export type UiLanguage = (typeof UI_LANGUAGES)[number];
/** What a person can choose: a language, or the browser's own. */
export type LanguageSetting = 'auto' | UiLanguage;
export type MessageKey = keyof typeof zhCN;
export type Vars = Record<string, string | number>;

const messages: Record<UiLanguage, Record<MessageKey, string>> = { 'zh-CN': zhCN, 'zh-TW': zhTW, en };

/** `{name}` is replaced by the variable, `{name|one|many}` by one of two words according to whether it is 1. */
const PLACEHOLDER = /\{(\w{1,20})(?:\|([^|{}]{0,40})\|([^|{}]{0,40}))?\}/g;

/** A message of the interface in `language`. A variable that is not given stays visible as `{name}`. */
export function translate(language: UiLanguage, key: MessageKey, vars: Vars = {}): string {
  return messages[language][key].replace(PLACEHOLDER, (all: string, name: string, one?: string, many?: string) => {
    const value = vars[name];
    if (value === undefined) return all;
    return one === undefined || many === undefined ? String(value) : value === 1 ? one : many;
  });
}

/** The side of `text` that readers of `language` understand; traditional Chinese is derived from `zh`. */
export function textIn(language: UiLanguage, text: Text): string {
  if (language === 'en') return text.en;
  return language === 'zh-TW' ? toTraditional(text.zh) : text.zh;
}

/**
 * The first of `wanted` (BCP 47 tags, best first) that the interface is written in, else simplified Chinese. Chinese with
 * script Hant, or of Taiwan, Hong Kong or Macau, is traditional.
 */
export function matchLanguage(wanted: readonly string[]): UiLanguage {
  for (const tag of wanted) {
    const subtags = tag.toLowerCase().split(/[-_]/);
    if (subtags[0] === 'en') return 'en';
    if (subtags[0] !== 'zh') continue;
    if (subtags.includes('hans')) return 'zh-CN';
    return subtags.some((s) => ['hant', 'tw', 'hk', 'mo'].includes(s)) ? 'zh-TW' : 'zh-CN';
  }
  return 'zh-CN';
}

let current = resolve('auto');

function resolve(setting: LanguageSetting): UiLanguage {
  return setting === 'auto' ? matchLanguage(globalThis.navigator?.languages ?? []) : setting;
}

/** Sets the language of `t` and `textOf` for this script; `auto` asks the browser. */
export function setLanguage(setting: LanguageSetting): void {
  current = resolve(setting);
}

/** The language now in use, for `lang` attributes and exports. */
export function language(): UiLanguage {
  return current;
}

/** `translate` in the language now in use. */
export function t(key: MessageKey, vars?: Vars): string {
  return translate(current, key, vars);
}

/** `textIn` in the language now in use. */
export function textOf(text: Text): string {
  return textIn(current, text);
}
