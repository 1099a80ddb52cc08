import { setImmediate as breathe } from 'node:timers/promises';
import type { Id } from '../../shared/base/ids.ts';
import { prepared, type ReadDb } from '../data/handle.ts';
import { findRecord } from '../data/records.ts';
import { TABLE_OF } from '../data/tables.ts';
import { wordsPrint } from './documents/words-print.ts';
import { lastImported } from './last-imported.ts';

// Which note of the library each file is, decided before the first one is read, so that links can point forward.

export type NotePlan = {
  readonly ids: Map<string, Id>;
  /** Keys of files that are notes of the library under another path: renamed or moved since. */
  readonly moved: ReadonlySet<string>;
  /** Keys of files that our own export wrote of a note that is here, and not from this source: known by its id alone. */
  readonly known: ReadonlySet<string>;
  /** Ids in files of our own that are another note here: somebody else has the id, or another file said it first. */
  readonly renamed: ReadonlyMap<Id, Id>;
  /** Notes of this source whose files are not among these. They stay: a file that is away is no wish to delete. */
  readonly gone: number;
};

/** So many files and so many notes are compared by their words at most: it is a courtesy, not worth minutes. */
const COMPARED_MAX = 5_000;
/** Milliseconds after which others may have the library for a moment. */
const BREATH = 50;

export type PlanWish = {
  readonly source: string;
  readonly keys: readonly string[];
  /** What files of our own export say they are, by key. Believed where it is a note, or nothing yet. */
  readonly ownIds: ReadonlyMap<string, Id>;
  readonly makeId: () => Id;
  /**
   * The words of new files as `wordsPrint` has them; asked only where notes lack their files: a note and a file with the
   * same words are one.
   */
  readonly prints: (keys: readonly string[]) => Promise<ReadonlyMap<string, string>>;
};

export async function planNotes(db: ReadDb, wish: PlanWish): Promise<NotePlan> {
  const { source, keys, makeId, prints } = wish;
  const rows = prepared(
    db,
    "SELECT id, external_id AS key, deleted_at IS NULL AS here FROM note WHERE source = ? AND external_id <> '' ORDER BY id",
  ).all(source) as { id: string; key: string; here: number }[];
  const byKey = new Map(rows.map((row) => [row.key, row.id]));
  const keyOf = new Map(rows.map((row) => [row.id, row.key]));
  const ids = new Map<string, Id>();
  const moved = new Set<string>();
  const known = new Set<string>();
  const renamed = new Map<Id, Id>();
  const claimed = new Set<Id>();
  const take = (key: string, id: Id): void => {
    ids.set(key, id);
    claimed.add(id);
  };
  let lastBreath = performance.now();
  for (const [key, id] of wish.ownIds) {
    if (performance.now() - lastBreath > BREATH) {
      await breathe();
      lastBreath = performance.now();
    }
    if (claimed.has(id) || !(isNote(db, id) || (byKey.get(key) === undefined && isFree(db, id)))) continue;
    take(key, id);
    const earlier = keyOf.get(id);
    if (earlier === undefined) {
      if (isNote(db, id)) known.add(key);
    } else if (earlier !== key) moved.add(key);
  }
  for (const key of keys) {
    const id = byKey.get(key);
    if (id !== undefined && !ids.has(key) && !claimed.has(id)) take(key, id);
  }
  const wanted = new Set(keys);
  const fresh = keys.filter((key) => !ids.has(key));
  const missing = rows.filter((row) => row.here === 1 && !wanted.has(row.key) && !claimed.has(row.id));
  let found = 0;
  if (
    missing.length > 0 &&
    fresh.length > 0 &&
    missing.length <= COMPARED_MAX &&
    fresh.length <= COMPARED_MAX
  ) {
    const byPrint = await notesByPrint(db, missing);
    for (const [key, print] of await prints(fresh)) {
      const id = print === '' ? undefined : byPrint.get(print);
      if (id === undefined || id === null) continue;
      // The first file with these words has the note; a second one is a copy.
      byPrint.delete(print);
      take(key, id);
      moved.add(key);
      found += 1;
    }
  }
  for (const key of fresh) if (!ids.has(key)) ids.set(key, makeId());
  for (const [key, id] of wish.ownIds) {
    const here = ids.get(key);
    if (here !== undefined && here !== id && !claimed.has(id) && !renamed.has(id)) renamed.set(id, here);
  }
  return { ids, moved, known, renamed, gone: missing.length - found };
}

const isNote = (db: ReadDb, id: Id): boolean =>
  prepared(db, 'SELECT 1 FROM note WHERE id = ?').get(id) !== undefined;

const TABLES = Object.values(TABLE_OF);
const ANYTHING = TABLES.map((table) => `SELECT 1 FROM ${table} WHERE id = ?`).join(' UNION ALL ');

/** True when no record of any kind has the id. */
export const isFree = (db: ReadDb, id: Id): boolean =>
  prepared(db, `${ANYTHING} LIMIT 1`).get(TABLES.map(() => id)) === undefined;

/** Null for words that several notes share: which of them moved cannot be told. */
async function notesByPrint(
  db: ReadDb,
  rows: readonly { readonly id: string }[],
): Promise<Map<string, string | null>> {
  const byPrint = new Map<string, string | null>();
  let lastBreath = performance.now();
  for (const { id } of rows) {
    const note = findRecord(db, 'note', id);
    if (note === undefined) continue;
    const print = wordsPrint(lastImported(db, 'note', note).document);
    byPrint.set(print, byPrint.has(print) ? null : id);
    if (performance.now() - lastBreath > BREATH) {
      await breathe();
      lastBreath = performance.now();
    }
  }
  return byPrint;
}
