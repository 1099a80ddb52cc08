import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useRef } from 'react';
import type { Expertise } from '../../../shared/domain/person.ts';
import { api } from '../../client/index.ts';
import { useLanguage, useT } from '../../i18n/index.ts';
import { IconButton, Select, TextField, toasts } from '../../ui/index.ts';
import { RecordLink, TopicPicker, topicName, useRecordRefs } from '../../widgets/index.ts';

const LEVELS = ['1', '2', '3', '4', '5'] as const;

export interface ExpertiseRowsProps {
  readonly rows: readonly Expertise[];
  readonly onChange: (rows: Expertise[]) => void;
  readonly isReadOnly?: boolean;
}

/** What somebody knows: topic, how well, and how we know. The strongest stands first only when it was put there. */
export function ExpertiseRows({ rows, onChange, isReadOnly = false }: ExpertiseRowsProps) {
  const t = useT('people');
  const { language } = useLanguage();
  // The same question the topic picker asks, so it is answered once. A topic beyond its first page keeps its main name.
  const { data: topics } = useQuery(api.topics.list.queryOptions({ input: { sort: 'name', limit: 500 } }));
  const refs = useRecordRefs(rows.map((row) => ({ kind: 'topic' as const, id: row.topicId })));
  const nameOf = (topicId: string): string | undefined => {
    const topic = topics?.items.find((one) => one.id === topicId);
    return topic ? topicName(topic, language) : refs.get(`topic ${topicId}`)?.title;
  };
  const latest = useRef({ rows, onChange });
  latest.current = { rows, onChange };

  const change = (topicId: string, fields: Partial<Expertise>): void =>
    onChange(rows.map((row) => (row.topicId === topicId ? { ...row, ...fields } : row)));
  const remove = (row: Expertise, at: number, name: string): void => {
    onChange(rows.filter((one) => one !== row));
    toasts.show({
      text: t('expertise.removed', { name }),
      action: {
        label: t('common:undo'),
        run: () => {
          const now = latest.current;
          if (now.rows.some((one) => one.topicId === row.topicId)) return;
          now.onChange([...now.rows.slice(0, at), row, ...now.rows.slice(at)]);
        },
      },
    });
  };

  return (
    <div className="flex flex-col gap-4">
      {rows.length === 0 ? <p className="text-base text-ink-soft">{t('expertise.empty')}</p> : null}
      {rows.length > 0 ? (
        <ul aria-label={t('expertise')} className="flex flex-col">
          {rows.map((row, at) => {
            const topic = refs.get(`topic ${row.topicId}`);
            const name = nameOf(row.topicId) ?? '…';
            return (
              <li
                key={row.topicId}
                className="grid grid-cols-[1fr_auto] items-center gap-x-3 gap-y-2 border-b border-line py-3 last:border-b-0 @lg:grid-cols-[1fr_12.5rem_auto] @3xl:grid-cols-[minmax(8rem,1fr)_12.5rem_minmax(8rem,1.2fr)_auto]"
              >
                <span className="min-w-0">
                  {topic ? (
                    <RecordLink record={{ ...topic, title: name }} />
                  ) : (
                    <span className="text-ink-faint">{name}</span>
                  )}
                </span>
                <Select
                  className="@max-lg:row-start-2"
                  hideLabel
                  label={t('expertise.level', { name })}
                  isDisabled={isReadOnly}
                  value={String(row.level) as (typeof LEVELS)[number]}
                  options={LEVELS.map((level) => ({ id: level, label: t(`level.${level}`) }))}
                  onChange={(level) => change(row.topicId, { level: Number(level) })}
                />
                <TextField
                  className="@max-3xl:row-start-3 @max-3xl:col-span-2 @lg:@max-3xl:row-start-2"
                  hideLabel
                  label={t('expertise.evidence', { name })}
                  placeholder={t('expertise.evidencePlaceholder')}
                  isReadOnly={isReadOnly}
                  value={row.evidence}
                  onChange={(evidence) => change(row.topicId, { evidence })}
                />
                {isReadOnly ? null : (
                  <IconButton
                    size="sm"
                    className="@max-lg:col-start-2 @max-3xl:row-start-1 @lg:@max-3xl:col-start-3"
                    label={t('expertise.remove', { name })}
                    onPress={() => remove(row, at, name)}
                  >
                    <X aria-hidden="true" />
                  </IconButton>
                )}
              </li>
            );
          })}
        </ul>
      ) : null}
      {isReadOnly ? null : (
        <div className="max-w-sm">
          <TopicPicker
            label={t('expertise.add')}
            value={[]}
            exclude={rows.map((row) => row.topicId)}
            onChange={([topicId]) => {
              if (topicId !== undefined) onChange([...rows, { topicId, level: 3, evidence: '' }]);
            }}
          />
        </div>
      )}
    </div>
  );
}
