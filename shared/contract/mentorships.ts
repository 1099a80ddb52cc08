import { z } from 'zod';
import { idSchema } from '../base/ids.ts';
import { MENTORSHIP_STATES, mentorshipSchema } from '../domain/mentorship.ts';
import { nounCalls } from './noun.ts';

export const mentorshipItemSchema = mentorshipSchema
  .omit({ agreement: true, createdBy: true })
  .extend({ sessionCount: z.int() });
export type MentorshipItem = z.infer<typeof mentorshipItemSchema>;

export const mentorships = nounCalls({
  record: mentorshipSchema,
  item: mentorshipItemSchema,
  filter: {
    state: z.enum(MENTORSHIP_STATES).optional(),
    /** Mentor or learner. */
    personId: idSchema.optional(),
    topicId: idSchema.optional(),
  },
  sorts: ['title', 'updatedAt', 'startDay'],
});
