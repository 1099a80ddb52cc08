/**
 * Every number we promised, measured, beside the same work done barely in the same run. Decides nothing: prints a table
 * and how busy the machine was. Run: npm run bench [-- --quick] (10,000 records instead of 100,000) [--only=editor].
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { measureEditor, measureSaves, measureVault } from './editor/rows.ts';
import { firstScreen } from './first-screen.ts';
import { mixedLibrary } from './mixed-library.ts';
import { mixedTexts } from './mixed-texts.ts';
import type { Probe, Timed } from './store-probe.ts';

// Threads as the built app has them (run `npm run build` first; without a build, as their source).
const BUILT = join(import.meta.dirname, '..', '..', 'out', 'electron');
if (existsSync(BUILT)) process.env['HEIRLOOM_THREADS'] ??= BUILT;
const quick = process.argv.includes('--quick');
/** Part of a section's name: measures that alone. */
const only = process.argv.find((word) => word.startsWith('--only='))?.slice('--only='.length) ?? '';
const RECORDS = quick ? 10_000 : 100_000;
const SMALL = 1_000;
const OPENINGS = 5;

/** Prints at once: a long run that is stopped half way has still said what it found. */
function add(what: string, goal: string, measured: string, bare: string, holds: boolean | null): void {
  const kept = holds === null ? '' : holds ? 'yes' : 'no';
  console.log(
    [what.padEnd(58), kept.padEnd(5), goal.padEnd(30), measured.padEnd(52), bare].join(' ').trimEnd(),
  );
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Runs a script beside this one in a process of its own and gives what it printed. */
function child(script: string, args: readonly string[], input = ''): string {
  const ran = spawnSync(process.execPath, [join(import.meta.dirname, script), ...args], {
    encoding: 'utf8',
    input,
    maxBuffer: 64 * 1_048_576,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  if (ran.status !== 0) throw new Error(`${script} ended with ${ran.status ?? ran.signal}`);
  return ran.stdout;
}

/** The command line of the app, as a person calls it. */
function command(args: readonly string[]): string {
  const heirloom = join(import.meta.dirname, '../../electron/cli/heirloom.mjs');
  const ran = spawnSync(process.execPath, [heirloom, ...args], {
    encoding: 'utf8',
    maxBuffer: 64 * 1_048_576,
  });
  if (ran.status !== 0)
    throw new Error(`heirloom ${args[0]} ended with ${ran.status ?? ran.signal}: ${ran.stderr}`);
  return ran.stdout;
}

function probe(folder: string, records: number, mode: string, input = ''): Probe {
  return JSON.parse(child('store-probe.ts', [folder, String(records), mode], input)) as Probe;
}

const ms = (value: number) => (value < 10 ? value.toFixed(1) : value.toFixed(0));
const shown = ({ wall, cpuMean }: Timed) =>
  `median ${ms(wall.median)}, p95 ${ms(wall.p95)} ms (computing ${ms(cpuMean)})`;
const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const n = (value: number) => value.toLocaleString('en');

/** The rows of what `console.table` printed. */
function readTable(text: string): Record<string, string>[] {
  const lines = text
    .split('\n')
    .filter((line) => line.startsWith('│'))
    .map((line) => line.split('│').map((cell) => cell.trim().replace(/^'(.*)'$/, '$1')));
  const [head = [], ...body] = lines;
  return body.map((cells) => Object.fromEntries(head.map((name, i) => [name, cells[i] ?? ''])));
}

function measureOpening(big: string, small: string): void {
  const times = (folder: string, count: number) =>
    median(Array.from({ length: OPENINGS }, () => probe(folder, count, 'open').openMs));
  const large = times(big, RECORDS);
  const little = times(small, SMALL);
  add(
    `open ${n(RECORDS)} records, from process start to the first answer`,
    '≤ 1 s; same for any size',
    `${ms(large)} ms (${n(SMALL)} records: ${ms(little)} ms)`,
    (large / little).toFixed(2),
    large <= 1_000 && large / little < 1.5,
  );
}

function measureStore(folder: string): void {
  const found = probe(folder, RECORDS, 'all');
  for (const [name, { whole, bare }] of Object.entries(found.searches)) {
    const ratio = whole.wall.p95 / bare.wall.p95;
    const typing = name === 'as you type';
    add(
      `search, ${name}`,
      typing ? 'p95 ≤ 50 ms' : 'p95 ≤ 30 ms, ≤ 1.5 × bare',
      shown(whole),
      `p95 ${ratio.toFixed(2)}, computing ${(whole.cpuMean / bare.cpuMean).toFixed(2)} (bare p95 ${ms(bare.wall.p95)} ms)`,
      typing ? whole.wall.p95 <= 50 : whole.wall.p95 <= 30 && ratio <= 1.5,
    );
  }
  const growth = found.index.indexBytes / found.index.textBytes;
  const mb = (bytes: number) => (bytes / 1e6).toFixed(0);
  add(
    'index beside the text',
    '≤ 1.0 × text',
    `${mb(found.index.indexBytes)} MB for ${mb(found.index.textBytes)} MB`,
    growth.toFixed(2),
    growth <= 1,
  );
  const texts = mixedTexts();
  const queries = Array.from({ length: 600 }, (_, i) => texts.query((i * 6_151 + 11) % RECORDS, 1 + (i % 8)));
  const memory = probe(folder, RECORDS, 'memory', JSON.stringify(queries));
  add(
    'memory of the store after 600 searches',
    '≤ 300 MB',
    `${memory.rssMb.toFixed(0)} MB`,
    '',
    memory.rssMb <= 300,
  );
  for (const [name, timed] of Object.entries(found.calls))
    add(`call: ${name}`, 'median ≤ 100 ms', shown(timed), '', timed.wall.median <= 100);
}

function measureImport(): void {
  const printed = child('import-cases.ts', quick ? ['10000', '5000', '3'] : ['100000', '10000', '3']);
  for (const row of readTable(printed)) {
    const speed = Number(row['rows/s']);
    const ratio = Number(row['ratio']);
    add(
      `import of cases, ${row['rows']}`,
      '≥ 5,000 rows/s, ≥ 0.4 × bare',
      `${n(speed)} rows/s (${n(Number(row['rows/cpu s']))} a second of computing)`,
      `${ratio} (bare ${n(Number(row['bare rows/s']))}; computing ${row['cpu ratio']})`,
      speed >= 5_000 && ratio >= 0.4,
    );
  }
}

function measurePackages(): void {
  const printed = child('packages.ts', [quick ? '2000' : '10000']);
  const seconds = Number(/export \+ import ([\d.]+) s/.exec(printed)?.[1]);
  const records = quick ? 2_000 : 10_000;
  add(`export + import of ${n(records)} records`, '≤ 20 s for 10,000', `${seconds} s`, '', seconds <= 20);
}

function measureFirstScreen(): void {
  const found = firstScreen(join(import.meta.dirname, '../../out/page'));
  if (found === null) {
    add('first screen', '≤ 350 KB gzip', 'the page is not built (npm run build)', '', null);
    return;
  }
  const kb = (bytes: number) => (bytes / 1_024).toFixed(0);
  add(
    'first screen, English',
    '≤ 350 KB gzip',
    `${kb(found.gzipBytes)} KB in ${found.files} files, ${kb(found.fontBytes)} KB of them the font`,
    '',
    found.gzipBytes <= 350 * 1_024,
  );
}

console.log(['measured'.padEnd(58), 'holds', 'goal'.padEnd(30), 'here'.padEnd(52), 'to the bare'].join(' '));
const load = () => loadavg()[0]?.toFixed(1) ?? '?';
const before = load();
const needsLibraries = only === '' || ['opening', 'searches and lists'].some((name) => name.includes(only));
if (needsLibraries) say('making the libraries (once; they stay in the temporary folder)');
const big = needsLibraries ? await mixedLibrary(RECORDS, say) : '';
const small = needsLibraries ? await mixedLibrary(SMALL, say) : '';
for (const [name, measure] of [
  ['opening', () => measureOpening(big, small)],
  ['searches and lists', () => measureStore(big)],
  ['first screen', measureFirstScreen],
  ['packages', measurePackages],
  ['imports', measureImport],
  ['a vault', () => measureVault(add, command)],
  ['saves of a long note', () => measureSaves(add, child, quick)],
  ['the editor, beside a bare one', () => measureEditor(add, quick)],
] as const) {
  if (only !== '' && !name.includes(only)) continue;
  say(name);
  try {
    await measure();
  } catch (error) {
    add(name, '', error instanceof Error ? error.message : String(error), '', null);
  }
}
console.log(
  `\n${availableParallelism()} processors (${cpus()[0]?.model ?? 'unknown'}), Node ${process.version}; ` +
    `load ${before} before, ${load()} after: above ${availableParallelism()} the clock also counts waiting for others, so judge by ratios and by "computing".`,
);
