import type { Note } from '../../shared/domain/note.ts';
import { noteDefaults } from '../../shared/domain/note.ts';
import { type Topic, topicDefaults } from '../../shared/domain/topic.ts';
import { canonicalDocument } from '../../shared/richtext/canonical.ts';
import { prepared } from '../data/handle.ts';
import { findRecord, itemOf, putRecord, saveRecord } from '../data/records.ts';
import { CHANGED_IDS_LISTED, type ImportResult, REJECTIONS_LISTED, type Rejection } from './case-reading.ts';
import { type JournalEntry, writeJournal } from './import-journal.ts';
import { keepBlockIds } from './keep-block-ids.ts';
import { IMPORT_REASON, lastImported } from './last-imported.ts';
import type { NoteDraft } from './note-draft.ts';
import type { NoteImport } from './note-import.ts';

/** Writes drafts as notes, one after the other, and counts. Its caller holds the transaction. */
export class NoteWriter {
  readonly importId: string;
  readonly result: ImportResult = {
    created: 0,
    updated: 0,
    unchanged: 0,
    rejectedCount: 0,
    rejected: [],
    changedIds: [],
  };
  private readonly options: NoteImport;
  /** Ids by key: of the note in the library, or the one it will get. */
  private readonly ids = new Map<string, string>();
  private readonly seen = new Map<string, string>();
  private topics: Map<string, string> | null = null;
  private journal: JournalEntry[] = [];
  private piece = 0;

  constructor(options: NoteImport) {
    this.options = options;
    this.importId = options.makeId();
  }

  /** The last 12 hexadecimal digits of a fresh id are random: more than enough within one document. */
  readonly makeBlockId = (): string => this.options.makeId().slice(-12);

  idFor(key: string): string {
    let id = this.ids.get(key);
    if (id === undefined) {
      const known = prepared(
        this.options.db,
        "SELECT id FROM note WHERE source = ? AND external_id = ? AND external_id <> ''",
      ).get(this.options.source, key)?.id as string | undefined;
      id = known ?? this.options.makeId();
      this.ids.set(key, id);
    }
    return id;
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

  put(draft: NoteDraft, row: number, detail: string, cells: readonly string[]): void {
    const print = JSON.stringify([draft.title, draft.document.blocks.map((block) => ({ ...block, id: '' }))]);
    const earlier = this.seen.get(draft.key);
    if (earlier !== undefined) {
      if (earlier === print) this.result.unchanged += 1;
      else this.reject({ row, reason: 'duplicate-key' }, detail, cells);
      return;
    }
    this.seen.set(draft.key, print);
    const { db, dryRun, makeId, authorId } = this.options;
    const id = this.idFor(draft.key);
    const before = findRecord(db, 'note', id);
    if (before === undefined) {
      this.result.created += 1;
      if (dryRun) return;
      const record = this.toNewNote(draft, id);
      putRecord(db, itemOf('note', record), { isNew: true });
      this.journal.push({ kind: 'note', id, before: 0 });
      this.changed(id);
      return;
    }
    const after = this.merge(before, draft);
    if (after === 'changed-here') {
      this.reject({ row, reason: 'changed-here' }, detail, cells);
      return;
    }
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
      document: canonicalDocument(draft.document),
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
    const wanted = canonicalDocument(draft.document);
    const document =
      keepBlockIds(base.document, wanted) === null ? null : keepBlockIds(before.document, wanted);
    if (document !== null && base !== before && keepBlockIds(base.document, before.document) !== null) {
      return 'changed-here';
    }
    const title = draft.title !== base.title && draft.title !== before.title ? draft.title : before.title;
    const topicIds = add(before.topicIds, this.topicIds(draft.topics), base === before ? [] : base.topicIds);
    const tags = add(before.tags, draft.tags, base === before ? [] : base.tags);
    const same =
      document === null &&
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

/** What is new is added; what people took away since the last import stays away. */
function add(before: readonly string[], wanted: readonly string[], base: readonly string[]): string[] {
  return [...before, ...wanted.filter((one) => !before.includes(one) && !base.includes(one))].slice(0, 50);
}
