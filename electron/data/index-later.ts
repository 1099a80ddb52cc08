import { FINDABLE_KINDS, type FindableKind } from '../../shared/domain/record.ts';
import type { AnyRecord } from '../../shared/domain/record-of.ts';
import { textLength } from '../../shared/richtext/shrinking.ts';
import { documentsOf } from './derived.ts';
import { indexRecord } from './full-text.ts';
import { prepared, transact, type WriteDb } from './handle.ts';
import { findRecord, itemOf } from './records.ts';

// Cutting a text of 60,000 words into what search finds takes five times as long as storing it. Nobody should wait for that
// with every save, so a long text is found under its older words for a moment: the save notes that its index is old (in the
// same transaction, so a crash in between is made good at the next opening), and a quiet moment later it is made new.

/** From this many letters on. Shorter texts are indexed with the save, in a few milliseconds. */
const LONG = 30_000;
/** After the last save of a long text. */
const QUIET_MS = 2_000;

const KEY = 'indexLater';

/** True when this save changes nothing but a long text, so that search may learn of it a moment later. */
export function mayIndexLater(before: AnyRecord, after: AnyRecord): boolean {
  if (before.record.deletedAt !== after.record.deletedAt) return false;
  if (!FINDABLE_KINDS.some((kind) => kind === after.kind)) return false;
  const length = documentsOf(after).reduce((sum, document) => sum + textLength(document), 0);
  if (length < LONG) return false;
  // Titles, names and everything else a list or a filter shows must be right at once.
  const [old, now] = [before.record, after.record] as unknown as [Fields, Fields];
  return Object.keys(now).every(
    (field) =>
      field === 'version' ||
      field === 'updatedAt' ||
      ((field === 'document' || field === 'notes' || field === 'sections') && now['title'] !== '') ||
      JSON.stringify(old[field]) === JSON.stringify(now[field]),
  );
}

type Fields = Record<string, unknown>;
type Marked = { readonly kind: FindableKind; readonly id: string };

function marked(db: WriteDb): Marked[] {
  const row = prepared(db, 'SELECT value FROM setting WHERE key = ?').get(KEY);
  return row === undefined ? [] : (JSON.parse(row.value as string) as Marked[]);
}

const timers = new WeakMap<WriteDb, NodeJS.Timeout>();

/** Notes that the record's index is old, inside the transaction of its save, and plans to make it new. */
export function indexSoon(db: WriteDb, item: AnyRecord): void {
  const { id } = item.record;
  const all = marked(db);
  if (!all.some((one) => one.id === id)) writeMarked(db, [...all, { kind: item.kind as FindableKind, id }]);
  clearTimeout(timers.get(db));
  const timer = setTimeout(() => {
    // A closed library catches up at its next opening; a full disk must not end the process.
    try {
      if (db.open) indexMarked(db);
    } catch {
      // It stays noted.
    }
  }, QUIET_MS);
  timer.unref();
  timers.set(db, timer);
}

/** Makes new what was noted; at opening and in quiet moments. One transaction a record. */
export function indexMarked(db: WriteDb): void {
  for (const { kind, id } of marked(db)) {
    transact(db, () => {
      const record = findRecord(db, kind, id);
      if (record !== undefined && record.deletedAt === null) indexRecord(db, itemOf(kind, record), false);
      writeMarked(
        db,
        marked(db).filter((one) => one.id !== id),
      );
    });
  }
}

function writeMarked(db: WriteDb, all: readonly Marked[]): void {
  if (all.length === 0) prepared(db, 'DELETE FROM setting WHERE key = ?').run(KEY);
  else
    prepared(db, 'INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)').run(KEY, JSON.stringify(all));
}
