import type { Note, NoteKind } from '../../shared/domain/note.ts';
import type { Audience, Confidence } from '../../shared/domain/record.ts';
import type { BlockLabels } from '../../shared/richtext/block-labels.ts';
import type { RichText } from '../../shared/richtext/document.ts';

// What goes into an export of documents, as plain data: it is gathered where the library is and written on a thread of
// its own.

export type DocumentToWrite = {
  readonly id: string;
  readonly kind: 'note' | 'playbook';
  readonly noteKind: NoteKind | null;
  readonly title: string;
  readonly document: RichText;
  readonly language: string;
  readonly tags: readonly string[];
  readonly topics: readonly string[];
  /** '' when there is none, or when the person is meant for a smaller circle. */
  readonly author: string;
  readonly confidence: Confidence;
  readonly audience: Audience;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** The note with every fact, for JSON; null for a playbook. */
  readonly note: Note | null;
};

export type FileToWrite = {
  readonly attachmentId: string;
  readonly sha256: string;
  readonly extension: string;
  readonly mime: string;
  readonly bytes: number;
  readonly fileName: string;
  readonly altText: string;
  /** Where the bytes lie. */
  readonly source: string;
};

export type DocumentSet = {
  readonly title: string;
  readonly documents: readonly DocumentToWrite[];
  readonly files: readonly FileToWrite[];
  /** Of the language of whoever exports: callouts and the parts of judgements are named in it. */
  readonly language: string;
  readonly labels: BlockLabels;
  /** The word for a thing without a title. */
  readonly untitled: string;
};

/** What of a set a writer looks up by id. */
export type SetIndex = {
  readonly documents: ReadonlyMap<string, DocumentToWrite>;
  readonly files: ReadonlyMap<string, FileToWrite>;
};

export const indexOf = ({ documents, files }: DocumentSet): SetIndex => ({
  documents: new Map(documents.map((one) => [one.id, one])),
  files: new Map(files.map((one) => [one.attachmentId, one])),
});

/** Kinds of pictures a page may show; the others are files. */
export const PICTURES: ReadonlySet<string> = new Set(['png', 'jpg', 'jpeg', 'gif', 'webp', 'avif']);
