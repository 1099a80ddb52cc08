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
