import { inspectFile, type PictureSize } from './picture-size.ts';
import { type StoredBlob, storeBlob } from './store-blob.ts';
import { makeThumbnail } from './thumbnails.ts';

/** Most points of a picture that is shown. Decoded, 50 megapixels take 200 MB: more would stall the page. */
export const PICTURE_MAX_PIXELS = 50_000_000;
/** Most bytes of one attached file. */
export const FILE_MAX_BYTES = 512 * 1024 * 1024;

export type TooLarge =
  | { readonly code: 'picture-too-large'; readonly pixels: number; readonly limit: number }
  | { readonly code: 'file-too-large'; readonly bytes: number; readonly limit: number };

/** A file over the limits. Nothing of it was kept. */
export class FileRefused extends Error {
  readonly refusal: TooLarge;
  constructor(refusal: TooLarge) {
    super(refusal.code);
    this.name = 'FileRefused';
    this.refusal = refusal;
  }
}

export type KeptFile = StoredBlob & { readonly pixels: PictureSize | null };

/** True when a page may show it: decoding it costs what a page can pay. */
export const isShowable = ({ width, height }: PictureSize): boolean => width * height <= PICTURE_MAX_PIXELS;

/**
 * Copies a file into the content store after looking at it: too many bytes, or a picture with too many points, is
 * refused before a byte is copied. `asFile` takes a picture of any surface, to be downloaded and never shown.
 * A small version of a picture is made behind the caller's back; when that fails nobody minds.
 * Throws FileRefused; rejects when the source cannot be read or the disk is full.
 */
export async function keepFile(
  root: string,
  sourcePath: string,
  options: { readonly asFile?: boolean | undefined; readonly signal?: AbortSignal | undefined } = {},
): Promise<KeptFile> {
  const { extension, mime, bytes, pixels } = await inspectFile(sourcePath);
  if (bytes > FILE_MAX_BYTES) throw new FileRefused({ code: 'file-too-large', bytes, limit: FILE_MAX_BYTES });
  const showable = pixels !== null && isShowable(pixels);
  if (pixels !== null && !showable && options.asFile !== true)
    throw new FileRefused({
      code: 'picture-too-large',
      pixels: pixels.width * pixels.height,
      limit: PICTURE_MAX_PIXELS,
    });
  const blob = await storeBlob(root, sourcePath, { signal: options.signal });
  if (showable) void makeThumbnail(root, blob.sha256, pixels);
  return { ...blob, extension, mime, pixels: showable ? pixels : null };
}
