import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { eachRecord, itemOf } from '../../electron/data/records.ts';
import { storeBlob } from '../../electron/media/store-blob.ts';
import { contentHash } from '../../electron/packages/content-hash.ts';
import { verifyPackage } from '../../electron/packages/verify-package.ts';
import { RECORD_KINDS } from '../../shared/domain/record.ts';
import { exportFrom, importInto, previewIn } from '../support/package-trip.ts';
import { paragraphs, type SmallLibrary, smallLibrary, testId } from '../support/small-library.ts';

const open: SmallLibrary[] = [];
function library(seconds = 0): SmallLibrary {
  const made = smallLibrary(seconds);
  open.push(made);
  return made;
}
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

/** A workshop small enough to keep in mind. */
async function workshop(): Promise<SmallLibrary> {
  const lib = library();
  lib.add('person', 'anna', {
    name: 'Anna',
    role: 'Fitter',
    contact: 'anna@example.org',
    lastDay: '2027-01-31',
  });
  lib.add('topic', 'pumps', { name: 'Pumps', names: [{ language: 'fa', name: 'پمپ‌ها' }] });
  lib.add('topic', 'seals', { name: 'Seals', parentId: testId('pumps') });
  lib.add('case', 'case-1', {
    source: 'crm',
    externalKey: '17',
    title: 'Leak',
    description: 'Drips at the shaft',
  });
  const blob = join(lib.folder, 'picture.png');
  writeFileSync(blob, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]));
  const stored = await storeBlob(lib.mediaRoot, blob);
  lib.add('note', 'note-1', {
    title: 'Hear the seal',
    document: {
      version: 2,
      blocks: [
        {
          id: 'block-0',
          type: 'paragraph',
          children: [
            { text: 'Ask ' },
            { type: 'mention', kind: 'person', id: testId('anna'), label: 'Anna', children: [] },
            { text: ' or see ' },
            { type: 'mention', kind: 'note', id: testId('note-2'), label: 'Other', children: [] },
          ],
        },
        {
          id: 'block-1',
          type: 'image',
          attachmentId: testId('picture'),
          name: 'picture.png',
          alt: 'The seal',
          children: [],
        },
      ],
    },
    authorId: testId('anna'),
    topicIds: [testId('seals')],
  });
  lib.add('attachment', 'picture', {
    ...stored,
    ownerKind: 'note',
    ownerId: testId('note-1'),
    fileName: 'picture.png',
  });
  lib.add('note', 'note-2', { title: 'Other', document: paragraphs('plain'), language: 'en' });
  lib.add('note', 'note-private', { title: 'Mine alone', audience: 'private', document: paragraphs('x') });
  lib.add('question', 'q-1', {
    title: 'Why does it drip?',
    state: 'accepted',
    acceptedAnswerId: testId('a-1'),
  });
  lib.add('answer', 'a-1', { questionId: testId('q-1'), document: paragraphs('The seal is dry.') });
  lib.add('link', 'link-1', {
    type: 'explains',
    fromKind: 'note',
    fromId: testId('note-1'),
    toKind: 'case',
    toId: testId('case-1'),
    toTitle: 'Leak',
  });
  lib.add('link', 'link-2', {
    fromKind: 'note',
    fromId: testId('note-1'),
    toKind: 'note',
    toId: testId('note-private'),
    toTitle: 'Mine alone',
  });
  lib.add('playbook', 'book', {
    title: 'Stop the leak',
    state: 'published',
    publishedVersion: 1,
    sections: [
      {
        id: 'section-1',
        title: 'Look',
        steps: [
          {
            id: 'step-one',
            title: '',
            document: paragraphs(),
            reference: { kind: 'note', id: testId('note-1'), title: 'Hear the seal' },
          },
          {
            id: 'step-two',
            title: 'Ask',
            document: paragraphs('first'),
            reference: { kind: 'answer', id: testId('a-1'), title: 'Why does it drip?' },
          },
          {
            id: 'step-three',
            title: '',
            document: paragraphs(),
            reference: { kind: 'note', id: testId('note-private'), title: 'Mine alone' },
          },
        ],
      },
    ],
  });
  return lib;
}

const BOOK = { type: 'playbook', id: testId('book') } as const;

