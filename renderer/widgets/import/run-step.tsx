import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ImportReport } from '../../../shared/contract/imports.ts';
import { type Job, saveDownload } from '../../client/index.ts';
import { useT } from '../../i18n/index.ts';
import { Button, LinkButton } from '../../ui/index.ts';
import { DoneHeading, type EndWords, RunStates } from '../run-states.tsx';
import { ReportTally } from './report.tsx';

/** What is said of an import that did not finish. */
export const useImportEnd = (): EndWords => {
  const t = useT('imports');
  return { cancelled: t('cancelled'), failed: t('failed'), left: t('nothingKept') };
};

export interface ImportRunProps {
  readonly jobId: string;
  /** The file that waits behind this one, and how to go on with it. */
  readonly nextFile: string | null;
  readonly onNext: () => void;
  readonly onAgain: () => void;
}

export interface RunStepProps<Report extends ImportReport> extends ImportRunProps {
  readonly againLabel: string;
  /** Where what was imported can be seen. */
  readonly opens: (job: Job | null) => { readonly label: string; readonly href: string };
  /** "5 cases are in your library". `count` is at least 1. */
  readonly doneTitle: (count: number, job: Job) => string;
  /** The table of what was not taken: its name, and what it is good for. */
  readonly rejections: (job: Job) => { readonly fileName: string; readonly hint: string };
  /** What else the report says. */
  readonly children: (report: Report, job: Job) => ReactNode;
}

/** The last step of an import: the job as it runs, and what came of it. */
export function RunStep<Report extends ImportReport>(props: RunStepProps<Report>) {
  const t = useT('imports');
  const { nextFile } = props;
  const end = useImportEnd();
  const ways = (job: Job | null): ReactNode => {
    const { href, label } = props.opens(job);
    return nextFile === null ? (
      <>
        <LinkButton tone="primary" size="lg" href={href}>
          {label}
        </LinkButton>
        <Button size="lg" tone="quiet" onPress={props.onAgain}>
          {props.againLabel}
        </Button>
      </>
    ) : (
      <>
        <Button tone="primary" size="lg" onPress={props.onNext}>
          {t('next', { file: nextFile })}
        </Button>
        <LinkButton tone="plain" size="lg" href={href}>
          {label}
        </LinkButton>
      </>
    );
  };
  return (
    <RunStates
      jobId={props.jobId}
      words={{
        ...end,
        running: (title) => t('importing', { title }),
        mayLeave: t('mayLeave'),
        gone: t('gone'),
        goneText: t('goneText'),
      }}
      ways={ways}
      done={(job, waysOn) => {
        const report = job.result as Report;
        const coming = report.created + report.updated;
        return (
          <>
            <DoneHeading title={coming === 0 ? t('doneNothing') : props.doneTitle(coming, job)}>
              <bdi className="break-all">{job.title}</bdi>
            </DoneHeading>
            <ReportTally report={report} />
            {waysOn}
            {props.children(report, job)}
            <ReportFile report={report} {...props.rejections(job)} />
          </>
        );
      }}
    />
  );
}

function ReportFile({
  report: { reportDownloadId },
  fileName,
  hint,
}: {
  readonly report: ImportReport;
  readonly fileName: string;
  readonly hint: string;
}) {
  const t = useT('imports');
  if (reportDownloadId === null) return null;
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button icon={<Download aria-hidden="true" />} onPress={() => saveDownload(reportDownloadId, fileName)}>
        {t('report')}
      </Button>
      <span className="text-sm text-ink-faint">{hint}</span>
    </div>
  );
}
