import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { RecordKind } from '../../shared/domain/record.ts';
import { api, type Client, client, useTellProblem } from '../client/index.ts';
import { useFormat, useT } from '../i18n/index.ts';
import { Badge, Button, Dialog, Skeleton, toasts } from '../ui/index.ts';
import { PersonName } from './record-link.tsx';

type Revision = Awaited<ReturnType<Client['revisions']['list']>>[number];

export interface HistoryPanelProps {
  readonly kind: RecordKind;
  readonly id: string;
  readonly currentVersion: number;
  /** Shows an old version; `record` is the parsed JSON of then. */
  readonly renderVersion: (record: unknown) => ReactNode;
  /** Saves the fields of the old version as a new one; leave out where nothing may change. */
  readonly onRestore?: (record: unknown, version: number) => Promise<unknown>;
}

/** Every saved version, who and when and why; look at one, or bring it back as the newest. */
export function HistoryPanel({ kind, id, currentVersion, renderVersion, onRestore }: HistoryPanelProps) {
  const t = useT('widgets');
  const format = useFormat();
  const tell = useTellProblem();
  const [shown, setShown] = useState<{ readonly revision: Revision; readonly record: unknown } | null>(null);
  const { data } = useQuery(api.revisions.list.queryOptions({ input: { kind, recordId: id } }));

  const look = (revision: Revision): void => {
    client.revisions
      .get({ id: revision.id })
      .then((answer) => setShown({ revision, record: JSON.parse(answer.record) as unknown }), tell);
  };
  const restore = async (): Promise<void> => {
    if (!shown || !onRestore) return;
    try {
      await onRestore(shown.record, shown.revision.version);
      toasts.show({ text: t('history.restored', { version: shown.revision.version }), tone: 'good' });
      setShown(null);
    } catch (error) {
      tell(error);
    }
  };

  if (!data) return <Skeleton label={t('common:loading')} lines={4} />;
  if (data.length === 0) return <p className="text-sm text-ink-faint">{t('history.empty')}</p>;
  return (
    <>
      <ol aria-label={t('history.title')} className="flex flex-col gap-0.5">
        {data.map((revision) => (
          <li key={revision.id}>
            <Button
              tone="quiet"
              size="sm"
              className="h-auto w-full justify-start py-1.5 text-start"
              aria-label={t('history.look', { version: revision.version })}
              onPress={() => look(revision)}
            >
              <span className="flex min-w-0 flex-1 flex-col">
                <span className="flex items-center gap-2">
                  {format.dateTime(revision.at)}
                  {revision.version === currentVersion ? (
                    <Badge tone="brass">{t('history.current')}</Badge>
                  ) : null}
                </span>
                <span className="truncate text-xs text-ink-faint">
                  {revision.authorId ? <PersonName id={revision.authorId} /> : null}
                  {revision.authorId && revision.reason ? ' · ' : ''}
                  <bdi>{revision.reason}</bdi>
                </span>
              </span>
            </Button>
          </li>
        ))}
      </ol>
      <Dialog
        isOpen={shown !== null}
        onOpenChange={(open) => {
          if (!open) setShown(null);
        }}
        size="lg"
        title={shown ? t('history.version', { version: shown.revision.version }) : ''}
        actions={
          <>
            <Button onPress={() => setShown(null)}>{t('common:close')}</Button>
            {onRestore && shown && shown.revision.version !== currentVersion ? (
              <Button tone="primary" onPress={() => void restore()}>
                {t('history.restore')}
              </Button>
            ) : null}
          </>
        }
      >
        {shown ? renderVersion(shown.record) : null}
      </Dialog>
    </>
  );
}
