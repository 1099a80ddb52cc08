import type { NoteImportReport, QuestionImportReport } from '../../../../shared/contract/imports.ts';
import { useT } from '../../../i18n/index.ts';
import { Checkbox, TextField } from '../../../ui/index.ts';
import { CheckStep } from '../../../widgets/index.ts';
import type { Opened } from './import-page.tsx';
import { AllNotTaken, ReportFacts, useOpens } from './import-report.tsx';

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

type Report = NoteImportReport | QuestionImportReport;

/** What would come of all files, or of a table of questions. */
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
  const opens = useOpens();
  const isNotes = open.kind === 'notes';
  const startLabel = (report: Report): string | null => {
    const count = report.created + report.updated;
    if (count > 0) return t(isNotes ? 'start' : 'startQuestions', { count });
    const answers = 'answers' in report ? report.answers.created + report.answers.updated : 0;
    return answers > 0 ? t('startAnswers') : null;
  };
  return (
    <CheckStep<Report>
      jobId={jobId}
      isBusy={isBusy}
      backLabel={t('back')}
      onBack={onBack}
      startLabel={startLabel}
      onImport={onImport}
      opens={opens(isNotes)}
    >
      {(report) => (
        <>
          <ReportFacts report={report} />
          <AllNotTaken report={report} isFiles={isNotes} />
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
        </>
      )}
    </CheckStep>
  );
}
