/** Small helpers around processes and the system. Plain Node ≥ 18, no dependencies: this runs before anything is installed. */
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');
const WINDOWS = process.platform === 'win32';

/** A step could not be done and the reader has to act; its message is printed as it stands, without a stack. */
export class SetupError extends Error {}

/** Says in a line what is done and why. */
export function say(line) {
  console.log(`› ${line}`);
}

/** "12 s" since `start` (ms of `performance.now()`). */
export function since(start) {
  return `${Math.round((performance.now() - start) / 1000)} s`;
}

/** Full path of `name` on PATH, or undefined. */
export function which(name) {
  const names = WINDOWS ? [`${name}.exe`, `${name}.cmd`] : [name];
  for (const dir of (process.env.PATH ?? '').split(path.delimiter).filter(Boolean)) {
    for (const file of names.map((n) => path.join(dir, n))) {
      try {
        fs.accessSync(file, fs.constants.X_OK);
        if (fs.statSync(file).isFile()) return file;
      } catch {
        // Not here; the next folder may have it.
      }
    }
  }
  return undefined;
}

/** What a command prints on standard output, trimmed; undefined where it is missing, fails or takes over 20 s. */
export function output(command, args) {
  const done = spawnSync(command, args, { encoding: 'utf8', timeout: 20_000, stdio: ['ignore', 'pipe', 'ignore'] });
  return done.status === 0 ? done.stdout.trim() : undefined;
}

/**
 * Runs a command in the project's folder, its output passed through, nothing on its standard input.
 * Resolves to its exit code; 127 where it could not be started, 1 where a signal ended it.
 */
function run(command, args, { env = process.env, quiet = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env,
      stdio: ['ignore', quiet ? 'ignore' : 'inherit', quiet ? 'ignore' : 'inherit'],
      shell: WINDOWS && command.endsWith('.cmd'),
    });
    child.on('error', () => resolve(127));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/** Runs npm with the Node that runs this script, whatever `node` comes first on PATH. */
export function npm(args, options) {
  const cli = process.env.npm_execpath;
  return cli && /npm-cli\.[cm]?js$/.test(cli)
    ? run(process.execPath, [cli, ...args], options)
    : run(WINDOWS ? 'npm.cmd' : 'npm', args, options);
}

/** Runs the executable `name` of an installed package. */
export function bin(name, args, options) {
  return run(path.join(ROOT, 'node_modules', '.bin', WINDOWS ? `${name}.cmd` : name), args, options);
}

/** The command that gives root rights without asking: [] for root, ['sudo', '-n'] where sudo needs no password. */
function rootCommand() {
  if (typeof process.getuid === 'function' && process.getuid() === 0) return [];
  if (which('sudo') && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0) return ['sudo', '-n'];
  return undefined;
}

/** Which instructions fit this system. */
export function system() {
  if (process.platform === 'darwin') return 'macos';
  if (WINDOWS) return 'windows';
  let release = '';
  try {
    release = fs.readFileSync('/etc/os-release', 'utf8');
  } catch {
    return 'linux';
  }
  const ids = new Set([...release.matchAll(/^ID(?:_LIKE)?="?([^"\n]*)/gm)].flatMap((m) => m[1].split(' ')));
  return ['ubuntu', 'debian', 'fedora', 'arch'].find((id) => ids.has(id)) ?? 'linux';
}

/** Installs Debian packages where that needs no question. Resolves to whether they are there now. */
export async function aptInstall(packages, why) {
  const root = rootCommand();
  if (!root || !which('apt-get')) return false;
  say(`apt-get install ${packages.join(' ')} (${why})`);
  const apt = (...args) => {
    const [command, ...rest] = [...root, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', ...args];
    return run(command, rest);
  };
  if ((await apt('update')) !== 0) say('apt-get update failed; trying with the lists at hand');
  return (await apt('install', '-y', '--no-install-recommends', ...packages)) === 0;
}
