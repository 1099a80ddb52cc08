import { statSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import {
  caseReadingSchema,
  columnMapSchema,
  type imports as contract,
  type ImportReport,
  type NoteImportReport,
  type QuestionImportReport,
} from '../../../shared/contract/imports.ts';
import type { JobKind } from '../../../shared/contract/jobs.ts';
import { transact, type WriteDb } from '../../data/handle.ts';
import {
  findCaseMapping,
  saveCaseMapping,
  sourceWithHeaders,
} from '../../data/repositories/case-mappings.ts';
import { importCases } from '../../importers/case-import.ts';
import { previewCases } from '../../importers/case-preview.ts';
import type { ImportResult } from '../../importers/case-reading.ts';
import type { SourceFile } from '../../importers/documents/source-file.ts';
import type { ImportControl } from '../../importers/import-control.ts';
import { importNotes } from '../../importers/note-import.ts';
import { importQuestions } from '../../importers/questions/question-import.ts';
import { previewQuestions } from '../../importers/questions/question-preview.ts';
import { rejectionReport } from '../../importers/report-file.ts';
import { applyImport } from '../../packages/apply-import.ts';
import { openPackage } from '../../packages/open-package.ts';
import { previewImport } from '../../packages/preview-import.ts';
import { CoreError } from '../core-error.ts';
import type { Environment } from '../environment.ts';
import type { Handlers } from '../handlers.ts';
import type { JobControl } from '../jobs.ts';

/** Most rejected rows kept whole for the report file. */
const REPORT_ROWS_MAX = 100_000;

type Kept = { row: number; reason: string; detail?: string | undefined; cells: readonly string[] };

/** Collects rejected rows on the way and offers them as a file afterwards. */
function rejectionCollector(env: Environment, name: string) {
  const kept: Kept[] = [];
  return {
    onRejected: (rejection: Omit<Kept, 'cells'>, cells: readonly string[]): void => {
      if (kept.length < REPORT_ROWS_MAX) kept.push({ ...rejection, cells });
    },
    offer: (): string | null => {
      if (kept.length === 0) return null;
      const path = env.staging.newPath('csv');
      writeFileSync(path, rejectionReport(kept));
      return env.staging.offer({ path, fileName: `${name}-rejected.csv`, mime: 'text/csv' });
    },
  };
}

function remembered(env: Environment, source: string, headers: readonly string[]) {
  const row = findCaseMapping(env.read(), source);
  if (row === undefined || JSON.stringify(row.headers) !== JSON.stringify(headers)) return null;
  const mapping = z.array(columnMapSchema).safeParse(row.mapping);
  const reading = caseReadingSchema.safeParse(row.reading);
  return mapping.success && reading.success ? { mapping: mapping.data, reading: reading.data } : null;
}

/** A file of an import where it waits. A part must lie within its upload: bytes beyond it are nobody's. */
function stagedFile(
  env: Environment,
  uploadId: string,
  relativePath: string,
  part: { readonly from: number; readonly bytes: number } | undefined,
): SourceFile {
  const { path } = env.staging.upload(uploadId);
  if (part !== undefined && part.from + part.bytes > statSync(path).size)
    throw new CoreError('RULE', { rule: 'upload-incomplete' });
  return { path, relativePath, part };
}

type ImportTask<Report extends ImportReport> = {
  readonly kind: JobKind;
  /** What the job is called; user text. */
  readonly title: string;
  /** The beginning of the name of the file of what was not taken. */
  readonly reportName: string;
  readonly uploadIds: readonly string[];
  readonly dryRun: boolean;
  readonly run: (
    control: ImportControl,
  ) => Promise<Omit<Report, 'dryRun' | 'reportDownloadId'> & Pick<ImportResult, 'changedIds'>>;
  /** It was no dry run: what is to be remembered of it, and who must hear of it. */
  readonly kept: (db: WriteDb, changedIds: ImportResult['changedIds']) => void;
};

export function importHandlers(env: Environment): Handlers<typeof contract> {
  const base = (control: JobControl) => ({
    now: env.now,
    makeId: env.makeId,
    authorId: env.me(),
    onProgress: control.progress,
    signal: control.signal,
  });

  /** An import as a job: what is not taken becomes a file to fetch; what was sent is let go once it is in. */
  const start = <Report extends ImportReport>(task: ImportTask<Report>): { jobId: string } => {
    const db = env.write();
    const jobId = env.jobs.start(task.kind, task.title, async (control) => {
      const rejected = rejectionCollector(env, task.reportName);
      const { dryRun } = task;
      const { changedIds, ...report } = await task.run({
        ...base(control),
        db,
        dryRun,
        onRejected: rejected.onRejected,
      });
      if (!dryRun) {
        task.kept(db, changedIds);
        for (const uploadId of new Set(task.uploadIds)) env.staging.discard(uploadId);
      }
      return { ...report, dryRun, reportDownloadId: rejected.offer() };
    });
    return { jobId };
  };

  return {
    previewCases: async ({ uploadId, source, reading }) => {
      const file = env.staging.upload(uploadId);
      const look = (name: string | undefined) =>
        previewCases(file.path, file.fileName, {
          reading,
          source: name,
          remembered: (known, headers) => remembered(env, known, headers),
        });
      const first = await look(source);
      // A file with the columns of an earlier one most likely comes from the same system, whatever it is called today.
      const known = source === undefined ? sourceWithHeaders(env.read(), first.headers) : undefined;
      return known === undefined || known === first.source ? first : look(known);
    },
    startCases: ({ uploadId, source, reading, mapping, dryRun }) => {
      const { path, fileName } = env.staging.upload(uploadId);
      return start<ImportReport>({
        kind: 'import-cases',
        title: fileName,
        reportName: fileName,
        uploadIds: [uploadId],
        dryRun,
        run: (control) => importCases({ ...control, path, source, reading, mapping }),
        kept: (db, changedIds) => {
          const headers = mapping.map((column) => column.header);
          transact(db, () => saveCaseMapping(db, source, { headers, reading, mapping }, env.now()));
          env.changes.tell('case', changedIds);
        },
      });
    },
    startNotes: ({ files, source, language, keepSource, dryRun }) => {
      const staged = files.map(({ uploadId, path, part }) => stagedFile(env, uploadId, path, part));
      const { mediaRoot } = env.library();
      return start<NoteImportReport>({
        kind: 'import-notes',
        title: files.length === 1 ? (files[0]?.path ?? '') : source,
        reportName: 'notes',
        uploadIds: files.map((file) => file.uploadId),
        dryRun,
        run: (control) =>
          importNotes({
            ...control,
            mediaRoot,
            workFolder: env.staging.folder,
            files: staged,
            source,
            language,
            keepSource,
          }),
        kept: (_, changedIds) => {
          env.changes.tell('note', changedIds);
          env.changes.tell('topic', null);
        },
      });
    },
    previewQuestions: ({ uploadId, reading }) => {
      const file = env.staging.upload(uploadId);
      return previewQuestions(file.path, file.fileName, reading);
    },
    startQuestions: ({ uploadId, source, reading, mapping, dryRun }) => {
      const { path, fileName } = env.staging.upload(uploadId);
      return start<QuestionImportReport>({
        kind: 'import-questions',
        title: fileName,
        reportName: fileName,
        uploadIds: [uploadId],
        dryRun,
        run: (control) => importQuestions({ ...control, path, source, reading, mapping }),
        kept: (_, changedIds) => {
          env.changes.tell('question', changedIds);
          env.changes.tell('answer', null);
        },
      });
    },
    previewPackage: async ({ uploadId }, { signal }) => {
      const file = env.staging.upload(uploadId);
      const opened = await openPackage(file.path, env.staging.folder, {
        onProgress: () => {},
        signal: signal ?? new AbortController().signal,
      });
      try {
        return previewImport(env.read(), opened);
      } finally {
        await opened.discard();
      }
    },
    startPackage: ({ uploadId, onConflict, choices, dryRun }) => {
      const file = env.staging.upload(uploadId);
      const db = env.write();
      const { mediaRoot } = env.library();
      const jobId = env.jobs.start('import-package', file.fileName, async (control) => {
        const opened = await openPackage(file.path, env.staging.folder, {
          onProgress: control.progress,
          signal: control.signal,
        });
        try {
          const report = await applyImport({
            ...base(control),
            db,
            mediaRoot,
            opened,
            onConflict,
            choices,
            dryRun,
          });
          if (!dryRun) {
            env.changes.tell('all', null);
            env.staging.discard(uploadId);
          }
          return report;
        } finally {
          await opened.discard();
        }
      });
      return { jobId };
    },
  };
}
