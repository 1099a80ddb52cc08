import { z } from 'zod';
import { idSchema } from '../base/ids.ts';
import { FEEDBACK_STATES, feedbackSchema } from '../domain/feedback.ts';
import { nounCalls } from './noun.ts';

export const feedback = nounCalls({
  record: feedbackSchema,
  item: feedbackSchema,
  filter: { targetId: idSchema.optional(), state: z.enum(FEEDBACK_STATES).optional() },
  sorts: ['createdAt'],
});
