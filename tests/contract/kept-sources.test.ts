import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blobPath } from '../../electron/media/store-blob.ts';
import type { NoteImportReport } from '../../shared/contract/imports.ts';
import { png } from '../support/picture-bytes.ts';
import { openTestCore, type TestCore } from '../support/test-core.ts';
import { CARRIERS, type ContractClient } from './carriers.ts';

describe.each(CARRIERS)('kept originals over $name', (carrier) => {
  let test: TestCore;
  let client: ContractClient;
  let disconnect: () => Promise<void>;

  const bring = async (keepSource: boolean, files: Readonly<Record<string, string | Buffer>>) => {
    const staged = Object.entries(files).map(([name, content]) => {
      const path = join(test.folder, name);
      writeFileSync(path, content);
      return { uploadId: test.core.takePath(path), path: name };
    });
    const { jobId } = await client.imports.startNotes({ files: staged, source: 'plans', keepSource });
    const report = (await test.core.finished(jobId)) as NoteImportReport;
    expect(report.rejected).toEqual([]);
    const { items } = await client.notes.list({});
    return items;
  };

  beforeAll(async () => {
    test = await openTestCore();
    ({ client, close: disconnect } = await carrier.connect(test.core));
  });
  afterAll(async () => {
    await disconnect();
    await test.close();
  });

  it('are told of with the day they came, and pictures of the note are none', async () => {
    const red = png(4, 4, [200, 0, 0]);
    const [note] = await bring(true, { 'plan.md': '# Plan\n\nWords ![red](red.png)', 'red.png': red });
    const sources = await client.attachments.sources({ ownerId: note!.id });
    expect(sources).toMatchObject([{ fileName: 'plan.md', missing: false, extension: 'txt' }]);
    expect(sources[0]!.broughtIn).toMatch(/^2026-11-02T/);
    const media = join(test.libraryDir, 'media');
    const path = blobPath(media, sources[0]!.sha256);
    expect(readFileSync(path, 'utf8')).toContain('# Plan');
    // A new form of the file is kept beside the old one; the newest is told of first.
    await bring(true, { 'plan.md': '# Plan\n\nOther words ![red](red.png)', 'red.png': red });
    const both = await client.attachments.sources({ ownerId: note!.id });
    expect(both).toHaveLength(2);
    expect(both[1]!.sha256).toBe(sources[0]!.sha256);
    rmSync(path);
    expect((await client.attachments.sources({ ownerId: note!.id }))[1]).toMatchObject({ missing: true });
  });

  it('are none where they were not kept, and for nobody', async () => {
    const notes = await bring(false, { 'other.md': '# Other\n\nText' });
    const other = notes.find(({ title }) => title === 'Other');
    expect(await client.attachments.sources({ ownerId: other!.id })).toEqual([]);
    const nobody = '01990000-0000-7000-8000-000000000000';
    expect(await client.attachments.sources({ ownerId: nobody })).toEqual([]);
  });
});
