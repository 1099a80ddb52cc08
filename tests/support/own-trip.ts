import { join } from 'node:path';
import { gatherDocuments } from '../../electron/documents/gather.ts';
import { writeDocuments } from '../../electron/documents/write-documents.ts';
import { type WrittenFile } from '../../electron/documents/write-set.ts';
import { importNotes, type NoteImport } from '../../electron/importers/note-import.ts';
import type { Note } from '../../shared/domain/note.ts';
import enBlocks from '../../shared/i18n/messages/en/blocks.json' with { type: 'json' };
import type { DocumentFormat } from '../../shared/richtext/export-losses.ts';
import { exportWorkshop } from './export-workshop.ts';
import { type NotesFolder, notesFolder } from './notes-folder.ts';
import { testId } from './small-library.ts';

export type Loose = { [key: string]: unknown; document: { blocks: Record<string, unknown>[] } };
type Forged = { documents: { note: Loose }[]; files: unknown[] };

/** A library that exports, and another (with a folder) that imports. */
export type OwnTrip = {
  readonly from: Awaited<ReturnType<typeof exportWorkshop>>;
  readonly to: NotesFolder;
  /** Writes the notes of these names. */
  readonly exported: (
    format: DocumentFormat,
    ...names: readonly string[]
  ) => Promise<WrittenFile & { readonly path: string }>;
  /** A whole import into the library the notes came from. */
  readonly home: (files: NoteImport['files'], more?: Partial<NoteImport>) => ReturnType<typeof importNotes>;
  /** The text of a JSON file as ours, of notes like `other`, each with the given fields. */
  readonly forged: (change: (value: Forged) => void, notes?: readonly Partial<Note>[]) => string;
  readonly close: () => void;
};

/** Later than everything in the libraries. */
export const later = (): string => '2027-01-01T00:00:00.000Z';

export async function ownTrip(): Promise<OwnTrip> {
  const from = await exportWorkshop();
  const to = notesFolder();
  let written = 0;
  return {
    from,
    to,
    exported: async (format, ...names) => {
      const wish = { scope: { type: 'notes', ids: names.map(testId) }, audience: 'private' } as const;
      const gathered = await gatherDocuments(from.db, from.mediaRoot, wish);
      written += 1;
      const path = join(from.folder, `export-${written}`);
      const set = { ...gathered, language: 'fa', labels: enBlocks, untitled: 'Untitled' } as const;
      return { path, ...(await writeDocuments(set, format, path)) };
    },
    home: (files, more = {}) =>
      importNotes({
        db: from.db,
        mediaRoot: from.mediaRoot,
        workFolder: join(from.folder, 'work'),
        files,
        source: 'home',
        language: '',
        keepSource: false,
        dryRun: false,
        now: later,
        makeId: from.makeId,
        authorId: null,
        onProgress: () => {},
        signal: new AbortController().signal,
        ...more,
      }),
    forged: (change, notes = [{}]) => {
      const at = '2026-01-01T00:00:00.000Z';
      const value = {
        format: 'heirloom-documents',
        formatVersion: 1,
        title: 'T',
        documents: notes.map((note, index) => ({
          kind: 'note',
          topics: [],
          author: '',
          note: {
            ...from.find('note', 'other'),
            id: testId(`forged ${index}`),
            topicIds: [],
            createdAt: at,
            updatedAt: at,
            ...note,
          },
        })),
        files: [] as unknown[],
      };
      change(value as unknown as Forged);
      return JSON.stringify(value);
    },
    close: () => {
      from.close();
      to.close();
    },
  };
}
