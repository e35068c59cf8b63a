/** The sentences of a document as long texts, for what is looked for in all of them. */
import type { Parsed, Sentence } from './pipeline.ts';

type Lines = Record<Sentence['language'], string>;

const known = new WeakMap<Parsed, Lines>();

/** The normalised sentences of each language, each with a line break behind it; put together once a document. */
export function linesOf(parsed: Parsed): Lines {
  let lines = known.get(parsed);
  if (!lines) known.set(parsed, (lines = { zh: joined(parsed, 'zh'), en: joined(parsed, 'en') }));
  return lines;
}

function joined({ sentences }: Parsed, language: Sentence['language']): string {
  const texts: string[] = [];
  for (const sentence of sentences) if (sentence.language === language) texts.push(sentence.text);
  return [...texts, ''].join('\n');
}
