/** From findings in the text to ranges on the page. */
import type { Finding } from '../types.ts';
import type { Run, Snapshot } from './snapshot.ts';

/** How a mark is drawn: by severity, or as a promise. */
export type MarkKind = 1 | 2 | 3 | 'promise';

/** A passage of the page and the findings that quote it. */
export interface Mark {
  /** UTF-16 offsets into the snapshot's text. */
  start: number;
  end: number;
  /** Indices into `Report.findings`, gravest first. */
  findings: number[];
  kind: MarkKind;
  /** One for each text node the passage runs through, in text order. */
  pieces: Piece[];
}

export interface Piece {
  range: Range;
  /** What the range held when it was made. */
  text: string;
}

/** A mark for each passage that findings quote, in text order. A passage whose text has changed on the page gets none. */
export function placeMarks({ runs }: Pick<Snapshot, 'runs'>, findings: readonly Finding[]): Mark[] {
  const passages = new Map<string, number[]>();
  for (const [index, { start, end }] of findings.entries()) {
    const key = `${start},${end}`;
    passages.set(key, [...(passages.get(key) ?? []), index]);
  }
  const marks: Mark[] = [];
  for (const indices of passages.values()) {
    const sorted = indices.toSorted((a, b) => weight(findings[b]!) - weight(findings[a]!));
    const worst = findings[sorted[0]!]!;
    const pieces = placePieces(runs, worst);
    if (pieces.length === 0) continue;
    const { start, end } = worst;
    marks.push({ start, end, findings: sorted, kind: worst.effect === 'limits' ? 'promise' : worst.severity, pieces });
  }
  return marks.toSorted((a, b) => a.start - b.start || b.end - a.end);
}

function weight({ effect, severity }: Finding): number {
  return effect === 'grants' ? severity : 0;
}

/** The pieces of a passage of the text; none where it reads otherwise on the page. */
export function placePieces(
  runs: readonly Run[],
  { start, end, quote }: Pick<Finding, 'start' | 'end' | 'quote'>,
): Piece[] {
  const spans: { node: Text; from: number; to: number }[] = [];
  for (let i = firstRunAfter(runs, start); i < runs.length; i++) {
    const { at, node, offset, length } = runs[i]!;
    if (at >= end) break;
    const from = Math.max(at, start);
    const to = Math.min(at + length, end);
    const shift = offset - at;
    if (node.data.slice(from + shift, to + shift) !== quote.slice(from - start, to - start)) return [];
    const last = spans.at(-1);
    if (last?.node === node) last.to = to + shift;
    else spans.push({ node, from: from + shift, to: to + shift });
  }
  return spans.map(({ node, from, to }) => {
    const range = node.ownerDocument.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    return { range, text: node.data.slice(from, to) };
  });
}

/** Index of the first run that ends after `offset`. */
function firstRunAfter(runs: readonly Run[], offset: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const { at, length } = runs[middle]!;
    if (at + length <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether the passage still stands on the page, word for word. */
export function isIntact({ pieces }: Pick<Mark, 'pieces'>): boolean {
  return pieces.every(({ range, text }) => isThere(range) && range.toString() === text);
}

function isThere(range: Range): boolean {
  try {
    return range.startContainer.isConnected;
  } catch {
    // Its frame has loaded anew (see `isAlive`).
    return false;
  }
}
