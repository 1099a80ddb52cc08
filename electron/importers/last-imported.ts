import type { RecordKind } from '../../shared/domain/record.ts';
import type { RecordOf } from '../../shared/domain/record-of.ts';
import { prepared, type ReadDb } from '../data/handle.ts';

/** The reason written with every version an import made. */
export const IMPORT_REASON = 'import';

/**
 * The record as the last import left it; the record itself when nobody changed it since. First versions count as
 * imported: a record is only asked for here because it carries the source and key of one.
 */
export function lastImported<K extends RecordKind>(db: ReadDb, _kind: K, present: RecordOf<K>): RecordOf<K> {
  if (present.version === 1) return present;
  const row = prepared(
    db,
    `SELECT version, record FROM revision WHERE record_id = ? AND (reason = ? OR version = 1)
      ORDER BY version DESC LIMIT 1`,
  ).get(present.id, IMPORT_REASON);
  if (row === undefined || row.version === present.version || typeof row.record !== 'string') return present;
  return JSON.parse(row.record) as RecordOf<K>;
}
