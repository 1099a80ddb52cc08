import { createHash } from 'node:crypto';
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
import { sniffType } from '../../electron/media/sniff.ts';
import {
  blobPath,
  eachBlob,
  hasBlob,
  storeBlob,
  sweepBlobs,
  verifyBlob,
} from '../../electron/media/store-blob.ts';

let folder = '';
let root = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'heirloom-media-'));
  root = join(folder, 'media');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, bytes: Buffer | string): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

describe('the content store', () => {
  it('keeps a file under its hash, once, and leaves the source alone', async () => {
    const bytes = Buffer.from('one two three');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const first = await storeBlob(root, file('a.exe', bytes));
    expect(first).toEqual({ sha256, extension: 'txt', mime: 'text/plain', bytes: bytes.length });
    expect(await storeBlob(root, file('b.html', bytes))).toEqual(first);
    expect(readFileSync(blobPath(root, sha256)).equals(bytes)).toBe(true);
    const all: string[] = [];
    for await (const blob of eachBlob(root)) all.push(blob.sha256);
    expect(all).toEqual([sha256]);
    expect(existsSync(join(folder, 'a.exe'))).toBe(true);
    expect(readdirSync(root)).toEqual([sha256.slice(0, 2)]);
  });

  it('leaves nothing when the source cannot be read or the work is cancelled', async () => {
    await expect(storeBlob(root, join(folder, 'absent'))).rejects.toThrow();
    const stop = AbortSignal.abort(new Error('stop'));
    await expect(storeBlob(root, file('big', Buffer.alloc(5_000_000)), { signal: stop })).rejects.toThrow(
      'stop',
    );
    expect(readdirSync(root)).toEqual([]);
  });

  it('refuses names that are no hash: nothing of a user or a package becomes a path', () => {
    for (const name of ['../../etc/passwd', 'A'.repeat(64), 'a'.repeat(63), `${'a'.repeat(64)}/x`, ''])
      expect(() => blobPath(root, name)).toThrow();
  });

  it('knows a damaged blob', async () => {
    const { sha256 } = await storeBlob(root, file('a', 'good'));
    expect(await verifyBlob(root, sha256)).toBe(true);
    writeFileSync(blobPath(root, sha256), 'bad');
    expect(await verifyBlob(root, sha256)).toBe(false);
    expect(await verifyBlob(root, 'f'.repeat(64))).toBe(false);
  });

  it('heals a blob that was cut short when its content comes again', async () => {
    const source = file('a.txt', 'one two three');
    const { sha256 } = await storeBlob(root, source);
    writeFileSync(blobPath(root, sha256), 'one t');
    expect(await verifyBlob(root, sha256)).toBe(false);
    await storeBlob(root, source);
    expect(await verifyBlob(root, sha256)).toBe(true);
  });

  it('sweeps what nobody uses, but not what has just come', async () => {
    const used = await storeBlob(root, file('a', 'used'));
    const old = await storeBlob(root, file('b', 'old'));
    const fresh = await storeBlob(root, file('c', 'fresh'));
    writeFileSync(join(root, '.incoming-1'), 'half');
    const long = new Date(1_000_000_000_000);
    for (const path of [blobPath(root, used.sha256), blobPath(root, old.sha256), join(root, '.incoming-1')])
      utimesSync(path, long, long);
    const swept = await sweepBlobs(root, {
      isUsed: (one) => one === used.sha256,
      olderThan: 1_500_000_000_000,
    });
    expect(swept).toEqual({ removed: 2, bytes: 7 });
    expect([used, old, fresh].map((one) => hasBlob(root, one.sha256))).toEqual([true, false, true]);
    expect(await sweepBlobs(join(folder, 'none'), { isUsed: () => true, olderThan: Date.now() })).toEqual({
      removed: 0,
      bytes: 0,
    });
  });
});

describe('the type of a file', () => {
  const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');
  const cases: readonly (readonly [string, Buffer, string])[] = [
    ['PNG', bytes('\x89PNG\r\n\x1a\n...'), 'png'],
    ['JPEG', bytes('\xff\xd8\xff\xe0'), 'jpg'],
    ['GIF', bytes('GIF89a..'), 'gif'],
    ['WebP', bytes('RIFF\0\0\0\0WEBPVP8 '), 'webp'],
    ['WAV', bytes('RIFF\0\0\0\0WAVEfmt '), 'wav'],
    ['AVIF', bytes('\0\0\0\x1cftypavif'), 'avif'],
    ['MP4', bytes('\0\0\0\x1cftypisom'), 'mp4'],
    ['M4A', bytes('\0\0\0\x1cftypM4A '), 'm4a'],
    ['Ogg Opus', bytes('OggS\0\x02......OpusHead'), 'opus'],
    ['Ogg Vorbis', bytes('OggS\0\x02......\x01vorbis'), 'ogg'],
    ['FLAC', bytes('fLaC....'), 'flac'],
    ['MP3 with tags', bytes('ID3\x04'), 'mp3'],
    ['MP3 frame', bytes('\xff\xfb\x90\x64'), 'mp3'],
    ['WebM sound', bytes('\x1a\x45\xdf\xa3....A_OPUS'), 'weba'],
    ['WebM', bytes('\x1a\x45\xdf\xa3....V_VP9 A_OPUS'), 'webm'],
    ['PDF', bytes('%PDF-1.7'), 'pdf'],
    ['zip', bytes('PK\x03\x04'), 'zip'],
    ['text', Buffer.from('سلام\n世界'), 'txt'],
    ['nothing', Buffer.alloc(0), 'bin'],
    ['noise', bytes('\x00\x01\x02\x03'), 'bin'],
    ['broken UTF-8', bytes('abc\xff\xfe'), 'bin'],
  ];
  for (const [what, head, extension] of cases)
    it(`is read from its bytes: ${what}`, () => expect(sniffType(head).extension).toBe(extension));

  it('is never one that could carry script', () => {
    for (const text of [
      '<!doctype html><script>alert(1)</script>',
      '<svg onload=alert(1)>',
      '<?xml version="1.0"?><x/>',
    ])
      expect(sniffType(Buffer.from(text))).toEqual({ extension: 'txt', mime: 'text/plain' });
  });
});
