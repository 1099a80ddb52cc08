import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createDeflateRaw } from 'node:zlib';
import { LIMITS } from './limits.ts';

// What will be an entry of the bag, while it still is a file of ours in the staging folder.

export type BagEntry = {
  /** Path inside the bag. */
  readonly path: string;
  /** Where the bytes are now. */
  readonly source: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Pictures and sound are packed already; text that is nearly all repetition would look like a bomb. */
  readonly compress: boolean;
};

export async function hashFile(
  path: string,
  signal?: AbortSignal,
): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const part of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
    signal?.throwIfAborted();
    hash.update(part as Buffer);
    bytes += (part as Buffer).length;
  }
  return { sha256: hash.digest('hex'), bytes };
}

/** True when packing this file stays far from the ratio at which our own reader refuses an entry. */
async function packsModestly(source: string, bytes: number): Promise<boolean> {
  if (bytes <= LIMITS.ratioAbove) return true;
  const deflate = createDeflateRaw({ level: 1 });
  let packed = 0;
  deflate.on('data', (part: Buffer) => {
    packed += part.length;
  });
  createReadStream(source, { highWaterMark: 1024 * 1024 }).pipe(deflate);
  await once(deflate, 'end');
  // The level used for the package packs tighter than this quick one; half the limit leaves room for that.
  return bytes < packed * (LIMITS.ratio / 4);
}

export async function textEntry(folder: string, path: string, text: string): Promise<BagEntry> {
  const source = join(folder, path.replaceAll('/', '_'));
  const bytes = Buffer.from(text, 'utf8');
  await writeFile(source, bytes);
  return {
    path,
    source,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    compress: await packsModestly(source, bytes.length),
  };
}

export async function fileEntry(
  path: string,
  source: string,
  compress: boolean,
  signal?: AbortSignal,
): Promise<BagEntry> {
  const { sha256, bytes } = await hashFile(source, signal);
  return { path, source, sha256, bytes, compress: compress && (await packsModestly(source, bytes)) };
}

export type EntryWriter = {
  readonly bytes: () => number;
  readonly write: (text: string) => Promise<void>;
  /** Closes the file. The writer cannot be used again. */
  readonly end: () => Promise<BagEntry>;
};

/** Writes a long text file piece by piece, hashing on the way. */
export function entryWriter(folder: string, path: string): EntryWriter {
  const source = join(folder, path.replaceAll('/', '_'));
  const stream = createWriteStream(source, { highWaterMark: 1024 * 1024 });
  // Reported by `write` and `end`, which are awaited; an unheard event would end the process instead.
  stream.on('error', () => {});
  const hash = createHash('sha256');
  let bytes = 0;
  const check = (): void => {
    if (stream.errored !== null) throw stream.errored;
  };
  return {
    bytes: () => bytes,
    write: async (text) => {
      const part = Buffer.from(text, 'utf8');
      hash.update(part);
      bytes += part.length;
      check();
      if (!stream.write(part)) await once(stream, 'drain');
    },
    end: async () => {
      await new Promise<void>((done) => stream.end(done));
      check();
      return {
        path,
        source,
        bytes,
        sha256: hash.digest('hex'),
        compress: await packsModestly(source, bytes),
      };
    },
  };
}

/** Every regular file below `folder`, relative, sorted. */
export async function filesBelow(folder: string): Promise<string[]> {
  const found: string[] = [];
  const walk = async (inner: string): Promise<void> => {
    for (const entry of await readdir(join(folder, inner), { withFileTypes: true })) {
      const path = inner === '' ? entry.name : `${inner}/${entry.name}`;
      if (entry.isDirectory()) await walk(path);
      else if (entry.isFile()) found.push(path);
    }
  };
  if ((await stat(folder).catch(() => null))?.isDirectory() === true) await walk('');
  return found.sort();
}
