import { useMemo } from 'react';
import { useSearchParams } from 'react-router';

export const FACETS = ['source', 'status', 'product', 'priority'] as const;
export type Facet = (typeof FACETS)[number];

export const CASE_SORTS = ['openedAt', 'updatedAt', 'title', 'status', 'product'] as const;
export type CaseSort = (typeof CASE_SORTS)[number];

export interface CaseFilter {
  readonly source?: string;
  readonly status?: string;
  readonly product?: string;
  readonly priority?: string;
  readonly customerId?: string;
  readonly topicId?: string;
  readonly linked?: boolean;
}

export interface CaseFilterState {
  readonly filter: CaseFilter;
  readonly sort: CaseSort;
  /** How many filters are on. */
  readonly count: number;
  readonly set: (name: Facet | 'linked' | 'sort' | 'customerId' | 'topicId', value: string | null) => void;
  readonly clear: () => void;
  /** The address's own words, for links that keep the filters. */
  readonly search: string;
}

/** Filters as the address has them: back, forward and a reload keep them. */
export const readFilter = (params: URLSearchParams): CaseFilter => {
  const filter: { -readonly [Key in keyof CaseFilter]: CaseFilter[Key] } = {};
  for (const name of [...FACETS, 'customerId', 'topicId'] as const) {
    const value = params.get(name);
    if (value !== null) filter[name] = value;
  }
  const linked = params.get('linked');
  if (linked === 'yes' || linked === 'no') filter.linked = linked === 'yes';
  return filter;
};

export const useCaseFilter = (): CaseFilterState => {
  const [params, setParams] = useSearchParams();
  return useMemo(() => {
    const filter = readFilter(params);
    return {
      filter,
      sort: CASE_SORTS.find((one) => one === params.get('sort')) ?? 'openedAt',
      count: Object.keys(filter).length,
      search: params.toString(),
      set: (name, value) => {
        const next = new URLSearchParams(params);
        if (value === null) next.delete(name);
        else next.set(name, value);
        setParams(next, { replace: true });
      },
      clear: () => {
        const sort = params.get('sort');
        setParams(sort === null ? {} : { sort }, { replace: true });
      },
    };
  }, [params, setParams]);
};
