import { z } from 'zod';
import { idSchema } from '../base/ids.ts';
import { audienceSchema, recordKindSchema } from '../domain/record.ts';
import { PACKAGE_LEFT_OUT_REASONS } from '../package-format/manifest.ts';
import { documentExports } from './document-exports.ts';
import { call } from './errors.ts';

/** What the export starts from; the closure of what it refers to comes along as far as the audience allows. */
export const exportScopeSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('playbook'), id: idSchema }),
  z.strictObject({ type: z.literal('topic'), id: idSchema }),
  z.strictObject({ type: z.literal('all') }),
]);
export type ExportScope = z.infer<typeof exportScopeSchema>;

/** A package tells in the same words what it does not hold. */
export const LEFT_OUT_REASONS = PACKAGE_LEFT_OUT_REASONS;
export const leftOutSchema = z.strictObject({
  kind: z.string(),
  id: z.string(),
  title: z.string(),
  reason: z.enum(LEFT_OUT_REASONS),
});
export type LeftOut = z.infer<typeof leftOutSchema>;

export const exportPlanSchema = z.strictObject({
  title: z.string(),
  counts: z.partialRecord(recordKindSchema, z.int()),
  total: z.int(),
  mediaBytes: z.int(),
  leftOutCount: z.int(),
  /** At most 500 are listed here; the package's manifest lists all. */
  leftOut: z.array(leftOutSchema),
});
export type ExportPlan = z.infer<typeof exportPlanSchema>;

const wishes = {
  scope: exportScopeSchema,
  audience: audienceSchema.default('team'),
};

/** Result of the job `export-package`. */
export const exportResultSchema = z.strictObject({
  downloadId: z.string(),
  fileName: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  records: z.int(),
  leftOutCount: z.int(),
});
export type ExportResult = z.infer<typeof exportResultSchema>;

export const packageLogSchema = z.strictObject({
  id: idSchema,
  direction: z.enum(['out', 'in']),
  packageId: idSchema,
  title: z.string(),
  sha256: z.string(),
  at: z.string(),
  records: z.int(),
});

export const exports = {
  /** What would be written and what would stay behind. Writes nothing. */
  plan: call.input(z.strictObject(wishes)).output(exportPlanSchema),
  start: call
    .input(
      z.strictObject({
        ...wishes,
        title: z.string().min(1).max(500),
        licence: z.string().max(500).default(''),
      }),
    )
    .output(z.strictObject({ jobId: z.string() })),
  /** Packages this library has given and taken, newest first. */
  log: call.input(z.strictObject({})).output(z.array(packageLogSchema)),
  ...documentExports,
};
