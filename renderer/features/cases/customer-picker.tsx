import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client, useTellProblem } from '../../client/index.ts';
import { useT } from '../../i18n/index.ts';
import { ComboBox } from '../../ui/index.ts';
import { matchesWords, RecordIcon } from '../../widgets/index.ts';

const CREATE = 'create';

export interface CustomerPickerProps {
  readonly value: string | null;
  /** The name the source gives: offered to become a customer of the library. */
  readonly suggestion: string;
  readonly onChange: (customerId: string | null) => void;
}

/** Joins a case to a customer this library knows. Names not yet known can be added on the way. */
export function CustomerPicker({ value, suggestion, onChange }: CustomerPickerProps) {
  const t = useT('cases');
  const tell = useTellProblem();
  const { data } = useQuery(api.customers.list.queryOptions({ input: { sort: 'name', limit: 500 } }));
  const customers = data?.items ?? [];
  const current = customers.find((one) => one.id === value)?.name ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? current;
  const offered =
    typed === null || typed === current
      ? customers
      : customers.filter((one) => matchesWords(typed, [one.name]));
  const name = (typed === current ? '' : (typed ?? '')).trim() || (value === null ? suggestion.trim() : '');
  const canCreate = name !== '' && !customers.some((one) => one.name === name);
  return (
    <ComboBox
      label={t('customerPick')}
      filteredOutside
      value={value}
      inputValue={text}
      onInputChange={(next) => {
        setTyped(next === current ? null : next);
        if (next === '' && value !== null) onChange(null);
      }}
      placeholder={t('customerPick.none')}
      options={[
        ...(canCreate ? [{ id: CREATE, label: t('customerPick.create', { name }) }] : []),
        ...offered.map((one) => ({ id: one.id, label: one.name, icon: <RecordIcon kind="customer" /> })),
      ]}
      onChange={(id) => {
        // The name stands in the box at once: were it to change a moment later, the list would open again.
        setTyped(id === CREATE ? name : (customers.find((one) => one.id === id)?.name ?? null));
        if (id !== CREATE) {
          if (id !== null) onChange(id);
          return;
        }
        client.customers.create({ fields: { name } }).then((made) => onChange(made.id), tell);
      }}
    />
  );
}
