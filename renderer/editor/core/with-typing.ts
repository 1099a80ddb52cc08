import { Editor, Range, Transforms } from 'slate';
import { HistoryEditor } from 'slate-history';
import type { RichTextSlate } from './slate-types.ts';

/** After about this many typed characters, the next word begins a new undo step. */
const STEP_LENGTH = 24;

/**
 * Typing and taking it back. Undo goes in steps a person would call steps: Slate joins all typing without a pause into
 * one, and one Ctrl+Z would take a whole paragraph away; here a step ends with a word after a line or so. What is
 * typed over marked words keeps their marks.
 */
export function withTyping(editor: RichTextSlate): RichTextSlate {
  const { insertText, undo, redo } = editor;
  let typed = 0;

  editor.insertText = (text, options) => {
    if (options?.at === undefined && editor.selection && Range.isExpanded(editor.selection)) {
      // First away with the old words: a link that was selected as a whole goes with them, and does not catch the first
      // new letter.
      const marks = Editor.marks(editor);
      Editor.deleteFragment(editor);
      editor.marks = marks;
    }
    // An input method commits whole words, each a place to stop; letters stop where a word ends.
    const mayStop = text.length > 1 || (/\S/u.test(text) && endsWord(editor));
    if (typed >= STEP_LENGTH && mayStop) {
      typed = text.length;
      HistoryEditor.withNewBatch(editor, () => insertText(text, options));
      return;
    }
    typed += text.length;
    insertText(text, options);
  };

  // Slate gives the selection back only when there still is one; a step that had removed every block leaves none.
  editor.undo = () => {
    const before = editor.history.undos.at(-1)?.selectionBefore;
    undo();
    if (!editor.selection && before && Editor.hasRange(editor, before)) Transforms.select(editor, before);
  };
  editor.redo = () => {
    redo();
    if (!editor.selection) Transforms.select(editor, Editor.end(editor, []));
  };
  return editor;
}

function endsWord(editor: RichTextSlate): boolean {
  const last = editor.history.undos.at(-1)?.operations.at(-1);
  return last?.type === 'insert_text' && /\s$/u.test(last.text);
}
