import type { Clock } from '../../shared/base/clock.ts';
import type { MakeId } from '../../shared/base/ids.ts';
import type { RecordKind } from '../../shared/domain/record.ts';
import type { ReadDb, WriteDb } from '../data/handle.ts';
import type { AppSettingsFile } from './app-settings.ts';
import type { Changes } from './changes.ts';
import type { Jobs } from './jobs.ts';
import type { Staging } from './staging.ts';

/** The library that is open now. */
export type OpenLibrary = {
  readonly folder: string;
  readonly mediaRoot: string;
  readonly read: ReadDb;
  readonly write: WriteDb | null;
  readonly readOnlyReason: string;
  readonly close: () => void;
};

/** What services are given. Time and ids come from here, so tests can hold both still. */
export type Environment = {
  readonly now: Clock;
  readonly makeId: MakeId;
  readonly log: (line: string) => void;
  readonly stateDir: string;
  readonly resourcesDir: string;
  readonly readerDir: string;
  readonly appSettings: AppSettingsFile;
  readonly changes: Changes;
  readonly jobs: Jobs;
  readonly staging: Staging;
  /** The open library; throws NO_LIBRARY. */
  readonly library: () => OpenLibrary;
  readonly read: () => ReadDb;
  /** Throws READ_ONLY when the library can only be read. */
  readonly write: () => WriteDb;
  /** Who the user said they are, for "created by". */
  readonly me: () => string | null;
  readonly tell: (kind: RecordKind, ids: readonly string[]) => void;
};
