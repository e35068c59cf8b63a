// The one form of the data files: `node scripts/canonical.mjs` lists those that differ from it, `--write` rewrites them.
// Order comes from `dict/schema/<name>.schema.json`: keys as its `properties` list them (others after, by code point),
// arrays by its keywords `sortBy: "key"` (records) and `sorted: true` (strings). Without a schema the order stays.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DICT = join(ROOT, 'dict');

const collator = new Intl.Collator('en', { numeric: true });
const byCodePoint = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
/** "PIPL-6" before "PIPL-13"; ties by code point, so that the order never depends on the machine. */
const naturally = (a, b) => collator.compare(a, b) || byCodePoint(a, b);

function resolve(schema, root) {
  const ref = schema?.$ref;
  return ref === undefined
    ? (schema ?? {})
    : (ref
        .slice('#/definitions/'.length)
        .split('/')
        .reduce((at, key) => at?.[key], root.definitions) ?? {});
}

/** The value with its keys and lists in the order the schema asks for. */
function ordered(value, schema, root) {
  const own = resolve(schema, root);
  if (Array.isArray(value)) {
    const items = value.map((item) => ordered(item, own.items, root));
    if (own.sortBy) return items.toSorted((a, b) => naturally(a[own.sortBy], b[own.sortBy]));
    return own.sorted ? items.toSorted(byCodePoint) : items;
  }
  if (value === null || typeof value !== 'object') return value;
  const known = Object.keys(own.properties ?? {});
  const place = (key) => (known.includes(key) ? known.indexOf(key) : known.length);
  const hasOrder = own.properties !== undefined || own.additionalProperties !== undefined;
  const keys = Object.keys(value);
  if (hasOrder) keys.sort((a, b) => place(a) - place(b) || byCodePoint(a, b));
  return Object.fromEntries(
    keys.map((key) => [key, ordered(value[key], own.properties?.[key] ?? own.additionalProperties, root)]),
  );
}

/** The canonical text of a data file; `schema` may be undefined. */
export function canonical(text, schema) {
  const value = JSON.parse(text);
  return `${JSON.stringify(schema ? ordered(value, schema, schema) : value, null, 2)}\n`;
}

/** Every data file below `dict/` with the schema that orders it, where there is one. */
export function dataFiles() {
  return readdirSync(DICT, { recursive: true })
    .filter((path) => path.endsWith('.json') && !path.startsWith('schema'))
    .toSorted(byCodePoint)
    .map((path) => {
      const schemaFile = join(DICT, 'schema', `${basename(path, '.json')}.schema.json`);
      const schema = existsSync(schemaFile) ? JSON.parse(readFileSync(schemaFile, 'utf8')) : undefined;
      return { file: join(DICT, path), schema };
    });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const only = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
  for (const { file, schema } of dataFiles()) {
    if (only.length > 0 && !only.includes(relative(ROOT, file))) continue;
    const text = readFileSync(file, 'utf8');
    const wanted = canonical(text, schema);
    if (text === wanted) continue;
    if (process.argv.includes('--write')) writeFileSync(file, wanted);
    else process.exitCode = 1;
    console.log(relative(ROOT, file));
  }
}
