import { readFileSync } from 'node:fs';
import { setImmediate as breathe } from 'node:timers/promises';
import type { Time } from '../../shared/base/clock.ts';
import type { Id } from '../../shared/base/ids.ts';
import { beginBulk } from '../data/bulk.ts';
import { transact, type WriteDb } from '../data/handle.ts';
import { BadFile } from './bad-file.ts';
import type { Encoding, ImportResult, RejectionReason } from './case-reading.ts';
import { parseFrontMatter, splitFrontMatter } from './front-matter.ts';
import { closeJournal, undoImport } from './import-journal.ts';
import {
  fileTitle,
  lineToDraft,
  markdownToDraft,
  type NoteDraft,
  type NoteDraftResult,
  parseNoteLine,
} from './note-draft.ts';
import { NoteNames } from './note-names.ts';
import { NoteWriter } from './note-writer.ts';
import { readLines } from './read-rows.ts';
import { decodeBytes, detectEncoding, readHead } from './text-encoding.ts';

/** A transaction holds at most so many notes, so many characters of them, and ends after so many milliseconds. */
const PIECE = 200;
const PIECE_CHARACTERS = 2_000_000;
const PIECE_TIME = 100;
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
  const endBulk = options.dryRun ? () => {} : beginBulk(db);
  try {
    await writeAll(options, names, writer, total);
    signal.throwIfAborted();
  } catch (error) {
    if (!options.dryRun) {
      const report = (done: number) => options.onProgress(done, null, 'undoing');
      await undoImport(db, writer.importId, report, () => breathe());
    }
    throw error;
  } finally {
    endBulk();
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
  let lastBreath = performance.now();
  for (const file of options.files) {
    options.signal.throwIfAborted();
    const kind = kindOf(file.relativePath);
    if (kind === 'lines') {
      for await (const { lines } of readLines(file.path, encodingOf(file.path), options.signal)) {
        notes += lines.length;
        for (const line of lines) {
          const parsed = parseNoteLine(line.text);
          if (typeof parsed === 'string') continue;
          names.add({ id: writer.idFor(parsed.key), title: parsed.title }, '', [parsed.title]);
        }
        options.onProgress(notes, null, 'reading');
      }
    } else {
      notes += 1;
      if (kind === 'markdown') nameMarkdown(file, names, writer);
    }
    if (performance.now() - lastBreath > PIECE_TIME) {
      options.onProgress(notes, null, 'reading');
      await breathe();
      lastBreath = performance.now();
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
  const pieces = new Pieces(options, writer, total);
  let number = 0;
  for (const file of options.files) {
    options.signal.throwIfAborted();
    number += 1;
    const name = file.relativePath.slice(0, 1_000);
    if (kindOf(name) === 'lines') {
      await writeLines(options, file, options.files.length > 1 ? name : '', writer, pieces);
      continue;
    }
    const row = number;
    const made = readDraft(file, options, names, writer);
    if (made.draft === null) {
      await pieces.add(0, () => writer.reject({ row, reason: made.problem }, name, [name]));
    } else await pieces.add(made.characters, () => writer.put(made.draft, row, name, [name]));
  }
  await pieces.flush();
}

async function writeLines(
  options: NoteImport,
  file: NoteFile,
  detail: string,
  writer: NoteWriter,
  pieces: Pieces,
): Promise<void> {
  for await (const { lines } of readLines(file.path, encodingOf(file.path), options.signal)) {
    for (const { row, text, sound } of lines) {
      const cells = [text.slice(0, 10_000)];
      const parsed = !sound && text.includes('\ufffd') ? 'bad-encoding' : parseNoteLine(text);
      if (typeof parsed === 'string') {
        await pieces.add(0, () => writer.reject({ row, reason: parsed }, detail, cells));
      } else {
        const draft = lineToDraft(parsed, writer.makeBlockId, options.language);
        await pieces.add(text.length, () => writer.put(draft, row, detail, cells));
      }
    }
  }
}

type ReadDraft =
  | { readonly draft: NoteDraft; readonly characters: number }
  | { readonly draft: null; readonly problem: RejectionReason };

function readDraft(file: NoteFile, options: NoteImport, names: NoteNames, writer: NoteWriter): ReadDraft {
  const kind = kindOf(file.relativePath);
  if (kind === null) return { draft: null, problem: 'unsupported-file' };
  const text = readText(file.path);
  if (text === null) return { draft: null, problem: 'unreadable-file' };
  const made =
    kind === 'text'
      ? textDraft(text, file.relativePath, writer.makeBlockId, options.language)
      : markdownToDraft(
          text,
          file.relativePath,
          writer.makeBlockId,
          names.resolverFor(file.relativePath),
          options.language,
        );
  return made.draft === null ? made : { draft: made.draft, characters: text.length };
}

function textDraft(
  text: string,
  relativePath: string,
  makeBlockId: () => string,
  language: string,
): NoteDraftResult {
  const key = relativePath.normalize('NFC').replaceAll('\\', '/').slice(0, 2_000);
  if (text.length > 1_000_000) return { draft: null, problem: 'cell-too-large' };
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

/** Gathers what is to be written until it is worth a transaction, and lets others in between. */
class Pieces {
  private readonly work: (() => void)[] = [];
  private characters = 0;
  private done = 0;
  private lastBreath = performance.now();
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
    else if (performance.now() - this.lastBreath > PIECE_TIME) await this.breathe();
  }

  async flush(): Promise<void> {
    const { dryRun, db } = this.options;
    while (this.work.length > 0) {
      this.options.signal.throwIfAborted();
      if (dryRun) this.some();
      else transact(db, () => this.some());
      this.options.onProgress(this.done, this.total, dryRun ? 'comparing' : 'writing');
      await this.breathe();
    }
    this.characters = 0;
  }

  /** As much as fits into the time of one piece, one note at least. */
  private some(): void {
    const until = performance.now() + PIECE_TIME;
    let count = 0;
    while (count < this.work.length && (count === 0 || performance.now() < until)) {
      this.work[count]!();
      count += 1;
    }
    this.work.splice(0, count);
    this.done += count;
    this.writer.endPiece();
  }

  private async breathe(): Promise<void> {
    await breathe();
    this.lastBreath = performance.now();
  }
}
