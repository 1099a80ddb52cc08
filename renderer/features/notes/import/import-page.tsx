import { useState } from 'react';
import type { QuestionColumn } from '../../../../shared/contract/imports.ts';
import { type Client, client, useUpload } from '../../../client/index.ts';
import { useT } from '../../../i18n/index.ts';
import { TextLink } from '../../../ui/index.ts';
import { type PickedFile, useJobAddress, useStagedUploads, Wizard } from '../../../widgets/index.ts';
import { ImportCheck } from './import-check.tsx';
import { ImportPick, type PickProblem } from './import-pick.tsx';
import { ImportRun } from './import-run.tsx';
import { commonFolder, kindOfPick, type ParcelPart, parcelFile, partsOf, toParcels } from './parcels.ts';
import { QuestionColumns } from './question-columns.tsx';

export type QuestionPreview = Awaited<ReturnType<Client['imports']['previewQuestions']>>;

export interface OpenDocuments {
  readonly kind: 'notes';
  readonly parts: readonly ParcelPart[];
  readonly source: string;
  readonly keepSource: boolean;
}
export interface OpenTable {
  readonly kind: 'questions';
  readonly uploadId: string;
  readonly preview: QuestionPreview;
  readonly source: string;
  readonly mapping: readonly QuestionColumn[];
}
export type Opened = OpenDocuments | OpenTable;

type Stage =
  | { readonly at: 'pick'; readonly problem: PickProblem | null }
  | { readonly at: 'send'; readonly count: number; readonly fileName: string }
  | { readonly at: 'columns'; readonly open: OpenTable }
  | { readonly at: 'check'; readonly open: Opened; readonly jobId: string; readonly source: string };

/** From files to notes, or from a table to questions: choose, see what would happen, import. The import outlives the page. */
export function ImportPage() {
  const t = useT('imports');
  const address = useJobAddress('/notes/import');
  const { jobId } = address;
  const upload = useUpload();
  const [stage, setStage] = useState<Stage>({ at: 'pick', problem: null });
  const [isBusy, setBusy] = useState(false);
  const [queue, setQueue] = useState<readonly PickedFile[]>([]);

  const staged = useStagedUploads();

  const fail = (error: unknown): void => setStage({ at: 'pick', problem: { type: 'error', error } });
  const start = async (open: Opened, dryRun: boolean): Promise<void> => {
    setBusy(true);
    try {
      const started =
        open.kind === 'notes'
          ? await client.imports.startNotes({
              files: [...open.parts],
              source: open.source.trim(),
              keepSource: open.keepSource,
              dryRun,
            })
          : await client.imports.startQuestions({
              uploadId: open.uploadId,
              source: open.source.trim(),
              reading: open.preview.reading,
              mapping: [...open.mapping],
              dryRun,
            });
      if (dryRun) setStage({ at: 'check', open, jobId: started.jobId, source: open.source.trim() });
      else {
        staged.handOver();
        address.set(started.jobId);
      }
    } catch (error) {
      fail(error);
    } finally {
      setBusy(false);
    }
  };
  const sendDocuments = async (files: readonly PickedFile[]): Promise<void> => {
    setStage({ at: 'send', count: files.length, fileName: files[0]?.file.name ?? '' });
    const top = commonFolder(files);
    const only = files.length === 1 ? (files[0]?.file.name ?? '') : '';
    try {
      const parts: ParcelPart[] = [];
      for (const parcel of toParcels(files)) {
        const uploadId = await upload.upload(parcelFile(parcel));
        staged.add(uploadId);
        parts.push(...partsOf(parcel, uploadId, top.length));
      }
      const source = top.slice(0, -1) || only.replace(/\.zip$/i, '');
      await start({ kind: 'notes', parts, source, keepSource: false }, true);
    } catch (error) {
      staged.drop();
      fail(error);
    }
  };
  const sendTable = async (files: readonly PickedFile[]): Promise<void> => {
    const [first, ...rest] = files;
    if (!first) return;
    setQueue(rest);
    setStage({ at: 'send', count: 1, fileName: first.file.name });
    try {
      const uploadId = await upload.upload(first.file);
      staged.add(uploadId);
      const preview = await client.imports.previewQuestions({ uploadId });
      const { source, mapping } = preview;
      setStage({ at: 'columns', open: { kind: 'questions', uploadId, preview, source, mapping } });
    } catch (error) {
      staged.drop();
      fail(error);
    }
  };
  const take = (files: readonly PickedFile[]): void => {
    address.clear();
    const kind = kindOfPick(files);
    if (kind === 'nothing') setStage({ at: 'pick', problem: { type: 'nothing' } });
    else void (kind === 'tables' ? sendTable(files) : sendDocuments(files));
  };
  const startOver = (): void => {
    staged.drop();
    setQueue([]);
    setStage({ at: 'pick', problem: null });
    address.clear();
  };
  const takeNext = (): void => {
    address.clear();
    void sendTable(queue);
  };

  const isTable = stage.at === 'columns' || (stage.at === 'check' && stage.open.kind === 'questions');
  const steps = [t('step.pick'), ...(isTable ? [t('step.columns')] : []), t('step.check'), t('step.import')];
  const at =
    jobId !== null
      ? steps.length - 1
      : stage.at === 'check'
        ? steps.length - 2
        : stage.at === 'columns'
          ? 1
          : 0;
  return (
    <Wizard
      title={t('title')}
      steps={steps}
      at={at}
      above={<TextLink href="/notes">{t('notes:title')}</TextLink>}
    >
      {jobId !== null ? (
        <ImportRun
          key={jobId}
          jobId={jobId}
          nextFile={queue[0]?.file.name ?? null}
          onNext={takeNext}
          onAgain={startOver}
        />
      ) : stage.at === 'columns' ? (
        <QuestionColumns
          open={stage.open}
          isBusy={isBusy}
          onChange={(open) => setStage({ at: 'columns', open })}
          onNext={() => void start(stage.open, true)}
          onOther={startOver}
        />
      ) : stage.at === 'check' ? (
        <ImportCheck
          key={stage.jobId}
          jobId={stage.jobId}
          open={stage.open}
          checkedSource={stage.source}
          isBusy={isBusy}
          onChange={(open) => setStage({ ...stage, open })}
          onAgain={(open) => void start(open, true)}
          onBack={() => {
            if (stage.open.kind === 'questions') setStage({ at: 'columns', open: stage.open });
            else startOver();
          }}
          onImport={() => void start(stage.open, false)}
        />
      ) : (
        <ImportPick
          problem={stage.at === 'pick' ? stage.problem : null}
          sending={
            stage.at === 'send'
              ? { count: stage.count, fileName: stage.fileName, progress: upload.progress }
              : null
          }
          onCancel={upload.cancel}
          onPicked={take}
        />
      )}
    </Wizard>
  );
}
