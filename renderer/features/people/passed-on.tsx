import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '../../client/index.ts';
import { useFormat, useT } from '../../i18n/index.ts';
import { LinkButton, Skeleton } from '../../ui/index.ts';
import { RecordLink, RecordLinkById } from '../../widgets/index.ts';

const SHOWN = 6;

function Group({
  title,
  total,
  children,
}: {
  readonly title: string;
  readonly total: number;
  readonly children: ReactNode;
}) {
  const format = useFormat();
  if (total === 0) return null;
  return (
    <section>
      <h3 className="flex items-baseline gap-2 pb-1.5 text-sm font-medium text-ink-soft">
        {title}
        <span className="tabular text-xs font-normal text-ink-faint">{format.number(total)}</span>
      </h3>
      <ul className="flex flex-col gap-1.5">{children}</ul>
    </section>
  );
}

/** What would go with this person if nobody had written it down: mentorships, sessions, notes, answers. */
export function PassedOn({ personId }: { readonly personId: string }) {
  const t = useT('people');
  const mentorships = useQuery(
    api.mentorships.list.queryOptions({ input: { filter: { personId }, limit: SHOWN } }),
  ).data;
  const sessions = useQuery(
    api.sessions.list.queryOptions({
      input: { filter: { personId }, sort: 'plannedAt', descending: true, limit: SHOWN },
    }),
  ).data;
  const notes = useQuery(
    api.notes.list.queryOptions({
      input: { filter: { authorId: personId }, sort: 'updatedAt', descending: true, limit: SHOWN },
    }),
  ).data;
  const answers = useQuery(
    api.answers.list.queryOptions({
      input: { filter: { authorId: personId }, sort: 'updatedAt', descending: true, limit: SHOWN },
    }),
  ).data;
  if (!mentorships || !sessions || !notes || !answers)
    return <Skeleton label={t('common:loading')} lines={3} />;
  if (mentorships.total + sessions.total + notes.total + answers.total === 0) {
    return (
      <div className="flex flex-col items-start gap-3">
        <p className="text-base text-ink-soft">{t('passedOn.empty')}</p>
        <LinkButton href={`/mentorships?new&mentor=${personId}`}>{t('passedOn.plan')}</LinkButton>
      </div>
    );
  }
  const row = (kind: 'mentorship' | 'session' | 'note', item: { id: string; title: string }): ReactNode => (
    <li key={item.id} className="flex">
      <RecordLink record={{ kind, id: item.id, title: item.title }} />
    </li>
  );
  return (
    <div className="grid gap-6 @lg:grid-cols-2">
      <Group title={t('common:kinds.mentorship')} total={mentorships.total}>
        {mentorships.items.map((item) => row('mentorship', item))}
      </Group>
      <Group title={t('common:kinds.session')} total={sessions.total}>
        {sessions.items.map((item) => row('session', item))}
      </Group>
      <Group title={t('common:kinds.note')} total={notes.total}>
        {notes.items.map((item) => row('note', item))}
      </Group>
      <Group title={t('common:kinds.answer')} total={answers.total}>
        {answers.items.map((item) => (
          <li key={item.id} className="flex">
            <RecordLinkById kind="answer" id={item.id} />
          </li>
        ))}
      </Group>
    </div>
  );
}
