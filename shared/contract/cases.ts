import { z } from 'zod';
import { idSchema } from '../base/ids.ts';
import { caseSchema } from '../domain/case.ts';
import { call } from './errors.ts';
import { excerptSchema, nounCalls } from './noun.ts';

export const caseItemSchema = caseSchema
  .omit({ description: true, resolution: true, fields: true, timeline: true, createdBy: true })
  .extend({ excerpt: excerptSchema, linkCount: z.int() });
export type CaseItem = z.infer<typeof caseItemSchema>;

const countedSchema = z.array(z.strictObject({ value: z.string(), count: z.int() }));

export const cases = {
  ...nounCalls({
    record: caseSchema,
    item: caseItemSchema,
    filter: {
      source: z.string().optional(),
      status: z.string().optional(),
      product: z.string().optional(),
      priority: z.string().optional(),
      customerId: idSchema.optional(),
      topicId: idSchema.optional(),
      tag: z.string().max(80).optional(),
      linked: z.boolean().optional(),
      openedFrom: z.string().optional(),
      openedTo: z.string().optional(),
    },
    sorts: ['openedAt', 'updatedAt', 'title', 'externalKey', 'status', 'product'],
  }),
  /** The values the filters can offer, most frequent first, at most 100 each. */
  facets: call.input(z.strictObject({})).output(
    z.strictObject({
      source: countedSchema,
      status: countedSchema,
      product: countedSchema,
      priority: countedSchema,
    }),
  ),
};
