import { useInfiniteQuery } from '@tanstack/react-query';
import { MessageCircleQuestion, Plus } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { Outlet, useNavigate, useParams, useSearchParams } from 'react-router';
import type { QuestionItem } from '../../../shared/contract/questions.ts';
import { QUESTION_STATES, type QuestionState } from '../../../shared/domain/question.ts';
import { api } from '../../client/index.ts';
import { useFormat, useT } from '../../i18n/index.ts';
import {
  Button,
  EmptyState,
  IconButton,
  ListHeader,
  Page,
  SearchField,
  Segmented,
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
import { AskDialog } from './ask-dialog.tsx';
import { StateBadge } from './state-badge.tsx';

/** `open` is what waits for an expert: the list to come back to. */
type Show = 'all' | 'open' | 'answered' | 'accepted';
const showFrom = (value: string | null): Show =>
  value === 'open' || value === 'answered' || value === 'accepted' ? value : 'all';
const keyOf = (question: QuestionItem): string => question.id;

function QuestionRow({ question }: { readonly question: QuestionItem }) {
  const t = useT('questions');
  const format = useFormat();
  return (
    <span className="flex min-w-0 flex-col gap-1">
      <span dir="auto" className="stand-with-page line-clamp-2 font-medium">
        {question.title}
      </span>
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-ink-faint">
        <StateBadge state={question.state} />
        {question.answerCount > 0 ? <span>{t('answers', { count: question.answerCount })}</span> : null}
        <span>{format.relative(question.updatedAt, Date.now())}</span>
      </span>
    </span>
  );
}

/** What learners asked, with the ones that wait for an answer one click away. */
export function QuestionsPage() {
  const t = useT('questions');
  const format = useFormat();
  const navigate = useNavigate();
  const { id } = useParams();
  const [params, setParams] = useSearchParams();
  const [words, setWords] = useState('');
  const [isAsking, setAsking] = useState(false);
  const [sessionId, setSessionId] = useState<string | null>(null);
  const text = useDeferredValue(words.trim());
  const show = showFrom(params.get('show'));
  const state: QuestionState | undefined = QUESTION_STATES.find((one) => one === show);
  const list = useInfiniteQuery(
    api.questions.list.infiniteOptions({
      input: (offset: number) => ({
        filter: { ...(state ? { state } : {}), ...(text ? { text } : {}) },
        sort: 'updatedAt' as const,
        descending: true,
        offset,
        limit: PAGE_ROWS,
      }),
      ...pagedOptions,
    }),
  );
  useCreateAndOpen((asked) => {
    setSessionId(asked.get('session'));
    setAsking(true);
  });

  const empty = !list.data ? null : text !== '' ? (
    <EmptyState size="panel" icon={<MessageCircleQuestion />} title={t('noMatch.title')}>
      {t('noMatch.text')}
    </EmptyState>
  ) : show !== 'all' ? (
    <EmptyState size="panel" icon={<MessageCircleQuestion />} title={t(`none.${show}`)}>
      {t('none.text')}
    </EmptyState>
  ) : (
    <EmptyState
      size="panel"
      icon={<MessageCircleQuestion />}
      title={t('empty.title')}
      action={
        <Button tone="primary" onPress={() => setAsking(true)}>
          {t('ask')}
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
              <IconButton label={t('ask')} onPress={() => setAsking(true)}>
                <Plus aria-hidden="true" />
              </IconButton>
            }
          >
            <SearchField label={t('filter')} value={words} onChange={setWords} />
            <Segmented
              label={t('show')}
              size="sm"
              value={show}
              onChange={(next) => setParams(next === 'all' ? {} : { show: next }, { replace: true })}
              choices={[
                { id: 'all', label: t('show.all') },
                { id: 'open', label: t('show.open') },
                { id: 'answered', label: t('show.answered') },
                { id: 'accepted', label: t('show.accepted') },
              ]}
            />
          </ListHeader>
          <VirtualList
            label={t('title')}
            items={pagedItems(list.data)}
            itemKey={keyOf}
            currentKey={id}
            rowHeight={72}
            placeKey={`questions ${show}`}
            onEndReached={() => loadMore(list)}
            onOpen={(question) =>
              void navigate({ pathname: recordPath('question', question.id), search: params.toString() })
            }
            renderItem={(question) => <QuestionRow question={question} />}
            empty={empty}
          />
          <AskDialog isOpen={isAsking} onOpenChange={setAsking} sessionId={sessionId} />
        </>
      }
    >
      <Outlet />
    </SplitLayout>
  );
}

/** Beside the list while no question is open. */
export function NoQuestionChosen() {
  const t = useT('questions');
  return (
    <Page>
      <h1 className="sr-only">{t('title')}</h1>
      <EmptyState icon={<MessageCircleQuestion />} title={t('pick.title')}>
        {t('pick.text')}
      </EmptyState>
    </Page>
  );
}
