// Files that say they are something else, names that are paths, pictures that would not fit into memory: kept as bytes to
// download, or refused before anything is decoded.
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { thumbnailPath } from '../../electron/media/thumbnail-path.ts';
import { FILE_POLICY } from '../../electron/serving/security-headers.ts';
import { parseMediaAddress, serveMedia } from '../../electron/serving/user-files.ts';
import type { AttachmentFacts } from '../../shared/contract/attachments.ts';
import { gifClaiming, jpegClaiming, png, pngClaiming, webpClaiming } from '../support/picture-bytes.ts';
import { type Client, openTestCore, type TestCore } from '../support/test-core.ts';

let test: TestCore;
let client: Client;
let media = '';
beforeAll(async () => {
  test = await openTestCore();
  client = test.client;
  media = join(test.libraryDir, 'media');
});
afterAll(() => test.close());

async function attach(fileName: string, bytes: Buffer, asFile = false): Promise<AttachmentFacts> {
  const { uploadId } = await client.uploads.begin({ fileName, bytes: bytes.length });
  await client.uploads.append({ uploadId, offset: 0, data: bytes.toString('base64') });
  return client.attachments.fromUpload({ uploadId, ownerKind: null, ownerId: null, asFile });
}

const serve = async (path: string): Promise<Response> => {
  const address = parseMediaAddress(path);
  return address
    ? serveMedia(media, address, new Request(`http://127.0.0.1${path}`))
    : new Response(null, { status: 404 });
};

const SVG = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(2)</script></svg>',
);
const HTML = Buffer.from('<!doctype html><script>alert(1)</script>');
const PNG_START = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

describe('a file that says it is a picture', () => {
  it.each([
    ['an SVG', 'logo.svg', SVG],
    ['an SVG named .png', 'logo.png', SVG],
    ['a page named .png', 'holiday.png', HTML],
    ['a page behind the first bytes of a PNG', 'holiday.png', Buffer.concat([PNG_START, HTML])],
    [
      'a page behind the first bytes of a JPEG',
      'holiday.jpg',
      Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), HTML]),
    ],
    [
      'a page behind the first bytes of a WebP',
      'a.webp',
      Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBP', 'latin1'), HTML]),
    ],
    [
      'XML with a stylesheet',
      'data.gif',
      Buffer.from('<?xml version="1.0"?><?xml-stylesheet href="javascript:alert(1)"?><a/>'),
    ],
    ['a script named .avif', 'a.avif', Buffer.from('alert(1)')],
    ['nothing at all', 'empty.png', Buffer.alloc(0)],
  ])('%s is kept as a plain file, and only ever downloaded', async (_name, fileName, bytes) => {
    const facts = await attach(fileName, bytes);
    expect(facts.pixels).toBeUndefined();
    expect(facts.mime).not.toMatch(/^(image|audio|video)\/|html|xml|svg/);
    const answer = await serve(`/media/${facts.sha256}.${facts.extension}`);
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    expect(answer.headers.get('content-disposition')).toBe('attachment');
    expect(answer.headers.get('content-security-policy')).toBe(FILE_POLICY);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    await answer.body?.cancel();
    // Whoever asks for the same bytes under a telling ending gets no more.
    for (const extension of ['svg', 'html', 'xml', 'js', 'pdf']) {
      const other = await serve(`/media/${facts.sha256}.${extension}`);
      expect(other.headers.get('content-type')).toBe('application/octet-stream');
      await other.body?.cancel();
    }
  });

  it('does not become one by a record that says so', async () => {
    const facts = await attach('page.png', HTML);
    const record = await client.attachments.create({
      fields: { sha256: facts.sha256, extension: 'png', mime: 'image/png', bytes: 5, fileName: 'page.png' },
    });
    const [described] = await client.attachments.describe({ ids: [record.id] });
    expect(described).toMatchObject({ mime: 'text/plain', extension: 'txt', bytes: HTML.length });
    expect(described?.pixels).toBeUndefined();
  });
});

