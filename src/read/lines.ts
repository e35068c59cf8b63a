/** Lines of print: which of them the width of the page has cut, and what stood at the cut. */

/** How near its right end comes to the longest line's when the width, not the writer, ended it. */
export const FULL = 0.92;
const SENTENCE_END = /[。！？；：!?;:]["”’」』）)】]?$/u;
const NEW_ITEM =
  /^(?:第[一二三四五六七八九十百零〇\d]{1,6}[条章节款]|[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}(?:[.．]\d{1,2}){0,3}[.．、\s]|[①-⑳]|[•·●■])/u;

/** Whether a line that fills the width goes on in the next one. */
export function goesOn(before: string, after: string): boolean {
  return !SENTENCE_END.test(before) && !NEW_ITEM.test(after);
}

/** Latin words need the space that the cut stood for. */
export function glue(before: string, after: string): '' | ' ' {
  return /[\p{Script=Latin}\d,.]$/u.test(before) && /^[\p{Script=Latin}\d]/u.test(after) ? ' ' : '';
}
