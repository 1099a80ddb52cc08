import { z } from 'zod';
import { timeSchema } from '../base/clock.ts';
import { blockIdSchema, idSchema } from '../base/ids.ts';
import { findableKindSchema } from '../domain/record.ts';
import { call } from './errors.ts';
import { recordRefSchema } from './records.ts';

const partSchema = z.union([z.literal(''), blockIdSchema]);

/** Which text of which record: `document`, `notes`, or, of a playbook's `sections`, the step with the id `part`. */
const place = {
  kind: findableKindSchema,
  recordId: idSchema,
  field: z.enum(['document', 'notes', 'sections']),
  part: partSchema.default(''),
};

/**
 * Which window wrote it. A page makes one when it is loaded, so that two windows in one text never replace each other's
 * draft; empty for callers that are no page.
 */
export const writerSchema = z.string().regex(/^[A-Za-z0-9-]{0,40}$/);

/** `value` is JSON text: a draft is kept even when it could not be validated, because it is what somebody typed. */
export const draftSchema = z.strictObject({
  ...place,
  part: partSchema,
  writer: writerSchema,
  value: z.string().max(20_000_000),
  baseVersion: z.int().min(0),
  updatedAt: timeSchema,
});
export type Draft = z.infer<typeof draftSchema>;

export const drafts = {
  /** NOT_FOUND when the library has no such record. */
  put: call
    .input(
      z.strictObject({
        ...place,
        writer: writerSchema.default(''),
        value: z.string().max(20_000_000),
        baseVersion: z.int().min(0),
      }),
    )
    .output(z.strictObject({ updatedAt: timeSchema })),
  /**
   * The newest draft of the text, whoever wrote it. `base` is JSON of the text it was made from, where that is no longer
   * the saved one and the history still has it: with it the draft is joined with what was saved since.
   */
  get: call
    .input(z.strictObject(place))
    .output(draftSchema.extend({ base: z.string().nullable() }).nullable()),
  /** Goes on with the draft another window left behind: from now on it is `to`'s own. */
  adopt: call
    .input(z.strictObject({ ...place, from: writerSchema, to: writerSchema }))
    .output(z.strictObject({})),
  /** With `value` only while the draft still says that: what was typed since must not go with what is settled. */
  discard: call
    .input(
      z.strictObject({
        ...place,
        writer: writerSchema.default(''),
        value: z.string().max(20_000_000).optional(),
      }),
    )
    .output(z.strictObject({})),
  list: call
    .input(z.strictObject({}))
    .output(z.array(z.strictObject({ ref: recordRefSchema, field: place.field, updatedAt: timeSchema }))),
};
