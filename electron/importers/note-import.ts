import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { beginBulk } from '../data/bulk.ts';
import { prepared, type WriteDb } from '../data/handle.ts';
import { BadFile } from './bad-file.ts';
import type { Encoding, RejectionReason } from './case-reading.ts';
import { type DocumentReaders, openReaders } from './documents/document-readers.ts';
import { extensionOf } from './documents/formats.ts';
import type { NamedNote } from './documents/names.ts';
import { fileTitle } from './documents/note-words.ts';
import type { FirstLook, ReadAnswer, ReadTask } from './documents/parsed-note.ts';
import { plainPath, type SourceFile, sourceAlone } from './documents/source-file.ts';
import { unzipFolder } from './documents/unzip-folder.ts';
import type { ImportControl } from './import-control.ts';
import { closeJournal, undoImport } from './import-journal.ts';
import { lineToDraft, parseNoteLine } from './note-draft.ts';
import { countFound, expandSets, type NoteEntry, toEntries } from './note-entries.ts';
import { Pieces } from './note-pieces.ts';
import { type NotePlan, planNotes } from './note-plan.ts';
import { addSimplified, NAMES_LISTED, type NoteImportResult } from './note-report.ts';
import { NoteWriter } from './note-writer.ts';
import { readLines } from './read-rows.ts';
import { detectEncoding, readHead } from './text-encoding.ts';

export type NoteImport = ImportControl & {
  readonly mediaRoot: string;
  /** A folder for bytes on their way, ours to make and to remove things in. */
  readonly workFolder: string;
  readonly files: readonly SourceFile[];
  readonly source: string;
  /** For notes that do not name their language; '' lets the letters decide. */
  readonly language: string;
  /** Keeps the file as it was as an attachment of the note made from it. */
  readonly keepSource: boolean;
  /** Milliseconds one file may take to read; 20,000 if not said. */
  readonly timeMax?: number;
};

/**
 * Imports notes: Markdown, HTML, Word, OpenDocument and text files, one note each, JSON Lines
 * (`{externalId, title, text, language?, topics?, tags?}`, the text plain), and the JSON of our own export. What our own
 * export wrote is known by the id it says, unless that is not a note's. Files that are none of these come along
 * where a note shows them. A note is known by source and `externalId`, or the file's path in its folder, so a second
 * import brings it up to date and keeps the ids of blocks that are still there. A note that was changed here and in
 * the file is rejected as `changed-here`. In rejections `row` is the line in a JSON Lines file, else the number of the
 * file. Cancelling (or any error) takes back what was written and throws.
 */
