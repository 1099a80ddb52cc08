import type { SessionItem } from '../../../shared/contract/sessions.ts';
import { isolate, useFormat, useLanguage, useT } from '../../i18n/index.ts';
import { Badge, OneLine } from '../../ui/index.ts';
import { momentOf, type SessionGroup } from './session-groups.ts';

const TONES = { running: 'good', paused: 'warn', planned: 'neutral', ended: 'neutral' } as const;

/** A state in a word; the ordinary ones (planned ahead, ended in the past) need none. */
export function SessionState({ state }: { readonly state: SessionItem['state'] }) {
  const t = useT('sessions');
  return <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>;
}

export interface SessionRowProps {
  readonly session: SessionItem;
  readonly group: SessionGroup;
  readonly mentorshipTitle: string;
  readonly people: readonly string[];
}

/** One sitting in the list: when, what, who. */
export function SessionRow({ session, group, mentorshipTitle, people }: SessionRowProps) {
  const t = useT('sessions');
  const format = useFormat();
  const { direction } = useLanguage();
  const moment = momentOf(session);
  const isNews = session.state === 'running' || session.state === 'paused';
  return (
    <span className="flex flex-wrap items-start gap-x-4 gap-y-1">
      <span className="tabular w-24 shrink-0 pt-px text-sm text-ink-soft max-sm:flex max-sm:w-full max-sm:items-baseline max-sm:gap-2">
        {moment === null ? (
          <span className="text-ink-faint">{t('when.none')}</span>
        ) : group === 'today' ? (
          <span className="font-medium">{format.time(moment)}</span>
        ) : (
          <>
            <span className="block">{format.date(moment, 'short')}</span>
            <span className="block text-xs text-ink-faint">{format.time(moment)}</span>
          </>
        )}
      </span>
      <span className="flex min-w-0 flex-1 basis-48 flex-col gap-0.5">
        <OneLine className="font-medium">{session.title}</OneLine>
        <span className="truncate text-sm text-ink-faint">
          {[
            mentorshipTitle,
            ...(people.length > 0 ? [format.list(people.map((name) => isolate(name, direction)))] : []),
          ]
            .filter(Boolean)
            .map((part, at) => (
              <span key={part}>
                {at > 0 ? ' · ' : ''}
                {at === 0 && mentorshipTitle ? <bdi>{part}</bdi> : part}
              </span>
            ))}
        </span>
      </span>
      <span className="flex flex-wrap items-center gap-2 pt-px sm:justify-end">
        {session.openActions > 0 ? (
          <Badge tone="brass">{t('actions.open', { count: session.openActions })}</Badge>
        ) : null}
        {session.kind === 'mentoring' ? null : <Badge>{t(`kind.${session.kind}`)}</Badge>}
        {isNews ? <SessionState state={session.state} /> : null}
        {session.state === 'ended' && session.elapsedSeconds >= 60 ? (
          <span className="tabular text-xs text-ink-faint">
            {format.duration(session.elapsedSeconds * 1000)}
          </span>
        ) : null}
      </span>
    </span>
  );
}
