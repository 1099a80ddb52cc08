import type { Simplified } from '../../../shared/richtext/simplified.ts';
import type { RejectionReason } from '../case-reading.ts';
import type { OwnFacts } from '../own-facts.ts';
import type { DocumentFormat } from './formats.ts';
import type { Names } from './names.ts';
import type { SourceFile } from './source-file.ts';

// What passes between the import and the threads that read for it. Plain data only.

/** A file that a note shows: a picture inside a Word file, or a file beside the note. `id`: what the document calls it. */
export type FoundAttachment = {
  /** Made from the note, the name and the bytes: the same file in the same note is the same attachment next time. */
  readonly id: string;
  readonly sha256: string;
  /** Where its bytes lie, alone. */
  readonly path: string;
  readonly fileName: string;
  readonly altText: string;
};

export type AbsentFile = { readonly id: string; readonly sha256: string };

export type ParsedNote = {
  readonly key: string;
  readonly title: string;
  /** The document in its canonical spelling, as JSON: a text crosses threads faster than a tree. */
  readonly document: string;
  readonly language: string;
  readonly topics: readonly string[];
  readonly tags: readonly string[];
  readonly own: OwnFacts | null;
  readonly attachments: readonly FoundAttachment[];
  /** Places in the import of files this note shows. */
  readonly shown: readonly number[];
  /** Attachments of our own export whose files did not come along. The library may have them. */
  readonly absent: readonly AbsentFile[];
  /** What else could not be taken: a file that is not what the note says of it. */
  readonly problems: readonly { readonly reason: RejectionReason; readonly detail: string }[];
  readonly links: { readonly resolved: number; readonly unresolved: number };
  readonly simplified: Simplified;
};

/** What the first look at a file tells about how others may link to it. */
export type FirstLook = {
  readonly title: string;
  readonly names: readonly string[];
  /** Which note our own export says it is; '' for files of others. */
  readonly ownId: string;
};

/** One note of a file that holds many, where it lies alone. `name` is unique in the file and the same next time. */
export type SetPart = {
  readonly name: string;
  readonly title: string;
  readonly ownId: string;
  readonly from: number;
  readonly bytes: number;
};
export type SplitSet = {
  /** Where the parts lie. */
  readonly path: string;
  readonly parts: readonly SetPart[];
  readonly problems: readonly { readonly reason: RejectionReason; readonly detail: string }[];
};

export type ReadTask =
  | {
      readonly type: 'split';
      readonly index: number;
      readonly format: DocumentFormat;
      readonly file: SourceFile;
    }
  | {
      readonly type: 'look';
      readonly index: number;
      readonly format: DocumentFormat;
      readonly file: SourceFile;
    }
  | {
      readonly type: 'print';
      readonly index: number;
      readonly format: DocumentFormat;
      readonly file: SourceFile;
    }
  | {
      readonly type: 'read';
      readonly index: number;
      readonly format: DocumentFormat;
      readonly file: SourceFile;
      readonly noteId: string;
    };

export type ReadAnswer = { readonly index: number; readonly characters: number } & (
  | { readonly type: 'problem'; readonly problem: RejectionReason; readonly detail: string }
  | { readonly type: 'split'; readonly set: SplitSet }
  | { readonly type: 'look'; readonly look: FirstLook }
  | { readonly type: 'print'; readonly print: string }
  | { readonly type: 'read'; readonly note: ParsedNote }
);

/** What a thread is told when it begins. */
export type ReaderSettings = {
  /** For notes that do not name their language; '' lets the letters decide. */
  readonly language: string;
  /** A folder of ours for bytes on their way to becoming attachments. */
  readonly folder: string;
  /** Files that may be linked, by their place in the import. */
  readonly files: readonly (readonly [number, SourceFile])[];
};
export type ToReader =
  | { readonly type: 'names'; readonly names: Names }
  | { readonly type: 'task'; readonly task: ReadTask };
