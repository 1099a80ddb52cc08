import type { Client } from '../client/index.ts';
import { useFormat, useOptionalText, useT } from '../i18n/index.ts';
import { Badge } from '../ui/index.ts';
import { PersonName } from './record-link.tsx';

export type Revision = Awaited<ReturnType<Client['revisions']['list']>>[number];

/** Time, who and why; the day stands above. */
export function RevisionLine({ revision, isNow }: { readonly revision: Revision; readonly isNow: boolean }) {
  const t = useT('history');
  const format = useFormat();
  const optional = useOptionalText();
  const { reason } = revision;
  const why = optional(`history:reason.${reason === '' ? 'typed' : reason}`) ?? reason;
  return (
    <span className="flex min-w-0 flex-1 flex-col">
      <span className="flex items-center gap-2 text-sm">
        <span className="tabular">{format.time(revision.at)}</span>
        {isNow ? <Badge tone="brass">{t('now')}</Badge> : null}
      </span>
      <span className="truncate text-xs text-ink-soft">
        {revision.authorId ? <PersonName id={revision.authorId} /> : null}
        {revision.authorId ? ' · ' : ''}
        <bdi>{why}</bdi>
      </span>
    </span>
  );
}
