import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/index.ts';
import { FileDrop, PickStep } from '../../widgets/index.ts';
import { CASE_FILES } from './waiting-files.ts';

export type PickProblem =
  | { readonly type: 'kind'; readonly fileName: string }
  | { readonly type: 'error'; readonly fileName: string; readonly error: unknown };

export interface ImportPickProps {
  readonly problem: PickProblem | null;
  readonly uploading: { readonly fileName: string; readonly progress: number | null } | null;
  readonly nextFile: string | null;
  readonly onNext: () => void;
  readonly onCancel: () => void;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Step 1: exports of help desks come in. */
export function ImportPick({ problem, uploading, nextFile, onNext, onCancel, onFiles }: ImportPickProps) {
  const t = useT('cases');
  return (
    <PickStep
      trouble={
        problem?.type === 'kind'
          ? { type: 'refused', title: t('imp.wrongFile', { file: problem.fileName }) }
          : problem
      }
      troubleAction={
        nextFile === null ? null : (
          <Button size="sm" onPress={onNext}>
            {t('imports:next', { file: nextFile })}
          </Button>
        )
      }
      sending={
        uploading && {
          label: t(uploading.progress === null ? 'imports:looking' : 'imp.uploading', {
            file: uploading.fileName,
          }),
          progress: uploading.progress,
        }
      }
      onCancel={onCancel}
      running={{ kinds: ['import-cases'], path: '/cases/import' }}
      safe={t('imports:pick.safe')}
    >
      <FileDrop
        title={t('imp.pick.title')}
        buttonLabel={t('imports:pick.files')}
        extensions={CASE_FILES}
        isMultiple
        onFiles={onFiles}
      >
        {t('imp.pick.text')}
      </FileDrop>
    </PickStep>
  );
}
