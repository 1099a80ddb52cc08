import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FILE_MAX_BYTES, keepFile, PICTURE_MAX_PIXELS } from '../../electron/media/keep-file.ts';
import { inspectFile } from '../../electron/media/picture-size.ts';
import { blobPath, eachBlob, storeBlob, sweepBlobs } from '../../electron/media/store-blob.ts';
import { hasThumbnail, thumbnailPath } from '../../electron/media/thumbnail-path.ts';
import { makeThumbnail } from '../../electron/media/thumbnails.ts';
import {
  gifClaiming,
  jpegClaiming,
  movingWebp,
  png,
  pngClaiming,
  turnedJpeg,
  wav,
  webpClaiming,
} from '../support/picture-bytes.ts';

let folder = '';
let root = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'heirloom-files-'));
  root = join(folder, 'media');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function file(bytes: Buffer | string, name = 'one'): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

async function blobs(): Promise<number> {
  let count = 0;
  for await (const _ of eachBlob(root)) count += 1;
  return count;
}

describe('the size of a picture', () => {
  it.each<readonly [string, Buffer, string, { width: number; height: number }]>([
    ['PNG', png(7, 5), 'png', { width: 7, height: 5 }],
    ['JPEG', jpegClaiming(640, 480), 'jpg', { width: 640, height: 480 }],
    ...[5, 6, 7, 8].map(
      (orientation) =>
        [
          `JPEG turned by a quarter (${orientation})`,
          jpegClaiming(640, 480, { orientation }),
          'jpg',
          { width: 480, height: 640 },
        ] as const,
    ),
    [
      'JPEG with its tables first',
      Buffer.concat([
        jpegClaiming(640, 480).subarray(0, 2),
        Buffer.from([0xff, 0xc4, 0, 11, 8, 0, 1, 0, 1, 3, 1, 1, 0]),
        jpegClaiming(640, 480).subarray(2),
      ]),
      'jpg',
      { width: 640, height: 480 },
    ],
    ['JPEG upside down', jpegClaiming(640, 480, { orientation: 3 }), 'jpg', { width: 640, height: 480 }],
    [
      'JPEG behind 300 KB of a camera’s notes',
      jpegClaiming(4_000, 3_000, { padding: 300_000 }),
      'jpg',
      { width: 4_000, height: 3_000 },
    ],
    ['GIF', gifClaiming(12, 34), 'gif', { width: 12, height: 34 }],
    ['WebP', webpClaiming(4_097, 3), 'webp', { width: 4_097, height: 3 }],
  ])('is read from the header of a %s', async (_name, bytes, extension, pixels) => {
    expect(await inspectFile(file(bytes))).toMatchObject({ extension, pixels, bytes: bytes.length });
  });

  it('of an AVIF is the whole, not a tile, and heeds its turn', async () => {
    const box = (type: string, ...parts: Buffer[]): Buffer => {
      const body = Buffer.concat(parts);
      const head = Buffer.alloc(8);
      head.writeUInt32BE(body.length + 8);
      head.write(type, 4, 'latin1');
      return Buffer.concat([head, body]);
    };
    const extent = (width: number, height: number): Buffer => {
      const body = Buffer.alloc(12);
      body.writeUInt32BE(width, 4);
      body.writeUInt32BE(height, 8);
      return box('ispe', body);
    };
    const properties = box('ipco', extent(64, 64), extent(3_000, 2_000), box('irot', Buffer.from([1])));
    const bytes = Buffer.concat([
      box('ftyp', Buffer.from('avif\0\0\0\0avifmif1', 'latin1')),
      box('meta', Buffer.alloc(4), box('iprp', properties)),
    ]);
    expect(await inspectFile(file(bytes))).toMatchObject({
      mime: 'image/avif',
      pixels: { width: 2_000, height: 3_000 },
    });
  });

  it.each([
    ['a PNG that ends behind its first bytes', png(7, 5).subarray(0, 16)],
    ['a PNG of no width', pngClaiming(0, 5)],
    [
      'a PNG with another first part',
      Buffer.from(png(7, 5).toString('latin1').replace('IHDR', 'HRDI'), 'latin1'),
    ],
    ['a JPEG without a size', Buffer.from([0xff, 0xd8, 0xff, 0xda, 0, 2, 1, 2, 3, 4, 5, 6, 7])],
    [
      'a JPEG of nothing but segments',
      Buffer.concat([Buffer.from([0xff, 0xd8]), Buffer.alloc(90_000, Buffer.from([0xff, 0xe2, 0, 2]))]),
    ],
    [
      'a JPEG with a segment of no length',
      Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe2, 0, 0]), jpegClaiming(640, 480).subarray(2)]),
    ],
    ['a WebP of an unknown sort', Buffer.from('RIFF\0\0\0\0WEBPVP9?aaaaaaaaaaaaaaaa', 'latin1')],
    ['an AVIF without properties', Buffer.from('\0\0\0\x14ftypavif\0\0\0\0avif', 'latin1')],
  ])('is not guessed for %s: that is a file of bytes', async (_name, bytes) => {
    expect(await inspectFile(file(bytes))).toMatchObject({
      extension: 'bin',
      mime: 'application/octet-stream',
      pixels: null,
    });
  });

  it('is told for nothing else', async () => {
    expect(await inspectFile(file(wav()))).toMatchObject({ mime: 'audio/wav', pixels: null });
    expect(await inspectFile(file('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toMatchObject({
      extension: 'txt',
      pixels: null,
    });
    expect(await inspectFile(file(''))).toMatchObject({ extension: 'bin', bytes: 0, pixels: null });
  });
});

