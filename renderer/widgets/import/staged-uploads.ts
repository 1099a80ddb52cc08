import { useEffect, useRef } from 'react';
import { client } from '../../client/index.ts';

export interface StagedUploads {
  readonly add: (uploadId: string) => void;
  /** They are not wanted any more: the copies in the staging folder go. */
  readonly drop: () => void;
  /** The import has begun: from now on the job owns them. */
  readonly handOver: () => void;
}

/** Files that were sent and not yet imported. Whoever leaves the page before leaves nothing in the staging folder. */
export const useStagedUploads = (): StagedUploads => {
  const staged = useRef<string[]>([]);
  const drop = (): void => {
    for (const uploadId of staged.current) void client.uploads.discard({ uploadId }).catch(() => {});
    staged.current = [];
  };
  const latestDrop = useRef(drop);
  latestDrop.current = drop;
  useEffect(() => () => latestDrop.current(), []);
  return {
    add: (uploadId) => staged.current.push(uploadId),
    drop,
    handOver: () => {
      staged.current = [];
    },
  };
};
