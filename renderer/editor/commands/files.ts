import type { Block } from '../../../shared/richtext/document.ts';
import { blockFor, type FilePlace, filesOf, type StoreOptions } from '../core/file-queue.ts';
import type { RichTextSlate } from '../core/slate-types.ts';

/** True when the text has somewhere to keep files. */
export const canInsertFiles = (editor: RichTextSlate): boolean => filesOf(editor).store !== undefined;

/** Behind the block the cursor stands in, or at the end. */
function placeAtCursor(editor: RichTextSlate): FilePlace {
  const index = editor.selection?.focus.path[0];
  return { index: index ?? editor.children.length - 1, side: 'after' };
}

/**
 * Puts files into the text, in order: each is kept first, with its progress shown where it will stand, and then becomes
 * a picture, a sound or a file, as its bytes say. `asFile` shows none of them. What is refused says so in its place.
 * Nothing happens where files cannot be kept.
 */
export function insertFiles(
  editor: RichTextSlate,
  files: readonly File[],
  options: { readonly at?: FilePlace | undefined; readonly asFile?: boolean | undefined } = {},
): void {
  filesOf(editor).add(files, options.at ?? placeAtCursor(editor), options.asFile ?? false);
}

/**
 * Keeps one file and gives the block that shows it, with a new id, for whoever puts it in (a paste with pictures in it).
 * `undefined` where files cannot be kept; rejects with the store's coded error when the file is refused.
 */
export async function storeAsBlock(
  editor: RichTextSlate,
  file: File,
  options: Partial<StoreOptions> = {},
): Promise<Block | undefined> {
  const { store } = filesOf(editor);
  if (!store) return undefined;
  const stored = await store(file, {
    signal: options.signal ?? new AbortController().signal,
    onProgress: options.onProgress ?? (() => undefined),
    ...(options.asFile === undefined ? {} : { asFile: options.asFile }),
  });
  return blockFor(stored, editor.makeBlockId(), options.asFile ?? false);
}

export type FileWish = 'picture' | 'sound' | 'file';

const askers = new WeakMap<RichTextSlate, (wish: FileWish) => void>();

/** The file picker of an editor says that it is there. */
export function onFileWish(editor: RichTextSlate, ask: (wish: FileWish) => void): () => void {
  askers.set(editor, ask);
  return () => askers.delete(editor);
}

/** Lets the writer choose files from the disk; they are put in at the cursor. */
export function chooseFiles(editor: RichTextSlate, wish: FileWish): void {
  askers.get(editor)?.(wish);
}
