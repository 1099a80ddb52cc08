import { z } from 'zod';
import { blockIdSchema, idSchema } from '../base/ids.ts';
import { type Fields, findableKindSchema, longTextSchema, recordShape } from './record.ts';

export const FEEDBACK_KINDS = ['helped', 'did-not-help', 'suggestion', 'comment'] as const;
export const FEEDBACK_STATES = ['open', 'taken', 'declined'] as const;

/** What a reader says back; a `suggestion` proposes a new text for one block. */
export const feedbackSchema = z.strictObject({
  ...recordShape,
  targetKind: findableKindSchema,
  targetId: idSchema,
  blockId: blockIdSchema.nullable(),
  kind: z.enum(FEEDBACK_KINDS),
  state: z.enum(FEEDBACK_STATES),
  authorId: idSchema.nullable(),
  text: longTextSchema,
});
export type Feedback = z.infer<typeof feedbackSchema>;

/** What a new one holds before anybody fills it in. */
export const feedbackDefaults = {
  targetKind: 'note',
  targetId: '',
  blockId: null,
  kind: 'comment',
  state: 'open',
  authorId: null,
  text: '',
} as const satisfies Fields<Feedback>;
