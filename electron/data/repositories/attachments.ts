import type { Attachment } from '../../../shared/domain/attachment.ts';
import type { ReadDb } from '../handle.ts';
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
