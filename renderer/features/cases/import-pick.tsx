import { ShieldCheck } from 'lucide-react';
import { useJobs, useProblemText } from '../../client/index.ts';
import { useFormat, useT } from '../../i18n/index.ts';
import { Banner, Button, LinkButton, ProgressBar } from '../../ui/index.ts';
import { FileDrop, ProblemDetail } from '../../widgets/index.ts';
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

/** Step 1: files come in; what is wrong with one is said here, in words. */
export function ImportPick({ problem, uploading, nextFile, onNext, onCancel, onFiles }: ImportPickProps) {
  const t = useT('cases');
  const format = useFormat();
  const say = useProblemText();
  const running = useJobs().find((job) => job.kind === 'import-cases' && job.state === 'running');
  if (uploading) {
    const isSending = uploading.progress !== null;
    return (
      <div className="flex max-w-xl flex-col gap-3">
        <ProgressBar
          label={t(isSending ? 'imp.uploading' : 'imp.looking', { file: uploading.fileName })}
          value={uploading.progress}
          {...(uploading.progress === null ? {} : { valueText: format.percent(uploading.progress) })}
        />
        {isSending ? (
          <Button className="self-start" onPress={onCancel}>
            {t('common:cancel')}
          </Button>
        ) : null}
      </div>
    );
  }
  const text = problem?.type === 'error' ? say(problem.error) : null;
  return (
    <div className="flex flex-col gap-5">
      {running ? (
        <Banner
          tone="info"
          title={t('imp.running', { file: running.title })}
          actions={
            <LinkButton size="sm" href={`/cases/import?job=${running.id}`}>
              {t('imp.running.show')}
            </LinkButton>
          }
        />
      ) : null}
      {problem ? (
        <Banner
          tone="bad"
          title={
            problem.type === 'kind'
              ? t('imp.wrongFile', { file: problem.fileName })
              : `${problem.fileName}: ${text?.what ?? ''}`
          }
          {...(nextFile === null
            ? {}
            : {
                actions: (
                  <Button size="sm" onPress={onNext}>
                    {t('imp.nextFile', { file: nextFile })}
                  </Button>
                ),
              })}
        >
          {text ? (
            <>
              <p>
                {text.safe} {text.advice}
              </p>
              <ProblemDetail detail={text.detail} />
            </>
          ) : null}
        </Banner>
      ) : null}
      <FileDrop
        title={t('imp.pick.title')}
        buttonLabel={t('imp.pick.button')}
        extensions={CASE_FILES}
        isMultiple
        onFiles={onFiles}
      >
        {t('imp.pick.text')}
      </FileDrop>
      <p className="flex items-center justify-center gap-2 text-sm text-ink-faint">
        <ShieldCheck aria-hidden="true" className="size-4" />
        {t('imp.pick.safe')}
      </p>
    </div>
  );
}
