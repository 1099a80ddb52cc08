import { attachedContentsOfBackups } from '../backup/attached-contents.ts';
import { transact, type WriteDb } from '../data/handle.ts';
import { purgeRecord } from '../data/records.ts';
import { attachedContents, isContentAttached, strayAttachments } from '../data/repositories/attachments.ts';
import { sweepBlobs } from '../media/store-blob.ts';

/** A file nobody names stays this long, in milliseconds: what is being written, imported or undone may still name it. */
export const KEEP_UNNAMED_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * Gives back the room of files that nothing can lead to any more. A file is in use while any attachment names it, in the
 * library, in its bin or in one of its backups; an attachment is in use while its owner is there (in the bin as well) or
 * any text, draft or earlier version shows it. `now` is ISO 8601.
 */
export async function sweepMedia(
  db: WriteDb,
  place: { readonly folder: string; readonly mediaRoot: string },
  now: string,
): Promise<{ readonly attachments: number; readonly files: number; readonly bytes: number }> {
  const stray = strayAttachments(db);
  // Backups are read first: what they name is fixed, and one that cannot be read stops the sweep before it takes anything.
  const backedUp = attachedContentsOfBackups(place.folder);
  transact(db, () => {
    for (const id of stray) purgeRecord(db, 'attachment', id);
  });
  const named = attachedContents(db);
  const { removed, bytes } = await sweepBlobs(place.mediaRoot, {
    // Asked once more before a file goes: an attachment may have been made while the sweep was under way.
    isUsed: (sha256) => named.has(sha256) || backedUp.has(sha256) || isContentAttached(db, sha256),
    olderThan: Date.parse(now) - KEEP_UNNAMED_MS,
  });
  return { attachments: stray.length, files: removed, bytes };
}
