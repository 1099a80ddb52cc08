import { useT } from '../../i18n/index.ts';
import { type ImportRunProps, RunStep } from '../../widgets/index.ts';
import { RowsNotTaken } from './import-report.tsx';

/** Step 4: the import as it runs, and what came of it. */
export function ImportRun(props: ImportRunProps) {
  const t = useT('cases');
  return (
    <RunStep
      {...props}
      againLabel={t('imp.again')}
      opens={() => ({ label: t('imp.open'), href: '/cases' })}
      doneTitle={(count) => t('imp.done', { count })}
      rejections={(job) => ({ fileName: `${job.title}-rejected.csv`, hint: t('imp.reportHint') })}
    >
      {(report) => <RowsNotTaken report={report} />}
    </RunStep>
  );
}
