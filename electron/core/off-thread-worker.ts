// Slow looks at the whole database (check, backup) on a thread of their own. SQLite blocks the thread that calls it,
// and the store's own thread must go on answering. Reads through a connection of its own and never writes the library.

import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import Sqlite from 'better-sqlite3';
import { makeBackup, problemsOf } from '../backup/snapshot.ts';
import { asReadDb } from '../data/handle.ts';
import { DATABASE_FILE } from '../data/open-database.ts';

export type OffThreadTask =
  | { readonly type: 'check'; readonly folder: string }
  | { readonly type: 'backup'; readonly folder: string; readonly now: string };
export type OffThreadAnswer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string };

function run(task: OffThreadTask): unknown {
  const db = new Sqlite(join(task.folder, DATABASE_FILE), { readonly: true, fileMustExist: true });
  db.pragma('busy_timeout = 5000');
  try {
    return task.type === 'check' ? problemsOf(asReadDb(db)) : makeBackup(asReadDb(db), task.folder, task.now);
  } finally {
    db.close();
  }
}

let answer: OffThreadAnswer;
try {
  answer = { ok: true, value: run(workerData as OffThreadTask) };
} catch (error) {
  answer = { ok: false, message: error instanceof Error ? error.message : String(error) };
}
parentPort?.postMessage(answer);
