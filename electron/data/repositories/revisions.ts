import type { RecordKind } from '../../../shared/domain/record.ts';
import { prepared, type ReadDb } from '../handle.ts';

export type RevisionRow = {
  readonly id: string;
  readonly kind: RecordKind;
  readonly recordId: string;
  readonly version: number;
  readonly authorId: string | null;
  readonly at: string;
  readonly reason: string;
};

const COLUMNS = 'id, kind, record_id AS recordId, version, author_id AS authorId, at, reason';

/** Newest first. */
export function listRevisions(db: ReadDb, recordId: string, limit: number): RevisionRow[] {
  return prepared(
    db,
    `SELECT ${COLUMNS} FROM revision WHERE record_id = ? ORDER BY version DESC LIMIT ?`,
  ).all(recordId, limit) as RevisionRow[];
}

/** The revision and its record's JSON; null text means that it is the present version. */
export function findRevision(
  db: ReadDb,
  id: string,
): { row: RevisionRow; record: string | null } | undefined {
  const found = prepared(db, `SELECT ${COLUMNS}, record FROM revision WHERE id = ?`).get(id);
  if (found === undefined) return undefined;
  const { record, ...row } = found;
  return { row: row as RevisionRow, record: record as string | null };
}

/** The JSON of one past version of a record, where it was kept. */
export function revisionText(db: ReadDb, recordId: string, version: number): string | null {
  const row = prepared(db, 'SELECT record FROM revision WHERE record_id = ? AND version = ?').get(
    recordId,
    version,
  );
  return (row?.record as string | null | undefined) ?? null;
}
