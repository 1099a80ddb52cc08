import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { openZip, readWhole } from '../../electron/packages/read-zip.ts';
import { rawZip } from './hostile-zip.ts';

// Taking a good package apart and putting it together wrong.

export type Parts = Map<string, Buffer>;

export async function partsOf(path: string): Promise<Parts> {
  const zip = await openZip(path);
  const parts: Parts = new Map();
  for (const name of zip.entries.keys())
    parts.set(name, await readWhole(zip, name, Number.POSITIVE_INFINITY));
  zip.close();
  return parts;
}

const sha256 = (data: Buffer): string => createHash('sha256').update(data).digest('hex');
const listOf = (parts: Parts, names: readonly string[]): Buffer =>
  Buffer.from(names.map((name) => `${sha256(parts.get(name) as Buffer)}  ${name}\n`).join(''));

/** Makes the bag true again after its payload was changed, so that only the planted fault is left to be found. */
export function reseal(parts: Parts): Parts {
  const payload = [...parts.keys()].filter((name) => name.startsWith('data/')).sort();
  const bytes = payload.reduce((sum, name) => sum + (parts.get(name) as Buffer).length, 0);
  const info = (parts.get('bag-info.txt') as Buffer).toString('utf8');
  parts.set(
    'bag-info.txt',
    Buffer.from(info.replace(/^Payload-Oxum: .*$/m, `Payload-Oxum: ${bytes}.${payload.length}`)),
  );
  parts.set('manifest-sha256.txt', listOf(parts, payload));
  return resealTags(parts);
}

export function resealTags(parts: Parts): Parts {
  return parts.set(
    'tagmanifest-sha256.txt',
    listOf(parts, ['bag-info.txt', 'bagit.txt', 'manifest-sha256.txt']),
  );
}

export function writeParts(parts: Parts, path: string): string {
  writeFileSync(path, rawZip({ entries: [...parts].map(([name, data]) => ({ name, data })) }));
  return path;
}

/** Changes one text file of the package. */
export function edit(parts: Parts, name: string, change: (text: string) => string): Parts {
  parts.set(name, Buffer.from(change((parts.get(name) as Buffer).toString('utf8'))));
  return parts;
}
