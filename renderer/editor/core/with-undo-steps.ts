import { HistoryEditor } from 'slate-history';
import type { RichTextSlate } from './slate-types.ts';

/** After about this many typed characters, the next word begins a new undo step. */
const STEP_LENGTH = 24;

/**
 * Undo in steps a person would call steps. Slate joins all typing without a pause into one step, and one Ctrl+Z would
 * take a whole paragraph away; here a step ends with a word after a line or so.
 */
export function withUndoSteps(editor: RichTextSlate): RichTextSlate {
  const { insertText } = editor;
  let typed = 0;
  editor.insertText = (text, options) => {
    if (text.length !== 1) typed = 0;
    else if (typed >= STEP_LENGTH && /\S/u.test(text) && endsWord(editor)) {
      typed = 0;
      HistoryEditor.withNewBatch(editor, () => insertText(text, options));
      return;
    }
    typed += 1;
    insertText(text, options);
  };
  return editor;
}

function endsWord(editor: RichTextSlate): boolean {
  const batch = editor.history.undos.at(-1);
  const last = batch?.operations.at(-1);
  return last?.type === 'insert_text' && /\s$/u.test(last.text);
}
