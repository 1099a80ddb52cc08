import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { asReadDb } from '../data/handle.ts';
import { attachedContents } from '../data/repositories/attachments.ts';
import { BACKUPS_FOLDER, listBackups } from './snapshot.ts';

/**
 * Every content that an attachment of any backup names: a backup refers to media where they lie, so these must stay.
 * Throws when a backup cannot be read: then nobody knows what it needs.
 */
export function attachedContentsOfBackups(folder: string): Set<string> {
  const named = new Set<string>();
  for (const { name } of listBackups(folder)) {
    const copy = new Sqlite(join(folder, BACKUPS_FOLDER, name), { readonly: true, fileMustExist: true });
    try {
      for (const sha256 of attachedContents(asReadDb(copy))) named.add(sha256);
    } finally {
      copy.close();
    }
  }
  return named;
}
