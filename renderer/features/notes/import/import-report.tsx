import type { ReactNode } from 'react';
import {
  DOCUMENT_FORMATS,
  type ImportReport,
  type NoteImportReport,
  type QuestionImportReport,
} from '../../../../shared/contract/imports.ts';
import type { Job } from '../../../../shared/contract/jobs.ts';
import { SIMPLIFIED_KINDS } from '../../../../shared/richtext/simplified.ts';
import { jobProblem, useProblemText } from '../../../client/index.ts';
import { useFormat, useOptionalText, useT } from '../../../i18n/index.ts';
import { Banner, Disclosure, Table } from '../../../ui/index.ts';
import { ProblemDetail, Tally } from '../../../widgets/index.ts';

const LISTED = 100;

/** What came of a run, in four numbers. */
export function ReportTally({ report }: { readonly report: ImportReport }) {
  const t = useT('imports');
  return (
    <Tally
      label={t(report.dryRun ? 'dry.title' : 'title')}
      entries={[
        { id: 'created', label: t('count.created'), count: report.created, tone: 'good' },
        { id: 'updated', label: t('count.updated'), count: report.updated },
        { id: 'unchanged', label: t('count.unchanged'), count: report.unchanged },
        { id: 'rejected', label: t('count.rejected'), count: report.rejectedCount, tone: 'warn' },
      ]}
    />
  );
}

function Facts({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <section className="flex flex-col gap-1">
      <h4 className="text-sm font-semibold text-ink-soft">{title}</h4>
      <ul className="flex flex-col gap-0.5 text-base">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

/** Everything else there is to know, in sentences; what is nought is not said. */
export function ReportFacts({ report }: { readonly report: NoteImportReport | QuestionImportReport }) {
  const t = useT('imports');
  if ('answers' in report) {
    const { answers } = report;
    const lines = (['created', 'updated', 'unchanged'] as const)
      .filter((one) => answers[one] > 0)
      .map((one) => t(`answers.${one}`, { count: answers[one] }));
    return <Facts title={t('answers.title')} lines={lines} />;
  }
  const { found, links, attachments, unlinked, moved, gone, simplified } = report;
  const said = (count: number, line: (count: number) => string): string[] => (count > 0 ? [line(count)] : []);
  return (
    <div className="grid gap-x-8 gap-y-5 @2xl:grid-cols-2">
      <Facts
        title={t('found.title')}
        lines={DOCUMENT_FORMATS.flatMap((one) =>
          said(found[one] ?? 0, (count) => t(`found.${one}`, { count })),
        )}
      />
      <Facts
        title={t('links.title')}
        lines={[
          ...said(links.resolved, (count) => t('links.resolved', { count })),
          ...said(links.unresolved, (count) => t('links.unresolved', { count })),
        ]}
      />
      <Facts
        title={t('earlier.title')}
        lines={[
          ...said(moved, (count) => t('earlier.moved', { count })),
          ...said(gone, (count) => t('earlier.gone', { count })),
        ]}
      />
      <div className="flex flex-col gap-1">
        <Facts
          title={t('attachments.title')}
          lines={[
            ...said(attachments, (count) => t('attachments.shown', { count })),
            ...said(unlinked.count, (count) => t('attachments.unlinked', { count })),
          ]}
        />
        {unlinked.count > 0 ? (
          <Disclosure title={t('attachments.names')}>
            <ul className="max-h-48 overflow-y-auto text-sm text-ink-soft">
              {unlinked.names.map((name) => (
                <li key={name} className="break-all">
                  <bdi>{name}</bdi>
                </li>
              ))}
            </ul>
          </Disclosure>
        ) : null}
      </div>
      <Facts
        title={t('simplified.title')}
        lines={SIMPLIFIED_KINDS.flatMap((kind) =>
          said(simplified[kind] ?? 0, (count) => t(`simplified:${kind}`, { count })),
        )}
      />
    </div>
  );
}

/** What was not taken, each with its name and the reason. */
export function Rejected({ report, isFiles }: { readonly report: ImportReport; readonly isFiles: boolean }) {
  const t = useT('imports');
  const format = useFormat();
  const optional = useOptionalText();
  if (report.rejectedCount === 0) return null;
  const shown = report.rejected.slice(0, LISTED);
  const title = t(report.dryRun ? 'rejectedDry' : 'rejected');
  const say = (reason: string): string =>
    optional(`imports:reason.${reason}`) ?? t('reason.other', { detail: reason });
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
            id: 'which',
            title: t(isFiles ? 'rejected.file' : 'rejected.row'),
            cell: (row) =>
              isFiles && row.detail ? <bdi className="break-all">{row.detail}</bdi> : format.number(row.row),
          },
          { id: 'why', title: t('rejected.why'), cell: (row) => say(row.reason) },
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

/** A run that was cancelled or failed. */
export function Ended({ job, children }: { readonly job: Job; readonly children: ReactNode }) {
  const t = useT('imports');
  const say = useProblemText();
  const isCancelled = job.state === 'cancelled';
  const text = job.error ? say(jobProblem(job.error)) : null;
  return (
    <div className="flex flex-col items-start gap-5">
      <Banner tone={isCancelled ? 'info' : 'bad'} title={t(isCancelled ? 'cancelled' : 'failed')}>
        {isCancelled || !text ? (
          t(isCancelled ? 'cancelledText' : 'failedText')
        ) : (
          <>
            <p>
              {text.what} {text.safe} {text.advice}
            </p>
            <ProblemDetail detail={text.detail} />
          </>
        )}
      </Banner>
      <div className="flex flex-wrap gap-2">{children}</div>
    </div>
  );
}
