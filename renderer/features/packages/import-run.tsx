import type { PackageImportReport } from '../../../shared/contract/imports.ts';
import { useT } from '../../i18n/index.ts';
import { Button, LinkButton } from '../../ui/index.ts';
import { DoneHeading, Tally } from '../../widgets/index.ts';
import { PackageRun } from './package-run.tsx';

const COUNTS = ['created', 'updated', 'unchanged', 'keptMine', 'keptBoth'] as const;

/** Step 3: the package as it comes in, and what came of it. */
export function ImportRun({ jobId, onAgain }: { readonly jobId: string; readonly onAgain: () => void }) {
  const t = useT('packages');
  return (
    <PackageRun
      jobId={jobId}
      words={{
        running: (file) => t('im.importing', { file }),
        mayLeave: t('im.mayLeave'),
        failed: t('im.failed'),
        left: t('im.cancelled'),
      }}
      more={
        <>
          <LinkButton tone="primary" size="lg" href="/">
            {t('im.home')}
          </LinkButton>
          <Button size="lg" tone="quiet" onPress={onAgain}>
            {t('im.again')}
          </Button>
        </>
      }
      done={(result, title) => <Report report={result as PackageImportReport} fileName={title} />}
    />
  );
}

function Report({ report, fileName }: { readonly report: PackageImportReport; readonly fileName: string }) {
  const t = useT('packages');
  const isNothing = report.created + report.updated + report.keptBoth === 0;
  const shown = COUNTS.filter(
    (name) => report[name] > 0 || name === 'created' || name === 'updated' || name === 'unchanged',
  );
  return (
    <>
      <DoneHeading title={t(isNothing ? 'im.doneNothing' : 'im.done')}>
        <bdi className="break-all">{fileName}</bdi>
      </DoneHeading>
      <Tally
        label={t('im.done')}
        entries={shown.map((id) => ({
          id,
          label: t(`im.count.${id}`),
          count: report[id],
          tone: id === 'created' ? ('good' as const) : ('plain' as const),
        }))}
      />
    </>
  );
}
