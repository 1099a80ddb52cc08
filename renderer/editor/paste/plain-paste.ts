import type { RichTextSlate } from '../core/slate-types.ts';
import { isKey } from '../view/keys.ts';

/** How long after Ctrl+Shift+V a paste is the one that was asked for by it. */
const LASTS_MS = 1_000;

const asked = new WeakMap<RichTextSlate, number>();

/**
 * Notices that the writer asks for the words alone. The browser then hands over the text without its HTML; but the text
 * itself must not be taken for Markdown or for cells either. Gives the way to stop listening.
 */
export function watchPlainPaste(editor: RichTextSlate, target: HTMLElement): () => void {
  const onKey = (event: KeyboardEvent): void => {
    if (isKey(event, 'mod+shift+v')) asked.set(editor, event.timeStamp);
  };
  target.addEventListener('keydown', onKey, true);
  return () => target.removeEventListener('keydown', onKey, true);
}

/** Whether the paste of this moment was asked for as plain text; asking uses it up. */
export function takePlainPaste(editor: RichTextSlate): boolean {
  const since = asked.get(editor);
  asked.delete(editor);
  return since !== undefined && performance.now() - since < LASTS_MS;
}
