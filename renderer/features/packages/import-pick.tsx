import { ShieldCheck } from 'lucide-react';
import { useProblemText } from '../../client/index.ts';
import { useFormat, useT } from '../../i18n/index.ts';
import { Banner, Button, ProgressBar } from '../../ui/index.ts';
import { FileDrop, ProblemDetail } from '../../widgets/index.ts';

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

/** Step 1: the file comes in and is checked from end to end; what is wrong with it is said here. */
export function ImportPick({ problem, reading, onCancel, onFile }: ImportPickProps) {
  const t = useT('packages');
  const format = useFormat();
  const say = useProblemText();
  if (reading) {
    const isSending = reading.progress !== null;
    return (
      <div className="flex max-w-xl flex-col gap-3">
        <ProgressBar
          label={t(isSending ? 'im.uploading' : 'im.checking', { file: reading.fileName })}
          value={reading.progress}
          {...(reading.progress === null ? {} : { valueText: format.percent(reading.progress) })}
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
      {problem ? (
        <Banner
          tone="bad"
          title={
            problem.type === 'kind'
              ? t('im.wrongFile', { file: problem.fileName })
              : `${problem.fileName}: ${text?.what ?? ''}`
          }
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
        title={t('im.pick.title')}
        buttonLabel={t('im.pick.button')}
        extensions={['.heirloom']}
        onFiles={([file]) => {
          if (file) onFile(file);
        }}
      >
        {t('im.pick.text')}
      </FileDrop>
      <p className="flex items-center justify-center gap-2 text-sm text-ink-faint">
        <ShieldCheck aria-hidden="true" className="size-4" />
        {t('im.pick.safe')}
      </p>
    </div>
  );
}
