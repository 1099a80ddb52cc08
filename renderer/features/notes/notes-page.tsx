import { useInfiniteQuery } from '@tanstack/react-query';
import { FileInput, NotebookPen, SquarePen } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { Outlet, useNavigate, useParams, useSearchParams } from 'react-router';
import type { NoteItem } from '../../../shared/contract/notes.ts';
import { NOTE_KINDS, type NoteKind } from '../../../shared/domain/note.ts';
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
  Select,
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
} from '../../widgets/index.ts';
import { ChosenNotes } from './chosen-notes.tsx';

const keyOf = (note: NoteItem): string => note.id;
const kindFrom = (value: string | null): NoteKind | undefined => NOTE_KINDS.find((kind) => kind === value);

function NoteRow({ note }: { readonly note: NoteItem }) {
  const t = useT('notes');
  const format = useFormat();
  return (
    <span className="flex min-w-0 flex-col gap-0.5">
      <OneLine className="font-medium">{note.title || note.excerpt || t('common:untitled')}</OneLine>
      {note.title && note.excerpt ? (
        <OneLine className="text-sm text-ink-soft">{note.excerpt}</OneLine>
      ) : null}
      <span className="flex items-center gap-2 text-xs text-ink-faint">
        <span>{t(`common:noteKind.${note.kind}`)}</span>
        <span aria-hidden="true">·</span>
        <span>{format.relative(note.updatedAt, Date.now())}</span>
        {note.confidence === 'validated' ? (
          <Badge tone="good">{t('common:confidence.validated')}</Badge>
        ) : null}
      </span>
    </span>
  );
}

/** Everything the experts have written down, newest first, with the page of one note. */
export function NotesPage() {
  const t = useT('notes');
  const format = useFormat();
  const { language } = useLanguage();
  const navigate = useNavigate();
  const tell = useTellProblem();
  const { id } = useParams();
  const [params, setParams] = useSearchParams();
  const [words, setWords] = useState('');
  const text = useDeferredValue(words.trim());
  const kind = kindFrom(params.get('kind'));
  const list = useInfiniteQuery(
    api.notes.list.infiniteOptions({
      input: (offset: number) => ({
        filter: { ...(kind ? { kind } : {}), ...(text ? { text } : {}) },
        sort: 'updatedAt' as const,
        descending: true,
        offset,
        limit: PAGE_ROWS,
      }),
      ...pagedOptions,
    }),
  );
  const notes = pagedItems(list.data);

  const create = (asked?: URLSearchParams): void => {
    client.settings
      .get({})
      .then(({ library }) =>
        client.notes.create({
          fields: { language, authorId: library?.meId ?? null, sessionId: asked?.get('session') ?? null },
        }),
      )
      .then((note) => navigate(recordPath('note', note.id), { state: { isNew: true } }), tell);
  };
  useCreateAndOpen(create);
  const choosing = useChoosing();

  const isFiltered = text !== '' || kind !== undefined;
  const empty = !list.data ? null : isFiltered ? (
    <EmptyState size="panel" icon={<NotebookPen />} title={t('noMatch.title')}>
      {t('noMatch.text')}
    </EmptyState>
  ) : (
    <EmptyState
      size="panel"
      icon={<NotebookPen />}
      title={t('empty.title')}
      action={
        <div className="flex flex-wrap justify-center gap-2">
          <Button tone="primary" onPress={() => create()}>
            {t('new')}
          </Button>
          <Button onPress={() => void navigate('/notes/import')}>{t('imports:open')}</Button>
        </div>
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
              <>
                {notes.length === 0 ? null : <ChooseToggle choosing={choosing} />}
                <IconButton label={t('imports:open')} onPress={() => void navigate('/notes/import')}>
                  <FileInput aria-hidden="true" />
                </IconButton>
                <IconButton label={t('new')} onPress={() => create()}>
                  <SquarePen aria-hidden="true" />
                </IconButton>
              </>
            }
          >
            <SearchField label={t('filter')} value={words} onChange={setWords} />
            <Select
              label={t('kind')}
              hideLabel
              value={kind ?? 'all'}
              options={[
                { id: 'all', label: t('kind.all') },
                ...NOTE_KINDS.map((one) => ({ id: one, label: t(`common:noteKind.${one}`) })),
              ]}
              onChange={(next) => setParams(next === 'all' ? {} : { kind: next }, { replace: true })}
            />
          </ListHeader>
          <VirtualList
            label={t('title')}
            items={notes}
            itemKey={keyOf}
            currentKey={id}
            rowHeight={74}
            placeKey={`notes ${kind ?? ''}`}
            onEndReached={() => loadMore(list)}
            selected={choosing.chosen}
            onSelectionChange={choosing.choose}
            onOpen={(note) => {
              if (choosing.isOn) choosing.toggle(note.id);
              else void navigate({ pathname: recordPath('note', note.id), search: params.toString() });
            }}
            renderItem={(note) => <NoteRow note={note} />}
            empty={empty}
          />
          {choosing.isOn ? <ChosenNotes choosing={choosing} /> : null}
        </>
      }
    >
      <Outlet />
    </SplitLayout>
  );
}

/** Beside the list while no note is open. */
export function NoNoteChosen() {
  const t = useT('notes');
  return (
    <Page>
      <h1 className="sr-only">{t('title')}</h1>
      <EmptyState icon={<NotebookPen />} title={t('pick.title')}>
        {t('pick.text')}
      </EmptyState>
    </Page>
  );
}
