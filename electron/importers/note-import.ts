import { readFileSync } from 'node:fs';
import { setImmediate as breathe } from 'node:timers/promises';
import type { Time } from '../../shared/base/clock.ts';
import type { Id } from '../../shared/base/ids.ts';
import { transact, type WriteDb } from '../data/handle.ts';
import { BadFile } from './bad-file.ts';
import type { Encoding, ImportResult } from './case-reading.ts';
import { parseFrontMatter, splitFrontMatter } from './front-matter.ts';
import { closeJournal, undoImport } from './import-journal.ts';
import { fileTitle, lineToDraft, markdownToDraft, parseNoteLine } from './note-draft.ts';
import { NoteNames } from './note-names.ts';
import { NoteWriter } from './note-writer.ts';
import { readLines } from './read-rows.ts';
import { decodeBytes, detectEncoding, readHead } from './text-encoding.ts';

/** A transaction holds at most so many notes, and at most so many characters of them. */
const PIECE = 200;
const PIECE_CHARACTERS = 2_000_000;
const LARGEST_MARKDOWN = 8_000_000;

export type NoteFile = { readonly path: string; readonly relativePath: string };
export type NoteImport = {
  readonly db: WriteDb;
  readonly files: readonly NoteFile[];
  readonly source: string;
  /** For notes that do not name their language; '' lets the letters decide. */
  readonly language: string;
  readonly dryRun: boolean;
  readonly now: () => Time;
  readonly makeId: () => Id;
  readonly authorId: Id | null;
  /** Stages: `reading`, `writing` (or `comparing`), `undoing`. */
  readonly onProgress: (done: number, total: number | null, stage: string) => void;
  readonly signal: AbortSignal;
  readonly onRejected?: (rejection: ImportResult['rejected'][number], cells: readonly string[]) => void;
};

/**
 * Imports notes from JSON Lines (`{externalId, title, text, language?, topics?, tags?}`, the text plain) and Markdown
 * or text files. A note is known by source and `externalId`, or the file's path in its folder, so a second import
 * brings it up to date and keeps the ids of blocks that are still there. A note that was changed here and in the file
 * is rejected as `changed-here`. In rejections `row` is the line in a JSON Lines file, else the number of the file.
 * Cancelling (or any error) takes back what was written and throws.
 */
export async function importNotes(options: NoteImport): Promise<ImportResult> {
  const { db, signal } = options;
  signal.throwIfAborted();
  const names = new NoteNames(db);
  const writer = new NoteWriter(options);
  const total = await gatherNames(options, names, writer);
  try {
    await writeAll(options, names, writer, total);
    signal.throwIfAborted();
  } catch (error) {
    if (!options.dryRun) {
      const report = (done: number) => options.onProgress(done, null, 'undoing');
      await undoImport(db, writer.importId, report, () => breathe());
    }
    throw error;
  }
  if (!options.dryRun) closeJournal(db, writer.importId);
  return writer.result;
}

type FileKind = 'lines' | 'markdown' | 'text' | null;
function kindOf(relativePath: string): FileKind {
  const extension = /\.([A-Za-z0-9]+)$/.exec(relativePath)?.[1]?.toLowerCase() ?? '';
  if (extension === 'jsonl' || extension === 'ndjson' || extension === 'json') return 'lines';
  if (extension === 'md' || extension === 'markdown') return 'markdown';
  return extension === 'txt' ? 'text' : null;
}

/** What the first walk learns: ids for all notes, so that links can point forward. Gives the number of notes. */
async function gatherNames(options: NoteImport, names: NoteNames, writer: NoteWriter): Promise<number> {
  let notes = 0;
  let files = 0;
  for (const file of options.files) {
    options.signal.throwIfAborted();
    const kind = kindOf(file.relativePath);
    if (kind === 'lines') {
      for await (const { lines } of readLines(file.path, encodingOf(file.path), options.signal)) {
        notes += lines.length;
        for (const line of lines) {
          const parsed = parseNoteLine(line);
          if (typeof parsed === 'string') continue;
          names.add({ id: writer.idFor(parsed.key), title: parsed.title }, '', [parsed.title]);
        }
        options.onProgress(notes, null, 'reading');
      }
    } else {
      notes += 1;
      if (kind === 'markdown') nameMarkdown(file, names, writer);
    }
    files += 1;
    if (files % 100 === 0) {
      options.onProgress(notes, null, 'reading');
      await breathe();
    }
  }
  return notes;
}

