import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { memo } from 'react';
import { api, client, type RecordRef, useTellProblem } from '../../client/index.ts';
import { useT } from '../../i18n/index.ts';
import { IconButton, toasts } from '../../ui/index.ts';
import { RecordLink, RecordPicker } from '../../widgets/index.ts';

/** The real cases this session explains. */
export const SessionCases = memo(function SessionCases({
  sessionId,
  isReadOnly,
}: {
  readonly sessionId: string;
  readonly isReadOnly: boolean;
}) {
  const t = useT('sessions');
  const tell = useTellProblem();
  const { data } = useQuery(api.links.around.queryOptions({ input: { kind: 'session', id: sessionId } }));
  const linked = (data?.outgoing ?? []).filter((one) => one.link.toKind === 'case');

  const add = (target: RecordRef): void => {
    client.links
      .create({
        fields: {
          type: 'explains',
          fromKind: 'session',
          fromId: sessionId,
          toKind: 'case',
          toId: target.id,
          toTitle: target.title,
        },
      })
      .catch(tell);
  };
  const remove = async (linkId: string): Promise<void> => {
    try {
      await client.links.remove({ ids: [linkId] });
      toasts.show({
        text: t('widgets:links.removed'),
        action: {
          label: t('common:undo'),
          run: () => void client.links.restore({ ids: [linkId] }).catch(tell),
        },
      });
    } catch (error) {
      tell(error);
    }
  };

  return (
    <div className="flex flex-col gap-2">
      {data && linked.length === 0 ? <p className="text-sm text-ink-faint">{t('cases.empty')}</p> : null}
      {linked.length > 0 ? (
        <ul aria-label={t('cases')} className="flex flex-col gap-1">
          {linked.map(({ link, other }) => (
            <li key={link.id} className="group flex min-h-7 items-center gap-1 text-sm">
              <span className="flex min-w-0 flex-1">
                {other ? <RecordLink record={other} /> : <bdi className="text-ink-soft">{link.toTitle}</bdi>}
              </span>
              {isReadOnly ? null : (
                <IconButton
                  size="sm"
                  tooltip={false}
                  label={t('cases.remove', { title: other?.title ?? link.toTitle })}
                  className="opacity-0 group-hover:opacity-100 focus-visible:opacity-100 [@media(hover:none)]:opacity-100"
                  onPress={() => void remove(link.id)}
                >
                  <X aria-hidden="true" />
                </IconButton>
              )}
            </li>
          ))}
        </ul>
      ) : null}
      {isReadOnly ? null : (
        <RecordPicker
          hideLabel
          label={t('cases.add')}
          placeholder={t('cases.add')}
          kinds={['case']}
          exclude={linked.map((one) => one.link.toId)}
          onPick={add}
        />
      )}
    </div>
  );
});
