import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { text } from 'node:stream/consumers';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

export interface Result {
  code: number | null;
  out: string;
  err: string;
}

/** The command as `npm run` starts it, in a process of its own. */
export function start(command: 'scan' | 'eval', args: string[], env: NodeJS.ProcessEnv = {}) {
  return spawn(process.execPath, ['--import', 'tsx', `src/cli/${command}.ts`, ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
  });
}

export async function run(command: 'scan' | 'eval', args: string[], input: string | Uint8Array = ''): Promise<Result> {
  const child = start(command, args);
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: child.exitCode, out, err };
}

/** The reports of `--json` and `--jsonl`. */
export function reports(out: string): Record<string, unknown>[] {
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}
