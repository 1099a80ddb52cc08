import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { recordKindSchema } from '../domain/record.ts';
import { call } from './errors.ts';

/** Sent after the commit. `ids` is null when many changed at once: read the noun anew. */
export const changeSchema = z.strictObject({
  seq: z.int(),
  kind: z.union([recordKindSchema, z.enum(['library', 'settings', 'draft', 'job', 'all'])]),
  ids: z.array(z.string()).max(100).nullable(),
});
export type Change = z.infer<typeof changeSchema>;

export const changes = {
  watch: call.input(z.strictObject({})).output(eventIterator(changeSchema)),
};
