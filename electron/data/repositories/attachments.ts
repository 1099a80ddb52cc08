import type { Attachment } from '../../../shared/domain/attachment.ts';
import type { FindableKind } from '../../../shared/domain/record.ts';
import { prepared, type ReadDb } from '../handle.ts';
import { toRecord } from '../records.ts';
import { TABLE_OF } from '../tables.ts';
import { equals, type ListPage, type ListQuery, listRecords } from './list.ts';

export function listAttachments(
  db: ReadDb,
  query: ListQuery<{ ownerId?: string | undefined }>,
): ListPage<Attachment> {
  return listRecords(
    db,
    'attachment',
    query,
    equals('owner_id', query.filter.ownerId),
    ['createdAt'],
    (one) => one,
  );
}

/** The live attachment that already says the same: this content, under this name, for this owner. */
export function findSameAttachment(
  db: ReadDb,
  wanted: Pick<Attachment, 'sha256' | 'fileName' | 'ownerId'>,
): Attachment | undefined {
  const row = prepared(
    db,
    `SELECT * FROM attachment WHERE owner_id IS ? AND sha256 = ? AND file_name = ? AND deleted_at IS NULL
      ORDER BY id LIMIT 1`,
  ).get(wanted.ownerId, wanted.sha256, wanted.fileName);
  return row === undefined ? undefined : toRecord('attachment', row);
}

/** The live attachments of a record, the newest first. */
export function ownedAttachments(db: ReadDb, ownerId: string): Attachment[] {
  const rows = prepared(
    db,
    'SELECT * FROM attachment WHERE owner_id = ? AND deleted_at IS NULL ORDER BY created_at DESC, id',
  ).all(ownerId);
  return rows.map((row) => toRecord('attachment', row));
}

/** Every content that an attachment names, binned ones too. */
export function attachedContents(db: ReadDb): Set<string> {
  const rows = prepared(db, 'SELECT DISTINCT sha256 FROM attachment').all();
  return new Set(rows.map((row) => row.sha256 as string));
}

/** True when any attachment, binned ones too, names this content. */
export const isContentAttached = (db: ReadDb, sha256: string): boolean =>
  prepared(db, 'SELECT 1 FROM attachment WHERE sha256 = ? LIMIT 1').get(sha256) !== undefined;

/** Where texts lie that may show an attachment: what stands, what waits, what was, and imports that could be taken back. */
const TEXTS = [
  ['note', 'document'],
  ['question', 'document'],
  ['answer', 'document'],
  ['session', 'notes'],
  ['playbook', 'sections'],
  ['draft', 'value'],
  ['revision', 'record'],
  ['setting', 'value'],
] as const;

/** However deep the text was put into another text, quotes and all. */
const SHOWN_ID = /attachmentId\\*":\s*\\*"([0-9a-f-]{36})/g;

/**
 * Every attachment id that stands in any stored text, read from the letters: a text this version cannot parse still
 * counts. Also those of recordings.
 */
export function shownAttachmentIds(db: ReadDb): Set<string> {
  const ids = new Set<string>();
  for (const [table, column] of TEXTS) {
    const rows = prepared(
      db,
      `SELECT ${column} AS text FROM ${table} WHERE instr(${column}, 'attachmentId') > 0`,
    ).iterate();
    for (const row of rows)
      for (const [, id] of (row.text as string).matchAll(SHOWN_ID)) ids.add(id as string);
  }
  for (const row of prepared(db, 'SELECT attachment_id FROM recording WHERE attachment_id IS NOT NULL').all())
    ids.add(row.attachment_id as string);
  return ids;
}

/**
 * Attachments whose owner is gone for good (not merely in the bin) and that no text shows any more. An attachment that
 * never had an owner, or whose owner is only in the bin, is not among them: absence is never deletion.
 */
export function strayAttachments(db: ReadDb): string[] {
  const rows = prepared(
    db,
    'SELECT id, owner_kind, owner_id FROM attachment WHERE owner_id IS NOT NULL AND owner_kind IS NOT NULL',
  ).all();
  const ownerless = rows.filter(
    (row) =>
      prepared(db, `SELECT 1 FROM ${TABLE_OF[row.owner_kind as FindableKind]} WHERE id = ?`).get(
        row.owner_id,
      ) === undefined,
  );
  if (ownerless.length === 0) return [];
  const shown = shownAttachmentIds(db);
  return ownerless.map((row) => row.id as string).filter((id) => !shown.has(id));
}
