import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import type { ConflictChoice, PackagePreview } from '../../../shared/contract/imports.ts';
import type { FindableKind } from '../../../shared/domain/record.ts';
import { client, useUpload } from '../../client/index.ts';
import { useT } from '../../i18n/index.ts';
import { TextLink } from '../../ui/index.ts';
import {
  type HandedPackage,
  hasExtension,
  takeHandedPackage,
  useJobAddress,
  useStagedUploads,
  Wizard,
} from '../../widgets/index.ts';
import { ImportPick, type PickProblem } from './import-pick.tsx';
import { ImportPreview } from './import-preview.tsx';
import { ImportRun } from './import-run.tsx';

export interface MergeWish {
  readonly onConflict: ConflictChoice;
  readonly choices: readonly {
    readonly kind: FindableKind;
    readonly id: string;
    readonly choice: ConflictChoice;
  }[];
}

type Stage =
  | { readonly at: 'pick'; readonly problem: PickProblem | null }
  | { readonly at: 'upload'; readonly fileName: string }
  | {
      readonly at: 'look';
      readonly uploadId: string;
      readonly fileName: string;
      readonly preview: PackagePreview;
    };

/** From a `.heirloom` file to records: choose, look, decide, bring in. */
export function ImportPage() {
  const t = useT('packages');
  const address = useJobAddress('/packages/import');
  const { jobId } = address;
  const location = useLocation();
  const upload = useUpload();
  const [stage, setStage] = useState<Stage>({ at: 'pick', problem: null });
  const [isBusy, setBusy] = useState(false);

  const staged = useStagedUploads();

  const open = async (file: HandedPackage): Promise<void> => {
    address.clear();
    // Packages travel renamed: a zip is a zip. What is inside decides, and is said in words.
    if (file instanceof File && !hasExtension(file, ['.heirloom', '.zip'])) {
      setStage({ at: 'pick', problem: { type: 'kind', fileName: file.name } });
      return;
    }
    setStage({ at: 'upload', fileName: file.name });
    try {
      const uploadId = file instanceof File ? await upload.upload(file) : file.uploadId;
      staged.add(uploadId);
      const preview = await client.imports.previewPackage({ uploadId });
      setStage({ at: 'look', uploadId, fileName: file.name, preview });
    } catch (error) {
      staged.drop();
      setStage({ at: 'pick', problem: { type: 'error', fileName: file.name, error } });
    }
  };
  const latestOpen = useRef(open);
  latestOpen.current = open;
  // Each arrival at this address may bring one: the desktop can hand over a second file while the first is looked at.
  useEffect(() => {
    const handed = location.key === '' ? null : takeHandedPackage();
    if (handed) void latestOpen.current(handed);
  }, [location.key]);

  const start = async (uploadId: string, fileName: string, wish: MergeWish): Promise<void> => {
    setBusy(true);
    try {
      const started = await client.imports.startPackage({
        uploadId,
        onConflict: wish.onConflict,
        choices: [...wish.choices],
      });
      staged.handOver();
      address.set(started.jobId);
    } catch (error) {
      staged.drop();
      setStage({ at: 'pick', problem: { type: 'error', fileName, error } });
    } finally {
      setBusy(false);
    }
  };
  const startOver = (): void => {
    staged.drop();
    setStage({ at: 'pick', problem: null });
    address.clear();
  };

  return (
    <Wizard
      title={t('im.title')}
      steps={[t('steps.file'), t('steps.look'), t('steps.take')]}
      at={jobId !== null ? 2 : stage.at === 'look' ? 1 : 0}
      above={<TextLink href="/packages">{t('title')}</TextLink>}
    >
      {jobId !== null ? (
        <ImportRun key={jobId} jobId={jobId} onAgain={startOver} />
      ) : stage.at === 'look' ? (
        <ImportPreview
          preview={stage.preview}
          isBusy={isBusy}
          onImport={(wish) => void start(stage.uploadId, stage.fileName, wish)}
          onOther={startOver}
        />
      ) : (
        <ImportPick
          problem={stage.at === 'pick' ? stage.problem : null}
          reading={stage.at === 'upload' ? { fileName: stage.fileName, progress: upload.progress } : null}
          onCancel={upload.cancel}
          onFile={(file) => void open(file)}
        />
      )}
    </Wizard>
  );
}
