import table from '../../dict/s2t.json' with { type: 'json' };

interface Tables {
  single: Map<string, string>;
  /** Phrases by their first character, longest first. */
  phrases: Map<string, [string, string][]>;
}

let tables: Tables | undefined;

/** Built when first needed: every page that the page script runs in would pay for it. */
function build(): Tables {
  const single = new Map(Array.from(table.from, (char, i) => [char, table.to.charAt(i)]));
  const phrases = new Map<string, [string, string][]>();
  for (const pair of Object.entries(table.phrases).toSorted(([a], [b]) => b.length - a.length)) {
    const first = pair[0].charAt(0);
    phrases.set(first, [...(phrases.get(first) ?? []), pair]);
  }
  return { single, phrases };
}

/**
 * A simplified text in traditional Chinese as written in Taiwan. Exact for the project's own texts (`scripts/s2t.mjs` makes
 * the table from them); other words go character by character. Traditional text stays as it is.
 */
export function toTraditional(text: string): string {
  tables ??= build();
  const { single, phrases } = tables;
  let out = '';
  for (let i = 0; i < text.length;) {
    const char = text.charAt(i);
    const phrase = phrases.get(char)?.find(([from]) => text.startsWith(from, i));
    out += phrase ? phrase[1] : (single.get(char) ?? char);
    i += phrase ? phrase[0].length : 1;
  }
  return out;
}
