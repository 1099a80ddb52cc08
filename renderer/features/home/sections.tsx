import { type ReactNode, useId } from 'react';
import type { Overview } from '../../../shared/contract/home.ts';
import type { RecordRef } from '../../client/index.ts';
import { useFormat, useT } from '../../i18n/index.ts';
import { Badge, OneLine, TextLink } from '../../ui/index.ts';
import { RecordIcon, recordPath } from '../../widgets/index.ts';

/** A titled list on the home page: a hairline, rows, and words when there is nothing. */
export function Section({
  title,
  aside,
  children,
}: {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <header className="flex min-h-8 items-baseline justify-between gap-3 border-b border-line pb-1.5">
        <h2 id={id} className="text-sm font-semibold text-ink-soft">
          {title}
        </h2>
        {aside ? <div className="text-sm">{aside}</div> : null}
      </header>
      {children}
    </section>
  );
}

function Empty({ children }: { readonly children: ReactNode }) {
  return <p className="py-3 text-base text-ink-faint">{children}</p>;
}

const rowLook = 'flex min-h-10 items-center gap-2.5 border-b border-line/60 py-2 last:border-b-0';
const titleLink = 'min-w-0 text-ink decoration-transparent';

export function QuestionsWaiting({
  questions,
  total,
}: {
  readonly questions: Overview['openQuestions'];
  readonly total: number;
}) {
  const t = useT('home');
  const format = useFormat();
  return (
    <Section
      title={t('questions.title')}
      aside={
        total > 0 ? <TextLink href="/questions">{t('questions.all', { count: total })}</TextLink> : undefined
      }
    >
      {questions.length === 0 ? <Empty>{t('questions.empty')}</Empty> : null}
      <ul>
        {questions.slice(0, 6).map((question) => (
          <li key={question.id} className={rowLook}>
            <RecordIcon kind="question" className="size-4 shrink-0 text-ink-faint" />
            <TextLink href={recordPath('question', question.id)} className={titleLink}>
              <OneLine>{question.title}</OneLine>
            </TextLink>
            <span className="ms-auto shrink-0 ps-2 text-xs text-ink-faint">
              {format.relative(question.createdAt, Date.now())}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function SessionsAhead({ sessions }: { readonly sessions: Overview['sessions'] }) {
  const t = useT('home');
  const format = useFormat();
  const isToday = (time: string): boolean => new Date(time).toDateString() === new Date().toDateString();
  return (
    <Section title={t('sessions.title')} aside={<TextLink href="/sessions">{t('common:all')}</TextLink>}>
      {sessions.length === 0 ? <Empty>{t('sessions.empty')}</Empty> : null}
      <ul>
        {sessions.slice(0, 4).map((session) => (
          <li key={session.id} className="flex flex-col gap-0.5 border-b border-line/60 py-2 last:border-b-0">
            <TextLink href={recordPath('session', session.id)} className={titleLink}>
              <OneLine>{session.title}</OneLine>
            </TextLink>
            <span className="flex items-center gap-2 text-xs text-ink-faint">
              {session.state === 'running' || session.state === 'paused' ? (
                <Badge tone="bad">{t('sessions.running')}</Badge>
              ) : null}
              {session.plannedAt !== null && isToday(session.plannedAt) ? (
                <Badge tone="brass">{t('sessions.today')}</Badge>
              ) : null}
              {session.plannedAt === null ? null : format.dateTime(session.plannedAt)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function RefSection({
  title,
  refs,
  empty,
  more = '',
}: {
  readonly title: string;
  readonly refs: readonly RecordRef[];
  readonly empty: string;
  readonly more?: string;
}) {
  const t = useT('common');
  return (
    <Section title={title}>
      {refs.length === 0 ? <Empty>{empty}</Empty> : null}
      <ul>
        {refs.map((ref) => (
          <li key={`${ref.kind} ${ref.id}`} className={rowLook}>
            <RecordIcon kind={ref.kind} className="size-4 shrink-0 text-ink-faint" />
            <TextLink href={recordPath(ref.kind, ref.id)} className={titleLink}>
              <OneLine>{ref.title || t('untitled')}</OneLine>
            </TextLink>
          </li>
        ))}
      </ul>
      {more === '' ? null : <p className="pt-1 text-sm text-ink-faint">{more}</p>}
    </Section>
  );
}
