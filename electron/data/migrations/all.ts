import { firstLibrary } from './0001-first-library.ts';
import { draftsByWriter } from './0002-drafts-by-writer.ts';
import { draftsByPart } from './0003-drafts-by-part.ts';
import type { Migration } from './migration.ts';

/** In order, without gaps. */
export const MIGRATIONS: readonly Migration[] = [firstLibrary, draftsByWriter, draftsByPart];

export const SCHEMA_VERSION = MIGRATIONS.length;
