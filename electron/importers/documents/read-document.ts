import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { TEXT_MAX, TITLE_MAX } from '../../../shared/domain/record.ts';
import { canonicalDocument } from '../../../shared/richtext/canonical.ts';
import { fromPlainText } from '../../../shared/richtext/from-text.ts';
import { plainText } from '../../../shared/richtext/plain-text.ts';
import { BadFile } from '../bad-file.ts';
import type { RejectionReason } from '../case-reading.ts';
import { type DecodedWhole, decodeWhole } from '../text-encoding.ts';
import { makeBlockId } from './block-ids.ts';
import { type DocumentFormat, LARGEST } from './formats.ts';
import { splitHtml } from './html-set.ts';
import { splitJson } from './json-set.ts';
import type { LinkTargets } from './names.ts';
import { fileTitle, languageOf, languageTag, ownTags, unique, withTitle } from './note-words.ts';
import type { ReadAnswer, ReaderSettings, ReadTask } from './parsed-note.ts';
import { plainContent, type ReadContent, type ReadContext } from './read-content.ts';
import { readDocx, readHtml, readOdt } from './read-html.ts';
import { readJson } from './read-json.ts';
import { readMarkdown } from './read-markdown.ts';
import { ShownFiles } from './shown-files.ts';
import { plainPath, readSource, type SourceFile, sourceAlone } from './source-file.ts';
import { wordsPrint } from './words-print.ts';

// One file into one note, on a thread of its own. Whatever the file does to us, the answer is a note or a reason.

export async function readDocument(
  task: Extract<ReadTask, { type: 'read' | 'print' }>,
  settings: ReaderSettings,
  targets: LinkTargets,
): Promise<ReadAnswer> {
  const { index, file, format } = task;
  return orProblem(index, async () => {
    const noteId = task.type === 'read' ? task.noteId : '';
    const shown = new ShownFiles(settings, targets, plainPath(file.relativePath), noteId);
    const content = await readContent(file, format, {
      makeBlockId,
      targets,
      shown,
      folder: threadFolder(settings),
    });
    const { blocks, simplified } = await shown.settle(content.blocks, content.simplified);
    const { own } = content;
    // What we exported without a title had none.
    const called = own === null ? content.title || fileTitle(file.relativePath) : content.title;
    const { title, document } = withTitle(called, blocks);
    const words = plainText(document);
    if (words.length > TEXT_MAX) throw new BadFile('too-large', String(words.length));
    if (task.type === 'print') return { type: 'print', index, characters: 0, print: wordsPrint(document) };
    return {
      type: 'read',
      index,
      characters: words.length,
      note: {
        key: plainPath(file.relativePath),
        title,
        document: JSON.stringify(canonicalDocument(document)),
        language:
          own === null
            ? languageOf(content.language, settings.language, `${title} ${words.slice(0, 800)}`)
            : languageTag(content.language),
        topics: unique(content.topics, TITLE_MAX),
        tags: own === null ? unique(content.tags, 80) : ownTags(content.tags),
        own,
        absent: shown.absent,
        problems: shown.problems,
        attachments: shown.attachments(),
        shown: shown.places(),
        links: content.links,
        simplified,
      },
    };
  });
}

/** The notes of a file that holds many, each in a file of its own. */
export function splitAnswer(
  { index, file, format }: Extract<ReadTask, { type: 'split' }>,
  folder: string,
): Promise<ReadAnswer> {
  return orProblem(index, () => ({
    type: 'split',
    index,
    characters: 0,
    set: format === 'json' ? splitJson(file, index, folder) : splitHtml(file, index, folder),
  }));
}

async function orProblem(index: number, work: () => ReadAnswer | Promise<ReadAnswer>): Promise<ReadAnswer> {
  const problem = (reason: RejectionReason, detail = ''): ReadAnswer => ({
    type: 'problem',
    index,
    characters: 0,
    problem: reason,
    detail,
  });
  try {
    return await work();
  } catch (error) {
    if (error instanceof BadFile) return problem(reasonOf(error), error.detail);
    // Nested deeper than the stack, or larger than a string may be.
    if (error instanceof RangeError) return problem('too-deep');
    const code = (error as NodeJS.ErrnoException | null)?.code;
    if (typeof code === 'string') return problem('unreadable-file', code);
    throw error;
  }
}

function threadFolder({ folder }: ReaderSettings): string {
  const own = join(folder, `thread-${threadId}`);
  mkdirSync(own, { recursive: true, mode: 0o700 });
  return own;
}

function reasonOf(error: BadFile): RejectionReason {
  switch (error.code) {
    case 'unsafe-zip':
    case 'unsafe-xml':
      return 'unsafe-file';
    case 'too-large':
      return 'file-too-large';
    case 'too-deep':
    case 'bad-json':
    case 'bad-encoding':
    case 'not-ours':
    case 'set-too-large':
    case 'newer-version':
      return error.code;
    default:
      return 'unreadable-file';
  }
}

async function readContent(
  file: SourceFile,
  format: DocumentFormat,
  context: ReadContext,
): Promise<ReadContent> {
  switch (format) {
    case 'markdown':
      return withUnread(readText(file, format), (text) => readMarkdown(text, file.relativePath, context));
    case 'text':
      return withUnread(readText(file, format), (text) =>
        plainContent(fromPlainText(text, context.makeBlockId).blocks),
      );
    case 'json':
      return readJson(file, context);
    case 'html':
      return withUnread(readText(file, format), (text) => readHtml(text, file.relativePath, context));
    case 'docx':
    case 'odt': {
      if (readSource(file, 0).size > LARGEST[format]) throw new BadFile('too-large');
      const path = sourceAlone(file, context.folder, 'office');
      return format === 'docx'
        ? readDocx(path, file.relativePath, context)
        : readOdt(path, file.relativePath, context);
    }
    default:
      throw new BadFile('not-notes', format);
  }
}

/** The text of a file in whichever encoding it is; an empty file is an empty text. Throws BadFile. */
export function readText(file: SourceFile, format: DocumentFormat): DecodedWhole {
  const { bytes, size } = readSource(file, LARGEST[format] + 1);
  if (size > LARGEST[format]) throw new BadFile('too-large', String(size));
  if (bytes.length === 0) return { text: '', unread: 0 };
  const decoded = decodeWhole(bytes, format === 'html' ? encodingNamed(bytes) : '');
  const { text } = decoded;
  // Pages carry their pictures within them: those are no letters.
  const letters = format === 'html' ? text.length - lengthOfData(text) : text.length;
  if (letters > TEXT_MAX * 4) throw new BadFile('too-large', String(letters));
  return decoded;
}

/** What a page says of itself in its first kilobyte, where browsers look. */
function encodingNamed(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 1_024)).toString('latin1');
  return /<meta[^>]{0,200}\bcharset\s*=\s*["']?([\w:-]{1,40})/i.exec(head)?.[1] ?? '';
}

/** Letters that could not be read are said: they are nothing but a sign now. */
function withUnread({ text, unread }: DecodedWhole, read: (text: string) => ReadContent): ReadContent {
  const content = read(text);
  return unread === 0 ? content : { ...content, simplified: { ...content.simplified, letters: unread } };
}

function lengthOfData(text: string): number {
  let length = 0;
  for (const [data] of text.matchAll(/;base64,[A-Za-z0-9+/=]+/g)) length += data.length;
  return length;
}
