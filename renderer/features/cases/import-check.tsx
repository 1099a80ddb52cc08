import { ArrowLeft } from 'lucide-react';
import type { ImportReport } from '../../../shared/contract/imports.ts';
import { jobProblem, useJob, useProblemText } from '../../client/index.ts';
import { useT } from '../../i18n/index.ts';
import { Banner, Button, LinkButton } from '../../ui/index.ts';
import { JobProgress, ProblemDetail } from '../../widgets/index.ts';
import { RejectedRows, ReportTally } from './import-report.tsx';

export interface ImportCheckProps {
  readonly jobId: string;
  readonly fileName: string;
  readonly isBusy: boolean;
  readonly onBack: () => void;
  readonly onImport: () => void;
}

/** Step 3: the whole file was gone through without keeping anything; one button makes it real. */
export function ImportCheck({ jobId, fileName, isBusy, onBack, onImport }: ImportCheckProps) {
  const t = useT('cases');
  const say = useProblemText();
  const watched = useJob(jobId);
  const { job } = watched;
  const back = (
    <Button
      size="lg"
      tone="quiet"
      icon={<ArrowLeft aria-hidden="true" className="mirror-rtl" />}
      onPress={onBack}
    >
      {t('imp.backToColumns')}
    </Button>
  );
  if (job === null || job.state === 'running') {
    return (
      <div className="max-w-xl">
        <JobProgress watched={watched} label={t('imp.checking')} />
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
          {text ? (
            <>
              <p>
                {text.what} {text.safe} {text.advice}
              </p>
              <ProblemDetail detail={text.detail} />
            </>
          ) : (
            t('imp.cancelledText')
          )}
        </Banner>
        {back}
      </div>
    );
  }
  const report = job.result as ImportReport;
  const coming = report.created + report.updated;
  return (
    <div className="flex flex-col gap-6">
      <div>
        <h3 className="text-lg font-semibold">{t('imp.dry.title')}</h3>
        <p className="text-sm text-ink-soft">
          <bdi>{fileName}</bdi>
        </p>
      </div>
      <ReportTally report={report} />
      {coming > 0 ? null : (
        <Banner tone={report.unchanged > 0 ? 'good' : 'warn'}>
          {t(report.unchanged > 0 ? 'imp.dry.nothing' : 'imp.dry.none')}
        </Banner>
      )}
      <RejectedRows report={report} />
      <div className="flex flex-wrap gap-2">
        {coming > 0 ? (
          <Button tone="primary" size="lg" isDisabled={isBusy} onPress={onImport}>
            {t('imp.start', { count: coming })}
          </Button>
        ) : (
          <LinkButton tone="primary" size="lg" href="/cases">
            {t('imp.open')}
          </LinkButton>
        )}
        {back}
      </div>
    </div>
  );
}
