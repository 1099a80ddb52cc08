import { type Descendant, Editor, type Point, Range, Transforms } from 'slate';
import type { Block } from '../../../shared/richtext/document.ts';
import { isStanding, setBlockKind } from '../commands/blocks.ts';
import { backspaceInPart } from '../commands/parts.ts';
import { cursorBlock, cursorLine, isEmptyBlock, saysNothing } from '../commands/selection.ts';
import { isEmptyTable, replaceWithParagraph } from '../commands/table.ts';
import { asBlock } from './convert.ts';
import { copySelection, deleteAcrossParts, selectNeighbour } from './delete-parts.ts';
import type { RichTextSlate } from './slate-types.ts';

/** Backspace and Delete at the edges of blocks: first what the block is, then where it ends. */
export function withDeletion(editor: RichTextSlate): RichTextSlate {
  const { deleteBackward, deleteForward } = editor;

  editor.deleteBackward = (unit) => {
    const entry = cursorBlock(editor);
    const line = cursorLine(editor);
    if (!entry || !line || !editor.selection || !Editor.isStart(editor, editor.selection.anchor, line[1]))
      return deleteBackward(unit);
    const [block, [index = 0]] = entry;
    if (block.type === 'divider') return removeDivider(editor, index);
    if (backspaceInside(editor, block, index)) return;
    if (block.type === 'list-item' && block.depth > 0) {
      Transforms.setNodes(editor, { depth: block.depth - 1 }, { at: [index] });
      return;
    }
    if (block.type !== 'paragraph') return setBlockKind(editor, entry, 'paragraph');
    const before = asBlock(editor.children[index - 1]);
    if (before?.type === 'divider') return Transforms.removeNodes(editor, { at: [index - 1], voids: true });
    if (selectNeighbour(editor, index - 1)) {
      if (isEmptyBlock(editor, block)) stepOutOfEmptyLine(editor, index);
      return;
    }
    deleteBackward(unit);
  };

  editor.deleteForward = (unit) => {
    const entry = cursorBlock(editor);
    const line = cursorLine(editor);
    if (!entry || !line || !editor.selection) return deleteForward(unit);
    const [block, [index = 0]] = entry;
    if (block.type === 'divider') return removeDivider(editor, index);
    if (Editor.isEnd(editor, editor.selection.anchor, line[1])) {
      // Lines that stand for themselves do not swallow what comes after them.
      if (line[1].length > 1 || isStanding(block.type)) return;
      const after = asBlock(editor.children[index + 1]);
      if (after?.type === 'divider') return Transforms.removeNodes(editor, { at: [index + 1], voids: true });
      // An empty line before a heading goes away; the heading does not become the empty line.
      if (after && isEmptyBlock(editor, block) && block.type === 'paragraph') {
        Transforms.removeNodes(editor, { at: [index] });
        Transforms.select(editor, Editor.start(editor, [index]));
        return;
      }
      if (selectNeighbour(editor, index + 1)) return;
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
    if (deleteAcrossParts(editor)) return;
    deleteFragment(options);
  };

  editor.getFragment = () => copySelection(editor) as Descendant[];
  return editor;
}

/** Backspace before the first letter of a cell, a part or a caption: nothing there grows together with its neighbour. */
function backspaceInside(editor: RichTextSlate, block: Block, index: number): boolean {
  switch (block.type) {
    case 'table':
      if (isEmptyTable(block) && Editor.isStart(editor, editor.selection?.anchor as Point, [index]))
        replaceWithParagraph(editor, index);
      return true;
    case 'judgement':
    case 'decision':
      return backspaceInPart(editor, (at) => replaceWithParagraph(editor, at));
    case 'image':
    case 'file':
    case 'audio':
      // Without a caption, the cursor stands for the picture.
      if (saysNothing(editor, block)) replaceWithParagraph(editor, index);
      return true;
    case 'record':
      replaceWithParagraph(editor, index);
      return true;
    default:
      return false;
  }
}

/** An empty line under a table was only the way out of it: it goes, and the cursor goes back in. */
function stepOutOfEmptyLine(editor: RichTextSlate, index: number): void {
  Editor.withoutNormalizing(editor, () => {
    Transforms.removeNodes(editor, { at: [index] });
    Transforms.select(editor, Editor.end(editor, [index - 1]));
  });
}

function removeDivider(editor: RichTextSlate, index: number): void {
  Editor.withoutNormalizing(editor, () => {
    Transforms.removeNodes(editor, { at: [index], voids: true });
    if (editor.children.length === 0) return;
    const to = Math.min(index, editor.children.length - 1);
    Transforms.select(editor, index > 0 ? Editor.end(editor, [index - 1]) : Editor.start(editor, [to]));
  });
}
