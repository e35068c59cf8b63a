/** Many short texts cut in one call, for a call costs the segmenter as much as several words do. */
import type { Segmenter } from '../pipeline.ts';

/** No word reaches over it: jieba cuts what stands between two of them by itself. */
const BREAK = '\n';

/** A segmenter that knows the words of the texts it was last told of, and asks another one for all others. */
export class Together implements Segmenter {
  readonly #words = new Map<string, string[]>();

  constructor(readonly segmenter: Segmenter) {}

  cut(text: string): string[] {
    return this.#words.get(text) ?? this.segmenter.cut(text);
  }

  /** Cuts texts that will be asked for. */
  prepare(texts: readonly string[]): void {
    this.#words.clear();
    const lines = texts.filter((text) => !/[\r\n]/.test(text));
    let words: string[] = [];
    let line = 0;
    for (const word of this.segmenter.cut(lines.join(BREAK)))
      if (word === BREAK) {
        this.#words.set(lines[line++]!, words);
        words = [];
      } else words.push(word);
    if (line < lines.length) this.#words.set(lines[line]!, words);
  }
}
