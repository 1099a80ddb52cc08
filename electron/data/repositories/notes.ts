import type { Note } from '../../../shared/domain/note.ts';
import { plainText } from '../../../shared/richtext/plain-text.ts';
import type { ReadDb } from '../handle.ts';
import {
  equals,
  excerpt,
  hasTag,
  hasTopic,
  type ListPage,
  type ListQuery,
  listRecords,
  without,
} from './list.ts';

export type NoteFilter = Partial<
  Pick<Note, 'kind' | 'authorId' | 'sessionId' | 'language' | 'confidence' | 'audience'> & {
    topicId: string;
    tag: string;
  }
>;
export type NoteRow = Omit<Note, 'document' | 'createdBy'> & { readonly excerpt: string };

export function listNotes(db: ReadDb, query: ListQuery<NoteFilter>): ListPage<NoteRow> {
  const { filter } = query;
  const conditions = [
    ...equals('kind', filter.kind),
    ...equals('author_id', filter.authorId),
    ...equals('session_id', filter.sessionId),
    ...equals('language', filter.language),
    ...equals('confidence', filter.confidence),
    ...equals('audience', filter.audience),
    ...hasTopic(filter.topicId),
    ...hasTag(filter.tag),
  ];
  return listRecords(db, 'note', query, conditions, ['updatedAt', 'createdAt', 'title'], (note) => ({
    ...without(note, 'document', 'createdBy'),
    excerpt: excerpt(plainText(note.document)),
  }));
}
