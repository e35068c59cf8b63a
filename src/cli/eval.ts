/** `npm run eval`: scores the engine on a labelled set. */
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { createEngine, type Engine } from '../engine/index.ts';
import { units } from '../engine/parse/units.ts';
import { LinearModel } from '../engine/model/linear.ts';
import { loadModelFile } from '../engine/model/node.ts';
import { loadSegmenter } from '../engine/segment/node.ts';
import { CATEGORIES, type CategoryId, type Report } from '../types.ts';
import { complain, endQuietlyWhenReaderGoes, printLine } from './output.ts';
import { pathOf } from './read-input.ts';
import { GROUP_OF, type Judgement, judge, type Label, scoreOf, type Tally } from './score.ts';

const HELP = `usage: npm run --silent eval -- DIR [--folds FOLDER] [--misses] [--category ID] [--diff OLD.jsonl] [--save FILE]

Scores the engine on a labelled set: DIR/labels.jsonl ({"file","lang","kind","labels":[[unit,category,effect],...]} a line)
and the texts it names.

  --folds FOLDER     cross-validated by company: each agreement is read by the model of FOLDER, written by
                     "npm run train -- --folds FOLDER", that had not seen its company; without it, by the
                     model that ships, whose score on what it was trained on says nothing
  --misses           list every miss (fn) and false alarm (fp) with its sentence
  --category ID      only that category, for --misses and --diff
  --diff OLD.jsonl   list, sentence by sentence, what was gained and lost since the reports saved there
  --save FILE        save the reports, a line each
`;

interface Labelled {
  file: string;
  lang?: string;
  kind?: string;
  labels: Label[];
}

interface Options {
  dir: string;
  folds: string | undefined;
  misses: boolean;
  category: CategoryId | undefined;
  diff: string | undefined;
  save: string | undefined;
}

/** @throws Error whose message says what is wrong with the arguments */
function optionsOf(args: string[]): Options | 'help' {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      folds: { type: 'string' },
      misses: { type: 'boolean', default: false },
      category: { type: 'string' },
      diff: { type: 'string' },
      save: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return 'help';
  const [dir, ...more] = positionals;
  if (dir === undefined || more.length > 0) throw new Error('takes one folder');
  const category = CATEGORIES.find((id) => id === values.category);
  if (values.category !== undefined && !category) throw new Error(`no category "${values.category}"`);
  return { dir, folds: values.folds, misses: values.misses, category, diff: values.diff, save: values.save };
}

/** @throws Error that names the file and the line */
async function readJsonl<T>(file: string): Promise<T[]> {
  const lines = (await readFile(pathOf(file), 'utf8')).split('\n');
  return lines.flatMap((line, i) => {
    if (line.trim() === '') return [];
    try {
      return [JSON.parse(line) as T];
    } catch (error) {
      throw new Error(`${file}:${i + 1}: ${String(error)}`, { cause: error });
    }
  });
}

/** Reads a file as something. @throws Error that names the file */
async function readAs<T>(file: string, parse: (bytes: Buffer) => T): Promise<T> {
  const bytes = await readFile(pathOf(file));
  try {
    return parse(bytes);
  } catch (error) {
    throw new Error(`${file}: ${String(error)}`, { cause: error });
  }
}

/** Gives the engine that reads an agreement. @throws Error that names what is missing or broken in `folder` */
async function readers(folder: string | undefined): Promise<(file: string) => Promise<Engine>> {
  const segmenter = loadSegmenter();
  if (folder === undefined) {
    const engine = createEngine(segmenter, loadModelFile('clauses'));
    return () => Promise.resolve(engine);
  }
  const list = join(folder, 'folds.json');
  const folds = await readAs(list, (bytes) => JSON.parse(bytes.toString()) as Record<string, number>);
  const engines = new Map<number, Engine>();
  return async (file) => {
    const fold = folds[file];
    if (fold === undefined) throw new Error(`${list}: has no fold for ${file}`);
    let engine = engines.get(fold);
    if (!engine) {
      const model = await readAs(join(folder, `${fold}.bin`), (bytes) => LinearModel.parse(bytes));
      engines.set(fold, (engine = createEngine(segmenter, model)));
    }
    return engine;
  };
}

