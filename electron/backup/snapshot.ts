import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { RECORD_KINDS } from '../../shared/domain/record.ts';
import { asReadDb, type ReadDb } from '../data/handle.ts';
import { DATABASE_FILE } from '../data/open-database.ts';
import { countRecords } from '../data/records.ts';

// A backup is a whole, checked database under `backups/`, made by SQLite itself (VACUUM INTO), so it is consistent
// even while others write. It gets its final name only after it has been opened and found good. Media files are never
// changed once written, so a backup refers to them where they are.

export const BACKUPS_FOLDER = 'backups';
const NAME = /^library-(\d{8}T\d{9}Z)\.db$/;

export type Backup = {
  readonly name: string;
  readonly at: string;
  readonly bytes: number;
  readonly verified: boolean;
};
export type Problem = { readonly code: string; readonly detail: string };

/** `2026-03-01T08:30:00.000Z` as part of a file name that sorts. */
function stamp(now: string): string {
  return now.replace(/[-:.]/g, '');
}

function timeOf(name: string): string {
  const part = NAME.exec(name)?.[1] ?? '';
  return part.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z$/, '$1-$2-$3T$4:$5:$6.$7Z');
}

/** Newest first. */
export function listBackups(folder: string): Backup[] {
  const place = join(folder, BACKUPS_FOLDER);
  if (!existsSync(place)) return [];
  return readdirSync(place)
    .filter((name) => NAME.test(name))
    .sort()
    .reverse()
    .map((name) => ({ name, at: timeOf(name), bytes: statSync(join(place, name)).size, verified: true }));
}

/** What SQLite and we find wrong with a database file; empty when it is good. */
export function problemsOf(db: ReadDb): Problem[] {
  const problems: Problem[] = [];
  for (const row of db.pragma('quick_check(20)') as { quick_check: string }[]) {
    if (row.quick_check !== 'ok') problems.push({ code: 'quick-check', detail: row.quick_check });
  }
  for (const row of (db.pragma('foreign_key_check') as { table: string }[]).slice(0, 20)) {
    problems.push({ code: 'foreign-key', detail: row.table });
  }
  return problems;
}

function recordCounts(db: ReadDb): string {
  return RECORD_KINDS.map((kind) => countRecords(db, kind)).join(',');
}

/** Makes and verifies a backup; throws when the copy is not good, leaving the older ones alone. */
export function makeBackup(db: ReadDb, folder: string, now: string): Backup {
  const place = join(folder, BACKUPS_FOLDER);
  mkdirSync(place, { recursive: true, mode: 0o700 });
  const name = `library-${stamp(now)}.db`;
  const temporary = join(place, `${name}.part`);
  rmSync(temporary, { force: true });
  // VACUUM INTO takes no parameter for the name in every version; ours holds no quote, and the folder's are doubled.
  db.exec(`VACUUM INTO '${temporary.replaceAll("'", "''")}'`);
  const copy = new Sqlite(temporary, { readonly: true });
  try {
    const problems = problemsOf(asReadDb(copy));
    if (problems.length > 0) throw new Error(`the backup is not good: ${problems[0]?.detail}`);
    if (recordCounts(asReadDb(copy)) !== recordCounts(db))
      throw new Error('the backup does not hold every record');
  } catch (error) {
    copy.close();
    rmSync(temporary, { force: true });
    throw error;
  }
  copy.close();
  syncFile(temporary);
  renameSync(temporary, join(place, name));
  syncFile(place);
  return { name, at: now, bytes: statSync(join(place, name)).size, verified: true };
}

function syncFile(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Keeps what the retention rule says and deletes the rest. The newest is always kept. */
export function pruneBackups(folder: string): void {
  const all = listBackups(folder);
  const keep = keptBackups(all.map((backup) => backup.at));
  for (const backup of all)
    if (!keep.has(backup.at)) rmSync(join(folder, BACKUPS_FOLDER, backup.name), { force: true });
  for (const name of existsSync(join(folder, BACKUPS_FOLDER))
    ? readdirSync(join(folder, BACKUPS_FOLDER))
    : []) {
    // Left by a crash in the middle of a backup.
    if (name.endsWith('.part')) rmSync(join(folder, BACKUPS_FOLDER, name), { force: true });
  }
}

/** Newest of each of the last 7 days, 4 weeks and 6 months, of times in any order. */
export function keptBackups(times: readonly string[]): ReadonlySet<string> {
  const newestFirst = [...times].sort().reverse();
  const keep = new Set<string>(newestFirst.slice(0, 1));
  const buckets = [
    { count: 7, of: (time: string) => time.slice(0, 10) },
    { count: 4, of: (time: string) => String(Math.floor(Date.parse(time) / (7 * 24 * 3600 * 1000))) },
    { count: 6, of: (time: string) => time.slice(0, 7) },
  ];
  for (const bucket of buckets) {
    const seen = new Set<string>();
    for (const time of newestFirst) {
      const key = bucket.of(time);
      if (seen.has(key)) continue;
      if (seen.size === bucket.count) break;
      seen.add(key);
      keep.add(time);
    }
  }
  return keep;
}

/** Copies a backup's database into a new library folder after checking it. The library it came from is not touched. */
export function restoreInto(folder: string, name: string, target: string): void {
  if (!NAME.test(name)) throw new Error('no such backup');
  const source = join(folder, BACKUPS_FOLDER, name);
  const copy = new Sqlite(source, { readonly: true, fileMustExist: true });
  try {
    const problems = problemsOf(asReadDb(copy));
    if (problems.length > 0) throw new Error(`this backup is damaged: ${problems[0]?.detail}`);
    mkdirSync(target, { recursive: true });
    if (existsSync(join(target, DATABASE_FILE))) throw new Error('there is a library in that folder already');
    copy.exec(`VACUUM INTO '${join(target, DATABASE_FILE).replaceAll("'", "''")}'`);
  } finally {
    copy.close();
  }
  syncFile(join(target, DATABASE_FILE));
}
