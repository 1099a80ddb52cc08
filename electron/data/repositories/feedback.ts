import type { Feedback } from '../../../shared/domain/feedback.ts';
import type { ReadDb } from '../handle.ts';
import { equals, type ListPage, type ListQuery, listRecords } from './list.ts';

export type FeedbackFilter = Partial<{ targetId: string; state: string }>;

export function listFeedback(db: ReadDb, query: ListQuery<FeedbackFilter>): ListPage<Feedback> {
  const conditions = [...equals('target_id', query.filter.targetId), ...equals('state', query.filter.state)];
  return listRecords(db, 'feedback', query, conditions, ['createdAt'], (feedback) => feedback);
}
