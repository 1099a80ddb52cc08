import { EventPublisher } from '@orpc/server';
import type { Job, JobKind } from '../../shared/contract/jobs.ts';
import type { Changes } from './changes.ts';
import { CoreError, describeError } from './core-error.ts';

export type JobControl = {
  readonly signal: AbortSignal;
  /** Counts are of whatever the stage counts; `total` null while unknown. Throws when the job was cancelled. */
  readonly progress: (done: number, total: number | null, stage: string) => void;
};

export type Jobs = {
  readonly start: (kind: JobKind, title: string, work: (control: JobControl) => Promise<unknown>) => string;
  readonly list: () => Job[];
  readonly get: (id: string) => Job;
  readonly watch: (id: string, signal: AbortSignal | undefined) => AsyncGenerator<Job>;
  readonly cancel: (id: string) => void;
  /** Waits for the end; throws what the job threw. For the command line and tests. */
  readonly finished: (id: string) => Promise<unknown>;
  /** Cancels what runs and waits until it has stopped. */
  readonly stopAll: () => Promise<void>;
};

/** Finished jobs kept for whoever asks late. */
const KEEP_FINISHED = 50;
/** Least milliseconds between two progress events of a job. */
const PROGRESS_EVERY = 100;

type Running = { job: Job; readonly abort: AbortController; readonly end: Promise<unknown> };

export function createJobs(options: {
  readonly now: () => string;
  readonly makeId: () => string;
  readonly changes: Changes;
}): Jobs {
  const all = new Map<string, Running>();
  const publisher = new EventPublisher<Record<string, Job>>();

  const find = (id: string): Running => {
    const running = all.get(id);
    if (running === undefined) throw new CoreError('NOT_FOUND', { kind: 'job', id });
    return running;
  };
  const change = (id: string, patch: Partial<Job>): void => {
    const running = find(id);
    running.job = { ...running.job, ...patch };
    publisher.publish(id, running.job);
  };
  const forgetOld = (): void => {
    const finished = [...all.values()].filter((one) => one.job.state !== 'running');
    for (const one of finished.slice(0, Math.max(0, finished.length - KEEP_FINISHED))) all.delete(one.job.id);
  };

  const start: Jobs['start'] = (kind, title, work) => {
    forgetOld();
    const id = options.makeId();
    const abort = new AbortController();
    const job: Job = {
      id,
      kind,
      title,
      state: 'running',
      stage: 'starting',
      done: 0,
      total: null,
      startedAt: options.now(),
      finishedAt: null,
      error: null,
      result: null,
    };
    let lastTold = 0;
    const control: JobControl = {
      signal: abort.signal,
      progress: (done, total, stage) => {
        if (abort.signal.aborted) throw new CoreError('CANCELLED');
        const at = performance.now();
        if (at - lastTold < PROGRESS_EVERY && stage === find(id).job.stage) return;
        lastTold = at;
        change(id, { done, total, stage });
      },
    };
    const run = async (): Promise<unknown> => {
      // Lets the caller have the id before the work begins, so no event is missed.
      await new Promise((resolve) => setImmediate(resolve));
      try {
        const result = await work(control);
        change(id, { state: 'done', result, finishedAt: options.now() });
        return result;
      } catch (error) {
        const described = describeError(error);
        const cancelled = abort.signal.aborted || described.code === 'CANCELLED';
        change(id, {
          state: cancelled ? 'cancelled' : 'failed',
          error: cancelled ? null : described,
          finishedAt: options.now(),
        });
        throw error;
      } finally {
        options.changes.tell('job', [id]);
      }
    };
    const end = run();
    // Whoever needs the outcome asks for it; a job nobody waits for must not end the process.
    end.catch(() => {});
    all.set(id, { job, abort, end });
    options.changes.tell('job', [id]);
    return id;
  };

  async function* watch(id: string, signal: AbortSignal | undefined): AsyncGenerator<Job> {
    const running = find(id);
    const events = publisher.subscribe(id, { signal });
    yield running.job;
    if (running.job.state !== 'running') return;
    for await (const job of events) {
      yield job;
      if (job.state !== 'running') return;
    }
  }

  return {
    start,
    list: () => [...all.values()].map((running) => running.job),
    get: (id) => find(id).job,
    watch,
    cancel: (id) => find(id).abort.abort(),
    finished: (id) => find(id).end,
    stopAll: async () => {
      const running = [...all.values()].filter((one) => one.job.state === 'running');
      for (const one of running) one.abort.abort();
      await Promise.allSettled(running.map((one) => one.end));
    },
  };
}
