import { z } from 'zod';
import { timeSchema } from '../base/clock.ts';
import { idSchema } from '../base/ids.ts';
import { findableKindSchema, recordKindSchema } from '../domain/record.ts';
import { call } from './errors.ts';

/** Enough of a record to show it in a line anywhere. */
export const recordRefSchema = z.strictObject({
  kind: findableKindSchema,
  id: idSchema,
  title: z.string(),
  subtitle: z.string(),
  language: z.string(),
  deletedAt: timeSchema.nullable(),
});
export type RecordRef = z.infer<typeof recordRefSchema>;

/** A text of a record that could not be read: the record's own field is an empty stand-in for it. */
export const unreadableSchema = z.strictObject({
  field: z.enum(['document', 'notes', 'sections']),
  /** Which step of a playbook; null for a text of its own. */
  stepId: z.string().nullable(),
  /** The document version it asks for, when a later Heirloom wrote it; null when it is damaged. */
  newerVersion: z.int().nullable(),
  /** The stored letters, exactly. */
  raw: z.string(),
});
export type UnreadableText = z.infer<typeof unreadableSchema>;

export const records = {
  /** Titles for many records at once; ones that do not exist are left out. */
  refs: call
    .input(
      z.strictObject({ refs: z.array(z.strictObject({ kind: findableKindSchema, id: idSchema })).max(500) }),
    )
    .output(z.array(recordRefSchema)),
  /** The texts of a record that must be shown as they are and never written over. Empty for nearly every record. */
  unreadable: call
    .input(z.strictObject({ kind: recordKindSchema, id: idSchema }))
    .output(z.array(unreadableSchema)),
  /** The bin, newest first. */
  bin: call
    .input(z.strictObject({ offset: z.int().min(0).default(0), limit: z.int().min(1).max(500).default(100) }))
    .output(z.strictObject({ items: z.array(recordRefSchema), total: z.int() })),
  /** Really deletes what has been in the bin for `olderThanDays` (0 = all of it). */
  emptyBin: call
    .input(z.strictObject({ olderThanDays: z.int().min(0), confirmedCount: z.int() }))
    .output(z.strictObject({ deleted: z.int() })),
  counts: call
    .input(z.strictObject({}))
    .output(z.strictObject({ counts: z.partialRecord(recordKindSchema, z.int()) })),
};
