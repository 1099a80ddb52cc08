import type { AnyRecord } from '../../shared/domain/record-of.ts';
import { FTS_TABLE_SQL, FTS_VOCABULARY_SQL } from '../../shared/search/fts-schema.ts';
import { indexFields } from '../../shared/search/index-fields.ts';
import { kindCode, type SearchContext, toSearchDocument } from '../../shared/search/search-document.ts';
import { ANALYSER_VERSION } from '../../shared/text/analyser-version.ts';
import { prepared, type ReadDb, transact, type WriteDb } from './handle.ts';

export const FTS_TABLE = 'search_text';
const FTS_VOCABULARY = 'search_vocabulary';
/** Row ids leave the lowest four bits to the kind. */
const KINDS_PER_ROW = 16;

function searchContext(db: ReadDb): SearchContext {
  return {
    questionTitle: (id) =>
      (prepared(db, 'SELECT title FROM question WHERE id = ?').get(id)?.title as string | undefined) ?? '',
  };
}

/** Makes the index if there is none yet. Says whether what is there was written by the present analyser. */
export function ensureIndex(db: WriteDb): { readonly upToDate: boolean } {
  const exists = prepared(db, 'SELECT 1 FROM sqlite_schema WHERE name = ?').get(FTS_TABLE) !== undefined;
  if (!exists) {
    transact(db, () => {
      makeEmptyIndex(db);
    });
    return { upToDate: prepared(db, 'SELECT 1 FROM search_document LIMIT 1').get() === undefined };
  }
  return { upToDate: indexedVersion(db) === ANALYSER_VERSION };
}

function indexedVersion(db: ReadDb): number {
  const row = prepared(db, "SELECT value FROM setting WHERE key = 'analyserVersion'").get();
  return row === undefined ? 0 : (JSON.parse(row.value as string) as number);
}

/** Drops what is there and makes the tables anew, stamped with the present analyser. Inside `transact`. */
export function makeEmptyIndex(db: WriteDb): void {
  db.exec(`DROP TABLE IF EXISTS ${FTS_VOCABULARY}; DROP TABLE IF EXISTS ${FTS_TABLE};`);
  db.exec(FTS_TABLE_SQL(FTS_TABLE));
  db.exec(FTS_VOCABULARY_SQL(FTS_VOCABULARY, FTS_TABLE));
  prepared(db, "INSERT OR REPLACE INTO setting (key, value) VALUES ('analyserVersion', ?)").run(
    JSON.stringify(ANALYSER_VERSION),
  );
}

/** Puts one record into the index, in place of what stood there. Inside the transaction that writes the record. */
export function indexRecord(db: WriteDb, item: AnyRecord, isNew: boolean): void {
  const document = toSearchDocument(item, searchContext(db));
  if (document === null) return;
  if (!isNew) unindexRecord(db, document.id);
  const last = (prepared(db, 'SELECT max(rowid) AS n FROM search_document').get()?.n as number | null) ?? 0;
  const rowid = (Math.floor(last / KINDS_PER_ROW) + 1) * KINDS_PER_ROW + kindCode(document.kind);
  prepared(
    db,
    `INSERT INTO search_document
       (rowid, kind, record_id, title, subtitle, language, person_id, confidence, source, external_id, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    rowid,
    document.kind,
    document.id,
    document.title,
    document.subtitle,
    document.language,
    document.personId,
    document.confidence,
    document.source,
    document.externalId,
    document.updatedAt,
  );
  const fields = indexFields({ ...document, title: document.ownTitle });
  prepared(db, `INSERT INTO ${FTS_TABLE} (rowid, title, headings, body) VALUES (?, ?, ?, ?)`).run(
    rowid,
    fields.title,
    fields.headings,
    fields.body,
  );
}

export function unindexRecord(db: WriteDb, id: string): void {
  const row = prepared(db, 'SELECT rowid FROM search_document WHERE record_id = ?').get(id);
  if (row === undefined) return;
  prepared(db, `DELETE FROM ${FTS_TABLE} WHERE rowid = ?`).run(row.rowid);
  prepared(db, 'DELETE FROM search_document WHERE rowid = ?').run(row.rowid);
}

/** In how many records a term stands: lets the query plan drop words that are everywhere. */
export function documentFrequency(db: ReadDb, term: string): number {
  return (
    (prepared(db, `SELECT doc FROM ${FTS_VOCABULARY} WHERE term = ?`).get(term)?.doc as number | undefined) ??
    0
  );
}

/** Words of the library that begin like `prefix`, most frequent first: the candidates of "did you mean". */
export function vocabularyLike(db: ReadDb, prefix: string, limit: number): { term: string; count: number }[] {
  if (prefix === '') return [];
  const rows = prepared(
    db,
    `SELECT term, doc AS count FROM ${FTS_VOCABULARY} WHERE term >= ? AND term < ? ORDER BY doc DESC LIMIT ?`,
  ).all(prefix, `${prefix}\u{10FFFF}`, limit);
  return rows.map((row) => ({ term: row.term as string, count: row.count as number }));
}

/** An index in more pieces than this is slower to search by a quarter (measured at 100,000 records). */
const PIECES_TIDY = 7;
/** Pages merged in one step, about 2 MB: others wait some 30 ms for it. */
const STEP_PAGES = 500;

/** True where many writes have left the index in so many pieces that merging them pays. */
export function isIndexScattered(db: ReadDb): boolean {
  const row = prepared(db, `SELECT count(DISTINCT segid) AS n FROM ${FTS_TABLE}_idx`).get();
  return (row?.n as number) > PIECES_TIDY;
}

/** One step of merging the index into one piece; `first` begins anew. False when there is nothing left to merge. */
export function mergeIndexStep(db: WriteDb, first: boolean): boolean {
  const changes = () => prepared(db, 'SELECT total_changes() AS n').get()?.n as number;
  const before = changes();
  prepared(db, `INSERT INTO ${FTS_TABLE} (${FTS_TABLE}, rank) VALUES ('merge', ?)`).run(
    first ? -STEP_PAGES : STEP_PAGES,
  );
  // How FTS5 says that it had nothing to do (its documentation of `merge`).
  return changes() - before >= 2;
}
