import type { Attachment } from '../../shared/domain/attachment.ts';
import { contentId } from './content-id.ts';

/** The id of the file a note was made from: from what it is, so that it is there once however often it comes. */
export const sourceId = (noteId: string, fileName: string, sha256: string): string =>
  contentId(noteId, `source ${fileName}`, sha256);

/** True for the kept original of a note; pictures a note shows, or once showed, are no such thing. */
export const isSource = ({ id, ownerId, fileName, sha256 }: Attachment): boolean =>
  ownerId !== null && id === sourceId(ownerId, fileName, sha256);
