import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  keptBackups,
  listBackups,
  makeBackup,
  pruneBackups,
  restoreInto,
} from '../../electron/backup/snapshot.ts';
import { openDatabase } from '../../electron/data/open-database.ts';
import { countRecords } from '../../electron/data/records.ts';
import { openTestCore, type TestCore } from '../support/test-core.ts';

let test: TestCore;
beforeEach(async () => {
  test = await openTestCore('sample');
  await test.client.library.close({});
});
afterEach(() => test.close());

describe('backups', () => {
  it('hold every record and open as a library of their own', () => {
    const library = openDatabase(test.libraryDir);
    const backup = makeBackup(library.read, test.libraryDir, '2026-03-01T08:30:00.000Z');
    const notes = countRecords(library.read, 'note');
    library.close();
    expect(backup).toMatchObject({
      name: 'library-20260301T083000000Z.db',
      at: '2026-03-01T08:30:00.000Z',
      verified: true,
    });
    const target = join(test.folder, 'restored');
    restoreInto(test.libraryDir, backup.name, target);
    const restored = openDatabase(target);
    expect(countRecords(restored.read, 'note')).toBe(notes);
    restored.close();
    expect(() => restoreInto(test.libraryDir, backup.name, target)).toThrow(/already/);
  });

  it('that are damaged are not restored', () => {
    const library = openDatabase(test.libraryDir);
    const { name } = makeBackup(library.read, test.libraryDir, '2026-03-01T08:30:00.000Z');
    library.close();
    const path = join(test.libraryDir, 'backups', name);
    const bytes = readFileSync(path);
    bytes.fill(0xab, 4096 * 3, 4096 * 30);
    writeFileSync(path, bytes);
    expect(() => restoreInto(test.libraryDir, name, join(test.folder, 'restored'))).toThrow();
    expect(() => restoreInto(test.libraryDir, '../library.db', join(test.folder, 'restored'))).toThrow(
      /no such backup/,
    );
  });

  it('leave no half a file behind, and never delete the newest', () => {
    const place = join(test.libraryDir, 'backups');
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, 'library-20260101T000000000Z.db.part'), 'half');
    writeFileSync(join(place, 'library-20200101T000000000Z.db'), 'the only one');
    pruneBackups(test.libraryDir);
    expect(readdirSync(place)).toEqual(['library-20200101T000000000Z.db']);
    expect(listBackups(test.libraryDir)).toHaveLength(1);
  });

  it('are kept for seven days, four weeks and six months', () => {
    const day = (n: number) => new Date(Date.UTC(2026, 5, 30) - n * 86_400_000).toISOString();
    const daily = Array.from({ length: 400 }, (_, n) => day(n));
    const kept = [...keptBackups(daily)].sort().reverse();
    expect(kept.slice(0, 7)).toEqual(daily.slice(0, 7));
    expect(kept.length).toBeLessThanOrEqual(7 + 4 + 6);
    expect(kept.length).toBeGreaterThanOrEqual(12);
    expect(new Set(kept.map((time) => time.slice(0, 7))).size).toBe(6);
    expect(keptBackups([]).size).toBe(0);
  });
});

describe('the jobs', () => {
  it('make a backup and check the library off the store’s own thread', async () => {
    await test.client.library.open({ folder: test.libraryDir });
    const { jobId } = await test.client.library.startBackup({});
    await test.core.finished(jobId);
    expect(await test.client.library.backups({})).toHaveLength(1);
    const check = await test.client.library.startCheck({});
    expect(await test.core.finished(check.jobId)).toEqual({ ok: true, problems: [] });
  });
});
