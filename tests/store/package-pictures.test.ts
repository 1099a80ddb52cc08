import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepFile } from '../../electron/media/keep-file.ts';
import { blobPath, hasBlob, verifyBlob } from '../../electron/media/store-blob.ts';
import { openPackage } from '../../electron/packages/open-package.ts';
import { planExport } from '../../electron/packages/plan-export.ts';
import type { RichText } from '../../shared/richtext/document.ts';
import { attachmentIdsIn } from '../../shared/richtext/walk.ts';
import { exportFrom, importInto } from '../support/package-trip.ts';
import { png, wav } from '../support/picture-bytes.ts';
import { type SmallLibrary, smallLibrary, testId } from '../support/small-library.ts';

let here: SmallLibrary;
let there: SmallLibrary;
beforeEach(() => {
  here = smallLibrary();
  there = smallLibrary(5_000);
});
afterEach(() => {
  here.close();
  there.close();
});

const ALL = { type: 'all' } as const;

async function attach(name: string, bytes: Buffer, owner: string | null): Promise<string> {
  const path = join(here.folder, 'up');
  writeFileSync(path, bytes);
  const { pixels: _pixels, ...blob } = await keepFile(here.mediaRoot, path);
  here.add('attachment', name, {
    ...blob,
    fileName: `${name}.bin`,
    ownerKind: owner === null ? null : 'note',
    ownerId: owner === null ? null : testId(owner),
  });
  return blob.sha256;
}

const showing = (...names: readonly string[]): RichText => ({
  version: 2,
  blocks: names.map((name, at) => {
    const shown = { id: `block-${at}`, attachmentId: testId(name), name: `${name}.bin`, children: [] };
    if (name.startsWith('sound')) return { ...shown, type: 'audio' };
    if (name.startsWith('file')) return { ...shown, type: 'file', bytes: 1 };
    return { ...shown, type: 'image', alt: '' };
  }),
});

const idsOf = (selection: ReturnType<typeof planExport>) => new Set(selection.ids.map((one) => one.id));

