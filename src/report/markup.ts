/** HTML that is safe to put into HTML as it is. Made only by `markup`. */
export class Markup {
  readonly #text: string;
  constructor(text: string) {
    this.#text = text;
  }
  toString(): string {
    return this.#text;
  }
}

type Value = string | number | Markup | readonly Markup[];

/**
 * Template tag for HTML text and quoted attributes: every value that is not itself made by `markup` is escaped. Values may
 * not stand in tag names, unquoted attributes, scripts or styles.
 */
export function markup(strings: TemplateStringsArray, ...values: Value[]): Markup {
  return new Markup(strings.map((text, i) => text + (i < values.length ? escaped(values[i] ?? '') : '')).join(''));
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(value: Value): string {
  if (value instanceof Markup) return value.toString();
  if (typeof value === 'object') return value.join('');
  return String(value).replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
}
