import type { NoteImportReport, QuestionImportReport } from '../../../../shared/contract/imports.ts';
import { useT } from '../../../i18n/index.ts';
import { type ImportRunProps, RunStep } from '../../../widgets/index.ts';
import { AllNotTaken, ReportFacts, useOpens } from './import-report.tsx';

/** The last step: the import as it runs, and what came of it. */
export function ImportRun(props: ImportRunProps) {
  const t = useT('imports');
  const opens = useOpens();
  return (
    <RunStep<NoteImportReport | QuestionImportReport>
      {...props}
      againLabel={t('again')}
      opens={(job) => opens(job?.kind !== 'import-questions')}
      doneTitle={(count, job) => t(job.kind === 'import-questions' ? 'doneQuestions' : 'done', { count })}
      rejections={() => ({ fileName: 'import-rejected.csv', hint: t('reportHint') })}
    >
      {(report, job) => (
        <>
          <ReportFacts report={report} />
          <AllNotTaken report={report} isFiles={job.kind !== 'import-questions'} />
        </>
      )}
    </RunStep>
  );
}
