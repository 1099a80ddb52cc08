import { useQuery } from '@tanstack/react-query';
import type { FindableKind } from '../../shared/domain/record.ts';
import { api, type RecordRef } from '../client/index.ts';

export interface RefKey {
  readonly kind: FindableKind;
  readonly id: string;
}

/** Titles of records by `kind id`. Records that are gone are missing from the map; while loading it is empty. */
export const useRecordRefs = (keys: readonly RefKey[]): ReadonlyMap<string, RecordRef> => {
  const unique = [
    ...new Map(keys.map((key) => [`${key.kind} ${key.id}`, { kind: key.kind, id: key.id }])).values(),
  ];
  const { data } = useQuery({
    ...api.records.refs.queryOptions({ input: { refs: unique } }),
    enabled: unique.length > 0,
  });
  return new Map((unique.length > 0 ? (data ?? []) : []).map((ref) => [`${ref.kind} ${ref.id}`, ref]));
};

/** One record's title and subtitle; null while loading or when it is gone. */
export const useRecordRef = (kind: FindableKind, id: string | null): RecordRef | null =>
  useRecordRefs(id === null ? [] : [{ kind, id }]).get(`${kind} ${id ?? ''}`) ?? null;
