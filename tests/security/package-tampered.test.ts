import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BadPackage } from '../../electron/packages/bad-package.ts';
import { LIMITS } from '../../electron/packages/limits.ts';
import { openPackage } from '../../electron/packages/open-package.ts';
import { verifyPackage } from '../../electron/packages/verify-package.ts';
import { edit, type Parts, partsOf, reseal, resealTags, writeParts } from '../support/package-bytes.ts';
import { exportFrom } from '../support/package-trip.ts';
import { paragraphs, type SmallLibrary, smallLibrary, testId } from '../support/small-library.ts';

// A good package, taken apart and put together with one thing wrong.

let folder = '';
let library: SmallLibrary;
let good = '';
let files = 0;
const x = Buffer.from('x');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'heirloom-tampered-'));
  library = smallLibrary();
  library.add('note', 'note', { title: 'One', document: paragraphs('text') });
  library.add('case', 'case', { source: 'crm', externalKey: '1', title: 'Case' });
  good = (await exportFrom(library, { type: 'all' })).path;
});
afterAll(() => {
  library.close();
  rmSync(folder, { recursive: true, force: true });
});

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

const PLANTED: readonly (readonly [string, (parts: Parts) => Parts, string])[] = [
  [
    'a changed byte',
    (parts) => edit(parts, 'data/records.jsonl', (text) => text.replace('One', 'Two')),
    'checksum-mismatch',
  ],
  [
    'a changed byte in a tag file',
    (parts) => edit(parts, 'bag-info.txt', (text) => text.replace('Heirloom', 'Heirlaam')),
    'checksum-mismatch',
  ],
  ['an unlisted file', (parts) => parts.set('data/extra.txt', x), 'file-unlisted'],
  ['an unlisted file beside the payload', (parts) => parts.set('autorun.inf', x), 'file-unlisted'],
  [
    'a missing file',
    (parts) => {
      parts.delete('data/ro-crate-metadata.json');
      return parts;
    },
    'file-missing',
  ],
  [
    'a wrong Payload-Oxum',
    (parts) =>
      resealTags(
        edit(reseal(parts), 'bag-info.txt', (text) =>
          text.replace(/^Payload-Oxum: .*$/m, 'Payload-Oxum: 5.1'),
        ),
      ),
    'oxum-mismatch',
  ],
  [
    'no manifest',
    (parts) => {
      parts.delete('data/manifest.json');
      return reseal(parts);
    },
    'manifest-missing',
  ],
  [
    'a manifest that is no JSON',
    (parts) => reseal(edit(parts, 'data/manifest.json', () => '{')),
    'manifest-invalid',
  ],
  [
    'a manifest with a key too many',
    (parts) => reseal(edit(parts, 'data/manifest.json', (text) => text.replace('{', '{"evil":1,'))),
    'manifest-invalid',
  ],
  [
    'a manifest of a later format',
    (parts) =>
      reseal(
        edit(parts, 'data/manifest.json', (text) => text.replace('"formatVersion":1', '"formatVersion":2')),
      ),
    'too-new',
  ],
  [
    'a manifest that miscounts',
    (parts) => reseal(edit(parts, 'data/manifest.json', (text) => text.replace('"note":1', '"note":2'))),
    'manifest-mismatch',
  ],
  [
    'a manifest beyond its limit',
    (parts) =>
      reseal(
        edit(
          parts,
          'data/manifest.json',
          (text) => text + randomBytes(LIMITS.manifestBytes).toString('latin1'),
        ),
      ),
    'manifest-too-large',
  ],
  [
    'a list to fetch',
    (parts) => parts.set('fetch.txt', Buffer.from('http://example.org/x - data/records.jsonl\n')),
    'bag-fetch',
  ],
  [
    'a record with a key too many',
    (parts) =>
      reseal(
        edit(parts, 'data/records.jsonl', (text) => text.replace('"title":"One"', '"title":"One","x":1')),
      ),
    'record-invalid',
  ],
  [
    'a record with __proto__',
    (parts) =>
      reseal(
        edit(parts, 'data/records.jsonl', (text) =>
          text.replace('"title":"One"', '"title":"One","__proto__":{"polluted":1}'),
        ),
      ),
    'record-invalid',
  ],
  [
    'a record with a script for a link',
    (parts) =>
      reseal(
        edit(parts, 'data/records.jsonl', (text) =>
          text.replace(
            '{"text":"text"}',
            '{"type":"link","url":"javascript:alert(1)","children":[{"text":"x"}]}',
          ),
        ),
      ),
    'record-invalid',
  ],
  [
    'a record nested too deep',
    (parts) =>
      reseal(edit(parts, 'data/records.jsonl', (text) => `${'['.repeat(70)}${']'.repeat(70)}\n${text}`)),
    'record-too-deep',
  ],
  [
    'a record that is no UTF-8',
    (parts) => {
      parts.set(
        'data/records.jsonl',
        Buffer.concat([parts.get('data/records.jsonl') as Buffer, Buffer.from([0xff, 0x0a])]),
      );
      return reseal(parts);
    },
    'record-invalid',
  ],
  [
    'one record twice',
    (parts) => reseal(edit(parts, 'data/records.jsonl', (text) => text + text)),
    'record-duplicate',
  ],
  [
    'one case under two ids',
    (parts) =>
      reseal(
        edit(parts, 'data/records.jsonl', (text) => {
          const line = text.split('\n').find((one) => one.includes('"externalKey":"1"')) ?? '';
          return `${text}${line.replace(testId('case'), testId('other'))}\n`;
        }),
      ),
    'case-key-duplicate',
  ],
  [
    'a record from the bin',
    (parts) =>
      reseal(
        edit(parts, 'data/records.jsonl', (text) =>
          text.replace('"deletedAt":null', '"deletedAt":"2026-01-01T00:00:00.000Z"'),
        ),
      ),
    'record-invalid',
  ],
  [
    'a file under a name that is not its hash',
    (parts) => reseal(parts.set(`data/media/${'a'.repeat(64)}.png`, x)),
    'media-name',
  ],
  ['a file in media that is no blob', (parts) => reseal(parts.set('data/media/evil.html', x)), 'media-name'],
];

describe('tampered packages', () => {
  for (const [what, plant, code] of PLANTED) {
    it(`are refused: ${what} (${code})`, async () => {
      files += 1;
      const path = writeParts(plant(await partsOf(good)), join(folder, `planted-${files}.heirloom`));
      const report = await verifyPackage(path);
      expect(report.ok).toBe(false);
      expect(report.problems.map((one) => one.code)).toContain(code);
      expect(await refusal(path)).toBe(code);
      expect(({} as { polluted?: number }).polluted).toBeUndefined();
    });
  }

  it('are accepted when nothing was done to them', async () => {
    const path = writeParts(reseal(await partsOf(good)), join(folder, 'repacked.heirloom'));
    expect((await verifyPackage(path)).problems).toEqual([]);
    expect(await refusal(path)).toBe('accepted');
  });
});
