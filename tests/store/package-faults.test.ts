import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { blobPath, storeBlob } from '../../electron/media/store-blob.ts';
import { applyImport } from '../../electron/packages/apply-import.ts';
import { exportPackage } from '../../electron/packages/export-package.ts';
import { openPackage } from '../../electron/packages/open-package.ts';
import { planExport } from '../../electron/packages/plan-export.ts';
import { verifyPackage } from '../../electron/packages/verify-package.ts';
import type { RichText } from '../../shared/richtext/document.ts';
import { emptyReader, exportFrom, importInto } from '../support/package-trip.ts';
import { type SmallLibrary, smallLibrary, testId } from '../support/small-library.ts';

const open: SmallLibrary[] = [];
function library(seconds = 0): SmallLibrary {
  const made = smallLibrary(seconds);
  open.push(made);
  return made;
}
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

const ALL = { type: 'all' } as const;

const picturesOf = (...names: readonly string[]): RichText => ({
  version: 2,
  blocks: names.map((name) => ({
    id: `block-${name}`,
    type: 'image',
    attachmentId: testId(name),
    name: `${name}.png`,
    alt: '',
    children: [],
  })),
});

async function withPicture(): Promise<SmallLibrary & { readonly sha256: string }> {
  const lib = library();
  const file = join(lib.folder, 'picture');
  writeFileSync(file, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]));
  const blob = await storeBlob(lib.mediaRoot, file);
  lib.add('note', 'note', { title: 'Note', document: picturesOf('one', 'two') });
  lib.add('attachment', 'one', { ...blob, ownerKind: 'note', ownerId: testId('note'), fileName: 'a.png' });
  lib.add('attachment', 'two', { ...blob, ownerKind: 'note', ownerId: testId('note'), fileName: 'b.png' });
  return { ...lib, sha256: blob.sha256 };
}

function wish(lib: SmallLibrary, outPath: string) {
  return {
    db: lib.db,
    write: lib.db,
    mediaRoot: lib.mediaRoot,
    selection: planExport(lib.db, { scope: ALL, audience: 'team' }),
    scope: ALL,
    audience: 'team' as const,
    title: 'Faults',
    licence: '',
    outPath,
    readerDir: emptyReader(),
    now: lib.now,
    makeId: lib.makeId,
  };
}

describe('an export', () => {
  it('that is cancelled at any stage leaves nothing behind', async () => {
    const lib = await withPicture();
    const target = join(lib.folder, 'out');
    mkdirSync(target);
    for (const stage of ['reading', 'indexing', 'writing']) {
      const stop = new AbortController();
      const onProgress = (_done: number, _total: number, at: string): void => {
        if (at === stage) stop.abort(new Error(`stopped while ${stage}`));
      };
      const path = join(target, `${stage}.heirloom`);
      await expect(exportPackage({ ...wish(lib, path), onProgress, signal: stop.signal })).rejects.toThrow();
      expect(readdirSync(target), stage).toEqual([]);
    }
    expect(lib.db.prepare('SELECT count(*) AS n FROM package_log').get()).toEqual({ n: 0 });
    expect(lib.db.prepare('SELECT count(*) AS n FROM sync_base').get()).toEqual({ n: 0 });
  });

  it('replaces an older file only when the new one is complete', async () => {
    const lib = await withPicture();
    const path = join(lib.folder, 'again.heirloom');
    writeFileSync(path, 'old');
    await expect(
      exportPackage({ ...wish(lib, path), signal: AbortSignal.abort(new Error('no')) }),
    ).rejects.toThrow();
    expect(existsSync(path)).toBe(true);
    await exportPackage(wish(lib, path));
    expect((await verifyPackage(path)).ok).toBe(true);
  });

  it('leaves out a file whose bytes are damaged or gone, says so, and is still whole', async () => {
    const lib = await withPicture();
    const whole = await exportFrom(lib, ALL);
    const report = await verifyPackage(whole.path);
    expect(report.manifest?.media).toEqual({ files: 1, bytes: 11 });
    expect(report.counts.attachment).toBe(2);
    writeFileSync(blobPath(lib.mediaRoot, lib.sha256), 'damaged');
    const made = await exportFrom(lib, ALL);
    const after = await verifyPackage(made.path);
    expect(after.problems).toEqual([]);
    expect(after.counts.attachment).toBeUndefined();
    expect(after.manifest?.leftOut.filter((one) => one.reason === 'missing').length).toBe(2);
    expect(made.leftOutCount).toBe(2);
  });

  it('works for a library that cannot be written', async () => {
    const lib = await withPicture();
    const made = await exportFrom(lib, ALL, { readOnly: true });
    expect((await verifyPackage(made.path)).ok).toBe(true);
    expect(lib.db.prepare('SELECT count(*) AS n FROM package_log').get()).toEqual({ n: 0 });
  });

  it('of text that is nearly all repetition is not taken for a bomb', async () => {
    const lib = library();
    lib.add('case', 'long', {
      source: 'x',
      externalKey: '1',
      description: ' '.repeat(1_000_000),
      resolution: 'a'.repeat(1_000_000),
    });
    const made = await exportFrom(lib, ALL);
    expect((await verifyPackage(made.path)).problems).toEqual([]);
  });

  it('of nothing is still a package', async () => {
    const lib = library();
    const made = await exportFrom(lib, ALL, { title: '' });
    expect(made.records).toBe(0);
    expect((await verifyPackage(made.path)).problems).toEqual([]);
    expect(await importInto(library(1000), made.path)).toMatchObject({ created: 0 });
  });
});

