import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import type { ColumnMap, ImportReport, PackageImportReport } from '../../../shared/contract/imports.ts';
import { CASE_TARGETS, type CaseTarget } from '../../../shared/domain/case.ts';
import type { Core } from '../../core/open-core.ts';
import { type Arguments, UsageError } from '../arguments.ts';
import type { Output } from '../terminal.ts';
import { type Client, CommandError, existing, withLibrary } from '../with-library.ts';
import { say } from '../words.ts';

export async function importAny(args: Arguments, out: Output): Promise<number> {
  const [what, file] = args.words as [string, string];
  const path = existing(file);
  if (what !== 'cases' && what !== 'notes' && what !== 'package')
    throw new UsageError(say('badImport', { what }));
  return withLibrary(args.need('library'), 'writes', async (client, core) => {
    if (what === 'package') return importPackage(args, out, client, core, path);
    const report =
      what === 'cases'
        ? await importCases(args, client, core, path)
        : await importNotes(args, client, core, path);
    const { created, updated, unchanged, rejected, rejectedCount, dryRun } = report;
    if (args.flag('json')) out.json({ created, updated, unchanged, rejected, rejectedCount, dryRun });
    else {
      out.line(
        say(dryRun ? 'wouldImport' : 'imported', { created, updated, unchanged, rejected: rejectedCount }),
      );
      for (const { row, reason, detail } of rejected)
        out.line(say('rejectedRow', { row, reason, detail: detail ?? '' }));
    }
    return 0;
  });
}

async function importCases(args: Arguments, client: Client, core: Core, path: string): Promise<ImportReport> {
  const uploadId = core.takePath(path);
  const source = args.text('source');
  const preview = await client.imports.previewCases({ uploadId, source });
  const map = args.text('map');
  const mapping = map === undefined ? preview.mapping : applyMap(preview.mapping, existing(map));
  const { jobId } = await client.imports.startCases({
    uploadId,
    source: source ?? preview.source,
    reading: preview.reading,
    mapping,
    dryRun: args.flag('dry-run'),
  });
  return (await core.finished(jobId)) as ImportReport;
}

/** A map file is `{"column header": "target"}`; headers it does not name keep the guess. */
function applyMap(guess: readonly ColumnMap[], mapFile: string): ColumnMap[] {
  let wanted: unknown;
  try {
    wanted = JSON.parse(readFileSync(mapFile, 'utf8'));
  } catch {
    throw new CommandError(say('badMap', { file: basename(mapFile) }));
  }
  if (typeof wanted !== 'object' || wanted === null || Array.isArray(wanted))
    throw new CommandError(say('badMap', { file: basename(mapFile) }));
  const targets = new Map(Object.entries(wanted));
  for (const [header, target] of targets) {
    if (!CASE_TARGETS.includes(target as CaseTarget))
      throw new CommandError(say('badTarget', { target: String(target), targets: CASE_TARGETS.join(', ') }));
    if (!guess.some((column) => column.header === header))
      throw new CommandError(say('noSuchColumn', { column: header }));
  }
  return guess.map((column) => ({
    ...column,
    target: (targets.get(column.header) as CaseTarget | undefined) ?? column.target,
  }));
}

const NOTE_FILES = /\.(md|markdown|jsonl|ndjson)$/i;

function noteFiles(path: string): { path: string; name: string }[] {
  if (!statSync(path).isDirectory()) return [{ path, name: basename(path) }];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && NOTE_FILES.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({ path: file, name: relative(path, file).split(sep).join('/') }));
}

async function importNotes(args: Arguments, client: Client, core: Core, path: string): Promise<ImportReport> {
  const files = noteFiles(path);
  if (files.length === 0) throw new CommandError(say('noNotes', { path }));
  const { jobId } = await client.imports.startNotes({
    files: files.map((file) => ({ uploadId: core.takePath(file.path), path: file.name })),
    source: args.text('source') ?? basename(path),
    language: args.text('language') ?? '',
    dryRun: args.flag('dry-run'),
  });
  return (await core.finished(jobId)) as ImportReport;
}

async function importPackage(
  args: Arguments,
  out: Output,
  client: Client,
  core: Core,
  path: string,
): Promise<number> {
  const uploadId = core.takePath(path);
  const dryRun = args.flag('dry-run');
  const preview = await client.imports.previewPackage({ uploadId });
  const { jobId } = await client.imports.startPackage({ uploadId, dryRun });
  const report = (await core.finished(jobId)) as PackageImportReport;
  if (args.flag('json')) out.json({ ...report, preview: preview.counts });
  else {
    out.line(say('packageTitle', { title: preview.title }));
    out.line(say(dryRun ? 'wouldImportPackage' : 'importedPackage', { ...report, dryRun: String(dryRun) }));
  }
  return 0;
}
