import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import {
  type ImportReport,
  type NoteImportReport,
  type PackageImportReport,
  type QuestionImportReport,
} from '../../../shared/contract/imports.ts';
import { CASE_TARGETS } from '../../../shared/domain/case.ts';
import { QUESTION_TARGETS } from '../../../shared/domain/question.ts';
import type { Core } from '../../core/open-core.ts';
import { type Arguments, UsageError } from '../arguments.ts';
import type { Output } from '../terminal.ts';
import { type Client, CommandError, existing, withLibrary } from '../with-library.ts';
import { say } from '../words.ts';

const WHAT = ['cases', 'notes', 'questions', 'package'] as const;
type What = (typeof WHAT)[number];

export async function importAny(args: Arguments, out: Output): Promise<number> {
  const [wanted = '', ...files] = args.words;
  const what = WHAT.find((one): one is What => one === wanted);
  if (what === undefined) throw new UsageError(say('badImport', { what: wanted }));
  const paths = files.map(existing);
  const [path = ''] = paths;
  if (what !== 'notes' && paths.length > 1)
    throw new UsageError(say('tooManyWords', { word: files[1] ?? '' }));
  return withLibrary(args.need('library'), 'writes', async (client, core) => {
    switch (what) {
      case 'package':
        return importPackage(args, out, client, core, path);
      case 'cases':
        return tell(args, out, await importCases(args, client, core, path), {});
      case 'questions': {
        const report = await importQuestions(args, client, core, path);
        const { answers } = report;
        return tell(args, out, report, { answers }, [say('importedAnswers', answers)]);
      }
      case 'notes': {
        const report = await importNotes(args, client, core, paths);
        const { found, links, attachments, unlinked, moved, gone, known, simplified } = report;
        return tell(
          args,
          out,
          report,
          { found, links, attachments, unlinked, moved, gone, known, simplified },
          linesOf(report),
        );
      }
      default:
        return 1;
    }
  });
}

/** The report: JSON with everything, or lines for people. */
function tell(
  args: Arguments,
  out: Output,
  report: ImportReport | NoteImportReport | QuestionImportReport,
  more: Readonly<Record<string, unknown>>,
  lines: readonly string[] = [],
): number {
  const { created, updated, unchanged, rejected, rejectedCount, dryRun } = report;
  if (args.flag('json')) {
    out.json({ created, updated, unchanged, rejected, rejectedCount, dryRun, ...more });
    return 0;
  }
  out.line(
    say(dryRun ? 'wouldImport' : 'imported', { created, updated, unchanged, rejected: rejectedCount }),
  );
  for (const line of lines) out.line(line);
  for (const { row, reason, detail } of rejected)
    out.line(say('rejectedRow', { row, reason, detail: detail ?? '' }));
  return 0;
}

function linesOf({
  links,
  attachments,
  unlinked,
  moved,
  gone,
  known,
  simplified,
}: NoteImportReport): string[] {
  const things = Object.entries(simplified).map(([kind, count]) => `${kind} ${count}`);
  return [
    ...(links.resolved + links.unresolved > 0 ? [say('importedLinks', links)] : []),
    ...(attachments > 0 ? [say('importedAttachments', { attachments })] : []),
    ...(unlinked.count > 0 ? [say('importUnlinked', { count: unlinked.count })] : []),
    ...(moved > 0 ? [say('importMoved', { count: moved })] : []),
    ...(known.count > 0 ? [say('importKnown', { count: known.count, names: known.names.join(', ') })] : []),
    ...(gone > 0 ? [say('importGone', { count: gone })] : []),
    ...(things.length > 0 ? [say('importSimplified', { things: things.join(', ') })] : []),
  ];
}

async function importCases(args: Arguments, client: Client, core: Core, path: string): Promise<ImportReport> {
  const uploadId = core.takePath(path);
  const source = args.text('source');
  const preview = await client.imports.previewCases({ uploadId, source });
  const map = args.text('map');
  const mapping =
    map === undefined ? preview.mapping : applyMap(preview.mapping, existing(map), CASE_TARGETS);
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
function applyMap<T extends string>(
  guess: readonly { readonly column: number; readonly header: string; readonly target: T }[],
  mapFile: string,
  allowed: readonly T[],
): { column: number; header: string; target: T }[] {
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
    if (!allowed.includes(target as T))
      throw new CommandError(say('badTarget', { target: String(target), targets: allowed.join(', ') }));
    if (!guess.some((column) => column.header === header))
      throw new CommandError(say('noSuchColumn', { column: header }));
  }
  return guess.map((column) => ({
    ...column,
    target: (targets.get(column.header) as T | undefined) ?? column.target,
  }));
}

type Given = { readonly path: string; readonly name: string };

/** A folder with all that is in it: what is no note may be shown by one. Links are not followed out of it. */
function filesIn(path: string, prefix: string): Given[] {
  if (!statSync(path).isDirectory()) return [{ path, name: `${prefix}${basename(path)}` }];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({ path: file, name: `${prefix}${relative(path, file).split(sep).join('/')}` }));
}

async function importNotes(
  args: Arguments,
  client: Client,
  core: Core,
  paths: readonly string[],
): Promise<NoteImportReport> {
  const [only = ''] = paths;
  const files =
    paths.length === 1
      ? filesIn(only, '')
      : paths.flatMap((path) => filesIn(path, statSync(path).isDirectory() ? `${basename(path)}/` : ''));
  if (files.length === 0) throw new CommandError(say('noNotes', { path: paths.join(', ') }));
  const { jobId } = await client.imports.startNotes({
    files: files.map((file) => ({ uploadId: core.takePath(file.path), path: file.name })),
    source: args.text('source') ?? (paths.length === 1 ? basename(only) : ''),
    language: args.text('language') ?? '',
    keepSource: args.flag('keep-source'),
    dryRun: args.flag('dry-run'),
  });
  const report = (await core.finished(jobId)) as NoteImportReport;
  const { found, rejectedCount } = report;
  const notes = Object.entries(found).reduce((sum, [kind, count]) => sum + (kind === 'other' ? 0 : count), 0);
  if (notes === 0 && rejectedCount === 0) throw new CommandError(say('noNotes', { path: paths.join(', ') }));
  return report;
}

async function importQuestions(
  args: Arguments,
  client: Client,
  core: Core,
  path: string,
): Promise<QuestionImportReport> {
  const uploadId = core.takePath(path);
  const preview = await client.imports.previewQuestions({ uploadId });
  const map = args.text('map');
  const { jobId } = await client.imports.startQuestions({
    uploadId,
    source: args.text('source') ?? preview.source,
    reading: preview.reading,
    mapping: map === undefined ? preview.mapping : applyMap(preview.mapping, existing(map), QUESTION_TARGETS),
    dryRun: args.flag('dry-run'),
  });
  return (await core.finished(jobId)) as QuestionImportReport;
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
