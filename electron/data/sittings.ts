import type { AnyRecord } from '../../shared/domain/record-of.ts';
import { prepared, type ReadDb } from './handle.ts';
import { losesText } from './lost-text.ts';

// Writing for an hour means a hundred saves. The history shows sittings, not saves: a save goes on with the revision of
// the one before when the same person wrote it just before, so that what stays in the history is where each sitting
// began and where it ended, and what a save within it took away.

/** Saves further apart than this belong to two sittings. */
const PAUSE_MS = 10 * 60_000;
/** A long sitting leaves a revision each half hour all the same. */
const STRETCH_MS = 30 * 60_000;

/** True when the version about to be replaced needs no revision of its own. Call inside the transaction of the save. */
export function continuesSitting(
  db: ReadDb,
  before: AnyRecord,
  after: AnyRecord,
  by: { readonly authorId: string | null; readonly reason: string },
): boolean {
  // Only plain writing goes on: what was imported, restored, merged, published or binned stays visible as such.
  if (by.reason !== '') return false;
  const row = prepared(
    db,
    'SELECT author_id AS authorId, at, reason FROM revision WHERE record_id = ? AND version = ?',
  ).get(before.record.id, before.record.version);
  if (row === undefined || row.reason !== '' || row.authorId !== by.authorId) return false;
  const [then, now] = [Date.parse(row.at as string), Date.parse(after.record.updatedAt)];
  if (!(now - then >= 0 && now - then < PAUSE_MS)) return false;
  if (Math.floor(then / STRETCH_MS) !== Math.floor(now / STRETCH_MS)) return false;
  return !leftInPackage(db, row.at as string) && !losesText(before, after);
}

/**
 * True when a package has gone out since: it carries the version about to be replaced, and who took it builds on that. The
 * package that comes back can only be told from a conflict while the history still knows the version.
 */
function leftInPackage(db: ReadDb, since: string): boolean {
  return (
    prepared(db, "SELECT 1 FROM package_log WHERE direction = 'out' AND at >= ? LIMIT 1").get(since) !==
    undefined
  );
}
