import { useInfiniteQuery } from '@tanstack/react-query';
import { BookOpen, BookPlus } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { Outlet, useNavigate, useParams } from 'react-router';
import type { PlaybookItem } from '../../../shared/contract/playbooks.ts';
import { api, client, useTellProblem } from '../../client/index.ts';
import { useFormat, useLanguage, useT } from '../../i18n/index.ts';
import {
  Badge,
  Button,
  EmptyState,
  IconButton,
  ListHeader,
  OneLine,
  Page,
  SearchField,
  SplitLayout,
  VirtualList,
} from '../../ui/index.ts';
import {
  loadMore,
  PAGE_ROWS,
  pagedItems,
  pagedOptions,
  recordPath,
  useCreateAndOpen,
} from '../../widgets/index.ts';

const keyOf = (playbook: PlaybookItem): string => playbook.id;

function PlaybookRow({ playbook }: { readonly playbook: PlaybookItem }) {
  const t = useT('playbooks');
  return (
    <span className="flex min-w-0 flex-col gap-0.5">
      <span dir="auto" className="stand-with-page line-clamp-2 font-medium">
        {playbook.title}
      </span>
      {playbook.summary ? <OneLine className="text-sm text-ink-soft">{playbook.summary}</OneLine> : null}
      <span className="flex items-center gap-2 text-xs text-ink-faint">
        <Badge tone={playbook.state === 'published' ? 'good' : 'neutral'}>
          {t(`state.${playbook.state}`)}
        </Badge>
        <span>{t('steps', { count: playbook.stepCount })}</span>
      </span>
    </span>
  );
}

/** The curated guides, with the page of one of them. */
export function PlaybooksPage() {
  const t = useT('playbooks');
  const format = useFormat();
  const { language } = useLanguage();
  const navigate = useNavigate();
  const tell = useTellProblem();
  const { id } = useParams();
  const [words, setWords] = useState('');
  const text = useDeferredValue(words.trim());
  const list = useInfiniteQuery(
    api.playbooks.list.infiniteOptions({
      input: (offset: number) => ({
        filter: text ? { text } : {},
        sort: 'title' as const,
        offset,
        limit: PAGE_ROWS,
      }),
      ...pagedOptions,
    }),
  );
  const create = (): void => {
    client.settings
      .get({})
      .then(({ library }) =>
        client.playbooks.create({
          fields: { title: t('newTitle'), language, ownerId: library?.meId ?? null },
        }),
      )
      .then((made) => navigate(recordPath('playbook', made.id), { state: { isNew: true } }), tell);
  };
  useCreateAndOpen(create);

  const empty = !list.data ? null : text !== '' ? (
    <EmptyState size="panel" icon={<BookOpen />} title={t('noMatch')} />
  ) : (
    <EmptyState
      size="panel"
      icon={<BookOpen />}
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
                <BookPlus aria-hidden="true" />
              </IconButton>
            }
          >
            <SearchField label={t('filter')} value={words} onChange={setWords} />
          </ListHeader>
          <VirtualList
            label={t('title')}
            items={pagedItems(list.data)}
            itemKey={keyOf}
            currentKey={id}
            rowHeight={76}
            placeKey="playbooks"
            onEndReached={() => loadMore(list)}
            onOpen={(playbook) => void navigate(recordPath('playbook', playbook.id))}
            renderItem={(playbook) => <PlaybookRow playbook={playbook} />}
            empty={empty}
          />
        </>
      }
    >
      <Outlet />
    </SplitLayout>
  );
}

/** Beside the list while no playbook is open. */
export function NoPlaybookChosen() {
  const t = useT('playbooks');
  return (
    <Page>
      <h1 className="sr-only">{t('title')}</h1>
      <EmptyState icon={<BookOpen />} title={t('pick.title')}>
        {t('pick.text')}
      </EmptyState>
    </Page>
  );
}
