import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Job } from '../../shared/contract/jobs.ts';
import { api, client } from './api.ts';
import { addSample, type JobPace, type JobSample, paceOf } from './job-pace.ts';

export interface WatchedJob {
  readonly job: Job | null;
  readonly pace: JobPace;
  readonly cancel: () => void;
}

/** One job as it goes: progress, rate, time left, cancel. The job itself does not care who watches. */
export const useJob = (jobId: string | null): WatchedJob => {
  const queries = useQueryClient();
  const [samples, setSamples] = useState<readonly JobSample[]>([]);
  const key = api.jobs.get.queryKey({ input: { id: jobId ?? '' } });
  const { data } = useQuery({
    ...api.jobs.get.queryOptions({ input: { id: jobId ?? '' } }),
    enabled: jobId !== null,
  });
  const keyText = JSON.stringify(key);
  useEffect(() => {
    if (jobId === null) return undefined;
    const stop = new AbortController();
    setSamples([]);
    const follow = async (): Promise<void> => {
      const stream = await client.jobs.watch({ id: jobId }, { signal: stop.signal });
      for await (const job of stream) {
        queries.setQueryData(JSON.parse(keyText) as typeof key, job);
        setSamples((before) => addSample(before, { at: performance.now(), done: job.done }));
      }
    };
    follow().catch(() => {
      // the stream ended early (store restarted); the last word comes from jobs.get
      if (!stop.signal.aborted)
        void queries.invalidateQueries({ queryKey: JSON.parse(keyText) as typeof key });
    });
    return () => stop.abort();
  }, [jobId, keyText, queries]);
  const job = jobId === null ? null : (data ?? null);
  return {
    job,
    pace: paceOf(samples, job?.total ?? null),
    cancel: () => {
      if (jobId !== null) void client.jobs.cancel({ id: jobId }).catch(() => undefined);
    },
  };
};

/** All jobs of this session of the library, newest first. */
export const useJobs = (): readonly Job[] => {
  const { data } = useQuery(api.jobs.list.queryOptions({ input: {} }));
  return data ?? [];
};
