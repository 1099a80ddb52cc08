import type { WriteDb } from '../handle.ts';

/** One step from the version before. Once landed it never changes: libraries in the field have run it. */
export type Migration = {
  readonly version: number;
  readonly name: string;
  readonly up: (db: WriteDb) => void;
};
