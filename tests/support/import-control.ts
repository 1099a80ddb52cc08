import type { ImportResult } from '../../electron/importers/case-reading.ts';
import type { ImportControl } from '../../electron/importers/import-control.ts';
import type { SmallLibrary } from './small-library.ts';

/** What an import into this library is told besides what to import: nobody's, real, watched by no one. */
export const importInto = ({ db, now, makeId }: SmallLibrary): ImportControl => ({
  db,
  dryRun: false,
  now,
  makeId,
  authorId: null,
  onProgress: () => {},
  signal: new AbortController().signal,
});

/** Created, updated, unchanged, rejected. */
export const counts = (
  report: Pick<ImportResult, 'created' | 'updated' | 'unchanged' | 'rejectedCount'>,
): readonly number[] => [report.created, report.updated, report.unchanged, report.rejectedCount];