function contents(lib: SmallLibrary): Map<string, string> {
  const found = new Map<string, string>();
  for (const kind of RECORD_KINDS)
    for (const record of eachRecord(lib.db, kind)) found.set(record.id, contentHash(itemOf(kind, record)));
  return found;
}

describe('a package from one library to another', () => {
  it('carries the closure of a playbook and leaves the private note', async () => {
    const here = await workshop();
    const made = await exportFrom(here, BOOK);
    const report = await verifyPackage(made.path);
    expect(report.problems).toEqual([]);
    expect(report.counts).toEqual({
      person: 1,
      topic: 2,
      case: 1,
      note: 2,
      question: 1,
      answer: 1,
      playbook: 1,
      link: 2,
      attachment: 1,
    });
    const leftOut = report.manifest?.leftOut ?? [];
    expect(leftOut).toContainEqual({
      kind: 'note',
      id: testId('note-private'),
      title: 'Mine alone',
      reason: 'audience',
    });
    expect(leftOut).toContainEqual({
      kind: 'person',
      id: testId('anna'),
      title: 'Anna',
      reason: 'sensitive-field',
    });
    const there = library(1000);
    const preview = await previewIn(there, made.path);
    expect(preview.counts.every((line) => line.fate === 'new')).toBe(true);
    expect(await importInto(there, made.path, { dryRun: true })).toMatchObject({ created: 12, dryRun: true });
    expect(there.find('playbook', 'book')).toBeUndefined();
    expect(await importInto(there, made.path)).toEqual({
      created: 12,
      updated: 0,
      unchanged: 0,
      keptMine: 0,
      keptBoth: 0,
      dryRun: false,
    });
    const ours = contents(here);
    const theirs = contents(there);
    expect(theirs.size).toBe(12);
    for (const [id, hash] of theirs) expect(hash).toBe(ours.get(id));
    const anna = there.find('person', 'anna');
    expect([anna?.contact, anna?.lastDay]).toEqual(['', null]);
    expect(there.find('question', 'q-1')?.state).toBe('accepted');
    expect(readdirSync(join(there.mediaRoot)).length).toBe(1);
    expect(readdirSync(join(there.folder, 'staging'))).toEqual([]);
  });

  it('is the same file when nothing changed', async () => {
    const here = await workshop();
    const first = await exportFrom(here, BOOK);
    const second = await exportFrom(here, BOOK);
    expect(second.sha256).toBe(first.sha256);
    expect(readFileSync(second.path).equals(readFileSync(first.path))).toBe(true);
    here.change('note', testId('note-1'), { title: 'Listen to the seal' });
    const third = await exportFrom(here, BOOK, { readOnly: true });
    expect(third.sha256).not.toBe(first.sha256);
    expect(third.packageId).toBe(first.packageId);
  });

  it('changes nothing the second time', async () => {
    const here = await workshop();
    const made = await exportFrom(here, { type: 'all' });
    const there = library(1000);
    await importInto(there, made.path);
    const before = there.db.prepare('SELECT count(*) AS n FROM revision').get();
    const again = await importInto(there, made.path);
    expect(again).toMatchObject({ created: 0, updated: 0, keptMine: 0, keptBoth: 0 });
    expect(there.db.prepare('SELECT count(*) AS n FROM revision').get()).toEqual(before);
    expect(there.db.prepare("SELECT count(*) AS n FROM package_log WHERE direction = 'in'").get()).toEqual({
      n: 1,
    });
  });

  it('is accepted by coreutils after unzip', async () => {
    if (!existsSync('/usr/bin/unzip') || !existsSync('/usr/bin/sha256sum')) return;
    const made = await exportFrom(await workshop(), BOOK);
    const folder = mkdtempSync(join(tmpdir(), 'heirloom-unzip-'));
    execFileSync('unzip', ['-q', made.path, '-d', folder]);
    for (const list of ['manifest-sha256.txt', 'tagmanifest-sha256.txt'])
      execFileSync('sha256sum', ['--strict', '--quiet', '-c', list], { cwd: folder });
    const crate = JSON.parse(readFileSync(join(folder, 'data/ro-crate-metadata.json'), 'utf8'));
    expect(crate['@graph'][0]['@id']).toBe('ro-crate-metadata.json');
    expect(readdirSync(folder).sort()).toEqual([
      'bag-info.txt',
      'bagit.txt',
      'data',
      'manifest-sha256.txt',
      'tagmanifest-sha256.txt',
    ]);
  });
});
