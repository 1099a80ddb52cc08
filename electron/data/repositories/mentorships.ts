import type { Mentorship } from '../../../shared/domain/mentorship.ts';
import type { ReadDb } from '../handle.ts';
import {
  type Condition,
  countOf,
  equals,
  hasTopic,
  type ListPage,
  type ListQuery,
  listRecords,
  without,
} from './list.ts';

export type MentorshipFilter = Partial<{ state: string; personId: string; topicId: string }>;
export type MentorshipRow = Omit<Mentorship, 'agreement' | 'createdBy'> & { readonly sessionCount: number };

export function listMentorships(db: ReadDb, query: ListQuery<MentorshipFilter>): ListPage<MentorshipRow> {
  const { filter } = query;
  const conditions: Condition[] = [...equals('state', filter.state), ...hasTopic(filter.topicId)];
  if (filter.personId !== undefined) {
    conditions.push([
      'mentor_id = ? OR EXISTS (SELECT 1 FROM json_each(learner_ids) WHERE value = ?)',
      filter.personId,
      filter.personId,
    ]);
  }
  return listRecords(
    db,
    'mentorship',
    query,
    conditions,
    ['title', 'updatedAt', 'startDay'],
    (mentorship) => ({
      ...without(mentorship, 'agreement', 'createdBy'),
      sessionCount: countOf(
        db,
        'SELECT count(*) AS n FROM session WHERE mentorship_id = ? AND deleted_at IS NULL',
        mentorship.id,
      ),
    }),
  );
}
