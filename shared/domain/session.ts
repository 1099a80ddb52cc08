import { z } from 'zod';
import { type Time, timeSchema } from '../base/clock.ts';
import { idSchema } from '../base/ids.ts';
import { documentSchema, EMPTY_DOCUMENT } from '../richtext/document.ts';
import {
  audienceSchema,
  type Fields,
  lineSchema,
  longTextSchema,
  recordShape,
  tagsSchema,
  titleSchema,
  topicIdsSchema,
} from './record.ts';

export const SESSION_KINDS = ['mentoring', 'interview', 'observation', 'review'] as const;
export const SESSION_STATES = ['planned', 'running', 'paused', 'ended'] as const;

export const agendaItemSchema = z.strictObject({
  id: z.string().min(1).max(40),
  text: lineSchema,
  done: z.boolean(),
});
export const actionSchema = z.strictObject({
  id: z.string().min(1).max(40),
  text: lineSchema,
  ownerId: idSchema.nullable(),
  due: lineSchema,
  done: z.boolean(),
});

export const sessionSchema = z.strictObject({
  ...recordShape,
  title: titleSchema.min(1),
  mentorshipId: idSchema.nullable(),
  kind: z.enum(SESSION_KINDS),
  state: z.enum(SESSION_STATES),
  plannedAt: timeSchema.nullable(),
  startedAt: timeSchema.nullable(),
  endedAt: timeSchema.nullable(),
  /** Set while the clock runs; null while it stands. */
  clockStartedAt: timeSchema.nullable(),
  /** Seconds counted before `clockStartedAt`. */
  elapsedSeconds: z.int().min(0),
  place: lineSchema,
  attendeeIds: z.array(idSchema).max(100),
  guide: lineSchema,
  agenda: z.array(agendaItemSchema).max(200),
  notes: documentSchema,
  actions: z.array(actionSchema).max(200),
  reflection: longTextSchema,
  topicIds: topicIdsSchema,
  tags: tagsSchema,
  audience: audienceSchema,
});
export type Session = z.infer<typeof sessionSchema>;

/** What a new one holds before anybody fills it in. */
export const sessionDefaults = {
  title: '',
  mentorshipId: null,
  kind: 'mentoring',
  state: 'planned',
  plannedAt: null,
  startedAt: null,
  endedAt: null,
  clockStartedAt: null,
  elapsedSeconds: 0,
  place: '',
  attendeeIds: [],
  guide: '',
  agenda: [],
  notes: EMPTY_DOCUMENT,
  actions: [],
  reflection: '',
  topicIds: [],
  tags: [],
  audience: 'team',
} as const satisfies Fields<Session>;

type ClockPart = Pick<Session, 'state' | 'startedAt' | 'endedAt' | 'clockStartedAt' | 'elapsedSeconds'>;

/** Whole seconds the session has lasted until `now`, pauses left out. Never negative, even if the machine's clock was set back. */
export function elapsedSeconds(
  session: Pick<Session, 'clockStartedAt' | 'elapsedSeconds'>,
  now: Time,
): number {
  if (session.clockStartedAt === null) return session.elapsedSeconds;
  const run = Math.floor((Date.parse(now) - Date.parse(session.clockStartedAt)) / 1000);
  return session.elapsedSeconds + Math.max(0, run);
}

/** Starts or resumes the clock. A session that ended may be taken up again: people forget things. */
export function startClock(session: ClockPart, now: Time): ClockPart {
  if (session.clockStartedAt !== null) return session;
  return {
    ...session,
    state: 'running',
    startedAt: session.startedAt ?? now,
    endedAt: null,
    clockStartedAt: now,
  };
}

/** Stops counting; `end` also closes the session. */
export function stopClock(session: ClockPart, now: Time, end: boolean): ClockPart {
  return {
    ...session,
    state: end ? 'ended' : 'paused',
    endedAt: end ? now : session.endedAt,
    clockStartedAt: null,
    elapsedSeconds: elapsedSeconds(session, now),
  };
}
