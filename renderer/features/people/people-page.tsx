import { useInfiniteQuery } from '@tanstack/react-query';
import { UserPlus, Users } from 'lucide-react';
import { useState } from 'react';
import { Outlet, useNavigate, useParams, useSearchParams } from 'react-router';
import type { PersonItem } from '../../../shared/contract/people.ts';
import { api, client, useTellProblem } from '../../client/index.ts';
import { useFormat, useT } from '../../i18n/index.ts';
import {
  Avatar,
  Button,
  EmptyState,
  FactsLine,
  IconButton,
  ListHeader,
  OneLine,
  Page,
  SearchField,
  Segmented,
  SplitLayout,
  VirtualList,
} from '../../ui/index.ts';
import {
  loadMore,
  matchesWords,
  PAGE_ROWS,
  pagedItems,
  pagedOptions,
  recordPath,
  useCreateAndOpen,
  useLoadAll,
} from '../../widgets/index.ts';
import { LastDayBadge } from './last-day-badge.tsx';

type Show = 'all' | 'leaving';

const keyOf = (person: PersonItem): string => person.id;

function PersonRow({ person }: { readonly person: PersonItem }) {
  return (
    <span className="flex items-center gap-3">
      <Avatar name={person.name} />
      <span className="flex min-w-0 flex-1 flex-col">
        <OneLine className="font-medium">{person.name}</OneLine>
        <FactsLine facts={[person.role, person.team]} className="text-sm text-ink-faint" />
        {person.lastDay ? (
          <span className="pt-1">
            <LastDayBadge day={person.lastDay} />
          </span>
        ) : null}
      </span>
    </span>
  );
}

/** Everybody the library knows, with the page of one of them. */
export function PeoplePage() {
  const t = useT('people');
  const format = useFormat();
  const navigate = useNavigate();
  const tell = useTellProblem();
  const { id } = useParams();
  const [params, setParams] = useSearchParams();
  const [words, setWords] = useState('');
  const show: Show = params.get('show') === 'leaving' ? 'leaving' : 'all';
  const list = useInfiniteQuery(
    api.people.list.infiniteOptions({
      input: (offset: number) => ({
        filter: show === 'leaving' ? { leaving: true } : {},
        sort: show === 'leaving' ? ('lastDay' as const) : ('name' as const),
        offset,
        limit: PAGE_ROWS,
      }),
      ...pagedOptions,
    }),
  );
  useLoadAll(list, words !== '');
  const all = pagedItems(list.data);
  const people = all.filter((person) => matchesWords(words, [person.name, person.role, person.team]));

  const create = (): void => {
    client.people
      .create({ fields: { name: t('newName') } })
      .then((person) => navigate(recordPath('person', person.id), { state: { isNew: true } }), tell);
  };
  useCreateAndOpen(create);

  const empty = !list.data ? null : words !== '' && all.length > 0 ? (
    <EmptyState size="panel" icon={<Users />} title={t('noMatch.title')}>
      {t('noMatch.text')}
    </EmptyState>
  ) : show === 'leaving' ? (
    <EmptyState size="panel" icon={<Users />} title={t('emptyLeaving.title')}>
      {t('emptyLeaving.text')}
    </EmptyState>
  ) : (
    <EmptyState
      size="panel"
      icon={<Users />}
      title={t('empty.title')}
      action={
        <Button tone="primary" onPress={create}>
          {t('new')}
        </Button>
      }
    >
      {t('empty.text')}
    </EmptyState>
  );

  return (
    <SplitLayout
      listLabel={t('title')}
      showPage={id !== undefined}
      list={
        <>
          <ListHeader
            title={t('title')}
            count={list.data ? format.number(list.data.pages[0]?.total ?? 0) : undefined}
            actions={
              <IconButton label={t('new')} onPress={create}>
                <UserPlus aria-hidden="true" />
              </IconButton>
            }
          >
            <SearchField label={t('filter')} value={words} onChange={setWords} />
            <Segmented
              label={t('show')}
              size="sm"
              value={show}
              onChange={(next) => setParams(next === 'leaving' ? { show: 'leaving' } : {}, { replace: true })}
              choices={[
                { id: 'all', label: t('show.all') },
                { id: 'leaving', label: t('show.leaving') },
              ]}
            />
          </ListHeader>
          <VirtualList
            label={t('title')}
            items={people}
            itemKey={keyOf}
            currentKey={id}
            rowHeight={56}
            placeKey={`people ${show}`}
            onEndReached={() => loadMore(list)}
            onOpen={(person) =>
              void navigate({ pathname: recordPath('person', person.id), search: params.toString() })
            }
            renderItem={(person) => <PersonRow person={person} />}
            empty={empty}
          />
        </>
      }
    >
      <Outlet />
    </SplitLayout>
  );
}

/** Beside the list while nobody is open. */
export function NobodyChosen() {
  const t = useT('people');
  return (
    <Page>
      <h1 className="sr-only">{t('title')}</h1>
      <EmptyState icon={<Users />} title={t('pick.title')}>
        {t('pick.text')}
      </EmptyState>
    </Page>
  );
}
