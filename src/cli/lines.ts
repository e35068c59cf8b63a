/** Bytes in, lines out; holds one line at a time. */
const NEWLINE = 0x0a;

/** The lines of a stream without their line breaks; a last line without one counts, an empty rest does not. */
export async function* linesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  for await (const chunk of stream) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      yield joined(held, chunk.subarray(start, end));
      held = [];
      start = end + 1;
    }
    if (start < chunk.length) held.push(chunk.subarray(start));
  }
  if (held.length > 0) yield Buffer.concat(held);
}

function joined(held: Uint8Array[], rest: Uint8Array): Uint8Array {
  return held.length === 0 ? rest : Buffer.concat([...held, rest]);
}