function nameMarkdown(file: NoteFile, names: NoteNames, writer: NoteWriter): void {
  let head = '';
  try {
    const { bytes } = readHead(file.path, 16_384);
    head = decodeBytes(bytes, detectEncoding(bytes));
  } catch (error) {
    if (!(error instanceof BadFile) || error.code !== 'empty') return;
  }
  const { yaml, body } = splitFrontMatter(head);
  const matter = parseFrontMatter(yaml);
  const heading = /^\s*#[ \t]+(.+?)[ \t]*#*\s*$/m.exec(body.slice(0, 2_000))?.[1] ?? '';
  const title = matter.title || heading || fileTitle(file.relativePath);
  const key = file.relativePath.normalize('NFC').replaceAll('\\', '/').slice(0, 2_000);
  names.add({ id: writer.idFor(key), title }, file.relativePath, [matter.title, heading, ...matter.aliases]);
}

function encodingOf(path: string): Encoding {
  try {
    return detectEncoding(readHead(path, 256 * 1024).bytes);
  } catch (error) {
    if (error instanceof BadFile && error.code === 'empty') return 'utf-8';
    throw error;
  }
}

async function writeAll(
  options: NoteImport,
  names: NoteNames,
  writer: NoteWriter,
  total: number,
): Promise<void> {
  const piece = new Piece(options, writer, total);
  let number = 0;
  for (const file of options.files) {
    options.signal.throwIfAborted();
    number += 1;
    const kind = kindOf(file.relativePath);
    const detail = file.relativePath.slice(0, 1_000);
    if (kind === 'lines') {
      let row = 0;
      const where = options.files.length > 1 ? detail : '';
      for await (const { lines, sound } of readLines(file.path, encodingOf(file.path), options.signal)) {
        for (const line of lines) {
          row += 1;
          const at = row;
          await piece.add(line.length, () => {
            const parsed = !sound && line.includes('\ufffd') ? 'bad-encoding' : parseNoteLine(line);
            if (typeof parsed === 'string')
              writer.reject({ row: at, reason: parsed }, where, [line.slice(0, 10_000)]);
            else
              writer.put(lineToDraft(parsed, writer.makeBlockId, options.language), at, where, [
                line.slice(0, 10_000),
              ]);
          });
        }
      }
      continue;
    }
    const at = number;
    const read = kind === null ? null : readText(file.path);
    await piece.add(read?.length ?? 0, () => {
      if (kind === null) writer.reject({ row: at, reason: 'unsupported-file' }, detail, [detail]);
      else if (read === null) writer.reject({ row: at, reason: 'unreadable-file' }, detail, [detail]);
      else {
        const made =
          kind === 'text'
            ? textDraft(read, file.relativePath, writer.makeBlockId, options.language)
            : markdownToDraft(
                read,
                file.relativePath,
                writer.makeBlockId,
                names.resolverFor(file.relativePath),
                options.language,
              );
        if (made.draft === null) writer.reject({ row: at, reason: made.problem }, detail, [detail]);
        else writer.put(made.draft, at, detail, [detail]);
      }
    });
  }
  await piece.flush();
}

function textDraft(text: string, relativePath: string, makeBlockId: () => string, language: string) {
  const key = relativePath.normalize('NFC').replaceAll('\\', '/').slice(0, 2_000);
  if (text.length > 1_000_000) return { draft: null, problem: 'cell-too-large' as const };
  const line = { key, title: fileTitle(relativePath), text, language: '', topics: [], tags: [] };
  return { draft: lineToDraft(line, makeBlockId, language), problem: null };
}

/** Null for what is no text. */
function readText(path: string): string | null {
  try {
    const { size } = readHead(path, 1);
    if (size > LARGEST_MARKDOWN) return null;
    const bytes = readFileSync(path);
    return new TextDecoder(detectEncoding(bytes)).decode(bytes);
  } catch (error) {
    if (error instanceof BadFile) return error.code === 'empty' ? '' : null;
    throw error;
  }
}

/** Gathers work until it is worth a transaction, then does it and lets others in. */
class Piece {
  private readonly work: (() => void)[] = [];
  private characters = 0;
  private done = 0;
  private readonly options: NoteImport;
  private readonly writer: NoteWriter;
  private readonly total: number;

  constructor(options: NoteImport, writer: NoteWriter, total: number) {
    this.options = options;
    this.writer = writer;
    this.total = total;
  }

  async add(characters: number, work: () => void): Promise<void> {
    this.work.push(work);
    this.characters += characters;
    if (this.work.length >= PIECE || this.characters >= PIECE_CHARACTERS) await this.flush();
  }

  async flush(): Promise<void> {
    this.options.signal.throwIfAborted();
    const { dryRun, db } = this.options;
    const run = () => {
      for (const one of this.work) one();
      this.writer.endPiece();
    };
    if (dryRun) run();
    else transact(db, run);
    this.done += this.work.length;
    this.work.length = 0;
    this.characters = 0;
    this.options.onProgress(this.done, this.total, dryRun ? 'comparing' : 'writing');
    await breathe();
  }
}
