/**
 * `npm start` and `npm test` on any machine: gets what is missing, says so, asks nothing, then does the task.
 *
 *   node scripts/run.mjs start [--headless]
 *   node scripts/run.mjs test [check] [unit] [build] [e2e]
 *
 * Plain Node ≥ 18 up to the point where the packages are installed; what needs them is imported after that.
 */
import { fileURLToPath } from 'node:url';
import { ensureNode } from './setup/node.mjs';
import { ensurePackages } from './setup/packages.mjs';
import { SetupError } from './setup/system.mjs';

const TASKS = { start: './tasks/start.mjs', test: './tasks/test.mjs' };

async function main([task, ...args]) {
  if (!Object.hasOwn(TASKS, task ?? ''))
    throw new SetupError(`usage: node scripts/run.mjs ${Object.keys(TASKS).join('|')}`);
  const rerun = await ensureNode(fileURLToPath(import.meta.url), [task, ...args]);
  if (rerun !== undefined) return rerun;
  await ensurePackages();
  const { default: perform } = await import(TASKS[task]);
  return perform(args);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof SetupError ? `\n${error.message}` : error);
  process.exitCode = 1;
}
