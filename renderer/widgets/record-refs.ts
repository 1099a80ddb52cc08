import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { FindableKind } from '../../shared/domain/record.ts';
import { api, type RecordRef } from '../client/index.ts';

export interface RefKey {
  readonly kind: FindableKind;
  readonly id: string;
}

interface RecordRefs {
  readonly refs: ReadonlyMap<string, RecordRef>;
  /** The library has answered: what is not among them is not there. */
  readonly isSettled: boolean;
}

/** Titles of records by `kind id`, and whether a record that is missing is really gone or only not looked up yet. */
export const useRecordRefsAnswer = (keys: readonly RefKey[]): RecordRefs => {
  const unique = [
    ...new Map(keys.map((key) => [`${key.kind} ${key.id}`, { kind: key.kind, id: key.id }])).values(),
  ];
  const { data, isSuccess, isPlaceholderData } = useQuery({
    ...api.records.refs.queryOptions({ input: { refs: unique } }),
    enabled: unique.length > 0,
    // One mention more must not turn the others back into their old names for a moment.
    placeholderData: keepPreviousData,
  });
  const found = unique.length > 0 ? (data ?? []) : [];
  return {
    refs: new Map(found.map((ref) => [`${ref.kind} ${ref.id}`, ref])),
    isSettled: isSuccess && !isPlaceholderData,
  };
};

/** Titles of records by `kind id`. Records that are gone are missing from the map; while loading it is empty. */
export const useRecordRefs = (keys: readonly RefKey[]): ReadonlyMap<string, RecordRef> =>
  useRecordRefsAnswer(keys).refs;

/** One record's title and subtitle; null while loading or when it is gone. */
export const useRecordRef = (kind: FindableKind, id: string | null): RecordRef | null =>
  useRecordRefs(id === null ? [] : [{ kind, id }]).get(`${kind} ${id ?? ''}`) ?? null;
