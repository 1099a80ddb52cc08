import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import yauzl from 'yauzl';
import { eachRecord } from '../../electron/data/records.ts';
import { importCases } from '../../electron/importers/case-import.ts';
import { previewCases } from '../../electron/importers/case-preview.ts';
import { importNotes } from '../../electron/importers/note-import.ts';
import { caseSchema } from '../../shared/domain/case.ts';
import { noteSchema } from '../../shared/domain/note.ts';
import { type SmallLibrary, smallLibrary } from '../support/small-library.ts';

const CORPORA = process.env.HEIRLOOM_CORPORA ?? join(import.meta.dirname, '../../../shared/data');

let library: SmallLibrary;
beforeEach(() => {
  library = smallLibrary();
});
afterEach(() => library.close());

const common = () => ({
  db: library.db,
  dryRun: false,
  now: library.now,
  makeId: library.makeId,
  authorId: null,
  onProgress: () => {},
  signal: new AbortController().signal,
});

describe.skipIf(!existsSync(CORPORA))('real case files', () => {
  it.each([
    ['cases-mwo-excavators/excavators.csv', 5_485, ['openedAt', 'product', 'title']],
    ['cases-mwo-excavators/excavators-cleaned.csv', 5_485, ['openedAt', 'product', 'title']],
    ['cases-cfpb-narratives/complaints.csv', 2_000, ['description', 'product', 'customerName']],
    [
      'cases-vendor-shapes/zendesk-fivetran/ticket_data.csv',
      10,
      ['externalKey', 'title', 'description', 'status'],
    ],
    ['cases-vendor-shapes/freshservice/ticket.json', 1, ['externalKey', 'title', 'description', 'tags']],
    [
      'cases-vendor-shapes/salesforce-tree/ebikes-Cases.json',
      1,
      ['externalKey', 'title', 'description', 'channel'],
    ],
    ['cases-vendor-shapes/salesforce-tree/ecars-Cases.json', 1, ['title', 'description', 'product']],
    ['qa-docusign-forum/java-v4.csv', 486, ['externalKey', 'title', 'description', 'openedAt']],
    ['qa-docusign-forum/misc-v1.csv', 2_217, ['externalKey', 'title', 'description', 'openedAt']],
  ])('%s: %i rows, all in, none twice', async (name, rows, targets) => {
    const path = join(CORPORA, name);
    const preview = await previewCases(path, name);
    expect(preview.mapping.map((one) => one.target)).toEqual(expect.arrayContaining(targets));
    const options = { ...common(), path, source: name, reading: preview.reading, mapping: preview.mapping };
    expect(await importCases(options)).toMatchObject({
      created: rows,
      updated: 0,
      unchanged: 0,
      rejectedCount: 0,
    });
    expect(await importCases(options)).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: rows,
      rejectedCount: 0,
    });
    let seen = 0;
    for (const one of eachRecord(library.db, 'case')) {
      seen += 1;
      if (seen % 50 === 0) expect(caseSchema.parse(one)).toEqual(one);
    }
    expect(seen).toBe(rows);
  });
});

const VAULT = join(CORPORA, 'vault-obsidian-hub/obsidian-hub.zip');
/** The whole vault takes a minute; every eighth note tells as much. */
const EVERY = 8;

describe.skipIf(!existsSync(VAULT))('a real vault', () => {
  it('comes in whole, and nothing of it twice', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'heirloom-vault-'));
    try {
      const files: { path: string; relativePath: string }[] = [];
      const zip = await yauzl.openPromise(VAULT, { lazyEntries: true });
      let count = 0;
      for await (const entry of zip.eachEntry()) {
        count += 1;
        if (!entry.fileName.endsWith('.md') || count % EVERY !== 0) continue;
        const path = join(folder, `${createHash('sha256').update(entry.fileName).digest('hex')}.md`);
        mkdirSync(dirname(path), { recursive: true });
        const parts: Buffer[] = [];
        for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer);
        writeFileSync(path, Buffer.concat(parts));
        files.push({ path, relativePath: entry.fileName });
      }
      expect(files.length).toBeGreaterThan(500);
      const options = { ...common(), files, source: 'hub', language: '' };
      expect(await importNotes(options)).toMatchObject({ created: files.length, rejectedCount: 0 });
      expect(await importNotes(options)).toMatchObject({ created: 0, updated: 0, unchanged: files.length });
      let mentions = 0;
      for (const one of eachRecord(library.db, 'note')) {
        expect(noteSchema.safeParse(one).success).toBe(true);
        if (JSON.stringify(one.document).includes('"mention"')) mentions += 1;
      }
      expect(mentions).toBeGreaterThan(50);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
