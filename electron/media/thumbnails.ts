import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PictureSize } from './picture-size.ts';
import { blobPath } from './store-blob.ts';
import { thumbnailPath } from './thumbnail-path.ts';

// Small versions of pictures, so that a list of notes does not decode photographs. They are derived: never backed up,
// never exported, and made again when they are lost.

/** Longest side of a small version, in pixels. */
export const THUMBNAIL_SIDE = 480;
/** A picture that is small already is its own small version. */
export const deservesThumbnail = ({ width, height }: PictureSize): boolean =>
  Math.max(width, height) > THUMBNAIL_SIDE * 1.25;

// One after the other: each holds a whole decoded picture, up to 200 MB.
let queue: Promise<unknown> = Promise.resolve();
const underWay = new Map<string, Promise<boolean>>();
/** What could not be made is not tried again and again by every page that shows it. */
const hopeless = new Set<string>();
const MOST_HOPELESS = 1_000;

/**
 * Makes the small version of a picture unless it is there. Never rejects: false when it cannot be made (or need not be)
 * and the picture itself has to do. The work is done on a thread of the library's own.
 */
export function makeThumbnail(root: string, sha256: string, pixels: PictureSize): Promise<boolean> {
  if (!deservesThumbnail(pixels) || hopeless.has(sha256)) return Promise.resolve(false);
  const path = thumbnailPath(root, sha256);
  if (existsSync(path)) return Promise.resolve(true);
  const running = underWay.get(path);
  if (running !== undefined) return running;
  const made = queue.then(async () => {
    try {
      await shrink(blobPath(root, sha256), path);
      return true;
    } catch {
      if (hopeless.size >= MOST_HOPELESS) hopeless.clear();
      hopeless.add(sha256);
      return false;
    } finally {
      underWay.delete(path);
    }
  });
  queue = made;
  underWay.set(path, made);
  return made;
}

async function shrink(source: string, target: string): Promise<void> {
  const bytes = await readFile(source);
  // A moving picture would stand still, and why it moves is what somebody wanted to show.
  if (moves(bytes)) throw new Error('a moving picture');
  // Loaded when first needed: a library without pictures never loads the decoder.
  const { ResizeFit, Transformer } = await import('@napi-rs/image');
  const small = await new Transformer(bytes)
    .rotate()
    .fastResize({ width: THUMBNAIL_SIDE, height: THUMBNAIL_SIDE, fit: ResizeFit.Inside })
    .webp(78);
  // The library may have been closed and its folder moved meanwhile: it is not made anew.
  if (!existsSync(source)) throw new Error('gone');
  await mkdir(join(target, '..'), { recursive: true });
  const temporary = `${target}.${randomUUID()}`;
  try {
    await writeFile(temporary, small, { mode: 0o600 });
    await rename(temporary, target);
  } finally {
    await rm(temporary, { force: true });
  }
}

function moves(bytes: Buffer): boolean {
  if (bytes.toString('latin1', 0, 4) === 'GIF8') return true;
  const isExtendedWebp = bytes.toString('latin1', 8, 16) === 'WEBPVP8X';
  return isExtendedWebp && ((bytes[20] ?? 0) & 0x02) !== 0;
}
