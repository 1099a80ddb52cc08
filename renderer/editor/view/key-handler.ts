import { Editor, Node, Transforms } from 'slate';
import { ReactEditor } from 'slate-react';
import { indentList, toggleChecked } from '../commands/blocks.ts';
import { stepPart } from '../commands/parts.ts';
import { selectMore } from '../commands/select-more.ts';
import { cursorBlock, cursorLine } from '../commands/selection.ts';
import { stepCell, stepRow } from '../commands/table.ts';
import type { RichTextSlate } from '../core/slate-types.ts';
import { insertParagraphAfter } from '../core/with-enter.ts';
import { catchUpSelection } from './catch-up-selection.ts';
import { ALL_COMMANDS } from './command-list.ts';
import { isKey } from './keys.ts';
import { mirrored } from './part-commands.ts';
import { verticalArrow } from './vertical-arrow.ts';

/** What the key handler remembers between keys: after Escape, the next Tab leaves the editor instead of indenting. */
export interface KeyMemory {
  tabLeaves: boolean;
}

/**
 * Does what a key means; gives true when it did. Slate's own keys (arrows, undo by keyCode, deletions) are left to
 * Slate, and while an input method composes, every key belongs to it.
 */
export function handleKey(editor: RichTextSlate, event: KeyboardEvent, memory: KeyMemory): boolean {
  if (editor.isComposing() || event.isComposing || event.keyCode === 229) return false;
  const leaving = memory.tabLeaves;
  if (event.key !== 'Shift') memory.tabLeaves = event.key === 'Escape';
  if (event.key === 'Tab' && !event.ctrlKey && !event.altKey && !event.metaKey)
    return !leaving && tab(editor, event.shiftKey);
  if (isKey(event, 'mod+enter')) return modEnter(editor);
  if ((event.key === 'ArrowLeft' || event.key === 'ArrowRight') && visualArrow(editor, event)) return true;
  if (isKey(event, 'mod+a')) return selectMore(editor);
  if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && isKey(event, event.key)) {
    // The browser has moved the cursor; whether it stands at the edge now, Slate may not know yet.
    catchUpSelection(editor);
    if (verticalArrow(editor, event.key === 'ArrowDown' ? 1 : -1)) return true;
  }
  const command = ALL_COMMANDS.find(
    ({ keys, applies }) => keys !== undefined && isKey(event, keys) && (applies?.(editor) ?? true),
  );
  if (!command) return false;
  mirrored(editor, command).run(editor);
  return true;
}

function tab(editor: RichTextSlate, back: boolean): boolean {
  const step = back ? -1 : 1;
  if (stepCell(editor, step) || stepPart(editor, step)) return true;
  const block = cursorBlock(editor)?.[0];
  if (block?.type === 'code') {
    if (back) outdentLine(editor);
    else editor.insertText('  ');
    return true;
  }
  return indentList(editor, back ? -1 : 1);
}

/** Takes up to two spaces away at the start of the line the cursor is in. */
function outdentLine(editor: RichTextSlate): void {
  const entry = cursorBlock(editor);
  const cursor = editor.selection?.anchor;
  if (!entry || !cursor) return;
  const text = Node.string(entry[0]);
  const lineStart = text.lastIndexOf('\n', cursor.offset - 1) + 1;
  const spaces = /^ {1,2}/u.exec(text.slice(lineStart))?.[0].length ?? 0;
  if (spaces === 0) return;
  const path = [...entry[1], 0];
  Transforms.delete(editor, {
    at: { anchor: { path, offset: lineStart }, focus: { path, offset: lineStart + spaces } },
  });
}

function modEnter(editor: RichTextSlate): boolean {
  const entry = cursorBlock(editor);
  if (!entry) return false;
  if (stepRow(editor)) return true;
  const [block, [index = 0]] = entry;
  if (block.type === 'list-item' && block.style === 'check') toggleChecked(editor, index);
  else insertParagraphAfter(editor, entry);
  return true;
}

/**
 * In a line that mixes both directions, an arrow moves the way it points, as the browser draws the text; Slate would
 * move by the direction of the line as a whole. Pure lines are left to Slate.
 */
function visualArrow(editor: RichTextSlate, event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return false;
  const entry = cursorLine(editor);
  if (!entry || !mixesDirections(Node.string(entry[0]))) return false;
  const domSelection = ReactEditor.toDOMNode(editor, editor).ownerDocument.getSelection();
  if (!domSelection?.modify) return false;
  domSelection.modify('move', event.key === 'ArrowLeft' ? 'left' : 'right', 'character');
  const range = ReactEditor.toSlateRange(editor, domSelection, { exactMatch: false, suppressThrow: true });
  if (!range || !Editor.hasPath(editor, range.anchor.path)) return false;
  Transforms.select(editor, range);
  return true;
}

const RTL_LETTER = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
const LTR_LETTER = /[\p{Script=Latin}\p{Script=Thai}\p{Script=Han}\p{Script=Cyrillic}\p{Script=Greek}]/u;
export const mixesDirections = (text: string): boolean => RTL_LETTER.test(text) && LTR_LETTER.test(text);
