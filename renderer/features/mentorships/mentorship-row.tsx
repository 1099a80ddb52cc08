import type { MentorshipItem } from '../../../shared/contract/mentorships.ts';
import { isolate, useFormat, useLanguage, useT } from '../../i18n/index.ts';
import { Avatar, OneLine } from '../../ui/index.ts';

export interface MentorshipRowProps {
  readonly mentorship: MentorshipItem;
  readonly mentor: string;
  readonly learners: readonly string[];
}

/** One mentorship in the list: who with whom, how far they are. */
export function MentorshipRow({ mentorship, mentor, learners }: MentorshipRowProps) {
  const t = useT('mentorships');
  const format = useFormat();
  const { direction } = useLanguage();
  const done = mentorship.goals.filter((goal) => goal.done).length;
  const share = mentorship.goals.length === 0 ? 0 : done / mentorship.goals.length;
  return (
    <span className="flex items-center gap-4">
      <span className="flex min-w-20 shrink-0 -space-x-2 rtl:space-x-reverse">
        {[mentor, ...learners].filter(Boolean).length === 0 ? <Avatar name="?" /> : null}
        {[mentor, ...learners]
          .filter(Boolean)
          .slice(0, 3)
          .map((name) => (
            <span key={name} className="rounded-full ring-2 ring-paper">
              <Avatar name={name} />
            </span>
          ))}
      </span>
      <span className="flex min-w-0 flex-1 flex-col gap-0.5">
        <OneLine className="font-medium">{mentorship.title}</OneLine>
        <span className="truncate text-sm text-ink-faint">
          {mentor || learners.length > 0
            ? t('pair', {
                mentor: mentor || t('someone'),
                learners:
                  learners.length > 0
                    ? format.list(learners.map((name) => isolate(name, direction)))
                    : t('someone'),
              })
            : null}
        </span>
      </span>
      <span className="tabular flex w-40 shrink-0 flex-col items-end gap-1 text-xs text-ink-faint max-sm:hidden">
        <span>{t('sessions', { count: mentorship.sessionCount })}</span>
        {mentorship.goals.length > 0 ? (
          <span className="flex items-center gap-2">
            <span aria-hidden="true" className="h-1 w-14 overflow-hidden rounded-full bg-sunken">
              <span
                className="block h-full rounded-full bg-brass-fill"
                style={{ width: `${share * 100}%` }}
              />
            </span>
            {t('goalsDone', { done, count: mentorship.goals.length })}
          </span>
        ) : null}
      </span>
    </span>
  );
}
