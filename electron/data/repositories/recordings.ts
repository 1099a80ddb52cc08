import type { Recording } from '../../../shared/domain/recording.ts';
import type { ReadDb } from '../handle.ts';
import { equals, type ListPage, type ListQuery, listRecords, without } from './list.ts';

export type RecordingRow = Omit<Recording, 'markers' | 'segments' | 'consents' | 'createdBy'> & {
  readonly markerCount: number;
};

export function listRecordings(
  db: ReadDb,
  query: ListQuery<{ sessionId?: string | undefined }>,
): ListPage<RecordingRow> {
  const conditions = equals('session_id', query.filter.sessionId);
  return listRecords(db, 'recording', query, conditions, ['createdAt', 'title'], (recording) => ({
    ...without(recording, 'markers', 'segments', 'consents', 'createdBy'),
    markerCount: recording.markers.length,
  }));
}
