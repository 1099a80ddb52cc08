import { z } from 'zod';
import { idSchema } from '../base/ids.ts';
import { REVIEW_OUTCOMES, reviewSchema } from '../domain/review.ts';
import { nounCalls } from './noun.ts';

export const reviews = nounCalls({
  record: reviewSchema,
  item: reviewSchema,
  filter: {
    targetId: idSchema.optional(),
    verifierId: idSchema.optional(),
    outcome: z.enum(REVIEW_OUTCOMES).optional(),
  },
  sorts: ['dueDay', 'updatedAt'],
});
