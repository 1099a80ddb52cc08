import type { RecordKind } from '../../shared/domain/record.ts';
import type { AnyRecord, RecordOf } from '../../shared/domain/record-of.ts';
import { clearDerived, writeDerived } from './derived.ts';
import { indexRecord, unindexRecord } from './full-text.ts';
import { prepared, type ReadDb, type WriteDb } from './handle.ts';
import { continuesSitting } from './sittings.ts';
import { COLUMNS, type Column, fromStored, placeholder, selected, TABLE_OF, toStored } from './tables.ts';
import { toStoredRecord } from './unreadable.ts';

// Reading and writing one record of any kind. Services above decide; these only carry out, and always together:
// the row, what is derived from it, and its place in the search index.

export function toRecord<K extends RecordKind>(kind: K, row: Record<string, unknown>): RecordOf<K> {
  const record: Record<string, unknown> = {};
  for (const column of COLUMNS[kind]) record[column.field] = fromStored(column, row[column.column]);
  return record as RecordOf<K>;
}

const findSqls = new Map<RecordKind, string>();
function findSql(kind: RecordKind): string {
  let sql = findSqls.get(kind);
  if (sql === undefined) {
    sql = `SELECT ${selected(kind)} FROM ${TABLE_OF[kind]} WHERE id = ?`;
    findSqls.set(kind, sql);
  }
  return sql;
}

/** The record, binned or not; undefined when there is none. */
export function findRecord<K extends RecordKind>(db: ReadDb, kind: K, id: string): RecordOf<K> | undefined {
  const row = prepared(db, findSql(kind)).get(id);
  return row === undefined ? undefined : toRecord(kind, row);
}

/** Every record of a kind in order of id; the bin is left out unless asked for. */
export function* eachRecord<K extends RecordKind>(
  db: ReadDb,
  kind: K,
  options: { readonly binned?: boolean } = {},
): Generator<RecordOf<K>> {
  // Read in pages: an open iterator would block every write on this handle until the last row.
  let after = '';
  const where = options.binned === true ? '' : 'AND deleted_at IS NULL';
  for (;;) {
    const rows = prepared(
      db,
      `SELECT * FROM ${TABLE_OF[kind]} WHERE id > ? ${where} ORDER BY id LIMIT 500`,
    ).all(after);
    for (const row of rows) yield toRecord(kind, row);
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id as string;
  }
}

export function countRecords(db: ReadDb, kind: RecordKind): number {
  return prepared(db, `SELECT count(*) AS n FROM ${TABLE_OF[kind]} WHERE deleted_at IS NULL`).get()
    ?.n as number;
}

const insertSql = new Map<RecordKind, string>();
function insertStatement(kind: RecordKind): string {
  let sql = insertSql.get(kind);
  if (sql === undefined) {
    const columns = COLUMNS[kind].map((column) => column.column);
    const updates = columns.filter((name) => name !== 'id').map((name) => `${name} = excluded.${name}`);
    sql = `INSERT INTO ${TABLE_OF[kind]} (${columns.join(', ')}) VALUES (${COLUMNS[kind].map(placeholder).join(', ')})
      ON CONFLICT (id) DO UPDATE SET ${updates.join(', ')}`;
    insertSql.set(kind, sql);
  }
  return sql;
}

function storedValues(columns: readonly Column[], record: Record<string, unknown>): unknown[] {
  return columns.map((column) => toStored(column, record[column.field]));
}

/**
 * Writes a record as it stands, new or in place of its older self, with everything derived from it. Must run inside
 * `transact`. Does not look at versions and writes no revision: `saveRecord` does.
 * `isNew` spares the clearing of what cannot be there yet (bulk imports); with `searchLater` the caller sees to the index.
 */
export function putRecord(
  db: WriteDb,
  item: AnyRecord,
  options: { readonly isNew?: boolean; readonly searchLater?: boolean } = {},
): void {
  prepared(db, insertStatement(item.kind)).run(storedValues(COLUMNS[item.kind], item.record));
  if (options.isNew !== true) clearDerived(db, item.kind, item.record.id);
  writeDerived(db, item);
  if (item.record.deletedAt === null) {
    if (options.searchLater !== true) indexRecord(db, item, options.isNew === true);
  } else if (options.isNew !== true) unindexRecord(db, item.record.id);
  if (item.kind === 'question' && options.isNew !== true) reindexAnswers(db, item.record.id);
}

/** Answers are found under their question's title, so they follow when it changes. */
function reindexAnswers(db: WriteDb, questionId: string): void {
  const rows = prepared(db, 'SELECT * FROM answer WHERE question_id = ? AND deleted_at IS NULL').all(
    questionId,
  );
  for (const row of rows) indexRecord(db, { kind: 'answer', record: toRecord('answer', row) }, false);
}

/** Really deletes. Only the bin does this. */
export function purgeRecord(db: WriteDb, kind: RecordKind, id: string): void {
  clearDerived(db, kind, id);
  unindexRecord(db, id);
  prepared(db, 'DELETE FROM revision WHERE record_id = ?').run(id);
  prepared(db, 'DELETE FROM draft WHERE record_id = ?').run(id);
  prepared(db, `DELETE FROM ${TABLE_OF[kind]} WHERE id = ?`).run(id);
}

export type SaveMeta = {
  readonly makeId: () => string;
  readonly authorId: string | null;
  readonly reason: string;
  /** See `putRecord`. */
  readonly searchLater?: boolean;
};

/**
 * Writes the version after `before` (null = the first) and keeps `before` as a revision, unless this save goes on with the
 * sitting that wrote it. Inside `transact`.
 */
export function saveRecord(db: WriteDb, before: AnyRecord | null, after: AnyRecord, meta: SaveMeta): void {
  if (before !== null) {
    if (continuesSitting(db, before, after, meta))
      prepared(db, 'DELETE FROM revision WHERE record_id = ? AND version = ?').run(
        before.record.id,
        before.record.version,
      );
    else keepRevision(db, before, meta);
  }
  putRecord(db, after, { isNew: before === null, searchLater: meta.searchLater === true });
  prepared(
    db,
    `INSERT INTO revision (id, kind, record_id, version, author_id, at, reason, record) VALUES (?, ?, ?, ?, ?, ?, ?, NULL)
      ON CONFLICT (record_id, version) DO UPDATE SET author_id = excluded.author_id, at = excluded.at, reason = excluded.reason`,
  ).run(
    meta.makeId(),
    after.kind,
    after.record.id,
    after.record.version,
    meta.authorId,
    after.record.updatedAt,
    meta.reason,
  );
}

/** Stores the text of a version that is about to be replaced. */
export function keepRevision(db: WriteDb, before: AnyRecord, meta: SaveMeta): void {
  prepared(
    db,
    `INSERT INTO revision (id, kind, record_id, version, author_id, at, reason, record) VALUES (?, ?, ?, ?, ?, ?, ?, CAST(? AS TEXT))
      ON CONFLICT (record_id, version) DO UPDATE SET record = excluded.record`,
  ).run(
    meta.makeId(),
    before.kind,
    before.record.id,
    before.record.version,
    before.record.createdBy,
    before.record.updatedAt,
    '',
    toStoredRecord(before.record),
  );
}

/** Pairs a kind with its record without losing the connection between the two types. */
export function itemOf<K extends RecordKind>(kind: K, record: RecordOf<K>): AnyRecord {
  return { kind, record } as unknown as AnyRecord;
}
