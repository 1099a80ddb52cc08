import { useEffect, useRef, useState } from 'react';
import type { CaseReading, ColumnMap } from '../../../shared/contract/imports.ts';
import { type Client, client, useUpload } from '../../client/index.ts';
import { useT } from '../../i18n/index.ts';
import { TextLink } from '../../ui/index.ts';
import { hasExtension, useJobAddress, useStagedUploads, Wizard } from '../../widgets/index.ts';
import { ImportCheck } from './import-check.tsx';
import { ImportColumns } from './import-columns.tsx';
import { ImportPick, type PickProblem } from './import-pick.tsx';
import { ImportRun } from './import-run.tsx';
import { CASE_FILES, takeFiles } from './waiting-files.ts';

export type CasePreview = Awaited<ReturnType<Client['imports']['previewCases']>>;

/** All that is known and chosen about the file on the table. */
export interface OpenFile {
  readonly uploadId: string;
  readonly preview: CasePreview;
  readonly source: string;
  readonly mapping: readonly ColumnMap[];
}

type Stage =
  | { readonly at: 'pick'; readonly problem: PickProblem | null }
  | { readonly at: 'upload'; readonly fileName: string }
  | { readonly at: 'columns'; readonly open: OpenFile }
  | { readonly at: 'check'; readonly open: OpenFile; readonly jobId: string };

const STEP_OF = { pick: 0, upload: 0, columns: 1, check: 2 } as const;

/** From a file to cases: choose, check the columns, see what would happen, import. The import outlives the page. */
export function ImportPage() {
  const t = useT('cases');
  const address = useJobAddress('/cases/import');
  const { jobId } = address;
  const upload = useUpload();
  const [stage, setStage] = useState<Stage>({ at: 'pick', problem: null });
  const [isBusy, setBusy] = useState(false);
  // Files that come after the one on the table.
  const [queue, setQueue] = useState<readonly File[]>([]);
  const [place, setPlace] = useState({ at: 1, count: 1 });

  const staged = useStagedUploads();

  const openFile = async (file: File): Promise<void> => {
    if (!hasExtension(file, CASE_FILES)) {
      setStage({ at: 'pick', problem: { type: 'kind', fileName: file.name } });
      return;
    }
    setStage({ at: 'upload', fileName: file.name });
    try {
      const uploadId = await upload.upload(file);
      staged.add(uploadId);
      const preview = await client.imports.previewCases({ uploadId });
      setStage({
        at: 'columns',
        open: { uploadId, preview, source: preview.source, mapping: preview.mapping },
      });
    } catch (error) {
      staged.drop();
      setStage({ at: 'pick', problem: { type: 'error', fileName: file.name, error } });
    }
  };
  const take = (files: readonly File[]): void => {
    const [first, ...rest] = files;
    if (!first) return;
    setQueue(rest);
    setPlace({ at: 1, count: files.length });
    address.clear();
    void openFile(first);
  };
  const takeNext = (): void => {
    const [next, ...rest] = queue;
    if (!next) return;
    setQueue(rest);
    setPlace((before) => ({ ...before, at: before.at + 1 }));
    address.clear();
    void openFile(next);
  };
  const startOver = (): void => {
    staged.drop();
    setQueue([]);
    setStage({ at: 'pick', problem: null });
    address.clear();
  };

  const latestTake = useRef(take);
  latestTake.current = take;
  useEffect(() => {
    const files = takeFiles();
    if (files.length > 0) latestTake.current(files);
  }, []);

  const fail = (open: OpenFile) => (error: unknown) =>
    setStage({ at: 'pick', problem: { type: 'error', fileName: open.preview.fileName, error } });
  const look = async (
    open: OpenFile,
    wish: { readonly source: string; readonly reading: CaseReading },
  ): Promise<void> => {
    setBusy(true);
    try {
      const preview = await client.imports.previewCases({ uploadId: open.uploadId, ...wish });
      const isSameTable = JSON.stringify(preview.headers) === JSON.stringify(open.preview.headers);
      // Columns somebody sorted by hand stay sorted, unless the file now reads as another table.
      const mapping = isSameTable && !preview.remembered ? open.mapping : preview.mapping;
      setStage({ at: 'columns', open: { ...open, preview, source: wish.source, mapping } });
    } catch (error) {
      fail(open)(error);
    } finally {
      setBusy(false);
    }
  };
  const start = async (open: OpenFile, dryRun: boolean): Promise<void> => {
    setBusy(true);
    try {
      const started = await client.imports.startCases({
        uploadId: open.uploadId,
        source: open.source.trim(),
        reading: open.preview.reading,
        mapping: [...open.mapping],
        dryRun,
      });
      if (dryRun) {
        setStage({ at: 'check', open, jobId: started.jobId });
      } else {
        staged.handOver();
        address.set(started.jobId);
      }
    } catch (error) {
      fail(open)(error);
    } finally {
      setBusy(false);
    }
  };

  const steps = (['pick', 'columns', 'check', 'import'] as const).map((one) => t(`imports:step.${one}`));
  const ofMany = place.count > 1 ? t('imp.fileAt', place) : '';
  return (
    <Wizard
      title={t('imp.title')}
      steps={steps}
      at={jobId === null ? STEP_OF[stage.at] : 3}
      above={<TextLink href="/cases">{t('title')}</TextLink>}
    >
      {jobId !== null ? (
        <ImportRun
          key={jobId}
          jobId={jobId}
          nextFile={queue[0]?.name ?? null}
          onNext={takeNext}
          onAgain={startOver}
        />
      ) : stage.at === 'columns' ? (
        <ImportColumns
          open={stage.open}
          ofMany={ofMany}
          isBusy={isBusy}
          onChange={(open) => setStage({ at: 'columns', open })}
          onLook={(wish) => void look(stage.open, wish)}
          onNext={() => void start(stage.open, true)}
          onOther={startOver}
        />
      ) : stage.at === 'check' ? (
        <ImportCheck
          key={stage.jobId}
          jobId={stage.jobId}
          fileName={stage.open.preview.fileName}
          isBusy={isBusy}
          onBack={() => setStage({ at: 'columns', open: stage.open })}
          onImport={() => void start(stage.open, false)}
        />
      ) : (
        <ImportPick
          problem={stage.at === 'pick' ? stage.problem : null}
          uploading={stage.at === 'upload' ? { fileName: stage.fileName, progress: upload.progress } : null}
          nextFile={queue[0]?.name ?? null}
          onNext={takeNext}
          onCancel={upload.cancel}
          onFiles={take}
        />
      )}
    </Wizard>
  );
}