describe('what a text shows', () => {
  it.each([
    ['everything', ALL],
    ['a topic', { type: 'topic', id: testId('topic') } as const],
  ])('travels with it in a package of %s, and is shown there', async (_name, scope) => {
    here.add('topic', 'topic', { name: 'Seals' });
    const picture = await attach('picture', png(20, 10, 1), 'note');
    const sound = await attach('sound', wav(), 'note');
    const file = await attach('file', Buffer.from('%PDF-1.7 leaflet'), 'note');
    here.add('note', 'note', {
      title: 'Note',
      topicIds: [testId('topic')],
      document: showing('picture', 'sound', 'file'),
    });
    const { path } = await exportFrom(here, scope, { audience: 'team' });
    await importInto(there, path);
    const note = there.find('note', 'note');
    expect(note && attachmentIdsIn(note.document)).toEqual([
      testId('picture'),
      testId('sound'),
      testId('file'),
    ]);
    for (const [name, sha256] of [
      ['picture', picture],
      ['sound', sound],
      ['file', file],
    ] as const) {
      expect(there.find('attachment', name)).toMatchObject({ sha256, ownerId: testId('note') });
      expect(await verifyBlob(there.mediaRoot, sha256)).toBe(true);
    }
  });

  it('travels also when another note, which stays, had it first', async () => {
    const sha256 = await attach('picture', png(20, 10, 2), 'private');
    here.add('note', 'private', { title: 'Mine', audience: 'private', document: showing('picture') });
    here.add('note', 'note', { title: 'Ours', audience: 'team', document: showing('picture') });
    const { path } = await exportFrom(here, ALL, { audience: 'team' });
    await importInto(there, path);
    expect(there.find('note', 'private')).toBeUndefined();
    expect(there.find('attachment', 'picture')).toBeDefined();
    expect(hasBlob(there.mediaRoot, sha256)).toBe(true);
  });

  it('stays when only a note shows it that is meant for fewer people', async () => {
    const sha256 = await attach('secret', png(20, 10, 3), 'private');
    here.add('note', 'private', { title: 'Mine', audience: 'private', document: showing('secret') });
    here.add('note', 'note', { title: 'Ours', audience: 'team' });
    const selection = planExport(here.db, { scope: ALL, audience: 'team' });
    expect(idsOf(selection).has(testId('secret'))).toBe(false);
    const { path } = await exportFrom(here, ALL, { audience: 'team' });
    const opened = await openPackage(path, join(there.folder, 'staging'));
    expect([...opened.media.keys()]).not.toContain(sha256);
    await opened.discard();
  });

  it('brings the picture, not the other note that had it first', async () => {
    await attach('picture', png(20, 10, 7), 'other');
    here.add('topic', 'topic', { name: 'Seals' });
    here.add('note', 'other', { title: 'Elsewhere', audience: 'team', document: showing('picture') });
    here.add('note', 'note', { topicIds: [testId('topic')], audience: 'team', document: showing('picture') });
    const scope = { type: 'topic', id: testId('topic') } as const;
    const ids = idsOf(planExport(here.db, { scope, audience: 'team' }));
    expect([ids.has(testId('picture')), ids.has(testId('other'))]).toEqual([true, false]);
  });

  it('stays when it is in the bin, and the package says so', async () => {
    await attach('binned', png(20, 10, 8), 'note');
    here.change('attachment', testId('binned'), { deletedAt: '2026-01-01T00:00:00.000Z' });
    here.add('note', 'note', { title: 'Note', document: showing('binned') });
    const selection = planExport(here.db, { scope: ALL, audience: 'team' });
    expect(idsOf(selection).has(testId('binned'))).toBe(false);
    expect(selection.leftOut).toContainEqual(
      expect.objectContaining({ id: testId('binned'), reason: 'binned' }),
    );
  });

  it('stays once it was taken out of the text, and the package says so', async () => {
    await attach('picture', png(20, 10, 4), 'note');
    await attach('taken-out', png(20, 10, 5), 'note');
    here.add('note', 'note', { title: 'Note', document: showing('picture', 'taken-out') });
    here.change('note', testId('note'), { document: showing('picture') });
    const selection = planExport(here.db, { scope: ALL, audience: 'team' });
    expect(idsOf(selection).has(testId('picture'))).toBe(true);
    expect(idsOf(selection).has(testId('taken-out'))).toBe(false);
    expect(selection.leftOut).toContainEqual({
      kind: 'attachment',
      id: testId('taken-out'),
      title: 'taken-out.bin',
      reason: 'not-selected',
    });
  });

  it('is said to be missing when its record or its file is gone; the text still travels', async () => {
    const sha256 = await attach('lost', png(20, 10, 6), 'note');
    rmSync(blobPath(here.mediaRoot, sha256));
    here.add('note', 'note', { title: 'Note', document: showing('lost', 'never-was') });
    const exported = await exportFrom(here, ALL, { audience: 'team' });
    const opened = await openPackage(exported.path, join(there.folder, 'staging'));
    const { leftOut } = opened.manifest;
    await opened.discard();
    expect(leftOut.map(({ id, reason }) => [id, reason])).toEqual(
      expect.arrayContaining([
        [testId('lost'), 'missing'],
        [testId('never-was'), 'missing'],
      ]),
    );
    await importInto(there, exported.path);
    const note = there.find('note', 'note');
    expect(note && attachmentIdsIn(note.document)).toEqual([testId('lost'), testId('never-was')]);
  });

  it('comes with a case that has no text of its own', async () => {
    here.add('case', 'case', { source: 'crm', externalKey: '1', title: 'Leak', audience: 'team' });
    const path = join(here.folder, 'up');
    writeFileSync(path, 'the letter');
    const { pixels: _pixels, ...blob } = await keepFile(here.mediaRoot, path);
    here.add('attachment', 'letter', { ...blob, ownerKind: 'case', ownerId: testId('case') });
    expect(idsOf(planExport(here.db, { scope: ALL, audience: 'team' })).has(testId('letter'))).toBe(true);
  });
});
