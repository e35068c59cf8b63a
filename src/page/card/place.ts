/** Where the card of a passage, and the panel of a document, stand. Sets a transform, never a position: nothing is laid out anew. */
import type { Box } from '../beside/place.ts';

/** Windows narrower than this show cards as a sheet at the bottom; in CSS px, as everything here. */
export const SHEET_WIDTH = 600;
/** Room between card, passage and the edges of the window. */
const GAP = 8;
const RAIL_WIDTH = 60;
/** With less room than this the card covers part of its passage. */
const LEAST_HEIGHT = 240;

export function isSheet({ width }: { width: number }): boolean {
  return width < SHEET_WIDTH;
}

/** Below the passage, above it where there is no room, always inside the window; a sheet at the bottom on phones. */
export function placeCard(
  card: HTMLElement,
  passage: readonly Box[],
  { width, height }: { width: number; height: number },
  sheet: boolean,
): void {
  const top = Math.min(...passage.map((box) => box.y));
  const bottom = Math.max(...passage.map((box) => box.y + box.height));
  const left = Math.min(...passage.map((box) => box.x));
  card.classList.toggle('sheet', sheet);
  if (sheet) {
    card.removeAttribute('style');
    // A short page cannot scroll its last lines out from under the sheet.
    card.classList.toggle('covers', bottom > height - card.offsetHeight);
    return;
  }
  card.classList.remove('covers');
  card.style.removeProperty('max-height');
  const { offsetWidth, offsetHeight } = card;
  if (!Number.isFinite(top)) {
    card.style.transform ||= `translate(${GAP}px, ${GAP}px)`;
    return;
  }
  const below = height - bottom - 2 * GAP;
  const above = top - 2 * GAP;
  const goesBelow = below >= Math.min(offsetHeight, above);
  const room = Math.min(offsetHeight, Math.max(LEAST_HEIGHT, goesBelow ? below : above));
  const x = clamp(left, GAP, width - offsetWidth - RAIL_WIDTH);
  const y = clamp(goesBelow ? bottom + GAP : top - GAP - room, GAP, height - room - GAP);
  card.style.maxHeight = `${room}px`;
  card.style.transform = `translate(${x}px, ${y}px)`;
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
