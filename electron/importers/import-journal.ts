import type { RecordKind } from '../../shared/domain/record.ts';
import type { AnyRecord, RecordOf } from '../../shared/domain/record-of.ts';
import { prepared, type ReadDb, transact, type WriteDb } from '../data/handle.ts';
import { findRecord, itemOf, purgeRecord, putRecord } from '../data/records.ts';

// An import is too long for one transaction: nothing else could be saved until it ends. So it is written in pieces,
// and every piece writes into the library, in its own transaction, what would have to be undone. A cancel, a failure
// or a crash then takes all of it back, and "cancelled" means that nothing is left behind. The journal lies in the
// settings table under keys nobody else reads, so it needs no table of its own.

const PREFIX = 'importJournal:';

export type JournalEntry = {
  readonly kind: RecordKind;
  readonly id: string;
  /** 0 for a record the import made, else the version it found there and replaced. */
  readonly before: number;
};

/** Notes down what one piece did. Inside the transaction of that piece. `importId` names the import, `piece` counts. */
export function writeJournal(
  db: WriteDb,
  importId: string,
  piece: number,
  entries: readonly JournalEntry[],
): void {
  if (entries.length === 0) return;
  const value = JSON.stringify(entries.map((entry) => [entry.kind, entry.id, entry.before]));
  prepared(db, 'INSERT INTO setting (key, value) VALUES (?, ?)').run(
    `${PREFIX}${importId}:${String(piece).padStart(8, '0')}`,
    value,
  );
}

/** The import is complete: from here on it is not taken back. */
export function closeJournal(db: WriteDb, importId: string): void {
  transact(db, () => {
    prepared(db, 'DELETE FROM setting WHERE key >= ? AND key < ?').run(...range(importId));
  });
}

function range(importId: string): [string, string] {
  return [`${PREFIX}${importId}:`, `${PREFIX}${importId};`];
}

/** Takes one piece back, the newest first. Gives the number of records, or null when nothing is left to take back. */
function undoPiece(db: WriteDb, from: string, to: string): number | null {
  return transact(db, () => {
    const row = prepared(
      db,
      'SELECT key, value FROM setting WHERE key >= ? AND key < ? ORDER BY key DESC LIMIT 1',
    ).get(from, to);
    if (row === undefined) return null;
    const entries = JSON.parse(row.value as string) as [RecordKind, string, number][];
    for (const [kind, id, before] of entries.toReversed()) undoRecord(db, kind, id, before);
    prepared(db, 'DELETE FROM setting WHERE key = ?').run(row.key);
    return entries.length;
  });
}

/** Takes an import back, piece by piece; `breathe` lets other calls in between. */
export async function undoImport(
  db: WriteDb,
  importId: string,
  onProgress: (done: number) => void,
  breathe: () => Promise<void>,
): Promise<void> {
  const [from, to] = range(importId);
  let done = 0;
  for (;;) {
    const undone = undoPiece(db, from, to);
    if (undone === null) return;
    done += undone;
    onProgress(done);
    await breathe();
  }
}

/**
 * Takes back what imports left that never ended, because the process died. For the moment a library is opened, before
 * anybody works in it. Gives the number of records taken back: 0 nearly always, after one indexed look-up.
 */
export function undoUnfinishedImports(db: WriteDb): number {
  let done = 0;
  for (;;) {
    const undone = undoPiece(db, PREFIX, `${PREFIX.slice(0, -1)};`);
    if (undone === null) return done;
    done += undone;
  }
}

function undoRecord(db: WriteDb, kind: RecordKind, id: string, before: number): void {
  const present = findRecord(db, kind, id);
  if (present === undefined) return;
  // Somebody worked on it meanwhile: theirs is worth more than a clean undo.
  if (present.version !== before + 1) return;
  if (before === 0) {
    if (!isUsed(db, id)) purgeRecord(db, kind, id);
    return;
  }
  const older = prepared(
    db,
    'SELECT record FROM revision WHERE record_id = ? AND version = ? AND record IS NOT NULL',
  ).get(id, before)?.record;
  if (typeof older !== 'string') return;
  putRecord(db, itemOf(kind, JSON.parse(older) as RecordOf<typeof kind>) as AnyRecord);
  prepared(db, 'DELETE FROM revision WHERE record_id = ? AND version = ?').run(id, before + 1);
  prepared(db, 'UPDATE revision SET record = NULL WHERE record_id = ? AND version = ?').run(id, before);
}

function isUsed(db: ReadDb, id: string): boolean {
  return (
    prepared(db, 'SELECT 1 FROM link WHERE from_id = ? OR to_id = ? LIMIT 1').get(id, id) !== undefined ||
    prepared(db, 'SELECT 1 FROM topic_use WHERE topic_id = ? LIMIT 1').get(id) !== undefined
  );
}
