import { Editor } from 'slate';
import { MARKS, type Mark } from '../../../shared/richtext/document.ts';
import type { RichTextSlate } from '../core/slate-types.ts';
import { selectedBlocks } from './selection.ts';

/** Lowered and raised letters cannot be both. */
const OPPOSITE: Partial<Record<Mark, Mark>> = { sub: 'sup', sup: 'sub' };

export function isMarkActive(editor: RichTextSlate, mark: Mark): boolean {
  return Editor.marks(editor)?.[mark] === true;
}

/** Puts a mark on the selection, or on what is typed next; takes it away when it is there. Code blocks have none. */
export function toggleMark(editor: RichTextSlate, mark: Mark): void {
  const blocks = selectedBlocks(editor);
  if (blocks.length > 0 && blocks.every(([block]) => block.type === 'code')) return;
  if (isMarkActive(editor, mark)) {
    Editor.removeMark(editor, mark);
    return;
  }
  const opposite = OPPOSITE[mark];
  if (opposite) Editor.removeMark(editor, opposite);
  Editor.addMark(editor, mark, true);
}

/** Takes every mark off the selection: what arrived from elsewhere becomes plain words. */
export function clearMarks(editor: RichTextSlate): void {
  for (const mark of MARKS) Editor.removeMark(editor, mark);
}
