/** The units that findings are counted in, cut on the text as given. */

/** UTF-16 unit → 1 where it ends a unit, 2 where it may close what has ended, 3 where it is white space. */
const ROLE = new Uint8Array(0x10000);
for (const ch of '。！？；!?;') ROLE[ch.charCodeAt(0)] = 1;
for (const ch of '”’」』）)】"\'') ROLE[ch.charCodeAt(0)] = 2;
for (const ch of '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff')
  ROLE[ch.charCodeAt(0)] = 3;
const LINE_BREAK = 0x0a;
const FULL_STOP = 0x2e;
/** Most characters of a text lie here, and end nothing. */
const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fff;
const ENGLISH_END = /^\.["”’)]*\s+["“(]?[A-Z]/;
/** How far behind a full stop the next sentence must begin. */
const ENGLISH_REACH = 8;

/**
 * [start, end) UTF-16 offsets of the units of `text`, in order. A unit ends at a line break, behind 。！？；!?; with the closing
 * quotes and brackets that follow, or behind ". " before a capital. Units of white space only are left out.
 */
export function units(text: string): [number, number][] {
  const found: [number, number][] = [];
  let start = 0;
  const push = (end: number): void => {
    if (!isBlank(text, start, end)) found.push([start, end]);
    start = end;
  };
  for (let i = nextEnd(text, 0); i < text.length; i = nextEnd(text, i)) {
    const unit = text.charCodeAt(i);
    i++;
    if (unit === LINE_BREAK) {
      push(i - 1);
      start = i;
    } else if (unit !== FULL_STOP || ENGLISH_END.test(text.slice(i - 1, i - 1 + ENGLISH_REACH))) {
      while (i < text.length && ROLE[text.charCodeAt(i)] === 2) i++;
      push(i);
    }
  }
  push(text.length);
  return found;
}

/** Where the next character stands that may end a unit, or the end. */
function nextEnd(text: string, from: number): number {
  const { length } = text;
  for (let at = from; at < length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= FIRST_HAN && unit <= LAST_HAN) continue;
    if (ROLE[unit] === 1 || unit === LINE_BREAK || unit === FULL_STOP) return at;
  }
  return length;
}

function isBlank(text: string, start: number, end: number): boolean {
  return blankEnd(text, start, end) === end;
}

/** Where the white space that begins at `start` ends, `end` at the latest. */
export function blankEnd(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && ROLE[text.charCodeAt(at)] === 3) at++;
  return at;
}

/** Where the white space that ends at `end` begins, `start` at the earliest. */
export function blankStart(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && ROLE[text.charCodeAt(at - 1)] === 3) at--;
  return at;
}

/** Indices of the units a span stands for: those it covers by half or more, and the one that holds half or more of it. */
export function unitsOf([from, to]: readonly [number, number], all: readonly (readonly [number, number])[]): number[] {
  return all.flatMap(([start, end], i) => {
    const overlap = Math.min(to, end) - Math.max(from, start);
    return overlap > 0 && (overlap * 2 >= end - start || overlap * 2 >= to - from) ? [i] : [];
  });
}
