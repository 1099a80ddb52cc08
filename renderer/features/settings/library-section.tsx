import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { LibraryInfo } from '../../../shared/contract/library.ts';
import { api, client, native, useTellProblem } from '../../client/index.ts';
import { useFormat, useT } from '../../i18n/index.ts';
import { Banner, Button, TextField } from '../../ui/index.ts';
import { FINDABLE } from './kinds.ts';

/** What the open library is, where it lies and what it holds. */
export function LibrarySection({ info }: { readonly info: LibraryInfo }) {
  const t = useT('settings');
  const format = useFormat();
  const tell = useTellProblem();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { data: stats } = useQuery(api.library.stats.queryOptions({ input: {} }));
  const save = useMutation(api.settings.save.mutationOptions());
  const [name, setName] = useState(info.name);

  const leave = async (): Promise<void> => {
    try {
      await client.library.close({});
      void navigate('/');
      await queries.resetQueries();
    } catch (error) {
      tell(error);
    }
  };
  const facts: ReadonlyArray<readonly [string, string]> = [
    [t('library.created'), format.date(info.createdAt)],
    ...(stats
      ? ([
          [
            t('library.size'),
            t('library.sizeDetail', {
              all: format.bytes(stats.bytes),
              index: format.bytes(stats.indexBytes),
              media: format.bytes(stats.mediaBytes),
            }),
          ],
          [
            t('library.contents'),
            format.list(
              FINDABLE.flatMap((kind) => {
                const count = stats.counts[kind] ?? 0;
                return count > 0 ? [`${t(`common:kinds.${kind}`)} ${format.number(count)}`] : [];
              }),
            ),
          ],
        ] as const)
      : []),
  ];
  return (
    <>
      {info.sample ? <Banner tone="info">{t('library.sample')}</Banner> : null}
      <TextField
        label={t('library.name')}
        className="max-w-sm"
        value={name}
        onChange={setName}
        maxLength={200}
        isReadOnly={info.readOnly}
        onBlur={() => {
          const next = name.trim();
          if (next === '') setName(info.name);
          else if (next !== info.name) save.mutate({ library: { name: next } });
        }}
      />
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-2 text-base">
        <dt className="text-ink-faint">{t('library.folder')}</dt>
        <dd className="min-w-0">
          <bdi dir="ltr" className="font-mono text-sm break-all">
            {info.folder}
          </bdi>
        </dd>
        {facts.map(([term, fact]) => (
          <div key={term} className="contents">
            <dt className="text-ink-faint">{term}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
      </dl>
      <div className="flex flex-wrap items-center gap-3">
        {native ? (
          <Button onPress={() => void native?.revealLibraryFolder()}>{t('library.reveal')}</Button>
        ) : null}
        <Button onPress={() => void leave()}>{t('library.switch')}</Button>
        <span className="text-sm text-ink-faint">{t('library.switchHint')}</span>
      </div>
    </>
  );
}
