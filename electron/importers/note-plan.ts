import { setImmediate as breathe } from 'node:timers/promises';
import type { Id } from '../../shared/base/ids.ts';
import { prepared, type ReadDb } from '../data/handle.ts';
import { findRecord } from '../data/records.ts';
import { wordsPrint } from './documents/words-print.ts';
import { lastImported } from './last-imported.ts';

// Which note of the library each file is, decided before the first one is read, so that links can point forward.

export type NotePlan = {
  readonly ids: Map<string, Id>;
  /** Keys of files that are notes of the library under another path: renamed or moved since. */
  readonly moved: ReadonlySet<string>;
  /** Notes of this source whose files are not among these. They stay: a file that is away is no wish to delete. */
  readonly gone: number;
};

/** So many files and so many notes are compared by their words at most: it is a courtesy, not worth minutes. */
const COMPARED_MAX = 5_000;

/**
 * `prints` gives the words of new files as `wordsPrint` has them, and is asked only where notes lack their files:
 * a note and a file with the same words are one.
 */
export async function planNotes(
  db: ReadDb,
  source: string,
  keys: readonly string[],
  makeId: () => Id,
  prints: (keys: readonly string[]) => Promise<ReadonlyMap<string, string>>,
): Promise<NotePlan> {
  const rows = prepared(
    db,
    "SELECT id, external_id AS key, deleted_at IS NULL AS here FROM note WHERE source = ? AND external_id <> '' ORDER BY id",
  ).all(source) as { id: string; key: string; here: number }[];
  const known = new Map(rows.map((row) => [row.key, row.id]));
  const wanted = new Set(keys);
  const fresh = keys.filter((key) => !known.has(key));
  const missing = rows.filter((row) => row.here === 1 && !wanted.has(row.key));
  const ids = new Map<string, Id>();
  for (const key of keys) {
    const id = known.get(key);
    if (id !== undefined) ids.set(key, id);
  }
  const moved = new Set<string>();
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
      ids.set(key, id);
      moved.add(key);
    }
  }
  for (const key of fresh) if (!ids.has(key)) ids.set(key, makeId());
  return { ids, moved, gone: missing.length - moved.size };
}

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
    if (performance.now() - lastBreath > 50) {
      await breathe();
      lastBreath = performance.now();
    }
  }
  return byPrint;
}
