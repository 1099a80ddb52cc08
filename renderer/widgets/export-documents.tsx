import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Download, Printer } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { DocumentPlan, DocumentResult, DocumentScope } from '../../shared/contract/document-exports.ts';
import type { Job } from '../../shared/contract/jobs.ts';
import { AUDIENCES, type Audience } from '../../shared/domain/record.ts';
import { type DocumentFormat, EXPORT_LOSSES } from '../../shared/richtext/export-losses.ts';
import { api, client, native, saveDownload, useJob, useProblemText } from '../client/index.ts';
import { useFormat, useLanguage, useT } from '../i18n/index.ts';
import { Banner, Button, Dialog, Disclosure, OneLine, RadioGroup, Select, Skeleton } from '../ui/index.ts';
import { JobProgress } from './job-progress.tsx';
import { ProblemDetail } from './problem-detail.tsx';
import { DoneHeading, JobEnded } from './run-states.tsx';

const FORMATS = [
  'pdf',
  'docx',
  'odt',
  'html',
  'markdown',
  'json',
] as const satisfies readonly DocumentFormat[];

export interface ExportDocumentsProps {
  readonly scope: DocumentScope;
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** Saves what is being typed: what is exported is what is on the screen. */
  readonly before?: () => Promise<unknown>;
}

/** Where the print view of a scope is; many notes are many words of an address, which a browser can take. */
export const printPath = (scope: DocumentScope): string =>
  `/print/${scope.type}/${scope.type === 'notes' ? scope.ids.join(',') : scope.id}`;

/** Notes as a document: what comes along, what stays, what the format makes simpler; then the file. */
export function ExportDocuments(props: ExportDocumentsProps) {
  // Fresh each time it is opened: the notes may have changed meanwhile.
  return props.isOpen ? <OpenExport {...props} /> : null;
}

