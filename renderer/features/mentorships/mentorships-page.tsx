import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Handshake } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Mentorship } from '../../../shared/domain/mentorship.ts';
import { api, client, useTellProblem } from '../../client/index.ts';
import { useFormat, useT } from '../../i18n/index.ts';
import { Button, EmptyState, SearchField, Segmented, VirtualList } from '../../ui/index.ts';
import {
  matchesWords,
  PAGE_ROWS,
  pagedItems,
  pagedOptions,
  recordPath,
  useCreateAndOpen,
  useLoadAll,
} from '../../widgets/index.ts';
import { byState } from './mentorship-groups.ts';
import { MentorshipRow } from './mentorship-row.tsx';

/** All mentorships, those under way first. */
export function MentorshipsPage() {
  const t = useT('mentorships');
  const format = useFormat();
  const navigate = useNavigate();
  const tell = useTellProblem();
  const [words, setWords] = useState('');
  const list = useInfiniteQuery(
    api.mentorships.list.infiniteOptions({
      input: (offset: number) => ({ sort: 'title' as const, offset, limit: PAGE_ROWS }),
      ...pagedOptions,
    }),
  );
  useLoadAll(list, true);
  const { data: people } = useQuery(api.people.list.queryOptions({ input: { sort: 'name', limit: 500 } }));
  const names = useMemo(() => new Map(people?.items.map((one) => [one.id, one.name])), [people]);
  const all = useMemo(() => pagedItems(list.data), [list.data]);
  const rows = useMemo(
    () =>
      byState(all, format.compare)
        .map((mentorship) => ({
          mentorship,
          mentor: names.get(mentorship.mentorId ?? '') ?? '',
          learners: mentorship.learnerIds.flatMap((id) => (names.has(id) ? [names.get(id) ?? ''] : [])),
        }))
        .filter((row) => matchesWords(words, [row.mentorship.title, row.mentor, ...row.learners])),
    [all, names, words, format],
  );
  type Row = (typeof rows)[number];

  const create = async (mentorId: string | null): Promise<void> => {
    try {
      const mentor = mentorId === null ? null : await client.people.get({ id: mentorId });
      const fields: Partial<Mentorship> = mentor
        ? { title: t('newTitleWith', { name: mentor.name }).slice(0, 500), mentorId }
        : { title: t('newTitle') };
      const made = await client.mentorships.create({ fields });
      void navigate(recordPath('mentorship', made.id), { state: { isNew: true } });
    } catch (error) {
      tell(error);
    }
  };
  useCreateAndOpen((params) => void create(params.get('mentor')));

  const newButton = (
    <Button tone="primary" icon={<Handshake aria-hidden="true" />} onPress={() => void create(null)}>
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
            value="mentorships"
            onChange={(view) => {
              if (view === 'sessions') void navigate('/sessions');
            }}
            choices={[
              { id: 'sessions', label: t('view.sessions') },
              { id: 'mentorships', label: t('view.mentorships') },
            ]}
          />
          <SearchField className="min-w-48 flex-1" label={t('filter')} value={words} onChange={setWords} />
        </div>
      </header>
      <VirtualList<Row>
        label={t('title')}
        className={sheet}
        items={rows}
        itemKey={(row) => row.mentorship.id}
        groupOf={(row) => ({ id: row.mentorship.state, title: t(`state.${row.mentorship.state}`) })}
        rowHeight={60}
        placeKey="mentorships"
        onOpen={(row) => void navigate(recordPath('mentorship', row.mentorship.id))}
        renderItem={(row) => <MentorshipRow {...row} />}
        empty={
          !list.data ? null : all.length === 0 ? (
            <EmptyState icon={<Handshake />} title={t('empty.title')} action={newButton}>
              {t('empty.text')}
            </EmptyState>
          ) : (
            <EmptyState icon={<Handshake />} title={t('noMatch.title')}>
              {t('noMatch.text')}
            </EmptyState>
          )
        }
      />
    </div>
  );
}
