import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { asReadDb, asWriteDb, type ReadDb, transact, type WriteDb } from './handle.ts';
import { MIGRATIONS, SCHEMA_VERSION } from './migrations/all.ts';

export const DATABASE_FILE = 'library.db';
/** "Herl": says in the file's header that it is ours. */
export const APPLICATION_ID = 0x4865726c;

export type ReadOnlyReason = '' | 'too-new' | 'folder' | 'asked';
export type LibraryDatabase = {
  readonly folder: string;
  readonly read: ReadDb;
  /** Null when the library can only be read; `readOnlyReason` says why. */
  readonly write: WriteDb | null;
  readonly readOnlyReason: ReadOnlyReason;
  readonly close: () => void;
};

export class NotALibrary extends Error {
  constructor(folder: string) {
    super(`no Heirloom library in ${folder}`);
    this.name = 'NotALibrary';
  }
}

export function isLibraryFolder(folder: string): boolean {
  return existsSync(join(folder, DATABASE_FILE));
}

function setPragmas(db: Sqlite.Database, writable: boolean): void {
  db.pragma('busy_timeout = 5000');
  if (writable) {
    const mode = db.pragma('journal_mode = WAL', { simple: true });
    // Some file systems refuse WAL silently; without it a crash during a write is a different (worse) story.
    if (mode !== 'wal')
      throw new Error(`this folder does not support a write-ahead log (got ${String(mode)})`);
    // better-sqlite3 defaults to NORMAL in WAL mode, which loses acknowledged commits when the power goes.
    db.pragma('synchronous = FULL');
  }
  db.pragma('foreign_keys = ON');
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  db.pragma('mmap_size = 0');
  db.pragma('cache_size = -32768');
  db.pragma('temp_store = MEMORY');
}

function canWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    accessSync(join(folder, DATABASE_FILE), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Makes an empty library in `folder`, which must not hold one yet. */
export function createDatabase(folder: string): LibraryDatabase {
  mkdirSync(folder, { recursive: true });
  if (isLibraryFolder(folder)) throw new Error(`there is a library in ${folder} already`);
  const db = new Sqlite(join(folder, DATABASE_FILE));
  setPragmas(db, true);
  db.pragma(`application_id = ${APPLICATION_ID}`);
  migrate(asWriteDb(db), 0);
  return { folder, read: asReadDb(db), write: asWriteDb(db), readOnlyReason: '', close: () => db.close() };
}

/**
 * Opens the library in `folder`. Brings an older one up to date after calling `beforeMigration` (which makes a
 * backup); opens a newer one, or one in a folder that cannot be written, for reading only. Throws NotALibrary.
 */
export function openDatabase(
  folder: string,
  options: { readonly readOnly?: boolean; readonly beforeMigration?: (db: ReadDb) => void } = {},
): LibraryDatabase {
  if (!isLibraryFolder(folder)) throw new NotALibrary(folder);
  const writable = options.readOnly !== true && canWrite(folder);
  let db = openFile(folder, !writable);
  const version = db.pragma('user_version', { simple: true }) as number;
  const ours = db.pragma('application_id', { simple: true }) === APPLICATION_ID && version > 0;
  if (!ours) {
    db.close();
    throw new NotALibrary(folder);
  }
  if (version > SCHEMA_VERSION) {
    db.close();
    db = openFile(folder, true);
    return readOnlyLibrary(folder, db, 'too-new');
  }
  if (!writable) return readOnlyLibrary(folder, db, options.readOnly === true ? 'asked' : 'folder');
  setPragmas(db, true);
  if (version < SCHEMA_VERSION) {
    options.beforeMigration?.(asReadDb(db));
    migrate(asWriteDb(db), version);
  }
  return { folder, read: asReadDb(db), write: asWriteDb(db), readOnlyReason: '', close: () => db.close() };
}

function openFile(folder: string, readonly: boolean): Sqlite.Database {
  try {
    const db = new Sqlite(join(folder, DATABASE_FILE), { readonly, fileMustExist: true });
    db.pragma('busy_timeout = 5000');
    // A file of any other kind fails here, with SQLITE_NOTADB, before we touch it.
    db.pragma('schema_version');
    return db;
  } catch (error) {
    if ((error as { code?: string }).code === 'SQLITE_NOTADB') throw new NotALibrary(folder);
    throw error;
  }
}

function readOnlyLibrary(
  folder: string,
  db: Sqlite.Database,
  readOnlyReason: ReadOnlyReason,
): LibraryDatabase {
  setPragmas(db, false);
  return { folder, read: asReadDb(db), write: null, readOnlyReason, close: () => db.close() };
}

/** Each step in a transaction of its own, with the version it leads to: a crash in between resumes there. */
function migrate(db: WriteDb, from: number): void {
  for (const migration of MIGRATIONS) {
    if (migration.version <= from) continue;
    transact(db, () => {
      migration.up(db);
      db.pragma(`user_version = ${migration.version}`);
    });
  }
}
