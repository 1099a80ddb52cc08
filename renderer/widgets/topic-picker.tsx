import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client, useTellProblem } from '../client/index.ts';
import { useLanguage, useT } from '../i18n/index.ts';
import { ComboBox, Tag } from '../ui/index.ts';
import { RecordIcon } from './record-icon.tsx';

const CREATE = 'create';

export interface TopicPickerProps {
  readonly label: string;
  readonly value: readonly string[];
  readonly onChange: (topicIds: string[]) => void;
  readonly isDisabled?: boolean;
  /** `true` for a single topic (a parent, a filter). */
  readonly single?: boolean;
  readonly exclude?: readonly string[];
}

/** The name of a topic in the language of the interface, else its own. */
export const topicName = (
  topic: {
    readonly name: string;
    readonly names: ReadonlyArray<{ readonly language: string; readonly name: string }>;
  },
  language: string,
): string => topic.names.find((one) => one.language.split('-')[0] === language)?.name || topic.name;

/** Topics of a record, as tags; a name that is not there yet becomes a topic. */
export function TopicPicker({
  label,
  value,
  onChange,
  isDisabled = false,
  single = false,
  exclude = [],
}: TopicPickerProps) {
  const t = useT('widgets');
  const tell = useTellProblem();
  const { language } = useLanguage();
  const [text, setText] = useState('');
  const { data } = useQuery(api.topics.list.queryOptions({ input: { sort: 'name', limit: 500 } }));
  const topics = data?.items ?? [];
  const words = text.trim().normalize('NFKC').toLocaleLowerCase();
  const namesOf = (topic: (typeof topics)[number]): string =>
    [topic.name, ...topic.names.map((one) => one.name), ...topic.synonyms]
      .join('\n')
      .normalize('NFKC')
      .toLocaleLowerCase();
  const offered = topics.filter(
    (topic) => !value.includes(topic.id) && !exclude.includes(topic.id) && namesOf(topic).includes(words),
  );
  const isKnown = topics.some((topic) => namesOf(topic).split('\n').includes(words));
  const add = (id: string): void => {
    setText('');
    onChange(single ? [id] : [...value, id]);
  };
  return (
    <div className="flex flex-col gap-1.5">
      <ComboBox
        label={label}
        filteredOutside
        value={null}
        inputValue={text}
        onInputChange={setText}
        placeholder={t('topic.add')}
        isDisabled={isDisabled}
        options={[
          ...offered.map((topic) => ({
            id: topic.id,
            label: topicName(topic, language),
            icon: <RecordIcon kind="topic" />,
          })),
          ...(words !== '' && !isKnown
            ? [{ id: CREATE, label: t('topic.create', { name: text.trim() }) }]
            : []),
        ]}
        onChange={(id) => {
          if (id === CREATE) {
            client.topics.create({ fields: { name: text.trim() } }).then((topic) => add(topic.id), tell);
          } else if (id !== null) add(id);
        }}
      />
      {value.length > 0 ? (
        <ul aria-label={label} className="flex flex-wrap gap-1.5">
          {value.map((id) => {
            const topic = topics.find((one) => one.id === id);
            const name = topic ? topicName(topic, language) : '…';
            return (
              <li key={id} className="max-w-full">
                <Tag
                  {...(isDisabled
                    ? {}
                    : {
                        onRemove: () => onChange(value.filter((one) => one !== id)),
                        removeLabel: t('topic.remove', { name }),
                      })}
                >
                  {name}
                </Tag>
              </li>
            );
          })}
        </ul>
      ) : null}
    </div>
  );
}
