// Writes dict/s2t.json, the small table that shows our simplified texts in traditional Chinese: one character for
// one character, plus the phrases where that goes wrong. The phrases are those that occur in the project's own texts.
// The reference is OpenCC (cn → tw); dict/tw-words.json holds the words Taiwan says differently and the names that
// must keep their characters. Run it after changing a Chinese text: `node scripts/s2t.mjs`.
import fs from 'node:fs';
import path from 'node:path';
import { Converter } from 'opencc-js/cn2t';
import STPhrases from 'opencc-js/dict/STPhrases';

const root = path.resolve(import.meta.dirname, '..');
const opencc = Converter({ from: 'cn', to: 'tw' });
const { words, names } = JSON.parse(fs.readFileSync(path.join(root, 'dict/tw-words.json'), 'utf8'));

/** Where the Chinese that people are shown is kept. */
const SOURCES = ['src/rules', 'src/engine', 'dict/laws.json', 'dict/platforms.json'];

function filesUnder(at) {
  const full = path.join(root, at);
  if (!fs.existsSync(full)) return [];
  if (fs.statSync(full).isFile()) return [full];
  return fs.readdirSync(full, { recursive: true }).flatMap((f) => (/\.(ts|json)$/.test(f) ? [path.join(full, f)] : []));
}

/** Runs of Chinese in the project's own texts, each once. */
export function ownTexts() {
  const runs = SOURCES.flatMap(filesUnder).flatMap(
    (f) => fs.readFileSync(f, 'utf8').match(/\p{Script=Han}[\p{Script=Han}\u3000-\u303f\uff00-\uffef]*/gu) ?? [],
  );
  return [...new Set(runs)].toSorted();
}

const fixed = new Map([...Object.entries(words), ...names.map((n) => [n, opencc(n)])]);

/** Cuts `text` at the fixed words, longest first; `plain` gives what lies between. */
function withFixed(text, plain) {
  const longest = Math.max(...[...fixed.keys()].map((k) => k.length));
  let out = '';
  let from = 0;
  for (let i = 0; i < text.length;) {
    const hit = longestHit(text, i, longest, (w) => fixed.has(w));
    if (hit === 0) {
      i++;
      continue;
    }
    out += plain(text.slice(from, i)) + fixed.get(text.slice(i, i + hit));
    i += hit;
    from = i;
  }
  return out + plain(text.slice(from));
}

function longestHit(text, at, longest, has) {
  for (let n = Math.min(longest, text.length - at); n > 0; n--) if (has(text.slice(at, at + n))) return n;
  return 0;
}

/** What a text should read in traditional Chinese: the reference that the table must reproduce. */
export const reference = (text) => withFixed(text, opencc);

/** Characters of the basic plane with one traditional form, in code order. */
function characters() {
  let from = '';
  let to = '';
  for (let code = 0x4e00; code < 0xa000; code++) {
    const char = String.fromCharCode(code);
    const converted = opencc(char);
    if (converted === char || converted.length !== 1) continue;
    from += char;
    to += converted;
  }
  return { from, to };
}

function build() {
  const { from, to } = characters();
  const single = new Map(Array.from(from, (c, i) => [c, to[i]]));
  const perCharacter = (text) => text.replace(/\p{Script=Han}/gu, (c) => single.get(c) ?? c);
  const known = new Set(STPhrases.split('|').map((pair) => pair.split(' ')[0]));
  const longest = 12;
  const phrases = new Map();

  /** Phrases OpenCC would cut out of `text`, as it cuts: greedily, longest first. */
  const collect = (text, keep) => {
    for (let i = 0; i < text.length;) {
      const hit = longestHit(text, i, longest, (w) => known.has(w));
      const word = text.slice(i, i + hit);
      if (hit > 0 && keep(word)) phrases.set(word, opencc(word));
      i += hit || 1;
    }
    return '';
  };
  const texts = ownTexts();
  for (const text of texts) withFixed(text, (part) => collect(part, (w) => opencc(w) !== perCharacter(w)));

  // A phrase left out because it needs no exception may have shielded its characters from one that does.
  const table = () => new Map([...phrases, ...fixed]);
  for (const text of texts) {
    if (convert(text, table(), single) !== reference(text)) withFixed(text, (part) => collect(part, () => true));
  }
  for (const text of texts) {
    const got = convert(text, table(), single);
    if (got !== reference(text)) throw new Error(`${text}\n  table  ${got}\n  OpenCC ${reference(text)}`);
  }
  return { from, to, phrases: Object.fromEntries([...table()].toSorted(([a], [b]) => (a < b ? -1 : 1))) };
}

function convert(text, table, single) {
  const longest = Math.max(...[...table.keys()].map((k) => k.length));
  let out = '';
  for (let i = 0; i < text.length;) {
    const hit = longestHit(text, i, longest, (w) => table.has(w));
    out += hit > 0 ? table.get(text.slice(i, i + hit)) : (single.get(text[i]) ?? text[i]);
    i += hit || 1;
  }
  return out;
}

if (process.argv[1] === import.meta.filename) {
  const json = `${JSON.stringify(build(), null, 2)}\n`;
  const file = path.join(root, 'dict/s2t.json');
  const current = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
  if (process.argv.includes('--check') && json !== current) {
    console.error('dict/s2t.json is out of date: run `node scripts/s2t.mjs`');
    process.exit(1);
  }
  fs.writeFileSync(file, json);
  console.log(`dict/s2t.json: ${json.length} characters`);
}
