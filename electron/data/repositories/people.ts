import type { Person } from '../../../shared/domain/person.ts';
import type { ReadDb } from '../handle.ts';
import {
  type Condition,
  countOf,
  equals,
  type ListPage,
  type ListQuery,
  listRecords,
  without,
} from './list.ts';

export type PersonFilter = Partial<{ topicId: string; team: string; leaving: boolean }>;
export type PersonRow = Omit<Person, 'about' | 'createdBy'> & { readonly noteCount: number };

export function listPeople(db: ReadDb, query: ListQuery<PersonFilter>): ListPage<PersonRow> {
  const { filter } = query;
  const conditions: Condition[] = [...equals('team', filter.team)];
  if (filter.topicId !== undefined)
    conditions.push(['id IN (SELECT person_id FROM expertise WHERE topic_id = ?)', filter.topicId]);
  if (filter.leaving !== undefined) conditions.push([`last_day IS ${filter.leaving ? 'NOT ' : ''}NULL`]);
  return listRecords(db, 'person', query, conditions, ['name', 'updatedAt', 'lastDay'], (person) => ({
    ...without(person, 'about', 'createdBy'),
    noteCount: countOf(
      db,
      'SELECT count(*) AS n FROM note WHERE author_id = ? AND deleted_at IS NULL',
      person.id,
    ),
  }));
}
