import { z } from 'zod';
import { idSchema } from '../base/ids.ts';
import { personSchema } from '../domain/person.ts';
import { nounCalls } from './noun.ts';

export const personItemSchema = personSchema.omit({ about: true, createdBy: true }).extend({
  noteCount: z.int(),
});
export type PersonItem = z.infer<typeof personItemSchema>;

export const people = nounCalls({
  record: personSchema,
  item: personItemSchema,
  filter: { topicId: idSchema.optional(), team: z.string().optional(), leaving: z.boolean().optional() },
  sorts: ['name', 'updatedAt', 'lastDay'],
});
