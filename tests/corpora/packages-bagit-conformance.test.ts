import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import yauzl from 'yauzl';
import { type BagReport, checkBag, type FileTree } from '../../electron/packages/bag-check.ts';

// The Library of Congress' conformance suite, read straight from its zip: some of its names do not survive a disk.

const ZIP = join(
  process.env.HEIRLOOM_CORPORA ?? join(import.meta.dirname, '../../../shared/data'),
  'packages-bagit-conformance/bagit-conformance-suite.zip',
);

type Bag = { readonly group: string; readonly name: string; readonly files: Map<string, Buffer> };

async function readSuite(): Promise<Bag[]> {
  const zip = await yauzl.openPromise(ZIP, { lazyEntries: true, decodeStrings: false });
  const bags = new Map<string, Bag>();
  for await (const entry of zip.eachEntry()) {
    // Raw bytes: the names themselves are what is tested.
    const name = (entry.fileName as unknown as Buffer).toString('utf8');
    const match = /^(v[\d.]+)\/([a-z-]+)\/([^/]+)\/(.*)$/s.exec(name);
    if (match === null || name.endsWith('/')) continue;
    const [, version, group, bag, path] = match as unknown as [string, string, string, string, string];
    const key = `${version}/${group}/${bag}`;
    if (!bags.has(key)) bags.set(key, { group, name: `${version}/${bag}`, files: new Map() });
    const parts: Buffer[] = [];
    for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer);
    bags.get(key)?.files.set(path, Buffer.concat(parts));
  }
  zip.close();
  return [...bags.values()];
}

function treeOf(bag: Bag): FileTree {
  return {
    paths: [...bag.files.keys()],
    size: (path) => bag.files.get(path)?.length ?? 0,
    read: async function* (path) {
      yield bag.files.get(path) as Buffer;
    },
  };
}

/** Why each invalid bag must be refused. */
const REASONS: Readonly<Record<string, string>> = {
  'v0.97/baginfo-missing-encoding': 'bag-declaration',
  'v0.97/bom-in-bagit.txt': 'bag-declaration',
  'v0.97/corrupt-data-file': 'checksum-mismatch',
  'v0.97/corrupt-tag-file': 'checksum-mismatch',
  'v0.97/extra-file-in-bag': 'file-unlisted',
  'v0.97/invalid-version-number': 'bag-declaration',
  'v0.97/missing-baginfo': 'file-missing',
  'v0.97/missing-bagit.txt': 'not-a-bag',
  'v0.97/out-of-scope-file-paths-using-dot-notation': 'bag-path-unsafe',
  'v0.97/out-of-scope-file-paths-using-dot-notation-for-fetch': 'bag-path-unsafe',
  'v0.97/same-filename-listed-twice-with-different-hashes': 'bag-conflicting-listing',
  'v0.97/out-of-scope-file-paths-using-absolute-path': 'bag-path-unsafe',
  'v0.97/out-of-scope-file-paths-using-absolute-path-for-fetch': 'bag-path-unsafe',
  'v0.97/out-of-scope-file-paths-using-shortcut': 'bag-path-unsafe',
  'v0.97/out-of-scope-file-paths-using-shortcut-for-fetch': 'bag-path-unsafe',
  'v0.97/out-of-scope-file-paths-using-shortcut-username': 'bag-path-unsafe',
  'v0.97/out-of-scope-file-paths-using-shortcut-username-for-fetch': 'bag-path-unsafe',
  'v0.97/out-of-scope-file-paths-using-unc': 'bag-path-unsafe',
  'v0.97/out-of-scope-file-paths-using-unc-for-fetch': 'bag-path-unsafe',
  'v1.0/bagit-with-invalid-whitespace': 'bag-declaration',
  'v1.0/notAllManifestsListAllFiles': 'file-unlisted',
  'v1.0/same-filename-listed-twice-with-different-hashes': 'bag-declaration',
  'v1.0/same-filename-listed-twice-with-the-same-hash': 'bag-duplicate-listing',
};

describe.skipIf(!existsSync(ZIP))('the BagIt conformance suite', () => {
  it('gives every bag its due', async () => {
    const bags = await readSuite();
    expect(bags.length).toBeGreaterThanOrEqual(50);
    const wrong: string[] = [];
    const seen = new Set<string>();
    for (const bag of bags) {
      if (!bag.files.has('bagit.txt') && bag.group === 'valid') continue;
      const report: BagReport = await checkBag(treeOf(bag));
      const codes = report.errors.map((one) => one.code);
      const line = `${bag.group} ${bag.name}: ${JSON.stringify(report.errors.slice(0, 3))} ${JSON.stringify(report.warnings)}`;
      if (bag.group === 'valid' && !report.valid) wrong.push(line);
      else if (bag.group === 'warning') {
        if (!report.valid || report.warnings.every((one) => one.code === 'old-version')) wrong.push(line);
      } else if (bag.group !== 'valid') {
        const reason = REASONS[bag.name];
        seen.add(bag.name);
        if (report.valid || reason === undefined || !codes.includes(reason as (typeof codes)[number]))
          wrong.push(line);
      }
    }
    expect(wrong).toEqual([]);
    expect([...seen].sort()).toEqual(Object.keys(REASONS).sort());
  });
});
