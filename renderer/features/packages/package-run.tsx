import type { ReactNode } from 'react';
import { useT } from '../../i18n/index.ts';
import { LinkButton } from '../../ui/index.ts';
import { type EndWords, RunStates } from '../../widgets/index.ts';

export interface PackageRunProps {
  readonly jobId: string;
  readonly words: EndWords & { readonly running: (title: string) => string; readonly mayLeave: string };
  /** Ways on, whatever came of it. */
  readonly more: ReactNode;
  readonly done: (result: unknown, title: string) => ReactNode;
}

/** A package on its way out or in. */
export function PackageRun({ jobId, words, more, done }: PackageRunProps) {
  const t = useT('packages');
  return (
    <RunStates
      jobId={jobId}
      words={{ ...words, gone: t('gone'), goneText: t('gone.text') }}
      ways={() => (
        <>
          {more}
          <LinkButton tone="quiet" size="lg" href="/packages">
            {t('back')}
          </LinkButton>
        </>
      )}
      done={(job, ways) => (
        <>
          {done(job.result, job.title)}
          {ways}
        </>
      )}
    />
  );
}
