import { EventPublisher } from '@orpc/server';
import type { Change } from '../../shared/contract/changes.ts';

export type Changes = {
  /** Call after the commit, never before: a page reads anew as soon as it hears. */
  readonly tell: (kind: Change['kind'], ids: readonly string[] | null) => void;
  readonly watch: (signal: AbortSignal | undefined) => AsyncGenerator<Change>;
};

/** More ids than this in one change are sent as "many". */
const IDS_MAX = 100;

export function createChanges(): Changes {
  const publisher = new EventPublisher<{ change: Change }>();
  let seq = 0;
  return {
    tell: (kind, ids) => {
      seq += 1;
      publisher.publish('change', { seq, kind, ids: ids === null || ids.length > IDS_MAX ? null : [...ids] });
    },
    watch: (signal) => publisher.subscribe('change', { signal }),
  };
}
