import { useQuery } from '@tanstack/react-query';
import { CircleCheck, Download } from 'lucide-react';
import type { ImportReport } from '../../../shared/contract/imports.ts';
import { api, jobProblem, saveDownload, useJob, useProblemText } from '../../client/index.ts';
import { useT } from '../../i18n/index.ts';
import { Banner, Button, LinkButton } from '../../ui/index.ts';
import { JobProgress, ProblemDetail } from '../../widgets/index.ts';
import { RejectedRows, ReportTally } from './import-report.tsx';

export interface ImportRunProps {
  readonly jobId: string;
  readonly nextFile: string | null;
  readonly onNext: () => void;
  readonly onAgain: () => void;
}

/** Step 4: the import as it runs, and what came of it. The page may be left and found again by its address. */
export function ImportRun({ jobId, nextFile, onNext, onAgain }: ImportRunProps) {
  const t = useT('cases');
  const say = useProblemText();
  const watched = useJob(jobId);
  const isGone = useQuery(api.jobs.get.queryOptions({ input: { id: jobId } })).isError;
  const { job } = watched;
  const more = (
    <>
      {nextFile === null ? null : (
        <Button tone="primary" size="lg" onPress={onNext}>
          {t('imp.nextFile', { file: nextFile })}
        </Button>
      )}
      <LinkButton tone={nextFile === null ? 'primary' : 'plain'} size="lg" href="/cases">
        {t('imp.open')}
      </LinkButton>
      {nextFile === null ? (
        <Button size="lg" tone="quiet" onPress={onAgain}>
          {t('imp.again')}
        </Button>
      ) : null}
    </>
  );
  if (isGone && job === null) {
    return (
      <div className="flex flex-col items-start gap-5">
        <Banner tone="info" title={t('imp.gone')}>
          {t('imp.goneText')}
        </Banner>
        <div className="flex flex-wrap gap-2">{more}</div>
      </div>
    );
  }
  if (job === null || job.state === 'running') {
    return (
      <div className="flex max-w-xl flex-col gap-4">
        <JobProgress watched={watched} label={t('imp.importing', { file: job?.title ?? '' })} />
        <p className="text-sm text-ink-faint">{t('imp.mayLeave')}</p>
      </div>
    );
  }
  if (job.state !== 'done') {
    const text = job.error ? say(jobProblem(job.error)) : null;
    return (
      <div className="flex flex-col items-start gap-5">
        <Banner
          tone={job.state === 'cancelled' ? 'info' : 'bad'}
          title={t(job.state === 'cancelled' ? 'imp.cancelled' : 'imp.failed')}
        >
          {job.state === 'cancelled' || !text ? (
            t('imp.cancelledText')
          ) : (
            <>
              <p>
                {text.what} {text.safe} {text.advice}
              </p>
              <ProblemDetail detail={text.detail} />
            </>
          )}
        </Banner>
        <div className="flex flex-wrap gap-2">{more}</div>
      </div>
    );
  }
  const report = job.result as ImportReport;
  const { reportDownloadId } = report;
  const coming = report.created + report.updated;
  return (
    <div className="flex flex-col gap-6">
      <div className="flex items-center gap-3">
        <CircleCheck aria-hidden="true" className="size-8 shrink-0 text-good" />
        <div>
          <h3 className="text-lg font-semibold">
            <span role="status">
              {coming === 0 ? t('imp.doneNothing') : t('imp.done', { count: coming })}
            </span>
          </h3>
          <p className="text-sm text-ink-soft">
            <bdi>{job.title}</bdi>
          </p>
        </div>
      </div>
      <ReportTally report={report} />
      <div className="flex flex-wrap gap-2">{more}</div>
      <RejectedRows report={report} />
      {reportDownloadId === null ? null : (
        <div className="flex flex-wrap items-center gap-3">
          <Button
            icon={<Download aria-hidden="true" />}
            onPress={() => saveDownload(reportDownloadId, `${job.title}-rejected.csv`)}
          >
            {t('imp.report')}
          </Button>
          <span className="text-sm text-ink-faint">{t('imp.reportHint')}</span>
        </div>
      )}
    </div>
  );
}
