import { Copy, Download } from 'lucide-react';
import type { ExportResult } from '../../../shared/contract/exports.ts';
import { saveDownload } from '../../client/index.ts';
import { useFormat, useT } from '../../i18n/index.ts';
import { Button, IconButton, LinkButton, toasts } from '../../ui/index.ts';
import { DoneHeading } from '../../widgets/index.ts';
import { PackageRun } from './package-run.tsx';

/** Step 3: the file as it is written, and then the file. */
export function ExportRun({ jobId }: { readonly jobId: string }) {
  const t = useT('packages');
  return (
    <PackageRun
      jobId={jobId}
      words={{
        running: (title) => t('ex.writing', { title }),
        mayLeave: t('ex.mayLeave'),
        failed: t('ex.failed'),
        left: t('ex.cancelled'),
      }}
      more={
        <LinkButton size="lg" href="/packages/export">
          {t('ex.again')}
        </LinkButton>
      }
      done={(result) => <Ready result={result as ExportResult} />}
    />
  );
}

function Ready({ result }: { readonly result: ExportResult }) {
  const t = useT('packages');
  const format = useFormat();
  const copy = (): void => {
    void navigator.clipboard
      ?.writeText(result.sha256)
      .then(() => toasts.show({ text: t('ex.copied'), tone: 'good' }));
  };
  return (
    <section className="flex max-w-2xl flex-col gap-5 rounded-xl border border-line bg-raised p-6 shadow-card">
      <DoneHeading title={t('ex.done')}>
        <bdi className="break-all">{result.fileName}</bdi> ·{' '}
        {t('ex.summary', {
          records: format.number(result.records),
          size: format.bytes(result.bytes),
        })}
      </DoneHeading>
      <Button
        tone="primary"
        size="lg"
        className="self-start"
        icon={<Download aria-hidden="true" />}
        onPress={() => saveDownload(result.downloadId, result.fileName)}
      >
        {t('ex.saveFile')}
      </Button>
      <p className="text-sm text-ink-soft">{t('ex.reader')}</p>
      <div className="border-t border-line pt-4">
        <h4 className="text-sm font-semibold">{t('ex.checksum')}</h4>
        <div className="flex items-center gap-2 pt-1">
          <code dir="ltr" className="min-w-0 flex-1 rounded-md bg-sunken px-2.5 py-1.5 text-xs break-all">
            {result.sha256}
          </code>
          <IconButton label={t('ex.copyChecksum')} onPress={copy}>
            <Copy aria-hidden="true" />
          </IconButton>
        </div>
        <p className="pt-1.5 text-xs text-ink-faint">{t('ex.checksumHint')}</p>
      </div>
    </section>
  );
}
