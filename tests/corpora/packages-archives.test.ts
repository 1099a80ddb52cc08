import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { transact } from '../../electron/data/handle.ts';
import { findRecord, itemOf, saveRecord } from '../../electron/data/records.ts';
import { BadPackage } from '../../electron/packages/bad-package.ts';
import { contentHash } from '../../electron/packages/content-hash.ts';
import { openPackage } from '../../electron/packages/open-package.ts';
import { verifyPackage } from '../../electron/packages/verify-package.ts';
import type { RecordKind } from '../../shared/domain/record.ts';
import { fillRecord } from '../support/fill-record.ts';
import { exportFrom, importInto } from '../support/package-trip.ts';
import { smallLibrary, testId } from '../support/small-library.ts';

// Broken and hostile zips that other projects collected, and lists of strings that broke other programs.

const ROOT = join(
  process.env.HEIRLOOM_CORPORA ?? join(import.meta.dirname, '../../../shared/data'),
  'archives-open',
);
const staging = mkdtempSync(join(tmpdir(), 'heirloom-archives-'));
afterAll(() => rmSync(staging, { recursive: true, force: true }));

function zipsBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.zip'))
    .map((name) => join(folder, name))
    .sort();
}

describe.skipIf(!existsSync(ROOT))('archives others made to break programs', () => {
  it('are all refused with a code, at once, and leave nothing behind', async () => {
    const seen: Record<string, string> = {};
    for (const path of zipsBelow(ROOT)) {
      const before = process.memoryUsage().rss;
      const report = await verifyPackage(path);
      expect(report.ok, path).toBe(false);
      const code = report.problems[0]?.code ?? '';
      await expect(openPackage(path, staging), path).rejects.toBeInstanceOf(BadPackage);
      expect(process.memoryUsage().rss - before, path).toBeLessThan(200 * 1024 * 1024);
      seen[path.slice(ROOT.length + 1)] = code;
    }
    expect(readdirSync(staging)).toEqual([]);
    expect(Object.keys(seen).length).toBeGreaterThanOrEqual(40);
    const codeOf = (part: string): string | undefined =>
      Object.entries(seen).find(([name]) => name.includes(part))?.[1];
    expect(codeOf('zbsm.zip')).toMatch(/^zip-(overlap|entry-too-large|total-too-large|ratio)$/);
    expect(codeOf('absolute path C xt')).toBe('name-drive');
    expect(codeOf('absolute path atxt')).toBe('name-absolute');
    expect(codeOf('invalid relative path')).toBe('name-traversal');
    expect(codeOf('strong encryption')).toBe('zip-encrypted');
    expect(codeOf('unsupported compression method')).toBe('zip-compression');
    expect(codeOf('end of central directory record signature not found.zip')).toBe('not-a-zip');
    // Honest zips that simply are no bag.
    expect(codeOf('success/empty')).toBe('not-a-bag');
  });

  it('come through every field of every kind as they were', async () => {
    const lists = [
      ...(JSON.parse(readFileSync(join(ROOT, 'text-payloads/blns.json'), 'utf8')) as string[]),
      ...readdirSync(join(ROOT, 'text-payloads/wfuzz'))
        .filter((name) => /^(XSS|SQL|XML|Traversal)\.txt$/.test(name))
        .flatMap((name) => readFileSync(join(ROOT, 'text-payloads/wfuzz', name), 'utf8').split('\n')),
    ];
    // Half a pair of surrogates is no text that a file could hold.
    const texts = [...new Set(lists)].filter((text) => text.trim() !== '' && text.isWellFormed());
    expect(texts.length).toBeGreaterThan(500);
    const here = smallLibrary();
    const there = smallLibrary(1_000_000);
    const kinds: readonly RecordKind[] = [
      'note',
      'question',
      'case',
      'person',
      'customer',
      'topic',
      'playbook',
      'session',
    ];
    transact(here.db, () => {
      texts.forEach((text, at) => {
        const kind = kinds[at % kinds.length] as RecordKind;
        const filler = { text: () => text, id: (path: string) => testId(`${at} ${path}`) };
        const own = kind === 'case' ? { externalKey: `${text} ${at}`.slice(0, 2_000) } : {};
        saveRecord(here.db, null, itemOf(kind, fillRecord(kind, filler, own as never)), {
          makeId: here.makeId,
          authorId: null,
          reason: '',
        });
      });
    });
    const { path } = await exportFrom(here, { type: 'all' }, { audience: 'private', title: texts[0] ?? '' });
    expect((await verifyPackage(path)).problems).toEqual([]);
    expect(await importInto(there, path)).toMatchObject({ created: texts.length });
    texts.forEach((text, at) => {
      const kind = kinds[at % kinds.length] as RecordKind;
      const id = testId(`${at} ${kind}.id`);
      const [ours, theirs] = [findRecord(here.db, kind, id), findRecord(there.db, kind, id)];
      if (ours === undefined || theirs === undefined) throw new Error(`lost: ${text}`);
      expect(contentHash(itemOf(kind, theirs)), text).toBe(contentHash(itemOf(kind, ours)));
    });
    here.close();
    there.close();
  });
});
