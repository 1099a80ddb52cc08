import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeBackup } from '../../electron/backup/snapshot.ts';
import { KEEP_UNNAMED_MS, sweepMedia } from '../../electron/core/sweep-media.ts';
import { transact } from '../../electron/data/handle.ts';
import { itemOf, purgeRecord, saveRecord } from '../../electron/data/records.ts';
import { putDraft } from '../../electron/data/repositories/drafts.ts';
import { blobPath, storeBlob } from '../../electron/media/store-blob.ts';
import type { Note } from '../../shared/domain/note.ts';
import type { RichText } from '../../shared/richtext/document.ts';
import { type SmallLibrary, smallLibrary, testId } from '../support/small-library.ts';

let lib: SmallLibrary;
beforeEach(() => {
  lib = smallLibrary();
});
afterEach(() => lib.close());

const LATER = '2031-01-01T00:00:00.000Z';
const sweep = () => sweepMedia(lib.db, lib, LATER);

const showing = (id: string): RichText => ({
  version: 2,
  blocks: [{ id: 'block1', type: 'image', attachmentId: id, name: 'p.png', alt: '', children: [] }],
});

async function attach(name: string, owner: string | null): Promise<string> {
  const path = join(mkdtempSync(join(lib.folder, 'up-')), 'file');
  writeFileSync(path, `content of ${name}`);
  const blob = await storeBlob(lib.mediaRoot, path);
  const old = new Date(Date.parse(LATER) - 2 * KEEP_UNNAMED_MS);
  utimesSync(blobPath(lib.mediaRoot, blob.sha256), old, old);
  lib.add('attachment', name, {
    ...blob,
    fileName: name,
    ownerKind: owner === null ? null : 'note',
    ownerId: owner === null ? null : testId(owner),
  });
  return blob.sha256;
}

const purge = (name: string): void => transact(lib.db, () => purgeRecord(lib.db, 'note', testId(name)));
const isThere = (sha256: string): boolean => existsSync(blobPath(lib.mediaRoot, sha256));

describe('the sweep of media', () => {
  it('takes what belonged to a record that is gone for good and is shown nowhere', async () => {
    lib.add('note', 'host', {});
    const sha256 = await attach('one', 'host');
    purge('host');
    expect(await sweep()).toMatchObject({ attachments: 1, files: 1 });
    expect(isThere(sha256)).toBe(false);
    expect(await sweep()).toEqual({ attachments: 0, files: 0, bytes: 0 });
  });

  it.each([
    ['its owner is there, although no text shows it', () => {}],
    ['its owner is in the bin', () => lib.change('note', testId('host'), { deletedAt: LATER })],
    [
      'another note shows it',
      () => {
        lib.add('note', 'other', { document: showing(testId('one')) });
        purge('host');
      },
    ],
    [
      'another note in the bin shows it',
      () => {
        lib.add('note', 'other', { document: showing(testId('one')), deletedAt: LATER });
        purge('host');
      },
    ],
    [
      'an earlier version of another note shows it',
      () => {
        lib.add('note', 'other', { document: showing(testId('one')) });
        // For a reason of its own: otherwise it would be one sitting, and one version.
        const before = lib.find('note', 'other') as Note;
        const after: Note = { ...before, version: 2, document: { version: 1, blocks: [] } };
        const meta = { makeId: lib.makeId, authorId: null, reason: 'restored' };
        transact(lib.db, () => saveRecord(lib.db, itemOf('note', before), itemOf('note', after), meta));
        purge('host');
      },
    ],
    [
      'a draft shows it, even one that cannot be read',
      () => {
        lib.add('note', 'other', {});
        transact(lib.db, () =>
          putDraft(lib.db, {
            kind: 'note',
            recordId: testId('other'),
            field: 'document',
            part: '',
            writer: 'one',
            value: `${JSON.stringify({ ...showing(testId('one')), version: 99 })} broken`,
            baseVersion: 1,
            updatedAt: LATER,
          }),
        );
        purge('host');
      },
    ],
    [
      'a step of a playbook shows it',
      () => {
        lib.add('playbook', 'other', {
          title: 'Guide',
          sections: [
            {
              id: 'section1',
              title: 'Part',
              steps: [{ id: 'step-1', title: 'Look', document: showing(testId('one')), reference: null }],
            },
          ],
        });
        purge('host');
      },
    ],
    [
      'a recording is made of it',
      () => {
        lib.add('session', 'talk', { title: 'Talk' });
        lib.add('recording', 'tape', { sessionId: testId('talk'), attachmentId: testId('one') });
        purge('host');
      },
    ],
  ])('leaves it when %s', async (_name, arrange) => {
    lib.add('note', 'host', {});
    const sha256 = await attach('one', 'host');
    arrange();
    expect(await sweep()).toEqual({ attachments: 0, files: 0, bytes: 0 });
    expect(isThere(sha256)).toBe(true);
  });

  it('leaves what never had an owner, and what is in the bin itself', async () => {
    const free = await attach('free', null);
    lib.add('note', 'host', {});
    const binned = await attach('binned', 'host');
    lib.change('attachment', testId('binned'), { deletedAt: LATER });
    expect(await sweep()).toMatchObject({ files: 0 });
    expect([isThere(free), isThere(binned)]).toEqual([true, true]);
  });

  it('leaves what a backup names, until that backup is gone', async () => {
    lib.add('note', 'host', {});
    const sha256 = await attach('one', 'host');
    makeBackup(lib.db, lib.folder, '2030-12-01T00:00:00.000Z');
    purge('host');
    expect(await sweep()).toMatchObject({ attachments: 1, files: 0 });
    expect(isThere(sha256)).toBe(true);
    rmSync(join(lib.folder, 'backups'), { recursive: true });
    expect(await sweep()).toMatchObject({ files: 1 });
  });

  it('leaves what is attached while the sweep is under way', async () => {
    const sha256 = await attach('late', null);
    lib.db.prepare('DELETE FROM attachment WHERE id = ?').run(testId('late'));
    const sweeping = sweep();
    // By now it has asked which contents are named, and has not yet come to this one.
    lib.add('attachment', 'again', {
      sha256,
      extension: 'bin',
      fileName: 'again',
      ownerKind: null,
      ownerId: null,
    });
    expect(await sweeping).toMatchObject({ files: 0 });
    expect(isThere(sha256)).toBe(true);
  });

  it('takes nothing when a backup cannot be read', async () => {
    lib.add('note', 'host', {});
    const sha256 = await attach('one', 'host');
    const { name } = makeBackup(lib.db, lib.folder, '2030-12-01T00:00:00.000Z');
    writeFileSync(join(lib.folder, 'backups', name), 'not a database, not at all');
    purge('host');
    await expect(sweep()).rejects.toThrow();
    expect(isThere(sha256)).toBe(true);
    expect(lib.find('attachment', 'one')).toBeDefined();
  });

  it('waits a week with what nobody names', async () => {
    lib.add('note', 'host', {});
    const sha256 = await attach('one', 'host');
    const young = new Date(Date.parse(LATER) - KEEP_UNNAMED_MS + 60_000);
    utimesSync(blobPath(lib.mediaRoot, sha256), young, young);
    purge('host');
    expect(await sweep()).toMatchObject({ attachments: 1, files: 0 });
    expect(isThere(sha256)).toBe(true);
  });
});
