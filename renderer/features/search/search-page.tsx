import { useInfiniteQuery } from '@tanstack/react-query';
import { SearchX } from 'lucide-react';
import { Fragment, useEffect, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { FINDABLE_KINDS, type FindableKind } from '../../../shared/domain/record.ts';
import { api, type SearchHit } from '../../client/index.ts';
import { useFormat, useT } from '../../i18n/index.ts';
import { Button, cx, EmptyState, OneLine, Page, SearchField, Skeleton } from '../../ui/index.ts';
import { RecordIcon, recordPath, TopicPicker } from '../../widgets/index.ts';
import { Marked } from './marked.tsx';

const PAGE = 20;
/** A moment of quiet before asking: fast enough to feel immediate, slow enough not to ask for every letter. */
const QUIET_MS = 120;

const kindFrom = (value: string | null): FindableKind | null =>
  FINDABLE_KINDS.find((kind) => kind === value) ?? null;

/** One box over everything, as one types, with what matched in view and the kinds one click away. */
export function SearchPage() {
  const t = useT('search');
  const format = useFormat();
  const [params, setParams] = useSearchParams();
  const asked = params.get('q') ?? '';
  const kind = kindFrom(params.get('kind'));
  const topicId = params.get('topic');
  const [words, setWords] = useState(asked);

  // The address follows the words, so that back, reload and a shared link give the same page.
  useEffect(() => {
    if (words === asked) return undefined;
    const timer = setTimeout(() => {
      setParams(
        (now) => {
          const next = new URLSearchParams(now);
          if (words === '') next.delete('q');
          else next.set('q', words);
          return next;
        },
        { replace: true },
      );
    }, QUIET_MS);
    return () => clearTimeout(timer);
  }, [words, asked, setParams]);
  const lastAsked = useRef(asked);
  useEffect(() => {
    // The address changed from outside (back, the palette): the box follows.
    if (asked !== lastAsked.current && asked !== words.trim()) setWords(asked);
    lastAsked.current = asked;
  }, [asked, words]);

  const change = (name: string, value: string | null): void =>
    setParams((now) => {
      const next = new URLSearchParams(now);
      if (value === null) next.delete(name);
      else next.set(name, value);
      return next;
    });

  const found = useInfiniteQuery({
    ...api.search.query.infiniteOptions({
      input: (offset: number) => ({
        query: asked,
        asYouType: true,
        offset,
        limit: PAGE,
        filters: { ...(kind ? { kinds: [kind] } : {}), ...(topicId ? { topicId } : {}) },
      }),
      initialPageParam: 0,
      getNextPageParam: (last, all) => {
        const seen = all.reduce((sum, page) => sum + page.hits.length, 0);
        return last.hits.length > 0 && seen < last.total ? seen : undefined;
      },
    }),
    enabled: asked.trim() !== '',
    placeholderData: (before) => before,
    gcTime: 60_000,
  });
  const first = found.data?.pages[0];
  const hits = asked.trim() === '' ? [] : (found.data?.pages.flatMap((page) => page.hits) ?? []);
  const counts = asked.trim() === '' ? {} : (first?.kindCounts ?? {});
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);

  return (
    <Page width="wide">
      <h1 className="sr-only">{t('title')}</h1>
      <SearchField
        label={t('title')}
        value={words}
        onChange={setWords}
        autoFocus
        placeholder={t('placeholder')}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-8 pt-5 md:grid-cols-[12rem_minmax(0,1fr)]">
        <aside aria-label={t('narrow')} className="flex flex-col gap-5 max-md:pb-4">
          {all > 0 ? (
            <ul className="flex gap-1 max-md:flex-wrap md:flex-col">
              <KindChoice
                label={t('common:all')}
                count={all}
                isChosen={kind === null}
                onChoose={() => change('kind', null)}
              />
              {FINDABLE_KINDS.filter((one) => (counts[one] ?? 0) > 0 || one === kind).map((one) => (
                <KindChoice
                  key={one}
                  icon={<RecordIcon kind={one} />}
                  label={t(`common:kinds.${one}`)}
                  count={counts[one] ?? 0}
                  isChosen={kind === one}
                  onChoose={() => change('kind', one)}
                />
              ))}
            </ul>
          ) : null}
          <TopicPicker
            label={t('topic')}
            value={topicId ? [topicId] : []}
            onChange={(ids) => change('topic', ids.at(-1) ?? null)}
          />
        </aside>
        <section aria-label={t('results')} aria-busy={found.isFetching}>
          <p role="status" className="pb-3 text-sm text-ink-faint">
            {first && asked.trim() !== '' ? t('common:results', { count: first.total }) : ''}
          </p>
          {asked.trim() === '' ? (
            <p className="max-w-prose text-base text-ink-soft">{t('start')}</p>
          ) : !first ? (
            <Skeleton label={t('common:loading')} lines={6} />
          ) : hits.length === 0 ? (
            <EmptyState
              icon={<SearchX />}
              title={t('nothing.title')}
              action={
                first.didYouMean ? (
                  <Button onPress={() => setWords(first.didYouMean ?? '')}>
                    {t('didYouMean', { words: first.didYouMean })}
                  </Button>
                ) : null
              }
            >
              {t('nothing.text')}
            </EmptyState>
          ) : (
            <>
              <ol className="flex flex-col">
                {hits.map((hit) => (
                  <HitRow
                    key={`${hit.kind} ${hit.id}`}
                    hit={hit}
                    when={format.relative(hit.updatedAt, Date.now())}
                  />
                ))}
              </ol>
              {found.hasNextPage ? (
                <div className="pt-4">
                  <Button isPending={found.isFetchingNextPage} onPress={() => void found.fetchNextPage()}>
                    {t('common:showMore')}
                  </Button>
                </div>
              ) : null}
            </>
          )}
        </section>
      </div>
    </Page>
  );
}

