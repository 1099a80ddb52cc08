import type BetterSqlite from 'better-sqlite3';

// A handle says what may be done with it, so a function that only reads cannot be handed the power to write by
// habit, and a function that writes cannot be called on a library opened read-only.
declare const reads: unique symbol;
declare const writes: unique symbol;

export type ReadDb = BetterSqlite.Database & { readonly [reads]: true };
export type WriteDb = ReadDb & { readonly [writes]: true };

export function asReadDb(db: BetterSqlite.Database): ReadDb {
  return db as ReadDb;
}
export function asWriteDb(db: BetterSqlite.Database): WriteDb {
  return db as WriteDb;
}

/**
 * Runs `work` in one IMMEDIATE transaction: all of it is on disk when this returns, or none of it. Immediate, because
 * a transaction that begins as a reader and then writes can fail half way with SQLITE_BUSY.
 */
export function transact<T>(db: WriteDb, work: () => T): T {
  return db.inTransaction ? work() : db.transaction(work).immediate();
}

const caches = new WeakMap<BetterSqlite.Database, Map<string, BetterSqlite.Statement>>();

/** A prepared statement, kept for the life of the handle: preparing costs more than most of our queries. */
export function prepared(
  db: ReadDb,
  sql: string,
): BetterSqlite.Statement<unknown[], Record<string, unknown>> {
  let cache = caches.get(db);
  if (cache === undefined) {
    cache = new Map();
    caches.set(db, cache);
  }
  let statement = cache.get(sql);
  if (statement === undefined) {
    // List filters make many texts; without a cap a long-lived process would keep them all.
    if (cache.size > 500) cache.clear();
    statement = db.prepare(sql);
    cache.set(sql, statement);
  }
  return statement as BetterSqlite.Statement<unknown[], Record<string, unknown>>;
}