function OpenExport({ scope, isOpen, onOpenChange, before }: ExportDocumentsProps) {
  const t = useT('exports');
  const { language } = useLanguage();
  const navigate = useNavigate();
  const say = useProblemText();
  const [format, setFormat] = useState<DocumentFormat>('pdf');
  // One note is somebody's own business; many at once easily hold something that was meant for nobody else.
  const isOne = scope.type === 'notes' && scope.ids.length === 1;
  const [audience, setAudience] = useState<Audience>(isOne ? 'private' : 'team');
  const [jobId, setJobId] = useState<string | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const saved = useQuery({
    queryKey: ['export-documents', 'before', scope],
    queryFn: async () => ((await before?.()) ?? null) !== undefined,
    gcTime: 0,
  });
  const plan = useQuery({
    ...api.exports.planDocuments.queryOptions({ input: { scope, format, audience } }),
    enabled: saved.isFetched,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  const watched = useJob(jobId);
  const start = (): void => {
    setProblem(null);
    client.exports
      .startDocuments({ scope, format, audience, language })
      .then((started) => setJobId(started.jobId), setProblem);
  };
  const isPrint = format === 'pdf' && native === undefined;
  const isChoosing = jobId === null;
  const text = problem === null && !plan.error ? null : say(problem ?? plan.error);
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={t('title')}
      size="lg"
      actions={
        isChoosing ? (
          <>
            <Button onPress={() => onOpenChange(false)}>{t('common:cancel')}</Button>
            {isPrint ? (
              <Button
                tone="primary"
                icon={<Printer aria-hidden="true" />}
                onPress={() => void navigate(printPath(scope), { state: { audience } })}
              >
                {t('print.open')}
              </Button>
            ) : (
              <Button
                tone="primary"
                isDisabled={!plan.data || plan.isPlaceholderData || plan.data.documents === 0}
                onPress={start}
              >
                {t('start')}
              </Button>
            )}
          </>
        ) : (
          <>
            <Button onPress={() => setJobId(null)}>{t('another')}</Button>
            <Button onPress={() => onOpenChange(false)}>{t('common:close')}</Button>
          </>
        )
      }
    >
      {text ? (
        <Banner tone="bad" title={text.what}>
          {text.advice}
          <ProblemDetail detail={text.detail} />
        </Banner>
      ) : null}
      {isChoosing ? (
        <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
          <div className="flex flex-col gap-4">
            <RadioGroup
              label={t('format')}
              value={format}
              choices={FORMATS.map((id) => ({
                id,
                label: t(`format.${id}`),
                description: id === 'pdf' && isPrint ? t('print.text') : t(`format.${id}.text`),
              }))}
              onChange={setFormat}
            />
            <Select
              label={t('audience')}
              value={audience}
              options={AUDIENCES.map((id) => ({ id, label: t(`packages:ex.audience.${id}`) }))}
              onChange={setAudience}
            />
          </div>
          <PlanOf plan={plan.data ?? null} />
        </div>
      ) : (
        <Running watched={watched} format={format} />
      )}
    </Dialog>
  );
}

function PlanOf({ plan }: { readonly plan: DocumentPlan | null }) {
  const t = useT('exports');
  const format = useFormat();
  if (plan === null) return <Skeleton label={t('planning')} lines={5} />;
  return (
    <section
      aria-label={t('plan')}
      className="flex flex-col gap-3 self-start rounded-xl border border-line bg-raised p-4"
    >
      <h3 className="text-base font-semibold">{t('plan')}</h3>
      <p role="status" className="text-base">
        {plan.documents === 0 ? t('plan.nothing') : t('plan.documents', { count: plan.documents })}
        {plan.files > 0
          ? ` · ${t('plan.files', { count: plan.files, size: format.bytes(plan.fileBytes) })}`
          : ''}
      </p>
      <Simplified plan={plan} />
      <LeftOut plan={plan} />
    </section>
  );
}

function Simplified({ plan }: { readonly plan: Pick<DocumentPlan, 'simplified'> }) {
  const t = useT('exports');
  const losses = EXPORT_LOSSES.filter((loss) => (plan.simplified[loss] ?? 0) > 0);
  return (
    <div>
      <h4 className="text-sm font-semibold">{t('simpler')}</h4>
      {losses.length === 0 ? (
        <p className="text-sm text-ink-soft">{t('simpler.none')}</p>
      ) : (
        <ul className="list-disc ps-5 text-sm text-ink-soft">
          {losses.map((loss) => (
            <li key={loss}>{t(`loss.${loss}`, { count: plan.simplified[loss] ?? 0 })}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

const SHOWN = 50;

function LeftOut({ plan }: { readonly plan: Pick<DocumentPlan, 'leftOut' | 'leftOutCount'> }) {
  const t = useT('exports');
  if (plan.leftOutCount === 0) return <p className="text-sm text-ink-soft">{t('left.none')}</p>;
  const rows = plan.leftOut.slice(0, SHOWN);
  return (
    <Disclosure title={t('left', { count: plan.leftOutCount })}>
      <ul className="flex max-h-48 flex-col gap-1 overflow-y-auto py-1 text-sm">
        {rows.map((row) => (
          <li key={`${row.kind} ${row.id}`} className="flex min-w-0 flex-col">
            <OneLine>{row.title || t('common:untitled')}</OneLine>
            <span className="text-xs text-ink-faint">{t(`packages:left.${row.reason}`)}</span>
          </li>
        ))}
        {plan.leftOutCount > rows.length ? (
          <li className="text-ink-faint">{t('left.more', { count: plan.leftOutCount - rows.length })}</li>
        ) : null}
      </ul>
    </Disclosure>
  );
}

function Running({
  watched,
  format,
}: {
  readonly watched: ReturnType<typeof useJob>;
  readonly format: DocumentFormat;
}) {
  const t = useT('exports');
  const { job } = watched;
  if (job === null || job.state === 'running')
    return <JobProgress watched={watched} label={t('writing', { title: job?.title ?? '' })} />;
  if (job.state === 'done') return <Ready job={job} format={format} />;
  return <JobEnded job={job} words={{ failed: t('failed'), left: t('cancelled') }} />;
}

function Ready({ job, format }: { readonly job: Job; readonly format: DocumentFormat }) {
  const t = useT('exports');
  const words = useFormat();
  const result = job.result as DocumentResult;
  const [pdf, setPdf] = useState<'' | 'busy' | 'saved' | 'failed'>('');
  const isPdf = format === 'pdf';
  const fileName = isPdf ? result.fileName.replace(/\.html$/u, '.pdf') : result.fileName;
  const save = (): void => {
    if (!isPdf) return saveDownload(result.downloadId, fileName);
    setPdf('busy');
    native?.savePdf({ downloadId: result.downloadId, suggestedName: fileName }).then(
      (saved) => setPdf(saved === 'cancelled' ? '' : saved),
      () => setPdf('failed'),
    );
  };
  return (
    <div className="flex flex-col gap-4">
      <DoneHeading title={t(pdf === 'saved' ? 'pdf.saved' : 'done')}>
        <bdi className="break-all">{fileName}</bdi>
        {isPdf ? null : ` · ${words.bytes(result.bytes)}`}
      </DoneHeading>
      {pdf === 'failed' ? <Banner tone="bad">{t('pdf.failed')}</Banner> : null}
      <Button
        tone="primary"
        size="lg"
        className="self-start"
        isDisabled={pdf === 'busy'}
        icon={<Download aria-hidden="true" />}
        onPress={save}
      >
        {t(isPdf ? 'pdf.save' : 'save')}
      </Button>
      <Simplified plan={result} />
      <LeftOut plan={result} />
    </div>
  );
}
