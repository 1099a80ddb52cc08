import { posix } from 'node:path';
import { type Attachment, attachmentDefaults } from '../../shared/domain/attachment.ts';
import type { Note } from '../../shared/domain/note.ts';
import { noteDefaults } from '../../shared/domain/note.ts';
import { type Topic, topicDefaults } from '../../shared/domain/topic.ts';
import { prepared } from '../data/handle.ts';
import { findRecord, itemOf, putRecord, saveRecord } from '../data/records.ts';
import { keepFile } from '../media/keep-file.ts';
import { hasBlob } from '../media/store-blob.ts';
import { CHANGED_IDS_LISTED, REJECTIONS_LISTED, type Rejection } from './case-reading.ts';
import { contentId } from './content-id.ts';
import type { FoundAttachment } from './documents/parsed-note.ts';
import { type SourceFile, sourceAlone } from './documents/source-file.ts';
import { type JournalEntry, writeJournal } from './import-journal.ts';
import { IMPORT_REASON, lastImported } from './last-imported.ts';
import { addMissing, mergeText } from './merge-text.ts';
import type { NoteDraft } from './note-draft.ts';
import type { NoteImport } from './note-import.ts';
import type { NotePlan } from './note-plan.ts';
import { emptyResult } from './note-report.ts';

/** A file in the content store that a note will own. */
type KeptAttachment = Pick<
  Attachment,
  'id' | 'sha256' | 'extension' | 'mime' | 'bytes' | 'fileName' | 'altText'
>;

/** Writes drafts as notes, one after the other, and counts. Its caller holds the transaction. */
export class NoteWriter {
  readonly importId: string;
  readonly folder: string;
  readonly result = emptyResult();
  private readonly options: NoteImport;
  private plan: NotePlan | null = null;
  private readonly seen = new Map<string, string>();
  private topics: Map<string, string> | null = null;
  private journal: JournalEntry[] = [];
  private piece = 0;

  constructor(options: NoteImport, folder: string) {
    this.options = options;
    this.folder = folder;
    this.importId = options.makeId();
  }

  /** Which note of the library each key is. */
  follow(plan: NotePlan): void {
    this.plan = plan;
  }

  private idFor(key: string): string {
    return this.plan?.ids.get(key) ?? this.options.makeId();
  }

  endPiece(): void {
    if (!this.options.dryRun) writeJournal(this.options.db, this.importId, this.piece, this.journal);
    this.journal = [];
    this.piece += 1;
  }

  reject(rejection: Rejection, detail: string, cells: readonly string[]): void {
    const full = detail === '' ? rejection : { ...rejection, detail };
    this.result.rejectedCount += 1;
    if (this.result.rejected.length < REJECTIONS_LISTED) this.result.rejected.push(full);
    this.options.onRejected?.(full, cells);
  }

  /**
   * Brings the bytes a note needs into the content store, before its transaction: copying takes time. What is there
   * already is left alone. Nothing refers to the bytes until the note is written; without it they are swept away.
   */
  async keepFiles(
    key: string,
    found: readonly FoundAttachment[],
    source: SourceFile,
  ): Promise<KeptAttachment[]> {
    const { dryRun, keepSource } = this.options;
    if (dryRun || (found.length === 0 && !keepSource)) return [];
    const kept: KeptAttachment[] = [];
    for (const one of found) {
      if (this.isKept(one.id)) continue;
      kept.push({
        ...(await this.store(one.path)),
        id: one.id,
        fileName: one.fileName,
        altText: one.altText,
      });
    }
    if (keepSource) {
      const path = sourceAlone(source, this.folder, 'source');
      const blob = await this.store(path);
      const fileName = posix.basename(source.relativePath.replaceAll('\\', '/')).slice(0, 500);
      const id = contentId(this.idFor(key), `source ${fileName}`, blob.sha256);
      if (!this.isKept(id)) kept.push({ ...blob, id, fileName, altText: '' });
    }
    return kept;
  }

  private isKept(id: string): boolean {
    const present = findRecord(this.options.db, 'attachment', id);
    return present !== undefined && hasBlob(this.options.mediaRoot, present.sha256);
  }

  private async store(path: string): Promise<Pick<Attachment, 'sha256' | 'extension' | 'mime' | 'bytes'>> {
    const { mediaRoot, signal } = this.options;
    const { sha256, extension, mime, bytes } = await keepFile(mediaRoot, path, { asFile: true, signal });
    return { sha256, extension, mime, bytes };
  }

