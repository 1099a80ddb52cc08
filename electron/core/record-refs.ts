import type { RecordRef } from '../../shared/contract/records.ts';
import type { FindableKind } from '../../shared/domain/record.ts';
import { recordSubtitle, recordTitle } from '../../shared/search/search-document.ts';
import { prepared, type ReadDb } from '../data/handle.ts';
import { findRecord, itemOf } from '../data/records.ts';

/** Enough of a record to show it in a line, or null when the library does not have it. */
export function refOf(db: ReadDb, kind: FindableKind, id: string): RecordRef | null {
  const indexed = prepared(
    db,
    'SELECT title, subtitle, language FROM search_document WHERE record_id = ? AND kind = ?',
  ).get(id, kind);
  if (indexed !== undefined) {
    return {
      kind,
      id,
      title: indexed.title as string,
      subtitle: indexed.subtitle as string,
      language: indexed.language as string,
      deletedAt: null,
    };
  }
  // Not in the index: in the bin, or not there at all.
  const record = findRecord(db, kind, id);
  if (record === undefined) return null;
  const item = itemOf(kind, record);
  const title = recordTitle(item, {
    questionTitle: (questionId) => findRecord(db, 'question', questionId)?.title ?? '',
  });
  const language = 'language' in record ? record.language : '';
  return { kind, id, title, subtitle: recordSubtitle(item), language, deletedAt: record.deletedAt };
}

/** The ones that exist, in the order asked. */
export function refsOf(
  db: ReadDb,
  places: readonly { readonly kind: FindableKind; readonly id: string }[],
): RecordRef[] {
  return places.map((place) => refOf(db, place.kind, place.id)).filter((ref) => ref !== null);
}
