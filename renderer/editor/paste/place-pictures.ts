import { filesOf } from '../core/file-queue.ts';
import type { RichTextSlate } from '../core/slate-types.ts';
import { rememberWords } from './picture-words.ts';
import type { PastedPicture } from './read-clipboard.ts';

/**
 * Puts the pictures of a paste on their way, each at its place among the `count` blocks that were put in just now: the
 * last of them is where the cursor stands.
 */
export function placePictures(
  editor: RichTextSlate,
  pictures: readonly PastedPicture[],
  count: number,
): void {
  const last = editor.selection?.focus.path[0] ?? editor.children.length - 1;
  const first = Math.max(0, last - count + 1);
  for (const picture of pictures) rememberWords(picture.file, picture);
  for (const behind of new Set(pictures.map((picture) => picture.behind))) {
    const files = pictures.filter((picture) => picture.behind === behind).map(({ file }) => file);
    const place =
      behind === 0 && count > 0
        ? ({ index: first, side: 'before' } as const)
        : ({ index: Math.max(0, Math.min(first + behind - 1, last)), side: 'after' } as const);
    filesOf(editor).add(files, place, false);
  }
}
