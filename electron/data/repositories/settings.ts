import { prepared, type ReadDb, type WriteDb } from '../handle.ts';

/** A setting of the library, or undefined. Values are JSON. */
export function readSetting(db: ReadDb, key: string): unknown {
  const row = prepared(db, 'SELECT value FROM setting WHERE key = ?').get(key);
  return row === undefined ? undefined : JSON.parse(row.value as string);
}

export function writeSetting(db: WriteDb, key: string, value: unknown): void {
  prepared(db, 'INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)').run(key, JSON.stringify(value));
}