describe('keeping a file', () => {
  it('takes a picture of just the limit and refuses one row more, before anything is copied', async () => {
    const kept = await keepFile(root, file(pngClaiming(10_000, 5_000)));
    expect(kept.pixels).toEqual({ width: 10_000, height: 5_000 });
    expect(kept.pixels && kept.pixels.width * kept.pixels.height).toBe(PICTURE_MAX_PIXELS);
    await expect(keepFile(root, file(pngClaiming(10_000, 5_001)))).rejects.toMatchObject({
      refusal: { code: 'picture-too-large', pixels: 50_010_000, limit: PICTURE_MAX_PIXELS },
    });
    // A surface whose product leaves 32 bits.
    await expect(keepFile(root, file(pngClaiming(0x7fffffff, 0x7fffffff)))).rejects.toMatchObject({
      refusal: { code: 'picture-too-large' },
    });
    expect(await blobs()).toBe(1);
  });

  it('keeps a huge picture as a file when that is what was asked for, and shows none', async () => {
    const kept = await keepFile(root, file(pngClaiming(10_000, 5_001)), { asFile: true });
    expect(kept).toMatchObject({ mime: 'image/png', pixels: null });
  });

  it('refuses a file of more than 512 MB', async () => {
    const path = file('');
    const { truncateSync } = await import('node:fs');
    truncateSync(path, FILE_MAX_BYTES + 1);
    await expect(keepFile(root, path)).rejects.toMatchObject({
      refusal: { code: 'file-too-large', bytes: FILE_MAX_BYTES + 1, limit: FILE_MAX_BYTES },
    });
    expect(existsSync(root)).toBe(false);
  });
});

