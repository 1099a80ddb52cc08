import { Plus, X } from 'lucide-react';
import { type Customer, PREFERENCE_AREAS } from '../../../shared/domain/customer.ts';
import { useT } from '../../i18n/index.ts';
import { Button, IconButton, Select, TextField } from '../../ui/index.ts';

interface RowsProps<Row> {
  readonly rows: readonly Row[];
  readonly isReadOnly: boolean;
  readonly onChange: (rows: Row[]) => void;
}

const changeAt = <Row,>(rows: readonly Row[], at: number, fields: Partial<Row>): Row[] =>
  rows.map((row, index) => (index === at ? { ...row, ...fields } : row));
const without = <Row,>(rows: readonly Row[], at: number): Row[] => rows.filter((_, index) => index !== at);

/** How a customer likes it done, by area. */
export function PreferenceRows({ rows, isReadOnly, onChange }: RowsProps<Customer['preferences'][number]>) {
  const t = useT('cases');
  return (
    <div className="flex flex-col items-start gap-3">
      {rows.length === 0 ? (
        <p className="text-base text-ink-soft">{t('customers.preferences.empty')}</p>
      ) : (
        <ul aria-label={t('customers.preferences')} className="flex w-full flex-col gap-2">
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows have no identity of their own
            <li
              key={at}
              className="grid grid-cols-[1fr_auto] items-center gap-2 @md:grid-cols-[9rem_1fr_auto]"
            >
              <Select
                hideLabel
                label={t('customers.preferences.area')}
                value={row.area}
                isDisabled={isReadOnly}
                options={PREFERENCE_AREAS.map((id) => ({ id, label: t(`customers.area.${id}`) }))}
                onChange={(area) => onChange(changeAt(rows, at, { area }))}
              />
              <TextField
                className="@max-md:row-start-2"
                hideLabel
                label={t('customers.preferences.text')}
                value={row.text}
                maxLength={2_000}
                isReadOnly={isReadOnly}
                onChange={(text) => onChange(changeAt(rows, at, { text }))}
              />
              {isReadOnly ? null : (
                <IconButton
                  size="sm"
                  label={t('customers.preferences.remove')}
                  onPress={() => onChange(without(rows, at))}
                >
                  <X aria-hidden="true" />
                </IconButton>
              )}
            </li>
          ))}
        </ul>
      )}
      {isReadOnly || rows.length >= 50 ? null : (
        <Button
          size="sm"
          icon={<Plus aria-hidden="true" />}
          onPress={() => onChange([...rows, { area: 'service', text: '' }])}
        >
          {t('customers.preferences.add')}
        </Button>
      )}
    </div>
  );
}

/** The people one talks to there. */
export function ContactRows({ rows, isReadOnly, onChange }: RowsProps<Customer['contacts'][number]>) {
  const t = useT('cases');
  const fields = ['name', 'role', 'contact'] as const;
  return (
    <div className="flex flex-col items-start gap-3">
      {rows.length === 0 ? (
        <p className="text-base text-ink-soft">{t('customers.contacts.empty')}</p>
      ) : (
        <ul aria-label={t('customers.contacts')} className="flex w-full flex-col gap-3">
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows have no identity of their own
            <li key={at} className="flex items-center gap-2">
              <div className="grid flex-1 gap-2 @lg:grid-cols-3">
                {fields.map((name) => (
                  <TextField
                    key={name}
                    hideLabel
                    label={t(`customers.contacts.${name}`)}
                    placeholder={t(`customers.contacts.${name}`)}
                    value={row[name]}
                    maxLength={2_000}
                    isReadOnly={isReadOnly}
                    onChange={(value) => onChange(changeAt(rows, at, { [name]: value }))}
                  />
                ))}
              </div>
              {isReadOnly ? null : (
                <IconButton
                  size="sm"
                  label={t('customers.contacts.remove', { name: row.name })}
                  onPress={() => onChange(without(rows, at))}
                >
                  <X aria-hidden="true" />
                </IconButton>
              )}
            </li>
          ))}
        </ul>
      )}
      {isReadOnly || rows.length >= 100 ? null : (
        <Button
          size="sm"
          icon={<Plus aria-hidden="true" />}
          onPress={() => onChange([...rows, { name: '', role: '', contact: '' }])}
        >
          {t('customers.contacts.add')}
        </Button>
      )}
    </div>
  );
}
