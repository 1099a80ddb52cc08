import { z } from 'zod';
import { idSchema } from '../base/ids.ts';
import { audienceSchema } from '../domain/record.ts';
import { DOCUMENT_FORMATS, EXPORT_LOSSES } from '../richtext/export-losses.ts';
import { call } from './errors.ts';

/** Notes that somebody chose, the notes under a topic and below it, or a playbook with the notes its steps show. */
export const documentScopeSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('notes'), ids: z.array(idSchema).min(1).max(10_000) }),
  z.strictObject({ type: z.literal('topic'), id: idSchema }),
  z.strictObject({ type: z.literal('playbook'), id: idSchema }),
]);
export type DocumentScope = z.infer<typeof documentScopeSchema>;

export const DOCUMENT_LANGUAGES = ['en', 'fa', 'zh', 'th'] as const;
export type DocumentLanguage = (typeof DOCUMENT_LANGUAGES)[number];

/** What a format cannot hold and how often it is there; kinds that do not occur are absent. */
const lossesSchema = z.partialRecord(z.enum(EXPORT_LOSSES), z.int());

export const documentsLeftOutSchema = z.strictObject({
  kind: z.string(),
  id: z.string(),
  title: z.string(),
  reason: z.enum(['audience', 'binned', 'not-selected', 'missing', 'unreadable']),
});
export type DocumentsLeftOut = z.infer<typeof documentsLeftOutSchema>;

const report = {
  documents: z.int(),
  files: z.int(),
  fileBytes: z.int(),
  leftOutCount: z.int(),
  /** At most 500 of them. */
  leftOut: z.array(documentsLeftOutSchema),
  simplified: lossesSchema,
};

export const documentPlanSchema = z.strictObject({
  title: z.string(),
  ...report,
  /** The notes, in the order they are written: for whoever draws them himself. */
  noteIds: z.array(idSchema),
});
export type DocumentPlan = z.infer<typeof documentPlanSchema>;

/** Result of the job `export-documents`. For `pdf` the file is the page that is to be printed (`.html`). */
export const documentResultSchema = z.strictObject({
  downloadId: z.string(),
  fileName: z.string(),
  bytes: z.int(),
  ...report,
});
export type DocumentResult = z.infer<typeof documentResultSchema>;

const wishes = {
  scope: documentScopeSchema,
  format: z.enum(DOCUMENT_FORMATS),
  /** What is meant for a smaller circle stays behind; `private` takes everything. */
  audience: audienceSchema.default('private'),
};

export const documentExports = {
  /** What would be written, what stays behind, what the format makes simpler. Writes nothing. */
  planDocuments: call.input(z.strictObject(wishes)).output(documentPlanSchema),
  /** RULE `nothing-to-export` when nothing of the scope may leave. */
  startDocuments: call
    .input(z.strictObject({ ...wishes, language: z.enum(DOCUMENT_LANGUAGES).default('en') }))
    .output(z.strictObject({ jobId: z.string() })),
};