describe('small versions', () => {
  it('are made once, no longer than 480 pixels, beside the picture', async () => {
    const { sha256, pixels } = await keepFile(root, file(png(1_200, 600)));
    expect(pixels).not.toBeNull();
    expect(await makeThumbnail(root, sha256, { width: 1_200, height: 600 })).toBe(true);
    const small = await inspectFile(thumbnailPath(root, sha256));
    expect(small).toMatchObject({ extension: 'webp', pixels: { width: 480, height: 240 } });
    // They are not contents of their own.
    expect(await blobs()).toBe(1);
  });

  it('stand upright as the camera was held', async () => {
    const { Transformer } = await import('@napi-rs/image');
    const lying = await new Transformer(png(1_200, 600)).jpeg(80);
    const { sha256, pixels } = await keepFile(root, file(turnedJpeg(lying, 6)));
    expect(pixels).toEqual({ width: 600, height: 1_200 });
    expect(await makeThumbnail(root, sha256, { width: 600, height: 1_200 })).toBe(true);
    expect((await inspectFile(thumbnailPath(root, sha256))).pixels).toEqual({ width: 240, height: 480 });
  });

  it('begin as soon as a picture is kept, without anybody asking', async () => {
    const { sha256 } = await keepFile(root, file(png(1_200, 600)));
    await expect.poll(() => hasThumbnail(root, sha256), { timeout: 60_000 }).toBe(true);
  });

  it('are made again when they are lost', async () => {
    const { sha256 } = await keepFile(root, file(png(1_200, 600)));
    await makeThumbnail(root, sha256, { width: 1_200, height: 600 });
    rmSync(thumbnailPath(root, sha256));
    expect(await makeThumbnail(root, sha256, { width: 1_200, height: 600 })).toBe(true);
    expect(hasThumbnail(root, sha256)).toBe(true);
  });

  it('are not made of what is small, moves or cannot be decoded, and nobody hears of it', async () => {
    const small = await keepFile(root, file(png(40, 40)));
    const gif = await keepFile(root, file(gifClaiming(900, 900)));
    const { Transformer } = await import('@napi-rs/image');
    const still = Buffer.from(await new Transformer(png(900, 900)).webp(50));
    const moving = await keepFile(root, file(movingWebp(still, 900, 900)));
    expect(moving.pixels).toEqual({ width: 900, height: 900 });
    const broken = await keepFile(root, file(pngClaiming(900, 900)));
    expect(await makeThumbnail(root, small.sha256, { width: 40, height: 40 })).toBe(false);
    for (const { sha256 } of [gif, moving, broken])
      expect(await makeThumbnail(root, sha256, { width: 900, height: 900 })).toBe(false);
    expect(existsSync(join(root, 'thumbs'))).toBe(false);
    // Nor is it tried again by every page that shows it.
    writeFileSync(blobPath(root, broken.sha256), png(900, 900));
    expect(await makeThumbnail(root, broken.sha256, { width: 900, height: 900 })).toBe(false);
    // The one that moves could have been made.
    expect((await inspectFile(file(still, 'still'))).pixels).toEqual({ width: 900, height: 900 });
  });

  it('leave nothing half behind', async () => {
    const { sha256 } = await keepFile(root, file(png(1_200, 600)));
    await Promise.all([1, 2, 3].map(() => makeThumbnail(root, sha256, { width: 1_200, height: 600 })));
    expect(readdirSync(join(root, 'thumbs', sha256.slice(0, 2)))).toEqual([`${sha256}.webp`]);
  });
});

describe('sweeping', () => {
  it('takes the small version along', async () => {
    const { sha256 } = await keepFile(root, file(png(1_200, 600)));
    await makeThumbnail(root, sha256, { width: 1_200, height: 600 });
    await sweepBlobs(root, { isUsed: () => false, olderThan: Date.now() + 60_000 });
    expect(existsSync(blobPath(root, sha256))).toBe(false);
    expect(hasThumbnail(root, sha256)).toBe(false);
  });

  it('spares an old content that was just stored again', async () => {
    const source = file('kept');
    const { sha256 } = await storeBlob(root, source);
    const old = new Date('2020-01-01T00:00:00Z');
    utimesSync(blobPath(root, sha256), old, old);
    await storeBlob(root, source);
    const swept = await sweepBlobs(root, { isUsed: () => false, olderThan: old.getTime() + 1_000 });
    expect(swept.removed).toBe(0);
    expect(readFileSync(blobPath(root, sha256), 'utf8')).toBe('kept');
  });
});
