// `npm test`: every check there is, one after the other, with one closing line that adds them all up. It gets what it
// needs by itself (tests/support/*) and says at the end what could not be run and why. A step that stops early counts
// as a failure: silence must never look like success.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { onNewNode, ROOT } from '../../electron/packaging/node-24.mjs';

const REPORTS = join(ROOT, 'out', 'reports');
const bin = (path) => join(ROOT, 'node_modules', path);
const node = process.execPath;

/** Counts of one runner. */
const add = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});
const none = { passed: 0, failed: 0, skipped: 0 };

function run(title, args, env = {}) {
  process.stdout.write(`\n── ${title}\n`);
  return new Promise((resolve) => {
    const child = spawn(node, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } });
    child.on('error', () => resolve(1));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/** A check without a count of its own is one test. */
async function check(title, args) {
  const code = await run(title, args);
  return code === 0 ? { ...none, passed: 1 } : { ...none, failed: 1 };
}

/** A runner with a report: its own numbers, and a failure more when it ended badly without saying so. */
async function counted(title, args, report, read, env) {
  rmSync(report, { force: true });
  const code = await run(title, args, env);
  if (!existsSync(report)) return { ...none, failed: 1 };
  const counts = read(JSON.parse(readFileSync(report, 'utf8')));
  const silent = code !== 0 && counts.failed === 0;
  const empty = counts.passed + counts.failed === 0;
  return silent || empty ? { ...counts, failed: counts.failed + 1 } : counts;
}

const vitestCounts = (report) => ({
  passed: report.numPassedTests,
  failed:
    report.numFailedTests +
    report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
      .length,
  skipped: report.numPendingTests + report.numTodoTests,
});
const playwrightCounts = ({ stats }) => ({
  passed: stats.expected + stats.flaky,
  failed: stats.unexpected,
  skipped: stats.skipped,
});

async function main() {
  mkdirSync(REPORTS, { recursive: true });
  const steps = [
    () => check('What the tests need', ['tests/support/prepare.ts']),
    () => check('Build', [join(ROOT, 'electron/packaging/build.mjs'), '--if-stale']),
    ...['shared', 'electron', 'electron/packages/reader', 'renderer', 'tests'].map(
      (part) => () => check(`Types: ${part}`, [bin('typescript/bin/tsc'), '-p', part]),
    ),
    () => check('Lint', [bin('oxlint/bin/oxlint'), '--deny-warnings', '.']),
    () => check('Format', [bin('@biomejs/biome/bin/biome'), 'check', '.']),
    () => check('Unused code', [bin('knip/bin/knip.js')]),
    () =>
      counted(
        'Unit, store, contract, component, editor, security, architecture',
        [
          bin('vitest/vitest.mjs'),
          'run',
          '-c',
          'tests/vitest.config.ts',
          '--reporter=dot',
          '--reporter=json',
          `--outputFile.json=${join(REPORTS, 'vitest.json')}`,
        ],
        join(REPORTS, 'vitest.json'),
        vitestCounts,
      ),
    () =>
      counted(
        'End to end: browser and Electron',
        [bin('@playwright/test/cli.js'), 'test', '-c', 'tests/playwright.config.ts'],
        join(REPORTS, 'e2e.json'),
        playwrightCounts,
      ),
  ];
  let total = none;
  for (const step of steps) total = add(total, await step());
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
  return total.failed === 0 ? 0 : 1;
}

if (onNewNode()) process.exitCode = await main();
