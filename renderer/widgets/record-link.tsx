import type { FindableKind } from '../../shared/domain/record.ts';
import type { RecordRef } from '../client/index.ts';
import { useT } from '../i18n/index.ts';
import { cx, OneLine, TextLink } from '../ui/index.ts';
import { RecordIcon } from './record-icon.tsx';
import { recordPath } from './record-path.ts';
import { useRecordRef } from './record-refs.ts';

export interface RecordLinkProps {
  readonly record: Pick<RecordRef, 'kind' | 'id' | 'title'> & Partial<RecordRef>;
  readonly block?: string | null;
  readonly showIcon?: boolean;
  readonly className?: string | undefined;
}

/** Icon and title of any record, leading to its page. The title keeps its own direction. */
export function RecordLink({ record, block, showIcon = true, className }: RecordLinkProps) {
  const t = useT('common');
  return (
    <span className={cx('inline-flex max-w-full min-w-0 items-baseline gap-1.5', className)}>
      {showIcon ? (
        <RecordIcon kind={record.kind} className="size-3.5 shrink-0 self-center text-ink-faint" />
      ) : null}
      <TextLink href={recordPath(record.kind, record.id, block ?? null)} className="min-w-0">
        <OneLine className={record.deletedAt ? 'line-through' : undefined}>
          {record.title || t('untitled')}
        </OneLine>
      </TextLink>
      {record.deletedAt ? <span className="shrink-0 text-xs text-ink-faint">({t('inBin')})</span> : null}
    </span>
  );
}

/** The same by id: looks the title up. Shows a dash for a record that is not here. */
export function RecordLinkById({
  kind,
  id,
  showIcon = true,
}: {
  readonly kind: FindableKind;
  readonly id: string;
  readonly showIcon?: boolean;
}) {
  const ref = useRecordRef(kind, id);
  return ref ? <RecordLink record={ref} showIcon={showIcon} /> : <span className="text-ink-faint">–</span>;
}

/** A person's name without a link, for rows that are links already. */
export function PersonName({ id }: { readonly id: string | null }) {
  const ref = useRecordRef('person', id);
  return <bdi>{ref?.title ?? ''}</bdi>;
}
