import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import yauzl from 'yauzl';
import { findChromium } from '../../support/chromium.ts';
import { type AloneResult, measureAlone, type Which } from './alone.ts';
import { type BadInput, measureBadInput } from './bad-input.ts';
import { measureInApp } from './in-app.ts';
import type { ProcessMemory } from './memory.ts';
import type { SaveTimes } from './revision-probe.ts';

// The rows of `npm run bench` that speak of the writing room.

type Add = (what: string, goal: string, measured: string, bare: string, holds: boolean | null) => void;
/** Runs a script of this folder's parent in a process of its own and gives what it printed. */
type Child = (script: string, args: readonly string[]) => string;

const VAULT = join(
  process.env['HEIRLOOM_CORPORA'] ?? join(import.meta.dirname, '../../../../shared/data'),
  'vault-obsidian-hub/obsidian-hub.zip',
);

const at = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
};
const median = (values: readonly number[]) => at(values, 0.5);
const ms = (value: number) => (value < 10 ? value.toFixed(1) : value.toFixed(0));
const spread = (values: readonly number[]) => `median ${ms(median(values))}, p95 ${ms(at(values, 0.95))} ms`;

/** In the browser: needs a Chromium and, for the whole app, the built page. */
export async function measureEditor(add: Add, quick: boolean): Promise<void> {
  const found = await findChromium();
  if ('unavailable' in found) {
    add('the editor', '', found.unavailable, '', null);
    return;
  }
  const { executable } = found;
  addAlone(add, await measureAlone(executable, quick ? { rounds: 2, opens: 3 } : { rounds: 6, opens: 7 }));
  const odd = await measureBadInput(executable);
  addTable(add, odd);
  for (const [name, { totalMs, longestMs }] of Object.entries(odd.pastes))
    add(`editor, paste of ${name}`, '', `${ms(totalMs)} ms, at most ${ms(longestMs)} ms still`, '', null);
  if (existsSync(join(import.meta.dirname, '../../../out/page/index.html')))
    await addInApp(add, executable, quick);
  else add('a long note in the app', '', 'the page is not built (npm run build)', '', null);
}

function addTable(add: Add, { table, smallTable }: BadInput): void {
  const name = 'editor, table of 500 × 50';
  const small = `3 × 3: ${ms(smallTable.opensMs)} ms`;
  add(`${name}: opens`, '≤ 1 s', `${ms(table.opensMs)} ms`, small, table.opensMs <= 1_000);
  const ratio = (table.computingMs / smallTable.computingMs).toFixed(2);
  add(
    `${name}: key to paint`,
    'median ≤ 50 ms',
    `${spread(table.keys)} (computing ${ms(table.computingMs)})`,
    `computing ${ratio} × 3 × 3 (${ms(smallTable.computingMs)} ms)`,
    median(table.keys) <= 50,
  );
  for (const [what, time] of Object.entries(table.whole))
    add(
      `${name}: ${what}`,
      '≤ 500 ms',
      `computing ${ms(time)} ms`,
      `3 × 3: ${ms(smallTable.whole[what] ?? Number.NaN)} ms`,
      time <= 500,
    );
}

function addAlone(add: Add, { opens, keys, computing, heapMb, process: memory }: AloneResult): void {
  const bareOpens = bestOf((which) => median(opens[which]));
  add(
    'editor, 2,000 blocks: opens',
    '≤ 500 ms',
    `median ${ms(median(opens.ours))} ms`,
    `${(median(opens.ours) / bareOpens).toFixed(2)} (bare ${ms(bareOpens)} ms)`,
    median(opens.ours) <= 500,
  );
  for (const [passage, by] of Object.entries(keys)) {
    const bare = bestOf((which) => at(by[which], 0.95));
    const bareMedian = bestOf((which) => median(by[which]));
    const cpu = computing[passage];
    const cpuBare = cpu ? bestOf((which) => median(cpu[which])) : Number.NaN;
    const cpuOurs = cpu ? median(cpu.ours) : Number.NaN;
    const ratio = at(by.ours, 0.95) / bare;
    add(
      `editor, key to paint: ${passage}`,
      'p95 ≤ 16 ms, ≤ 1.3 × bare',
      `${spread(by.ours)} (computing ${ms(cpuOurs)})`,
      `p95 ${ratio.toFixed(2)}, median ${(median(by.ours) / bareMedian).toFixed(2)}, computing ${(cpuOurs / cpuBare).toFixed(2)} (bare p95 ${ms(bare)} ms)`,
      at(by.ours, 0.95) <= 16 && ratio <= 1.3,
    );
  }
  add(
    'editor, memory of the page with it open',
    '≤ 250 MB',
    memoryText(heapMb.ours, memory.ours),
    `bare: ${memoryText(heapMb['bare 1000'], memory['bare 1000'])}`,
    memory.ours.own <= 250,
  );
}

