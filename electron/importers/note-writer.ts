import type { Id } from '../../shared/base/ids.ts';
import type { Note } from '../../shared/domain/note.ts';
import { noteDefaults } from '../../shared/domain/note.ts';
import { recordTitle } from '../../shared/search/search-document.ts';
import { findRecord, itemOf, putRecord, saveRecord } from '../data/records.ts';
import type { Rejection } from './case-reading.ts';
import type { AbsentFile, FoundAttachment } from './documents/parsed-note.ts';
import { countChanged, countRejected } from './import-control.ts';
import { type JournalEntry, writeJournal } from './import-journal.ts';
import { IMPORT_REASON } from './last-imported.ts';
import type { NoteDraft } from './note-draft.ts';
import type { NoteEntry } from './note-entries.ts';
import { type KeptAttachment, keepShown, keepSource, putFiles, settleShown } from './note-files.ts';
import type { NoteImport } from './note-import.ts';
import { mergeNote } from './note-merge.ts';
import { NoteNames } from './note-names.ts';
import type { NotePlan } from './note-plan.ts';
import { addSimplified, emptyResult, NAMES_LISTED } from './note-report.ts';

/** Writes drafts as notes, one after the other, and counts. Its caller holds the transaction. */
export class NoteWriter {
  readonly importId: string;
  readonly folder: string;
  readonly result = emptyResult();
  private readonly options: NoteImport;
  private readonly names: NoteNames;
  private plan: NotePlan | null = null;
  private readonly seen = new Map<string, string>();
  private readonly reported = new Set<string>();
  private journal: JournalEntry[] = [];
  private piece = 0;

  constructor(options: NoteImport, folder: string) {
    this.options = options;
    this.folder = folder;
    this.importId = options.makeId();
    this.names = new NoteNames(options, (entry) => this.journal.push(entry));
  }

  /** Which note of the library each key is. */
  follow(plan: NotePlan): void {
    this.plan = plan;
  }

  private idFor(key: string): Id {
    return this.plan?.ids.get(key) ?? this.options.makeId();
  }

  endPiece(): void {
    if (!this.options.dryRun) writeJournal(this.options.db, this.importId, this.piece, this.journal);
    this.journal = [];
    this.piece += 1;
  }

  reject(rejection: Rejection, detail: string, cells: readonly string[]): void {
    countRejected(this.result, { ...rejection, detail }, cells, this.options.onRejected);
  }

  /** As `reject`, once for a file that several notes show. */
  rejectOnce(rejection: Rejection, detail: string): void {
    const key = `${rejection.reason} ${detail}`;
    if (this.reported.has(key)) return;
    this.reported.add(key);
    this.reject(rejection, detail, [detail]);
  }

  /** The draft with its files as they are called here, and what of them is to be kept. Before its transaction. */
  async settle(
    draft: NoteDraft,
    read: { readonly found: readonly FoundAttachment[]; readonly absent: readonly AbsentFile[] },
    entry: NoteEntry,
  ): Promise<{ readonly draft: NoteDraft; readonly files: readonly KeptAttachment[] }> {
    const { db, mediaRoot, dryRun } = this.options;
    const id = this.idFor(draft.key);
    const before = findRecord(db, 'note', id);
    const { document } = draft;
    const shown = settleShown(db, mediaRoot, id, before, { document, ...read });
    addSimplified(this.result.simplified, shown.simplified);
    const settled = { ...draft, document: shown.document };
    if (dryRun) return { draft: settled, files: [] };
    const kept = await keepShown(this.options, shown.found);
    if (this.options.keepSource)
      kept.push(...(await keepSource(this.options, id, entry.source, entry.sourceName, this.folder)));
    return { draft: settled, files: kept };
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
    const { db, dryRun, makeId, authorId, now } = this.options;
    const id = this.idFor(draft.key);
    const before = findRecord(db, 'note', id);
    if (before === undefined) {
      this.result.created += 1;
      const record = this.toNewNote(draft, id);
      if (dryRun) return;
      putRecord(db, itemOf('note', record), { isNew: true });
      this.journal.push({ kind: 'note', id, before: 0 });
      this.putFiles(id, files);
      countChanged(this.result, id);
      return;
    }
    const isKnown = this.plan?.known.has(draft.key) === true;
    // Thrown away here: bringing it back is for the bin, where one sees what else it was.
    if (isKnown && before.deletedAt !== null) return this.reject({ row, reason: 'in-bin' }, detail, cells);
    if (this.plan?.moved.has(draft.key)) this.result.moved += 1;
    const fields = mergeNote({
      db,
      before,
      draft,
      isKnown,
      topicIds: this.names.topicIds(draft.topics, [...before.topicIds, ...(draft.own?.topicIds ?? [])]),
      authorId: this.authorOf(draft, before),
    });
    if (typeof fields === 'string') return this.reject({ row, reason: fields }, detail, cells);
    this.putFiles(id, files);
    if (fields === null) {
      this.result.unchanged += 1;
      return;
    }
    this.result.updated += 1;
    if (isKnown) this.tellKnown(before);
    if (dryRun) return;
    const after: Note = { ...before, ...fields, version: before.version + 1, updatedAt: now() };
    saveRecord(db, itemOf('note', before), itemOf('note', after), {
      makeId,
      authorId,
      reason: IMPORT_REASON,
    });
    this.journal.push({ kind: 'note', id, before: before.version });
    countChanged(this.result, id);
  }

  private putFiles(id: Id, files: readonly KeptAttachment[]): void {
    this.journal.push(...putFiles(this.options.db, id, files, this.options.now));
  }

  /** By name what a file changes that nobody chose it for: an id in a file is only a claim. */
  private tellKnown(before: Note): void {
    const { known } = this.result;
    known.count += 1;
    if (known.names.length < NAMES_LISTED)
      known.names.push(recordTitle(itemOf('note', before), { questionTitle: () => '' }).slice(0, 500));
  }

  private authorOf({ own }: NoteDraft, before: Note | null): Id | null {
    if (own === null || own.author === '') return null;
    return this.names.personId(own.author, [before?.authorId ?? null, own.authorId]);
  }

  private toNewNote(draft: NoteDraft, id: Id): Note {
    const now = this.options.now();
    const { own } = draft;
    // What was written tomorrow by somebody's clock was written now: sorted by time it would stay on top for ever.
    const notLater = (time: string | undefined, limit: string): string =>
      time === undefined || time === '' || time > limit ? limit : time;
    const updatedAt = notLater(own?.updatedAt, now);
    const session = own?.sessionId ? findRecord(this.options.db, 'session', own.sessionId) : undefined;
    return {
      ...noteDefaults,
      id,
      createdAt: notLater(own?.createdAt, updatedAt),
      updatedAt,
      createdBy: null,
      version: 1,
      deletedAt: null,
      title: draft.title,
      kind: own?.kind ?? 'reference',
      document: draft.document,
      language: draft.language,
      confidence: own?.confidence ?? 'not-validated',
      audience: own?.audience ?? noteDefaults.audience,
      topicIds: this.names.topicIds(draft.topics, own?.topicIds ?? []),
      authorId: this.authorOf(draft, null),
      sessionId: session?.id ?? null,
      tags: [...draft.tags],
      source: this.options.source,
      externalId: draft.key,
    };
  }
}
