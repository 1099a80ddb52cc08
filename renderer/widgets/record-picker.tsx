import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import type { FindableKind } from '../../shared/domain/record.ts';
import { api, type RecordRef } from '../client/index.ts';
import { useT } from '../i18n/index.ts';
import { ComboBox } from '../ui/index.ts';
import { RecordIcon } from './record-icon.tsx';

export interface RecordPickerProps {
  readonly label: string;
  readonly hideLabel?: boolean;
  /** Leave out to offer every kind. */
  readonly kinds?: readonly FindableKind[];
  readonly onPick: (record: RecordRef) => void;
  /** Ids that are not offered (the record itself, ones already there). */
  readonly exclude?: readonly string[];
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
  readonly isDisabled?: boolean;
}

/** Finds a record as one types and hands it over; then it is empty again, ready for the next. */
export function RecordPicker({
  label,
  hideLabel,
  kinds,
  onPick,
  exclude = [],
  placeholder,
  autoFocus,
  isDisabled,
}: RecordPickerProps) {
  const t = useT('widgets');
  const [text, setText] = useState('');
  const query = useDeferredValue(text.trim());
  const { data } = useQuery({
    ...api.search.suggest.queryOptions({
      input: { query, limit: 20, ...(kinds ? { kinds: [...kinds] } : {}) },
    }),
    placeholderData: keepPreviousData,
    gcTime: 30_000,
  });
  const refs = (data ?? []).filter((ref) => !exclude.includes(ref.id));
  return (
    <ComboBox
      label={label}
      hideLabel={hideLabel}
      filteredOutside
      value={null}
      inputValue={text}
      onInputChange={setText}
      placeholder={placeholder ?? t('picker.search')}
      emptyText={query === '' ? t('picker.start') : t('picker.nothing')}
      autoFocus={autoFocus ?? false}
      isDisabled={isDisabled ?? false}
      options={refs.map((ref) => ({
        id: `${ref.kind} ${ref.id}`,
        label: ref.title || t('common:untitled'),
        hint: kinds?.length === 1 ? ref.subtitle : t(`common:kind.${ref.kind}`),
        icon: <RecordIcon kind={ref.kind} />,
      }))}
      onChange={(key) => {
        const ref = refs.find((one) => `${one.kind} ${one.id}` === key);
        if (!ref) return;
        setText('');
        onPick(ref);
      }}
    />
  );
}
