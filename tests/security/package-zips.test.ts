import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BadPackage } from '../../electron/packages/bad-package.ts';
import { LIMITS } from '../../electron/packages/limits.ts';
import { openPackage } from '../../electron/packages/open-package.ts';
import { verifyPackage } from '../../electron/packages/verify-package.ts';
import { type RawEntry, rawZip } from '../support/hostile-zip.ts';
import { partsOf } from '../support/package-bytes.ts';
import { exportFrom } from '../support/package-trip.ts';
import { paragraphs, type SmallLibrary, smallLibrary } from '../support/small-library.ts';

let folder = '';
let library: SmallLibrary;
let good = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'heirloom-hostile-'));
  library = smallLibrary();
  library.add('note', 'note', { title: 'One', document: paragraphs('text') });
  library.add('case', 'case', { source: 'crm', externalKey: '1', title: 'Case' });
  good = (await exportFrom(library, { type: 'all' })).path;
});
afterAll(() => {
  library.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What an attempt to open says, and a check that it left nothing in the staging folder. */
async function refusal(path: string): Promise<string> {
  const staging = join(folder, 'staging');
  try {
    const opened = await openPackage(path, staging);
    await opened.discard();
    return 'accepted';
  } catch (error) {
    if (!(error instanceof BadPackage)) throw error;
    return error.code;
  } finally {
    expect(existsSync(staging) ? readdirSync(staging) : []).toEqual([]);
  }
}

let files = 0;
function write(bytes: Buffer): string {
  files += 1;
  const path = join(folder, `zip-${files}.heirloom`);
  writeFileSync(path, bytes);
  return path;
}

const x = Buffer.from('x');
const zeros = Buffer.alloc(3 * 1024 * 1024);
const many = (count: number): RawEntry[] =>
  Array.from({ length: count }, (_, at) => ({ name: `data/f${at}`, data: x, method: 0 }));

const UNICODE_PATH = Buffer.concat([Buffer.from([0x75, 0x70, 6, 0, 1, 0, 0, 0, 0]), Buffer.from('a')]);

const ATTACKS: readonly (readonly [string, () => Buffer, string])[] = [
  ['nothing at all', () => Buffer.alloc(0), 'not-a-zip'],
  ['some text', () => Buffer.from('<html>no</html>'.repeat(100)), 'not-a-zip'],
  ['an empty zip', () => rawZip({ entries: [] }), 'not-a-bag'],
  ['a zip that is no bag', () => rawZip({ entries: [{ name: 'hello.txt', data: x }] }), 'not-a-bag'],
  ['a path that climbs out', () => rawZip({ entries: [{ name: '../evil', data: x }] }), 'name-traversal'],
  [
    'a path that climbs from within',
    () => rawZip({ entries: [{ name: 'data/../../evil', data: x }] }),
    'name-traversal',
  ],
  ['an absolute path', () => rawZip({ entries: [{ name: '/etc/passwd', data: x }] }), 'name-absolute'],
  ['a drive', () => rawZip({ entries: [{ name: 'c:/windows/x', data: x }] }), 'name-drive'],
  ['a backslash', () => rawZip({ entries: [{ name: 'data\\..\\evil', data: x }] }), 'name-backslash'],
  ['a NUL', () => rawZip({ entries: [{ name: 'data/a\0.txt', data: x }] }), 'name-nul'],
  ['a device name', () => rawZip({ entries: [{ name: 'data/aux.txt', data: x }] }), 'name-reserved'],
  ['another device name', () => rawZip({ entries: [{ name: 'data/com1/x', data: x }] }), 'name-reserved'],
  ['a name in capitals', () => rawZip({ entries: [{ name: 'data/A', data: x }] }), 'name-characters'],
  ['a name that is not ASCII', () => rawZip({ entries: [{ name: 'data/ä', data: x }] }), 'name-characters'],
  ['a hidden file', () => rawZip({ entries: [{ name: '.bashrc', data: x }] }), 'name-characters'],
  ['a name that ends in a dot', () => rawZip({ entries: [{ name: 'data/a.', data: x }] }), 'name-characters'],
  ['two slashes', () => rawZip({ entries: [{ name: 'data//a', data: x }] }), 'name-characters'],
  [
    'a second name in an extra field',
    () => rawZip({ entries: [{ name: 'data/a', data: x, extra: UNICODE_PATH }] }),
    'name-characters',
  ],
  [
    'a symbolic link',
    () => rawZip({ entries: [{ name: 'data/l', data: Buffer.from('/etc'), mode: 0o120777 }] }),
    'zip-symlink',
  ],
  ['a device', () => rawZip({ entries: [{ name: 'data/d', data: x, mode: 0o060644 }] }), 'zip-not-a-file'],
  [
    'a folder with content',
    () => rawZip({ entries: [{ name: 'data/', data: x, mode: 0o040755 }] }),
    'zip-not-a-file',
  ],
  [
    'one name twice',
    () =>
      rawZip({
        entries: [
          { name: 'a', data: x },
          { name: 'a', data: x },
        ],
      }),
    'zip-duplicate-name',
  ],
  [
    'a file that is also a folder',
    () =>
      rawZip({
        entries: [
          { name: 'a/b', data: x },
          { name: 'a', data: x },
        ],
      }),
    'zip-duplicate-name',
  ],
  ['encryption', () => rawZip({ entries: [{ name: 'a', data: x, flags: 1 }] }), 'zip-encrypted'],
  [
    'a method nobody knows',
    () => rawZip({ entries: [{ name: 'a', data: x, method: 14 }] }),
    'zip-compression',
  ],
  ['a bomb that says so', () => rawZip({ entries: [{ name: 'a', data: zeros }] }), 'zip-ratio'],
  [
    'an entry of 3 GB that says so',
    () => rawZip({ entries: [{ name: 'a', data: x, size: 3_000_000_000 }] }),
    'zip-entry-too-large',
  ],
  [
    'nine entries of 500 MB that say so',
    () =>
      rawZip({
        entries: many(9).map((one) => ({
          ...one,
          method: 8,
          size: 500 * 1024 * 1024,
          packedSize: 4 * 1024 * 1024,
        })),
      }),
    'zip-total-too-large',
  ],
  [
    'two entries over the same bytes',
    () =>
      rawZip({
        entries: [
          { name: 'a', data: Buffer.alloc(500, 7), method: 0 },
          { name: 'b', data: Buffer.alloc(500, 7), method: 0, offset: 0 },
        ],
      }),
    'zip-overlap',
  ],
  [
    'an entry that begins inside another',
    () =>
      rawZip({
        entries: [
          { name: 'a', data: Buffer.alloc(500, 7), method: 0 },
          { name: 'b', data: x, method: 0, offset: 40 },
        ],
      }),
    'zip-overlap',
  ],
  [
    'another name in front of the data',
    () => rawZip({ entries: [{ name: 'a', localName: 'b', data: x }] }),
    'zip-directory-lie',
  ],
  ['a list longer than it says', () => rawZip({ entries: many(3), count: 2 }), 'zip-directory-lie'],
  ['70,000 entries', () => rawZip({ entries: many(70_000) }), 'zip-directory-lie'],
  ['30,000 entries', () => rawZip({ entries: many(30_000) }), 'zip-too-many-entries'],
  [
    'one entry more than allowed',
    () => rawZip({ entries: many(LIMITS.entries + 1) }),
    'zip-too-many-entries',
  ],
];

describe('hostile zips', () => {
  for (const [what, bytes, code] of ATTACKS) {
    it(`are refused: ${what} (${code})`, async () => {
      const path = write(bytes());
      expect(await refusal(path)).toBe(code);
      expect((await verifyPackage(path)).problems[0]?.code).toBe(code);
    });
  }

  it('are refused when two names differ only in case', async () => {
    // Capitals are refused before that; this is the second lock on the same door.
    const path = write(
      rawZip({
        entries: [
          { name: 'a', data: x },
          { name: 'A', data: x },
        ],
      }),
    );
    expect(['name-characters', 'zip-duplicate-case']).toContain(await refusal(path));
  });

  it('are read up to the limits and refused beyond', async () => {
    expect(await refusal(write(rawZip({ entries: many(LIMITS.entries) })))).toBe('not-a-bag');
    const huge = write(rawZip({ entries: [{ name: 'a', data: x }] }));
    truncateSync(huge, LIMITS.packageBytes + 1);
    expect(await refusal(huge)).toBe('package-too-large');
    rmSync(huge);
    const said = (size: number, packedSize: number): Buffer =>
      rawZip({ entries: [{ name: 'a', packed: Buffer.alloc(packedSize), size, packedSize }] });
    expect(await refusal(write(said(LIMITS.ratioAbove, 10)))).toBe('not-a-bag');
    expect(await refusal(write(said(LIMITS.ratio * 6_000, 6_000)))).toBe('not-a-bag');
    expect(await refusal(write(said(LIMITS.ratio * 6_000 + 1, 6_000)))).toBe('zip-ratio');
    const packed = Math.ceil(LIMITS.entryBytes / LIMITS.ratio);
    expect(await refusal(write(said(LIMITS.entryBytes, packed)))).toBe('not-a-bag');
    expect(await refusal(write(said(LIMITS.entryBytes + 1, packed + 1)))).toBe('zip-entry-too-large');
  });

  it('are refused when a file is not there', async () => {
    expect(await refusal(join(folder, 'absent.heirloom'))).toBe('not-found');
    expect(await refusal(folder)).toBe('not-found');
  });

  it('stop a bomb that lies about its size before it fills anything', async () => {
    const parts = await partsOf(good);
    const bomb = Buffer.alloc(40 * 1024 * 1024);
    const entries = [...parts].map(([name, data]): RawEntry => ({ name, data }));
    const at = entries.findIndex((entry) => entry.name === 'data/records.jsonl');
    const said = parts.get('data/records.jsonl')?.length ?? 0;
    entries[at] = { name: 'data/records.jsonl', data: x, packed: deflateRawSync(bomb), size: said };
    expect(await refusal(write(rawZip({ entries })))).toBe('zip-size-lie');
  });

  it('are refused at every length they may be cut to', async () => {
    const whole = readFileSync(good);
    for (const part of [0.999, 0.9, 0.5, 0.1, 0.01]) {
      const path = write(whole.subarray(0, Math.floor(whole.length * part)));
      expect(['not-a-zip', 'zip-damaged', 'zip-directory-lie']).toContain(await refusal(path));
    }
  });

  it('use no more memory than a package of their size needs', async () => {
    const path = write(
      rawZip({ entries: many(60_000).map((one) => ({ ...one, size: 400_000_000, packedSize: 1 })) }),
    );
    const before = process.memoryUsage().rss;
    expect(await refusal(path)).not.toBe('accepted');
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
  });

  it('say in one line what is wrong, whatever the names hold', async () => {
    const path = write(rawZip({ entries: [{ name: `data/\u001b[31m${'x'.repeat(900)}\n`, data: x }] }));
    const [problem] = (await verifyPackage(path)).problems;
    expect(problem?.detail).not.toMatch(/[\u0000-\u001f]/);
    expect((problem?.detail ?? '').length).toBeLessThanOrEqual(300);
  });
});
