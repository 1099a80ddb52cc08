import { useT } from '../../../i18n/index.ts';
import { FileDrop, type PickedFile, PickStep } from '../../../widgets/index.ts';

export type PickProblem = { readonly type: 'nothing' } | { readonly type: 'error'; readonly error: unknown };

/** What the file dialog offers. Anything else may be dropped, or lie in a chosen folder. */
const OFFERED = [
  '.md',
  '.markdown',
  '.html',
  '.htm',
  '.docx',
  '.odt',
  '.txt',
  '.csv',
  '.tsv',
  '.jsonl',
  '.ndjson',
  '.json',
  '.zip',
];

export interface ImportPickProps {
  readonly problem: PickProblem | null;
  readonly sending: {
    readonly count: number;
    readonly fileName: string;
    readonly progress: number | null;
  } | null;
  readonly onCancel: () => void;
  readonly onPicked: (files: readonly PickedFile[]) => void;
}

/** Step 1: files or a folder come in. */
export function ImportPick({ problem, sending, onCancel, onPicked }: ImportPickProps) {
  const t = useT('imports');
  return (
    <PickStep
      trouble={
        problem?.type === 'nothing'
          ? { type: 'refused', title: t('pick.nothing'), text: t('pick.nothingText') }
          : problem
      }
      sending={
        sending && {
          label:
            sending.progress === null && sending.count === 1
              ? t('looking', { file: sending.fileName })
              : t('sending', { count: sending.count }),
          progress: sending.progress,
        }
      }
      onCancel={onCancel}
      running={{ kinds: ['import-notes', 'import-questions'], path: '/notes/import' }}
      safe={t('pick.safe')}
    >
      <FileDrop
        title={t('pick.title')}
        buttonLabel={t('pick.files')}
        extensions={OFFERED}
        isMultiple
        onFiles={() => {}}
        folders={{ buttonLabel: t('pick.folder'), onPicked }}
      >
        {t('pick.text')}
      </FileDrop>
    </PickStep>
  );
}
