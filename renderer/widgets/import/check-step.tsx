import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ImportReport } from '../../../shared/contract/imports.ts';
import { useJob } from '../../client/index.ts';
import { useT } from '../../i18n/index.ts';
import { Banner, Button, LinkButton } from '../../ui/index.ts';
import { JobProgress } from '../job-progress.tsx';
import { JobEnded } from '../run-states.tsx';
import { ReportTally } from './report.tsx';
import { useImportEnd } from './run-step.tsx';

export interface CheckStepProps<Report extends ImportReport> {
  /** The job that goes through everything and keeps nothing. */
  readonly jobId: string;
  /** What is gone through, where the heading should say it. User text. */
  readonly fileName?: string;
  readonly isBusy: boolean;
  readonly backLabel: string;
  readonly onBack: () => void;
  /** The button that makes it real; null where nothing would change. */
  readonly startLabel: (report: Report) => string | null;
  readonly onImport: () => void;
  /** Where to look instead when there is nothing to import. */
  readonly opens: { readonly label: string; readonly href: string };
  /** What else the report says, and what can still be chosen. */
  readonly children: (report: Report) => ReactNode;
}

/** Everything was gone through without keeping anything; one button makes it real. */
export function CheckStep<Report extends ImportReport>(props: CheckStepProps<Report>) {
  const t = useT('imports');
  const words = useImportEnd();
  const watched = useJob(props.jobId);
  const { job } = watched;
  const back = (
    <Button
      size="lg"
      tone="quiet"
      icon={<ArrowLeft aria-hidden="true" className="mirror-rtl" />}
      onPress={props.onBack}
    >
      {props.backLabel}
    </Button>
  );
  if (job === null || job.state === 'running') {
    return (
      <div className="max-w-xl">
        <JobProgress watched={watched} label={t('checking')} />
      </div>
    );
  }
  if (job.state !== 'done') {
    return (
      <JobEnded job={job} words={words}>
        {back}
      </JobEnded>
    );
  }
  const report = job.result as Report;
  const start = props.startLabel(report);
  return (
    <div className="flex flex-col gap-7">
      <div>
        <h3 className="text-lg font-semibold">{t('dry.title')}</h3>
        {props.fileName === undefined ? null : (
          <p className="text-sm text-ink-soft">
            <bdi>{props.fileName}</bdi>
          </p>
        )}
      </div>
      <ReportTally report={report} />
      {start === null ? (
        <Banner tone={report.unchanged > 0 ? 'good' : 'warn'}>
          {t(report.unchanged > 0 ? 'dry.nothing' : 'dry.none')}
        </Banner>
      ) : null}
      {props.children(report)}
      <div className="flex flex-wrap gap-2">
        {start === null ? (
          <LinkButton tone="primary" size="lg" href={props.opens.href}>
            {props.opens.label}
          </LinkButton>
        ) : (
          <Button tone="primary" size="lg" isDisabled={props.isBusy} onPress={props.onImport}>
            {start}
          </Button>
        )}
        {back}
      </div>
    </div>
  );
}