class Tallies {
  #tallies = new Map<string, Tally>();

  count(key: string, kind: keyof Tally): void {
    const tally = this.#tallies.get(key) ?? { tp: 0, fp: 0, fn: 0 };
    tally[kind]++;
    this.#tallies.set(key, tally);
  }

  async print(title: string): Promise<void> {
    await printLine(`${title.padEnd(36)} gold precision recall F1`);
    for (const [key, tally] of [...this.#tallies].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      const { gold, precision, recall, f1 } = scoreOf(tally);
      const numbers = [
        String(gold).padStart(4),
        precision.toFixed(3).padStart(9),
        recall.toFixed(3).padStart(6),
        f1.toFixed(3),
      ];
      await printLine(`${key.padEnd(36)} ${numbers.join(' ')}`);
    }
    await printLine('');
  }
}

const keyOf = ({ unit, category, effect }: Judgement): string => `${unit}|${category}|${effect}`;

async function main(): Promise<void> {
  const options = optionsOf(process.argv.slice(2));
  if (options === 'help') return printLine(HELP.trimEnd());
  const { dir, folds, misses, category, diff, save } = options;
  const documents = await readJsonl<Labelled>(join(dir, 'labels.jsonl'));
  const earlier =
    diff === undefined ? undefined : new Map((await readJsonl<Report>(diff)).map((r) => [basename(r.file ?? ''), r]));
  const readerOf = await readers(folds);
  const scores = new Tallies();
  const languages = new Tallies();
  const kinds = new Tallies();
  const saved: string[] = [];
  const change = { gained: 0, lost: 0 };

  for (const { file, lang = 'unknown', kind: sort = 'unknown', labels } of documents) {
    // As the labels were made: the raw text, byte order mark and all.
    const text = await readFile(pathOf(join(dir, file)), 'utf8').catch((error: unknown) => {
      complain(file, String(error));
      return undefined;
    });
    if (text === undefined) continue;
    const report = (await readerOf(file)).analyze(text, { file });
    saved.push(JSON.stringify(report));
    const all = units(text);
    const sentence = (unit: number): string =>
      text
        .slice(...(all[unit] ?? [0, 0]))
        .trim()
        .slice(0, 160);
    const show = (mark: string, j: Judgement): Promise<void> =>
      printLine([mark, j.category, j.effect, `${basename(file)}#${j.unit}`, sentence(j.unit)].join('\t'));
    const judgements = judge(text, labels, report.findings);
    for (const judgement of judgements) {
      const { category: id, effect, kind } = judgement;
      scores.count(`${id} ${effect}`, kind);
      if (effect === 'grants') scores.count(`= ${GROUP_OF[id]}`, kind);
      scores.count('= all', kind);
      languages.count(lang, kind);
      kinds.count(sort, kind);
      if (misses && kind !== 'tp' && (!category || id === category)) await show(kind, judgement);
    }
    if (!earlier) continue;
    const before = new Map(judge(text, labels, earlier.get(basename(file))?.findings ?? []).map((j) => [keyOf(j), j]));
    const now = new Map(judgements.map((j) => [keyOf(j), j]));
    for (const [key, j] of new Map([...before, ...now])) {
      if (category && j.category !== category) continue;
      const [was, is] = [before.get(key)?.kind, now.get(key)?.kind];
      if (was === is) continue;
      const better = is === 'tp' || was === 'fp';
      change[better ? 'gained' : 'lost']++;
      await show(better ? `+ ${was ?? 'none'}→${is ?? 'none'}` : `- ${was ?? 'none'}→${is ?? 'none'}`, j);
    }
  }

  await scores.print('category effect');
  await languages.print('language');
  await kinds.print('kind of document');
  if (earlier) await printLine(`gained ${change.gained}, lost ${change.lost}`);
  if (save !== undefined) await writeFile(pathOf(save), saved.map((line) => `${line}\n`).join(''));
}

endQuietlyWhenReaderGoes();
try {
  await main();
} catch (error) {
  complain('eval', error instanceof Error ? error.message : String(error));
}
