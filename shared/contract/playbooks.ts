import { z } from 'zod';
import { idSchema } from '../base/ids.ts';
import { PLAYBOOK_STATES, playbookSchema } from '../domain/playbook.ts';
import { call } from './errors.ts';
import { nounCalls } from './noun.ts';

export const playbookItemSchema = playbookSchema
  .omit({ sections: true, prerequisites: true, createdBy: true })
  .extend({ sectionCount: z.int(), stepCount: z.int() });
export type PlaybookItem = z.infer<typeof playbookItemSchema>;

export const playbooks = {
  ...nounCalls({
    record: playbookSchema,
    item: playbookItemSchema,
    filter: {
      state: z.enum(PLAYBOOK_STATES).optional(),
      topicId: idSchema.optional(),
      ownerId: idSchema.optional(),
      tag: z.string().max(80).optional(),
    },
    sorts: ['title', 'updatedAt'],
  }),
  /** Makes the present version the one newcomers follow; null takes it back. */
  publish: call
    .input(z.strictObject({ id: idSchema, expectedVersion: z.int().min(1), published: z.boolean() }))
    .output(playbookSchema),
  /** The published version as newcomers see it; NOT_FOUND when there is none. */
  published: call.input(z.strictObject({ id: idSchema })).output(playbookSchema),
};
