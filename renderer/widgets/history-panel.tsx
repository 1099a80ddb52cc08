import { useQuery } from '@tanstack/react-query';
import { History } from 'lucide-react';
import { useState } from 'react';
import { api } from '../client/index.ts';
import { useFormat, useT } from '../i18n/index.ts';
import { Button, EmptyState, Skeleton } from '../ui/index.ts';
import { byDay, dayName } from './history-days.ts';
import { HistoryDialog, type HistoryDialogProps } from './history-dialog.tsx';
import { type Revision, RevisionLine } from './revision-line.tsx';

/** Rows in a side panel before "all of them". */
const FEW = 8;
/** Most versions asked for: with one a sitting that is years of writing. */
const MOST = 500;

export interface HistoryPanelProps extends Pick<HistoryDialogProps, 'kind' | 'form'> {
  readonly id: string;
}

const useRevisions = ({ kind, id }: Pick<HistoryPanelProps, 'kind' | 'id'>) =>
  useQuery(api.revisions.list.queryOptions({ input: { kind, recordId: id, limit: MOST } }));

/** Every version, who and when and why, by day; one click compares any of them with the text as it is. */
export function HistoryPanel({ kind, id, form }: HistoryPanelProps) {
  const t = useT('history');
  const [startAt, setStartAt] = useState<string | null>(null);
  const { data } = useRevisions({ kind, id });
  if (!data) return <Skeleton label={t('common:loading')} lines={4} />;
  if (data.length < 2)
    return (
      <EmptyState size="panel" icon={<History />} title={t('empty.title')}>
        {t('empty.text')}
      </EmptyState>
    );
  return (
    <>
      <HistoryDays revisions={data.slice(0, FEW)} newestId={data[0]?.id} onPick={setStartAt} />
      <div className="flex flex-wrap gap-2 pt-2">
        <Button size="sm" onPress={() => setStartAt(data[1]?.id ?? '')}>
          {t('open')}
        </Button>
        {data.length > FEW ? (
          <Button size="sm" tone="quiet" onPress={() => setStartAt(data[FEW]?.id ?? '')}>
            {t('all', { count: data.length })}
          </Button>
        ) : null}
      </div>
      {startAt === null ? null : (
        <HistoryDialog
          kind={kind}
          form={form}
          revisions={data}
          startAt={startAt}
          onClose={() => setStartAt(null)}
        />
      )}
    </>
  );
}

/** The same, opened at once: for places without a side panel (an answer's menu). */
export function HistoryOf({ kind, id, form, onClose }: HistoryPanelProps & { readonly onClose: () => void }) {
  const { data } = useRevisions({ kind, id });
  return data ? (
    <HistoryDialog
      kind={kind}
      form={form}
      revisions={data}
      startAt={data[1]?.id ?? data[0]?.id ?? ''}
      onClose={onClose}
    />
  ) : null;
}

function HistoryDays({
  revisions,
  newestId,
  onPick,
}: {
  readonly revisions: readonly Revision[];
  readonly newestId: string | undefined;
  readonly onPick: (id: string) => void;
}) {
  const t = useT('history');
  const format = useFormat();
  const words = { today: t('today'), yesterday: t('yesterday') };
  return (
    <div className="flex flex-col gap-3">
      {byDay(revisions).map(({ day, rows }) => {
        const name = dayName(day, Date.now(), format, words);
        return (
          <section key={day} aria-label={name}>
            <h3 className="pb-0.5 text-xs font-semibold text-ink-soft">{name}</h3>
            <ol className="flex flex-col">
              {rows.map((row) => (
                <li key={row.id}>
                  <Button
                    tone="quiet"
                    size="sm"
                    className="h-auto w-full justify-start py-1 text-start"
                    onPress={() => onPick(row.id)}
                  >
                    <RevisionLine revision={row} isNow={row.id === newestId} />
                  </Button>
                </li>
              ))}
            </ol>
          </section>
        );
      })}
    </div>
  );
}
