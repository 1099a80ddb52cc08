import { closeSync, fstatSync, openSync, readSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** One file of what somebody chose. A page sends thousands of small files as one parcel, so a file may be a part of one. */
export type SourceFile = {
  /** As the chosen folder calls it, with `/`. Shown and compared, never a path on our disk. */
  readonly relativePath: string;
  readonly path: string;
  /** Where it lies in the file at `path`, in bytes; without it, all of it. */
  readonly part?: { readonly from: number; readonly bytes: number } | undefined;
};

/** The first `limit` bytes of a file, or all of them, and how many there are. Throws what the disk throws. */
export function readSource(
  file: SourceFile,
  limit = Number.POSITIVE_INFINITY,
): { readonly bytes: Buffer; readonly size: number } {
  const handle = openSync(file.path, 'r');
  try {
    const size = file.part?.bytes ?? fstatSync(handle).size;
    const buffer = Buffer.allocUnsafe(Math.min(size, limit));
    let got = 0;
    while (got < buffer.length) {
      const read = readSync(handle, buffer, got, buffer.length - got, (file.part?.from ?? 0) + got);
      if (read === 0) break;
      got += read;
    }
    return { bytes: buffer.subarray(0, got), size };
  } finally {
    closeSync(handle);
  }
}

const COPIED_AT_ONCE = 1024 * 1024;

/** The path of a file with nothing but these bytes: the file itself, or a copy in `folder` under the name given. */
export function sourceAlone(file: SourceFile, folder: string, name: string): string {
  const { part } = file;
  if (part === undefined) return file.path;
  const path = join(folder, name);
  writeFileSync(path, '', { mode: 0o600 });
  for (let from = 0; from < part.bytes; from += COPIED_AT_ONCE) {
    const piece = { from: part.from + from, bytes: Math.min(COPIED_AT_ONCE, part.bytes - from) };
    writeFileSync(path, readSource({ ...file, part: piece }).bytes, { flag: 'a' });
  }
  return path;
}

/** The path of a note or file as it is compared and kept: `\` is `/`, composed letters, no leading `./`. */
export function plainPath(path: string): string {
  return path
    .normalize('NFC')
    .replaceAll('\\', '/')
    .replace(/^(\.?\/)+/, '')
    .slice(0, 2_000);
}

/** Folders and files that programs keep for themselves: `.obsidian`, `.git`, `__MACOSX`, `~$draft.docx`. */
export function isHiddenPath(path: string): boolean {
  return plainPath(path)
    .split('/')
    .some((part) => part.startsWith('.') || part === '__MACOSX' || part.startsWith('~$'));
}
