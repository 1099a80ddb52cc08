import { useT } from '../../i18n/index.ts';
import { FileDrop, PickStep } from '../../widgets/index.ts';

export type PickProblem =
  | { readonly type: 'kind'; readonly fileName: string }
  | { readonly type: 'error'; readonly fileName: string; readonly error: unknown };

export interface ImportPickProps {
  readonly problem: PickProblem | null;
  /** A package that was opened from the desktop, where only its name reached us. */
  readonly reading: { readonly fileName: string; readonly progress: number | null } | null;
  readonly onCancel: () => void;
  readonly onFile: (file: File) => void;
}

/** Step 1: the file comes in and is checked from end to end. */
export function ImportPick({ problem, reading, onCancel, onFile }: ImportPickProps) {
  const t = useT('packages');
  return (
    <PickStep
      trouble={
        problem?.type === 'kind'
          ? { type: 'refused', title: t('im.wrongFile', { file: problem.fileName }) }
          : problem
      }
      sending={
        reading && {
          label: t(reading.progress === null ? 'im.checking' : 'im.uploading', { file: reading.fileName }),
          progress: reading.progress,
        }
      }
      onCancel={onCancel}
      safe={t('im.pick.safe')}
    >
      <FileDrop
        title={t('im.pick.title')}
        buttonLabel={t('im.pick.button')}
        extensions={['.heirloom']}
        onFiles={([file]) => {
          if (file) onFile(file);
        }}
      >
        {t('im.pick.text')}
      </FileDrop>
    </PickStep>
  );
}