function KindChoice({
  icon,
  label,
  count,
  isChosen,
  onChoose,
}: {
  readonly icon?: React.ReactNode;
  readonly label: string;
  readonly count: number;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}) {
  const format = useFormat();
  return (
    <li>
      <Button
        tone="quiet"
        size="sm"
        aria-pressed={isChosen}
        className={cx('w-full justify-start', isChosen && 'bg-brass-soft text-ink')}
        icon={icon}
        onPress={onChoose}
      >
        <span className="flex-1 text-start">{label}</span>
        <span className="tabular ps-3 text-xs text-ink-faint">{format.number(count)}</span>
      </Button>
    </li>
  );
}

function HitRow({ hit, when }: { readonly hit: SearchHit; readonly when: string }) {
  const t = useT('search');
  const navigate = useNavigate();
  const path = recordPath(hit.kind, hit.id);
  const isAnswer = hit.kind === 'answer' && hit.snippet.length > 0;
  const title = hit.title === '' ? t('common:untitled') : <Marked parts={hit.titleMarked} />;
  const facts = [
    <span key="kind">{t(`common:kind.${hit.kind}`)}</span>,
    ...(hit.subtitle
      ? [
          <bdi key="subtitle" className="min-w-0 truncate">
            {hit.subtitle}
          </bdi>,
        ]
      : []),
    <span key="when">{when}</span>,
  ];
  return (
    <li className="border-b border-line last:border-b-0">
      <a
        href={`#${path}`}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          void navigate(path);
        }}
        className="-mx-3 flex gap-3 rounded-lg px-3 py-3 hover:bg-hover"
      >
        <span className="pt-0.5 text-ink-faint [&>svg]:size-4.5">
          <RecordIcon kind={hit.kind} />
        </span>
        <span className="flex min-w-0 flex-1 flex-col gap-0.5">
          {isAnswer ? (
            // Its title is the question's, which several answers share: what it says tells them apart.
            <>
              <span dir="auto" className="stand-with-page line-clamp-2">
                <Marked parts={hit.snippet} />
              </span>
              <OneLine className="text-sm text-ink-soft">{title}</OneLine>
            </>
          ) : (
            <>
              <span dir="auto" className="stand-with-page font-medium">
                {title}
              </span>
              {hit.snippet.length > 0 ? (
                <span dir="auto" className="stand-with-page line-clamp-2 text-sm text-ink-soft">
                  <Marked parts={hit.snippet} />
                </span>
              ) : null}
            </>
          )}
          <span className="flex min-w-0 flex-wrap gap-x-2 text-xs text-ink-faint">
            {facts.map((fact, at) => (
              <Fragment key={fact.key}>
                {at > 0 ? <span aria-hidden="true">·</span> : null}
                {fact}
              </Fragment>
            ))}
          </span>
        </span>
      </a>
    </li>
  );
}
