/** A path or `-` → the document it holds. */
import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { type Document, readDocument, UnreadableError } from '../read/index.ts';
import { NODE } from '../read/node.ts';

const CAUSES: Partial<Record<string, string>> = {
  ENOENT: 'no such file',
  EISDIR: 'a directory, not a file',
  EACCES: 'may not be read (permission denied)',
};

/** `npm run` moves to the project; a path means what it meant where the command was typed. */
export function pathOf(file: string): string {
  const { npm_lifecycle_event: script, INIT_CWD: typedAt } = process.env;
  return resolve((script === 'scan' || script === 'eval') && typedAt ? typedAt : '.', file);
}

/** @throws UnreadableError whose message says why, without the file's name */
export async function readInput(file: string): Promise<Document> {
  const bytes = file === '-' ? await buffer(process.stdin) : await readPath(file);
  return readDocument(bytes, basename(file), NODE);
}

async function readPath(file: string): Promise<Uint8Array> {
  try {
    return await readFile(pathOf(file));
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new UnreadableError(CAUSES[code] ?? message);
  }
}
