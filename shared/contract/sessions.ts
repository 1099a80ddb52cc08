import { z } from 'zod';
import { timeSchema } from '../base/clock.ts';
import { idSchema } from '../base/ids.ts';
import { SESSION_KINDS, SESSION_STATES, sessionSchema } from '../domain/session.ts';
import { call } from './errors.ts';
import { excerptSchema, nounCalls } from './noun.ts';

export const sessionItemSchema = sessionSchema
  .omit({ notes: true, agenda: true, actions: true, reflection: true, createdBy: true })
  .extend({ excerpt: excerptSchema, openActions: z.int() });
export type SessionItem = z.infer<typeof sessionItemSchema>;

export const sessions = {
  ...nounCalls({
    record: sessionSchema,
    item: sessionItemSchema,
    filter: {
      mentorshipId: idSchema.optional(),
      personId: idSchema.optional(),
      kind: z.enum(SESSION_KINDS).optional(),
      state: z.enum(SESSION_STATES).optional(),
      /** Planned or started at or after / before. */
      from: timeSchema.optional(),
      to: timeSchema.optional(),
    },
    sorts: ['plannedAt', 'updatedAt', 'title'],
  }),
  /** Starts, pauses or ends the clock. Idempotent: starting a running clock changes nothing. */
  clock: call
    .input(z.strictObject({ id: idSchema, action: z.enum(['start', 'pause', 'end']) }))
    .output(sessionSchema),
};
