import { z } from 'zod';
import { timeSchema } from '../base/clock.ts';
import { idSchema } from '../base/ids.ts';
import { recordKindSchema } from '../domain/record.ts';
import { call } from './errors.ts';

/** One acknowledged save of a record: the whole record as it then was. */
export const revisionSchema = z.strictObject({
  id: idSchema,
  kind: recordKindSchema,
  recordId: idSchema,
  version: z.int().min(1),
  authorId: idSchema.nullable(),
  at: timeSchema,
  reason: z.string(),
});
export type Revision = z.infer<typeof revisionSchema>;

export const revisions = {
  list: call
    .input(
      z.strictObject({
        kind: recordKindSchema,
        recordId: idSchema,
        limit: z.int().min(1).max(500).default(100),
      }),
    )
    .output(z.array(revisionSchema)),
  /** `record` is the JSON text of the record at that version. */
  get: call
    .input(z.strictObject({ id: idSchema }))
    .output(z.strictObject({ revision: revisionSchema, record: z.string() })),
};
