/** Which language and script a text is in. */
import { characters, Kind } from '../normalize/characters.ts';
import type { Parsed, Sentence } from '../pipeline.ts';

/** A Chinese character says about as much as this many Latin letters. */
const LETTERS_PER_CHARACTER = 4;
/** In one sentence Latin names weigh less: "接入的SDK：Example Analytics Kit" is Chinese. */
const LETTERS_PER_CHARACTER_IN_SENTENCE = 10;
/** A language counts as present from this share on. */
const PRESENT = 0.15;

/** The language of a sentence in normalised form; undefined when it has neither Chinese characters nor Latin letters. */
export function sentenceLanguage(text: string): Sentence['language'] | undefined {
  const { kind } = characters();
  let han = 0;
  let latin = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (kind[unit] === Kind.Han) {
      han++;
      // Enough to outweigh Latin letters only.
      if (han * LETTERS_PER_CHARACTER_IN_SENTENCE >= text.length) return 'zh';
    } else if (unit >= 0x61 && unit <= 0x7a) latin++;
  }
  if (han === 0 && latin === 0) return undefined;
  return han * LETTERS_PER_CHARACTER_IN_SENTENCE >= latin ? 'zh' : 'en';
}

/** What a UTF-16 unit says of the language and script that it stands in. */
const Sign = { None: 0, Latin: 1, Han: 2, Traditional: 3, Simplified: 4 } as const;
let signs: Uint8Array | undefined;

function signTable(): Uint8Array {
  const { kind, script } = characters();
  const table = new Uint8Array(0x10000);
  for (let unit = 0; unit < table.length; unit++) if (kind[unit] === Kind.Han) table[unit] = Sign.Han + script[unit]!;
  for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz') table[letter.charCodeAt(0)] = Sign.Latin;
  return table;
}

/** The language of a document, from its text as given. */
export function documentLanguage(raw: string): Parsed['language'] {
  signs ??= signTable();
  const count = new Uint32Array(Sign.Simplified + 1);
  for (let i = 0; i < raw.length; i++) count[signs[raw.charCodeAt(i)]!]!++;
  const latin = count[Sign.Latin]!;
  const traditional = count[Sign.Traditional]!;
  const simplified = count[Sign.Simplified]!;
  const han = count[Sign.Han]! + traditional + simplified;
  const english = latin / LETTERS_PER_CHARACTER;
  const share = han / (han + english || 1);
  if (han === 0 && latin > 0) return 'en';
  if (share < PRESENT) return latin > 0 ? 'en' : 'zh-Hans';
  if (share < 0.5) return 'mixed';
  return traditional > simplified ? 'zh-Hant' : 'zh-Hans';
}
