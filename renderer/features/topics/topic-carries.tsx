import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '../../client/index.ts';
import { useFormat, useT } from '../../i18n/index.ts';
import { Badge, Banner, Skeleton, TextLink } from '../../ui/index.ts';
import { RecordLink } from '../../widgets/index.ts';

const SHOWN = 8;
type Kind = 'note' | 'question' | 'case' | 'playbook' | 'mentorship';

interface Found {
  readonly items: ReadonlyArray<{ readonly id: string; readonly title: string }>;
  readonly total: number;
}

function Group({
  kind,
  found,
  topicId,
}: {
  readonly kind: Kind;
  readonly found: Found;
  readonly topicId: string;
}) {
  const t = useT('topics');
  const format = useFormat();
  if (found.total === 0) return null;
  return (
    <section>
      <h3 className="flex items-baseline gap-2 pb-1.5 text-sm font-medium text-ink-soft">
        {t(`common:kinds.${kind}`)}
        <span className="tabular text-xs font-normal text-ink-faint">{format.number(found.total)}</span>
      </h3>
      <ul className="flex flex-col gap-1.5">
        {found.items.map((item) => (
          <li key={item.id} className="flex">
            <RecordLink record={{ kind, id: item.id, title: item.title }} />
          </li>
        ))}
      </ul>
      {found.total > found.items.length ? (
        <p className="pt-2 text-sm">
          <TextLink href={`/search?topic=${topicId}&kind=${kind}`}>
            {t('carries.all', { count: found.total })}
          </TextLink>
        </p>
      ) : null}
    </section>
  );
}

/** Everything that carries a topic, and who knows it: the question behind it is what would be lost. */
export function TopicCarries({
  topicId,
  criticality,
}: {
  readonly topicId: string;
  readonly criticality: number;
}) {
  const t = useT('topics');
  const filter = { topicId };
  const notes = useQuery(api.notes.list.queryOptions({ input: { filter, limit: SHOWN } })).data;
  const questions = useQuery(api.questions.list.queryOptions({ input: { filter, limit: SHOWN } })).data;
  const cases = useQuery(api.cases.list.queryOptions({ input: { filter, limit: SHOWN } })).data;
  const playbooks = useQuery(api.playbooks.list.queryOptions({ input: { filter, limit: SHOWN } })).data;
  const mentorships = useQuery(api.mentorships.list.queryOptions({ input: { filter, limit: SHOWN } })).data;
  const people = useQuery(api.people.list.queryOptions({ input: { filter, limit: 50 } })).data;
  if (!notes || !questions || !cases || !playbooks || !mentorships || !people)
    return <Skeleton label={t('common:loading')} lines={4} />;
  const total = notes.total + questions.total + cases.total + playbooks.total + mentorships.total;
  const levelOf = (person: (typeof people.items)[number]): number =>
    person.expertise.find((one) => one.topicId === topicId)?.level ?? 0;
  const knowing: ReactNode =
    people.total === 0 ? (
      <p className="text-base text-ink-soft">{t('nobody')}</p>
    ) : (
      <ul className="flex flex-col gap-1.5">
        {[...people.items]
          .sort((a, b) => levelOf(b) - levelOf(a))
          .map((person) => (
            <li key={person.id} className="flex items-center gap-2">
              <RecordLink record={{ kind: 'person', id: person.id, title: person.name }} />
              <Level level={levelOf(person)} />
            </li>
          ))}
      </ul>
    );
  return (
    <div className="flex flex-col gap-6">
      {people.total === 1 && criticality >= 4 ? <Banner tone="warn" title={t('onlyOne')} /> : null}
      <section>
        <h3 className="pb-1.5 text-sm font-medium text-ink-soft">{t('carries.people')}</h3>
        {knowing}
      </section>
      {total === 0 ? (
        <p className="text-base text-ink-soft">{t('carries.empty')}</p>
      ) : (
        <div className="grid gap-6 @lg:grid-cols-2">
          <Group kind="note" found={notes} topicId={topicId} />
          <Group kind="question" found={questions} topicId={topicId} />
          <Group kind="playbook" found={playbooks} topicId={topicId} />
          <Group kind="case" found={cases} topicId={topicId} />
          <Group kind="mentorship" found={mentorships} topicId={topicId} />
        </div>
      )}
    </div>
  );
}

function Level({ level }: { readonly level: number }) {
  const t = useT('people');
  if (level < 1 || level > 5) return null;
  return <Badge tone={level >= 4 ? 'good' : 'neutral'}>{t(`level.${level as 1 | 2 | 3 | 4 | 5}`)}</Badge>;
}
