import { z } from 'zod';
import { idSchema } from '../base/ids.ts';
import { topicSchema } from '../domain/topic.ts';
import { nounCalls } from './noun.ts';

export const topicItemSchema = topicSchema
  .omit({ about: true, createdBy: true })
  .extend({ itemCount: z.int() });
export type TopicItem = z.infer<typeof topicItemSchema>;

export const topics = nounCalls({
  record: topicSchema,
  item: topicItemSchema,
  filter: { parentId: idSchema.nullable().optional(), ownerId: idSchema.optional() },
  sorts: ['position', 'name', 'updatedAt'],
});
