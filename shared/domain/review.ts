import { z } from 'zod';
import { daySchema } from '../base/clock.ts';
import { idSchema } from '../base/ids.ts';
import { type Fields, findableKindSchema, longTextSchema, recordShape } from './record.ts';

/** Default days between two verifications of the same item. */
export const DEFAULT_REVIEW_DAYS = 90;
export const REVIEW_OUTCOMES = ['due', 'confirmed', 'changed', 'outdated'] as const;

export const reviewSchema = z.strictObject({
  ...recordShape,
  targetKind: findableKindSchema,
  targetId: idSchema,
  verifierId: idSchema.nullable(),
  intervalDays: z.int().min(1).max(3650),
  dueDay: daySchema.nullable(),
  outcome: z.enum(REVIEW_OUTCOMES),
  comment: longTextSchema,
});
export type Review = z.infer<typeof reviewSchema>;

/** What a new one holds before anybody fills it in. */
export const reviewDefaults = {
  targetKind: 'note',
  targetId: '',
  verifierId: null,
  intervalDays: DEFAULT_REVIEW_DAYS,
  dueDay: null,
  outcome: 'due',
  comment: '',
} as const satisfies Fields<Review>;
