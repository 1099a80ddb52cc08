import { Editor, Node, Point, Range, Transforms } from 'slate';
import { isStanding, setBlockKind } from '../commands/blocks.ts';
import { enterInPart } from '../commands/parts.ts';
import { type BlockEntry, blockAt, cursorBlock, isEmptyBlock } from '../commands/selection.ts';
import { emptyParagraph } from './new-blocks.ts';
import type { RichTextSlate } from './slate-types.ts';

/** What Enter does: goes on with a list, leaves it on an empty item, ends a heading, leaves a code block. */
export function withEnter(editor: RichTextSlate): RichTextSlate {
  const { insertBreak } = editor;

  editor.insertBreak = () => {
    if (editor.selection && Range.isExpanded(editor.selection)) Editor.deleteFragment(editor);
    const entry = cursorBlock(editor);
    if (!entry || !editor.selection) return;
    const [block, path] = entry;
    const point = editor.selection.anchor;
    if (block.type === 'divider') return insertParagraphAfter(editor, entry);
    if (block.type === 'callout' && isEmptyBlock(editor, block))
      return setBlockKind(editor, entry, 'paragraph');
    if (block.type === 'code' || block.type === 'callout') return breakInLines(editor, entry);
    if (block.type === 'table') return editor.insertText('\n');
    if (block.type === 'judgement' || block.type === 'decision') return void enterInPart(editor);
    // A caption is one line; behind it, or behind a card, one goes on writing.
    if (isStanding(block.type)) return insertParagraphAfter(editor, entry);
    if (isEmptyBlock(editor, block)) {
      if (block.type === 'list-item') return leaveListItem(editor, entry);
      if (block.type !== 'paragraph') return setBlockKind(editor, entry, 'paragraph');
    }
    if (!isEmptyBlock(editor, block) && Editor.isStart(editor, point, path))
      return insertEmptyBefore(editor, entry);
    const atEnd = Editor.isEnd(editor, point, path);
    Editor.withoutNormalizing(editor, () => {
      insertBreak();
      const created = editor.selection && blockAt(editor, editor.selection.anchor);
      if (!created) return;
      if (created[0].type === 'heading' && atEnd) setBlockKind(editor, created, 'paragraph');
      // The next thing to do has not been done yet.
      if (created[0].type === 'list-item' && created[0].checked)
        Transforms.unsetNodes(editor, 'checked' as never, { at: created[1] });
      // The list began above.
      if (created[0].type === 'list-item' && created[0].start !== undefined)
        Transforms.unsetNodes(editor, 'start' as never, { at: created[1] });
    });
  };

  editor.insertSoftBreak = () => {
    const entry = cursorBlock(editor);
    if (entry && (entry[0].type === 'divider' || entry[0].type === 'record'))
      return insertParagraphAfter(editor, entry);
    editor.insertText('\n');
  };
  return editor;
}

/** A new paragraph under the block, with the cursor in it: the way out of code blocks and past dividers. */
export function insertParagraphAfter(editor: RichTextSlate, [block, [index = 0]]: BlockEntry): void {
  const paragraph = block.dir ? { ...emptyParagraph(editor), dir: block.dir } : emptyParagraph(editor);
  Transforms.insertNodes(editor, paragraph, { at: [index + 1] });
  Transforms.select(editor, Editor.start(editor, [index + 1]));
}

/** Enter before the first letter makes room above; the words keep their block, and with it every link to it. */
function insertEmptyBefore(editor: RichTextSlate, [block, path]: BlockEntry): void {
  const { checked: _checked, ...properties } = { checked: undefined, ...Node.extractProps(block) };
  const above =
    block.type === 'heading'
      ? emptyParagraph(editor)
      : { ...properties, id: editor.makeBlockId(), children: [{ text: '' }] };
  Editor.withoutNormalizing(editor, () => {
    // The list begins with the new item; the words come second.
    if (block.type === 'list-item' && block.start !== undefined)
      Transforms.unsetNodes(editor, 'start' as never, { at: path });
    Transforms.insertNodes(editor, above as typeof block, { at: path, select: false });
  });
}

function leaveListItem(editor: RichTextSlate, entry: BlockEntry): void {
  const [block, path] = entry;
  if (block.type === 'list-item' && block.depth > 0)
    Transforms.setNodes(editor, { depth: block.depth - 1 }, { at: path });
  else setBlockKind(editor, entry, 'paragraph');
}

/**
 * Enter in a block that keeps its lines together breaks the line. In code, a second empty line at the end leaves the
 * block; in a callout, the first one does.
 */
function breakInLines(editor: RichTextSlate, entry: BlockEntry): void {
  const [block, path] = entry;
  const text = Node.string(block);
  const end = Editor.end(editor, path);
  const blank = block.type === 'callout' ? '\n' : '\n\n';
  const leaves = text === '\n' || text.endsWith(blank);
  if (editor.selection && Point.equals(editor.selection.anchor, end) && leaves) {
    Editor.withoutNormalizing(editor, () => {
      Transforms.delete(editor, {
        at: end,
        distance: text === '\n' ? 1 : blank.length,
        unit: 'character',
        reverse: true,
      });
      insertParagraphAfter(editor, entry);
    });
    return;
  }
  editor.insertText('\n');
}
