import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Note } from '../../shared/domain/note.ts';
import type { Audience, RecordKind } from '../../shared/domain/record.ts';
import { mayLeave } from '../../shared/domain/sharing.ts';
import { attachmentIdsIn, referencesIn } from '../../shared/richtext/walk.ts';
import { recordTitle } from '../../shared/search/search-document.ts';
import { prepared, type ReadDb } from '../data/handle.ts';
import { findRecord, itemOf } from '../data/records.ts';
import { unreadableIn } from '../data/unreadable.ts';
import { blobPath, hasBlob } from '../media/store-blob.ts';
import type { DocumentToWrite, FileToWrite } from './document-set.ts';
import { playbookDocument } from './playbook-document.ts';

export type DocumentScope =
  | { readonly type: 'notes'; readonly ids: readonly string[] }
  | { readonly type: 'topic'; readonly id: string }
  | { readonly type: 'playbook'; readonly id: string };

export type StaysBehind = {
  readonly kind: RecordKind;
  readonly id: string;
  readonly title: string;
  readonly reason: 'audience' | 'binned' | 'not-selected' | 'missing' | 'unreadable';
};

export type Gathered = {
  readonly title: string;
  readonly documents: readonly DocumentToWrite[];
  readonly files: readonly FileToWrite[];
  /** What was chosen or is named inside and does not come along, each once, with the gravest reason. */
  readonly leftOut: readonly StaysBehind[];
};

type Wish = { readonly scope: DocumentScope; readonly audience: Audience };
type State = {
  readonly db: ReadDb;
  readonly mediaRoot: string;
  readonly audience: Audience;
  readonly documents: Map<string, DocumentToWrite>;
  readonly files: Map<string, FileToWrite>;
  readonly leftOut: Map<string, StaysBehind>;
};

/** Reads everything the export needs. A private note leaves only when the audience is `private`; what is in the bin never. */
export async function gatherDocuments(
  db: ReadDb,
  mediaRoot: string,
  { scope, audience }: Wish,
  control: {
    readonly signal?: AbortSignal;
    readonly onProgress?: (done: number, total: number) => void;
  } = {},
): Promise<Gathered> {
  const state: State = {
    db,
    mediaRoot,
    audience,
    documents: new Map(),
    files: new Map(),
    leftOut: new Map(),
  };
  const ids = scope.type === 'playbook' ? playbookNotes(state, scope.id) : notesOf(db, scope);
  let done = 0;
  for (const id of ids) {
    if (done % 100 === 0) {
      // Other calls are waiting for the same process.
      await nextTurn();
      control.signal?.throwIfAborted();
      control.onProgress?.(done, ids.length);
    }
    done += 1;
    takeNote(state, id);
  }
  for (const one of state.documents.values()) takeReferences(state, one);
  return {
    title: titleOf(state, scope),
    documents: [...state.documents.values()],
    files: [...state.files.values()],
    leftOut: [...state.leftOut.values()],
  };
}

function notesOf(db: ReadDb, scope: Exclude<DocumentScope, { type: 'playbook' }>): readonly string[] {
  if (scope.type === 'notes') return [...new Set(scope.ids)];
  return prepared(
    db,
    `WITH RECURSIVE below (id) AS (
       SELECT ? UNION SELECT topic.id FROM topic JOIN below ON topic.parent_id = below.id WHERE topic.deleted_at IS NULL
     )
     SELECT id FROM note WHERE deleted_at IS NULL
       AND id IN (SELECT record_id FROM topic_use WHERE kind = 'note' AND topic_id IN (SELECT id FROM below))
     ORDER BY title, id`,
  )
    .all(scope.id)
    .map((row) => row.id as string);
}

