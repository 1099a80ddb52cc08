import { open } from 'node:fs/promises';
import { type FileType, SNIFF_BYTES, sniffType } from './sniff.ts';

// How large a picture is, from its header alone. Nothing is decoded: a file of a few kilobytes can claim a surface of
// gigabytes, and whoever asks the decoder how large it is has already let it in.

/** As it is shown: a camera's note that the picture lies on its side is already heeded. */
export type PictureSize = { readonly width: number; readonly height: number };

/** Reads up to `length` bytes at `offset` of a file; fewer at its end. */
export type ReadAt = (offset: number, length: number) => Promise<Buffer>;

/** JPEG files may carry much before their size (notes of the camera, a colour profile); no honest one carries more. */
const MOST_SEGMENTS = 200;
/** The boxes before the picture data of an AVIF file, in bytes; a few kilobytes in practice. */
const MOST_META = 256 * 1024;

function sized(width: number, height: number, turned = false): PictureSize | null {
  if (!(width >= 1 && height >= 1)) return null;
  return turned ? { width: height, height: width } : { width, height };
}

function pngSize(head: Buffer): PictureSize | null {
  if (head.length < 29 || head.toString('latin1', 12, 16) !== 'IHDR') return null;
  return sized(head.readUInt32BE(16), head.readUInt32BE(20));
}

function gifSize(head: Buffer): PictureSize | null {
  return head.length < 13 ? null : sized(head.readUInt16LE(6), head.readUInt16LE(8));
}

function webpSize(head: Buffer): PictureSize | null {
  if (head.length < 30) return null;
  switch (head.toString('latin1', 12, 16)) {
    case 'VP8X':
      return sized(head.readUIntLE(24, 3) + 1, head.readUIntLE(27, 3) + 1);
    case 'VP8L': {
      if (head[20] !== 0x2f) return null;
      const bits = head.readUInt32LE(21);
      return sized((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
    }
    case 'VP8 ':
      if (head[23] !== 0x9d || head[24] !== 0x01 || head[25] !== 0x2a) return null;
      return sized(head.readUInt16LE(26) & 0x3fff, head.readUInt16LE(28) & 0x3fff);
    default:
      return null;
  }
}

/** True when the camera noted (EXIF orientation 5 to 8) that the picture is shown turned by a quarter. */
function isTurned(exif: Buffer): boolean {
  if (exif.length < 14 || exif.toString('latin1', 0, 6) !== 'Exif\0\0') return false;
  const tiff = exif.subarray(6);
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const u16 = (at: number): number =>
    at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  const first = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  const count = Math.min(u16(first), 200);
  for (let entry = 0; entry < count; entry += 1) {
    const at = first + 2 + entry * 12;
    if (u16(at) === 0x0112) return u16(at + 8) >= 5 && u16(at + 8) <= 8;
  }
  return false;
}

/** Frame headers: all of SOF0 to SOF15 but the three numbers that mean something else. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

async function jpegSize(read: ReadAt): Promise<PictureSize | null> {
  let at = 2;
  let turned = false;
  for (let segments = 0; segments < MOST_SEGMENTS; segments += 1) {
    const head = await read(at, 9);
    if (head.length < 4 || head[0] !== 0xff) return null;
    const marker = head[1] as number;
    if (marker === 0xff) {
      // Padding before a marker.
      at += 1;
      continue;
    }
    // Picture data, or its end, before any size.
    if (marker === 0xda || marker === 0xd9) return null;
    const length = head.readUInt16BE(2);
    if (length < 2) return null;
    if (isFrame(marker)) {
      return head.length < 9 ? null : sized(head.readUInt16BE(7), head.readUInt16BE(5), turned);
    }
    if (marker === 0xe1) turned ||= isTurned(await read(at + 4, Math.min(length - 2, 4_096)));
    at += 2 + length;
  }
  return null;
}

type Box = { readonly type: string; readonly body: Buffer };

function boxesIn(bytes: Buffer): Box[] {
  const boxes: Box[] = [];
  for (let at = 0; at + 8 <= bytes.length; ) {
    const size = bytes.readUInt32BE(at);
    if (size < 8 || at + size > bytes.length) break;
    boxes.push({ type: bytes.toString('latin1', at + 4, at + 8), body: bytes.subarray(at + 8, at + size) });
    at += size;
  }
  return boxes;
}

const bodyOf = (bytes: Buffer | undefined, type: string): Buffer | undefined =>
  bytes === undefined ? undefined : boxesIn(bytes).find((box) => box.type === type)?.body;

/** The largest surface the properties name: a picture made of tiles names its tiles too, and those are smaller. */
async function avifSize(read: ReadAt): Promise<PictureSize | null> {
  const meta = bodyOf(await read(0, MOST_META), 'meta');
  const properties = bodyOf(bodyOf(meta?.subarray(4), 'iprp'), 'ipco');
  if (properties === undefined) return null;
  let best: PictureSize | null = null;
  let turned = false;
  for (const { type, body } of boxesIn(properties)) {
    if (type === 'irot' && body.length > 0) turned = ((body[0] as number) & 1) === 1;
    if (type !== 'ispe' || body.length < 12) continue;
    const found = sized(body.readUInt32BE(4), body.readUInt32BE(8));
    if (found !== null && (best === null || found.width * found.height > best.width * best.height))
      best = found;
  }
  return best === null ? null : sized(best.width, best.height, turned);
}

async function sizeOf(type: FileType, head: Buffer, read: ReadAt): Promise<PictureSize | null> {
  switch (type.extension) {
    case 'png':
      return pngSize(head);
    case 'gif':
      return gifSize(head);
    case 'webp':
      return webpSize(head);
    case 'jpg':
      return jpegSize(read);
    case 'avif':
      return avifSize(read);
    default:
      return null;
  }
}

export type InspectedFile = FileType & {
  readonly bytes: number;
  /** Only for pictures. */
  readonly pixels: PictureSize | null;
};

const AS_BYTES: FileType = { extension: 'bin', mime: 'application/octet-stream' };

/**
 * What a file on disk is: type, size, and for a picture its surface. What begins like a picture but has no header one
 * could read is no picture, whatever it is called: it comes out as plain bytes. Rejects when it cannot be read.
 */
export async function inspectFile(path: string): Promise<InspectedFile> {
  const file = await open(path, 'r');
  try {
    const { size: bytes } = await file.stat();
    const read: ReadAt = async (offset, length) => {
      const buffer = Buffer.alloc(Math.max(0, Math.min(length, bytes - offset)));
      const { bytesRead } = await file.read(buffer, 0, buffer.length, offset);
      return buffer.subarray(0, bytesRead);
    };
    const head = await read(0, SNIFF_BYTES);
    const type = sniffType(head);
    if (!type.mime.startsWith('image/')) return { ...type, bytes, pixels: null };
    const pixels = await sizeOf(type, head, read);
    return { ...(pixels === null ? AS_BYTES : type), bytes, pixels };
  } finally {
    await file.close();
  }
}
