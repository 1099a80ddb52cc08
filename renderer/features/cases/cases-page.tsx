import { useInfiniteQuery } from '@tanstack/react-query';
import { Briefcase, Building2, FileInput, Plus } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { Outlet, useNavigate, useParams } from 'react-router';
import type { CaseItem } from '../../../shared/contract/cases.ts';
import { api, client, useTellProblem } from '../../client/index.ts';
import { useFormat, useT } from '../../i18n/index.ts';
import {
  Button,
  cx,
  EmptyState,
  IconButton,
  LinkButton,
  ListHeader,
  SearchField,
  SplitLayout,
  VirtualList,
} from '../../ui/index.ts';
import {
  ChooseToggle,
  loadMore,
  PAGE_ROWS,
  pagedItems,
  pagedOptions,
  recordPath,
  useChoosing,
  useCreateAndOpen,
  useFileDrop,
} from '../../widgets/index.ts';
import { useCaseFilter } from './case-filter-state.ts';
import { CaseFilters, FilterTags } from './case-filters.tsx';
import { CaseColumnHeads, CaseRow } from './case-row.tsx';
import { ChosenCases } from './chosen-cases.tsx';
import { leaveFiles } from './waiting-files.ts';

const keyOf = (item: CaseItem): string => item.id;

/** All cases, as wide as the window while none is open, beside the page of one when it is. */
export function CasesPage() {
  const t = useT('cases');
  const format = useFormat();
  const navigate = useNavigate();
  const tell = useTellProblem();
  const { id } = useParams();
  const state = useCaseFilter();
  const { filter, sort } = state;
  const [words, setWords] = useState('');
  const text = useDeferredValue(words.trim());
  const choosing = useChoosing();
  const list = useInfiniteQuery(
    api.cases.list.infiniteOptions({
      input: (offset: number) => ({
        filter: { ...filter, ...(text === '' ? {} : { text }) },
        sort,
        descending: sort === 'openedAt' || sort === 'updatedAt',
        offset,
        limit: PAGE_ROWS,
      }),
      ...pagedOptions,
    }),
  );
  const items = useMemo(() => pagedItems(list.data), [list.data]);
  const total = list.data?.pages[0]?.total ?? 0;

  const create = (): void => {
    client.cases
      .create({ fields: { title: t('newTitle') } })
      .then((made) => navigate(recordPath('case', made.id), { state: { isNew: true } }), tell);
  };
  useCreateAndOpen(create);
  const drop = useFileDrop((files) => {
    leaveFiles(files);
    void navigate('/cases/import');
  });

  const isFiltered = text !== '' || state.count > 0;
  const isEmptyLibrary = list.data !== undefined && total === 0 && !isFiltered;
  const empty = !list.data ? null : isFiltered ? (
    <EmptyState
      size="panel"
      icon={<Briefcase />}
      title={t('noMatch.title')}
      action={state.count > 0 ? <Button onPress={state.clear}>{t('filters.clear')}</Button> : null}
    >
      {t('noMatch.text')}
    </EmptyState>
  ) : (
    <EmptyState
      icon={<FileInput />}
      title={t('empty.title')}
      action={
        <>
          <LinkButton tone="primary" href="/cases/import">
            {t('import')}
          </LinkButton>
          <Button onPress={create}>{t('new')}</Button>
        </>
      }
    >
      {t('empty.text')}
    </EmptyState>
  );

  return (
    <SplitLayout
      listLabel={t('title')}
      showPage={id !== undefined}
      listFills
      list={
        <div
          {...drop.handlers}
          className={cx('@container relative flex min-h-0 flex-1 flex-col', drop.isOver && 'bg-brass-soft')}
        >
          {/* The page of a case has its own h1; without one the list is the page. */}
          {id === undefined ? <h1 className="sr-only">{t('title')}</h1> : null}
          <ListHeader
            title={t('title')}
            count={list.data ? format.number(total) : undefined}
            actions={
              <>
                {isEmptyLibrary ? null : <ChooseToggle choosing={choosing} />}
                {isEmptyLibrary ? null : (
                  <IconButton label={t('customers')} onPress={() => void navigate('/customers')}>
                    <Building2 aria-hidden="true" />
                  </IconButton>
                )}
                <IconButton label={t('new')} onPress={create}>
                  <Plus aria-hidden="true" />
                </IconButton>
                {isEmptyLibrary ? null : (
                  <>
                    <LinkButton
                      className="@max-xl:hidden"
                      href="/cases/import"
                      icon={<FileInput aria-hidden="true" />}
                    >
                      {t('import')}
                    </LinkButton>
                    <IconButton
                      className="@xl:hidden"
                      label={t('import')}
                      onPress={() => void navigate('/cases/import')}
                    >
                      <FileInput aria-hidden="true" />
                    </IconButton>
                  </>
                )}
              </>
            }
          >
            {isEmptyLibrary ? null : (
              <>
                <div className="flex gap-2">
                  <SearchField
                    className="max-w-xl flex-1"
                    label={t('filter')}
                    value={words}
                    onChange={setWords}
                  />
                  <CaseFilters state={state} />
                </div>
                <FilterTags state={state} />
              </>
            )}
          </ListHeader>
          {isEmptyLibrary ? null : <CaseColumnHeads />}
          <VirtualList
            label={t('title')}
            items={items}
            itemKey={keyOf}
            currentKey={id}
            rowHeight={62}
            placeKey={`cases ${state.search} ${text}`}
            selected={choosing.chosen}
            onSelectionChange={choosing.choose}
            onEndReached={() => loadMore(list)}
            onOpen={(item) => {
              if (choosing.isOn) choosing.toggle(item.id);
              else void navigate({ pathname: recordPath('case', item.id), search: state.search });
            }}
            renderItem={(item) => <CaseRow item={item} />}
            empty={empty}
          />
          {choosing.isOn ? (
            <ChosenCases
              choosing={choosing}
              onBinned={() => {
                choosing.end();
                if (id !== undefined && choosing.chosen.has(id)) void navigate('/cases');
              }}
            />
          ) : null}
          {drop.isOver ? (
            <div className="pointer-events-none absolute inset-3 flex items-center justify-center rounded-xl border-2 border-dashed border-brass bg-brass-soft/80">
              <span className="text-lg font-semibold text-brass">{t('drop')}</span>
            </div>
          ) : null}
        </div>
      }
    >
      <Outlet />
    </SplitLayout>
  );
}
