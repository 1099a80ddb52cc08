import { useQuery } from '@tanstack/react-query';
import { memo } from 'react';
import { api } from '../../client/index.ts';
import { useT } from '../../i18n/index.ts';
import { Badge } from '../../ui/index.ts';
import { RecordLink } from '../../widgets/index.ts';

/** Notes whose source is this session. */
export const BornNotes = memo(function BornNotes({ sessionId }: { readonly sessionId: string }) {
  const t = useT('sessions');
  const { data } = useQuery(
    api.notes.list.queryOptions({ input: { filter: { sessionId }, sort: 'createdAt', limit: 100 } }),
  );
  if (!data) return null;
  if (data.items.length === 0) return <p className="text-base text-ink-soft">{t('born.empty')}</p>;
  return (
    <ul aria-label={t('born')} className="flex flex-col gap-3">
      {data.items.map((note) => (
        <li key={note.id} className="flex flex-col gap-0.5">
          <span className="flex items-center gap-2">
            <RecordLink record={{ kind: 'note', id: note.id, title: note.title }} />
            <Badge>{t(`common:noteKind.${note.kind}`)}</Badge>
          </span>
          {note.excerpt ? (
            <p dir="auto" className="line-clamp-2 ps-5 text-sm text-ink-faint">
              {note.excerpt}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
});
