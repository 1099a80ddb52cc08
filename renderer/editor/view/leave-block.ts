import { Editor, Node, Range, Transforms } from 'slate';
import { ReactEditor } from 'slate-react';
import { lineAt } from '../commands/selection.ts';
import { asBlock } from '../core/convert.ts';
import { emptyParagraph } from '../core/new-blocks.ts';
import type { RichTextSlate } from '../core/slate-types.ts';

const LEFT_BY_ARROWS: ReadonlySet<string> = new Set([
  'table',
  'judgement',
  'decision',
  'callout',
  'code',
  'image',
  'file',
  'audio',
  'record',
]);

/**
 * The way out of a block at the edge of the document: an arrow against the edge makes a line to write on. Anywhere else
 * the arrows are the browser's, which knows where lines break.
 */
export function leaveBlock(editor: RichTextSlate, step: 1 | -1): boolean {
  const { selection } = editor;
  if (!selection || Range.isExpanded(selection)) return false;
  const point = selection.anchor;
  const [index = 0, part = 0] = point.path;
  const block = asBlock(editor.children[index]);
  if (!block || !LEFT_BY_ARROWS.has(block.type)) return false;
  if (editor.children[index + step] !== undefined) return false;
  const parts: readonly unknown[] =
    block.type === 'table' || block.type === 'judgement' || block.type === 'decision' ? block.children : [0];
  if (parts.length > 1 && part !== (step === 1 ? parts.length - 1 : 0)) return false;
  if (!isOnEdgeLine(editor, step)) return false;
  const at = step === 1 ? index + 1 : 0;
  Transforms.insertNodes(editor, emptyParagraph(editor), { at: [at] });
  Transforms.select(editor, Editor.start(editor, [at]));
  return true;
}

/** True when no line of the same cell, part or block stands above (below) the cursor, also not by wrapping. */
function isOnEdgeLine(editor: RichTextSlate, step: 1 | -1): boolean {
  const point = editor.selection?.anchor;
  const line = point && lineAt(editor, point);
  if (!point || !line) return false;
  const edge = step === 1 ? Editor.end(editor, line[1]) : Editor.start(editor, line[1]);
  const rest = Editor.string(editor, { anchor: point, focus: edge });
  if (rest.includes('\n')) return false;
  if (rest === '' || editor.isVoid(Node.get(editor, line[1]) as never)) return true;
  const here = caretBox(editor, point);
  const there = caretBox(editor, edge);
  if (!here || !there) return true;
  return step === 1 ? there.top < here.bottom : there.bottom > here.top;
}

function caretBox(editor: RichTextSlate, at: Range['anchor']): DOMRect | undefined {
  try {
    const range = ReactEditor.toDOMRange(editor, { anchor: at, focus: at });
    const box = range.getBoundingClientRect();
    return box.height > 0 ? box : range.getClientRects()[0];
  } catch {
    // Being drawn at this very moment: the next press finds it.
    return undefined;
  }
}