describe('an import', () => {
  it('that is cancelled while opening leaves nothing behind', async () => {
    const lib = await withPicture();
    const { path } = await exportFrom(lib, ALL);
    const staging = join(lib.folder, 'staging');
    for (const stop of [AbortSignal.abort(new Error('before'))])
      await expect(openPackage(path, staging, { signal: stop })).rejects.toThrow('before');
    const during = new AbortController();
    await expect(
      openPackage(path, staging, {
        signal: during.signal,
        onProgress: () => during.abort(new Error('during')),
      }),
    ).rejects.toThrow('during');
    expect(readdirSync(staging)).toEqual([]);
  });

  it('that fails half way changes no record', async () => {
    const lib = await withPicture();
    for (let at = 0; at < 300; at += 1) lib.db.prepare('SELECT 1').get();
    const { path } = await exportFrom(lib, ALL);
    const there = library(1000);
    const opened = await openPackage(path, join(there.folder, 'staging'));
    let saved = 0;
    const makeId = (): string => {
      saved += 1;
      if (saved === 2) throw new Error('power cut');
      return there.makeId();
    };
    const options = {
      db: there.db,
      mediaRoot: there.mediaRoot,
      opened,
      onConflict: 'keep-both',
      choices: [],
      dryRun: false,
    } as const;
    await expect(applyImport({ ...options, now: there.now, makeId, authorId: null })).rejects.toThrow(
      'power cut',
    );
    for (const table of ['note', 'attachment', 'revision', 'sync_base', 'package_log', 'search_document'])
      expect(there.db.prepare(`SELECT count(*) AS n FROM ${table}`).get(), table).toEqual({ n: 0 });
    const again = await applyImport({ ...options, now: there.now, makeId: there.makeId, authorId: null });
    await opened.discard();
    expect(again.created).toBe(3);
    expect(readdirSync(join(there.folder, 'staging'))).toEqual([]);
  });

  it('believes the bytes of a file, not what the package calls it', async () => {
    const lib = await withPicture();
    lib.change('attachment', testId('one'), { mime: 'text/html', extension: 'html' });
    const { path } = await exportFrom(lib, ALL);
    const there = library(1000);
    await importInto(there, path);
    expect(there.find('attachment', 'one')).toMatchObject({ mime: 'image/png', extension: 'png' });
    expect(await importInto(there, path)).toMatchObject({ created: 0, updated: 0, keptBoth: 0 });
  });
});
