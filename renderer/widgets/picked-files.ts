/** A chosen file with its path inside the chosen folder; a file chosen by itself has only its name. */
export interface PickedFile {
  readonly file: File;
  readonly path: string;
}

/** Folders and files that programs keep for themselves (`.git`, `.obsidian`, `~$draft.docx`) are nobody's notes. */
const isHidden = (path: string): boolean =>
  path.split('/').some((part) => part.startsWith('.') || part.startsWith('~$') || part === '__MACOSX');

const visible = (files: readonly PickedFile[]): PickedFile[] => files.filter(({ path }) => !isHidden(path));

/** Files of a file dialog. A dialog for folders says where in the folder each one lies. */
export const filesOfInput = (files: readonly File[]): PickedFile[] =>
  visible(files.map((file) => ({ file, path: file.webkitRelativePath || file.name })));

const readAll = (folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> =>
  new Promise((resolve, reject) => {
    const reader = folder.createReader();
    const all: FileSystemEntry[] = [];
    // A reader gives a hundred entries at a time and then none.
    const next = (): void =>
      reader.readEntries((entries) => {
        if (entries.length === 0) return resolve(all);
        all.push(...entries);
        next();
      }, reject);
    next();
  });

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject));

async function walk(entry: FileSystemEntry, above: string, out: PickedFile[]): Promise<void> {
  const path = above + entry.name;
  if (isHidden(path)) return;
  if (entry.isFile) out.push({ file: await fileOf(entry as FileSystemFileEntry), path });
  else
    for (const child of await readAll(entry as FileSystemDirectoryEntry)) await walk(child, `${path}/`, out);
}

/** Files of a drop, those in dropped folders with them. Call it in the drop itself: afterwards the transfer is empty. */
export const filesOfDrop = (transfer: DataTransfer): Promise<PickedFile[]> => {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.() ?? null);
  if (entries.length === 0 || entries.includes(null))
    return Promise.resolve(filesOfInput([...transfer.files]));
  const out: PickedFile[] = [];
  return entries
    .reduce((before, entry) => before.then(() => walk(entry!, '', out)), Promise.resolve())
    .then(() => out);
};
