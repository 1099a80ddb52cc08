import type { SessionItem } from '../../../shared/contract/sessions.ts';

export type SessionGroup = 'today' | 'upcoming' | 'undated' | 'past';
type Dated = Pick<SessionItem, 'plannedAt' | 'startedAt' | 'state' | 'createdAt'>;

/** The moment a session stands for: when it began, else when it is planned. */
export const momentOf = (session: Dated): string | null => session.startedAt ?? session.plannedAt;

/** Where a session belongs, seen from `now`. One that is running or paused is today's whatever its date says. */
export const groupOf = (session: Dated, now: Date): SessionGroup => {
  if (session.state === 'running' || session.state === 'paused') return 'today';
  const moment = momentOf(session);
  if (moment === null) return session.state === 'ended' ? 'past' : 'undated';
  const day = new Date(moment);
  const start = new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime();
  const end = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1).getTime();
  if (day.getTime() < start) return 'past';
  return day.getTime() < end ? 'today' : 'upcoming';
};

const ORDER: readonly SessionGroup[] = ['today', 'upcoming', 'undated', 'past'];

/** Today, then what comes next (soonest first), then what has no date, then the past (latest first). */
export const inGroups = <Session extends Dated>(
  sessions: readonly Session[],
  now: Date,
): ReadonlyArray<{ readonly group: SessionGroup; readonly session: Session }> => {
  const rows = sessions.map((session) => ({ group: groupOf(session, now), session }));
  const at = (session: Session): string => momentOf(session) ?? session.createdAt;
  return rows.sort((a, b) => {
    if (a.group !== b.group) return ORDER.indexOf(a.group) - ORDER.indexOf(b.group);
    const order = at(a.session) < at(b.session) ? -1 : at(a.session) > at(b.session) ? 1 : 0;
    return a.group === 'past' || a.group === 'undated' ? -order : order;
  });
};
