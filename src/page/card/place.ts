/** Where the card of a passage, and the panel of a document, stand. Sets a transform, never a position: nothing is laid out anew. */
import type { Box } from '../beside/place.ts';

/** Windows narrower than this show cards as a sheet at the bottom; in CSS px, as everything here. */
const SHEET_WIDTH = 600;
/** Room between card, passage and the edges of the window. */
const GAP = 8;
const RAIL_WIDTH = 60;
/** With less room than this the card covers part of its passage. */
const LEAST_HEIGHT = 240;

export function isSheet({ width }: { width: number }): boolean {
  return width < SHEET_WIDTH;
}

/**
 * Below the passage, above it where there is no room, always inside the window; a sheet at the bottom on phones.
 *
 * @param shows what the card holds: with other contents it may take another height, while it follows a scroll it may not
 */
export function placeCard(
  card: HTMLElement,
  passage: readonly Box[],
  { width, height }: { width: number; height: number },
  shows: string,
): void {
  const top = Math.min(...passage.map((box) => box.y));
  const bottom = Math.max(...passage.map((box) => box.y + box.height));
  const left = Math.min(...passage.map((box) => box.x));
  const sheet = isSheet({ width });
  card.classList.toggle('sheet', sheet);
  if (sheet) {
    card.removeAttribute('style');
    // A short page cannot scroll its last lines out from under the sheet.
    card.classList.toggle('covers', bottom > height - card.offsetHeight);
    return;
  }
  card.classList.remove('covers');
  if (!Number.isFinite(top)) {
    card.style.transform ||= `translate(${GAP}px, ${GAP}px)`;
    return;
  }
  const below = height - bottom - 2 * GAP;
  const above = top - 2 * GAP;
  const sized = `${shows} ${width} ${height}`;
  if (card.dataset.sized !== sized) {
    card.dataset.sized = sized;
    card.style.removeProperty('max-height');
    const room = below >= Math.min(card.offsetHeight, above) ? below : above;
    card.style.maxHeight = `${Math.min(card.offsetHeight, Math.max(LEAST_HEIGHT, room))}px`;
  }
  const { offsetWidth, offsetHeight } = card;
  const goesBelow = below >= Math.min(offsetHeight, above);
  const x = clamp(left, GAP, width - offsetWidth - RAIL_WIDTH);
  const y = clamp(goesBelow ? bottom + GAP : top - GAP - offsetHeight, GAP, height - offsetHeight - GAP);
  card.style.transform = `translate(${x}px, ${y}px)`;
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
