import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { TopicItem } from '../../../shared/contract/topics.ts';
import { client, useTellProblem } from '../../client/index.ts';
import { useT } from '../../i18n/index.ts';
import { RecordLink } from '../../widgets/index.ts';

/** The topics one level below, and a line to add the next. */
export function SubTopics({
  parentId,
  items,
  nameOf,
  isReadOnly = false,
}: {
  readonly parentId: string;
  readonly items: readonly TopicItem[];
  readonly nameOf: (topic: TopicItem) => string;
  readonly isReadOnly?: boolean;
}) {
  const t = useT('topics');
  const tell = useTellProblem();
  const [name, setName] = useState('');
  const add = (): void => {
    const wanted = name.trim();
    if (wanted === '') return;
    setName('');
    client.topics.create({ fields: { name: wanted, parentId, position: items.length } }).catch((error) => {
      setName(wanted);
      tell(error);
    });
  };
  return (
    <div className="flex flex-col gap-1.5">
      {items.length > 0 ? (
        <ul aria-label={t('children')} className="flex flex-col gap-1.5">
          {items.map((topic) => (
            <li key={topic.id} className="flex">
              <RecordLink record={{ kind: 'topic', id: topic.id, title: nameOf(topic) }} />
            </li>
          ))}
        </ul>
      ) : null}
      {isReadOnly ? null : (
        <div className="flex items-center gap-2">
          <Plus aria-hidden="true" className="size-4 shrink-0 text-ink-faint" />
          <input
            aria-label={t('child.add')}
            placeholder={t('child.placeholder')}
            dir="auto"
            maxLength={500}
            value={name}
            onChange={(event) => setName(event.target.value)}
            onBlur={add}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) add();
            }}
            className="min-h-8 min-w-0 flex-1 rounded-sm bg-transparent px-1 text-base outline-none placeholder:text-ink-faint focus-visible:outline-2 focus-visible:outline-focus"
          />
        </div>
      )}
    </div>
  );
}
