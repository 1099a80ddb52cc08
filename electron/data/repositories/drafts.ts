import type { FindableKind } from '../../../shared/domain/record.ts';
import { prepared, type ReadDb, type WriteDb } from '../handle.ts';
import { longInBytes } from '../long-texts.ts';

export type DraftField = 'document' | 'notes' | 'sections';
/** Which text: of which record, in which field, and of `sections` which step (its id; empty for the field as a whole). */
export type DraftPlace = { readonly recordId: string; readonly field: DraftField; readonly part: string };
export type DraftRow = DraftPlace & {
  readonly kind: FindableKind;
  /** Which load of a page wrote it; empty for callers that are no page. */
  readonly writer: string;
  readonly value: string;
  readonly baseVersion: number;
  readonly updatedAt: string;
};

const COLUMNS =
  'kind, record_id AS recordId, field, part, writer, base_version AS baseVersion, updated_at AS updatedAt';
const OF_TEXT = 'record_id = ? AND field = ? AND part = ?';

/** A draft with its letters as they are stored, those of a long text in bytes (see `long-texts.ts`). */
export type StoredDraft = Omit<DraftRow, 'value'> & { readonly value: string | Buffer };

export function putDraft(db: WriteDb, draft: StoredDraft): void {
  prepared(
    db,
    `INSERT OR REPLACE INTO draft (kind, record_id, field, part, writer, value, base_version, updated_at)
      VALUES (?, ?, ?, ?, ?, CAST(? AS TEXT), ?, ?)`,
  ).run(
    draft.kind,
    draft.recordId,
    draft.field,
    draft.part,
    draft.writer,
    draft.value,
    draft.baseVersion,
    draft.updatedAt,
  );
}

/** The newest draft of a text, whoever wrote it. */
export function findDraft(db: ReadDb, { recordId, field, part }: DraftPlace): DraftRow | undefined {
  return prepared(
    db,
    `SELECT ${COLUMNS}, value FROM draft WHERE ${OF_TEXT} ORDER BY updated_at DESC, writer LIMIT 1`,
  ).get(recordId, field, part) as DraftRow | undefined;
}

/** What one writer left in one record. */
export function draftsOf(db: ReadDb, recordId: string, writer: string): StoredDraft[] {
  return prepared(
    db,
    `SELECT ${COLUMNS}, ${longInBytes('value')} FROM draft WHERE record_id = ? AND writer = ?`,
  ).all(recordId, writer) as StoredDraft[];
}

/** Makes the draft of one writer another's, in place of what that one had. */
export function adoptDraft(
  db: WriteDb,
  { recordId, field, part }: DraftPlace,
  from: string,
  to: string,
): void {
  prepared(db, `UPDATE OR REPLACE draft SET writer = ? WHERE ${OF_TEXT} AND writer = ?`).run(
    to,
    recordId,
    field,
    part,
    from,
  );
}

export function discardDraft(db: WriteDb, { recordId, field, part }: DraftPlace, writer: string): void {
  prepared(db, `DELETE FROM draft WHERE ${OF_TEXT} AND writer = ?`).run(recordId, field, part, writer);
}

/** Newest first, one a record and field. */
export function listDrafts(db: ReadDb): DraftRow[] {
  return prepared(
    db,
    `SELECT ${COLUMNS}, value FROM draft AS one WHERE NOT EXISTS (
       SELECT 1 FROM draft AS newer WHERE newer.record_id = one.record_id AND newer.field = one.field
         AND (newer.updated_at, newer.part, newer.writer) > (one.updated_at, one.part, one.writer))
     ORDER BY updated_at DESC LIMIT 200`,
  ).all() as DraftRow[];
}
