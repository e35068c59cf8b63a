/** What each UTF-16 code unit becomes, and what kind of character it then is. */
import HKVariantsRev from 'opencc-js/dict/HKVariantsRev';
import TSCharacters from 'opencc-js/dict/TSCharacters';
import TWVariantsRev from 'opencc-js/dict/TWVariantsRev';
import own from '../../../dict/characters.json';

/** Kinds of code units, as they stand after mapping. `Other` covers Latin, digits, symbols and surrogates. */
export const Kind = {
  Other: 0,
  Han: 1,
  HanPunctuation: 2,
  Ascii: 3,
  Blank: 4,
  LineBreak: 5,
  Dropped: 6,
  SharedPunctuation: 7,
} as const;

export interface Characters {
  /** Code unit → normalised code unit. */
  to: Uint16Array;
  /** Code unit → what it becomes where that is a Chinese character, else 0. */
  han: Uint16Array;
  /** Code unit → `Kind` of its normalised form. `Ascii` marks the ASCII punctuation that has a Chinese twin. */
  kind: Uint8Array;
  /** 1: only in Traditional text; 2: only in Simplified text; 0: no evidence. */
  script: Uint8Array;
}

/** ASCII punctuation and its Chinese twin. */
const TWINS: readonly (readonly [string, string])[] = [
  [',', '，'],
  [';', '；'],
  [':', '：'],
  ['?', '？'],
  ['!', '！'],
  ['(', '（'],
  [')', '）'],
];

/** Code unit of ASCII punctuation → code unit of its Chinese twin, 0 where it has none. */
export const CHINESE_TWIN = new Uint16Array(128);
for (const [ascii, chinese] of TWINS) CHINESE_TWIN[ascii.charCodeAt(0)] = chinese.charCodeAt(0);

/** One form for punctuation that differs by region, by width or by typesetting. */
const SAME_PUNCTUATION =
  '「“」”『‘』’｢“｣”｡。､、･·・·‧·﹐，﹑、﹒.﹔；﹕：﹖？﹗！﹙（﹚）︰：︵（︶）﹃‘﹄’﹁“﹂”‐-‑-‒-−-﹣-；；';

/** Full-width forms that Chinese text uses as its own punctuation stay as they are. */
const FULL_WIDTH_KEPT = new Set('，：；！？（）');

const DROPPED: readonly (readonly [number, number])[] = [
  [0x0000, 0x0008],
  [0x000e, 0x001f],
  [0x007f, 0x0084],
  [0x0086, 0x009f],
  [0x00ad, 0x00ad],
  [0x034f, 0x034f],
  [0x061c, 0x061c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff9, 0xfffb],
];

const BLANK =
  '\t\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\u2800';
const HAN_PUNCTUATION = '，。；：？！（）、《》〈〉【】〔〕〖〗';
/** Punctuation that Chinese and Latin text share: no sign of either. */
const SHARED_PUNCTUATION = '“”‘’…—·';

const HAN: readonly (readonly [number, number])[] = [
  [0x3005, 0x3007],
  [0x3105, 0x312f],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xf900, 0xfaff],
];

let built: Characters | undefined;

/** The tables; built at the first call (some ms), then kept. */
export function characters(): Characters {
  built ??= build();
  return built;
}

function pairs(dict: string): [string, string][] {
  return dict.split('|').map((entry) => {
    const [from = '', to = ''] = entry.split(' ');
    return [from, to];
  });
}

/** Traditional → Simplified, one UTF-16 unit for one: entries that would change lengths are left out. */
function simplified(): Map<string, string> {
  const base = new Map(pairs(TSCharacters));
  const all = new Map(base);
  // Regional forms (衛, 説, 洩) go through the standard Traditional one.
  for (const [from, to] of [...pairs(HKVariantsRev), ...pairs(TWVariantsRev)])
    if (!base.has(from)) all.set(from, base.get(to) ?? to);
  for (const [from, to] of Object.entries(own.traditional)) all.set(from, to);
  // As common in Simplified text as in Traditional, with another meaning.
  for (const from of own.keep) all.delete(from);
  for (const [from, to] of all) if (from.length !== 1 || to.length !== 1 || from === to) all.delete(from);
  return all;
}

function build(): Characters {
  const to = new Uint16Array(0x10000).map((_, unit) => unit);
  const kind = new Uint8Array(0x10000);
  const script = new Uint8Array(0x10000);
  const set = (from: string, target: string): void => {
    to[from.charCodeAt(0)] = target.charCodeAt(0);
  };

  for (let unit = 0; unit < 0x530; unit++) {
    const lower = String.fromCharCode(unit).toLowerCase();
    if (lower.length === 1) to[unit] = lower.charCodeAt(0);
  }
  for (let unit = 0xff01; unit <= 0xff5e; unit++) {
    if (FULL_WIDTH_KEPT.has(String.fromCharCode(unit))) continue;
    set(String.fromCharCode(unit), String.fromCharCode(unit - 0xfee0).toLowerCase());
  }
  for (let i = 0; i + 1 < SAME_PUNCTUATION.length; i += 2)
    set(SAME_PUNCTUATION[i] ?? '', SAME_PUNCTUATION[i + 1] ?? '');

  // Compatibility ideographs and Kangxi radicals have a canonical twin; most of the radicals supplement has none.
  for (const [first, last] of [
    [0x2e80, 0x2fdf],
    [0xf900, 0xfaff],
  ] as const)
    for (let unit = first; unit <= last; unit++) {
      const form = String.fromCharCode(unit).normalize('NFKC');
      if (form.length === 1) to[unit] = form.charCodeAt(0);
    }
  for (const [from, target] of Object.entries(own.radicals)) set(from, target);

  const chinese = simplified();
  for (let unit = 0; unit < 0x10000; unit++) {
    const target = chinese.get(String.fromCharCode(to[unit] ?? 0));
    if (target === undefined) continue;
    to[unit] = target.charCodeAt(0);
    script[unit] = 1;
  }
  // The target of a mapping that is not itself in use in Traditional text. A few (后, 里, 只) are; they are outnumbered.
  for (const target of chinese.values()) {
    const unit = target.charCodeAt(0);
    if (script[unit] === 0) script[unit] = 2;
  }

  const mark = (unit: number, value: number): void => {
    kind[unit] = value;
  };
  for (const [first, last] of HAN) for (let unit = first; unit <= last; unit++) mark(unit, Kind.Han);
  for (const ch of HAN_PUNCTUATION) mark(ch.charCodeAt(0), Kind.HanPunctuation);
  for (const ch of SHARED_PUNCTUATION) mark(ch.charCodeAt(0), Kind.SharedPunctuation);
  for (const [ascii] of TWINS) mark(ascii.charCodeAt(0), Kind.Ascii);
  // The kind of a code unit is that of what it becomes.
  for (let unit = 0; unit < 0x10000; unit++) kind[unit] = kind[to[unit] ?? 0] ?? 0;
  for (const [first, last] of DROPPED) for (let unit = first; unit <= last; unit++) mark(unit, Kind.Dropped);
  for (const ch of BLANK) mark(ch.charCodeAt(0), Kind.Blank);
  mark(0x0a, Kind.LineBreak);
  const han = to.map((target, unit) => (kind[unit] === Kind.Han ? target : 0));
  return { to, han, kind, script };
}