  put(
    draft: NoteDraft,
    row: number,
    detail: string,
    cells: readonly string[],
    files: readonly KeptAttachment[],
  ): void {
    const earlier = this.seen.get(draft.key);
    if (earlier !== undefined) {
      if (draft.print !== '' && earlier === draft.print) this.result.unchanged += 1;
      else this.reject({ row, reason: 'duplicate-key' }, detail, cells);
      return;
    }
    this.seen.set(draft.key, draft.print);
    const { db, dryRun, makeId, authorId } = this.options;
    const id = this.idFor(draft.key);
    const before = findRecord(db, 'note', id);
    if (before === undefined) {
      this.result.created += 1;
      if (dryRun) return;
      const record = this.toNewNote(draft, id);
      putRecord(db, itemOf('note', record), { isNew: true });
      this.journal.push({ kind: 'note', id, before: 0 });
      this.putFiles(id, files);
      this.changed(id);
      return;
    }
    if (this.plan?.moved.has(draft.key)) this.result.moved += 1;
    const after = this.merge(before, draft);
    if (after === 'changed-here') {
      this.reject({ row, reason: 'changed-here' }, detail, cells);
      return;
    }
    this.putFiles(id, files);
    if (after === null) {
      this.result.unchanged += 1;
      return;
    }
    this.result.updated += 1;
    if (dryRun) return;
    saveRecord(db, itemOf('note', before), itemOf('note', after), {
      makeId,
      authorId,
      reason: IMPORT_REASON,
    });
    this.journal.push({ kind: 'note', id, before: before.version });
    this.changed(id);
  }

  private putFiles(noteId: string, files: readonly KeptAttachment[]): void {
    const { db, now } = this.options;
    for (const file of files) {
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
      if (isNew) this.journal.push({ kind: 'attachment', id: file.id, before: 0 });
    }
  }

  private toNewNote(draft: NoteDraft, id: string): Note {
    const now = this.options.now();
    return {
      ...noteDefaults,
      id,
      createdAt: now,
      updatedAt: now,
      createdBy: null,
      version: 1,
      deletedAt: null,
      title: draft.title,
      kind: 'reference',
      document: draft.document,
      language: draft.language,
      confidence: 'not-validated',
      topicIds: this.topicIds(draft.topics),
      tags: [...draft.tags],
      source: this.options.source,
      externalId: draft.key,
    };
  }

  /** Null when the file says nothing new; what people changed here since the last import stays. */
  private merge(before: Note, draft: NoteDraft): Note | 'changed-here' | null {
    const base = lastImported(this.options.db, 'note', before);
    const document = mergeText(base.document, before.document, draft.document);
    if (document === 'changed-here') return document;
    const title = draft.title !== base.title && draft.title !== before.title ? draft.title : before.title;
    const topicIds = addMissing(
      before.topicIds,
      this.topicIds(draft.topics),
      base === before ? [] : base.topicIds,
    );
    const tags = addMissing(before.tags, draft.tags, base === before ? [] : base.tags);
    const same =
      document === null &&
      draft.key === before.externalId &&
      title === before.title &&
      topicIds.length === before.topicIds.length &&
      tags.length === before.tags.length;
    if (same) return null;
    return {
      ...before,
      title,
      document: document ?? before.document,
      topicIds,
      tags,
      language: before.language === '' ? draft.language : before.language,
      externalId: draft.key,
      version: before.version + 1,
      updatedAt: this.options.now(),
    };
  }

  /** Topics by name, in any of their languages; those nobody has yet are made. None are made in a dry run. */
  private topicIds(names: readonly string[]): string[] {
    if (names.length === 0) return [];
    const { db, dryRun, makeId } = this.options;
    this.topics ??= this.knownTopics();
    const ids: string[] = [];
    for (const name of names) {
      const plain = plainTopic(name);
      let id = this.topics.get(plain);
      if (id === undefined) {
        id = makeId();
        this.topics.set(plain, id);
        if (!dryRun) {
          const now = this.options.now();
          const topic: Topic = {
            ...topicDefaults,
            id,
            createdAt: now,
            updatedAt: now,
            createdBy: null,
            version: 1,
            deletedAt: null,
            name,
            names: [],
            synonyms: [],
            position: this.topics.size,
          };
          putRecord(db, itemOf('topic', topic), { isNew: true });
          this.journal.push({ kind: 'topic', id, before: 0 });
        }
      }
      if (!ids.includes(id)) ids.push(id);
    }
    return ids;
  }

  private knownTopics(): Map<string, string> {
    const known = new Map<string, string>();
    const rows = prepared(
      this.options.db,
      'SELECT id, name, names, synonyms FROM topic WHERE deleted_at IS NULL ORDER BY id',
    ).all() as { id: string; name: string; names: string; synonyms: string }[];
    for (const row of rows) {
      const names = JSON.parse(row.names) as Topic['names'];
      const all = [row.name, ...names.map((one) => one.name), ...(JSON.parse(row.synonyms) as string[])];
      for (const name of all) if (!known.has(plainTopic(name))) known.set(plainTopic(name), row.id);
    }
    return known;
  }

  private changed(id: string): void {
    const { result } = this;
    if (result.changedIds === null) return;
    if (result.changedIds.length >= CHANGED_IDS_LISTED) result.changedIds = null;
    else result.changedIds.push(id);
  }
}

function plainTopic(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}
