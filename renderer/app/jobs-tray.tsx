import { useEffect, useRef } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { type Job, jobProblem, useJob, useJobs, useProblemText } from '../client/index.ts';
import { useFormat, useOptionalText, useT } from '../i18n/index.ts';
import { Button, Popover, ProgressBar, Spinner, toasts } from '../ui/index.ts';

/** Jobs that were running in `before` and are finished in `after`: the news worth a toast. */
export const finishedSince = (
  before: ReadonlyMap<string, Job['state']>,
  after: readonly Job[],
): readonly Job[] =>
  after.filter((job) => job.state !== 'running' && before.get(job.id) === 'running' && !isRehearsal(job));

// A dry run is a step of a page that shows its outcome itself; nothing came of it that anybody else should hear about.
const isRehearsal = (job: Job): boolean =>
  job.state === 'done' && (job.result as { readonly dryRun?: unknown } | null)?.dryRun === true;

/** Running work, reachable from anywhere, whatever dialog started it. */
export function JobsTray() {
  const t = useT('frame');
  const say = useProblemText();
  const jobs = useJobs();
  const running = jobs.filter((job) => job.state === 'running');
  const seen = useRef<ReadonlyMap<string, Job['state']>>(new Map());

  useEffect(() => {
    for (const job of finishedSince(seen.current, jobs)) {
      const title = nameOf(job, t(`jobs.kind.${job.kind}`));
      if (job.state === 'done') toasts.show({ text: t('jobs.done', { title }), tone: 'good' });
      else if (job.state === 'cancelled') toasts.show({ text: t('jobs.cancelled', { title }) });
      else {
        const problem = job.error ? say(jobProblem(job.error)) : null;
        toasts.show({
          tone: 'bad',
          text: `${t('jobs.failed', { title })} ${problem ? `${problem.what} ${problem.safe}` : ''}`,
          ...(problem
            ? {
                detail: problem.detail,
                action: {
                  label: t('problem.copy'),
                  run: () => void navigator.clipboard?.writeText(problem.detail),
                },
              }
            : {}),
        });
      }
    }
    seen.current = new Map(jobs.map((job) => [job.id, job.state]));
  }, [jobs, t, say]);

  if (running.length === 0) return null;
  return (
    <Popover
      label={t('jobs.title')}
      placement="bottom end"
      className="w-96"
      trigger={
        <AriaButton className="flex min-h-8 items-center gap-2 rounded-md px-2.5 text-sm text-ink-soft data-hovered:bg-hover data-hovered:text-ink">
          <Spinner className="text-brass" />
          {t('jobs.open', { count: running.length })}
        </AriaButton>
      }
    >
      <div className="flex flex-col gap-4">
        <h2 className="text-sm font-semibold text-ink-soft">{t('jobs.title')}</h2>
        {running.map((job) => (
          <JobRow key={job.id} jobId={job.id} />
        ))}
      </div>
    </Popover>
  );
}

const nameOf = (job: Job, kind: string): string => (job.title ? `${kind}: ${job.title}` : kind);

function JobRow({ jobId }: { readonly jobId: string }) {
  const t = useT('frame');
  const stageText = useOptionalText();
  const format = useFormat();
  const { job, pace, cancel } = useJob(jobId);
  if (!job) return null;
  const title = nameOf(job, t(`jobs.kind.${job.kind}`));
  const parts = [
    stageText(`frame:jobs.stage.${job.stage}`) ?? '',
    job.total === null ? format.number(job.done) : t('jobs.progress', { done: job.done, total: job.total }),
    pace.rate === null ? '' : t('jobs.rate', { rate: format.number(Math.round(pace.rate)) }),
    pace.left === null ? '' : t('jobs.left', { time: format.duration(pace.left) }),
  ].filter((part) => part !== '');
  return (
    <div className="flex flex-col gap-1.5">
      <ProgressBar
        label={title}
        value={job.total === null || job.total === 0 ? null : job.done / job.total}
        valueText={parts.join(' · ')}
        stacked
      />
      <Button
        size="sm"
        tone="quiet"
        onPress={cancel}
        aria-label={t('jobs.cancelNamed', { title })}
        className="self-end"
      >
        {t('jobs.cancel')}
      </Button>
    </div>
  );
}
