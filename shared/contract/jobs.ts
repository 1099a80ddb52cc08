import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { timeSchema } from '../base/clock.ts';
import { call } from './errors.ts';

export const JOB_KINDS = [
  'import-cases',
  'import-notes',
  'import-questions',
  'import-package',
  'export-package',
  'export-documents',
  'backup',
  'check',
  'reindex',
] as const;
export const JOB_STATES = ['running', 'done', 'failed', 'cancelled'] as const;

/** Work that takes longer than a breath. It goes on when its dialog is closed; cancel leaves nothing half done. */
export const jobSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(JOB_KINDS),
  /** What it works on, e.g. a file name. User text. */
  title: z.string(),
  state: z.enum(JOB_STATES),
  /** Key of the present stage in the catalogue (`jobs.stage.*`), e.g. `reading`, `writing`, `verifying`. */
  stage: z.string(),
  done: z.int(),
  total: z.int().nullable(),
  startedAt: timeSchema,
  finishedAt: timeSchema.nullable(),
  error: z.strictObject({ code: z.string(), detail: z.string() }).nullable(),
  /** What came out: see `imports.ts` and `exports.ts` for the shape by kind. Null until done. */
  result: z.unknown(),
});
export type Job = z.infer<typeof jobSchema>;
export type JobKind = Job['kind'];

export const jobs = {
  list: call.input(z.strictObject({})).output(z.array(jobSchema)),
  get: call.input(z.strictObject({ id: z.string() })).output(jobSchema),
  /** The job now, then each change (at most ten a second), last the finished job. */
  watch: call.input(z.strictObject({ id: z.string() })).output(eventIterator(jobSchema)),
  cancel: call.input(z.strictObject({ id: z.string() })).output(z.strictObject({})),
};