/** The playbook itself, and the notes its steps show. */
function playbookNotes(state: State, id: string): readonly string[] {
  const playbook = findRecord(state.db, 'playbook', id);
  const reason = reasonToStay(state, playbook);
  if (playbook === undefined || reason !== null) {
    leave(state, 'playbook', id, playbook?.title ?? '', reason ?? 'missing');
    return [];
  }
  state.documents.set(id, {
    id,
    kind: 'playbook',
    noteKind: null,
    title: playbook.title,
    document: playbookDocument(playbook),
    language: playbook.language,
    tags: playbook.tags,
    topics: topicNames(state, playbook.topicIds),
    author: personName(state, playbook.ownerId),
    confidence: playbook.confidence,
    audience: playbook.audience,
    createdAt: playbook.createdAt,
    updatedAt: playbook.updatedAt,
    note: null,
  });
  const shown = playbook.sections.flatMap(({ steps }) => steps.map(({ reference }) => reference));
  return [...new Set(shown.flatMap((one) => (one?.kind === 'note' ? [one.id] : [])))];
}

function reasonToStay(
  state: State,
  record: { readonly deletedAt: string | null; readonly audience: Audience } | undefined,
): StaysBehind['reason'] | null {
  if (record === undefined) return 'missing';
  if (record.deletedAt !== null) return 'binned';
  if (!mayLeave(record.audience, state.audience)) return 'audience';
  return unreadableIn(record).length > 0 ? 'unreadable' : null;
}

function takeNote(state: State, id: string): void {
  const note = findRecord(state.db, 'note', id);
  const reason = reasonToStay(state, note);
  if (note === undefined || reason !== null)
    return leave(state, 'note', id, note === undefined ? '' : titleOfNote(note), reason ?? 'missing');
  state.documents.set(id, {
    id,
    kind: 'note',
    noteKind: note.kind,
    title: titleOfNote(note),
    document: note.document,
    language: note.language,
    tags: note.tags,
    topics: topicNames(state, note.topicIds),
    author: personName(state, note.authorId),
    confidence: note.confidence,
    audience: note.audience,
    createdAt: note.createdAt,
    updatedAt: note.updatedAt,
    note,
  });
}

/** The files a text shows come with it; other records it names stay, and the report says so. */
function takeReferences(state: State, one: DocumentToWrite): void {
  for (const id of attachmentIdsIn(one.document)) takeFile(state, id);
  for (const { kind, id, label } of referencesIn(one.document))
    if (kind !== 'attachment' && !state.documents.has(id)) leave(state, kind, id, label, 'not-selected');
}

function takeFile(state: State, id: string): void {
  if (state.files.has(id)) return;
  const found = findRecord(state.db, 'attachment', id);
  if (found === undefined || found.deletedAt !== null || !hasBlob(state.mediaRoot, found.sha256)) {
    leave(state, 'attachment', id, found?.fileName ?? '', found?.deletedAt ? 'binned' : 'missing');
    return;
  }
  const { sha256, extension, mime, bytes, fileName, altText } = found;
  const source = blobPath(state.mediaRoot, sha256);
  state.files.set(id, { attachmentId: id, sha256, extension, mime, bytes, fileName, altText, source });
}

function leave(
  state: State,
  kind: StaysBehind['kind'],
  id: string,
  title: string,
  reason: StaysBehind['reason'],
): void {
  // A note that was chosen and stays for a reason must not be listed as merely not chosen.
  if (!state.leftOut.has(id)) state.leftOut.set(id, { kind, id, title: title.slice(0, 500), reason });
}

const titleOfNote = (note: Note): string => recordTitle(itemOf('note', note), { questionTitle: () => '' });

function topicNames(state: State, ids: readonly string[]): string[] {
  return ids.flatMap((id) => {
    const topic = findRecord(state.db, 'topic', id);
    return topic === undefined || topic.deletedAt !== null ? [] : [topic.name];
  });
}

function personName(state: State, id: string | null): string {
  const person = id === null ? undefined : findRecord(state.db, 'person', id);
  if (person === undefined || person.deletedAt !== null) return '';
  return mayLeave(person.audience, state.audience) ? person.name : '';
}

function titleOf(state: State, scope: DocumentScope): string {
  if (scope.type === 'topic') return findRecord(state.db, 'topic', scope.id)?.name ?? '';
  const [first] = state.documents.values();
  return first?.title ?? '';
}
