import type { Session } from '../../../shared/domain/session.ts';
import { plainText } from '../../../shared/richtext/plain-text.ts';
import type { ReadDb } from '../handle.ts';
import {
  type Condition,
  contains,
  equals,
  excerpt,
  type ListPage,
  type ListQuery,
  listRecords,
  without,
} from './list.ts';

export type SessionFilter = Partial<{
  mentorshipId: string;
  personId: string;
  kind: string;
  state: string;
  from: string;
  to: string;
}>;
export type SessionRow = Omit<Session, 'notes' | 'agenda' | 'actions' | 'reflection' | 'createdBy'> & {
  readonly excerpt: string;
  readonly openActions: number;
};

export function listSessions(db: ReadDb, query: ListQuery<SessionFilter>): ListPage<SessionRow> {
  const { filter } = query;
  const conditions: Condition[] = [
    ...equals('mentorship_id', filter.mentorshipId),
    ...equals('kind', filter.kind),
    ...equals('state', filter.state),
    ...contains('attendee_ids', filter.personId),
  ];
  if (filter.from !== undefined) conditions.push(['coalesce(started_at, planned_at) >= ?', filter.from]);
  if (filter.to !== undefined) conditions.push(['coalesce(started_at, planned_at) <= ?', filter.to]);
  return listRecords(db, 'session', query, conditions, ['plannedAt', 'updatedAt', 'title'], (session) => ({
    ...without(session, 'notes', 'agenda', 'actions', 'reflection', 'createdBy'),
    excerpt: excerpt(plainText(session.notes)),
    openActions: session.actions.filter((action) => !action.done).length,
  }));
}
