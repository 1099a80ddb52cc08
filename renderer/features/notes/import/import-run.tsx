import { useQuery } from '@tanstack/react-query';
import { CircleCheck, Download } from 'lucide-react';
import type { NoteImportReport, QuestionImportReport } from '../../../../shared/contract/imports.ts';
import { api, saveDownload, useJob } from '../../../client/index.ts';
import { useT } from '../../../i18n/index.ts';
import { Banner, Button, LinkButton } from '../../../ui/index.ts';
import { JobProgress } from '../../../widgets/index.ts';
import { Ended, Rejected, ReportFacts, ReportTally } from './import-report.tsx';

export interface ImportRunProps {
  readonly jobId: string;
  readonly nextFile: string | null;
  readonly onNext: () => void;
  readonly onAgain: () => void;
}

/** The last step: the import as it runs, and what came of it. The page may be left and found again by its address. */
export function ImportRun({ jobId, nextFile, onNext, onAgain }: ImportRunProps) {
  const t = useT('imports');
  const watched = useJob(jobId);
  const isGone = useQuery(api.jobs.get.queryOptions({ input: { id: jobId } })).isError;
  const { job } = watched;
  const isNotes = job?.kind !== 'import-questions';
  const more = (
    <>
      {nextFile === null ? null : (
        <Button tone="primary" size="lg" onPress={onNext}>
          {t('next', { file: nextFile })}
        </Button>
      )}
      <LinkButton
        tone={nextFile === null ? 'primary' : 'plain'}
        size="lg"
        href={isNotes ? '/notes' : '/questions'}
      >
        {t(isNotes ? 'openNotes' : 'openQuestions')}
      </LinkButton>
      {nextFile === null ? (
        <Button size="lg" tone="quiet" onPress={onAgain}>
          {t('again')}
        </Button>
      ) : null}
    </>
  );
  if (isGone && job === null) {
    return (
      <div className="flex flex-col items-start gap-5">
        <Banner tone="info" title={t('gone')}>
          {t('goneText')}
        </Banner>
        <div className="flex flex-wrap gap-2">{more}</div>
      </div>
    );
  }
  if (job === null || job.state === 'running') {
    return (
      <div className="flex max-w-xl flex-col gap-4">
        <JobProgress watched={watched} label={t('importing', { title: job?.title ?? '' })} />
        <p className="text-sm text-ink-faint">{t('mayLeave')}</p>
      </div>
    );
  }
  if (job.state !== 'done') return <Ended job={job}>{more}</Ended>;
  const report = job.result as NoteImportReport | QuestionImportReport;
  const { reportDownloadId } = report;
  const coming = report.created + report.updated;
  return (
    <div className="flex flex-col gap-7">
      <div className="flex items-center gap-3">
        <CircleCheck aria-hidden="true" className="size-8 shrink-0 text-good" />
        <div>
          <h3 className="text-lg font-semibold">
            <span role="status">
              {coming === 0 ? t('doneNothing') : t(isNotes ? 'done' : 'doneQuestions', { count: coming })}
            </span>
          </h3>
          <p className="text-sm text-ink-soft">
            <bdi>{job.title}</bdi>
          </p>
        </div>
      </div>
      <ReportTally report={report} />
      <div className="flex flex-wrap gap-2">{more}</div>
      <ReportFacts report={report} />
      <Rejected report={report} isFiles={isNotes} />
      {reportDownloadId === null ? null : (
        <div className="flex flex-wrap items-center gap-3">
          <Button
            icon={<Download aria-hidden="true" />}
            onPress={() => saveDownload(reportDownloadId, 'import-rejected.csv')}
          >
            {t('report')}
          </Button>
          <span className="text-sm text-ink-faint">{t('reportHint')}</span>
        </div>
      )}
    </div>
  );
}
