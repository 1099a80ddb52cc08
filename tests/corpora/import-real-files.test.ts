import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eachRecord } from '../../electron/data/records.ts';
import { importCases } from '../../electron/importers/case-import.ts';
import { previewCases } from '../../electron/importers/case-preview.ts';
import { caseSchema } from '../../shared/domain/case.ts';
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
