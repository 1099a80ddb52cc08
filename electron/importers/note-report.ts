import {
  SIMPLIFIED_KINDS,
  type Simplified,
  type SimplifiedTally,
  tally,
} from '../../shared/richtext/simplified.ts';
import type { ImportResult } from './case-reading.ts';
import type { DocumentFormat } from './documents/formats.ts';
import { emptyCounts } from './import-control.ts';

/** What an import of notes found and did, beyond the counts every import has. */
export type NoteImportResult = ImportResult & {
  /** Files by what they are; those that programs keep for themselves are not counted. */
  found: Partial<Record<DocumentFormat, number>>;
  links: { resolved: number; unresolved: number };
  /** Pictures, sounds and other files that notes show, each counted where it is shown. */
  attachments: number;
  /** Files that are no notes and that no note shows: left where they were. At most 200 are named. */
  unlinked: { count: number; names: string[] };
  /** Notes that were found again under another path. */
  moved: number;
  /** Notes of this source whose files were not among these; they stay. */
  gone: number;
  /** Notes of the library that change although they came from elsewhere: a file of our own export says it is them. */
  known: { count: number; names: string[] };
  /** What could not be kept as it was, over all notes. */
  simplified: SimplifiedTally;
};

/** So many files or notes of one sort are named. */
export const NAMES_LISTED = 200;

export function emptyResult(): NoteImportResult {
  return {
    ...emptyCounts(),
    found: {},
    links: { resolved: 0, unresolved: 0 },
    attachments: 0,
    unlinked: { count: 0, names: [] },
    moved: 0,
    gone: 0,
    known: { count: 0, names: [] },
    simplified: {},
  };
}

export function addSimplified(counts: SimplifiedTally, more: Simplified): void {
  for (const kind of SIMPLIFIED_KINDS) if (more[kind] !== undefined) tally(counts, kind, more[kind]);
}
