/** Where marks and notes can stand without covering what the reader needs. Boxes in CSS px of the top window's viewport. */

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface View {
  width: number;
  height: number;
}

/** Sides of a mark, best first. */
const SIZES = [18, 16, 14] as const;
/** What a mark may be hit in, at most. */
const TARGET = 24;
const TARGET_COARSE = 44;
/** Room that a mark and a note keep to what is beside them. */
const MARK_GAP = 1;
const NOTE_GAP = 6;
/** How much a px² of covered ink, a px of distance, and a px less of size count. */
const COVERED = 3;
const AWAY = 0.6;
const SMALLER = 3;
const OUTSIDE = 1e6;
const COVERED_BY_NOTE = 0.15;
/** How far from its row a note still seems to belong to it. */
const NEAR = 260;

export interface PlacedMark {
  box: Box;
  /** How far the place that takes clicks reaches beyond the mark, on all sides. */
  reach: number;
}

/**
 * A square beside the end of a name: after it, above or below its end, at the end of its line, or beside the whole row;
 * wherever the least ink is covered, and near.
 *
 * @param name the ink of the last line of the name
 * @param row everything that belongs to the row
 * @param ink what the page shows around it, and marks that stand already
 */
export function placeMark(name: Box, row: Box, ink: readonly Box[], view: View, coarse: boolean): PlacedMark {
  let best: { box: Box; cost: number } | undefined;
  for (const size of SIZES) {
    for (const box of spots(name, row, ink, size)) {
      const covered = ink.reduce((sum, each) => sum + overlap(box, each), 0);
      const away = distance(box, name);
      const inside = contains(view, box) ? 0 : OUTSIDE;
      const cost = covered * COVERED + away * AWAY + (SIZES[0] - size) * SMALLER + inside;
      if (!best || cost < best.cost) best = { box, cost };
    }
  }
  const { box } = best!;
  return { box, reach: reachOf(box, ink, coarse ? TARGET_COARSE : TARGET) };
}

function spots(name: Box, row: Box, ink: readonly Box[], size: number): Box[] {
  const right = name.x + name.width;
  const bottom = name.y + name.height;
  const middle = name.y + (name.height - size) / 2;
  const line = ink.filter((each) => each.y < bottom && each.y + each.height > name.y);
  const end = Math.max(right, ...line.map((each) => each.x + each.width));
  const at = (x: number, y: number): Box => ({ x, y, width: size, height: size });
  return [
    at(right + MARK_GAP, middle),
    at(right - size / 2, name.y - size - MARK_GAP),
    at(right - size / 2, bottom + MARK_GAP),
    at(right - size, name.y - size - MARK_GAP),
    at(right - size, bottom + MARK_GAP),
    at(end + MARK_GAP, middle),
    at(right - size, row.y - size - MARK_GAP),
    at(right - size, row.y + row.height + MARK_GAP),
  ];
}

function reachOf(box: Box, ink: readonly Box[], target: number): number {
  for (let reach = Math.ceil((target - box.width) / 2); reach > 0; reach--) {
    const wide = grow(box, reach);
    if (!ink.some((each) => overlap(wide, each) > 0)) return reach;
  }
  return 0;
}

/**
 * Where a note of this size can stand near `anchor` without covering any of `keep`; of such places the one that covers
 * least of `spare`. `null`: there is none.
 */
export function placeNote(
  size: Pick<Box, 'width' | 'height'>,
  anchor: Box,
  keep: readonly Box[],
  spare: readonly Box[],
  view: View,
): (Box & { covered: number }) | null {
  const x = clamp(anchor.x, NOTE_GAP, view.width - size.width - NOTE_GAP);
  const rows = [anchor.y + anchor.height + NOTE_GAP, anchor.y - size.height - NOTE_GAP];
  // Past what must not be covered, the nearest first.
  for (const { y, height } of keep) rows.push(y + height + NOTE_GAP, y - size.height - NOTE_GAP);
  for (const { y, height } of spare) if (Math.abs(y - anchor.y) < NEAR) rows.push(y + height + NOTE_GAP);
  const columns = [x, clamp(anchor.x + anchor.width - size.width, NOTE_GAP, view.width - size.width - NOTE_GAP)];
  const beside = [anchor.x + anchor.width + NOTE_GAP, anchor.x - size.width - NOTE_GAP].map((left) => ({
    ...size,
    x: left,
    y: clamp(anchor.y + (anchor.height - size.height) / 2, NOTE_GAP, view.height - size.height - NOTE_GAP),
  }));
  const all = around([anchor, ...keep])!;
  beside.push({
    ...size,
    x: all.x + all.width + NOTE_GAP,
    y: clamp(anchor.y, NOTE_GAP, view.height - size.height - NOTE_GAP),
  });
  // Failing all that, the edges of the window.
  rows.push(NOTE_GAP, view.height - size.height - NOTE_GAP);
  const candidates = [
    ...[...new Set(rows)].flatMap((y) => columns.map((left) => ({ ...size, x: left, y }))),
    ...beside,
  ];
  let best: { box: Box & { covered: number }; cost: number } | undefined;
  for (const box of candidates) {
    if (!contains(view, grow(box, NOTE_GAP - 2)) || keep.some((each) => overlap(grow(box, 2), each) > 0)) continue;
    const covered = spare.reduce((sum, each) => sum + overlap(box, each), 0);
    const cost = covered * COVERED_BY_NOTE + distance(box, anchor);
    if (!best || cost < best.cost) best = { box: { ...box, covered }, cost };
  }
  return best?.box ?? null;
}

export function grow({ x, y, width, height }: Box, by: number): Box {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

/** The px² that two boxes share. */
export function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

/** The smallest box around all; `undefined` for none. */
export function around(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined;
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

/** Between the nearest sides; 0 where they touch. */
function distance(a: Box, b: Box): number {
  const x = Math.max(0, b.x - a.x - a.width, a.x - b.x - b.width);
  const y = Math.max(0, b.y - a.y - a.height, a.y - b.y - b.height);
  return x + y;
}

function contains({ width, height }: View, box: Box): boolean {
  return box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height;
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
