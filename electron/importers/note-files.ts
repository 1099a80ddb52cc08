import { posix } from 'node:path';
import type { Attachment } from '../../shared/domain/attachment.ts';
import { attachmentDefaults } from '../../shared/domain/attachment.ts';
import type { Note } from '../../shared/domain/note.ts';
import type { Block, Inline, RichText } from '../../shared/richtext/document.ts';
import { type SimplifiedTally, tally } from '../../shared/richtext/simplified.ts';
import { attachmentIdsIn } from '../../shared/richtext/walk.ts';
import { prepared, type ReadDb, type WriteDb } from '../data/handle.ts';
import { findRecord, itemOf, putRecord } from '../data/records.ts';
import { keepFile } from '../media/keep-file.ts';
import { hasBlob } from '../media/store-blob.ts';
import { contentId } from './content-id.ts';
import type { AbsentFile, FoundAttachment } from './documents/parsed-note.ts';
import { type SourceFile, sourceAlone } from './documents/source-file.ts';
import type { JournalEntry } from './import-journal.ts';
import { isFree } from './note-plan.ts';
import { sourceId } from './note-source.ts';

/** A file in the content store that a note will own. */
export type KeptAttachment = Pick<
  Attachment,
  'id' | 'sha256' | 'extension' | 'mime' | 'bytes' | 'fileName' | 'altText'
>;

export type Shown = {
  readonly document: RichText;
  readonly found: readonly FoundAttachment[];
  readonly simplified: SimplifiedTally;
};

/**
 * The document with its files under the ids they have here. A file the note shows already keeps its record, whichever
 * way it came; an id that is somebody else's becomes a new one; a block whose file is nowhere says in words what it
 * showed.
 */
export function settleShown(
  db: ReadDb,
  mediaRoot: string,
  noteId: string,
  before: Note | undefined,
  read: {
    readonly document: RichText;
    readonly found: readonly FoundAttachment[];
    readonly absent: readonly AbsentFile[];
  },
): Shown {
  const simplified: SimplifiedTally = {};
  const { found, absent } = read;
  if (found.length === 0 && absent.length === 0) return { document: read.document, found, simplified };
  const shown = new Map<string, string>();
  // Those it owns first, then those it shows now: of two records with the same bytes the shown one stays.
  for (const id of before === undefined
    ? []
    : [...ownedBy(db, noteId), ...attachmentIdsIn(before.document)]) {
    const record = findRecord(db, 'attachment', id);
    if (record !== undefined && record.deletedAt === null) shown.set(record.sha256, id);
  }
  const ids = new Map<string, string>();
  const kept = found.map((one) => {
    const id = shown.get(one.sha256) ?? idHere(db, noteId, one);
    ids.set(one.id, id);
    return { ...one, id };
  });
  const missing = new Set<string>();
  for (const { id, sha256 } of absent) {
    const record = findRecord(db, 'attachment', id);
    // Only the bytes the file speaks of: an id alone must not bring a picture of somebody's private note in here.
    const isHere = record?.deletedAt === null && record.sha256 === sha256 && hasBlob(mediaRoot, sha256);
    if (!isHere) missing.add(id);
  }
  const blocks = read.document.blocks.map((block): Block => {
    if (!('attachmentId' in block)) return block;
    const id = ids.get(block.attachmentId);
    if (id !== undefined) return id === block.attachmentId ? block : { ...block, attachmentId: id };
    if (!missing.has(block.attachmentId)) return block;
    tally(simplified, block.type === 'image' ? 'pictures' : 'embeds');
    return inWords(block);
  });
  return { document: { version: read.document.version, blocks }, found: kept, simplified };
}

const ownedBy = (db: ReadDb, noteId: string): string[] =>
  prepared(db, 'SELECT id FROM attachment WHERE owner_id = ? ORDER BY id')
    .all(noteId)
    .map((row) => row.id as string);

function idHere(db: ReadDb, noteId: string, one: FoundAttachment): string {
  const record = findRecord(db, 'attachment', one.id);
  if (record === undefined ? isFree(db, one.id) : record.deletedAt === null && record.sha256 === one.sha256)
    return one.id;
  return contentId(noteId, one.fileName, one.sha256);
}

function inWords(block: Extract<Block, { attachmentId: string }>): Block {
  const said = block.type === 'image' ? block.alt || block.name : block.name;
  const caption: Inline[] = block.children.length === 0 ? [] : [{ text: ' – ' }, ...block.children];
  const { id, dir } = block;
  return { id, ...(dir ? { dir } : {}), type: 'paragraph', children: [{ text: said }, ...caption] };
}

type Store = { readonly db: WriteDb; readonly mediaRoot: string; readonly signal: AbortSignal };

const isKept = ({ db, mediaRoot }: Store, id: string): boolean => {
  const present = findRecord(db, 'attachment', id);
  return present !== undefined && hasBlob(mediaRoot, present.sha256);
};

async function store({ mediaRoot, signal }: Store, path: string) {
  const { sha256, extension, mime, bytes } = await keepFile(mediaRoot, path, { asFile: true, signal });
  return { sha256, extension, mime, bytes };
}

/**
 * Brings the bytes a note needs into the content store, before its transaction: copying takes time. What is there
 * already is left alone. Nothing refers to the bytes until the note is written; without it they are swept away.
 */
export async function keepShown(to: Store, found: readonly FoundAttachment[]): Promise<KeptAttachment[]> {
  const kept: KeptAttachment[] = [];
  for (const { id, path, fileName, altText } of found)
    if (!isKept(to, id)) kept.push({ ...(await store(to, path)), id, fileName, altText });
  return kept;
}

/** The file a note is made from, as an attachment of it. */
export async function keepSource(
  to: Store,
  noteId: string,
  source: SourceFile,
  name: string,
  folder: string,
): Promise<KeptAttachment[]> {
  const blob = await store(to, sourceAlone(source, folder, 'source'));
  const fileName = posix.basename(name.replaceAll('\\', '/')).slice(0, 500);
  const id = sourceId(noteId, fileName, blob.sha256);
  return isKept(to, id) ? [] : [{ ...blob, id, fileName, altText: '' }];
}

/** Writes the records of kept files, as the note's own. Inside the transaction of the note. */
export function putFiles(
  db: WriteDb,
  noteId: string,
  files: readonly KeptAttachment[],
  now: () => string,
): JournalEntry[] {
  return files.flatMap((file) => {
    const at = now();
    const record: Attachment = {
      ...attachmentDefaults,
      ...file,
      ownerKind: 'note',
      ownerId: noteId,
      createdAt: at,
      updatedAt: at,
      createdBy: null,
      version: 1,
      deletedAt: null,
    };
    const isNew = findRecord(db, 'attachment', file.id) === undefined;
    putRecord(db, itemOf('attachment', record), { isNew });
    return isNew ? [{ kind: 'attachment' as const, id: file.id, before: 0 }] : [];
  });
}
