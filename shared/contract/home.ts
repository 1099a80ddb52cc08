import { z } from 'zod';
import { daySchema, timeSchema } from '../base/clock.ts';
import { idSchema } from '../base/ids.ts';
import { call } from './errors.ts';
import { recordRefSchema } from './records.ts';

/** What the first page shows: transfer, not folders. */
export const overviewSchema = z.strictObject({
  /** People with a planned last day ahead, soonest first, with what only they hold. */
  leaving: z.array(
    z.strictObject({
      personId: idSchema,
      name: z.string(),
      role: z.string(),
      lastDay: daySchema,
      daysLeft: z.int(),
      notes: z.int(),
      answers: z.int(),
      /** Topics where nobody else has expertise on record. */
      onlyHolderOf: z.array(z.strictObject({ topicId: idSchema, name: z.string() })),
    }),
  ),
  sessions: z.array(
    z.strictObject({
      id: idSchema,
      title: z.string(),
      plannedAt: timeSchema.nullable(),
      state: z.string(),
      mentorshipId: idSchema.nullable(),
    }),
  ),
  drafts: z.array(recordRefSchema),
  openQuestions: z.array(z.strictObject({ id: idSchema, title: z.string(), createdAt: timeSchema })),
  openQuestionCount: z.int(),
  toVerify: z.array(recordRefSchema),
  toVerifyCount: z.int(),
  recent: z.array(recordRefSchema),
});
export type Overview = z.infer<typeof overviewSchema>;

export const home = { overview: call.input(z.strictObject({})).output(overviewSchema) };
