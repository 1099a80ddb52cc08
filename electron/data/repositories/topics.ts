import type { Topic } from '../../../shared/domain/topic.ts';
import { prepared, type ReadDb } from '../handle.ts';
import {
  type Condition,
  countOf,
  equals,
  type ListPage,
  type ListQuery,
  listRecords,
  without,
} from './list.ts';

export type TopicFilter = { parentId?: string | null | undefined; ownerId?: string | undefined };
export type TopicRow = Omit<Topic, 'about' | 'createdBy'> & { readonly itemCount: number };

export function listTopics(db: ReadDb, query: ListQuery<TopicFilter>): ListPage<TopicRow> {
  const { parentId, ownerId } = query.filter;
  const conditions: Condition[] = [...equals('owner_id', ownerId)];
  if (parentId !== undefined)
    conditions.push(parentId === null ? ['parent_id IS NULL'] : ['parent_id = ?', parentId]);
  return listRecords(db, 'topic', query, conditions, ['position', 'name', 'updatedAt'], (topic) => ({
    ...without(topic, 'about', 'createdBy'),
    itemCount: countOf(db, 'SELECT count(*) AS n FROM topic_use WHERE topic_id = ?', topic.id),
  }));
}

export function parentOfTopic(db: ReadDb, id: string): string | null {
  return (
    (prepared(db, 'SELECT parent_id FROM topic WHERE id = ?').get(id)?.parent_id as
      | string
      | null
      | undefined) ?? null
  );
}
