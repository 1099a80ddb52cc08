import { Editor, Range, Transforms } from 'slate';
import { setBlockKind } from '../commands/blocks.ts';
import { cursorBlock, isEmptyBlock } from '../commands/selection.ts';
import { asBlock } from './convert.ts';
import type { RichTextSlate } from './slate-types.ts';

/** Backspace and Delete at the edges of blocks: first what the block is, then where it ends. */
export function withDeletion(editor: RichTextSlate): RichTextSlate {
  const { deleteBackward, deleteForward } = editor;

  editor.deleteBackward = (unit) => {
    const entry = cursorBlock(editor);
    if (!entry || !editor.selection || !Editor.isStart(editor, editor.selection.anchor, entry[1]))
      return deleteBackward(unit);
    const [block, [index = 0]] = entry;
    if (block.type === 'divider') return removeDivider(editor, index);
    if (block.type === 'list-item' && block.depth > 0) {
      Transforms.setNodes(editor, { depth: block.depth - 1 }, { at: [index] });
      return;
    }
    if (block.type !== 'paragraph') return setBlockKind(editor, entry, 'paragraph');
    const before = asBlock(editor.children[index - 1]);
    if (before?.type === 'divider') return Transforms.removeNodes(editor, { at: [index - 1], voids: true });
    deleteBackward(unit);
  };

  editor.deleteForward = (unit) => {
    const entry = cursorBlock(editor);
    if (!entry || !editor.selection) return deleteForward(unit);
    const [block, [index = 0]] = entry;
    if (block.type === 'divider') return removeDivider(editor, index);
    if (Editor.isEnd(editor, editor.selection.anchor, [index])) {
      const after = asBlock(editor.children[index + 1]);
      if (after?.type === 'divider') return Transforms.removeNodes(editor, { at: [index + 1], voids: true });
      // An empty line before a heading goes away; the heading does not become the empty line.
      if (after && isEmptyBlock(editor, block) && block.type === 'paragraph') {
        Transforms.removeNodes(editor, { at: [index] });
        Transforms.select(editor, Editor.start(editor, [index]));
        return;
      }
    }
    deleteForward(unit);
  };

  const { deleteFragment } = editor;
  editor.deleteFragment = (options) => {
    // Everything selected: what is left is a plain empty line, not the empty shell of the first heading.
    const { selection } = editor;
    if (selection && Range.isExpanded(selection)) {
      const [start, end] = Range.edges(selection);
      if (Editor.isStart(editor, start, []) && Editor.isEnd(editor, end, []) && editor.children.length > 1) {
        Editor.withoutNormalizing(editor, () => {
          for (let index = editor.children.length - 1; index >= 0; index -= 1)
            Transforms.removeNodes(editor, { at: [index] });
        });
        Transforms.select(editor, Editor.start(editor, []));
        return;
      }
    }
    deleteFragment(options);
  };
  return editor;
}

function removeDivider(editor: RichTextSlate, index: number): void {
  Editor.withoutNormalizing(editor, () => {
    Transforms.removeNodes(editor, { at: [index], voids: true });
    if (editor.children.length === 0) return;
    const to = Math.min(index, editor.children.length - 1);
    Transforms.select(editor, index > 0 ? Editor.end(editor, [index - 1]) : Editor.start(editor, [to]));
  });
}
