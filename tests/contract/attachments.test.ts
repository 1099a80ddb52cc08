import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blobPath } from '../../electron/media/store-blob.ts';
import { hasThumbnail, thumbnailPath } from '../../electron/media/thumbnail-path.ts';
import type { Id } from '../../shared/base/ids.ts';
import { png, pngClaiming, wav } from '../support/picture-bytes.ts';
import { openTestCore, type TestCore } from '../support/test-core.ts';
import { CARRIERS, type ContractClient } from './carriers.ts';

const NOBODY = '01990000-0000-7000-8000-000000000000' as Id;

async function upload(client: ContractClient, fileName: string, bytes: Buffer): Promise<string> {
  const { uploadId } = await client.uploads.begin({ fileName, bytes: bytes.length });
  const piece = 1024 * 1024;
  for (let offset = 0; offset < bytes.length; offset += piece) {
    const data = bytes.subarray(offset, offset + piece).toString('base64');
    await client.uploads.append({ uploadId, offset, data });
  }
  return uploadId;
}

describe.each(CARRIERS)('attachments over $name', (carrier) => {
  let test: TestCore;
  let client: ContractClient;
  let disconnect: () => Promise<void>;
  let ownerId: Id;
  let media = '';

  const attach = async (fileName: string, bytes: Buffer, more: { asFile?: boolean } = {}) =>
    client.attachments.fromUpload({
      uploadId: await upload(client, fileName, bytes),
      ownerKind: 'note',
      ownerId,
      ...more,
    });

  beforeAll(async () => {
    test = await openTestCore();
    media = join(test.libraryDir, 'media');
    ({ client, close: disconnect } = await carrier.connect(test.core));
    ownerId = (await client.notes.create({ fields: { title: 'host' } })).id;
  });
  afterAll(async () => {
    await disconnect();
    await test.close();
  });

  it('say how large a picture is, who it belongs to, and give its bytes back', async () => {
    const bytes = png(64, 48, 1);
    const facts = await attach('pump.png', bytes);
    expect(facts).toMatchObject({
      extension: 'png',
      mime: 'image/png',
      bytes: bytes.length,
      fileName: 'pump.png',
      pixels: { width: 64, height: 48 },
      missing: false,
    });
    expect(await client.attachments.get({ id: facts.id })).toMatchObject({ ownerKind: 'note', ownerId });
    expect(readFileSync(blobPath(media, facts.sha256)).equals(bytes)).toBe(true);
  });

  it('answer for many at once; unknown ones are left out', async () => {
    const picture = await attach('a.png', png(8, 8, 2));
    const sound = await attach('a.wav', wav());
    const found = await client.attachments.describe({ ids: [sound.id, NOBODY, picture.id, sound.id] });
    expect(new Set(found.map((one) => one.id))).toEqual(new Set([picture.id, sound.id]));
    expect(found).toHaveLength(2);
    const heard = found.find((one) => one.id === sound.id);
    expect(heard).toMatchObject({ mime: 'audio/wav', missing: false });
    expect(heard?.pixels).toBeUndefined();
    expect(await client.attachments.describe({ ids: [] })).toEqual([]);
  });

  it('are the same for the same file of the same owner, and never another name or owner', async () => {
    const bytes = png(9, 9, 3);
    const first = await attach('same.png', bytes);
    expect((await attach('same.png', bytes)).id).toBe(first.id);
    const renamed = await attach('other.png', bytes);
    expect(renamed.id).not.toBe(first.id);
    expect(renamed.sha256).toBe(first.sha256);
    const elsewhere = await client.attachments.fromUpload({
      uploadId: await upload(client, 'same.png', bytes),
      ownerKind: null,
      ownerId: null,
    });
    expect(elsewhere.id).not.toBe(first.id);
  });

  it('are missing, not gone, when the file is', async () => {
    const facts = await attach('lost.png', png(10, 10, 4));
    rmSync(blobPath(media, facts.sha256));
    const [found] = await client.attachments.describe({ ids: [facts.id] });
    expect(found).toMatchObject({ missing: true, fileName: 'lost.png', thumb: false, bytes: facts.bytes });
    expect(found?.pixels).toBeUndefined();
    // Brought back, it is there again.
    await attach('lost.png', png(10, 10, 4));
    expect((await client.attachments.describe({ ids: [facts.id] }))[0]?.missing).toBe(false);
  });

  it('refuse a picture of more than 50 megapixels with its own code, unless it is only a file', async () => {
    const bytes = pngClaiming(10_000, 5_100);
    await expect(attach('plan.png', bytes)).rejects.toMatchObject({
      code: 'PICTURE_TOO_LARGE',
      data: { pixels: 51_000_000, limit: 50_000_000 },
    });
    expect(
      (await client.attachments.list({ filter: { ownerId } })).items.map((one) => one.fileName),
    ).not.toContain('plan.png');
    const asFile = await attach('plan.png', bytes, { asFile: true });
    expect(asFile.pixels).toBeUndefined();
    expect(asFile.missing).toBe(false);
  });

  it('say that an upload is not there, also after it was used', async () => {
    const uploadId = await upload(client, 'once.txt', Buffer.from('once'));
    const input = { uploadId, ownerKind: 'note' as const, ownerId };
    await client.attachments.fromUpload(input);
    await expect(client.attachments.fromUpload(input)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('make a small version by and by, and again when it is lost', async () => {
    const facts = await attach('large.png', png(1_000, 700, 5));
    const thumb = async (): Promise<boolean> =>
      (await client.attachments.describe({ ids: [facts.id] }))[0]?.thumb ?? false;
    await expect.poll(thumb, { timeout: 20_000 }).toBe(true);
    rmSync(thumbnailPath(media, facts.sha256));
    expect(await thumb()).toBe(false);
    await expect.poll(thumb, { timeout: 20_000 }).toBe(true);
    expect(hasThumbnail(media, facts.sha256)).toBe(true);
  });
});
