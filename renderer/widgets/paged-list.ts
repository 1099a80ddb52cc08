import { keepPreviousData } from '@tanstack/react-query';
import { useEffect } from 'react';

interface PageOfList<Item> {
  readonly items: readonly Item[];
  readonly total: number;
}

/** Rows asked for at once: more than a screen, fast to draw. */
export const PAGE_ROWS = 200;

/**
 * What every endless list has in common:
 * `useInfiniteQuery(api.people.list.infiniteOptions({ input: (offset: number) => ({ …, offset, limit: PAGE_ROWS }), ...pagedOptions }))`.
 * Rows on show stay until the answer to a new filter is there.
 */
export const pagedOptions = {
  initialPageParam: 0,
  getNextPageParam: (last: PageOfList<unknown>, all: readonly PageOfList<unknown>[]): number | undefined => {
    const loaded = all.reduce((sum, page) => sum + page.items.length, 0);
    return last.items.length > 0 && loaded < last.total ? loaded : undefined;
  },
  placeholderData: keepPreviousData,
};

export const pagedItems = <Item>(
  data: { readonly pages: readonly PageOfList<Item>[] } | undefined,
): readonly Item[] => data?.pages.flatMap((page) => page.items) ?? [];

interface PagedQuery {
  readonly hasNextPage: boolean;
  readonly isFetching: boolean;
  readonly fetchNextPage: () => unknown;
}

/** Reads the next rows when the end of the list is in sight. */
export const loadMore = ({ hasNextPage, isFetching, fetchNextPage }: PagedQuery): void => {
  if (hasNextPage && !isFetching) void fetchNextPage();
};

/** Reads the rest of a list while `wanted`: a filter that works on what is shown must have seen everything. */
export const useLoadAll = (query: PagedQuery, wanted: boolean): void => {
  const { hasNextPage, isFetching, fetchNextPage } = query;
  useEffect(() => {
    if (wanted && hasNextPage && !isFetching) void fetchNextPage();
  }, [wanted, hasNextPage, isFetching, fetchNextPage]);
};

// Arabic and Persian keyboards write two letters differently; nobody means a different word by it.
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/ي/g, 'ی')
    .replace(/ك/g, 'ک')
    .replace(/[\u200c\u0640]/g, '')
    .toLowerCase();

/** True when every word of `query` stands somewhere in `texts`. For filtering rows that are already here. */
export const matchesWords = (query: string, texts: readonly string[]): boolean => {
  const words = plain(query).split(/\s+/u).filter(Boolean);
  if (words.length === 0) return true;
  const all = plain(texts.join('\n'));
  return words.every((word) => all.includes(word));
};