export async function importNotes(options: NoteImport): Promise<NoteImportResult> {
  options.signal.throwIfAborted();
  const folder = join(options.workFolder, `notes-${options.makeId()}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    return await importFrom({ ...options, files: await unpacked(options, folder) }, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Enough notes to be worth all the threads there may be. */
const MANY = 1_000;

/** One zip by itself is a folder somebody zipped; among others it is a file like any other. */
async function unpacked(options: NoteImport, folder: string): Promise<readonly SourceFile[]> {
  const [only] = options.files;
  if (options.files.length !== 1 || only === undefined || extensionOf(only.relativePath) !== 'zip')
    return options.files;
  const path = sourceAlone(only, folder, 'folder.zip');
  return unzipFolder(path, join(folder, 'unzipped'), options.signal, (done, total) =>
    options.onProgress(done, total, 'reading'),
  );
}

async function importFrom(options: NoteImport, folder: string): Promise<NoteImportResult> {
  const { db, signal } = options;
  const chosen = toEntries(options.files);
  const read = chosen.filter(({ format }) => format !== 'other' && format !== 'lines');
  const readers = openReaders(
    {
      language: options.language,
      folder,
      files: chosen.flatMap(({ index, file, format }) =>
        format === 'other' ? [[index, file] as const] : [],
      ),
    },
    // How many notes a file of many holds is known later.
    { files: read.some(({ isSet }) => isSet) ? MANY : read.length, timeMax: options.timeMax },
  );
  const writer = new NoteWriter(options, folder);
  const endBulk = options.dryRun ? () => {} : beginBulk(db);
  try {
    countFound(chosen, writer.result);
    const entries = await expandSets(chosen, readers, writer, signal);
    const plan = await gather(options, entries, readers, writer);
    writer.follow(plan);
    await writeAll(options, entries, readers, writer, plan);
    signal.throwIfAborted();
  } catch (error) {
    if (!options.dryRun) {
      const report = (done: number) => options.onProgress(done, null, 'undoing');
      await undoImport(db, writer.importId, report, () => breathe());
    }
    throw error;
  } finally {
    endBulk();
    await readers.close();
  }
  if (!options.dryRun) closeJournal(db, writer.importId);
  writer.result.rejected.sort((a, b) => a.row - b.row);
  return writer.result;
}

/** The first walk: what every note is called and which note of the library it is. */
async function gather(
  options: NoteImport,
  entries: readonly NoteEntry[],
  readers: DocumentReaders,
  writer: NoteWriter,
): Promise<NotePlan> {
  const looks = new Map<number, FirstLook>();
  let done = 0;
  for (const { index, file, format, look } of entries)
    if (look !== null || format !== 'markdown') looks.set(index, look ?? byFileName(file.relativePath));
  const tasks = entries
    .filter(({ index }) => !looks.has(index))
    .map(({ index, file, format }): ReadTask => ({ type: 'look', index, file, format }));
  for await (const answers of readers.run(tasks, options.signal)) {
    for (const answer of answers) if (answer.type === 'look') looks.set(answer.index, answer.look);
    done += answers.length;
    options.onProgress(done, null, 'reading');
  }
  const lines = new Map<string, string>();
  for (const { file, format, index } of entries) {
    if (format !== 'lines') continue;
    for await (const { text } of linesOf(options, file, index, writer.folder)) {
      const parsed = parseNoteLine(text);
      if (typeof parsed !== 'string' && !lines.has(parsed.key)) lines.set(parsed.key, parsed.title);
      done += 1;
      options.onProgress(done, null, 'reading');
    }
  }
  const notes = entries.filter(({ format }) => format !== 'other' && format !== 'lines');
  const keyed = new Map(notes.map((entry) => [plainPath(entry.file.relativePath), entry]));
  const plan = await planNotes(options.db, {
    source: options.source,
    keys: [...keyed.keys(), ...lines.keys()],
    ownIds: new Map(
      [...keyed].flatMap(([key, { index }]) => {
        const id = looks.get(index)?.ownId ?? '';
        return id === '' ? [] : [[key, id]];
      }),
    ),
    makeId: options.makeId,
    prints: (keys) => printsOf(keys, keyed, readers, options.signal),
  });
  writer.result.gone = plan.gone;
  readers.setNames({
    notes: [
      ...[...keyed].map(([key, { index }]): NamedNote => {
        // One that could not be looked at is known by its file; what is wrong with it is said when it is read.
        const look = looks.get(index) ?? byFileName(key);
        return { id: plan.ids.get(key)!, title: look.title, path: key, names: look.names };
      }),
      ...[...lines].map(
        ([key, title]): NamedNote => ({ id: plan.ids.get(key)!, title, path: '', names: [title] }),
      ),
    ],
    library: libraryTitles(options.db, new Set(plan.ids.values())),
    files: entries.flatMap(({ index, file, format }) =>
      format === 'other' ? [{ index, path: plainPath(file.relativePath) }] : [],
    ),
    renamed: [...plan.renamed],
  });
  return plan;
}

const byFileName = (path: string): FirstLook => ({ title: fileTitle(path), names: [], ownId: '' });

async function printsOf(
  keys: readonly string[],
  keyed: ReadonlyMap<string, NoteEntry>,
  readers: DocumentReaders,
  signal: AbortSignal,
): Promise<Map<string, string>> {
  const prints = new Map<string, string>();
  const entries = keys.flatMap((key) => keyed.get(key) ?? []);
  const byIndex = new Map(entries.map((entry) => [entry.index, plainPath(entry.file.relativePath)]));
  const tasks = entries.map(({ index, file, format }): ReadTask => ({ type: 'print', index, file, format }));
  for await (const answers of readers.run(tasks, signal)) {
    for (const answer of answers)
      if (answer.type === 'print') prints.set(byIndex.get(answer.index)!, answer.print);
  }
  return prints;
}

function libraryTitles(db: WriteDb, besides: ReadonlySet<string>): { id: string; title: string }[] {
  const rows = prepared(
    db,
    "SELECT id, title FROM note WHERE deleted_at IS NULL AND title <> '' ORDER BY id",
  ).all();
  return (rows as { id: string; title: string }[]).filter(({ id }) => !besides.has(id));
}

async function writeAll(
  options: NoteImport,
  entries: readonly NoteEntry[],
  readers: DocumentReaders,
  writer: NoteWriter,
  plan: NotePlan,
): Promise<void> {
  const byIndex = new Map(entries.map((entry) => [entry.index, entry]));
  const tasks = entries.flatMap(({ index, file, format }): ReadTask[] => {
    if (format === 'other' || format === 'lines') return [];
    return [{ type: 'read', index, file, format, noteId: plan.ids.get(plainPath(file.relativePath))! }];
  });
  const pieces = new Pieces(options, () => writer.endPiece(), plan.ids.size);
  const shown = new Set<number>();
  for await (const answers of readers.run(tasks, options.signal)) {
    for (const answer of answers) await takeAnswer(answer, byIndex.get(answer.index)!, writer, pieces, shown);
  }
  for (const entry of entries) if (entry.format === 'lines') await writeLines(options, entry, writer, pieces);
  await pieces.flush();
  reportUnlinked(entries, shown, writer.result);
}

async function takeAnswer(
  answer: ReadAnswer,
  entry: NoteEntry,
  writer: NoteWriter,
  pieces: Pieces,
  shown: Set<number>,
): Promise<void> {
  const { row, name } = entry;
  if (answer.type === 'problem') {
    await pieces.add(0, () => writer.reject({ row, reason: answer.problem }, name, [name, answer.detail]));
    return;
  }
  if (answer.type !== 'read') return;
  const { note } = answer;
  for (const place of note.shown) shown.add(place);
  const { result } = writer;
  result.links.resolved += note.links.resolved;
  result.links.unresolved += note.links.unresolved;
  result.attachments += note.attachments.length;
  addSimplified(result.simplified, note.simplified);
  for (const { reason, detail } of note.problems) writer.rejectOnce({ row, reason }, detail);
  const format = entry.format === 'markdown' || entry.format === 'html' ? entry.format : null;
  const read = { ...note, document: JSON.parse(note.document), format, print: '' };
  const { absent, attachments: found } = note;
  const { draft, files } = await writer.settle(read, { found, absent }, entry);
  await pieces.add(answer.characters, () => writer.put(draft, row, name, [name], files));
}

function reportUnlinked(
  entries: readonly NoteEntry[],
  shown: ReadonlySet<number>,
  result: NoteImportResult,
): void {
  for (const { index, file, format } of entries) {
    if (format !== 'other' || shown.has(index)) continue;
    result.unlinked.count += 1;
    if (result.unlinked.names.length < NAMES_LISTED)
      result.unlinked.names.push(file.relativePath.slice(0, 1_000));
  }
}

async function writeLines(
  options: NoteImport,
  entry: NoteEntry,
  writer: NoteWriter,
  pieces: Pieces,
): Promise<void> {
  const detail = options.files.length > 1 ? entry.file.relativePath.slice(0, 1_000) : '';
  for await (const { row, text, sound } of linesOf(options, entry.file, entry.index, writer.folder)) {
    const cells = [text.slice(0, 10_000)];
    const parsed: ReturnType<typeof parseNoteLine> =
      !sound && text.includes('\ufffd') ? ('bad-encoding' satisfies RejectionReason) : parseNoteLine(text);
    if (typeof parsed === 'string') {
      await pieces.add(0, () => writer.reject({ row, reason: parsed }, detail, cells));
    } else {
      const draft = lineToDraft(parsed, options.language);
      await pieces.add(text.length, () => writer.put(draft, row, detail, cells, []));
    }
  }
}

/** The lines of a JSON Lines file that are not blank. */
async function* linesOf(options: NoteImport, file: SourceFile, index: number, folder: string) {
  const path = sourceAlone(file, folder, `lines-${index}`);
  for await (const { lines } of readLines(path, encodingOf(path), options.signal)) yield* lines;
}

function encodingOf(path: string): Encoding {
  try {
    return detectEncoding(readHead(path, 256 * 1024).bytes);
  } catch (error) {
    if (error instanceof BadFile && error.code === 'empty') return 'utf-8';
    throw error;
  }
}
