import { dirname } from 'node:path/posix';
import type { DocumentReaders } from './documents/document-readers.ts';
import { type DocumentFormat, extensionOf, formatOf } from './documents/formats.ts';
import { isOurPage } from './documents/html-set.ts';
import { isOurJson } from './documents/json-set.ts';
import type { FirstLook, ReadTask } from './documents/parsed-note.ts';
import { isHiddenPath, plainPath, type SourceFile } from './documents/source-file.ts';
import type { NoteImportResult } from './note-report.ts';
import type { NoteWriter } from './note-writer.ts';

/** A file of an import, or one note of a file that holds many. */
export type NoteEntry = {
  readonly index: number;
  readonly file: SourceFile;
  readonly format: DocumentFormat;
  /** Which of the chosen files it is or lies in, from 1. */
  readonly row: number;
  /** What reports call it. */
  readonly name: string;
  /** The original, and what it is called: the whole file, or of a file of many notes the part that is this one. */
  readonly source: SourceFile;
  readonly sourceName: string;
  /** True for a file to be cut into its notes. */
  readonly isSet: boolean;
  /** What is known of a note before it is read; `null` where its file has to be looked at. */
  readonly look: FirstLook | null;
};

const NAME_MAX = 1_000;

export function toEntries(files: readonly SourceFile[]): NoteEntry[] {
  const alone = files.length === 1;
  return files.flatMap((file, index): NoteEntry[] => {
    const { relativePath } = file;
    if (isHiddenPath(relativePath)) return [];
    const format = extensionOf(relativePath) === 'json' ? jsonFormat(file, alone) : formatOf(relativePath);
    const name = relativePath.slice(0, NAME_MAX);
    const isSet = format === 'json' || (format === 'html' && isOurPage(file));
    const called = { row: index + 1, name, source: file, sourceName: relativePath };
    return [{ index, file, format, ...called, isSet, look: null }];
  });
}

/** One JSON file by itself is meant; among others it is somebody's settings, unless it says that it is ours. */
function jsonFormat(file: SourceFile, alone: boolean): DocumentFormat {
  if (isOurJson(file, alone)) return 'json';
  return alone ? 'lines' : 'other';
}

export function countFound(entries: readonly NoteEntry[], { found }: NoteImportResult): void {
  for (const { format } of entries) found[format] = (found[format] ?? 0) + 1;
}

/** The entries with one for each note of a file that holds many in its place. What cannot be one is reported. */
export async function expandSets(
  entries: readonly NoteEntry[],
  readers: DocumentReaders,
  writer: NoteWriter,
  signal: AbortSignal,
): Promise<NoteEntry[]> {
  const byIndex = new Map(entries.map((entry) => [entry.index, entry]));
  const tasks = entries
    .filter(({ isSet }) => isSet)
    .map(({ index, file, format }): ReadTask => ({ type: 'split', index, file, format }));
  const notes: NoteEntry[] = [];
  let next = entries.reduce((most, { index }) => Math.max(most, index + 1), 0);
  for await (const answers of readers.run(tasks, signal)) {
    for (const answer of answers) {
      const entry = byIndex.get(answer.index)!;
      const { name, row } = entry;
      const reject = (reason: Parameters<NoteWriter['reject']>[0]['reason'], at: string): void =>
        writer.reject({ row, reason }, at, [at]);
      if (answer.type === 'problem') reject(answer.problem, name);
      if (answer.type !== 'split') continue;
      const folder = dirname(plainPath(entry.file.relativePath));
      for (const { reason, detail } of answer.set.problems) reject(reason, `${name} › ${detail}`);
      const { path, parts } = answer.set;
      for (const { name: called, title, ownId, from, bytes } of parts) {
        const isPage = called === 'page';
        // A page that is no set after all is known by its own name.
        const inFolder = folder === '.' ? called : `${folder}/${called}`;
        const relativePath = isPage ? entry.file.relativePath : inFolder;
        const file = { path, relativePath, part: { from, bytes } };
        const source = parts.length === 1 ? entry.source : file;
        const look = isPage ? null : { title, names: title === '' ? [] : [title], ownId };
        const said = isPage ? name : `${name} › ${title || called}`;
        notes.push({ ...entry, index: next, file, source, name: said, isSet: false, look });
        next += 1;
      }
    }
  }
  return [...entries.filter(({ isSet }) => !isSet), ...notes];
}