describe('a picture too large to be drawn', () => {
  it.each([
    ['PNG of 51 megapixels', pngClaiming(10_000, 5_100)],
    ['PNG of 4 billion by 4 billion', pngClaiming(0xffffffff, 0xffffffff)],
    ['PNG of one endless row', pngClaiming(60_000_000, 1)],
    ['JPEG of 65,535 squared', jpegClaiming(65_535, 65_535)],
    ['GIF of 65,535 squared', gifClaiming(65_535, 65_535)],
    ['WebP of 16 million squared', webpClaiming(16_777_216, 16_777_216)],
  ])('%s is refused by its header', async (_name, bytes) => {
    const before = process.memoryUsage().rss;
    await expect(attach('bomb.png', bytes)).rejects.toMatchObject({
      code: 'PICTURE_TOO_LARGE',
      data: { limit: 50_000_000 },
    });
    // Decoded, the smallest of them would take 200 MB.
    expect(process.memoryUsage().rss - before).toBeLessThan(120 * 1024 * 1024);
  });

  it('is never shown when it came in some other way', async () => {
    const facts = await attach('plan.png', pngClaiming(10_000, 5_100), true);
    expect(facts.pixels).toBeUndefined();
    expect(facts.thumb).toBe(false);
    expect(existsSync(thumbnailPath(media, facts.sha256))).toBe(false);
  });
});

describe('names that are paths', () => {
  it.each([
    '../../../../etc/passwd.png',
    '/etc/passwd',
    'C:\\Windows\\System32\\evil.png',
    '..\\..\\evil.png',
    'nul',
    'a\u0000b.png',
    'photo\u202egnp.exe',
    '.hidden',
    `${'x'.repeat(900)}.png`,
    '<img src=x onerror=alert(1)>.png',
    '%2e%2e%2f%2e%2e%2f.png',
  ])('%j reach no folder', async (name) => {
    const facts = await attach(name, png(3, 3, name.length));
    expect(facts.fileName).not.toContain('/');
    expect(existsSync(join(media, facts.sha256.slice(0, 2), facts.sha256))).toBe(true);
    const tops = readdirSync(media).filter((top) => !/^[0-9a-f]{2}$/.test(top) && top !== 'thumbs');
    expect(tops).toEqual([]);
    expect(existsSync(join(dirname(media), 'evil.png'))).toBe(false);
  });
});

describe('the address of a small version', () => {
  it('is a hash and nothing else', () => {
    const sha256 = 'a'.repeat(64);
    expect(parseMediaAddress(`/media/thumb/${sha256}.webp`)).toEqual({
      sha256,
      extension: 'webp',
      thumb: true,
    });
    for (const path of [
      `/media/thumb/${sha256}.png`,
      `/media/thumb/${sha256}`,
      `/media/thumb/../${sha256}.webp`,
      `/media/thumb/%2e%2e/${sha256}.webp`,
      `/media/thumb/${'A'.repeat(64)}.webp`,
      `/media/thumb/${sha256.slice(1)}.webp`,
      `/media/thumb/${sha256}.webp/x`,
      `/media/thumbs/${sha256}.webp`,
    ])
      expect(parseMediaAddress(path), path).toBeNull();
  });

  it('gives a picture and only a picture, and 404 where there is none', async () => {
    const facts = await attach('large.png', png(1_000, 800, 7));
    await expect.poll(() => existsSync(thumbnailPath(media, facts.sha256)), { timeout: 20_000 }).toBe(true);
    const answer = await serve(`/media/thumb/${facts.sha256}.webp`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('image/webp');
    expect(answer.headers.get('content-security-policy')).toBe(FILE_POLICY);
    await answer.body?.cancel();
    expect((await serve(`/media/thumb/${'b'.repeat(64)}.webp`)).status).toBe(404);
  });
});
