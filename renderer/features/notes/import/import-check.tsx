import { ArrowLeft } from 'lucide-react';
import type { NoteImportReport, QuestionImportReport } from '../../../../shared/contract/imports.ts';
import { useJob } from '../../../client/index.ts';
import { useT } from '../../../i18n/index.ts';
import { Banner, Button, Checkbox, LinkButton, TextField } from '../../../ui/index.ts';
import { JobProgress } from '../../../widgets/index.ts';
import type { Opened } from './import-page.tsx';
import { Ended, Rejected, ReportFacts, ReportTally } from './import-report.tsx';

export interface ImportCheckProps {
  readonly jobId: string;
  readonly open: Opened;
  /** What the report was made for: with another source, other notes are found. */
  readonly checkedSource: string;
  readonly isBusy: boolean;
  readonly onChange: (open: Opened) => void;
  /** Goes through everything again. */
  readonly onAgain: (open: Opened) => void;
  readonly onBack: () => void;
  readonly onImport: () => void;
}

/** Everything was gone through without keeping anything; one button makes it real. */
export function ImportCheck({
  jobId,
  open,
  checkedSource,
  isBusy,
  onChange,
  onAgain,
  onBack,
  onImport,
}: ImportCheckProps) {
  const t = useT('imports');
  const watched = useJob(jobId);
  const { job } = watched;
  const back = (
    <Button
      size="lg"
      tone="quiet"
      icon={<ArrowLeft aria-hidden="true" className="mirror-rtl" />}
      onPress={onBack}
    >
      {t('back')}
    </Button>
  );
  if (job === null || job.state === 'running') {
    return (
      <div className="max-w-xl">
        <JobProgress watched={watched} label={t('checking')} />
      </div>
    );
  }
  if (job.state !== 'done') return <Ended job={job}>{back}</Ended>;
  const report = job.result as NoteImportReport | QuestionImportReport;
  const isNotes = open.kind === 'notes';
  const records = report.created + report.updated;
  const answers = 'answers' in report ? report.answers.created + report.answers.updated : 0;
  const coming = records + answers;
  return (
    <div className="flex flex-col gap-7">
      <h3 className="text-lg font-semibold">{t('dry.title')}</h3>
      <ReportTally report={report} />
      {coming > 0 ? null : (
        <Banner tone={report.unchanged > 0 ? 'good' : 'warn'}>
          {t(report.unchanged > 0 ? 'dry.nothing' : 'dry.none')}
        </Banner>
      )}
      <ReportFacts report={report} />
      <Rejected report={report} isFiles={isNotes} />
      {isNotes ? (
        <div className="grid max-w-3xl items-start gap-x-6 gap-y-4 @2xl:grid-cols-2">
          <TextField
            label={t('source')}
            description={t('sourceHint')}
            value={open.source}
            maxLength={200}
            onChange={(source) => onChange({ ...open, source })}
            onBlur={() => {
              if (open.source.trim() !== checkedSource) onAgain(open);
            }}
          />
          <div className="@2xl:pt-6">
            <Checkbox
              isSelected={open.keepSource}
              onChange={(keepSource) => onChange({ ...open, keepSource })}
            >
              {t('keepSource')}
            </Checkbox>
          </div>
        </div>
      ) : null}
      <div className="flex flex-wrap gap-2">
        {coming > 0 ? (
          <Button tone="primary" size="lg" isDisabled={isBusy} onPress={onImport}>
            {isNotes
              ? t('start', { count: records })
              : records > 0
                ? t('startQuestions', { count: records })
                : t('startAnswers')}
          </Button>
        ) : (
          <LinkButton tone="primary" size="lg" href={isNotes ? '/notes' : '/questions'}>
            {t(isNotes ? 'openNotes' : 'openQuestions')}
          </LinkButton>
        )}
        {back}
      </div>
    </div>
  );
}
