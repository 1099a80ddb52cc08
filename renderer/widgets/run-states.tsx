import { useQuery } from '@tanstack/react-query';
import { CircleCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { api, type Job, jobProblem, useJob, useProblemText } from '../client/index.ts';
import { Banner } from '../ui/index.ts';
import { JobProgress } from './job-progress.tsx';
import { ProblemWords } from './problem-detail.tsx';

export interface EndWords {
  /** Title where somebody cancelled it; without one the text says it all. */
  readonly cancelled?: string;
  readonly failed: string;
  /** What is left of a job that did not finish: nothing. */
  readonly left: string;
}

/** A job that was cancelled or failed. `children` are the ways on. */
export function JobEnded({
  job,
  words,
  children,
}: {
  readonly job: Job;
  readonly words: EndWords;
  readonly children?: ReactNode;
}) {
  const say = useProblemText();
  const isCancelled = job.state === 'cancelled';
  const text = isCancelled || !job.error ? null : say(jobProblem(job.error));
  const title = isCancelled ? words.cancelled : words.failed;
  return (
    <div className="flex flex-col items-start gap-5">
      <Banner tone={isCancelled ? 'info' : 'bad'} {...(title === undefined ? {} : { title })}>
        {text ? <ProblemWords text={text} /> : words.left}
      </Banner>
      {children}
    </div>
  );
}

/** It is done: said to everybody, also to those who do not see the page. `children`: which file, how large. */
export function DoneHeading({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="flex items-center gap-3">
      <CircleCheck aria-hidden="true" className="size-8 shrink-0 text-good" />
      <div className="min-w-0">
        <h3 className="text-lg font-semibold">
          <span role="status">{title}</span>
        </h3>
        <p className="text-sm text-ink-soft">{children}</p>
      </div>
    </div>
  );
}

export interface RunStatesProps {
  readonly jobId: string;
  readonly words: EndWords & {
    readonly running: (title: string) => string;
    /** That the page may be left while the job runs. */
    readonly mayLeave: string;
    /** The job is forgotten: the app was started again since. */
    readonly gone: string;
    readonly goneText: string;
  };
  /** Ways on, whatever came of it. Without a job it is forgotten. */
  readonly ways: (job: Job | null) => ReactNode;
  readonly done: (job: Job, ways: ReactNode) => ReactNode;
}

/** A job from its first step to its end, whichever that is. The page may be left and found again by its address. */
export function RunStates({ jobId, words, ways, done }: RunStatesProps) {
  const watched = useJob(jobId);
  const isGone = useQuery(api.jobs.get.queryOptions({ input: { id: jobId } })).isError;
  const { job } = watched;
  const waysOn = <div className="flex flex-wrap gap-2">{ways(job)}</div>;
  if (isGone && job === null) {
    return (
      <div className="flex flex-col items-start gap-5">
        <Banner tone="info" title={words.gone}>
          {words.goneText}
        </Banner>
        {waysOn}
      </div>
    );
  }
  if (job === null || job.state === 'running') {
    return (
      <div className="flex max-w-xl flex-col gap-4">
        <JobProgress watched={watched} label={words.running(job?.title ?? '')} />
        <p className="text-sm text-ink-faint">{words.mayLeave}</p>
      </div>
    );
  }
  if (job.state !== 'done') {
    return (
      <JobEnded job={job} words={words}>
        {waysOn}
      </JobEnded>
    );
  }
  return <div className="flex flex-col gap-6">{done(job, waysOn)}</div>;
}
