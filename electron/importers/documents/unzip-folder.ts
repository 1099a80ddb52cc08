import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openGuardedZip, ZipProblem } from '../../media/guarded-zip.ts';
import { BadFile } from '../bad-file.ts';
import { isHiddenPath, plainPath, type SourceFile } from './source-file.ts';

// A folder somebody zipped. Its files are unpacked under names of ours; what they are called in the zip is only ever
// compared and shown, so a name that climbs out of the folder reaches nothing. It is refused all the same.

const MB = 1024 * 1024;
const RULES = {
  fileBytes: 2 * 1024 * MB,
  entries: 100_000,
  entryBytes: 512 * MB,
  totalBytes: 4 * 1024 * MB,
  ratio: 400,
  ratioAbove: 4 * MB,
  nameText: zipName,
  nameProblem: (name: string): string | null => {
    if (name.includes('\0')) return 'name-nul';
    if (name.startsWith('/') || /^[a-z]:/i.test(name)) return 'name-absolute';
    return name.split(/[/\\]/).includes('..') ? 'name-traversal' : null;
  },
  // They are not unpacked by their names.
  mayDifferInCase: true,
};

/** Old programs wrote names in the letters of their country; all newer ones write UTF-8, whether they say so or not. */
function zipName(raw: Buffer, isUtf8: boolean): string {
  if (isUtf8) return raw.toString('utf8');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    return raw.toString('latin1');
  }
}

/**
 * Unpacks the zip at `path` into `folder`. A single folder around everything is left away, as it is when the folder
 * itself is chosen. Throws BadFile `unsafe-zip` or `not-readable`.
 */
export async function unzipFolder(
  path: string,
  folder: string,
  signal: AbortSignal,
  onFile: (done: number, total: number) => void,
): Promise<SourceFile[]> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    const zip = await openGuardedZip(path, RULES);
    try {
      const names = [...zip.entries.keys()].filter((name) => !isHiddenPath(name));
      const top = commonFolder(names.map(plainPath));
      const files: SourceFile[] = [];
      for (const name of names) {
        signal.throwIfAborted();
        const target = join(folder, `zip-${files.length}`);
        await pipeline(zip.read(name), createWriteStream(target, { mode: 0o600 }));
        files.push({ path: target, relativePath: plainPath(name).slice(top.length) });
        onFile(files.length, names.length);
      }
      return files;
    } finally {
      zip.close();
    }
  } catch (error) {
    if (!(error instanceof ZipProblem)) throw error;
    const isNone = error.code === 'not-a-zip' || error.code === 'zip-damaged';
    throw new BadFile(isNone ? 'not-readable' : 'unsafe-zip', error.code);
  }
}

/** `Vault/` where every path begins with it, else ''. */
function commonFolder(paths: readonly string[]): string {
  const [first = ''] = paths;
  const top = first.slice(0, first.indexOf('/') + 1);
  return top !== '' && paths.every((path) => path.startsWith(top)) ? top : '';
}
