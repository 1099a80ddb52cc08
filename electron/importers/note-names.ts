import { posix } from 'node:path';
import type { NoteReference, Resolve } from '../../shared/richtext/markdown-in/inlines.ts';
import { prepared, type ReadDb } from '../data/handle.ts';

// Which note a link means. Note programs link by file name, by path or by title, without caring for case; the names
// of everything in one import are gathered before the first note is read in full.

export type KnownNote = { readonly id: string; readonly title: string };

/** `Folder/My Note.md` → `folder/my note`. */
function plainName(name: string): string {
  return name
    .normalize('NFC')
    .replaceAll('\\', '/')
    .replace(/^(\.?\/)+/, '')
    .replace(/\.(md|markdown|txt)$/i, '')
    .trim()
    .toLowerCase();
}

export class NoteNames {
  private readonly byPath = new Map<string, KnownNote>();
  private readonly byName = new Map<string, KnownNote>();
  private library: Map<string, KnownNote> | null = null;
  private readonly db: ReadDb;

  constructor(db: ReadDb) {
    this.db = db;
  }

  /** `path` is '' for notes that are lines of a file. Of two notes with one name the first keeps it. */
  add(note: KnownNote, path: string, names: readonly string[]): void {
    if (path !== '') this.byPath.set(plainName(path), note);
    const all = path === '' ? names : [posix.basename(path.replaceAll('\\', '/')), ...names];
    for (const name of all) {
      const plain = plainName(name);
      if (plain !== '' && !this.byName.has(plain)) this.byName.set(plain, note);
    }
  }

  /** For the links of the note at `path`. */
  resolverFor(path: string): Resolve {
    const folder = posix.dirname(path.replaceAll('\\', '/'));
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
      this.inLibrary(name) ??
      null
    );
  }

  private relative(reference: NoteReference, folder: string): KnownNote | null {
    const target = reference.target.replace(/[#?].*$/s, '');
    if (target === '' || /^[a-z][a-z0-9+.-]*:/i.test(target) || target.startsWith('//')) return null;
    const path = target.startsWith('/') ? target : posix.join(folder, target);
    return this.byPath.get(plainName(path)) ?? null;
  }

  /** Titles of the library, read once and only when a link asks: most imports link within themselves. */
  private inLibrary(name: string): KnownNote | undefined {
    if (this.library === null) {
      this.library = new Map();
      const rows = prepared(
        this.db,
        "SELECT id, title FROM note WHERE deleted_at IS NULL AND title <> '' ORDER BY id",
      ).all() as KnownNote[];
      for (const { id, title } of rows) {
        const plain = plainName(title);
        if (!this.library.has(plain)) this.library.set(plain, { id, title });
      }
    }
    return this.library.get(name);
  }
}
