import { useQuery } from '@tanstack/react-query';
import { api, mediaAddress } from '../../client/index.ts';
import { useFormat, useT } from '../../i18n/index.ts';

/** Where an imported note came from, when the original was kept: one quiet line below its text. */
export function NoteSource({ id }: { readonly id: string }) {
  const t = useT('notes');
  const format = useFormat();
  const { data: sources = [] } = useQuery(api.attachments.sources.queryOptions({ input: { ownerId: id } }));
  if (sources.length === 0) return null;
  return (
    <ul className="mt-8 flex flex-col gap-1 border-t border-line pt-4 text-sm text-ink-soft">
      {sources.map(({ id: sourceId, fileName, sha256, extension, missing, broughtIn }) => (
        <li key={sourceId} className="flex flex-wrap items-center gap-x-2">
          <span className="break-words">{t('source', { name: fileName, date: format.date(broughtIn) })}</span>
          <span aria-hidden="true">·</span>
          {missing ? (
            <span>{t('source.missing')}</span>
          ) : (
            <a
              className="rounded-sm text-brass underline decoration-brass/40 underline-offset-3 hover:decoration-brass"
              href={mediaAddress(sha256, extension)}
              download={fileName}
              aria-label={t('source.openNamed', { name: fileName })}
            >
              {t('source.open')}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
