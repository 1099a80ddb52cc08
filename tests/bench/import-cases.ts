/**
 * How fast cases come in: rows a second into a library that holds 100,000 cases already, beside the same rows put
 * into a bare SQLite table with an FTS5 index (unicode61) in the same run. Run: node tests/bench/import-cases.ts
 * [rows before] [rows a run] [runs].
 */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { uuidv7 } from 'uuidv7';
import { ensureIndex } from '../../electron/data/full-text.ts';
import type { WriteDb } from '../../electron/data/handle.ts';
import { createDatabase } from '../../electron/data/open-database.ts';
import { importCases } from '../../electron/importers/case-import.ts';
import { previewCases } from '../../electron/importers/case-preview.ts';
import { type BenchRow, benchRows, toCsv } from './case-rows.ts';

const BEFORE = Number(process.argv[2] ?? 100_000);
const ROWS = Number(process.argv[3] ?? 10_000);
const RUNS = Number(process.argv[4] ?? 3);
const BARE_PIECE = 1_000;

/** `rowsPerCpuSecond` says the same on a busy machine as on an idle one. */
type Measured = {
  readonly rowsPerSecond: number;
  readonly rowsPerCpuSecond: number;
  readonly longestGap: number;
};

function cpuSeconds(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1_000_000;
}

async function importRows(db: WriteDb, folder: string, rows: readonly BenchRow[]): Promise<Measured> {
  const path = join(folder, 'rows.csv');
  writeFileSync(path, toCsv(rows));
  const preview = await previewCases(path, 'rows.csv', {});
  let last = performance.now();
  let longestGap = 0;
  const tick = setInterval(() => {
    const now = performance.now();
    longestGap = Math.max(longestGap, now - last);
    last = now;
  }, 1);
  const cpu = process.cpuUsage();
  const start = performance.now();
  const result = await importCases({
    db,
    path,
    source: 'bench',
    reading: preview.reading,
    mapping: preview.mapping,
    dryRun: false,
    now: () => new Date().toISOString(),
    makeId: uuidv7,
    authorId: null,
    onProgress: () => {},
    signal: new AbortController().signal,
  });
  const seconds = (performance.now() - start) / 1_000;
  const rowsPerCpuSecond = rows.length / cpuSeconds(cpu);
  clearInterval(tick);
  if (result.created !== rows.length) throw new Error(`expected ${rows.length} new, got ${result.created}`);
  return { rowsPerSecond: rows.length / seconds, rowsPerCpuSecond, longestGap };
}

function bareDatabase(path: string): Sqlite.Database {
  const db = new Sqlite(path);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec(`CREATE TABLE row (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, title TEXT, product TEXT, customer TEXT,
    opened TEXT, status TEXT, description TEXT, resolution TEXT);
    CREATE VIRTUAL TABLE row_text USING fts5(title, body, content='', tokenize='unicode61')`);
  return db;
}

function insertBare(db: Sqlite.Database, rows: readonly BenchRow[]): Measured {
  const insert = db.prepare(
    'INSERT INTO row (key, title, product, customer, opened, status, description, resolution) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const index = db.prepare('INSERT INTO row_text (rowid, title, body) VALUES (?, ?, ?)');
  const piece = db.transaction((part: readonly BenchRow[]) => {
    for (const row of part) {
      const { lastInsertRowid } = insert.run(...Object.values(row));
      index.run(
        lastInsertRowid,
        row.title,
        `${row.product}\n${row.customer}\n${row.description}\n${row.resolution}`,
      );
    }
  });
  const cpu = process.cpuUsage();
  const start = performance.now();
  for (let at = 0; at < rows.length; at += BARE_PIECE) piece.immediate(rows.slice(at, at + BARE_PIECE));
  const rowsPerSecond = rows.length / ((performance.now() - start) / 1_000);
  return { rowsPerSecond, rowsPerCpuSecond: rows.length / cpuSeconds(cpu), longestGap: 0 };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

async function measure(name: string, wordsEach: number) {
  const folder = mkdtempSync(join(tmpdir(), 'heirloom-bench-'));
  try {
    const library = createDatabase(join(folder, 'library'));
    const db = library.write;
    if (db === null) throw new Error('not writable');
    ensureIndex(db);
    const bare = bareDatabase(join(folder, 'bare.db'));
    for (let at = 0; at < BEFORE; at += 20_000) {
      const rows = benchRows(at, Math.min(20_000, BEFORE - at), wordsEach);
      await importRows(db, folder, rows);
      insertBare(bare, rows);
    }
    const ours: Measured[] = [];
    const theirs: Measured[] = [];
    let bytes = 0;
    for (let run = 0; run < RUNS; run += 1) {
      const rows = benchRows(BEFORE + run * ROWS, ROWS, wordsEach);
      theirs.push(insertBare(bare, rows));
      ours.push(await importRows(db, folder, rows));
      bytes = statSync(join(folder, 'rows.csv')).size / ROWS;
    }
    library.close();
    bare.close();
    const our = median(ours.map((one) => one.rowsPerSecond));
    const their = median(theirs.map((one) => one.rowsPerSecond));
    const ourCpu = median(ours.map((one) => one.rowsPerCpuSecond));
    const theirCpu = median(theirs.map((one) => one.rowsPerCpuSecond));
    return {
      rows: name,
      'bytes a row': Math.round(bytes),
      'rows/s': Math.round(our),
      'bare rows/s': Math.round(their),
      ratio: Number((our / their).toFixed(2)),
      'rows/cpu s': Math.round(ourCpu),
      'cpu ratio': Number((ourCpu / theirCpu).toFixed(2)),
      'longest block ms': Math.round(Math.max(...ours.map((one) => one.longestGap))),
      'memory MB': Math.round(process.memoryUsage().rss / 1_048_576),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const results = [await measure('short (work orders)', 12), await measure('long (complaints)', 120)];
console.log(`import of ${ROWS} cases into a library of ${BEFORE}, median of ${RUNS} runs`);
console.table(results);
console.log('wanted: at least 5,000 rows/s and a ratio of at least 0.4');
