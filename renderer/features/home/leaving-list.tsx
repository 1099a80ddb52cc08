import type { Overview } from '../../../shared/contract/home.ts';
import { useFormat, useT } from '../../i18n/index.ts';
import { Avatar, Badge, OneLine, Tag, TextLink } from '../../ui/index.ts';
import { recordPath } from '../../widgets/index.ts';
import { Section } from './sections.tsx';

const SOON_DAYS = 60;

/** Who leaves, when, and which topics nobody else holds: the reason the product exists, at the top of its first page. */
export function LeavingList({ people }: { readonly people: Overview['leaving'] }) {
  const t = useT('home');
  const format = useFormat();
  return (
    <Section title={t('leaving.title')}>
      {people.length === 0 ? <p className="py-3 text-base text-ink-faint">{t('leaving.empty')}</p> : null}
      <ul className="flex flex-col gap-3 pt-3">
        {people.slice(0, 4).map((person) => (
          <li key={person.personId} className="rounded-lg border border-line bg-raised p-4 shadow-card">
            <div className="flex items-start gap-3">
              <Avatar name={person.name} />
              <div className="min-w-0 flex-1">
                <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
                  <TextLink
                    href={recordPath('person', person.personId)}
                    className="min-w-0 text-base font-semibold text-ink decoration-transparent"
                  >
                    <OneLine>{person.name}</OneLine>
                  </TextLink>
                  <span className="flex items-center gap-2 text-sm text-ink-soft">
                    {t('leaving.lastDay', { day: format.day(person.lastDay) })}
                    <Badge tone={person.daysLeft <= SOON_DAYS ? 'bad' : 'neutral'}>
                      {format.inDays(person.daysLeft)}
                    </Badge>
                  </span>
                </div>
                <p className="text-sm text-ink-faint">
                  <bdi>{person.role}</bdi>
                </p>
                <p className="pt-2.5 text-base">
                  {person.onlyHolderOf.length > 0
                    ? t('leaving.only', { count: person.onlyHolderOf.length })
                    : t('leaving.shared')}
                </p>
                {person.onlyHolderOf.length > 0 ? (
                  <ul className="flex flex-wrap gap-1.5 pt-1.5">
                    {person.onlyHolderOf.slice(0, 8).map((topic) => (
                      <li key={topic.topicId}>
                        <Tag tone="warn">{topic.name}</Tag>
                      </li>
                    ))}
                  </ul>
                ) : null}
                <p className="pt-2.5 text-sm text-ink-faint">
                  {t('leaving.kept', { notes: person.notes, answers: person.answers })}
                </p>
              </div>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
