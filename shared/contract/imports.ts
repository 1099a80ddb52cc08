import { z } from 'zod';
import { idSchema } from '../base/ids.ts';
import { CASE_TARGETS } from '../domain/case.ts';
import { QUESTION_TARGETS } from '../domain/question.ts';
import { findableKindSchema, languageSchema, recordKindSchema } from '../domain/record.ts';
import { SIMPLIFIED_KINDS } from '../richtext/simplified.ts';
import { call } from './errors.ts';

export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1256',
  'windows-1252',
  'windows-874',
  'gb18030',
] as const;
export const DELIMITERS = [',', ';', '\t', '|'] as const;

/** Which column goes where. By position, because two columns may have one name. */
const columnTo = <const Targets extends readonly string[]>(targets: Targets) =>
  z.strictObject({ column: z.int().min(0), header: z.string(), target: z.enum(targets) });

export const columnMapSchema = columnTo(CASE_TARGETS);
export type ColumnMap = z.infer<typeof columnMapSchema>;

export const caseReadingSchema = z.strictObject({
  format: z.enum(['csv', 'json', 'jsonl']),
  encoding: z.enum(ENCODINGS),
  delimiter: z.enum(DELIMITERS),
});
export type CaseReading = z.infer<typeof caseReadingSchema>;

/** One row that was not taken, and why. `row` counts from 1, the header not counted. */
export const rejectionSchema = z.strictObject({
  row: z.int(),
  reason: z.string(),
  detail: z.string().optional(),
});
export type Rejection = z.infer<typeof rejectionSchema>;

/** Result of the jobs `import-cases` and `import-notes`. At most 1,000 rejections are listed; the report file has all. */
export const importReportSchema = z.strictObject({
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  rejectedCount: z.int(),
  rejected: z.array(rejectionSchema).max(1_000),
  dryRun: z.boolean(),
  reportDownloadId: z.string().nullable(),
});
export type ImportReport = z.infer<typeof importReportSchema>;

export const DOCUMENT_FORMATS = [
  'markdown',
  'text',
  'html',
  'docx',
  'odt',
  'lines',
  'json',
  'other',
] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

/** How many there are; at most 200 are named. */
const namedSchema = z.strictObject({ count: z.int(), names: z.array(z.string()).max(200) });

/** Result of the job `import-notes`. In `rejected`, `row` is the number of the file, `detail` what it is called. */
export const noteImportReportSchema = importReportSchema.extend({
  /** Files by what they are. */
  found: z.partialRecord(z.enum(DOCUMENT_FORMATS), z.int()),
  /** Links between notes: those whose note was found, and those that stay words. */
  links: z.strictObject({ resolved: z.int(), unresolved: z.int() }),
  /** Pictures, sounds and other files that notes show. */
  attachments: z.int(),
  /** Files that no note shows, left where they were; at most 200 are named. */
  unlinked: namedSchema,
  /** Notes found again under another path. */
  moved: z.int(),
  /** Notes of this source whose files were not among these; they stay. */
  gone: z.int(),
  /** Notes of the library that change because a file of our own export says it is them; at most 200 are named. */
  known: namedSchema,
  /** What could not be kept as it was: how often, by kind (catalogue `simplified`). */
  simplified: z.partialRecord(z.enum(SIMPLIFIED_KINDS), z.int()),
});
export type NoteImportReport = z.infer<typeof noteImportReportSchema>;

export const questionColumnSchema = columnTo(QUESTION_TARGETS);
export type QuestionColumn = z.infer<typeof questionColumnSchema>;

/** Result of the job `import-questions`: the counts are of questions, those of answers beside them. */
export const questionImportReportSchema = importReportSchema.extend({
  answers: z.strictObject({ created: z.int(), updated: z.int(), unchanged: z.int() }),
});
export type QuestionImportReport = z.infer<typeof questionImportReportSchema>;

export const PACKAGE_FATES = ['new', 'identical', 'updated-there', 'updated-here', 'conflict'] as const;
export type PackageFate = (typeof PACKAGE_FATES)[number];
export const packageFateSchema = z.enum(PACKAGE_FATES);
/** What to do with a record that both sides changed. `keep-both` keeps ours and files theirs as a copy. */
export const conflictChoiceSchema = z.enum(['keep-mine', 'take-theirs', 'keep-both']);
export type ConflictChoice = z.infer<typeof conflictChoiceSchema>;

