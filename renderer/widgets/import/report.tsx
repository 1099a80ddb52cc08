import type { ImportReport, Rejection } from '../../../shared/contract/imports.ts';
import { useFormat, useT } from '../../i18n/index.ts';
import { Table } from '../../ui/index.ts';
import { Tally } from '../wizard.tsx';

const LISTED = 100;

/** What came of a run, or would come of it, in four numbers. */
export function ReportTally({ report }: { readonly report: ImportReport }) {
  const t = useT('imports');
  return (
    <Tally
      label={t(report.dryRun ? 'dry.title' : 'tally')}
      entries={[
        { id: 'created', label: t('count.created'), count: report.created, tone: 'good' },
        { id: 'updated', label: t('count.updated'), count: report.updated },
        { id: 'unchanged', label: t('count.unchanged'), count: report.unchanged },
        { id: 'rejected', label: t('count.rejected'), count: report.rejectedCount, tone: 'warn' },
      ]}
    />
  );
}

export interface NotTakenProps {
  readonly report: ImportReport;
  /** True where each one is a file and its `detail` the file's name, else rows of one file, told by their number. */
  readonly isFiles?: boolean;
  /** The reason in words: `rejection.reason` is a code of the importers. */
  readonly say: (rejection: Rejection) => string;
}

/** The first of those that were not taken, each with its name or number and the reason. */
export function NotTaken({ report, isFiles = false, say }: NotTakenProps) {
  const t = useT('imports');
  const format = useFormat();
  if (report.rejectedCount === 0) return null;
  const shown = report.rejected.slice(0, LISTED);
  const title = t(report.dryRun ? 'rejectedDry' : 'rejected');
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-base font-semibold">{title}</h3>
      <Table
        caption={title}
        className="max-h-96 overflow-y-auto"
        rows={shown}
        rowKey={(row) => `${row.row} ${row.reason} ${row.detail ?? ''}`}
        columns={[
          isFiles
            ? {
                id: 'which',
                title: t('rejected.file'),
                cell: ({ row, detail }) =>
                  detail ? <bdi className="break-all">{detail}</bdi> : format.number(row),
              }
            : {
                id: 'which',
                title: t('rejected.row'),
                cell: ({ row }) => format.number(row),
                align: 'end',
                className: 'w-20',
              },
          { id: 'why', title: t('rejected.why'), cell: say },
        ]}
      />
      {report.rejectedCount > shown.length ? (
        <p className="text-sm text-ink-faint">
          {t('rejected.more', { count: report.rejectedCount - shown.length })}
        </p>
      ) : null}
    </section>
  );
}
