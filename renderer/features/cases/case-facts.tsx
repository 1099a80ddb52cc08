import { Pencil } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { type Case, isContentKey } from '../../../shared/domain/case.ts';
import { AUDIENCES } from '../../../shared/domain/record.ts';
import { useFormat, useT } from '../../i18n/index.ts';
import { Button, Select, TextField } from '../../ui/index.ts';
import { type FormFields, RecordLinkById } from '../../widgets/index.ts';
import { sayCaseDate } from './case-date.ts';
import { CustomerPicker } from './customer-picker.tsx';
import { OWN_SOURCE } from './own-source.ts';

export interface CaseFactsProps {
  readonly record: Case;
  readonly set: (fields: FormFields<'cases'>) => void;
  readonly isReadOnly: boolean;
}

const EDITABLE = [
  'product',
  'status',
  'priority',
  'channel',
  'openedAt',
  'closedAt',
  'customerName',
] as const;

/** The short facts of a case. Only what is known is shown; Edit shows every field. */
export function CaseFacts({ record, set, isReadOnly }: CaseFactsProps) {
  const t = useT('cases');
  const format = useFormat();
  const [isEditing, setEditing] = useState(false);
  const isOwn = record.source === OWN_SOURCE;
  const facts: ReadonlyArray<readonly [string, ReactNode]> = [
    [
      t('customer'),
      record.customerId ? (
        <RecordLinkById kind="customer" id={record.customerId} />
      ) : (
        record.customerName && <bdi>{record.customerName}</bdi>
      ),
    ],
    [t('product'), record.product && <bdi>{record.product}</bdi>],
    [t('status'), record.status && <bdi>{record.status}</bdi>],
    [t('priority'), record.priority && <bdi>{record.priority}</bdi>],
    [t('openedAt'), sayCaseDate(record.openedAt, format, true)],
    [t('closedAt'), sayCaseDate(record.closedAt, format, true)],
    [t('channel'), record.channel && <bdi>{record.channel}</bdi>],
    [t('source'), isOwn ? t('ownSource') : <bdi>{record.source}</bdi>],
    // A key made from a row's content says nothing to anybody, nor does the id of a case written here.
    [t('key'), isOwn || isContentKey(record.externalKey) ? '' : <bdi>{record.externalKey}</bdi>],
    [t('audience'), record.audience === 'team' ? '' : t(`common:audience.${record.audience}`)],
  ];
  return (
    <section aria-label={t('panel.title')} className="pb-5">
      {isEditing ? (
        <div className="grid gap-x-5 gap-y-4 @lg:grid-cols-2">
          {EDITABLE.map((name) => (
            <TextField
              key={name}
              label={t(name === 'customerName' ? 'customer' : name)}
              value={record[name]}
              maxLength={2_000}
              onChange={(value) => set({ [name]: value })}
            />
          ))}
          <CustomerPicker
            value={record.customerId}
            suggestion={record.customerName}
            onChange={(customerId) => set({ customerId })}
          />
          <Select
            label={t('audience')}
            value={record.audience}
            options={AUDIENCES.map((id) => ({ id, label: t(`common:audience.${id}`) }))}
            onChange={(audience) => set({ audience })}
          />
        </div>
      ) : (
        <dl className="grid grid-cols-2 gap-x-6 gap-y-3 @lg:grid-cols-3">
          {facts
            .filter(([, value]) => value !== '' && value !== null)
            .map(([name, value]) => (
              <div key={name} className="flex min-w-0 flex-col">
                <dt className="text-xs text-ink-faint">{name}</dt>
                <dd className="min-w-0 text-base break-words">{value}</dd>
              </div>
            ))}
        </dl>
      )}
      {isReadOnly ? null : (
        <Button
          size="sm"
          tone="quiet"
          className="mt-3 -ms-2.5"
          icon={isEditing ? null : <Pencil aria-hidden="true" />}
          onPress={() => setEditing((on) => !on)}
        >
          {t(isEditing ? 'edit.done' : 'edit.facts')}
        </Button>
      )}
    </section>
  );
}
