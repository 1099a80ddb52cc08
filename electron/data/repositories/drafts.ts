import type { FindableKind } from '../../../shared/domain/record.ts';
import { prepared, type ReadDb, type WriteDb } from '../handle.ts';

export type DraftField = 'document' | 'notes' | 'sections';
export type DraftRow = {
  readonly kind: FindableKind;
  readonly recordId: string;
  readonly field: DraftField;
  readonly value: string;
  readonly baseVersion: number;
  readonly updatedAt: string;
};

const COLUMNS =
  'kind, record_id AS recordId, field, value, base_version AS baseVersion, updated_at AS updatedAt';

export function putDraft(db: WriteDb, draft: DraftRow): void {
  prepared(
    db,
    'INSERT OR REPLACE INTO draft (kind, record_id, field, value, base_version, updated_at) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(draft.kind, draft.recordId, draft.field, draft.value, draft.baseVersion, draft.updatedAt);
}

export function findDraft(db: ReadDb, recordId: string, field: DraftField): DraftRow | undefined {
  return prepared(db, `SELECT ${COLUMNS} FROM draft WHERE record_id = ? AND field = ?`).get(
    recordId,
    field,
  ) as DraftRow | undefined;
}

export function discardDraft(db: WriteDb, recordId: string, field: DraftField): void {
  prepared(db, 'DELETE FROM draft WHERE record_id = ? AND field = ?').run(recordId, field);
}

/** Newest first. */
export function listDrafts(db: ReadDb): DraftRow[] {
  return prepared(db, `SELECT ${COLUMNS} FROM draft ORDER BY updated_at DESC LIMIT 200`).all() as DraftRow[];
}
