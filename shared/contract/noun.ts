import { z } from 'zod';
import { idSchema } from '../base/ids.ts';
import { recordShape } from '../domain/record.ts';
import { writerSchema } from './drafts.ts';
import { call } from './errors.ts';

// Every noun answers the same calls in the same way; a noun's own file says what its lists hold and how they filter.

/** Most rows one page of a list may ask for. */
export const LIST_MAX = 500;
/** Removing more than this at once asks for the number, so that a slip of the mouse cannot empty a library. */
export const BULK_CONFIRM_ABOVE = 20;

const recordKeys = Object.keys(recordShape) as (keyof typeof recordShape)[];
type RecordMask = { [Key in keyof typeof recordShape]: true };
const recordMask = Object.fromEntries(recordKeys.map((key) => [key, true])) as RecordMask;

export function nounCalls<
  const RecordShape extends z.core.$ZodLooseShape & typeof recordShape,
  const ItemShape extends z.core.$ZodLooseShape,
  const FilterShape extends z.core.$ZodLooseShape,
  const Sort extends string,
>(noun: {
  readonly record: z.ZodObject<RecordShape, z.core.$strict>;
  /** One row of a list: light enough for a hundred thousand. */
  readonly item: z.ZodObject<ItemShape, z.core.$strict>;
  readonly filter: FilterShape;
  readonly sorts: readonly [Sort, ...Sort[]];
}) {
  const fields = noun.record.omit(recordMask as never) as unknown as z.ZodObject<
    Omit<RecordShape, keyof typeof recordShape>,
    z.core.$strict
  >;
  const patch = fields.partial();
  return {
    list: call
      .input(
        z.strictObject({
          filter: z
            .strictObject({
              ...noun.filter,
              /** Words that must stand in the record, as in search. */
              text: z.string().max(500).optional(),
              ids: z.array(idSchema).max(LIST_MAX).optional(),
              /** True lists the bin instead. */
              binned: z.boolean().optional(),
            })
            .default({} as never),
          sort: z.enum(noun.sorts).default(noun.sorts[0] as never),
          descending: z.boolean().default(false),
          offset: z.int().min(0).default(0),
          limit: z.int().min(1).max(LIST_MAX).default(100),
        }),
      )
      .output(z.strictObject({ items: z.array(noun.item), total: z.int() })),
    get: call.input(z.strictObject({ id: idSchema })).output(noun.record),
    create: call.input(z.strictObject({ id: idSchema.optional(), fields: patch })).output(noun.record),
    /** Only the named fields change. `expectedVersion` is the version that was read; another one on disk is STALE. */
    save: call
      .input(
        z.strictObject({
          id: idSchema,
          expectedVersion: z.int().min(1),
          fields: patch,
          reason: z.string().max(500).optional(),
          /** Whose drafts of these texts are settled by this save (see drafts.ts). */
          writer: writerSchema.default(''),
        }),
      )
      .output(noun.record),
    remove: call
      .input(
        z.strictObject({ ids: z.array(idSchema).min(1).max(10_000), confirmedCount: z.int().optional() }),
      )
      .output(z.strictObject({ removed: z.int() })),
    restore: call
      .input(z.strictObject({ ids: z.array(idSchema).min(1).max(10_000) }))
      .output(z.strictObject({ restored: z.int() })),
  };
}

/** The beginning of a record's text in a list row. */
export const excerptSchema = z.string().max(400);
