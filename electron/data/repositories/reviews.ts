import type { Review } from '../../../shared/domain/review.ts';
import type { ReadDb } from '../handle.ts';
import { equals, type ListPage, type ListQuery, listRecords } from './list.ts';

export type ReviewFilter = Partial<{ targetId: string; verifierId: string; outcome: string }>;

export function listReviews(db: ReadDb, query: ListQuery<ReviewFilter>): ListPage<Review> {
  const { filter } = query;
  const conditions = [
    ...equals('target_id', filter.targetId),
    ...equals('verifier_id', filter.verifierId),
    ...equals('outcome', filter.outcome),
  ];
  return listRecords(db, 'review', query, conditions, ['dueDay', 'updatedAt'], (review) => review);
}
