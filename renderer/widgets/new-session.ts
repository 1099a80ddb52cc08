import { useCallback } from 'react';
import { useNavigate } from 'react-router';
import type { Session } from '../../shared/domain/session.ts';
import { client, useTellProblem } from '../client/index.ts';
import { useFormat, useT } from '../i18n/index.ts';
import { recordPath } from './record-path.ts';

/**
 * One click: makes a session for now and opens it. With a mentorship its people and topics are in it already.
 * `const newSession = useNewSession(); newSession({ mentorshipId })`.
 */
export const useNewSession = (): ((from?: { readonly mentorshipId?: string | null }) => Promise<void>) => {
  const t = useT('sessions');
  const format = useFormat();
  const navigate = useNavigate();
  const tell = useTellProblem();
  return useCallback(
    async (from) => {
      const now = new Date();
      now.setSeconds(0, 0);
      const plannedAt = now.toISOString();
      const day = format.date(plannedAt, 'weekday');
      try {
        const mentorship = from?.mentorshipId
          ? await client.mentorships.get({ id: from.mentorshipId })
          : null;
        const fields: Partial<Session> = mentorship
          ? {
              title: t('newTitleIn', { mentorship: mentorship.title, day }).slice(0, 500),
              mentorshipId: mentorship.id,
              attendeeIds: [
                ...new Set([...(mentorship.mentorId ? [mentorship.mentorId] : []), ...mentorship.learnerIds]),
              ],
              topicIds: [...mentorship.topicIds],
              audience: mentorship.audience,
            }
          : { title: t('newTitle', { day }) };
        const session = await client.sessions.create({ fields: { ...fields, plannedAt } });
        void navigate(recordPath('session', session.id), { state: { isNew: true } });
      } catch (error) {
        tell(error);
      }
    },
    [t, format, navigate, tell],
  );
};
