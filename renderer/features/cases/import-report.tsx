import type { ImportReport, Rejection } from '../../../shared/contract/imports.ts';
import { useFormat, useOptionalText, useT } from '../../i18n/index.ts';
import { Table } from '../../ui/index.ts';
import { Tally } from '../../widgets/index.ts';

const ROWS_LISTED = 100;

/** What came of a run, in four numbers. */
export function ReportTally({ report }: { readonly report: ImportReport }) {
  const t = useT('cases');
  return (
    <Tally
      label={t(report.dryRun ? 'imp.dry.title' : 'imp.title')}
      entries={[
        { id: 'created', label: t('imp.count.created'), count: report.created, tone: 'good' },
        { id: 'updated', label: t('imp.count.updated'), count: report.updated },
        { id: 'unchanged', label: t('imp.count.unchanged'), count: report.unchanged },
        { id: 'rejected', label: t('imp.count.rejected'), count: report.rejectedCount, tone: 'warn' },
      ]}
    />
  );
}

/** A reason in words: `rejection.reason` is a code of the importers. */
export const useRejectionText = (): ((rejection: Rejection) => string) => {
  const t = useT('cases');
  const optional = useOptionalText();
  return ({ reason, detail }) =>
    optional(`cases:reason.${reason}`, { detail: detail ?? '' }) ??
    t('reason.other', { detail: [reason, detail].filter(Boolean).join(' ') });
};

/** The first rows that were not taken, each with its number and the reason. */
export function RejectedRows({ report }: { readonly report: ImportReport }) {
  const t = useT('cases');
  const format = useFormat();
  const say = useRejectionText();
  if (report.rejectedCount === 0) return null;
  const shown = report.rejected.slice(0, ROWS_LISTED);
  const title = t(report.dryRun ? 'imp.rejectedDry' : 'imp.rejected');
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-base font-semibold">{title}</h3>
      <Table
        caption={title}
        className="max-h-96 overflow-y-auto"
        rows={shown}
        rowKey={(row) => `${row.row} ${row.reason} ${row.detail ?? ''}`}
        columns={[
          {
            id: 'row',
            title: t('imp.row'),
            cell: (row) => format.number(row.row),
            align: 'end',
            className: 'w-20',
          },
          { id: 'reason', title: t('imp.reason'), cell: (row) => say(row) },
        ]}
      />
      {report.rejectedCount > shown.length ? (
        <p className="text-sm text-ink-faint">
          {t('imp.rejectedMore', { count: report.rejectedCount - shown.length })}
        </p>
      ) : null}
    </section>
  );
}
