import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  applyImport,
  type ConflictChoice,
  type PackageImportReport,
} from '../../electron/packages/apply-import.ts';
import { type ExportedPackage, exportPackage } from '../../electron/packages/export-package.ts';
import { openPackage } from '../../electron/packages/open-package.ts';
import { type ExportScope, planExport } from '../../electron/packages/plan-export.ts';
import { type PackagePreview, previewImport } from '../../electron/packages/preview-import.ts';
import type { Audience } from '../../shared/domain/record.ts';
import type { SmallLibrary } from './small-library.ts';

// From one library to another in one line, for tests.

/** Stands in for the built reader where a test does not look at it. */
export function emptyReader(): string {
  const folder = mkdtempSync(join(tmpdir(), 'heirloom-reader-'));
  mkdirSync(join(folder, 'reader'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html>\n');
  writeFileSync(join(folder, 'reader', 'reader.js'), '\n');
  return folder;
}

let files = 0;

export async function exportFrom(
  library: SmallLibrary,
  scope: ExportScope,
  options: {
    readonly audience?: Audience;
    readonly readOnly?: boolean;
    readonly title?: string;
    readonly licence?: string;
    readonly readerDir?: string;
  } = {},
): Promise<ExportedPackage & { readonly path: string }> {
  files += 1;
  const path = join(library.folder, `package-${files}.heirloom`);
  const audience = options.audience ?? 'team';
  const done = await exportPackage({
    db: library.db,
    write: options.readOnly === true ? null : library.db,
    mediaRoot: library.mediaRoot,
    selection: planExport(library.db, { scope, audience }),
    scope,
    audience,
    title: options.title ?? 'Trip',
    licence: options.licence ?? '',
    outPath: path,
    readerDir: options.readerDir ?? emptyReader(),
    now: library.now,
    makeId: library.makeId,
  });
  return { ...done, path };
}

export async function previewIn(library: SmallLibrary, path: string): Promise<PackagePreview> {
  const opened = await openPackage(path, join(library.folder, 'staging'));
  try {
    return previewImport(library.db, opened);
  } finally {
    await opened.discard();
  }
}

export async function importInto(
  library: SmallLibrary,
  path: string,
  options: {
    readonly onConflict?: ConflictChoice;
    readonly choices?: readonly { kind: string; id: string; choice: ConflictChoice }[];
    readonly dryRun?: boolean;
  } = {},
): Promise<PackageImportReport> {
  const opened = await openPackage(path, join(library.folder, 'staging'));
  try {
    return await applyImport({
      db: library.db,
      mediaRoot: library.mediaRoot,
      opened,
      onConflict: options.onConflict ?? 'keep-both',
      choices: options.choices ?? [],
      dryRun: options.dryRun ?? false,
      now: library.now,
      makeId: library.makeId,
      authorId: null,
    });
  } finally {
    await opened.discard();
  }
}
