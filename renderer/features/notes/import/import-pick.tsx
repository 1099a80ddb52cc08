import { ShieldCheck } from 'lucide-react';
import { useJobs, useProblemText } from '../../../client/index.ts';
import { useFormat, useT } from '../../../i18n/index.ts';
import { Banner, Button, LinkButton, ProgressBar } from '../../../ui/index.ts';
import { FileDrop, type PickedFile, ProblemDetail } from '../../../widgets/index.ts';

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

/** Step 1: files or a folder come in; what is wrong is said here, in words. */
export function ImportPick({ problem, sending, onCancel, onPicked }: ImportPickProps) {
  const t = useT('imports');
  const format = useFormat();
  const say = useProblemText();
  const running = useJobs().find(
    (job) => (job.kind === 'import-notes' || job.kind === 'import-questions') && job.state === 'running',
  );
  if (sending) {
    const { progress } = sending;
    return (
      <div className="flex max-w-xl flex-col gap-3">
        <ProgressBar
          label={
            progress === null && sending.count === 1
              ? t('looking', { file: sending.fileName })
              : t('sending', { count: sending.count })
          }
          value={progress}
          {...(progress === null ? {} : { valueText: format.percent(progress) })}
        />
        {progress === null ? null : (
          <Button className="self-start" onPress={onCancel}>
            {t('common:cancel')}
          </Button>
        )}
      </div>
    );
  }
  const text = problem?.type === 'error' ? say(problem.error) : null;
  return (
    <div className="flex flex-col gap-5">
      {running ? (
        <Banner
          tone="info"
          title={t('running', { title: running.title })}
          actions={
            <LinkButton size="sm" href={`/notes/import?job=${running.id}`}>
              {t('running.show')}
            </LinkButton>
          }
        />
      ) : null}
      {problem ? (
        <Banner
          tone="bad"
          title={problem.type === 'nothing' ? t('pick.nothing') : (text?.what ?? t('pick.failed'))}
        >
          {text ? (
            <>
              <p>
                {text.safe} {text.advice}
              </p>
              <ProblemDetail detail={text.detail} />
            </>
          ) : (
            t('pick.nothingText')
          )}
        </Banner>
      ) : null}
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
      <p className="flex items-center justify-center gap-2 text-sm text-ink-faint">
        <ShieldCheck aria-hidden="true" className="size-4" />
        {t('pick.safe')}
      </p>
    </div>
  );
}
