/** What dom.spec.ts runs inside a page; bundled by it. */
import { isIntact, type Mark, placeMarks } from '../../src/page/marks.ts';
import { type Snapshot, takeSnapshot } from '../../src/page/snapshot.ts';
import type { Finding } from '../../src/types.ts';

type Sketch = Pick<Finding, 'quote'> & Partial<Finding>;

let snapshot: Snapshot;
let marks: Mark[];

/** A snapshot of `html` as the page's body, and whether each run is a piece of its node, in order, with breaks between. */
export async function snap(html?: string) {
  if (html !== undefined) document.body.innerHTML = html;
  snapshot = await takeSnapshot(document);
  const { text, runs, roots, unread } = snapshot;
  let end = 0;
  let fit = true;
  for (const { at, node, offset, length } of runs) {
    fit &&= /^[ \t\n]*$/.test(text.slice(end, at));
    fit &&= at >= end && text.slice(at, at + length) === node.data.slice(offset, offset + length);
    end = at + length;
  }
  return {
    text,
    fit: fit && end === text.length,
    roots: roots.length,
    unread,
    parents: runs.map(({ node }) => node.parentElement?.id ?? ''),
  };
}

/** Places findings that quote these words of the last snapshot. */
export function place(sketches: Sketch[]) {
  marks = placeMarks(
    snapshot,
    sketches.map((sketch) => {
      const start = snapshot.text.indexOf(sketch.quote);
      if (start === -1) throw new Error(`not in the text: ${sketch.quote}`);
      return { effect: 'grants', severity: 2, start, end: start + sketch.quote.length, ...sketch } as Finding;
    }),
  );
  return placed();
}

/** The marks of the last `place` as they stand now. */
export function placed() {
  return marks.map((mark) => ({
    findings: mark.findings,
    kind: mark.kind,
    intact: isIntact(mark),
    pieces: mark.pieces.map(({ range }) => range.toString()),
  }));
}
