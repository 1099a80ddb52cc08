import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { partsOf } from './package-bytes.ts';

/** Unpacks a package as anybody's unzip would, for tests that open it in a browser. */
export async function unpack(path: string, folder: string): Promise<void> {
  for (const [name, data] of await partsOf(path)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), data);
  }
}
