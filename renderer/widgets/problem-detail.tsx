import type { ProblemText } from '../client/index.ts';
import { useT } from '../i18n/index.ts';
import { Button, Disclosure } from '../ui/index.ts';

/** The technical side of a problem, folded away and easy to copy. */
export function ProblemDetail({ detail }: { readonly detail: string }) {
  const t = useT('frame');
  if (detail.trim() === '') return null;
  return (
    <Disclosure title={t('common:details')} className="pt-1">
      <pre
        dir="ltr"
        className="max-h-48 overflow-auto py-2 text-start text-xs whitespace-pre-wrap text-ink-soft"
      >
        {detail}
      </pre>
      <Button size="sm" onPress={() => void navigator.clipboard?.writeText(detail)}>
        {t('problem.copy')}
      </Button>
    </Disclosure>
  );
}

/** A problem in a banner: that nothing was lost and what to do, and what happened where no title says so. */
export function ProblemWords({
  text,
  isTitled = false,
}: {
  readonly text: ProblemText;
  /** True where the banner's title is what happened. */
  readonly isTitled?: boolean;
}) {
  return (
    <>
      <p>
        {isTitled ? '' : `${text.what} `}
        {text.safe} {text.advice}
      </p>
      <ProblemDetail detail={text.detail} />
    </>
  );
}
