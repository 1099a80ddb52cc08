import { useQuery } from '@tanstack/react-query';
import { CalendarPlus } from 'lucide-react';
import { api } from '../../client/index.ts';
import { useFormat, useT } from '../../i18n/index.ts';
import { Badge, Button, TextLink } from '../../ui/index.ts';
import { PageSection, recordPath, useNewSession } from '../../widgets/index.ts';

/** The sittings of a mentorship, latest first, and one click for the next. */
export function MentorshipSessions({
  mentorshipId,
  isReadOnly,
}: {
  readonly mentorshipId: string;
  readonly isReadOnly: boolean;
}) {
  const t = useT('mentorships');
  const format = useFormat();
  const newSession = useNewSession();
  const { data } = useQuery(
    api.sessions.list.queryOptions({
      input: { filter: { mentorshipId }, sort: 'plannedAt', descending: true, limit: 500 },
    }),
  );
  const items = data?.items ?? [];
  return (
    <PageSection
      title={t('sessionsTitle')}
      count={items.length > 0 ? format.number(data?.total ?? 0) : null}
      aside={
        isReadOnly ? null : (
          <Button
            tone="primary"
            icon={<CalendarPlus aria-hidden="true" />}
            onPress={() => void newSession({ mentorshipId })}
          >
            {t('newSession')}
          </Button>
        )
      }
    >
      {data && items.length === 0 ? <p className="text-base text-ink-soft">{t('sessionsEmpty')}</p> : null}
      <ul aria-label={t('sessionsTitle')} className="flex flex-col">
        {items.map((session) => {
          const moment = session.startedAt ?? session.plannedAt;
          return (
            <li
              key={session.id}
              className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 border-b border-line/60 py-2 last:border-b-0"
            >
              <span className="tabular w-28 shrink-0 text-sm text-ink-faint">
                {moment ? format.date(moment, 'short') : t('sessions:when.none')}
              </span>
              <TextLink
                href={recordPath('session', session.id)}
                className="min-w-0 flex-1 basis-48 text-ink decoration-transparent"
              >
                <bdi>{session.title}</bdi>
              </TextLink>
              <span className="flex items-center gap-2">
                {session.openActions > 0 ? (
                  <Badge tone="brass">{t('sessions:actions.open', { count: session.openActions })}</Badge>
                ) : null}
                {session.state === 'ended' ? (
                  <span className="tabular text-xs text-ink-faint">
                    {session.elapsedSeconds >= 60 ? format.duration(session.elapsedSeconds * 1000) : ''}
                  </span>
                ) : (
                  <Badge tone={session.state === 'running' ? 'good' : 'neutral'}>
                    {t(`sessions:state.${session.state}`)}
                  </Badge>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </PageSection>
  );
}
