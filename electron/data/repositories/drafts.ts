import type { FindableKind } from '../../../shared/domain/record.ts';
import { prepared, type ReadDb, type WriteDb } from '../handle.ts';

export type DraftField = 'document' | 'notes' | 'sections';
export type DraftRow = {
  readonly kind: FindableKind;
  readonly recordId: string;
  readonly field: DraftField;
  /** Which load of a page wrote it; empty for callers that are no page. */
  readonly writer: string;
  readonly value: string;
  readonly baseVersion: number;
  readonly updatedAt: string;
};

const COLUMNS =
  'kind, record_id AS recordId, field, writer, value, base_version AS baseVersion, updated_at AS updatedAt';

export function putDraft(db: WriteDb, draft: DraftRow): void {
  prepared(
    db,
    'INSERT OR REPLACE INTO draft (kind, record_id, field, writer, value, base_version, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
  ).run(
    draft.kind,
    draft.recordId,
    draft.field,
    draft.writer,
    draft.value,
    draft.baseVersion,
    draft.updatedAt,
  );
}

/** The newest draft of a text, whoever wrote it. */
export function findDraft(db: ReadDb, recordId: string, field: DraftField): DraftRow | undefined {
  return prepared(
    db,
    `SELECT ${COLUMNS} FROM draft WHERE record_id = ? AND field = ? ORDER BY updated_at DESC, writer LIMIT 1`,
  ).get(recordId, field) as DraftRow | undefined;
}

/** Makes the draft of one writer another's, in place of what that one had. */
export function adoptDraft(db: WriteDb, recordId: string, field: DraftField, from: string, to: string): void {
  prepared(db, 'UPDATE OR REPLACE draft SET writer = ? WHERE record_id = ? AND field = ? AND writer = ?').run(
    to,
    recordId,
    field,
    from,
  );
}

export function discardDraft(db: WriteDb, recordId: string, field: DraftField, writer: string): void {
  prepared(db, 'DELETE FROM draft WHERE record_id = ? AND field = ? AND writer = ?').run(
    recordId,
    field,
    writer,
  );
}

/** Newest first, one a text. */
export function listDrafts(db: ReadDb): DraftRow[] {
  return prepared(
    db,
    `SELECT ${COLUMNS} FROM draft AS one WHERE NOT EXISTS (
       SELECT 1 FROM draft AS newer WHERE newer.record_id = one.record_id AND newer.field = one.field
         AND (newer.updated_at, newer.writer) > (one.updated_at, one.writer))
     ORDER BY updated_at DESC LIMIT 200`,
  ).all() as DraftRow[];
}
