/** Everything that must hold, in order of cost: checks, unit tests, builds, tests in a real Chromium and a real Firefox. */
import fs from 'node:fs';
import path from 'node:path';
import { ensureChineseFont, ensureChromium, ensureFirefox } from '../setup/browser.mjs';
import { bin, npm, ROOT, say, SetupError, since } from '../setup/system.mjs';

const OUT = path.join(ROOT, 'out', 'test');

/** What a part came to: how many of its tests or commands passed and failed. */
const outcome = (ok) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1 });

/** Runs commands one after another, all of them even when one fails; each counts as one test. */
async function commands(list) {
  const total = { passed: 0, failed: 0 };
  for (const [name, command] of list) {
    const ok = (await command()) === 0;
    if (!ok) say(`FAILED: ${name}`);
    total[ok ? 'passed' : 'failed'] += 1;
  }
  return total;
}

const script = (name) => [name, () => npm(['run', '--silent', name])];

/** Reads a runner's JSON report; a runner that wrote none, ran nothing or failed without a failed test counts as failed. */
function counted(file, exitCode, count) {
  if (!fs.existsSync(file)) return outcome(false);
  const { passed, failed } = count(JSON.parse(fs.readFileSync(file, 'utf8')));
  const silent = failed === 0 && (exitCode !== 0 || passed === 0);
  return { passed, failed: silent ? 1 : failed };
}

const check = () =>
  commands([script('prepare:types'), script('format:check'), script('lint'), script('typecheck'), script('deadcode')]);

async function unit() {
  const file = path.join(OUT, 'unit.json');
  const code = await bin('vitest', [
    'run',
    '--config',
    'test/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  return counted(file, code, (report) => ({
    passed: report.numPassedTests,
    // A file that does not load has no tests to fail.
    failed:
      report.numFailedTests +
      report.testResults.filter((f) => f.status === 'failed' && f.assertionResults.length === 0).length,
  }));
}

const build = () => commands(['build', 'build:firefox', 'build:test', 'build:test:firefox'].map(script));

async function playwright(folder, env) {
  const file = path.join(OUT, `${folder}.json`);
  const config = `test/${folder}/playwright.config.ts`;
  const code = await bin('playwright', ['test', '-c', config, '--reporter=list,json'], {
    env: { ...process.env, ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
  });
  return counted(file, code, ({ stats, errors }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
  }));
}

async function e2e() {
  const chromium = await ensureChromium();
  await ensureChineseFont();
  return playwright('e2e', { MINGTIAO_CHROMIUM: chromium });
}

async function firefox() {
  const file = await ensureFirefox();
  if (file) return playwright('firefox', { MINGTIAO_FIREFOX: file });
  say('no Firefox on this machine: its tests are left out');
  return { passed: 0, failed: 0 };
}

const PARTS = {
  check: [check, 'format, lint, types, dead code'],
  unit: [unit, 'engine, data and page parts in Node'],
  build: [build, 'the extension for Chrome, for Firefox and for the browser tests'],
  e2e: [e2e, 'the built extension in a real Chromium'],
  firefox: [firefox, 'the pages that matter most in a real Firefox'],
};

/**
 * Runs the parts named (all of them by default; `e2e` and `firefox` bring `build` with them) and prints `N passed, N failed` last.
 * Resolves to the exit code.
 */
export default async function test(args) {
  const unknown = args.filter((name) => !Object.hasOwn(PARTS, name));
  if (unknown.length > 0)
    throw new SetupError(`unknown part: ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}`);
  const chosen = Object.keys(PARTS).filter(
    (name) =>
      args.length === 0 ||
      args.includes(name) ||
      (name === 'build' && (args.includes('e2e') || args.includes('firefox'))),
  );
  fs.rmSync(OUT, { recursive: true, force: true });
  fs.mkdirSync(OUT, { recursive: true });
  const rows = [];
  for (const name of chosen) {
    const [perform, what] = PARTS[name];
    say(`${name}: ${what}`);
    const start = performance.now();
    rows.push({ name, ...(await perform()), time: since(start) });
  }
  console.log('');
  for (const { name, passed, failed, time } of rows)
    console.log(`${name.padEnd(8)} ${passed} passed, ${failed} failed, ${time}`);
  const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0 ? 0 : 1;
}
