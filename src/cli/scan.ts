/** `npm run scan`: the engine over files and pipes, without a browser. */
import { parseArgs } from 'node:util';
import { createEngine, type Engine } from '../engine/index.ts';
import { loadModelFile } from '../engine/model/node.ts';
import { loadSegmenter } from '../engine/segment/node.ts';
import { UnreadableError } from '../read/index.ts';
import type { Report, Unread } from '../types.ts';
import { linesOf } from './lines.ts';
import { complain, endQuietlyWhenReaderGoes, printLine } from './output.ts';
import { readInput } from './read-input.ts';

const HELP = `usage: npm run --silent scan -- [--json] [--fail-on SEVERITY] [--lang zh-CN|zh-TW|en] FILE...
       npm run --silent scan -- --jsonl [--fail-on SEVERITY]

Reads agreements (.txt .html .pdf .docx; UTF-8, UTF-16, GB18030) and lists the clauses that reach the people you know.

  FILE               a file; - reads standard input
  --json             one report a line, in the order given, instead of a listing for people
  --jsonl            standard input holds {"id","text"} a line; prints a report with that id a line, in order
  --fail-on N        exit 1 where a clause of this severity or higher is found: 1 worth knowing, 2 serious, 3 severe
  --lang LANGUAGE    language of the listing: zh-CN (default), zh-TW, en
  --help             this text

Exit: 0 read; 1 --fail-on was met; 2 some input could not be read (standard error names it; the rest is still done).
`;

const LANGUAGES = ['zh-CN', 'zh-TW', 'en'] as const;

interface Options {
  json: boolean;
  jsonl: boolean;
  /** Infinity without --fail-on. */
  failOn: number;
  language: (typeof LANGUAGES)[number];
  files: string[];
}

/** @throws Error whose message says what is wrong with the arguments */
function optionsOf(args: string[]): Options | 'help' {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      jsonl: { type: 'boolean', default: false },
      'fail-on': { type: 'string' },
      lang: { type: 'string', default: 'zh-CN' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return 'help';
  const failOn = values['fail-on'];
  if (failOn !== undefined && !/^[123]$/u.test(failOn)) throw new Error(`--fail-on takes 1, 2 or 3, not "${failOn}"`);
  const language = LANGUAGES.find((l) => l === values.lang);
  if (language === undefined) throw new Error(`--lang takes ${LANGUAGES.join(', ')}, not "${values.lang}"`);
  if (values.jsonl && positionals.length > 0) throw new Error('--jsonl reads standard input and takes no files');
  if (!values.jsonl && positionals.length === 0) throw new Error('no file given');
  if (positionals.filter((file) => file === '-').length > 1)
    throw new Error('standard input (-) can be read once only');
  return { json: values.json, jsonl: values.jsonl, failOn: Number(failOn ?? Infinity), language, files: positionals };
}

async function scanFiles(
  { files, json, language }: Options,
  engine: Engine,
  seen: (report: Report) => void,
): Promise<void> {
  const listing = json ? undefined : (await import('./listing.ts')).listing;
  for (const file of files) {
    const report = await scanFile(file, engine);
    if (!report) continue;
    seen(report);
    await printLine(listing ? listing(report, language) : JSON.stringify(report));
  }
}

/** A file that is read but holds no text has a report that says so, and counts as unreadable. */
async function scanFile(file: string, engine: Engine): Promise<Report | undefined> {
  try {
    const { text, title, unread } = await readInput(file);
    if (text.trim() === '') complain(file, unread.map(describe).join('; '));
    const report = engine.analyze(text, { file, ...(title === undefined ? {} : { title }) });
    return unread.length > 0 ? { ...report, unread: [...unread, ...(report.unread ?? [])] } : report;
  } catch (error) {
    complain(file, error instanceof UnreadableError ? error.message : `engine failed: ${String(error)}`);
    return undefined;
  }
}

const describe = ({ reason, where }: Unread): string => (where === '' ? reason : `${reason} (${where})`);

async function scanLines(engine: Engine, seen: (report: Report) => void): Promise<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let n = 0;
  for await (const bytes of linesOf(process.stdin)) {
    n++;
    try {
      const line = decoder.decode(bytes);
      if (line.trim() === '') continue;
      const { id, text } = recordOf(line);
      const report = engine.analyze(text, id === undefined ? {} : { id: String(id) });
      const empty = text.trim() === '';
      if (empty) complain(`line ${n}`, 'empty text');
      seen(report);
      const unread: Unread[] = empty ? [{ reason: 'no-text', where: '' }] : (report.unread ?? []);
      // A number stays a number, so that the caller finds its own id again.
      await printLine(
        JSON.stringify({ ...report, ...(id === undefined ? {} : { id }), ...(unread.length > 0 ? { unread } : {}) }),
      );
    } catch (error) {
      complain(`line ${n}`, error instanceof Error ? error.message : String(error));
    }
  }
}

/** @throws Error that says what is wrong with the line */
function recordOf(line: string): { id?: string | number; text: string } {
  const record: unknown = JSON.parse(line);
  if (typeof record !== 'object' || record === null || Array.isArray(record))
    throw new Error('not an object {"id","text"}');
  const { id, text } = record as Record<string, unknown>;
  if (typeof text !== 'string') throw new Error('"text" is not a string');
  if (id === undefined) return { text };
  if (typeof id !== 'string' && typeof id !== 'number') throw new Error('"id" is neither a string nor a number');
  if (Number.isInteger(id) && !Number.isSafeInteger(id))
    throw new Error('"id" is a number that cannot be kept exactly: write it as a string');
  return { id, text };
}

async function main(): Promise<void> {
  const options = optionsOf(process.argv.slice(2));
  if (options === 'help') return printLine(HELP.trimEnd());
  const engine = createEngine(loadSegmenter(), loadModelFile('clauses'));
  let worst = 0;
  const seen = ({ findings }: Report): void => {
    for (const { effect, severity } of findings) if (effect === 'grants') worst = Math.max(worst, severity);
  };
  await (options.jsonl ? scanLines(engine, seen) : scanFiles(options, engine, seen));
  if (worst >= options.failOn) process.exitCode ??= 1;
}

endQuietlyWhenReaderGoes();
try {
  await main();
} catch (error) {
  complain('scan', error instanceof Error ? error.message : String(error));
  process.stderr.write('try --help\n');
}
