import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../client/index.ts';
import { useLanguage, useT } from '../../i18n/index.ts';
import { ComboBox } from '../../ui/index.ts';
import { matchesWords, RecordIcon, topicName } from '../../widgets/index.ts';

export interface ScopePickerProps {
  readonly type: 'playbook' | 'topic';
  readonly value: string | null;
  readonly onChange: (id: string) => void;
}

/** Which playbook, or which topic. */
export function ScopePicker({ type, value, onChange }: ScopePickerProps) {
  const t = useT('packages');
  const { language } = useLanguage();
  const playbooks = useQuery({
    ...api.playbooks.list.queryOptions({ input: { sort: 'title', limit: 500 } }),
    enabled: type === 'playbook',
  });
  const topics = useQuery({
    ...api.topics.list.queryOptions({ input: { sort: 'name', limit: 500 } }),
    enabled: type === 'topic',
  });
  const entries =
    type === 'playbook'
      ? (playbooks.data?.items ?? []).map((one) => ({
          id: one.id,
          label: one.title || t('common:untitled'),
          words: [one.title],
        }))
      : (topics.data?.items ?? []).map((one) => ({
          id: one.id,
          label: topicName(one, language),
          words: [one.name, ...one.names.map((name) => name.name), ...one.synonyms],
        }));
  const current = entries.find((one) => one.id === value)?.label ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <ComboBox
      className="max-w-xl"
      label={t(type === 'playbook' ? 'ex.pick.playbook' : 'ex.pick.topic')}
      filteredOutside
      value={value}
      inputValue={typed ?? current}
      onInputChange={(next) => setTyped(next === current ? null : next)}
      placeholder={t('ex.pick.search')}
      {...(type === 'playbook' && playbooks.data?.total === 0 ? { emptyText: t('ex.noPlaybooks') } : {})}
      options={entries
        .filter((one) => typed === null || typed === current || matchesWords(typed, one.words))
        .map((one) => ({ id: one.id, label: one.label, icon: <RecordIcon kind={type} /> }))}
      onChange={(id) => {
        // The name stands in the box at once: were it to change a moment later, the list would open again.
        setTyped(entries.find((one) => one.id === id)?.label ?? null);
        if (id !== null) onChange(id);
      }}
    />
  );
}
