import { useT } from '../../i18n/index.ts';
import { CheckStep } from '../../widgets/index.ts';
import { RowsNotTaken } from './import-report.tsx';

export interface ImportCheckProps {
  readonly jobId: string;
  readonly fileName: string;
  readonly isBusy: boolean;
  readonly onBack: () => void;
  readonly onImport: () => void;
}

/** Step 3: what would come of the whole file. */
export function ImportCheck({ jobId, fileName, isBusy, onBack, onImport }: ImportCheckProps) {
  const t = useT('cases');
  return (
    <CheckStep
      jobId={jobId}
      fileName={fileName}
      isBusy={isBusy}
      backLabel={t('imp.backToColumns')}
      onBack={onBack}
      startLabel={({ created, updated }) =>
        created + updated === 0 ? null : t('imp.start', { count: created + updated })
      }
      onImport={onImport}
      opens={{ label: t('imp.open'), href: '/cases' }}
    >
      {(report) => <RowsNotTaken report={report} />}
    </CheckStep>
  );
}
