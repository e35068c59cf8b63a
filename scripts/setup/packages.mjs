/** The packages of package-lock.json, in node_modules. */
import fs from 'node:fs';
import path from 'node:path';
import { npm, ROOT, say, SetupError, since } from './system.mjs';

function packagesOf(file) {
  try {
    return JSON.parse(fs.readFileSync(path.join(ROOT, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/**
 * Does what npm installed agree with the lock file? npm writes `node_modules/.package-lock.json` at the end of an
 * install, so an interrupted one counts as missing. Optional packages may be absent: they are for other systems.
 */
function upToDate() {
  const installed = packagesOf('node_modules/.package-lock.json');
  if (!installed) return false;
  return Object.entries(packagesOf('package-lock.json')).every(
    ([where, { version, optional, devOptional }]) =>
      where === '' || (installed[where] ? installed[where].version === version : Boolean(optional || devOptional)),
  );
}

/** Runs `npm ci` when node_modules is missing or does not match the lock file. */
export async function ensurePackages() {
  if (upToDate()) return;
  say('npm ci (node_modules is missing or does not match package-lock.json)');
  const start = performance.now();
  if ((await npm(['ci', '--no-audit', '--no-fund'])) !== 0)
    throw new SetupError('npm ci failed; its message above says why. Without a network, no package can be fetched.');
  say(`packages are ready, ${since(start)}`);
}
