import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { eachRecord } from '../../electron/data/records.ts';
import { importNotes, type NoteImport } from '../../electron/importers/note-import.ts';
import type { Note } from '../../shared/domain/note.ts';
import { importInto } from './import-control.ts';
import { type SmallLibrary, smallLibrary } from './small-library.ts';

/** A library and a folder of files to import into it. */
export type NotesFolder = {
  readonly library: SmallLibrary;
  readonly folder: string;
  readonly write: (files: Readonly<Record<string, string | Buffer>>) => void;
  readonly remove: (path: string) => void;
  readonly run: (more?: Partial<NoteImport>) => ReturnType<typeof importNotes>;
  /** Throws when there is none. */
  readonly note: (key: string) => Note;
  readonly notes: () => Note[];
  readonly close: () => void;
};

export function filesOf(root: string): { path: string; relativePath: string }[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ path, relativePath: relative(root, path) }));
}

export function notesFolder(): NotesFolder {
  const library = smallLibrary();
  const folder = mkdtempSync(join(tmpdir(), 'heirloom-import-'));
  const notes = (): Note[] => [...eachRecord(library.db, 'note')];
  return {
    library,
    folder,
    notes,
    write: (files) => {
      for (const [name, content] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), content);
      }
    },
    remove: (path) => rmSync(join(folder, path)),
    run: (more = {}) =>
      importNotes({
        ...importInto(library),
        mediaRoot: library.mediaRoot,
        workFolder: join(library.folder, 'work'),
        files: filesOf(folder),
        source: 'vault',
        language: '',
        keepSource: false,
        ...more,
      }),
    note: (key) => {
      const found = notes().find((one) => one.externalId === key);
      if (found === undefined) throw new Error(`no note came from ${key}`);
      return found;
    },
    close: () => {
      library.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