const memoryText = (heap: number, { own, resident }: ProcessMemory): string =>
  `${heap.toFixed(0)} MB of objects; process ${own.toFixed(0)} MB of its own, ${resident.toFixed(0)} with shared code`;

/** The better of the two bare editors: the one it is harder to be compared with. */
const bestOf = (value: (which: Which) => number): number => Math.min(value('bare 1000'), value('bare 100'));

async function addInApp(add: Add, executable: string, quick: boolean): Promise<void> {
  const app = await measureInApp(executable, { opens: quick ? 3 : 7, rounds: quick ? 1 : 4 });
  add('a long note in the app: opens', '', `median ${ms(median(app.opens))} ms`, '', null);
  add(
    'a long note in the app: key to paint, drafts going out',
    'p95 ≤ 16 ms',
    `${spread(app.keys)} (${app.keys.length} keys)`,
    '',
    at(app.keys, 0.95) <= 16,
  );
  const longest = Math.max(0, ...app.longTasks);
  add(
    'a long note in the app: longest task while drafts and revisions go out',
    '≤ 50 ms',
    `${longest === 0 ? 'none over 50' : ms(longest)} ms (${app.longTasks.length} over 50 ms, ${app.saves} saves)`,
    '',
    app.saves > 0 && longest <= 50,
  );
  for (const [what, tasks] of [
    ['a draft is stored', app.drafts],
    ['it is saved and comes back', app.revisions],
  ] as const)
    add(
      `a long note in the app: longest task while ${what}`,
      'computing ≤ 50 ms',
      `${ms(Math.max(...tasks.map(({ cpu }) => cpu)))} ms (median ${ms(median(tasks.map(({ cpu }) => cpu)))}; by the clock up to ${ms(Math.max(...tasks.map(({ wall }) => wall)))})`,
      '',
      tasks.every(({ cpu }) => cpu > 0 && cpu <= 50),
    );
  add(
    'a long note in the app: memory of the page',
    '≤ 250 MB',
    memoryText(app.heapMb, app.process),
    '',
    app.process.own <= 250,
  );
}

/** In the store, without a browser. */
export function measureSaves(add: Add, child: Child, quick: boolean): void {
  const times = JSON.parse(child('editor/revision-probe.ts', [quick ? '30' : '60'])) as SaveTimes;
  for (const [name, title] of [
    ['revisions', 'saving a long note, leaving a revision'],
    ['sitting', 'saving a long note, going on with a sitting'],
    ['drafts', 'storing a draft of a long note'],
  ] as const) {
    const wall = times[name].map((one) => one.wall);
    add(
      title,
      name === 'drafts' ? '' : 'median ≤ 20 ms',
      `${spread(wall)} (computing ${ms(median(times[name].map((one) => one.cpu)))})`,
      '',
      name === 'drafts' ? null : median(wall) <= 20,
    );
  }
}

/** A whole vault through the command line: from the start of the process to its end. */
export async function measureVault(add: Add, command: (args: readonly string[]) => string): Promise<void> {
  const what = 'import of a vault of 6,571 notes';
  if (!existsSync(VAULT)) {
    add(what, '≤ 15 s', 'left out: the vault is not here (HEIRLOOM_CORPORA)', '', null);
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'heirloom-bench-vault-'));
  try {
    const notes = await unzip(VAULT, join(folder, 'vault'));
    command(['init', join(folder, 'library'), '--name', 'Bench', '--language', 'en']);
    const start = performance.now();
    command(['import', 'notes', join(folder, 'vault'), '--library', join(folder, 'library')]);
    const seconds = (performance.now() - start) / 1_000;
    add(what, '≤ 15 s', `${seconds.toFixed(1)} s for ${notes} files, all of the process`, '', seconds <= 15);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function unzip(path: string, folder: string): Promise<number> {
  const zip = await yauzl.openPromise(path, { lazyEntries: true });
  let files = 0;
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue;
    const to = join(folder, entry.fileName);
    mkdirSync(dirname(to), { recursive: true });
    const parts: Buffer[] = [];
    for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer);
    writeFileSync(to, Buffer.concat(parts));
    if (entry.fileName.endsWith('.md')) files += 1;
  }
  return files;
}
