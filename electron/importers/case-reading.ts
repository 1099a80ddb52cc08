import type { CaseTarget } from '../../shared/domain/case.ts';

// The plain types of the importers. The contract describes the same shapes in zod; this room may not import it, so
// the two are held together by the compiler where the core passes one as the other.

export type Encoding =
  | 'utf-8'
  | 'utf-16le'
  | 'utf-16be'
  | 'windows-1256'
  | 'windows-1252'
  | 'windows-874'
  | 'gb18030';
export type Delimiter = ',' | ';' | '\t' | '|';
export type CaseFormat = 'csv' | 'json' | 'jsonl';
export type CaseReading = {
  readonly format: CaseFormat;
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
};

/** `column` is the place in the file; for JSON, where places mean nothing, the header decides. */
export type ColumnMap = { readonly column: number; readonly header: string; readonly target: CaseTarget };

export type RejectionReason =
  | 'too-many-cells'
  | 'too-few-cells'
  | 'unbalanced-quote'
  | 'cell-too-large'
  | 'too-many-fields'
  | 'no-key'
  | 'key-too-long'
  | 'duplicate-key'
  | 'empty-row'
  | 'bad-encoding'
  | 'bad-json'
  | 'not-an-object'
  | 'too-deep'
  | 'no-text'
  | 'changed-here'
  | 'unsupported-file'
  | 'unreadable-file'
  | 'unsafe-file'
  | 'file-too-large'
  | 'set-too-large'
  | 'too-slow'
  | 'too-complex'
  | 'no-question'
  | 'not-ours'
  | 'newer-version'
  | 'newer-here'
  | 'in-bin'
  | 'file-differs';

/** `row` counts from 1, the header not counted. `detail` names the column or file, never what stood in it. */
export type Rejection = { row: number; reason: RejectionReason; detail?: string };

/** At most this many rejections are listed in a report; `onRejected` hears of all. */
export const REJECTIONS_LISTED = 1_000;
/** When more records than this changed, listeners reload instead of looking at ids. */
export const CHANGED_IDS_LISTED = 1_000;

export type ImportResult = {
  created: number;
  updated: number;
  unchanged: number;
  rejectedCount: number;
  rejected: Rejection[];
  /** Ids of created and updated records; null when there are too many to list. Empty after a dry run. */
  changedIds: string[] | null;
};

/** One row as the file has it. `names` is null where cells stand under the headers by position. */
export type RawRow = {
  readonly row: number;
  readonly names: readonly string[] | null;
  readonly cells: readonly string[];
  readonly problem: RejectionReason | null;
};
