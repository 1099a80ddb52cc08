import { useQuery } from '@tanstack/react-query';
import { Speech } from 'lucide-react';
import { api } from '../../client/index.ts';
import { useFormat, useT } from '../../i18n/index.ts';
import { LinkButton, Page, PageHeader, Skeleton } from '../../ui/index.ts';
import { useRecordRef } from '../../widgets/index.ts';
import { FreshStart } from './fresh-start.tsx';
import { LeavingList } from './leaving-list.tsx';
import { QuestionsWaiting, RefSection, SessionsAhead } from './sections.tsx';

/** Transfer at a glance: who is leaving, today's session, what waits. */
export function HomePage() {
  const t = useT('home');
  const format = useFormat();
  const { data: overview } = useQuery(api.home.overview.queryOptions({ input: {} }));
  const { data: settings } = useQuery(api.settings.get.queryOptions({ input: {} }));
  const { data: counts } = useQuery(api.records.counts.queryOptions({ input: {} }));
  const me = useRecordRef('person', settings?.library?.meId ?? null);

  const hour = new Date().getHours();
  const greeting = hour < 11 ? t('title.morning') : hour < 17 ? t('title.day') : t('title.evening');
  const title = me ? t('title.named', { greeting, name: me.title.split(' · ', 1)[0] ?? me.title }) : greeting;
  const kept = counts?.counts;
  const isFresh =
    kept !== undefined &&
    (kept.note ?? 0) + (kept.session ?? 0) + (kept.case ?? 0) + (kept.question ?? 0) === 0;

  return (
    <Page width="wide">
      <PageHeader
        above={format.date(new Date().toISOString(), 'weekday')}
        title={title}
        actions={
          <LinkButton tone="primary" href="/sessions?new" icon={<Speech aria-hidden="true" />}>
            {t('start')}
          </LinkButton>
        }
      />
      {overview === undefined ? (
        <Skeleton label={t('common:loading')} lines={8} />
      ) : isFresh ? (
        <FreshStart />
      ) : (
        <div className="grid items-start gap-x-12 gap-y-10 pt-3 lg:grid-cols-[minmax(0,1.55fr)_minmax(0,1fr)]">
          <div className="flex flex-col gap-10">
            <LeavingList people={overview.leaving} />
            <QuestionsWaiting questions={overview.openQuestions} total={overview.openQuestionCount} />
          </div>
          <div className="flex flex-col gap-10">
            <SessionsAhead sessions={overview.sessions} />
            {overview.drafts.length > 0 ? (
              <RefSection title={t('drafts.title')} refs={overview.drafts} empty="" />
            ) : null}
            <RefSection
              title={t('verify.title')}
              refs={overview.toVerify.slice(0, 5)}
              empty={t('verify.empty')}
              more={overview.toVerifyCount > 5 ? t('verify.more', { count: overview.toVerifyCount - 5 }) : ''}
            />
            {overview.recent.length > 0 ? (
              <RefSection title={t('recent.title')} refs={overview.recent.slice(0, 6)} empty="" />
            ) : null}
          </div>
        </div>
      )}
    </Page>
  );
}
