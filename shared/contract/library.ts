import { z } from 'zod';
import { timeSchema } from '../base/clock.ts';
import { idSchema } from '../base/ids.ts';
import { recordKindSchema } from '../domain/record.ts';
import { uiLanguageSchema } from '../domain/settings.ts';
import { call } from './errors.ts';

const folderSchema = z.string().min(1).max(4_096);

export const libraryInfoSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  language: uiLanguageSchema,
  folder: z.string(),
  schemaVersion: z.int(),
  createdAt: timeSchema,
  readOnly: z.boolean(),
  /** Why it can only be read: `too-new`, `folder`, `disk-full`, `damaged`, or empty. */
  readOnlyReason: z.string(),
  sample: z.boolean(),
  lastBackupAt: timeSchema.nullable(),
});
export type LibraryInfo = z.infer<typeof libraryInfoSchema>;

export const backupSchema = z.strictObject({
  name: z.string(),
  at: timeSchema,
  bytes: z.int(),
  verified: z.boolean(),
});

export const library = {
  status: call.input(z.strictObject({})).output(
    z.strictObject({
      open: libraryInfoSchema.nullable(),
      recent: z.array(
        z.strictObject({ name: z.string(), folder: z.string(), openedAt: timeSchema, exists: z.boolean() }),
      ),
      /** Where a new library would go if nobody chooses. */
      defaultFolder: z.string(),
      appVersion: z.string(),
    }),
  ),
  create: call
    .input(
      z.strictObject({
        folder: folderSchema.optional(),
        name: z.string().min(1).max(200),
        language: uiLanguageSchema,
        meName: z.string().max(200).optional(),
      }),
    )
    .output(libraryInfoSchema),
  open: call.input(z.strictObject({ folder: folderSchema })).output(libraryInfoSchema),
  /** Makes a fresh copy of the sample library and opens it. */
  openSample: call.input(z.strictObject({ language: uiLanguageSchema })).output(libraryInfoSchema),
  close: call.input(z.strictObject({})).output(z.strictObject({})),
  stats: call.input(z.strictObject({})).output(
    z.strictObject({
      counts: z.partialRecord(recordKindSchema, z.int()),
      bytes: z.int(),
      indexBytes: z.int(),
      mediaBytes: z.int(),
    }),
  ),
  backups: call.input(z.strictObject({})).output(z.array(backupSchema)),
  startBackup: call.input(z.strictObject({})).output(z.strictObject({ jobId: z.string() })),
  /** Restores a backup into a new folder beside the library and verifies it; the present library is not touched. */
  restoreBackup: call
    .input(z.strictObject({ name: z.string().max(200), folder: folderSchema.optional() }))
    .output(z.strictObject({ folder: z.string() })),
  startCheck: call.input(z.strictObject({})).output(z.strictObject({ jobId: z.string() })),
};
