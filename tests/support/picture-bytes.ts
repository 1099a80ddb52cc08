// Pictures, sounds and papers made here, byte by byte, so that the tests bring no binaries along: small true ones, and
// headers that claim what the file does not hold.
import { crc32, deflateSync } from 'node:zlib';

function chunk(type: string, body: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, sum]);
}

const PNG_START = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function pngHeader(width: number, height: number, isGrey: boolean): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // 8 bits, grey or red, green and blue.
  header[8] = 8;
  header[9] = isGrey ? 0 : 2;
  return chunk('IHDR', header);
}

/** A true picture: of one colour (red, green and blue from 0 to 255), or of greys, each number another content of the same size. */
export function png(
  width: number,
  height: number,
  look: number | readonly [number, number, number] = 0,
): Buffer {
  const isGrey = typeof look === 'number';
  const length = 1 + width * (isGrey ? 1 : 3);
  const rows = Buffer.alloc(length * height);
  for (let row = 0; row < height; row += 1) {
    const start = row * length + 1;
    if (isGrey)
      for (let column = 0; column < width; column += 1)
        rows[start + column] = (row * 3 + column * 5 + look) % 256;
    else rows.fill(Buffer.from(look), start, start + width * 3);
  }
  return Buffer.concat([
    PNG_START,
    pngHeader(width, height, isGrey),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Says how large it is and stops there: enough for whoever reads headers, nothing for whoever decodes. */
export const pngClaiming = (width: number, height: number): Buffer =>
  Buffer.concat([PNG_START, pngHeader(width, height, true), chunk('IDAT', deflateSync(Buffer.alloc(64)))]);

const segment = (marker: number, body: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};

/** The notes of a camera that say how it was held (EXIF orientation 1 to 8). */
function exif(orientation: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('MM\0*', 0, 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(0x0112, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
}

/** The head of a JPEG with `padding` bytes of other segments before its size, as cameras write them. */
export function jpegClaiming(
  width: number,
  height: number,
  options: { readonly orientation?: number; readonly padding?: number } = {},
): Buffer {
  const frame = Buffer.alloc(15);
  frame[0] = 8;
  frame.writeUInt16BE(height, 1);
  frame.writeUInt16BE(width, 3);
  frame[5] = 3;
  const before: Buffer[] = [];
  for (let left = options.padding ?? 0; left > 0; left -= 60_000)
    before.push(segment(0xe2, Buffer.alloc(Math.min(left, 60_000))));
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...(options.orientation === undefined ? [] : [segment(0xe1, exif(options.orientation))]),
    ...before,
    segment(0xc0, frame),
    Buffer.from([0xff, 0xda, 0, 2, 0xff, 0xd9]),
  ]);
}

export function gifClaiming(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(32);
  bytes.write('GIF89a', 0, 'latin1');
  bytes.writeUInt16LE(width, 6);
  bytes.writeUInt16LE(height, 8);
  return bytes;
}

export function webpClaiming(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(40);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(32, 4);
  bytes.write('WEBPVP8X', 8, 'latin1');
  bytes.writeUInt32LE(10, 16);
  bytes.writeUIntLE(width - 1, 24, 3);
  bytes.writeUIntLE(height - 1, 27, 3);
  return bytes;
}

/** A true JPEG with the camera's note of how it was held. */
export const turnedJpeg = (jpeg: Buffer, orientation: number): Buffer =>
  Buffer.concat([jpeg.subarray(0, 2), segment(0xe1, exif(orientation)), jpeg.subarray(2)]);

/** A true WebP that stands still, twice, as a picture that moves. */
export function movingWebp(still: Buffer, width: number, height: number): Buffer {
  const part = (type: string, body: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.write(type, 0, 'latin1');
    head.writeUInt32LE(body.length, 4);
    return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
  };
  const canvas = Buffer.alloc(10);
  canvas[0] = 0x02;
  canvas.writeUIntLE(width - 1, 4, 3);
  canvas.writeUIntLE(height - 1, 7, 3);
  const frame = Buffer.alloc(16);
  frame.writeUIntLE(width - 1, 6, 3);
  frame.writeUIntLE(height - 1, 9, 3);
  frame.writeUIntLE(100, 12, 3);
  const one = part('ANMF', Buffer.concat([frame, still.subarray(12)]));
  const parts = [part('VP8X', canvas), part('ANIM', Buffer.alloc(6)), one, one];
  return part('RIFF', Buffer.concat([Buffer.from('WEBP', 'latin1'), ...parts]));
}

/** A quiet tone that every player takes: 8,000 samples a second, a tenth of a second if nothing is said. */
export function wav(samples = 800): Buffer {
  const bytes = Buffer.alloc(44 + samples * 2);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(36 + samples * 2, 4);
  bytes.write('WAVEfmt ', 8, 'latin1');
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(8_000, 24);
  bytes.writeUInt32LE(16_000, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36, 'latin1');
  bytes.writeUInt32LE(samples * 2, 40);
  for (let at = 0; at < samples; at += 1)
    bytes.writeInt16LE(Math.round(Math.sin(at / 4) * 2_000), 44 + at * 2);
  return bytes;
}

/** A PDF of one empty page, good enough to be told by its first bytes. */
export const tinyPdf = (): Buffer =>
  Buffer.from(
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
    'latin1',
  );
