import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
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
  // The same question stays the same object: it is asked at every key of a text with mentions.
  const question = [...new Set(keys.map(({ kind, id }) => `${kind} ${id}`))].join('\n');
  const unique = useMemo(
    () =>
      question === ''
        ? []
        : question.split('\n').map((line): RefKey => {
            const [kind = '', id = ''] = line.split(' ');
            return { kind: kind as FindableKind, id };
          }),
    [question],
  );
  const { data, isSuccess, isPlaceholderData } = useQuery({
    ...api.records.refs.queryOptions({ input: { refs: unique } }),
    enabled: unique.length > 0,
    // One mention more must not turn the others back into their old names for a moment.
    placeholderData: keepPreviousData,
  });
  const refs = useMemo(
    () => new Map((unique.length > 0 ? (data ?? []) : []).map((ref) => [`${ref.kind} ${ref.id}`, ref])),
    [unique, data],
  );
  return { refs, isSettled: isSuccess && !isPlaceholderData };
};

/** Titles of records by `kind id`. Records that are gone are missing from the map; while loading it is empty. */
export const useRecordRefs = (keys: readonly RefKey[]): ReadonlyMap<string, RecordRef> =>
  useRecordRefsAnswer(keys).refs;

/** One record's title and subtitle; null while loading or when it is gone. */
export const useRecordRef = (kind: FindableKind, id: string | null): RecordRef | null =>
  useRecordRefs(id === null ? [] : [{ kind, id }]).get(`${kind} ${id ?? ''}`) ?? null;
