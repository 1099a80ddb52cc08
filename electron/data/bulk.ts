import type { WriteDb } from './handle.ts';

/** Pages in the write-ahead log before it is copied back: 16 MB instead of 4. */
const BULK_PAGES = 4_000;
const USUAL_PAGES = 1_000;

/**
 * For the length of an import, copies the write-ahead log back less often: pages that many rows touch are then
 * written once instead of with every piece. Nothing becomes less durable, every commit is still synced. Call what
 * comes back when done.
 */
export function beginBulk(db: WriteDb): () => void {
  db.pragma(`wal_autocheckpoint = ${BULK_PAGES}`);
  return () => {
    if (!db.open) return;
    db.pragma(`wal_autocheckpoint = ${USUAL_PAGES}`);
    db.pragma('wal_checkpoint(PASSIVE)');
  };
}
