import { FINDABLE_KINDS, RECORD_KINDS } from '../../shared/domain/record.ts';
import { RECORD_SCHEMAS } from '../../shared/domain/record-of.ts';
import type { Problem } from '../backup/snapshot.ts';
import { prepared, type ReadDb } from '../data/handle.ts';
import { eachRecord } from '../data/records.ts';
import { TABLE_OF } from '../data/tables.ts';
import { unreadableIn } from '../data/unreadable.ts';

/** Most problems of one sort that a report lists. */
const LIST_MAX = 50;

/** What SQLite cannot know: every record reads as what it should be, and the search index holds exactly the records that can be found. */
export function checkLibrary(db: ReadDb): Problem[] {
  const problems: Problem[] = [];
  for (const kind of RECORD_KINDS) {
    let bad = 0;
    for (const record of eachRecord(db, kind, { binned: true })) {
      if (unreadableIn(record).length === 0 && RECORD_SCHEMAS[kind].safeParse(record).success) continue;
      bad += 1;
      if (bad <= LIST_MAX) problems.push({ code: 'unreadable-record', detail: `${kind} ${record.id}` });
    }
  }
  for (const kind of FINDABLE_KINDS) {
    const missing = prepared(
      db,
      `SELECT count(*) AS n FROM ${TABLE_OF[kind]} AS record WHERE deleted_at IS NULL
         AND NOT EXISTS (SELECT 1 FROM search_document WHERE record_id = record.id)`,
    ).get()?.n as number;
    if (missing > 0) problems.push({ code: 'not-indexed', detail: `${missing} ${kind}` });
    const extra = prepared(
      db,
      `SELECT count(*) AS n FROM search_document AS document WHERE kind = ?
         AND NOT EXISTS (SELECT 1 FROM ${TABLE_OF[kind]} WHERE id = document.record_id AND deleted_at IS NULL)`,
    ).get(kind)?.n as number;
    if (extra > 0) problems.push({ code: 'indexed-but-gone', detail: `${extra} ${kind}` });
  }
  return problems;
}
