import { CircleStop, Pause, Play } from 'lucide-react';
import { useEffect, useState } from 'react';
import { elapsedSeconds, type Session } from '../../../shared/domain/session.ts';
import { client, useTellProblem } from '../../client/index.ts';
import { useFormat, useT } from '../../i18n/index.ts';
import { Button, cx } from '../../ui/index.ts';

export interface SessionClockProps {
  readonly session: Pick<Session, 'id' | 'state' | 'clockStartedAt' | 'elapsedSeconds'>;
  readonly isDisabled?: boolean;
  /** Saves what waits, so that the clock's own save meets the version it expects. */
  readonly beforeChange: () => Promise<unknown>;
  readonly onChange: (session: Session) => void;
}

/** Milliseconds since the epoch, anew each second while `isRunning`. */
const useNow = (isRunning: boolean): number => {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    setNow(Date.now());
    if (!isRunning) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [isRunning]);
  return now;
};

/** The clock on the table. It shows every second and says nothing; only starting, pausing and ending are spoken. */
export function SessionClock({ session, isDisabled = false, beforeChange, onChange }: SessionClockProps) {
  const t = useT('sessions');
  const format = useFormat();
  const tell = useTellProblem();
  const [said, setSaid] = useState('');
  const [isBusy, setBusy] = useState(false);
  const isRunning = session.clockStartedAt !== null;
  const now = useNow(isRunning);
  const seconds = elapsedSeconds(session, new Date(now).toISOString());

  const act = async (action: 'start' | 'pause' | 'end'): Promise<void> => {
    setBusy(true);
    try {
      await beforeChange();
      onChange(await client.sessions.clock({ id: session.id, action }));
      setSaid(t(action === 'start' ? 'clock.started' : action === 'pause' ? 'clock.paused' : 'clock.ended'));
    } catch (error) {
      tell(error);
    } finally {
      setBusy(false);
    }
  };

  const hasBegun = session.state !== 'planned' || session.elapsedSeconds > 0;
  return (
    <div className="flex flex-wrap items-center gap-3">
      <span
        role="timer"
        aria-live="off"
        aria-label={t('clock')}
        dir="ltr"
        className={cx(
          'tabular min-w-[4.5ch] text-2xl font-semibold',
          isRunning ? 'text-brass' : hasBegun ? 'text-ink' : 'text-ink-faint',
        )}
      >
        {format.clock(seconds * 1_000)}
      </span>
      <div className="flex items-center gap-2">
        {isRunning ? (
          <Button
            isDisabled={isDisabled || isBusy}
            icon={<Pause aria-hidden="true" />}
            onPress={() => void act('pause')}
          >
            {t('clock.pause')}
          </Button>
        ) : (
          <Button
            tone={session.state === 'ended' ? 'quiet' : 'primary'}
            isDisabled={isDisabled || isBusy}
            icon={<Play aria-hidden="true" />}
            onPress={() => void act('start')}
          >
            {session.state === 'ended' ? t('clock.again') : hasBegun ? t('clock.resume') : t('clock.start')}
          </Button>
        )}
        {session.state === 'running' || session.state === 'paused' ? (
          <Button
            isDisabled={isDisabled || isBusy}
            icon={<CircleStop aria-hidden="true" />}
            onPress={() => void act('end')}
          >
            {t('clock.end')}
          </Button>
        ) : null}
      </div>
      <span role="status" className="sr-only">
        {said}
      </span>
    </div>
  );
}
