import { isIndexScattered, mergeIndexStep } from './full-text.ts';
import type { WriteDb } from './handle.ts';

/** Pages in the write-ahead log before it is copied back: 16 MB instead of 4. */
const BULK_PAGES = 4_000;
const USUAL_PAGES = 1_000;

/** How many imports are writing to a library just now. */
const running = new WeakMap<WriteDb, number>();

/**
 * For the length of an import, copies the write-ahead log back less often: pages that many rows touch are then
 * written once instead of with every piece. Nothing becomes less durable, every commit is still synced. Call what
 * comes back when done: it also begins to merge the search index, step by step between calls, which nobody waits for.
 */
export function beginBulk(db: WriteDb): () => void {
  running.set(db, (running.get(db) ?? 0) + 1);
  db.pragma(`wal_autocheckpoint = ${BULK_PAGES}`);
  return () => {
    running.set(db, (running.get(db) ?? 1) - 1);
    if (!db.open) return;
    db.pragma(`wal_autocheckpoint = ${USUAL_PAGES}`);
    db.pragma('wal_checkpoint(PASSIVE)');
    mergeInSteps(db);
  };
}

function mergeInSteps(db: WriteDb): void {
  let first = true;
  const step = (): void => {
    // A closed library, or the next import: it begins again when that is over.
    if (!db.open || (running.get(db) ?? 0) > 0) return;
    try {
      if (first && !isIndexScattered(db)) return;
      if (!mergeIndexStep(db, first)) return;
    } catch {
      // A full disk or a busy file: the index is as good as before, only not tidier.
      return;
    }
    first = false;
    setImmediate(step);
  };
  setImmediate(step);
}
