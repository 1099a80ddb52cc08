import type { Time } from '../../shared/base/clock.ts';
import type { Id } from '../../shared/base/ids.ts';
import type { WriteDb } from '../data/handle.ts';
import {
  type CaseReading,
  CHANGED_IDS_LISTED,
  type ImportResult,
  REJECTIONS_LISTED,
  type Rejection,
} from './case-reading.ts';

/** What every import is told besides what to import. */
export type ImportControl = {
  readonly db: WriteDb;
  /** True when everything is to be gone through and nothing kept. */
  readonly dryRun: boolean;
  readonly now: () => Time;
  readonly makeId: () => Id;
  readonly authorId: Id | null;
  /** Stages: `reading`, `writing` (or `comparing` in a dry run), `undoing`. `total` is null while unknown. */
  readonly onProgress: (done: number, total: number | null, stage: string) => void;
  readonly signal: AbortSignal;
  /** Hears of every rejection, with the row as it stands in the file. */
  readonly onRejected?: (rejection: Rejection, cells: readonly string[]) => void;
};

/** An import of one table, whose columns somebody said what they are. */
export type TableImport<Column> = ImportControl & {
  readonly path: string;
  /** The system the rows come from; with the key it is what a record is known by when it comes again. */
  readonly source: string;
  readonly reading: CaseReading;
  readonly mapping: readonly Column[];
};

export function emptyCounts(): ImportResult {
  return { created: 0, updated: 0, unchanged: 0, rejectedCount: 0, rejected: [], changedIds: [] };
}

/** `detail` may be ''. */
export function countRejected(
  result: ImportResult,
  rejection: Rejection & { readonly detail: string },
  cells: readonly string[],
  onRejected: ImportControl['onRejected'],
): void {
  const { detail, ...rest } = rejection;
  const told = detail === '' ? rest : rejection;
  result.rejectedCount += 1;
  if (result.rejected.length < REJECTIONS_LISTED) result.rejected.push(told);
  onRejected?.(told, cells);
}

export function countChanged(result: ImportResult, id: Id): void {
  if (result.changedIds === null) return;
  if (result.changedIds.length >= CHANGED_IDS_LISTED) result.changedIds = null;
  else result.changedIds.push(id);
}
