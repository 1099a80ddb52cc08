import { ShieldCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { type JobKind, useJobs, useProblemText } from '../../client/index.ts';
import { useFormat, useT } from '../../i18n/index.ts';
import { Banner, Button, LinkButton, ProgressBar } from '../../ui/index.ts';
import { ProblemWords } from '../problem-detail.tsx';

/** Why files were not taken: refused by the page in its own words, or an error of the library with one of them. */
export type PickTrouble =
  | { readonly type: 'refused'; readonly title: string; readonly text?: string }
  | { readonly type: 'error'; readonly error: unknown; readonly fileName?: string };

export interface PickStepProps {
  readonly trouble: PickTrouble | null;
  /** A way on after `trouble`. */
  readonly troubleAction?: ReactNode;
  /** Files under way. Without `progress` (0 to 1) they have arrived and are being looked at. */
  readonly sending: { readonly label: string; readonly progress: number | null } | null;
  readonly onCancel: () => void;
  /** Imports of these kinds, running since before, are shown with the way to them: `path` is the import page's. */
  readonly running?: { readonly kinds: readonly JobKind[]; readonly path: string };
  /** What makes it safe to try. */
  readonly safe: string;
  /** The place for the files. */
  readonly children: ReactNode;
}

/** The first step of an import: files come in; what is wrong with them is said here, in words. */
export function PickStep({
  trouble,
  troubleAction,
  sending,
  onCancel,
  running,
  safe,
  children,
}: PickStepProps) {
  const t = useT('imports');
  const format = useFormat();
  const job = useJobs().find((one) => one.state === 'running' && running?.kinds.includes(one.kind));
  if (sending) {
    const { label, progress } = sending;
    return (
      <div className="flex max-w-xl flex-col gap-3">
        <ProgressBar
          label={label}
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
  return (
    <div className="flex flex-col gap-5">
      {job && running ? (
        <Banner
          tone="info"
          title={t('running', { title: job.title })}
          actions={
            <LinkButton size="sm" href={`${running.path}?job=${job.id}`}>
              {t('running.show')}
            </LinkButton>
          }
        />
      ) : null}
      {trouble ? <Trouble trouble={trouble} action={troubleAction} /> : null}
      {children}
      <p className="flex items-center justify-center gap-2 text-sm text-ink-faint">
        <ShieldCheck aria-hidden="true" className="size-4" />
        {safe}
      </p>
    </div>
  );
}

function Trouble({ trouble, action }: { readonly trouble: PickTrouble; readonly action: ReactNode }) {
  const say = useProblemText();
  if (trouble.type === 'refused') {
    return (
      <Banner tone="bad" title={trouble.title} actions={action}>
        {trouble.text}
      </Banner>
    );
  }
  const text = say(trouble.error);
  return (
    <Banner
      tone="bad"
      title={trouble.fileName === undefined ? text.what : `${trouble.fileName}: ${text.what}`}
      actions={action}
    >
      <ProblemWords text={text} isTitled />
    </Banner>
  );
}
