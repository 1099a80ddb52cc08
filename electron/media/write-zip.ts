import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';

/** One file of the zip: where its bytes are, or the bytes themselves. */
export type ZipEntry = {
  readonly path: string;
  readonly source: string | Buffer;
  readonly compress: boolean;
};

// The same day on every entry and the same rights: nothing about the machine or the moment gets into the bytes. Written
// as local time because that is what the DOS fields of a zip hold; UTC would differ from zone to zone.
const FIXED_TIME = new Date(2020, 0, 1, 0, 0, 0);
const FIXED_MODE = 0o100644;

/**
 * Writes the entries, in the order given, to a new zip at `path`, synced to disk. Equal entries give equal bytes.
 * Rejects when a source cannot be read or the disk is full; the caller removes what was begun.
 */
export async function writeZip(
  path: string,
  entries: readonly ZipEntry[],
  options: { readonly signal?: AbortSignal | undefined; readonly onBytes?: (written: number) => void } = {},
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const zip = new yazl.ZipFile();
  const hash = createHash('sha256');
  let bytes = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      options.onBytes?.(bytes);
      done(null, chunk);
    },
  });
  // The zip reports unreadable sources on itself, not on its stream.
  zip.on('error', (error: Error) => counted.destroy(error));
  for (const entry of entries) {
    const options = {
      mtime: FIXED_TIME,
      mode: FIXED_MODE,
      forceDosTimestamp: true,
      compress: entry.compress,
    };
    if (typeof entry.source === 'string') zip.addFile(entry.source, entry.path, options);
    else zip.addBuffer(entry.source, entry.path, options);
  }
  zip.end();
  const target = createWriteStream(path, { flags: 'wx' });
  await pipeline(
    zip.outputStream,
    counted,
    target,
    options.signal === undefined ? {} : { signal: options.signal },
  );
  const file = await open(path, 'r+');
  await file.sync();
  await file.close();
  return { bytes, sha256: hash.digest('hex') };
}
