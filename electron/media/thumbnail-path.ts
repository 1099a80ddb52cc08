import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

const FOLDER = 'thumbs';
const SHA256 = /^[0-9a-f]{64}$/;

/** Where the small version of a blob lies, or would. */
export function thumbnailPath(root: string, sha256: string): string {
  if (!SHA256.test(sha256)) throw new Error('a blob is named by a sha-256 in lower-case hex');
  return join(root, FOLDER, sha256.slice(0, 2), `${sha256}.webp`);
}

export const hasThumbnail = (root: string, sha256: string): boolean =>
  existsSync(thumbnailPath(root, sha256));

/** Forgets the small version of a blob that goes. */
export const dropThumbnail = (root: string, sha256: string): Promise<void> =>
  rm(thumbnailPath(root, sha256), { force: true });
