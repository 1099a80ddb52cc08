import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { CalendarPlus, Speech } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../client/index.ts';
import { useT } from '../../i18n/index.ts';
import { Button, EmptyState, SearchField, Segmented, VirtualList } from '../../ui/index.ts';
import {
  matchesWords,
  PAGE_ROWS,
  pagedItems,
  pagedOptions,
  recordPath,
  useCreateAndOpen,
  useLoadAll,
  useNewSession,
} from '../../widgets/index.ts';
import { inGroups, type SessionGroup } from './session-groups.ts';
import { SessionRow } from './session-row.tsx';

/** All sessions: today first, then what comes, then what has been. */
export function SessionsPage() {
  const t = useT('sessions');
  const navigate = useNavigate();
  const newSession = useNewSession();
  const [words, setWords] = useState('');
  const list = useInfiniteQuery(
    api.sessions.list.infiniteOptions({
      input: (offset: number) => ({
        sort: 'plannedAt' as const,
        descending: true,
        offset,
        limit: PAGE_ROWS,
      }),
      ...pagedOptions,
    }),
  );
  // Groups need all of them: the next session may stand on any page.
  useLoadAll(list, true);
  const { data: people } = useQuery(api.people.list.queryOptions({ input: { sort: 'name', limit: 500 } }));
  const { data: mentorships } = useQuery(api.mentorships.list.queryOptions({ input: { limit: 500 } }));
  const names = useMemo(() => new Map(people?.items.map((one) => [one.id, one.name])), [people]);
  const titles = useMemo(() => new Map(mentorships?.items.map((one) => [one.id, one.title])), [mentorships]);
  const all = useMemo(() => pagedItems(list.data), [list.data]);
  const rows = useMemo(() => {
    const namesOf = (ids: readonly string[]): string[] =>
      ids.flatMap((id) => (names.has(id) ? [names.get(id) ?? ''] : []));
    return inGroups(all, new Date())
      .map(({ group, session }) => ({
        group,
        session,
        mentorshipTitle: titles.get(session.mentorshipId ?? '') ?? '',
        people: namesOf(session.attendeeIds),
      }))
      .filter((row) =>
        matchesWords(words, [row.session.title, row.mentorshipTitle, row.session.place, ...row.people]),
      );
  }, [all, names, titles, words]);
  type Row = (typeof rows)[number];

  useCreateAndOpen((params) => void newSession({ mentorshipId: params.get('mentorship') }));

  const newButton = (
    <Button tone="primary" icon={<CalendarPlus aria-hidden="true" />} onPress={() => void newSession()}>
      {t('new')}
    </Button>
  );
  const sheet = 'w-full px-[max(1.25rem,calc((100%-58rem)/2))]';
  return (
    <div className="flex h-full min-h-0 min-w-0 flex-1 flex-col bg-paper">
      <header className={`${sheet} flex flex-col gap-4 pt-7 pb-3`}>
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h1 className="text-2xl font-semibold tracking-[-0.012em]">{t('title')}</h1>
          {newButton}
        </div>
        <div className="flex flex-wrap items-center gap-3">
          <Segmented
            label={t('view')}
            value="sessions"
            onChange={(view) => {
              if (view === 'mentorships') void navigate('/mentorships');
            }}
            choices={[
              { id: 'sessions', label: t('mentorships:view.sessions') },
              { id: 'mentorships', label: t('mentorships:view.mentorships') },
            ]}
          />
          <SearchField className="min-w-48 flex-1" label={t('filter')} value={words} onChange={setWords} />
        </div>
      </header>
      <VirtualList<Row>
        label={t('title')}
        className={sheet}
        items={rows}
        itemKey={(row) => row.session.id}
        groupOf={groupTitle((group) => t(`group.${group}`))}
        rowHeight={60}
        placeKey="sessions"
        onOpen={(row) => void navigate(recordPath('session', row.session.id))}
        renderItem={(row) => <SessionRow {...row} />}
        empty={
          !list.data ? null : all.length === 0 ? (
            <EmptyState icon={<Speech />} title={t('empty.title')} action={newButton}>
              {t('empty.text')}
            </EmptyState>
          ) : (
            <EmptyState icon={<Speech />} title={t('noMatch.title')}>
              {t('noMatch.text')}
            </EmptyState>
          )
        }
      />
    </div>
  );
}

const groupTitle =
  (say: (group: SessionGroup) => string) =>
  (row: { readonly group: SessionGroup }): { readonly id: string; readonly title: string } => ({
    id: row.group,
    title: say(row.group),
  });
