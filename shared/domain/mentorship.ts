import { z } from 'zod';
import { daySchema } from '../base/clock.ts';
import { idSchema } from '../base/ids.ts';
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

export const MENTORSHIP_STATES = ['planned', 'active', 'paused', 'finished'] as const;

export const goalSchema = z.strictObject({
  id: z.string().min(1).max(40),
  text: lineSchema,
  done: z.boolean(),
});

export const mentorshipSchema = z.strictObject({
  ...recordShape,
  title: titleSchema.min(1),
  mentorId: idSchema.nullable(),
  learnerIds: z.array(idSchema).max(50),
  goals: z.array(goalSchema).max(100),
  topicIds: topicIdsSchema,
  /** What both agreed: how, what stays between them, what is recorded. */
  agreement: longTextSchema,
  cadence: lineSchema,
  startDay: daySchema.nullable(),
  endDay: daySchema.nullable(),
  state: z.enum(MENTORSHIP_STATES),
  tags: tagsSchema,
  audience: audienceSchema,
});
export type Mentorship = z.infer<typeof mentorshipSchema>;

/** What a new one holds before anybody fills it in. */
export const mentorshipDefaults = {
  title: '',
  mentorId: null,
  learnerIds: [],
  goals: [],
  topicIds: [],
  agreement: '',
  cadence: '',
  startDay: null,
  endDay: null,
  state: 'planned',
  tags: [],
  audience: 'team',
} as const satisfies Fields<Mentorship>;
