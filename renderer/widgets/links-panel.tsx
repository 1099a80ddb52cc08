import { useMutation, useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { LinkAround } from '../../shared/contract/links.ts';
import type { LinkType } from '../../shared/domain/link.ts';
import type { FindableKind } from '../../shared/domain/record.ts';
import { api, client, type RecordRef, useTellProblem } from '../client/index.ts';
import { useT } from '../i18n/index.ts';
import { IconButton, Select, Skeleton, toasts } from '../ui/index.ts';
import { RecordLink } from './record-link.tsx';
import { RecordPicker } from './record-picker.tsx';

const TYPES = [
  'see-also',
  'explains',
  'example-of',
  'resolves',
  'contradicts',
  'derived-from',
  'replaces',
] as const satisfies readonly LinkType[];

export interface LinksPanelProps {
  readonly kind: FindableKind;
  readonly id: string;
  readonly isReadOnly?: boolean;
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h3 className="pb-1.5 text-xs font-semibold text-ink-faint">{title}</h3>
      <ul className="flex flex-col gap-2">{children}</ul>
    </section>
  );
}

/** What this record points at, what points at it, where it is mentioned and used; and a way to add more. */
export function LinksPanel({ kind, id, isReadOnly = false }: LinksPanelProps) {
  const t = useT('widgets');
  const tell = useTellProblem();
  const [type, setType] = useState<LinkType>('see-also');
  const { data } = useQuery(api.links.around.queryOptions({ input: { kind, id } }));
  const create = useMutation(api.links.create.mutationOptions());

  const remove = async (link: LinkAround['link']): Promise<void> => {
    try {
      await client.links.remove({ ids: [link.id] });
      toasts.show({
        text: t('links.removed'),
        action: {
          label: t('common:undo'),
          run: () => void client.links.restore({ ids: [link.id] }).catch(tell),
        },
      });
    } catch (error) {
      tell(error);
    }
  };
  const add = (target: RecordRef): void =>
    create.mutate({
      fields: {
        type,
        fromKind: kind,
        fromId: id,
        toKind: target.kind,
        toId: target.id,
        toTitle: target.title,
      },
    });

  const row = ({ link, other }: LinkAround, words: string): ReactNode => (
    <li key={link.id} className="group flex items-start gap-1 text-sm">
      <div className="min-w-0 flex-1">
        <span className="block text-xs text-ink-faint">{words}</span>
        {other ? (
          <RecordLink record={other} block={other.id === link.toId ? link.toBlock : link.fromBlock} />
        ) : (
          <span className="text-ink-soft">
            <bdi>{link.toTitle}</bdi> <span className="text-xs text-ink-faint">({t('links.missing')})</span>
          </span>
        )}
      </div>
      {isReadOnly ? null : (
        <IconButton
          label={t('links.remove', { title: other?.title ?? link.toTitle })}
          size="sm"
          tooltip={false}
          className="opacity-0 group-hover:opacity-100 focus-visible:opacity-100 [@media(hover:none)]:opacity-100"
          onPress={() => void remove(link)}
        >
          <X aria-hidden="true" />
        </IconButton>
      )}
    </li>
  );
  const refs = (list: readonly RecordRef[]): ReactNode =>
    list.map((ref) => (
      <li key={`${ref.kind} ${ref.id}`} className="flex text-sm">
        <RecordLink record={ref} />
      </li>
    ));

  if (!data) return <Skeleton label={t('common:loading')} lines={4} />;
  const isEmpty =
    data.outgoing.length + data.incoming.length + data.mentionedBy.length + data.usedBy.length === 0;
  const linked = data.outgoing.flatMap((one) => (one.other ? [one.other.id] : []));
  return (
    <div className="flex flex-col gap-5">
      {isReadOnly ? null : (
        <div className="flex flex-col gap-2">
          <Select
            size="sm"
            label={t('links.type')}
            value={type}
            onChange={setType}
            options={TYPES.map((one) => ({ id: one, label: t(`common:link.${one}`) }))}
          />
          <RecordPicker label={t('links.target')} hideLabel exclude={[id, ...linked]} onPick={add} />
        </div>
      )}
      {isEmpty ? <p className="text-sm text-ink-faint">{t('links.empty')}</p> : null}
      {data.outgoing.length > 0 ? (
        <Group title={t('links.outgoing')}>
          {data.outgoing.map((one) => row(one, t(`common:link.${one.link.type}`)))}
        </Group>
      ) : null}
      {data.incoming.length > 0 ? (
        <Group title={t('links.incoming')}>
          {data.incoming.map((one) => row(one, t(`common:linkBack.${one.link.type}`)))}
        </Group>
      ) : null}
      {data.mentionedBy.length > 0 ? (
        <Group title={t('links.mentionedBy')}>{refs(data.mentionedBy)}</Group>
      ) : null}
      {data.usedBy.length > 0 ? <Group title={t('links.usedBy')}>{refs(data.usedBy)}</Group> : null}
    </div>
  );
}
