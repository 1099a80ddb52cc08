import type { WatchedJob } from '../client/index.ts';
import { useFormat, useOptionalText, useT } from '../i18n/index.ts';
import { Button, ProgressBar } from '../ui/index.ts';

/** A running job in full: what it does now, how far, how fast, how long still, and Cancel. */
export function JobProgress({ watched, label }: { readonly watched: WatchedJob; readonly label: string }) {
  const t = useT('frame');
  const stageText = useOptionalText();
  const format = useFormat();
  const { job, pace, cancel } = watched;
  const parts = job
    ? [
        stageText(`frame:jobs.stage.${job.stage}`) ?? '',
        job.total === null
          ? job.done > 0
            ? format.number(job.done)
            : ''
          : t('jobs.progress', { done: job.done, total: job.total }),
        pace.rate === null ? '' : t('jobs.rate', { rate: format.number(Math.round(pace.rate)) }),
        pace.left === null ? '' : t('jobs.left', { time: format.duration(pace.left) }),
      ].filter((part) => part !== '')
    : [];
  return (
    <div className="flex flex-col gap-3">
      <ProgressBar
        label={label}
        value={job === null || job.total === null || job.total === 0 ? null : job.done / job.total}
        valueText={parts.join(' · ')}
        stacked
      />
      <Button className="self-start" onPress={cancel} aria-label={t('jobs.cancelNamed', { title: label })}>
        {t('jobs.cancel')}
      </Button>
    </div>
  );
}
