import { useQuery } from '@tanstack/react-query';
import { ListFilter } from 'lucide-react';
import { api } from '../../client/index.ts';
import { useFormat, useT } from '../../i18n/index.ts';
import { Button, Popover, Segmented, Select, Tag } from '../../ui/index.ts';
import { useRecordRef } from '../../widgets/index.ts';
import { CASE_SORTS, type CaseFilterState, FACETS, type Facet } from './case-filter-state.ts';
import { OWN_SOURCE } from './own-source.ts';

const ALL = 'all';
// Values are the source's own words: a mark in front keeps one called "all" apart from ours.
const VALUE = 'is ';

/** A value in words: nothing, and the source of what was written here, have names of their own. */
const useFacetWord = (): ((facet: Facet, value: string) => string) => {
  const t = useT('cases');
  return (facet, value) =>
    value === ''
      ? `${t(facet)}: ${t('filters.none')}`
      : facet === 'source' && value === OWN_SOURCE
        ? t('ownSource')
        : value;
};

/** One button for all filters and the order; it says how many are on. */
export function CaseFilters({ state }: { readonly state: CaseFilterState }) {
  const t = useT('cases');
  const format = useFormat();
  const { data } = useQuery(api.cases.facets.queryOptions({ input: {} }));
  const { filter, sort, count, set, clear } = state;
  const wordFor = useFacetWord();
  const options = (facet: Facet) => {
    const rows = data?.[facet] ?? [];
    const current = filter[facet];
    // A value that nobody has any more is still what the filter says.
    const known = rows.some((row) => row.value === current)
      ? rows
      : [...(current === undefined ? [] : [{ value: current, count: 0 }]), ...rows];
    return [
      { id: ALL, label: t('filters.all') },
      ...known.map((row) => ({
        id: VALUE + row.value,
        label: wordFor(facet, row.value),
        hint: format.number(row.count),
      })),
    ];
  };
  return (
    <Popover
      label={t('filters')}
      placement="bottom end"
      className="w-80"
      trigger={
        <Button
          icon={<ListFilter aria-hidden="true" />}
          className="shrink-0"
          {...(count > 0 ? { 'aria-label': t('filters.count', { count }) } : {})}
        >
          {count > 0 ? format.number(count) : t('filters')}
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        <Select
          label={t('sort')}
          value={sort}
          options={CASE_SORTS.map((id) => ({ id, label: t(`sort.${id}`) }))}
          onChange={(id) => set('sort', id === 'openedAt' ? null : id)}
        />
        {FACETS.map((facet) => (
          <Select
            key={facet}
            label={t(facet)}
            value={filter[facet] === undefined ? ALL : VALUE + filter[facet]}
            options={options(facet)}
            onChange={(id) => set(facet, id === ALL ? null : id.slice(VALUE.length))}
          />
        ))}
        <div className="flex flex-col gap-1">
          <span className="text-sm font-medium text-ink-soft">{t('linked')}</span>
          <Segmented
            label={t('linked')}
            value={filter.linked === undefined ? ALL : filter.linked ? 'yes' : 'no'}
            choices={[
              { id: ALL, label: t('linked.any') },
              { id: 'yes', label: t('linked.yes') },
              { id: 'no', label: t('linked.no') },
            ]}
            onChange={(id) => set('linked', id === ALL ? null : id)}
          />
        </div>
        {count > 0 ? (
          <Button tone="quiet" className="self-start" onPress={clear}>
            {t('filters.clear')}
          </Button>
        ) : null}
      </div>
    </Popover>
  );
}

/** The filters that are on, each with its way out. */
export function FilterTags({ state }: { readonly state: CaseFilterState }) {
  const t = useT('cases');
  const wordFor = useFacetWord();
  const { filter, set, count } = state;
  const customer = useRecordRef('customer', filter.customerId ?? null);
  const topic = useRecordRef('topic', filter.topicId ?? null);
  if (count === 0) return null;
  const tags: { readonly name: Parameters<typeof set>[0]; readonly words: string }[] = [
    ...FACETS.flatMap((facet) => {
      const value = filter[facet];
      return value === undefined ? [] : [{ name: facet, words: wordFor(facet, value) }];
    }),
    ...(filter.linked === undefined
      ? []
      : [
          {
            name: 'linked' as const,
            words: `${t('linked')}: ${t(filter.linked ? 'linked.yes' : 'linked.no')}`,
          },
        ]),
    ...(filter.customerId === undefined
      ? []
      : [{ name: 'customerId' as const, words: customer?.title ?? '…' }]),
    ...(filter.topicId === undefined ? [] : [{ name: 'topicId' as const, words: topic?.title ?? '…' }]),
  ];
  return (
    <ul aria-label={t('filters')} className="flex flex-wrap gap-1.5">
      {tags.map(({ name, words }) => (
        <li key={name} className="max-w-full">
          <Tag
            tone="brass"
            onRemove={() => set(name, null)}
            removeLabel={t('filters.remove', { name: words })}
          >
            {words}
          </Tag>
        </li>
      ))}
    </ul>
  );
}
