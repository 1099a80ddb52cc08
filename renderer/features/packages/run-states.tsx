import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, jobProblem, useJob, useProblemText } from '../../client/index.ts';
import { useT } from '../../i18n/index.ts';
import { Banner, LinkButton } from '../../ui/index.ts';
import { JobProgress, ProblemDetail } from '../../widgets/index.ts';

export interface RunStatesProps {
  readonly jobId: string;
  readonly runningLabel: (title: string) => string;
  readonly mayLeave: string;
  readonly failedTitle: string;
  readonly cancelledText: string;
  /** Ways on, whatever came of it. */
  readonly more: ReactNode;
  readonly done: (result: unknown, title: string) => ReactNode;
}

/** A job from its first step to its end, whichever that is. */
export function RunStates(props: RunStatesProps) {
  const t = useT('packages');
  const say = useProblemText();
  const watched = useJob(props.jobId);
  const isGone = useQuery(api.jobs.get.queryOptions({ input: { id: props.jobId } })).isError;
  const { job } = watched;
  const ways = (
    <div className="flex flex-wrap gap-2">
      {props.more}
      <LinkButton tone="quiet" size="lg" href="/packages">
        {t('back')}
      </LinkButton>
    </div>
  );
  if (isGone && job === null) {
    return (
      <div className="flex flex-col items-start gap-5">
        <Banner tone="info" title={t('gone')}>
          {t('gone.text')}
        </Banner>
        {ways}
      </div>
    );
  }
  if (job === null || job.state === 'running') {
    return (
      <div className="flex max-w-xl flex-col gap-4">
        <JobProgress watched={watched} label={props.runningLabel(job?.title ?? '')} />
        <p className="text-sm text-ink-faint">{props.mayLeave}</p>
      </div>
    );
  }
  if (job.state !== 'done') {
    const text = job.error ? say(jobProblem(job.error)) : null;
    return (
      <div className="flex flex-col items-start gap-5">
        {job.state === 'cancelled' || !text ? (
          <Banner tone="info">{props.cancelledText}</Banner>
        ) : (
          <Banner tone="bad" title={props.failedTitle}>
            <p>
              {text.what} {text.safe} {text.advice}
            </p>
            <ProblemDetail detail={text.detail} />
          </Banner>
        )}
        {ways}
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-6">
      {props.done(job.result, job.title)}
      {ways}
    </div>
  );
}
