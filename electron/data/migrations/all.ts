import { firstLibrary } from './0001-first-library.ts';
import type { Migration } from './migration.ts';

/** In order, without gaps. */
export const MIGRATIONS: readonly Migration[] = [firstLibrary];

export const SCHEMA_VERSION = MIGRATIONS.length;
