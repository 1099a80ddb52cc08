import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, existsSync, rmSync, statSync, utimesSync } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { SNIFF_BYTES, sniffType } from './sniff.ts';
import { dropThumbnail } from './thumbnail-path.ts';

// Files are kept by what they contain: the SHA-256 is the name, so the same picture is stored once, a damaged file can
// be told from a good one, and no name a user or a package chose ever reaches the disk.

export type StoredBlob = {
  readonly sha256: string;
  readonly extension: string;
  readonly mime: string;
  readonly bytes: number;
};

const SHA256 = /^[0-9a-f]{64}$/;
const TEMPORARY = /^\.incoming-/;

/** The folder of blobs is split by the first two digits so that no folder grows to hundreds of thousands of files. */
function folderOf(root: string, sha256: string): string {
  if (!SHA256.test(sha256)) throw new Error('a blob is named by a sha-256 in lower-case hex');
  return join(root, sha256.slice(0, 2));
}

/** Where a blob lies. The extension is not part of the name: the same bytes under two endings are one blob. */
export function blobPath(root: string, sha256: string, _extension?: string): string {
  return join(folderOf(root, sha256), sha256);
}

export function hasBlob(root: string, sha256: string): boolean {
  return existsSync(blobPath(root, sha256));
}

async function syncFolder(path: string): Promise<void> {
  // Windows cannot open a folder; there the rename itself is what can be had.
  const folder = await open(path, 'r').catch(() => null);
  if (folder === null) return;
  await folder.sync().catch(() => {});
  await folder.close();
}

async function copyHashing(
  source: string,
  target: FileHandle,
  signal: AbortSignal | undefined,
): Promise<{ sha256: string; bytes: number; head: Buffer }> {
  const hash = createHash('sha256');
  let head: Buffer = Buffer.alloc(0);
  let bytes = 0;
  for await (const part of createReadStream(source, { highWaterMark: 1024 * 1024 })) {
    signal?.throwIfAborted();
    const chunk = part as Buffer;
    if (head.length < SNIFF_BYTES) head = Buffer.concat([head, chunk]).subarray(0, SNIFF_BYTES);
    hash.update(chunk);
    bytes += chunk.length;
    await target.writeFile(chunk);
  }
  return { sha256: hash.digest('hex'), bytes, head };
}

/**
 * Copies the file at `sourcePath` into the store and tells what it is. Complete or absent: written beside its place,
 * synced, then renamed. Storing the same content again changes nothing. The source is left alone.
 */
export async function storeBlob(
  root: string,
  sourcePath: string,
  options: { readonly signal?: AbortSignal | undefined } = {},
): Promise<StoredBlob> {
  await mkdir(root, { recursive: true });
  const temporary = join(root, `.incoming-${randomUUID()}`);
  const target = await open(temporary, 'wx', 0o600);
  try {
    const { sha256, bytes, head } = await copyHashing(sourcePath, target, options.signal);
    const type = sniffType(head);
    const path = blobPath(root, sha256);
    // One of another size is damaged: the good one takes its place, or the damage would be for good.
    if (statSync(path, { throwIfNoEntry: false })?.size === bytes) {
      // Wanted again from now on: a sweep that is about to take it for old waste sees that it is young.
      const now = new Date();
      utimesSync(path, now, now);
    } else {
      await target.sync();
      const folder = folderOf(root, sha256);
      const isNewFolder = (await mkdir(folder, { recursive: true })) !== undefined;
      await rename(temporary, path);
      await syncFolder(folder);
      // The folder is an entry of its own in the one above: without this a power cut takes it away with all it holds.
      if (isNewFolder) await syncFolder(root);
    }
    return { sha256, extension: type.extension, mime: type.mime, bytes };
  } finally {
    await target.close();
    await rm(temporary, { force: true });
  }
}

/** Every blob in the store with its size in bytes. */
export async function* eachBlob(
  root: string,
): AsyncGenerator<{ readonly sha256: string; readonly bytes: number }> {
  const folders = await readdir(root, { withFileTypes: true }).catch(() => []);
  for (const folder of folders) {
    if (!folder.isDirectory() || !/^[0-9a-f]{2}$/.test(folder.name)) continue;
    for (const name of await readdir(join(root, folder.name))) {
      if (SHA256.test(name)) yield { sha256: name, bytes: (await stat(join(root, folder.name, name))).size };
    }
  }
}

/**
 * Removes blobs that nothing refers to, with their small versions, and what interrupted copies left behind. Only what is
 * older than `olderThan` (milliseconds since 1970) goes: a blob is stored before the record that names it is saved.
 */
export async function sweepBlobs(
  root: string,
  options: { readonly isUsed: (sha256: string) => boolean; readonly olderThan: number },
): Promise<{ readonly removed: number; readonly bytes: number }> {
  let removed = 0;
  let bytes = 0;
  // The look and the removal are one step: in between, the same content could be stored again and be taken away with it.
  const drop = (path: string): boolean => {
    const info = statSync(path, { throwIfNoEntry: false });
    if (info === undefined || info.mtimeMs >= options.olderThan) return false;
    rmSync(path, { force: true });
    removed += 1;
    bytes += info.size;
    return true;
  };
  for (const name of await readdir(root).catch(() => [])) {
    if (TEMPORARY.test(name)) drop(join(root, name));
  }
  for await (const blob of eachBlob(root)) {
    if (options.isUsed(blob.sha256)) continue;
    if (drop(blobPath(root, blob.sha256))) await dropThumbnail(root, blob.sha256);
  }
  return { removed, bytes };
}

/** True when the blob is there and its bytes still have its name. */
export async function verifyBlob(root: string, sha256: string): Promise<boolean> {
  const path = blobPath(root, sha256);
  if (!existsSync(path)) return false;
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex') === sha256;
}