export const packagePreviewSchema = z.strictObject({
  packageId: idSchema,
  title: z.string(),
  createdAt: z.string(),
  languages: z.array(z.string()),
  audience: z.string(),
  licence: z.string(),
  signer: z.strictObject({ state: z.enum(['none', 'unknown', 'known', 'bad']), fingerprint: z.string() }),
  counts: z.array(z.strictObject({ kind: recordKindSchema, fate: packageFateSchema, count: z.int() })),
  /** The records that need or deserve a look: conflicts first; at most 500. */
  items: z.array(
    z.strictObject({ kind: recordKindSchema, id: idSchema, title: z.string(), fate: packageFateSchema }),
  ),
  leftOut: z.array(z.strictObject({ kind: z.string(), title: z.string(), reason: z.string() })),
});
export type PackagePreview = z.infer<typeof packagePreviewSchema>;

/** Result of the job `import-package`. */
export const packageImportReportSchema = z.strictObject({
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  keptMine: z.int(),
  keptBoth: z.int(),
  dryRun: z.boolean(),
});
export type PackageImportReport = z.infer<typeof packageImportReportSchema>;

const started = z.strictObject({ jobId: z.string() });

/** What a first look at a table tells, whatever its rows become. */
const tablePreview = {
  reading: caseReadingSchema,
  fileName: z.string(),
  /** A name for the source guessed from the file name, or the one used last for a file like this. */
  source: z.string(),
  headers: z.array(z.string()),
  sample: z.array(z.array(z.string())).max(20),
  /** Rows read to make this preview; `complete` says whether that was the whole file. */
  rowsSeen: z.int(),
  complete: z.boolean(),
};
const tableStart = {
  uploadId: z.string(),
  source: z.string().min(1).max(2_000),
  reading: caseReadingSchema,
  dryRun: z.boolean().default(false),
};

export const imports = {
  /** Looks at a file of cases without changing anything: what it is, its columns, a guessed mapping, first rows. */
  previewCases: call
    .input(
      z.strictObject({
        uploadId: z.string(),
        source: z.string().max(2_000).optional(),
        reading: caseReadingSchema.partial().optional(),
      }),
    )
    .output(
      z.strictObject({
        ...tablePreview,
        mapping: z.array(columnMapSchema),
        /** True when the mapping is the one remembered from the last import of this source. */
        remembered: z.boolean(),
        warnings: z.array(z.strictObject({ code: z.string(), detail: z.string() })),
      }),
    ),
  startCases: call
    .input(z.strictObject({ ...tableStart, mapping: z.array(columnMapSchema).min(1).max(1_000) }))
    .output(started),
  /**
   * Documents and the files beside them (`path` is relative to the chosen folder), JSON Lines of notes, or one zipped
   * folder. Many small files may come as one upload: then `part` says where in it each one lies, in bytes.
   */
  startNotes: call
    .input(
      z.strictObject({
        files: z
          .array(
            z.strictObject({
              uploadId: z.string(),
              path: z.string().max(1_000),
              part: z.strictObject({ from: z.int().min(0), bytes: z.int().min(0) }).optional(),
            }),
          )
          .min(1)
          .max(100_000),
        /** Where they come from: with its path, what a note is known by when it comes again. */
        source: z.string().max(2_000).default(''),
        language: languageSchema.default(''),
        /** Keeps each file as it was, as an attachment of its note. */
        keepSource: z.boolean().default(false),
        dryRun: z.boolean().default(false),
      }),
    )
    .output(started),
  /** Looks at a table of questions and answers without changing anything. */
  previewQuestions: call
    .input(z.strictObject({ uploadId: z.string(), reading: caseReadingSchema.partial().optional() }))
    .output(z.strictObject({ ...tablePreview, mapping: z.array(questionColumnSchema) })),
  startQuestions: call
    .input(z.strictObject({ ...tableStart, mapping: z.array(questionColumnSchema).min(1).max(2_000) }))
    .output(started),
  /** Checks a package from end to end and compares it with the library. Changes nothing. BAD_FILE says what is wrong. */
  previewPackage: call.input(z.strictObject({ uploadId: z.string() })).output(packagePreviewSchema),
  startPackage: call
    .input(
      z.strictObject({
        uploadId: z.string(),
        /** For every conflict not named in `choices`. */
        onConflict: conflictChoiceSchema.default('keep-both'),
        choices: z
          .array(z.strictObject({ kind: findableKindSchema, id: idSchema, choice: conflictChoiceSchema }))
          .max(100_000)
          .default([]),
        dryRun: z.boolean().default(false),
      }),
    )
    .output(started),
};
