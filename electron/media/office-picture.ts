import { readFile } from 'node:fs/promises';
import { inspectFile } from './picture-size.ts';

/** A picture as word processors take it. `width` and `height` in its own pixels. */
export type OfficePicture = {
  readonly bytes: Buffer;
  readonly type: 'png' | 'jpg' | 'gif';
  readonly width: number;
  readonly height: number;
};

/** A decoded picture is held whole: more points than this are not turned into another kind. */
const MOST_POINTS = 50_000_000;

/**
 * PNG, JPEG and GIF as they are, other kinds decoded and written as PNG; what it is, is told by its bytes. Null when they
 * are no picture, when it is too large to decode, or when it cannot be read.
 */
export async function officePicture(path: string): Promise<OfficePicture | null> {
  try {
    const { extension, pixels } = await inspectFile(path);
    if (pixels === null) return null;
    const { width, height } = pixels;
    if (extension === 'png' || extension === 'jpg' || extension === 'gif')
      return { bytes: await readFile(path), type: extension, width, height };
    if (width * height > MOST_POINTS) return null;
    // Loaded when first needed, as for small versions.
    const { Transformer } = await import('@napi-rs/image');
    return { bytes: await new Transformer(await readFile(path)).png(), type: 'png', width, height };
  } catch {
    return null;
  }
}
