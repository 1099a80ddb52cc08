import { posix } from 'node:path';
import type { NoteReference, Resolve } from '../../../shared/richtext/import-hooks.ts';
import { plainPath } from './source-file.ts';

// Which note or file a link means. Note programs link by file name, by path or by title, without caring for case; the
// names of everything in one import are gathered before the first note is read in full.

export type NamedNote = {
  readonly id: string;
  readonly title: string;
  /** '' for notes that are lines of a file. */
  readonly path: string;
  /** What else it is called: titles, aliases. */
  readonly names: readonly string[];
};
/** All there is to link to, as it is handed to a thread. */
export type Names = {
  readonly notes: readonly NamedNote[];
  /** Notes of the library that are not in this import, by title. */
  readonly library: readonly { readonly id: string; readonly title: string }[];
  /** Paths of files that are no notes, by their place in the import. */
  readonly files: readonly { readonly index: number; readonly path: string }[];
  /** Notes that files of our own name by an id which is not theirs here. */
  readonly renamed: readonly (readonly [string, string])[];
};
export type KnownNote = { readonly id: string; readonly title: string };

/** `Folder/My Note.md` → `folder/my note`. */
function plainName(name: string): string {
  return plainPath(name)
    .replace(/\.(md|markdown|mdown|mkd|txt|html?|docx|odt)$/i, '')
    .trim()
    .toLowerCase();
}

export class LinkTargets {
  private readonly byPath = new Map<string, KnownNote>();
  private readonly byName = new Map<string, KnownNote>();
  private readonly library = new Map<string, KnownNote>();
  private readonly fileByPath = new Map<string, number>();
  private readonly fileByName = new Map<string, number>();
  private readonly renamed: ReadonlyMap<string, string>;

  /** Of two notes with one name the first keeps it. */
  constructor(names: Names) {
    this.renamed = new Map(names.renamed);
    for (const note of names.notes) {
      const known = { id: note.id, title: note.title };
      if (note.path !== '') this.byPath.set(plainName(note.path), known);
      for (const name of note.path === ''
        ? note.names
        : [posix.basename(plainPath(note.path)), ...note.names]) {
        const plain = plainName(name);
        if (plain !== '' && !this.byName.has(plain)) this.byName.set(plain, known);
      }
    }
    for (const note of names.library) {
      const plain = plainName(note.title);
      if (plain !== '' && !this.library.has(plain)) this.library.set(plain, note);
    }
    for (const { index, path } of names.files) {
      const plain = plainPath(path).toLowerCase();
      this.fileByPath.set(plain, index);
      const name = posix.basename(plain);
      if (!this.fileByName.has(name)) this.fileByName.set(name, index);
    }
  }

  /** The id here of a note that a file of our own names. */
  noteId(id: string): string {
    return this.renamed.get(id) ?? id;
  }

  /** For the links of the note at `path`. */
  resolverFor(path: string): Resolve {
    const folder = posix.dirname(plainPath(path));
    return (reference) => (reference.wiki ? this.wiki(reference, folder) : this.relative(reference, folder));
  }

  private wiki(reference: NoteReference, folder: string): KnownNote | null {
    const name = plainName(reference.target);
    return (
      this.byPath.get(name) ??
      (/^\.\.?\//.test(reference.target)
        ? this.byPath.get(plainName(posix.join(folder, reference.target)))
        : null) ??
      this.byName.get(name) ??
      this.byName.get(name.slice(name.lastIndexOf('/') + 1)) ??
      this.library.get(name) ??
      null
    );
  }

  private relative(reference: NoteReference, folder: string): KnownNote | null {
    const target = localTarget(reference.target);
    if (target === null) return null;
    // A name may hold what an address must spell out: `a%23b.html` is the file `a#b.html`.
    for (const spelled of [target, decoded(target)]) {
      const path = spelled.startsWith('/') ? spelled : posix.join(folder, spelled);
      const found = this.byPath.get(plainName(path));
      if (found !== undefined) return found;
    }
    return null;
  }

  /** The file beside the notes that `target` means, as its place in the import: by path, or by name alone. */
  file(target: string, notePath: string): number | null {
    const local = localTarget(target);
    if (local === null) return null;
    const folder = posix.dirname(plainPath(notePath));
    for (const spelled of [local, decoded(local)]) {
      const plain = plainPath(spelled).toLowerCase();
      const joined = plainPath(posix.join(folder, spelled)).toLowerCase();
      const found =
        this.fileByPath.get(joined) ??
        this.fileByPath.get(plain) ??
        this.fileByName.get(posix.basename(plain));
      if (found !== undefined) return found;
    }
    return null;
  }
}

/** A target without its heading or query; null for what leads out of the folder's own world: addresses, servers. */
function localTarget(target: string): string | null {
  const path = target.replace(/[#?].*$/s, '');
  return path === '' || /^[a-z][a-z0-9+.-]*:/i.test(path) || path.startsWith('//') ? null : path;
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
