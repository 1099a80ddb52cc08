import { z } from 'zod';
import { timeSchema } from '../base/clock.ts';
import { idSchema } from '../base/ids.ts';
import { findableKindSchema } from '../domain/record.ts';
import { call } from './errors.ts';
import { recordRefSchema } from './records.ts';

/** Which text of which record: `document`, `notes`, or a playbook's `sections`. */
const place = {
  kind: findableKindSchema,
  recordId: idSchema,
  field: z.enum(['document', 'notes', 'sections']),
};

/** `value` is JSON text: a draft is kept even when it could not be validated, because it is what somebody typed. */
export const draftSchema = z.strictObject({
  ...place,
  value: z.string().max(20_000_000),
  baseVersion: z.int().min(0),
  updatedAt: timeSchema,
});
export type Draft = z.infer<typeof draftSchema>;

export const drafts = {
  put: call
    .input(z.strictObject({ ...place, value: z.string().max(20_000_000), baseVersion: z.int().min(0) }))
    .output(z.strictObject({ updatedAt: timeSchema })),
  get: call.input(z.strictObject(place)).output(draftSchema.nullable()),
  discard: call.input(z.strictObject(place)).output(z.strictObject({})),
  list: call
    .input(z.strictObject({}))
    .output(z.array(z.strictObject({ ref: recordRefSchema, field: place.field, updatedAt: timeSchema }))),
};
